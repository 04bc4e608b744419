"""The picture of who handed what to whom, and copied passages."""

import dataclasses
import itertools

from variorum.records import CopyEdit, CopyVariant, Provenance, Relay, Story
from variorum.rendering.contents import Contents
from variorum.rendering.edition import make_edition
from variorum.rendering.edits import spoken_pieces
from variorum.rendering.origins import PICTURE_LIMIT, Picture, make_origins


def picture(contents: Contents) -> Picture:
    assert contents.origins.picture is not None
    return contents.origins.picture


def test_reports_stand_in_bands_of_shared_origin_below_what_they_draw_on(contents: Contents) -> None:
    nodes = {n.report.letter: n for n in picture(contents).reports if n.report}
    assert [n for n, _ in sorted(nodes.items(), key=lambda x: x[1].y)] == [*"ABCDEFG"]
    assert nodes["B"].x > nodes["A"].x and nodes["C"].x == nodes["B"].x
    assert [b.height for b in picture(contents).bands] == [46 * 3, 46, 46, 46, 46]


def test_no_two_nodes_overlap_and_all_is_inside(contents: Contents) -> None:
    for nodes in (picture(contents).sources, picture(contents).reports):
        heights = sorted(n.y for n in nodes)
        assert all(b - a >= 46 for a, b in itertools.pairwise(heights))
        assert all(0 < n.y < picture(contents).height for n in nodes)


def test_every_relay_is_drawn_and_told_in_words(contents: Contents) -> None:
    assert len(picture(contents).edges) == len(contents.origins.handovers) == 6
    assert [h.source for h in contents.origins.handovers if h.to.letter == "E"] == ["Norvane's Foreign Ministry"]
    assert {h.kind for h in contents.origins.handovers} == {"credit", "dateline"}


def test_an_outside_source_says_which_report_is_its_own(story: Story) -> None:
    outlet = next(a.outlet for a in story.articles if a.id == "review")
    named = dataclasses.replace(story.relays[0], id="rnamed", source=outlet or "")
    made = make_origins(make_edition(dataclasses.replace(story, relays=(named,)))).picture
    assert made is not None
    assert [(n.label, n.report.letter if n.report else None) for n in made.sources] == [(outlet, "F")]


def test_relays_in_a_circle_can_be_drawn(story: Story) -> None:
    there = story.relays[0]
    back = Relay("rback", "harbour", "cna", ("reuse",), there.passages, Provenance("relays@1", None, ""))
    made = make_origins(make_edition(dataclasses.replace(story, relays=(there, back)))).picture
    assert made is not None
    assert len({n.y for n in made.reports}) == 7


def test_very_many_reports_are_told_in_words_only(story: Story) -> None:
    extra = tuple(dataclasses.replace(story.articles[0], id=f"extra{i}") for i in range(PICTURE_LIMIT))
    made = make_origins(make_edition(dataclasses.replace(story, articles=(*story.articles, *extra))))
    assert made.picture is None
    assert len(made.handovers) == 6


def test_copied_passages_start_with_their_origin_and_show_their_edits(contents: Contents) -> None:
    copies = contents.origins.copies
    assert len(copies) == 4
    edited = next(c for c in copies if c.kind == "edited")
    assert edited.spoken
    assert spoken_pieces(edited.others[0][1]) == (
        'The valves were [-twenty-] [+20+] years old and we had written to the government," [-about them-] she said'
    )


def test_what_a_copy_changed_besides_its_words_is_said(story: Story) -> None:
    record = next(r for r in story.reuse if r.kind == "verbatim")
    edit = CopyEdit("replace", (0, 1), (0, 1), "marks")
    changed = dataclasses.replace(record, variants=(CopyVariant(1, 0, (edit,), moved=True),))
    edition = make_edition(dataclasses.replace(story, reuse=(changed,)))
    (copy,) = make_origins(edition).copies
    ((cite, _, notes),) = copy.others
    assert cite == edition.cite(record.members[1])
    assert notes == ("in another place of the text", "other punctuation or quotation marks")
