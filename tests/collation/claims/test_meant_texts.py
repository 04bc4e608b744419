"""Clauses as the encoder reads them."""

from collections.abc import Callable

from variorum.collation.claims.meant_texts import meant_texts
from variorum.collation.claims.statements import roll_of, statements_of
from variorum.collation.entities.find import merge_entities
from variorum.records import AnnotatedArticle

Told = Callable[..., AnnotatedArticle]


def test_names_stand_for_pronouns_and_for_descriptions_of_the_named(told: Told) -> None:
    text = (
        "Mayor Ilse Corman opened the old bridge on Monday. The mayor thanked the builders. She praised a farmer from Tessin."
    )
    articles = (told("a", text),)
    entities = merge_entities(articles)
    clauses, sentences = meant_texts(statements_of(articles, entities), roll_of(entities).names)
    assert "Ilse Corman thanked the builders" in clauses
    assert "Ilse Corman praised a farmer from Tessin." in sentences
    assert "Mayor Ilse Corman opened the old bridge on Monday" in clauses


def test_a_pronoun_of_one_whom_the_clause_names_stays(told: Told) -> None:
    text = "Ilse Corman kept her promise on Monday. The mayor sold her own horse. Her brother Arne Corman opened the old mill."
    articles = (told("a", text),)
    entities = merge_entities(articles)
    found = statements_of(articles, entities)
    clauses, _ = meant_texts(found, roll_of(entities).names)
    assert "Ilse Corman kept her promise on Monday" in clauses
    assert "Ilse Corman kept her promise on Monday" in [s.text for s in found]
    assert "Ilse Corman brother Arne Corman opened the old mill" in clauses
