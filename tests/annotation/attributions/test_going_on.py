"""Sentences in which the speaker before goes on, and words in quotation marks that only a phrase leads to."""

import pytest

from tests.annotation.attributions.test_wider import said
from variorum.annotation.nlp import Pipeline


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            'Mayor Ida Brandt said that one house in five stood empty. Its loss would be "the end of the town".',
            "Ida Brandt",
            'Its loss would be "the end of the town"',
        ),
        (
            'An inquiry had been opened, Ida Brandt told the radio, and it was "much too early" to name anybody.',
            "Ida Brandt",
            'An inquiry had been opened | and it was "much too early" to name anybody',
        ),
        ('The envoy, Ivo Tann, calls the strike "without sense".', "Ivo Tann", 'the strike "without sense"'),
        (
            'The firm offers ten crowns, which Ida Brandt called "an insult with a stamp".',
            "Ida Brandt",
            "an insult with a stamp",
        ),
        ("Thousands marched. Police put the crowd at about 2,500.", "Police", "the crowd at about 2,500"),
        ("Organisers spoke of 8,000 people. The police counted 1,100.", "police", "1,100"),
        (
            '"It is not safe. It is luck," raged union chief Ivo Tann of the wards.',
            "Ivo Tann",
            "It is not safe. It is luck",
        ),
    ],
)
def test_it_is_given_to_whoever_says_it(pipeline: Pipeline, text: str, speaker: str, content: str) -> None:
    found = [words for name, words in said(pipeline, text) if name == speaker]
    assert content in [words.rstrip(",.") for words in found]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('Ida Brandt said the road was shut. The convoy of "friendship buses" left at noon.', "friendship buses"),
        ('Ida Brandt said the road was shut.\n\nThe ship was "the Harp" to all.', "the Harp"),
        ("The firm said it would appeal. The town counts 1,100 people.", "1,100"),
        ("The harbour master put the lamp at the gate.", "the lamp"),
    ],
)
def test_the_report_speaks_for_itself(pipeline: Pipeline, text: str, words: str) -> None:
    assert not any(words in content for _, content in said(pipeline, text))


def test_a_short_headline_belongs_to_whoever_speaks_below(pipeline: Pipeline) -> None:
    text = "Ministry: 11 wells closed\n\nEleven wells are closed, the Health Ministry said on Friday. Water is short."
    assert ("Ministry", "11 wells closed") in [(n and n.split()[-1], c) for n, c in said(pipeline, text)]


def test_a_topic_before_a_colon_is_no_speaker(pipeline: Pipeline) -> None:
    text = "Flood: 11 wells closed\n\nEleven wells are closed, the Health Ministry said on Friday. Water is short."
    assert not any(c == "11 wells closed" for _, c in said(pipeline, text))
