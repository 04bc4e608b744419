"""Features of a denial with what it may deny, and how likely they make it."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from variorum.collation.claims.setting import setting_of
from variorum.collation.claims.statements import statements_of
from variorum.collation.denials.features import Candidate, candidates, page_of
from variorum.collation.denials.ranking import denial_ranker
from variorum.collation.denials.units import affirmed_units, denial_units
from variorum.collation.entities.find import merge_entities
from variorum.encoding.sentences import SentenceEncoder
from variorum.language.regression import Regression
from variorum.records import AnnotatedArticle

Told = Callable[..., AnnotatedArticle]


def judged(one: str, other: str, told: Told, encoder: SentenceEncoder) -> list[Candidate]:
    articles = (told("a", one, day="2031-05-20"), told("b", other, day="2031-05-20"))
    entities = merge_entities(articles)
    statements = statements_of(articles, entities)
    setting = setting_of(statements, entities)
    return candidates(page_of(denial_units(statements, setting), affirmed_units(statements, setting), setting, encoder))


def test_the_nearest_clause_comes_first_and_knows_it(told: Told, encoder: SentenceEncoder) -> None:
    found = judged(
        "No helicopter flew that night.", "A helicopter flew over Dorn that night. Bread costs two crowns.", told, encoder
    )
    assert found[0].clause.words.startswith("A helicopter flew")
    assert found[0].features["first"] == 1 and found[0].features["head named"] == 1 and found[0].features["act akin"] == 1


ANSWER = "Mara Tellin said the pumps had been stolen. {}“We have never sold anything to the choir,” Piet Larsen said."
OTHERS = " ".join(
    f"The harbour of Dorn sold {thing} to the choir." for thing in ("boats", "ropes", "lamps", "coal", "fish", "salt") * 3
)


def test_what_is_said_right_before_a_denial_is_among_its_candidates(told: Told, encoder: SentenceEncoder) -> None:
    found = [c for c in judged(ANSWER.format(""), OTHERS, told, encoder) if "stolen" in c.clause.words]
    assert [c.features["answers at once"] for c in found] == [1.0]
    later = ANSWER.format("The choir sang. Bread costs two crowns. ")
    assert all(not c.features["answers at once"] for c in judged(later, OTHERS, told, encoder))


def test_a_voice_never_denies_itself(told: Told, encoder: SentenceEncoder) -> None:
    text = "“No helicopter flew that night,” Mara Tellin said. “A helicopter flew the next morning,” Mara Tellin said."
    assert judged(text, "Bread costs two crowns in Dorn.", told, encoder) == []


def test_who_denies_to_have_done_it_answers_the_charge_that_the_report_tells(told: Told, encoder: SentenceEncoder) -> None:
    text = "The court of Dorn charged Piet Larsen with having sold the lamps of the harbour. Larsen denies selling lamps."
    found = judged(text, "Bread costs two crowns in Dorn.", told, encoder)
    assert any("charged" in c.clause.words and c.denial.kind == "refusal" for c in found)


def test_a_report_does_not_deny_what_it_tells_itself(told: Told, encoder: SentenceEncoder) -> None:
    text = "The harbour of Dorn sold its lamps in May. The harbour did not sell its boats."
    assert judged(text, "Bread costs two crowns in Salm.", told, encoder) == []


def test_what_a_denial_takes_for_granted_is_not_what_it_denies(told: Told, encoder: SentenceEncoder) -> None:
    found = judged("The helicopter lost no wheel.", "The wheel lost a bolt in Dorn.", told, encoder)
    assert found == []


@given(st.dictionaries(st.sampled_from(sorted(denial_ranker().weights)), st.floats(0, 1), max_size=12))
def test_a_probability_is_one(features: dict[str, float]) -> None:
    assert 0 <= denial_ranker().probability(features) <= 1


def test_features_without_a_weight_count_nothing() -> None:
    rank = Regression(0.0, {"known": 2.0})
    assert rank.probability({"unknown": 1.0}) == 0.5 < rank.probability({"known": 1.0})
