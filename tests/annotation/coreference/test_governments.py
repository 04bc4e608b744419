import pytest

from variorum.annotation.coreference.governments import is_agentive, stands_for_government
from variorum.annotation.mentions.words import words_of
from variorum.annotation.nlp import Pipeline


@pytest.mark.parametrize(
    "text",
    [
        "Norland rejected the demand.",
        "Velm told reporters it would wait.",
        "The demand was rejected by Norland.",
        "Ruvania accused Norland of spying.",
        "Norland's refusal angered the lenders.",
        "Ruvania has close ties with Norland.",
        "The envoy carried a warning to Norland.",
        "The council imposed sanctions on Norland.",
        "Norland 'flatly refuses' the demand",
    ],
)
def test_an_acting_or_addressed_country_is_a_government(pipeline: Pipeline, text: str) -> None:
    found = words_of(pipeline.nlp(text))
    token = found.text.index("Velm" if "Velm" in text else "Norland")
    assert stands_for_government(found, token)


@pytest.mark.parametrize(
    "text",
    [
        "Floods hit farms in Norland.",
        "He travelled to Norland on Monday.",
        "Norland's north is cold.",
        "They live near Norland.",
        "VELM, Norland (Boreal News) - Trams stopped.",
    ],
)
def test_a_country_where_something_is_stays_a_place(pipeline: Pipeline, text: str) -> None:
    found = words_of(pipeline.nlp(text))
    assert not stands_for_government(found, found.text.index("Norland"))


def test_agentive_verbs() -> None:
    assert is_agentive("reject")
    assert is_agentive("say")
    assert not is_agentive("lie")
