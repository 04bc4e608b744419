"""The page without a browser: links, ids, escaping, size, the same bytes whatever the order."""

import base64
import dataclasses
import hashlib
import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest

from variorum.records import Notice, Story
from variorum.rendering import Measurement, StoryLink, render_dossier, render_empty
from variorum.rendering.dossier.page import web_address


class Page(HTMLParser):
    """Ids, links, headings and element names of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.levels: list[int] = []
        self.names: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {k: v or "" for k, v in attrs}
        self.names.add(tag)
        self.attributes += list(values.items())
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        if re.fullmatch(r"h[1-6]", tag):
            self.levels.append(int(tag[1]))


@pytest.fixture(scope="module")
def text(story: Story) -> str:
    return render_dossier(story, neighbours=(StoryLink("Other", "s1/index.html"), StoryLink("Alone", None, "not part")))


@pytest.fixture(scope="module")
def page(text: str) -> Page:
    return Page(text)


def test_every_link_resolves_and_no_id_stands_twice(page: Page) -> None:
    assert len(page.ids) == len(set(page.ids))
    assert {h[1:] for h in page.links if h.startswith("#")} <= set(page.ids)


def test_a_figure_inside_the_words_of_another_has_its_place_too(story: Story) -> None:
    killed = story.disagreements[0]
    first = killed.members[0]
    inside = dataclasses.replace(first, start=first.end - 9, exact=first.exact[-9:], value="14", low=14.0, high=14.0)
    assert inside.exact == "14 people"
    changed = dataclasses.replace(killed, members=(*killed.members, inside))
    made = Page(render_dossier(dataclasses.replace(story, disagreements=(changed, *story.disagreements[1:]))))
    assert f"#A-{inside.start}-{inside.end}" in made.links
    assert {h[1:] for h in made.links if h.startswith("#")} <= set(made.ids)


def test_every_finding_has_its_place(story: Story, page: Page) -> None:
    groups = story.utterances, story.disagreements, story.exclusives, story.reuse, story.relays, story.naming
    assert {f.id for group in (*groups, story.timeline) for f in group} <= set(page.ids)
    assert {g.id for g in story.claim_groups if g.status != "single"} <= set(page.ids)


def test_every_quoted_word_leads_to_its_passage(text: str) -> None:
    words = re.findall(r'<a class="words" href="#([^"]+)"', text)
    assert len(words) > 30
    assert all(f'id="{anchor}"' in text for anchor in words)


def test_headings_step_down_one_by_one(page: Page) -> None:
    assert page.levels[0] == 1 and page.levels.count(1) == 1
    assert all(after - before <= 1 for before, after in zip(page.levels, page.levels[1:], strict=False))


def test_nothing_is_fetched_and_nothing_runs_but_our_script(text: str, page: Page) -> None:
    assert not page.names & {"img", "iframe", "object", "embed", "form", "audio", "video", "base"}
    assert text.count("<script") == 1 and text.count("<style") == 1
    assert not [k for k, _ in page.attributes if k.startswith("on") or k in ("style", "src", "srcset")]
    outside = [h for h in page.links if not h.startswith("#")]
    assert all(h.startswith("https://") or h in ("story.json", "s1/index.html") for h in outside)
    assert "javascript:" not in "".join(page.links)


def test_the_policy_names_exactly_our_style_and_script(text: str) -> None:
    for tag, directive in (("style", "style-src"), ("script", "script-src")):
        inner = re.search(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        assert inner is not None
        digest = base64.b64encode(hashlib.sha256(inner[1].encode()).digest()).decode()
        assert f"{directive} &#39;sha256-{digest}&#39;" in text or f"{directive} 'sha256-{digest}'" in text


def test_report_text_is_stored_once(story: Story, text: str) -> None:
    sentence = "Harbour workers told the Harbour Post that"
    assert text.count(sentence) == 1


def test_the_same_bytes_whatever_the_order(story: Story, text: str) -> None:
    names = (
        "articles",
        "entities",
        "utterances",
        "claim_groups",
        "exclusives",
        "omissions",
        "reuse",
        "relays",
        "origins",
        "naming",
        "events",
        "timeline",
    )
    turned = dataclasses.replace(story, **{name: getattr(story, name)[::-1] for name in names})
    links = (StoryLink("Other", "s1/index.html"), StoryLink("Alone", None, "not part"))
    assert render_dossier(turned, neighbours=links) == text


def test_a_story_with_nothing_found_is_still_a_page(story: Story) -> None:
    made = Page(render_dossier(Story("s1", "", story.articles)))
    assert {h[1:] for h in made.links if h.startswith("#")} <= set(made.ids)
    assert {"differ", "agreed", "reports", "method"} <= set(made.ids)


def test_lone_surrogates_can_be_written(story: Story) -> None:
    article = dataclasses.replace(story.articles[0], text="A \ud83d b", title=None, title_span=None, quotations=())
    render_dossier(Story("s1", "\udc00", (article,))).encode("utf-8")


def test_measured_quality_and_notices_are_shown(story: Story) -> None:
    made = render_dossier(story, measured=(Measurement("sayings", "0.94", "0.81", "100 articles <b>"),))
    assert "0.94" in made and "100 articles &lt;b&gt;" in made and "gazette is a copy of cna" in made


def test_links_beside_the_page_stay_beside_it(story: Story) -> None:
    bad = tuple(StoryLink("x", href) for href in ("javascript:alert(1)", "//evil.example", "https://evil.example", "/etc"))
    assert "evil" not in render_dossier(story, neighbours=bad) and "/etc" not in render_dossier(story, neighbours=bad)
    assert web_address("https://a.example/x?y=1") == "https://a.example/x?y=1"
    assert web_address("javascript:alert(1)") == web_address("http://[") == ""


def test_reports_that_are_all_alone(story: Story) -> None:
    made = render_empty(story.articles, (Notice("alone", "cna", "cna <i>stands</i> alone"),))
    assert "7 reports were read" in made
    assert "<script>alert" not in made and "&lt;i&gt;stands" in made


@pytest.mark.parametrize(("times", "megabytes"), [(1, 0.5), (20, 1.5)])
def test_size(multiplied: Callable[[int], Story], times: int, megabytes: float) -> None:
    made = multiplied(times)
    assert len(made.articles) == 7 * times
    assert len(render_dossier(made).encode()) < megabytes * 10**6
