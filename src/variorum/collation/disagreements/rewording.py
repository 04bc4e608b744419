"""Quoted words of one speaker that two reports give with other words, beyond what is followed as one saying.

"We will defend it, box by box" and "We will defend our victory box by box" share runs of words, but too few to be one wording.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from variorum.collation.claims.setting import Setting
from variorum.collation.claims.verdicts import Side, Verdict
from variorum.collation.disagreements.quoted_words import is_translated, telling_words
from variorum.collation.disagreements.speakers import given_verdicts
from variorum.collation.utterances.sayings import Saying, find_sayings
from variorum.language.changes import find_edits
from variorum.records.annotation import AnnotatedArticle
from variorum.records.article import Span
from variorum.records.story import Utterance

RUN = 3
"""Words in a row that two sentences must share to be compared."""

LEAST_COVERED, LEAST_TELLING = 5, 2
"""Words that stand in shared runs on either side, and telling words in common, that make two sentences one saying."""

SHARED = 0.5
"""Least share of the telling words of the shorter sentence that the other one has."""

MOST = 50
"""Sentences that share a run and are compared; what more of them say is a slogan."""


def rewording_verdicts(
    articles: Sequence[AnnotatedArticle], utterances: Sequence[Utterance], setting: Setting
) -> Iterator[Verdict]:
    """A doubt for every two quoted sentences of one speaker that share runs of words and differ in telling ones."""
    yield from given_verdicts(articles, utterances, setting)
    followed = _followed(utterances)
    quoted = [s for s in find_sayings(articles, setting.entity_of) if _is_quoted(s)]
    for i, j in sorted(_near(quoted)):
        a, b = quoted[i], quoted[j]
        if a.article.id == b.article.id or (a.ref, b.ref) in followed or (b.ref, a.ref) in followed:
            continue
        if _one_speaker(a, b, setting) and _one_saying(a, b):
            yield from _verdict(a, b)


def _followed(utterances: Sequence[Utterance]) -> frozenset[tuple[object, object]]:
    """Pairs of quotations whose words an utterance sets against each other: not two beside the fullest, nor a paraphrase, which
    it leaves without edits."""
    return frozenset((v.quotation, v.against) for u in utterances for v in u.variants if v.relation != "paraphrased")


def _is_quoted(saying: Saying) -> bool:
    return saying.quotation.kind == "direct" and saying.quotation.field == "text" and not saying.heading


def _near(quoted: Sequence[Saying]) -> set[tuple[int, int]]:
    """Pairs of sentences that share a run of words."""
    index: dict[tuple[str, ...], list[int]] = {}
    for number, saying in enumerate(quoted):
        for run in dict.fromkeys(_runs(saying)):
            index.setdefault(run, []).append(number)
    return {pair for numbers in index.values() if len(numbers) <= MOST for pair in combinations(numbers, 2)}


def _runs(saying: Saying) -> list[tuple[str, ...]]:
    keys = saying.words.keys
    return [keys[n : n + RUN] for n in range(len(keys) - RUN + 1)]


def _one_speaker(a: Saying, b: Saying, setting: Setting) -> bool:
    """Whether one named speaker says both, or one of the two is not known by name."""
    return a.speaker == b.speaker or not (a.known and b.known) or setting.related(a.speaker, b.speaker)


def _one_saying(a: Saying, b: Saying) -> bool:
    if a.words.keys == b.words.keys or min(_covered(a, b), _covered(b, a)) < LEAST_COVERED:
        return False
    one, other = _telling(a), _telling(b)
    shared = len(one & other & _telling(a, within=b))
    return shared >= LEAST_TELLING and round(shared / min(len(one), len(other)), 3) >= SHARED


def _covered(a: Saying, b: Saying) -> int:
    """How many words of ``a`` stand in a run that ``b`` has too."""
    known = frozenset(_runs(b))
    return len({n + k for n, run in enumerate(_runs(a)) if run in known for k in range(RUN)})


def _telling(saying: Saying, *, within: Saying | None = None) -> frozenset[str]:
    """The telling words, only those of runs that another one has too where that is given."""
    known = frozenset(_runs(within)) if within else frozenset()
    places = [saying.words.spans[n : n + RUN] for n, run in enumerate(_runs(saying)) if run in known]
    spans = [(run[0][0], run[-1][1]) for run in places] if within else saying.spans
    return frozenset(w for span in spans for w in telling_words(saying.article, span))


def _verdict(a: Saying, b: Saying) -> Iterator[Verdict]:
    """A doubt about what differs behind the first words in common: that a quotation begins later alters nothing."""
    left = {"equal", "replace"} if any(is_translated(s.article) for s in (a, b)) else {"equal"}
    found = find_edits(a.source, a.words, b.source, b.words)
    begun = int(found[0].op in ("insert", "delete"))
    edits = [e for e in found[begun:] if e.op not in left]
    telling = [e for e in edits if telling_words(a.article, e.a) - _quoted(b) or telling_words(b.article, e.b) - _quoted(a)]
    if not telling:
        return
    one, other = (_words(s, [e.a if s is a else e.b for e in telling]) for s in (a, b))
    reason = f"Both stand in quotation marks, yet the words differ: “{one}” against “{other}”."
    words = a.source[a.spans[0][0] : a.spans[-1][1]].split()
    about = " ".join(words[:8]) + (" …" if len(words) > 8 else "")
    yield Verdict("quotation", "unsure", (_side(a, one), _side(b, other)), about, 0.5, reason)


def _quoted(saying: Saying) -> frozenset[str]:
    """The telling words of the whole quotation: another sentence of it may hold what this one lacks."""
    return frozenset(w for span in saying.quotation.content for w in telling_words(saying.article, span))


def _words(saying: Saying, spans: Sequence[Span]) -> str:
    pieces = [" ".join(saying.source[s:e].split()) for s, e in spans if s < e]
    return " … ".join(pieces) or "(left out)"


def _side(saying: Saying, value: str) -> Side:
    return Side(saying.article, (saying.spans[0][0], saying.spans[-1][1]), value, saying.speaker, "text")
