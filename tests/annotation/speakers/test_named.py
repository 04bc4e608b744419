"""Who is meant by roles, ages, short names and unusual cues; and who is not: those told, places, those named in the words."""

from dataclasses import replace

import pytest

from variorum.annotation.attributions.assembly import Attribution
from variorum.annotation.attributions.doubles import without_doubles
from variorum.annotation.attributions.find import find_quotations
from variorum.annotation.coreference.find import find_references
from variorum.annotation.nlp import Pipeline


def said(pipeline: Pipeline, text: str) -> list[tuple[str, str | None]]:
    """Content and speaker of each attribution."""
    doc = pipeline.nlp(text)
    quotations, references = find_quotations(doc, find_references(doc))
    names = {e.id: e.name for e in references.entities}
    return [(" ".join(text[s:e] for s, e in q.content), names.get(q.speaker or "")) for q in quotations]


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        ("Ada Kroll opened the dam. According to her words, the lake will be full by May.", "the lake", "Ada Kroll"),
        ("The words of Ada Kroll to the board were: “We will sell no land.”", "We will sell", "Ada Kroll"),
        ("The lake was low, and according to the Lantern it had been empty in May.", "it had been", "Lantern"),
        ("The envoy, Mara Doss, is said by colleagues to sleep three hours a night.", "The envoy", "colleagues"),
        ("The dismissed head will get two million marks, we hear from the council.", "The dismissed head", "council"),
        ("There is no proof of fraud, Mara Doss let our newspaper know.", "There is no", "Mara Doss"),
        (
            "The fall of the bank, says the professor Tom Orr of the college, “was written on the walls of the towers”.",
            "was",
            "Tom Orr",
        ),
        (
            "Outside the bank, Tom Bell, a baker, had waited since five. “Kroll says nobody loses a mark,” he said.",
            "Kroll says",
            "Tom Bell",
        ),
        (
            "Ada Kroll resigned on Friday. The economist of 58 years insists that she knew of the paper in May.",
            "that she knew",
            "Ada Kroll",
        ),
        (
            "Minister Tom Bell opens the debate. “No saver will lose here.” Anyone voting no, he says, should explain it.",
            "No saver",
            "Tom Bell",
        ),
    ],
)
def test_the_speaker_is_found(pipeline: Pipeline, text: str, content: str, speaker: str) -> None:
    found = [name for words, name in said(pipeline, text) if content in words]
    assert speaker in found


def test_whom_words_are_told_to_does_not_say_them(pipeline: Pipeline) -> None:
    found = said(pipeline, "It was a long day. To Radio Lent he said: “The big ones we will put away, behind a lock.”")
    assert found and all(name != "Radio Lent" for _, name in found)


def test_a_place_is_no_short_form_of_the_body_that_ends_in_it(pipeline: Pipeline) -> None:
    text = "Velm fears for its savings. The Velm Trust closed on Monday. The National Bank of Velm said that it would help."
    doc = pipeline.nlp(text)
    references = find_references(doc)
    first = references.mention_at(0, 4)
    bank = references.mention_at(text.index("National"), text.index("National") + 8)
    assert bank is not None
    assert first is None or first.entity != bank.entity


def test_an_hour_ends_a_sentence_before_a_word_that_opens_one(pipeline: Pipeline) -> None:
    doc = pipeline.nlp("The flight was due to land at 7:10 p.m. It vanished at 6:52 p.m. Tuesday, the office said.")
    starts = [s.text.split()[0] for s in doc.sents]
    assert "It" in starts
    assert "Tuesday" not in starts


def _attribution(content: range, *, cue: tuple[int, ...] = (), follows: int | None = None, rule: str = "quote") -> Attribution:
    anchor = cue[0] if cue else content.start
    words = frozenset(content)
    return Attribution(
        cue, anchor, "", words, None, None, (rule, "none"), "speech", "positive", "asserted", 0.8, follows=follows
    )


def test_words_that_nobody_is_named_for_are_kept_where_no_cue_names_a_speaker() -> None:
    alone, after = _attribution(range(4)), _attribution(range(10, 14), follows=0)
    tagged = _attribution(range(4), cue=(6,), rule="tagged")
    assert without_doubles([alone, tagged, after]) == [alone, tagged, after]


def test_words_that_a_learned_cue_gives_to_somebody_are_given_once(pipeline: Pipeline) -> None:
    speaker = pipeline.nlp("Orr")[0]
    alone, after = _attribution(range(4)), _attribution(range(10, 14), follows=0)
    tagged = replace(_attribution(range(4), cue=(6,), rule="tagged"), speaker=speaker)
    assert without_doubles([alone, tagged, after]) == [tagged, replace(after, follows=6)]
