"""Sayings under their speakers: versions side by side, differences word by word, who passed them on."""

import dataclasses

from variorum.records import AnnotatedArticle, Edit, Story, Variant
from variorum.records.article import passage_of
from variorum.rendering.contents import Contents
from variorum.rendering.edition import make_edition
from variorum.rendering.sayings import Saying, Sayings, Speaker, make_sayings
from variorum.rendering.versions import Telling, make_version


def speaker(contents: Contents, name: str) -> Speaker:
    return next(s for s in contents.sayings.speakers if s.name == name)


def test_the_most_widely_reported_speaker_comes_first_and_the_unnamed_after_the_named(contents: Contents) -> None:
    names = [s.name for s in contents.sayings.speakers]
    assert names[0] == "Dorin Vaszary"
    assert names.index("A police officer") > names.index("Shadi Mansour")


def test_a_saying_is_shown_once_with_every_version(contents: Contents) -> None:
    saying = speaker(contents, "Dorin Vaszary").sayings[0]
    assert saying.letters == ("A", "B", "E", "F")
    assert [v.relation for v in saying.versions[1:]] == ["shortened", "shortened", "words changed"]


def test_word_differences_name_what_was_left_out_and_added(contents: Contents) -> None:
    changed = speaker(contents, "Dorin Vaszary").sayings[0].versions[3]
    assert [(p.op, p.text) for p in changed.pieces] == [
        ("equal", "We will not lease one metre of this harbour to a foreign navy"),
        ("delete", "while I hold this office, and nobody should read an accident as an invitation"),
        ("insert", "without a vote in parliament"),
    ]
    assert changed.changes == ("another limit or condition",)


def test_reports_with_the_same_words_share_one_version(contents: Contents) -> None:
    pump = next(s for s in speaker(contents, "Ilke Maren").sayings if "pumping" in s.versions[0].words)
    assert [c.report.letter for c in pump.versions[0].cites] == ["A", "B"]
    assert pump.versions[0].path == "Calidrian News Agency"
    assert not pump.versions[0].quoted


def test_a_retold_saying_says_how_it_was_introduced(contents: Contents) -> None:
    denied = next(s for s in speaker(contents, "Dorin Vaszary").sayings if "soldiers" in s.versions[0].words)
    assert denied.versions[0].how == "denied"


def test_views_and_wishes_stand_apart_from_speech(contents: Contents) -> None:
    vaszary = speaker(contents, "Dorin Vaszary")
    assert [s.act_label for s in vaszary.stances] == ["thinks"]
    assert not speaker(contents, "a person close to him").sayings


def test_a_broken_up_quotation_is_joined(contents: Contents) -> None:
    assert speaker(contents, "A police officer").sayings[0].versions[0].words == (
        "the fence … had holes you could drive a cart through"
    )


def test_unresolved_speakers_stand_apart_with_who_it_could_be(contents: Contents) -> None:
    (saying,) = contents.sayings.unresolved
    assert saying.candidates == ("Shadi Mansour",)


def test_quotations_that_point_outside_their_report_are_left_out(story: Story) -> None:
    cna = next(a for a in story.articles if a.id == "cna")
    broken = tuple(dataclasses.replace(q, content=((0, 10**6),)) for q in cna.quotations)
    articles = tuple(dataclasses.replace(a, quotations=broken) if a.id == "cna" else a for a in story.articles)
    sayings: Sayings = make_sayings(make_edition(dataclasses.replace(story, articles=articles)))
    shown: list[Saying] = [s for sp in sayings.speakers for s in (*sp.sayings, *sp.stances)]
    assert shown
    assert all("A" not in s.letters for s in shown)


