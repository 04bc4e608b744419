"""What other reports tell alike beside a denial."""

from collections.abc import Callable

from variorum.collation.claims.statements import statements_of
from variorum.collation.disagreements.echoes import with_echoes
from variorum.collation.disagreements.retorts import retort_verdicts
from variorum.collation.entities.find import merge_entities
from variorum.records import AnnotatedArticle

Told = Callable[..., AnnotatedArticle]
DENIED = "Ilse Brand said the pumps had been sold. “This is a complete lie,” Piet Larsen said."


def sides(other: AnnotatedArticle, told: Told) -> list[str]:
    articles = (told("a", DENIED), other)
    statements = statements_of(articles, merge_entities(articles))
    homes = {s.key: "pumps" for s in statements if "pumps" in s.text}
    ((_, found),) = with_echoes(retort_verdicts(articles, statements), statements, homes)
    return [f"{side.article.id}: {side.member().exact}" for side in found]


def test_what_another_report_tells_alike_stands_with_what_is_denied(told: Told) -> None:
    assert "b: The pumps were sold in April" in " ".join(
        sides(told("b", "The pumps were sold in April, union papers show."), told)
    )


def test_who_denies_it_elsewhere_does_not_stand_with_it(told: Told) -> None:
    assert len(sides(told("b", "No pumps were sold at all."), told)) == 2
