"""Reports with every finding in its place: text kept to the letter, elements nested, notes both ways."""

import html
import re

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from variorum.rendering.contents import Contents
from variorum.rendering.evidence import find_marks
from variorum.rendering.marking import Transcript, _Piece, by_report, transcribe, wrap


def transcript(contents: Contents, letter: str) -> Transcript:
    marks = by_report(find_marks(contents))
    return transcribe(next(r for r in contents.edition.reports if r.letter == letter), marks.get(letter, ()))


def bare(markup: str) -> str:
    without_numbers = re.sub(r'<a class="number".*?</a>', "", markup)
    return html.unescape(re.sub(r"<[^>]*>", "", without_numbers))


def test_the_text_is_kept_to_the_letter(contents: Contents) -> None:
    for report in contents.edition.reports:
        paragraphs = transcript(contents, report.letter).paragraphs
        assert "\n".join(bare(p.markup) for p in paragraphs) == re.sub(r"\n\s*\n", "\n", report.article.text)


def test_every_mark_has_one_anchor_and_a_note_that_leads_to_its_finding(contents: Contents) -> None:
    for report in contents.edition.reports:
        made = transcript(contents, report.letter)
        paragraphs = (*([made.title] if made.title else []), *made.paragraphs)
        anchors = re.findall(r' id="([^"]+)"', "".join(p.markup for p in paragraphs))
        notes = [n for p in paragraphs for n in p.notes]
        assert sorted(anchors) == sorted(n.passage for n in notes)
        assert all(n.entries for n in notes)


def test_furniture_is_marked_and_a_paragraph_of_nothing_else_is_junk(contents: Contents) -> None:
    junk = [p for p in transcript(contents, "B").paragraphs if p.junk]
    assert [bare(p.markup) for p in junk] == ["Advertisement - subscribe to the Harbour Post from 2 crowns a week"]
    assert 'class="furniture"' in junk[0].markup


def test_hostile_text_is_escaped(contents: Contents) -> None:
    made = transcript(contents, "G")
    assert made.title is not None
    everything = made.title.markup + "".join(p.markup for p in made.paragraphs)
    assert "<script" not in everything and "<img" not in everything and "&lt;script&gt;" in everything


spans = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 30)).map(lambda t: (t[0], t[0] + t[1])), max_size=8)


@given(st.text('ab<&"é🔥 ', min_size=61, max_size=61), spans)
def test_crossing_pieces_are_split_and_nothing_is_lost(source: str, found: list[tuple[int, int]]) -> None:
    pieces = [_Piece(s, e, Markup(f'<span id="p{i}">')) for i, (s, e) in enumerate(found)]
    markup = str(wrap(source, (0, len(source)), pieces))
    assert html.unescape(re.sub(r"</?span[^>]*>", "", markup)) == source
    assert markup.count("<span") == markup.count("</span>")
    assert sorted(re.findall(r' id="p(\d+)"', markup)) == sorted(str(i) for i in range(len(found)))
    for i, (start, end) in enumerate(found):
        assert _covered(markup, f"p{i}") == source[start:end]


def _covered(markup: str, name: str) -> str:
    """The text inside all elements that belong to one piece."""
    depth: list[bool] = []
    text = ""
    for tag, words in re.findall(r"(<[^>]+>)|([^<]+)", markup):
        if tag == "</span>":
            depth.pop()
        elif tag:
            depth.append(f'"{name}"' in tag)
        elif any(depth):
            text += html.unescape(words)
    return text
