"""The spaCy pipeline: loaded once, pinned by digest, with paragraph breaks as sentence breaks."""

import hashlib
import importlib.util
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token

from variorum.annotation.words.attributes import AttributeTable
from variorum.errors import ModelMissing
from variorum.language.lexicon import word_list, words


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A loaded pipeline with what it was loaded from. ``pinned`` says whether its files have the digest we know."""

    nlp: Language
    name: str
    version: str
    digest: str
    pinned: bool


def load_pipeline(name: str = "en_core_web_sm", *, language: str = "en") -> Pipeline:
    """Load an installed spaCy pipeline by our short name, package name or folder.

    Raises ``ModelMissing`` when it is not installed, or when a pipeline that we pin has other files than we know.
    """
    folder = _find(name, language)
    digest = folder_digest(folder)
    known = next((row for row in word_list(language, "pipelines") if row["name"] == name), None)
    if known and known["sha256"] and known["sha256"] != digest:
        raise ModelMissing(
            f"the spaCy pipeline {name!r} at hand is not the pinned one (sha256 {digest[:12]}..., expected "
            f"{known['sha256'][:12]}...): reinstall it with: pip install --force-reinstall {known['package']}"
        )
    nlp = spacy.load(folder)
    nlp.add_pipe("variorum_paragraphs", before="parser" if "parser" in nlp.pipe_names else None)
    _tabulate_attributes(nlp)
    return Pipeline(nlp, name, str(nlp.meta.get("version", "")), digest, bool(known and known["sha256"]))


def _tabulate_attributes(nlp: Language) -> None:
    """Put a table with the same results in place of the ``attribute_ruler``; a ruler of another kind stays as it is."""
    if "attribute_ruler" not in nlp.pipe_names:
        return
    try:
        nlp.add_pipe(AttributeTable.FACTORY, before="attribute_ruler")
    except ValueError:
        return
    nlp.remove_pipe("attribute_ruler")


def _find(name: str, language: str) -> Path:
    """The folder that holds the pipeline's ``config.cfg``."""
    rows = {row["name"]: row for row in word_list(language, "pipelines")}
    if Path(name).joinpath("config.cfg").is_file():
        return Path(name)
    module = rows[name]["module"] if name in rows else name
    spec = importlib.util.find_spec(module) if module.isidentifier() else None
    for place in spec.submodule_search_locations or () if spec else ():
        found = sorted(Path(place).glob("**/config.cfg"))
        if found:
            return found[0].parent
    hint = f"install it with: pip install {rows[name]['package']}" if name in rows else "install it from its publisher"
    raise ModelMissing(f"the spaCy pipeline {name!r} is not installed: {hint}")


def folder_digest(folder: Path) -> str:
    """sha256 over the relative names and contents of all files below ``folder`` (caches left out)."""
    total = hashlib.sha256()
    files = (p for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts and p.suffix != ".py")
    for path in sorted(files, key=lambda p: p.relative_to(folder).as_posix()):
        total.update(path.relative_to(folder).as_posix().encode() + b"\0")
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


@Language.component("variorum_paragraphs")
def mark_paragraphs(doc: Doc) -> Doc:
    """Start a sentence at every token that follows a line break, so that no sentence runs over a paragraph.

    Also after ``7 p.m.`` before a word that opens a sentence (``It vanished``): the parser takes that stop for a part of the
    hour alone.
    """
    broken, openers = False, words("en", "sentence_openers")
    for token in doc:
        if broken and not token.is_space:
            token.is_sent_start = True
        hour = token.lower_ in _HOURS and token.i + 1 < len(doc) and _opens(doc[token.i + 1], openers)
        broken = "\n" in token.text or hour
    return doc


_HOURS = ("a.m.", "p.m.")


def _opens(token: Token, openers: frozenset[str]) -> bool:
    return token.text[:1].isupper() and token.lower_ in openers
