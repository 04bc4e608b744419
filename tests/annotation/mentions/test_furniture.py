"""Names in datelines, credits and bylines are mentions; places in datelines and people without a full name are not."""

from variorum.annotation.annotate import annotate_article
from variorum.annotation.nlp import Pipeline
from variorum.records import Article, Furniture


def named(pipeline: Pipeline, text: str, *pieces: tuple[str, str]) -> dict[str, list[str]]:
    """The mentions in furniture, by entity name."""
    furniture = tuple(Furniture(text.index(p), text.index(p) + len(p), kind) for p, kind in pieces)  # type: ignore[arg-type]
    made = annotate_article(Article("a", text, furniture=furniture), pipeline)
    names = {e.id: e.name for e in made.entities}
    found: dict[str, list[str]] = {}
    for mention in made.mentions:
        if any(f.start <= mention.start < f.end for f in furniture):
            found.setdefault(names[mention.entity], []).append(text[mention.start : mention.end])
    assert len({e.id for e in made.entities}) == len(made.entities)
    return found


def test_the_agency_of_a_dateline_is_named_there(pipeline: Pipeline) -> None:
    text = "TALIN, May 4 (TarPress) - The mill burned down. The mayor left."
    assert named(pipeline, text, ("TALIN, May 4 (TarPress) - ", "dateline")) == {"TarPress": ["TarPress"]}


def test_who_is_known_from_the_report_is_known_in_a_credit(pipeline: Pipeline) -> None:
    text = (
        "By Ada Roe, with KNP\nThe mill burned down, the agency KNP reported. Bela Korn, the mayor, left.\nContact: Bela Korn"
    )
    found = named(pipeline, text, ("By Ada Roe, with KNP\n", "byline"), ("\nContact: Bela Korn", "credit"))
    assert found == {"KNP": ["KNP"], "Bela Korn": ["Bela Korn"]}


def test_a_land_in_brackets_or_a_picture_line_names_nobody(pipeline: Pipeline) -> None:
    text = "TALIN (France) - The agency KNP reported a fire.\nThe mill. Photo: KNP"
    assert named(pipeline, text, ("TALIN (France) - ", "dateline"), ("\nThe mill. Photo: KNP", "caption")) == {}
