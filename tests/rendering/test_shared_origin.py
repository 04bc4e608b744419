"""Why reports count as one origin."""

import dataclasses

from variorum.records import Published, Story
from variorum.rendering.contents import Contents, make_contents
from variorum.rendering.dossier.page import render_dossier
from variorum.rendering.markdown import render_markdown


def test_each_report_of_a_shared_origin_but_its_source_says_what_puts_it_there(contents: Contents) -> None:
    assert [(t.report.letter, t.other.letter) for t in contents.ties] == [("B", "A"), ("C", "A")]
    for tie in contents.ties:
        assert tie.reason.endswith(".") and f"{tie.report.letter} " in tie.reason
        assert all({tie.report.letter, tie.other.letter} <= set(c.letters) and not c.spoken for c in tie.copies)


def test_how_much_stands_in_both_is_counted_once_and_without_quotations(story: Story) -> None:
    told = dataclasses.replace(story, relays=(), reuse=tuple(r for r in story.reuse if not r.spoken))
    twice = dataclasses.replace(told, reuse=(*told.reuse, *(dataclasses.replace(r, id=f"{r.id}x") for r in told.reuse)))
    assert [t.reason for t in make_contents(told).ties] == [t.reason for t in make_contents(twice).ties]
    bare = make_contents(dataclasses.replace(story, relays=(), reuse=()))
    assert {t.reason.split(" ", 1)[1] for t in bare.ties} <= {"tells what A tells in other words.", "is a copy of A."}


def test_the_reason_stands_in_the_text_too(contents: Contents) -> None:
    assert contents.ties
    assert all(f"  - {t.reason}" in render_markdown(contents.edition.story) for t in contents.ties)


def test_the_page_says_it_once_for_each_report(story: Story, contents: Contents) -> None:
    page = render_dossier(story)
    assert page.count("Why reports count as one origin") == 1
    assert all(page.count(t.reason) == 1 for t in contents.ties)
    alone = dataclasses.replace(story, origins=tuple((a.id,) for a in story.articles))
    assert "Why reports count as one origin" not in render_dossier(alone)


def test_a_report_without_a_date_is_said_to_have_none(story: Story) -> None:
    taker = make_contents(story).ties[0].report.article
    undated = dataclasses.replace(taker, published=Published())
    bare = dataclasses.replace(story, relays=(), articles=tuple(undated if a.id == taker.id else a for a in story.articles))
    told = {t.report.article.id: t.reason for t in make_contents(bare).ties}
    assert told[taker.id].endswith("has no date.")
    assert sum(reason.endswith("has no date.") for reason in told.values()) == 1


def test_what_stands_in_quotation_marks_is_in_neither_number(story: Story) -> None:
    def shares(told: Story) -> list[str]:
        return [t.reason.split("%")[0] for t in make_contents(dataclasses.replace(told, relays=())).ties if "%" in t.reason]

    unquoted = tuple(dataclasses.replace(a, quotations=()) for a in story.articles)
    assert shares(story) and shares(story) != shares(dataclasses.replace(story, articles=unquoted, utterances=()))
