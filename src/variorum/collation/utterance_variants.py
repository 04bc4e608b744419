"""How each report words a saying, against the fullest wording: word by word, ranked by what the changes do."""

from collections.abc import Sequence
from dataclasses import dataclass

from variorum.collation.utterance_sayings import Saying
from variorum.language.changes import find_edits, gravest, negations, numbers
from variorum.language.tokens import Words
from variorum.records.annotation import QuotationKind
from variorum.records.story import Change, Edit, Judgement, QuotationRef, Variant

GRAVE: tuple[Change, ...] = ("negation", "modality", "number")
"""Changes that make the words say something else."""
CLOSE = 0.5
"""Share of the shorter wording that must stand in the other for differences to be edits; below, it is a paraphrase."""
KINDS: tuple[QuotationKind, ...] = ("direct", "mixed", "indirect")


@dataclass(frozen=True, slots=True)
class Wording:
    """One quotation's words of an utterance, sentence after sentence. Words count in ``text``."""

    ref: QuotationRef
    text: str
    words: Words
    kind: QuotationKind
    polarity: str
    published: str

    @property
    def rank(self) -> tuple[object, ...]:
        """Fullest first: direct before mixed before indirect, then most words, then earliest, then by id."""
        return KINDS.index(self.kind), -len(self.words), self.published, self.ref.article, self.ref.quotation


def wordings_of(sayings: Sequence[Saying]) -> list[Wording]:
    """The wording of each quotation in ``sayings`` (sorted), the fullest first."""
    found: dict[QuotationRef, list[Saying]] = {}
    for saying in sayings:
        found.setdefault(saying.ref, []).append(saying)
    return sorted((_wording(ref, parts) for ref, parts in found.items()), key=lambda w: w.rank)


def _wording(ref: QuotationRef, parts: Sequence[Saying]) -> Wording:
    first = parts[0]
    keys = tuple(k for part in parts for k in part.words.keys)
    spans = tuple(s for part in parts for s in part.words.spans)
    kind, polarity = first.quotation.kind, first.quotation.polarity
    return Wording(ref, first.source, Words(keys, spans), kind, polarity, first.article.published.earliest or "9999")


def find_variants(fullest: Wording, others: Sequence[Wording]) -> tuple[Variant, ...]:
    """Each of ``others`` against ``fullest``: edits turn the fullest words (spans ``a``) into theirs (spans ``b``)."""
    return tuple(_variant(fullest, other) for other in others)


def _variant(fullest: Wording, other: Wording) -> Variant:
    edits = find_edits(fullest.text, fullest.words, other.text, other.words)
    close = _shared(edits, fullest, other) >= CLOSE
    relation = _relation(edits, other, close=close)
    judgement = _judgement(_inner(edits), fullest, other, close=close)
    return Variant(other.ref, fullest.ref, edits, relation, judgement)  # type: ignore[arg-type]


def _shared(edits: Sequence[Edit], fullest: Wording, other: Wording) -> float:
    equal = [e.a for e in edits if e.op == "equal"]
    words = sum(len(fullest.words.between(*span)) for span in equal)
    return round(words / max(1, min(len(fullest.words), len(other.words))), 3)


def _relation(edits: Sequence[Edit], other: Wording, *, close: bool) -> str:
    ops = {e.op for e in edits} - {"equal"}
    if other.kind == "indirect":
        return "indirect"
    if not ops:
        return "same"
    if not close:
        return "paraphrased"
    if ops == {"delete"}:
        return "trimmed"
    return "extended" if ops == {"insert"} else "edited"


def _inner(edits: Sequence[Edit]) -> list[Edit]:
    """The edits less what was only cut or added at the ends: that trims a saying and alters nothing."""
    kept = list(edits)
    while kept and kept[0].op in ("insert", "delete"):
        kept.pop(0)
    while kept and kept[-1].op in ("insert", "delete"):
        kept.pop()
    return [e for e in kept if e.op != "equal"]


def _judgement(inner: Sequence[Edit], fullest: Wording, other: Wording, *, close: bool) -> Judgement:
    """Conflict where quoted words differ in a negation, modal or number; where one side is told indirectly, only a clear
    turn of an otherwise equal wording is one, and unsure stands where wordings are too far apart to tell."""
    grave = gravest(inner)
    if not close:
        return "unsure" if _numbers_differ(fullest, other) or grave in ("negation", "modality") else "agree"
    if grave in GRAVE and "indirect" not in (fullest.kind, other.kind):
        return "conflict"
    if _numbers_differ(fullest, other):
        return "conflict"
    if grave == "negation" and negations(fullest.words) % 2 != negations(other.words) % 2:
        return "unsure"
    return "unsure" if grave == "modality" or fullest.polarity != other.polarity else "agree"


def _numbers_differ(fullest: Wording, other: Wording) -> bool:
    told, retold = set(numbers(fullest.words)), set(numbers(other.words))
    return bool(told - retold) and bool(retold - told)
