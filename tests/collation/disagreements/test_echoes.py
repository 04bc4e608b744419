"""What other reports tell alike beside a denial."""

from collections.abc import Callable

from variorum.collation.claims.alignment import whole_side
from variorum.collation.claims.setting import setting_of
from variorum.collation.claims.statements import statements_of
from variorum.collation.claims.verdicts import Verdict
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
    verdicts = retort_verdicts(articles, statements, setting_of(statements, entities))
    ((_, found),) = with_echoes(((v, v.sides) for v in verdicts), statements, homes)
    return [f"{side.article.id}: {side.member().exact}" for side in found]


def test_what_another_report_tells_alike_stands_with_what_is_denied(told: Told) -> None:
    assert "b: The pumps were sold in April" in " ".join(
        sides(told("b", "The pumps were sold in April, union papers show."), told)
    )


def test_who_denies_it_elsewhere_does_not_stand_with_it(told: Told) -> None:
    assert len(sides(told("b", "No pumps were sold at all."), told)) == 2


def test_what_denies_alike_stands_beside_either_side(told: Told) -> None:
    texts = ("The pumps were sold in April.", "The pumps were not sold, Piet Larsen said.", "The pumps were not sold in April.")
    articles = tuple(told(name, text) for name, text in zip("abc", texts, strict=True))
    entities = merge_entities(articles)
    first = {s.article.id: s for s in reversed(statements_of(articles, entities))}
    homes = {s.key: "sold" if s.article.id == "a" else "kept" for s in first.values()}
    said, denied = whole_side(first["a"], "said"), whole_side(first["b"], "denied")
    verdict = Verdict("polarity", "conflict", (said, denied), "pumps", 1.0, "One says it, the other denies it.")
    ((_, found),) = with_echoes([(verdict, verdict.sides)], tuple(first.values()), homes)
    assert [(side.article.id, side.value) for side in found] == [("a", "said"), ("b", "denied"), ("c", "denied")]
