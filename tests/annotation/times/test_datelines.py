"""Times in datelines and date lines, which are furniture and not parsed."""

from variorum.annotation.annotate import annotate_article
from variorum.annotation.nlp import Pipeline
from variorum.reading import read_row
from variorum.records import AnnotatedArticle
from variorum.records.article import Article, Furniture, Published

DAY = Published("2031-05-06", "day", "metadata", "2031-05-06", "2031-05-06")


def times(text: str, pipeline: Pipeline, *marks: tuple[str, str], published: Published = DAY) -> dict[str, str]:
    places = ((text.index(words), words, kind) for words, kind in marks)
    furniture = tuple(Furniture(at, at + len(words), kind) for at, words, kind in places)
    made = annotate_article(Article("a", text, published=published, furniture=furniture), pipeline)
    assert len({t.id for t in made.times}) == len(made.times)
    assert [t.start for t in made.times] == sorted(t.start for t in made.times)
    return {text[t.start : t.end]: t.value for t in made.times}


def test_a_dateline_and_a_line_with_a_date_are_times(pipeline: Pipeline) -> None:
    text = "MARENZ, May 4 (TarPress) – The mill burned on Sunday.\nLast updated 6 May 2031"
    found = times(text, pipeline, ("MARENZ, May 4 (TarPress) – ", "dateline"), ("Last updated 6 May 2031", "other"))
    assert found == {"May 4": "2031-05-04", "Sunday": "2031-05-04", "6 May 2031": "2031-05-06"}


def test_a_menu_or_a_picture_line_gives_none(pipeline: Pipeline) -> None:
    text = "The mill burned.\nThe mill on 3 May 2029\nRead more: fire of 2027"
    assert times(text, pipeline, ("The mill on 3 May 2029", "caption"), ("Read more: fire of 2027", "related")) == {}


def test_without_a_publication_date_a_day_without_a_year_is_none(pipeline: Pipeline) -> None:
    text = "MARENZ, May 4 (TarPress) – The mill burned."
    assert times(text, pipeline, ("MARENZ, May 4 (TarPress) – ", "dateline"), published=Published()) == {}


def test_a_report_read_from_a_row_keeps_its_dateline_day(pipeline: Pipeline) -> None:
    row = {"id": "a", "text": "Mill burns\n\nMARENZ, May 4 (TarPress) – The mill burned down.", "published": "2031-05-05"}
    article = read_row(row, on_problem=print)
    assert article is not None and article.furniture
    made = annotate_article(article, pipeline)
    assert isinstance(made, AnnotatedArticle) and [t.value for t in made.times] == ["2031-05-04"]
