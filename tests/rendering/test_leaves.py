"""A long page: parts on leaves, everything there once and reachable, small, and short pages without any."""

import base64
import json
import re
import zlib
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from variorum.records import Story
from variorum.rendering import render_dossier
from variorum.rendering.dossier.leaves import LONG_PAGE, SMALL, Leaves

LEAF = re.compile(r'<script type="application/octet-stream" id="([^"]+)">([^<]*)</script>\n?')
ID = re.compile(r' id="([^"]+)"')


def unpack(page: str) -> tuple[str, list[str], dict[str, Any]]:
    """The page less its leaves, the leaves in order, and their index."""
    found = {name: json.loads(zlib.decompress(base64.b64decode(data))) for name, data in LEAF.findall(page)}
    index = found.pop("leaf-index")
    leaves: list[str] = []
    for name, sheet in found.items():
        assert name == f"sheet-{len(leaves)}"
        leaves += sheet
    return LEAF.sub("", page), leaves, index


@pytest.fixture(scope="module")
def long_page(long_story: Story) -> str:
    return render_dossier(long_story)


def test_every_part_is_on_one_page_or_leaf_and_every_link_resolves(long_page: str) -> None:
    page, leaves, _ = unpack(long_page)
    whole = "\n".join((page, *leaves))
    ids = ID.findall(whole)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', whole)) <= set(ids)
    places = re.findall(r'data-leaf="(\d+)"', whole)
    assert sorted(map(int, places)) == [*range(len(leaves))]


def test_every_finding_and_every_text_is_there_once(long_story: Story, long_page: str) -> None:
    page, leaves, _ = unpack(long_page)
    whole = "\n".join((page, *leaves))
    groups = long_story.utterances, long_story.disagreements, long_story.exclusives, long_story.reuse, long_story.relays
    assert {f.id for group in (*groups, long_story.naming, long_story.timeline) for f in group} <= set(ID.findall(whole))
    assert whole.count("Harbour workers told the Harbour Post that") == len(long_story.articles) / 7


def test_the_index_leads_to_every_leaf(long_page: str) -> None:
    _, leaves, index = unpack(long_page)
    assert len(index["anchors"]) == len(index["parents"]) == len(index["letters"]) == len(leaves)
    for number, (anchors, parent) in enumerate(zip(index["anchors"], index["parents"], strict=True)):
        assert set(anchors) == {a for a in ID.findall(leaves[number]) if not re.match("[A-Z]+-", a)}
        assert parent is None or f'data-leaf="{number}"' in leaves[parent]
    assert any("AB" in letters for letters in index["letters"])
    assert ["speaker-1", "Dorin Vaszary"] in index["speakers"]


def test_what_stands_first_needs_no_script(long_page: str) -> None:
    page, _, _ = unpack(long_page)
    assert "at least 14 people" in page and "nine bodies" in page
    assert "A fire that broke out before dawn" in page
    assert '<noscript><p class="note">This part of a long page' in page


def test_a_short_page_has_no_leaves(story: Story) -> None:
    made = render_dossier(story)
    assert len(story.articles) <= LONG_PAGE
    assert (
        "data-leaf" not in made[made.index("<body>") : made.index("<script>")]
        and "octet-stream" not in made
        and "<noscript>" not in made
    )


def test_a_long_page_is_small(make: Callable[[], Story], long_story: Story, long_page: str) -> None:
    each = len(render_dossier(make()).encode()) / 7
    assert len(long_page.encode()) < 0.5 * each * len(long_story.articles)


def test_small_parts_stay_where_they_are() -> None:
    leaves = Leaves(paged=True)
    assert leaves.put(Markup("<p>a</p>"), "Show it") == "<p>a</p>"
    assert leaves.data([]) == ""
    assert leaves.put(Markup("<p>" + "a" * SMALL + "</p>"), 'Show "it"') == (
        '<div class="leaf" data-leaf="0" data-label="Show &#34;it&#34;"></div>'
    )
    _, _, index = unpack(str(leaves.data([("speaker-1", "Ana </script>")])))
    assert index["speakers"] == [["speaker-1", "Ana </script>"]]


def test_a_leaf_may_lie_on_another() -> None:
    leaves = Leaves(paged=True)
    filler = Markup("<p>{}</p>").format("a" * SMALL)
    inner = leaves.put(Markup('<p id="u1" data-r="B A">{}</p>').format(filler), "Show more")
    leaves.put(Markup('<ul id="u2" data-r="AB"><li id="B-1-2">{}{}</li></ul>').format(inner, filler), "Show all")
    _, _, index = unpack(str(leaves.data([])))
    assert index["parents"] == [1, None]
    assert index["anchors"] == [["u1"], ["u2"]]
    assert index["letters"] == [["A", "B"], ["AB"]]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(), max_size=80), st.integers(1, 30), st.sampled_from([Leaves(paged=True), Leaves(paged=False)]))
def test_parts_and_few_and_many_lose_nothing(found: list[int], size: int, leaves: Leaves) -> None:
    parts = leaves.parts(found, size)
    assert [item for _, items in parts for item in items] == found
    assert all(left == len(found) - sum(len(items) for _, items in parts[:n]) for n, (left, _) in enumerate(parts))
    assert [*leaves.few(found, size), *leaves.many(found, size)] == found
    assert all(len(items) <= size for _, items in parts) if leaves.paged else len(parts) <= 1
