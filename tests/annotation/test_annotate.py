"""One article, alone or among others: the same findings, all of them inside their text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.annotation.annotate import annotate_article, annotate_articles
from variorum.annotation.nlp import Pipeline
from variorum.annotation.placement import place_article
from variorum.records import Article, Furniture, to_json

TEXT = (
    "TALIN (Osk Press) - The mayorx-icon of Talin, Bela Korn, saidx-icon on Monday that 12 houses were lost. "
    "“We will rebuild,” she told reporters."
)


def with_furniture() -> Article:
    marks = [Furniture(0, TEXT.index("The"), "dateline")]
    at = TEXT.find("x-icon")
    while at >= 0:
        marks.append(Furniture(at, at + len("x-icon"), "markup"))
        at = TEXT.find("x-icon", at + 1)
    return Article("a", TEXT, furniture=tuple(marks))


def test_findings_run_over_junk_and_begin_and_end_outside_it(pipeline: Pipeline) -> None:
    article = annotate_article(with_furniture(), pipeline)
    marked = {i for f in article.furniture for i in range(f.start, f.end)}
    parsed = [(m.start, m.end) for m in article.mentions if article.text[m.start : m.end] != "Osk Press"]
    spans = parsed + [s for q in article.quotations for s in (*q.content, *q.cue, *q.source)]
    assert spans
    assert all(start not in marked and end - 1 not in marked for start, end in spans)
    assert any("x-icon" in TEXT[s:e] for q in article.quotations for s, e in q.source)


def test_a_title_outside_the_text_is_read_too(pipeline: Pipeline) -> None:
    article = annotate_article(Article("a", "The mayor left.", title="“Talin is safe,” mayor says"), pipeline)
    quotation = next(q for q in article.quotations if q.field == "title")
    assert article.title is not None
    assert "Talin is safe" in article.title[quotation.content[0][0] : quotation.content[-1][1]]


def test_an_article_gets_the_same_findings_alone_and_among_others(pipeline: Pipeline) -> None:
    others = [Article(f"o{i}", f"Report {i}: the river rose by {i} metres, Osk Press said.") for i in range(5)]
    together = list(annotate_articles([*others, with_furniture()], pipeline))
    assert to_json(together[-1]) == to_json(annotate_article(with_furniture(), pipeline))
    assert list(annotate_articles(together, pipeline)) == together


words = st.sampled_from(
    ["said", "the", "mayor", "“", "”", '"', "2026", "Talin", "not", "12", "on Monday", ".", "\n", "\n\n", "’", "é"]
)
texts = st.one_of(st.text(max_size=120), st.lists(words, max_size=40).map(" ".join))


@settings(max_examples=60, deadline=None)
@given(text=texts, title=st.none() | st.text(max_size=30))
def test_no_text_breaks_it_and_every_span_is_inside(pipeline: Pipeline, text: str, title: str | None) -> None:
    article = annotate_article(Article("a", text, title=title), pipeline)
    fields = {"text": text, "title": title or ""}
    for found in (*article.mentions, *article.times, *article.quantities, *article.event_mentions, *article.loaded_words):
        assert 0 <= found.start < found.end <= len(fields[found.field])
    for quotation in article.quotations:
        for start, end in (*quotation.content, *quotation.cue, *quotation.source):
            assert 0 <= start < end <= len(fields[quotation.field])
    for claim in article.claims:
        assert 0 <= claim.span[0] < claim.span[1] <= len(fields[claim.field])


@given(text=st.text(max_size=60), data=st.data())
def test_kept_characters_map_back_to_themselves(text: str, data: st.DataObject) -> None:
    cuts = data.draw(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=3))
    furniture = tuple(Furniture(a, min(b, len(text)), "other") for a, b in cuts if a < min(b, len(text)))
    placement = place_article(Article("a", text, furniture=furniture))
    for i, character in enumerate(placement.text):
        assert placement.place(i, i + 1)[1][0] < len(text)
        assert character.isspace() or text[placement.offsets[i]] == character
