"""Ids that come from content, so that the same input gives the same ids and two runs can be compared."""

import hashlib
import json
from collections.abc import Iterable

from variorum.records.article import Passage

JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def finding_id(kind: str, passages: Iterable[Passage], *extra: str) -> str:
    """Kind letter and the first 12 hex digits of sha256 over the kind, the passages (in any order) and ``extra`` words."""
    rows = sorted((p.article, p.field, p.start, p.end, p.exact) for p in passages)
    data = JSON.encode([kind, rows, list(extra)])
    return kind[0] + hashlib.sha256(data.encode("utf-8")).hexdigest()[:12]


def text_digest(text: str) -> str:
    """sha256 of ``text`` as UTF-8 (lone surrogates kept), in hex."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
