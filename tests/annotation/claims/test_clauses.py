"""Clauses: who does what to whom, negation and modality, on invented sentences."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.annotation.claims.clauses import Clause, find_clauses, obliques
from variorum.annotation.claims.modality import stance_of
from variorum.annotation.nlp import Pipeline


def clause(pipeline: Pipeline, text: str, verb: str) -> Clause:
    return next(c for c in find_clauses(pipeline.nlp(text)).items if c.head.text == verb)


@pytest.mark.parametrize(
    ("text", "verb", "subject", "acted_on"),
    [
        ("The army shelled the village.", "shelled", "army", "village"),
        ("The village was shelled by the army.", "shelled", "army", "village"),
        ("Rebels were shot and wounded by police.", "shot", "police", "Rebels"),
        ("Averia vowed to leave the pact.", "leave", "Averia", "pact"),
        ("The council asked Averia to release the prisoners.", "release", "Averia", "prisoners"),
        ("Averia called on the rebels to disarm.", "disarm", "rebels", None),
        ("The bases the League built in Averia were attacked.", "built", "League", "bases"),
        ("Troops stationed in Averia are training recruits.", "stationed", None, "Troops"),
        ("Fighters who had crossed the river attacked the mill.", "crossed", "Fighters", "river"),
        ("Mara Tolen was forced to leave the palace.", "leave", "Tolen", "palace"),
        ("The police arrested and charged two men.", "arrested", "police", "men"),
        ("There are ten ships in the harbour.", "are", "ships", None),
        ("He fled the palace of the king and guards were sent after him.", "sent", None, "guards"),
    ],
)
def test_who_does_what_to_whom(pipeline: Pipeline, text: str, verb: str, subject: str | None, acted_on: str | None) -> None:
    found = clause(pipeline, text, verb)
    assert (found.subject.text if found.subject else None) == subject
    assert (found.object.text if found.object else None) == acted_on


@pytest.mark.parametrize(
    ("text", "verb", "polarity", "modality"),
    [
        ("Averia signed the treaty.", "signed", "positive", "asserted"),
        ("Averia did not sign the treaty.", "sign", "negative", "asserted"),
        ("Averia refused to sign the treaty.", "sign", "negative", "asserted"),
        ("Averia never refused to sign the treaty.", "sign", "positive", "asserted"),
        ("Averia no longer controls the port.", "controls", "negative", "asserted"),
        ("Nobody left the port.", "left", "negative", "asserted"),
        ("Nobody wants to leave the port.", "leave", "negative", "planned"),
        ("No sailor was allowed to leave the port.", "leave", "negative", "possible"),
        ("No sailor refused to leave the port.", "leave", "positive", "asserted"),
        ("Averia did not agree to leave the port.", "leave", "negative", "planned"),
        ("No permission was given to the fleet.", "given", "negative", "asserted"),
        ("Averia would under no circumstances host the fleet.", "host", "negative", "planned"),
        ("The fleet left without firing a shot.", "firing", "negative", "asserted"),
        ("Police prevented the crowd from entering the hall.", "entering", "negative", "asserted"),
        ("He denied that the army had burned the village.", "burned", "negative", "asserted"),
        ("Averia plans to buy the ships.", "buy", "positive", "planned"),
        ("Averia is considering buying the ships.", "buying", "positive", "possible"),
        ("Averia will buy the ships.", "buy", "positive", "planned"),
        ("Averia may buy the ships.", "buy", "positive", "possible"),
        ("If the talks fail, Averia will close the border.", "close", "positive", "conditional"),
        ("The council urged Averia to open the border.", "open", "positive", "demanded"),
        ("Averia was not allowed to open the border.", "open", "negative", "possible"),
        ("Will Averia sign the treaty?", "sign", "positive", "question"),
        ("It was not only a mistake but a crime.", "was", "positive", "asserted"),
        ("Neither the League nor Averia signed the treaty.", "signed", "negative", "asserted"),
        ("Not one shell fell on the harbour.", "fell", "negative", "asserted"),
        ("Not a single sailor was hurt in the harbour.", "hurt", "negative", "asserted"),
        ("One sailor was hurt, not two.", "hurt", "positive", "asserted"),
        ("The sailors needed nobody's permission.", "needed", "negative", "asserted"),
        ("The captain knew of no plan.", "knew", "negative", "asserted"),
        ("The captain spoke of ten plans.", "spoke", "positive", "asserted"),
        ("It was the rain that broke the dam, not a bomb.", "was", "positive", "asserted"),
        ("We ask for bread, not stones", "ask", "positive", "asserted"),
        ("The ferry, the crew said, never left the port.", "left", "negative", "asserted"),
        ("Nothing but rope was found on the ship.", "found", "positive", "asserted"),
        ("There is no doubt that rebels mined the harbour.", "mined", "positive", "asserted"),
        ("There is no proof that rebels mined the harbour.", "mined", "negative", "possible"),
        ("The council saw no proof that rebels mined the harbour.", "mined", "negative", "possible"),
        ("There is not enough proof that rebels mined the harbour.", "mined", "negative", "possible"),
        ("The suspicion that rebels mined the harbour was not in the paper.", "mined", "positive", "asserted"),
        ("The hope that rebels mined the harbour was not in the paper.", "mined", "positive", "planned"),
        ("There was no order to close the harbour.", "close", "positive", "demanded"),
        ("The council did not explain the decision to close the harbour.", "close", "positive", "planned"),
        ("It is not true that rebels mined the harbour.", "mined", "negative", "asserted"),
        ("Reports that rebels mined the harbour were wrong.", "mined", "negative", "asserted"),
        ("Reports that rebels mined the harbour were not true.", "mined", "negative", "asserted"),
        ("The report that rebels mined the harbour was wrong.", "mined", "negative", "asserted"),
        ("The report that rebels mined the harbour is true.", "mined", "positive", "asserted"),
        ("It is true that rebels mined the harbour.", "mined", "positive", "asserted"),
        ("It is unlikely that rebels mined the harbour.", "mined", "negative", "possible"),
    ],
)
def test_how_a_clause_stands(pipeline: Pipeline, text: str, verb: str, polarity: str, modality: str) -> None:
    stance = stance_of(clause(pipeline, text, verb))
    assert (stance.polarity, stance.modality) == (polarity, modality)


@pytest.mark.parametrize(
    ("text", "verb", "polarity"),
    [
        ("The captain did not resign merely because of the fire.", "resign", "positive"),
        ("The captain did not resign because of the fire.", "resign", "negative"),
        ("The sailors were not sent to Averia to fight but to build boats.", "sent", "positive"),
        ("The sailors were not sent to Averia to fight.", "sent", "negative"),
        ("The captain did not resign because of the fire, but for reasons of health.", "resign", "positive"),
        ("The farmers did not ask for money but for seed.", "ask", "negative"),
        ("Simply because of the fire the captain did not resign.", "resign", "negative"),
        ("The captain did not leave because of the fog but stayed in the harbour.", "leave", "negative"),
        ("The ferry did not reach the port until midnight.", "reach", "positive"),
        ("The ferry will not leave the port until the strike is over.", "leave", "negative"),
        ("We did not sell the mill because we were poor. We sold it because it was haunted.", "sell", "positive"),
        ("We did not sell the mill because we were fond of it.", "sell", "negative"),
        ("We did not sell the mill, because nobody asked. The king sold his because he was poor.", "sell", "negative"),
    ],
)
def test_a_negation_may_be_about_the_reason_or_the_time(pipeline: Pipeline, text: str, verb: str, polarity: str) -> None:
    assert stance_of(clause(pipeline, text, verb)).polarity == polarity


def test_a_tensed_verb_is_not_coordinated_with_an_infinitive(pipeline: Pipeline) -> None:
    found = clause(pipeline, "Averia asked Brennia to withdraw its troops and called on the rebels to disarm.", "called")
    assert found.subject is not None
    assert found.subject.text == "Averia"


def test_prepositions_of_several_words(pipeline: Pipeline) -> None:
    found = clause(pipeline, "The rebels pulled out of the town.", "pulled")
    assert [(name, noun.text) for name, noun in obliques(found.head)] == [("out of", "town")]


def test_clauses_are_found_once(pipeline: Pipeline) -> None:
    doc = pipeline.nlp("Averia left the pact.")
    assert find_clauses(doc) is find_clauses(doc)


WORDS = ["Averia", "says", "that", "and", "or", "to", "not", "the", "troops", "which", "left", "if", "by", "no", ",", "."]


@settings(max_examples=25, deadline=None)
@given(words=st.lists(st.sampled_from(WORDS), max_size=30))
def test_any_sequence_of_words_has_clauses(pipeline: Pipeline, words: list[str]) -> None:
    found = find_clauses(pipeline.nlp(" ".join(words)))
    assert all(c.above is None or c.above.head.i in found.by_head for c in found.items)
    assert [c.head.i for c in found.items] == sorted(c.head.i for c in found.items)
    assert all(stance_of(c).modality for c in found.items)
