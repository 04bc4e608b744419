import pytest

from variorum.annotation.coreference.references import References
from variorum.records.annotation import Entity, Mention

#          0         1         2         3         4
#          0123456789012345678901234567890123456789012345
# text:    "The mayor of Velm said Velm would wait for him"
LONG = Mention(0, 17, "noun", "person", "e1")
CITY = Mention(13, 17, "name", "place", "e2")
LATER = Mention(23, 27, "name", "government", "e3")
ENTITIES = (
    Entity("e1", "mayor of Velm", "person", named=False),
    Entity("e2", "Velm", "place", named=True),
    Entity("e3", "Velm", "government", named=True),
)
REFERENCES = References((LONG, CITY, LATER), ENTITIES, (4, 13, 23))


def test_mention_at_takes_the_best_overlap() -> None:
    assert REFERENCES.mention_at(13, 17) == CITY
    assert REFERENCES.mention_at(0, 17) == LONG
    assert REFERENCES.mention_at(4, 9) == LONG
    assert REFERENCES.mention_at(18, 22) is None


def test_headed_at_wants_the_head_word() -> None:
    assert REFERENCES.headed_at(4) == LONG
    assert REFERENCES.headed_at(13) == CITY
    assert REFERENCES.headed_at(0) is None


def test_inside_wants_the_whole_mention() -> None:
    assert REFERENCES.inside(0, 20) == (LONG, CITY)
    assert REFERENCES.inside(1, 20) == (CITY,)


def test_add_keeps_text_order_and_heads() -> None:
    him = Mention(43, 46, "pronoun", "person", "e1")
    first = Mention(4, 9, "noun", "person", "e4")
    grown = REFERENCES.add(him).add(first, Entity(REFERENCES.new_id(), "mayor", "person", named=False))
    assert [m.start for m in grown.mentions] == [0, 4, 13, 23, 43]
    assert grown.heads == (4, 4, 13, 23, 43)
    assert grown.entity("e4").name == "mayor"
    assert REFERENCES.mentions == (LONG, CITY, LATER)


def test_reassigned_keeps_everything_else() -> None:
    other = Entity("e4", "Velm council", "organisation", named=True)
    moved = REFERENCES.reassigned(LATER, other)
    assert moved.headed_at(23) == Mention(23, 27, "name", "government", "e4")
    assert moved.heads == REFERENCES.heads
    assert moved.entity("e4") == other


def test_an_unknown_entity_is_an_error() -> None:
    with pytest.raises(KeyError):
        REFERENCES.entity("e9")
