"""Two quoted sentences of one report are two sayings."""

from collections.abc import Callable

from variorum.collation.utterances.evidence import Encoders, score
from variorum.collation.utterances.sayings import find_sayings
from variorum.collation.utterances.scores import are_beside
from variorum.records import AnnotatedArticle


def test_two_sentences_that_one_report_has_both_are_no_one_saying(told: Callable[..., AnnotatedArticle]) -> None:
    first, second = (
        "“We carried the old boats to the harbour in March,”",
        "“We carried the old boats home again in fear,”",
    )
    both = told("a", f"{first} Ilse Brand said.\n{second} Ilse Brand said.")
    one, other = told("b", f"{first} Ilse Brand said."), told("c", f"{second} Ilse Brand said.")
    sayings = find_sayings([both, one, other], {})
    mine, theirs = ([s for s in sayings if "home" in s.plain], [s for s in sayings if "home" not in s.plain])
    assert [len(mine), len(theirs)] == [2, 2]
    ((_, agreement),) = score([theirs[0], mine[1]], [(0, 1)], Encoders(None)).items()
    assert are_beside(theirs, list(reversed(mine)), agreement)
    assert not are_beside(theirs[1:], list(reversed(mine))[:1], agreement)
