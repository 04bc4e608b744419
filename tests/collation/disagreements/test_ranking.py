"""Which disagreement stands first: what more origins take part in, conflicts before updates, bare amounts late."""

from collections.abc import Sequence

from variorum.collation.disagreements.ranking import rank
from variorum.records.annotation import AnnotatedArticle
from variorum.records.provenance import Provenance
from variorum.records.story import Disagreement, DisagreementMember, Judgement

REPORTS = tuple(AnnotatedArticle(name, "The mill in Orlo burned. " * 20) for name in "abcd")
ORIGINS = {name: number for number, name in enumerate("abcd")}


def difference(of: str, about: str, *, kind: str = "figure", judgement: Judgement = "conflict", start: int = 0) -> Disagreement:
    sides = tuple(DisagreementMember(name, start, start + 8, "The mill", f"{n}", None) for n, name in enumerate(of))
    return Disagreement(f"{about} {of}", kind, about, sides, judgement, Provenance("test", None, ""))  # type: ignore[arg-type]


def ranked(*found: Disagreement) -> Sequence[str]:
    return [d.about for d in rank(found, REPORTS, ORIGINS)]


def test_what_more_origins_tell_stands_first() -> None:
    assert ranked(difference("ab", "sacks", kind="polarity"), difference("abcd", "bakers")) == ["bakers", "sacks"]


def test_a_conflict_stands_before_an_update_of_as_many() -> None:
    assert ranked(difference("ab", "sacks", judgement="update"), difference("cd", "bakers")) == ["bakers", "sacks"]


def test_an_amount_of_nothing_named_stands_late() -> None:
    assert ranked(difference("ab", "one amount"), difference("ab", "bakers", start=200)) == ["bakers", "one amount"]


def test_the_order_does_not_depend_on_the_input() -> None:
    found = [difference("ab", "sacks"), difference("abc", "bakers"), difference("cd", "ovens", judgement="unsure")]
    assert ranked(*found) == ranked(*reversed(found))