def test_what_is_quoted_once_and_what_is_left_of_a_compared_quotation_are_sayings_too(story: Story) -> None:
    kept = story.utterances[0]
    base, other = kept.quotations[0], kept.quotations[1]
    cna = next(a for a in story.articles if a.id == "cna")
    start, end = next(q.content[0] for q in cna.quotations if q.id == base.quotation)
    first = Variant(other, base, (Edit("equal", (start, start + 61), (123, 184), None),), "same")
    short = dataclasses.replace(kept, quotations=(base, other), variants=(first,))
    sayings = make_sayings(make_edition(dataclasses.replace(story, utterances=(short,))))
    vaszary = next(s for s in sayings.speakers if s.name == "Dorin Vaszary")
    words = [s.versions[0].words for s in vaszary.sayings if "A" in s.letters]
    assert words[0] == "We will not lease one metre of this harbour to a foreign navy"
    assert "while I hold this office, and nobody should read an accident as an invitation" in words
    assert any(s.id == base.quotation for s in vaszary.sayings)
    assert end - start > 61


def test_quotations_of_copies_are_not_shown_again(story: Story) -> None:
    cna, gazette = (next(a for a in story.articles if a.id == i) for i in ("cna", "gazette"))
    again = tuple(dataclasses.replace(q, id=f"{q.id[:-1]}x") for q in cna.quotations)
    articles = tuple(dataclasses.replace(a, quotations=again) if a is gazette else a for a in story.articles)
    sayings = make_sayings(make_edition(dataclasses.replace(story, articles=articles)))
    assert all("C" not in s.letters for speaker in sayings.speakers for s in speaker.sayings)


def test_what_stands_outside_quotations_is_a_version_in_the_words_of_its_report(story: Story) -> None:
    kept = story.utterances[0]
    harbour = next(a for a in story.articles if a.id == "harbour")
    words = "Talks on a new lease for Norvanian ships are planned for May 14."
    start = harbour.text.index(words)
    told = dataclasses.replace(kept, unquoted=(passage_of(harbour, (start, start + len(words))),))
    sayings = make_sayings(make_edition(dataclasses.replace(story, utterances=(told, *story.utterances[1:]))))
    saying = next(s for sp in sayings.speakers for s in sp.sayings if s.id == kept.id)
    (own,) = (v for v in saying.versions if v.how == "in the report's own words")
    assert own.words == words
    assert not own.quoted


def test_the_preposition_between_cue_and_medium_is_shown(story: Story) -> None:
    text = "The tanks are empty, Ilke Maren said in a statement."
    quotation = dataclasses.replace(
        next(q for a in story.articles for q in a.quotations),
        field="text", content=((0, 19),), cue=((32, 36),), addressee=(), medium=((40, 51),), speaker=None, chain=(),
    )  # fmt: skip
    article = AnnotatedArticle("a", text, quotations=(quotation,))
    edition = make_edition(Story("s", "Fire", (article,)))
    version = make_version(edition, Telling(edition.reports[0], quotation, quotation.content))
    assert version is not None and version.how == "said in a statement"


def test_who_speaks_under_two_names_passes_nothing_on(story: Story) -> None:
    cna = next(a for a in story.articles if a.id == "cna")
    said = next(q for q in cna.quotations if q.speaker)
    twice = dataclasses.replace(said, chain=(said.speaker, said.speaker))
    edition = make_edition(story)
    version = make_version(edition, Telling(next(r for r in edition.reports if r.article is cna), twice, twice.content))
    assert version is not None and version.path == ""


def test_whom_a_report_gives_the_words_to_is_told_where_it_is_another(story: Story) -> None:
    told = story.utterances[0]
    ref = told.quotations[1]
    other = next(e for e in story.entities if e.name == "Ilke Maren")
    quotations = {
        a.id: tuple(dataclasses.replace(q, speaker=other.members[0]) if q.id == ref.quotation else q for q in a.quotations)
        for a in story.articles
        if a.id == ref.article
    }
    articles = tuple(dataclasses.replace(a, quotations=quotations.get(a.id, a.quotations)) for a in story.articles)
    found = make_sayings(make_edition(dataclasses.replace(story, articles=articles)))
    saying = next(s for s in (s for sp in found.speakers for s in sp.sayings) if s.id == told.id)
    letters = {v.giver: v.letters for v in saying.versions}
    assert set(letters) == {"", "Ilke Maren"}
    assert len(letters["Ilke Maren"]) == 1
