"""What other reports tell alike beside a denial."""

from collections.abc import Callable

from variorum.collation.claims.alignment import whole_side
from variorum.collation.claims.setting import setting_of
from variorum.collation.claims.statements import statements_of
from variorum.collation.claims.verdicts import Kind, Side, Verdict
from variorum.collation.disagreements.echoes import with_echoes
from variorum.collation.disagreements.retorts import retort_verdicts
from variorum.collation.entities.find import merge_entities
from variorum.records import AnnotatedArticle

Told = Callable[..., AnnotatedArticle]
DENIED = "Ilse Brand said the pumps had been sold. “This is a complete lie,” Piet Larsen said."


def sides(other: AnnotatedArticle, told: Told) -> list[str]:
    articles = (told("a", DENIED), other)
    entities = merge_entities(articles)
    statements = statements_of(articles, entities)
    homes = {s.key: "pumps" for s in statements if "pumps" in s.text}
    setting = setting_of(statements, entities)
    verdicts = retort_verdicts(articles, statements, setting)
    ((_, found),) = with_echoes(((v, v.sides) for v in verdicts), statements, homes, setting)
    return [f"{side.article.id}: {side.member().exact}" for side in found]


def test_what_another_report_tells_alike_stands_with_what_is_denied(told: Told) -> None:
    assert "b: The pumps were sold in April" in " ".join(
        sides(told("b", "The pumps were sold in April, union papers show."), told)
    )


def test_who_denies_it_elsewhere_does_not_stand_with_it(told: Told) -> None:
    assert len(sides(told("b", "No pumps were sold at all."), told)) == 2


def echoes(texts: tuple[str, str, str], homes: str, told: Told, kind: Kind = "polarity") -> list[tuple[str, str]]:
    """Report and side of what stands in a difference between the first text, said, and the second, denied; ``homes`` tells the
    claim group of the first clause of each."""
    articles = tuple(told(name, text) for name, text in zip("abc", texts, strict=True))
    entities = merge_entities(articles)
    first = {s.article.id: s for s in reversed(statements_of(articles, entities))}
    groups = {first[name].key: home for name, home in zip("abc", homes, strict=True)}
    said = Side(articles[0], (0, len(texts[0])), "said", first["a"].speaker)
    verdict = Verdict(kind, "conflict", (said, whole_side(first["b"], "denied")), "pumps", 1.0, "One says it, the other not.")
    statements = tuple(first.values())
    ((_, found),) = with_echoes([(verdict, verdict.sides)], statements, groups, setting_of(statements, entities))
    return [(side.article.id, side.value) for side in found]


SAID = [("a", "said"), ("b", "denied")]
SOLD, KEPT = "The pumps were sold in April.", "The pumps were not sold, Piet Larsen said."


def test_what_denies_alike_stands_beside_either_side(told: Told) -> None:
    assert echoes((SOLD, KEPT, "The pumps were not sold in April."), "122", told) == [*SAID, ("c", "denied")]


def test_a_sentence_of_an_account_is_told_alike_by_another_report(told: Told) -> None:
    account = f"{SOLD} The guards of the mine heard nine lorries leave for the harbour of Dorn late at night."
    assert echoes((account, KEPT, SOLD), "121", told) == [*SAID, ("c", "said")]


def test_only_what_is_said_and_denied_or_whose_deed_it_was_is_told_alike(told: Told) -> None:
    assert echoes((SOLD, KEPT, SOLD), "121", told, "figure") == SAID
    assert echoes((SOLD, KEPT, SOLD), "121", told, "agency") == [*SAID, ("c", "said")]


def test_who_speaks_on_the_other_side_is_no_echo(told: Told) -> None:
    assert echoes((SOLD, KEPT, "The pumps were sold in April, Piet Larsen said."), "121", told) == SAID


def test_the_words_of_the_other_side_are_no_echo(told: Told) -> None:
    texts = (SOLD, "The pumps were sold in April, a liar said.", "The choir of Dorn sang in the harbour at noon.")
    assert echoes(texts, "112", told) == SAID


def test_what_only_stands_in_one_group_is_no_echo(told: Told) -> None:
    assert echoes((SOLD, KEPT, "The guards of the mine asked for new pumps."), "121", told) == SAID
