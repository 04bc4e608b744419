"""How each report words a saying, against the fullest wording: word by word, ranked by what the changes do."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from variorum.collation.utterances.sayings import Saying
from variorum.language.alignment import equal_places
from variorum.language.changes import find_edits, gravest, negations, numbers
from variorum.language.tokens import Words
from variorum.records.annotation import QuotationKind
from variorum.records.story import Change, Edit, Judgement, QuotationRef, Variant

GRAVE: tuple[Change, ...] = ("negation", "modality", "number")
"""Changes that make the words say something else."""
CLOSE = 0.5
"""Share of the shorter wording that must stand in the other for differences to be edits; below, it is a paraphrase."""
BORNE = 0.9
"""Share of the words of the shorter of two wordings that stand in the other, from which they are one wording."""
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
        """Direct before mixed before indirect, then most words, then earliest, then by id."""
        return KINDS.index(self.kind), -len(self.words), self.published, self.ref.article, self.ref.quotation


def wordings_of(sayings: Sequence[Saying]) -> list[Wording]:
    """The wording of each quotation in ``sayings`` (sorted), the fullest first; of those in quotation marks one that another
    report bears out goes before one that none does, which may be a translation."""
    found: dict[QuotationRef, list[Saying]] = {}
    for saying in sayings:
        found.setdefault(saying.ref, []).append(saying)
    worded = [_wording(ref, parts) for ref, parts in found.items()]
    borne = _borne_out([w for w in worded if w.kind == "direct"])
    return sorted(worded, key=lambda w: (w.rank[0], -borne.get(w.words.keys, 0.0), *w.rank[1:]))


def _borne_out(worded: Sequence[Wording]) -> dict[tuple[str, ...], float]:
    """For each wording the largest share of words in order that it and one in another report have in common, in tenths up to
    BORNE; a wording that two reports have is borne out."""
    homes: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for wording in worded:
        homes[wording.words.keys].add(wording.ref.article)
    best = {keys: BORNE if len(reports) > 1 else 0.0 for keys, reports in homes.items()}
    for one, other in combinations(sorted(homes), 2):
        if len(homes[one] | homes[other]) > 1 and min(len(one), len(other)):
            share = min(BORNE, round(len(equal_places(one, other)) / min(len(one), len(other)), 1))
            best[one], best[other] = max(best[one], share), max(best[other], share)
    return best


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
    edits = _cut(fullest, other) or find_edits(fullest.text, fullest.words, other.text, other.words)
    close = _shared(edits, fullest, other) >= CLOSE
    relation = _relation(edits, other, close=close)
    judgement = _judgement(edits, fullest, other, close=close)
    return Variant(other.ref, fullest.ref, edits, relation, judgement)  # type: ignore[arg-type]


def _cut(fullest: Wording, other: Wording) -> tuple[Edit, ...]:
    """The edits where the other wording stands in the fullest as a whole: the words before and after it are left out."""
    whole, part = fullest.words, other.words
    size = len(part)
    first = next((n for n in range(len(whole) - size + 1) if size and whole.keys[n : n + size] == part.keys), None)
    if first is None:
        return ()
    begin, end = part.spans[0][0], part.spans[-1][1]
    places = ((0, first, begin), (first + size, len(whole), end))
    before, after = (
        [Edit("delete", (whole.spans[i][0], whole.spans[j - 1][1]), (at, at), _left_out(fullest, i, j))] if i < j else []
        for i, j, at in places
    )
    kept = Edit("equal", (whole.spans[first][0], whole.spans[first + size - 1][1]), (begin, end), None)
    return (*before, kept, *after)


def _left_out(fullest: Wording, first: int, after: int) -> Change | None:
    """What leaving out some words of the fullest wording does."""
    words = Words(fullest.words.keys[first:after], fullest.words.spans[first:after])
    return gravest(find_edits(fullest.text, words, fullest.text, Words((), ())))


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


def _judgement(edits: Sequence[Edit], fullest: Wording, other: Wording, *, close: bool) -> Judgement:
    """Conflict where quoted words differ in a negation, modal or number; where one side is told indirectly, only a clear
    turn of an otherwise equal wording is one, and unsure stands where wordings are too far apart to tell. A later figure
    that both reports tell in their own words is an update."""
    grave = _grave(edits, fullest, other)
    told = [w.kind == "indirect" for w in (fullest, other)]
    if _numbers_differ(fullest, other) and all(told) and fullest.published != other.published:
        return "update"
    if not close:
        return "unsure" if _numbers_differ(fullest, other) or grave in ("negation", "modality") else "agree"
    if grave in GRAVE and not any(told):
        return "conflict"
    if _numbers_differ(fullest, other):
        return "conflict"
    if grave == "negation" and negations(fullest.words) % 2 != negations(other.words) % 2:
        return "unsure"
    return "unsure" if grave == "modality" or fullest.polarity != other.polarity else "agree"


def _grave(edits: Sequence[Edit], fullest: Wording, other: Wording) -> Change | None:
    """The gravest change inside the wording, less words that only stand in another place ("never will we", "we never will")."""
    changed, inner = [e for e in edits if e.op != "equal"], _inner(edits)
    gone, new = (Counter(_words(w, (getattr(e, side) for e in changed))) for w, side in ((fullest, "a"), (other, "b")))
    lost = Counter(_words(fullest, (e.a for e in inner))) - new
    added = Counter(_words(other, (e.b for e in inner))) - gone
    left = [Words((key,), ((0, 0),)) for key in (*lost, *added)]
    kinds = {e.changes for e in inner if e.changes}
    if not any(map(negations, left)):
        kinds.discard("negation")
    if not any(map(numbers, left)):
        kinds.discard("number")
    return next((kind for kind in GRAVE if kind in kinds), None) if left else None


def _words(wording: Wording, spans: Iterable[tuple[int, int]]) -> list[str]:
    return [key for span in spans if span[0] < span[1] for key in wording.words.between(*span).keys]


def _numbers_differ(fullest: Wording, other: Wording) -> bool:
    told, retold = set(numbers(fullest.words)), set(numbers(other.words))
    return bool(told - retold) and bool(retold - told)
