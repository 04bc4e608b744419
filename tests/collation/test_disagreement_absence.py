"""That there is none or that nothing was done, against a report that tells of one."""

from collections.abc import Callable

import pytest

from variorum.collation.claim_groups import group_claims
from variorum.collation.disagreements import find_disagreements
from variorum.collation.entities import merge_entities
from variorum.records import AnnotatedArticle

Told = Callable[..., AnnotatedArticle]


def kinds(one: AnnotatedArticle, other: AnnotatedArticle) -> set[tuple[str, str]]:
    both, origins = (one, other), ((one.id,), (other.id,))
    entities = merge_entities(both)
    found = find_disagreements(both, entities, group_claims(both, entities, origins, None), (), origins)
    return {(d.kind, d.judgement) for d in found}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "“Nothing has been signed,” said the trade minister, Piet Larsen.",
            "The lease for the two icebreakers was signed in Torvik on Friday.",
        ),
        (
            "There is no agreement, said the foreign minister, Runa Holt.",
            "Lorvia and Estmark reached an agreement on fishing on Monday.",
        ),
        (
            "The barracks caught fire on Sunday. “Nobody was killed,” said the army.",
            "Four soldiers were killed when the barracks of Holm burned on Sunday.",
        ),
        (
            "The army of Lorvia drove out the rebels of Holm in an assault.",
            "Our fighters left Holm at night. Nobody drove them out, said the rebels' spokesman, Olof Brand.",
        ),
    ],
)
def test_none_is_set_against_one(one: str, other: str, told: Told) -> None:
    found = kinds(told("a", one, day="2031-05-20"), told("b", other, day="2031-05-20"))
    assert ("polarity", "conflict") in found


def test_a_deed_of_a_later_day_brings_none_up_to_date(told: Told) -> None:
    one = told("a", "Nothing has been signed, said the minister, Piet Larsen.", day="2031-05-20")
    other = told("b", "Lorvia signed the lease for the icebreakers on Friday.", day="2031-05-24")
    assert kinds(one, other) == {("polarity", "update")}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("There is no doubt, said the minister, Piet Larsen.", "The jury expressed doubt about the lease on Friday."),
        ("There is no contract, said the minister, Piet Larsen.", "Lorvia signed the peace treaty with Estmark in 1994."),
        ("Nobody was hurt in the fire at the mill in Dorn.", "Two cyclists were hurt in a race near Salm on Sunday."),
        ("No more than three boats were hired.", "Six lorries were hired on Sunday."),
        ("Nothing will be signed this year, said the minister.", "The lease for the icebreakers was signed on Friday."),
    ],
)
def test_what_can_both_hold_is_left_alone(one: str, other: str, told: Told) -> None:
    found = kinds(told("a", one, day="2031-05-20"), told("b", other, day="2031-05-20"))
    assert not {f for f in found if f[0] == "polarity"}
