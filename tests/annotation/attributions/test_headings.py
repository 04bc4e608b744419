"""Labels before a colon: who speaks in headlines and beside quotations, on invented lines."""

from collections.abc import Iterable

import pytest

from variorum.annotation.attributions.find import find_quotations
from variorum.annotation.attributions.labels import head_of_label
from variorum.annotation.coreference.find import find_references
from variorum.annotation.nlp import Pipeline
from variorum.encoding import AttributionTagger, load_tagger

BELOW = "\n\nHundreds of people waited at the quay of Velm on Monday. The ferry did not come, a guard said."


@pytest.fixture(scope="module")
def tagger() -> AttributionTagger:
    return load_tagger()


def headed(pipeline: Pipeline, tagger: AttributionTagger, line: str) -> Iterable[str]:
    doc = pipeline.nlp(line + BELOW)
    quotations, _ = find_quotations(doc, find_references(doc), tagger=tagger)
    return [(line + BELOW)[q.content[0][0] : q.content[-1][1]] for q in quotations if q.content[0][1] <= len(line)]


@pytest.mark.parametrize(
    "line",
    [
        "Transport Ministry: Inspectors broke the lock of the ferry",
        "Seamen's Union: Orlan must go, Amsel must testify",
        "President Holm: the smugglers will be found and punished",
        "Mayor of Velm: the time of the ferry is over",
    ],
)
def test_an_office_speaks_before_a_whole_clause(pipeline: Pipeline, tagger: AttributionTagger, line: str) -> None:
    assert headed(pipeline, tagger, line) == [line.split(": ")[1]]


@pytest.mark.parametrize(
    "line",
    [
        "Transport Ministry: facts about the ferry",
        "Bishop scandal: church was warned in 2019",
        "Velm: the ferry that never came",
        "Ida Moss: union leader jailed for two years",
    ],
)
def test_what_a_headline_is_about_does_not_speak(pipeline: Pipeline, tagger: AttributionTagger, line: str) -> None:
    assert headed(pipeline, tagger, line) == []


@pytest.mark.parametrize(
    ("label", "head"),
    [
        ("Mayor of Velm", "Mayor"),
        ("Ministry of health", "Ministry"),
        ("Ida Moss of the Seamen's Union", "Moss"),
        ("Ida Moss outside her house", "Moss"),
        ("Transport Ministry", "Ministry"),
        ("In the words of Moss", "words"),
    ],
)
def test_a_label_names_the_noun_before_its_preposition(pipeline: Pipeline, label: str, head: str) -> None:
    doc = pipeline.nlp(f'{label}: "We lost the pier."')
    words = [t for t in doc if t.i < next(t.i for t in doc if t.text == ":")]
    assert head_of_label(words).text == head


def test_a_headline_may_quote_before_a_dash(pipeline: Pipeline, tagger: AttributionTagger) -> None:
    line = "“We are staying on the quay” – ferrymen defy ban"
    assert headed(pipeline, tagger, line) == ["We are staying on the quay"]
