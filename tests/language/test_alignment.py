from hypothesis import given
from hypothesis import strategies as st

from variorum.language.alignment import align, kindred, shared_words
from variorum.language.tokens import find_words

VOCABULARY = ("the", "of", "port", "fire", "blast", "silo", "harbour", "ship")
WORDS = st.lists(st.sampled_from(VOCABULARY), max_size=25).map(" ".join)


def shown(a: str, b: str) -> list[tuple[str, str, str]]:
    one, other = find_words(a), find_words(b)
    steps = align(one, other)
    return [(s.op, " ".join(one.keys[slice(*s.a)]), " ".join(other.keys[slice(*s.b)])) for s in steps]


def test_a_replaced_word_and_a_new_one() -> None:
    assert shown("the blast set two silos on fire", "the blast set two grain silos ablaze") == [
        ("equal", "the blast set two", "the blast set two"),
        ("insert", "", "grain"),
        ("equal", "silos", "silos"),
        ("replace", "on fire", "ablaze"),
    ]


def test_neighbouring_changes_are_one_step() -> None:
    assert shown("they discussed the ships", "they have discuss ships") == [
        ("equal", "they", "they"),
        ("replace", "discussed the", "have discuss"),
        ("equal", "ships", "ships"),
    ]


def test_a_lone_common_word_does_not_split_a_change() -> None:
    steps = shown("alpha bravo the delta echo", "golf hotel the kilo lima")
    assert steps == [("replace", "alpha bravo the delta echo", "golf hotel the kilo lima")]


def test_kindred_words_share_two_thirds() -> None:
    assert kindred("purchase", "purchasing")
    assert kindred("discussed", "discuss")
    assert not kindred("deny", "dense")
    assert not kindred("port", "porcelain")


def test_long_passages_are_split_at_anchors() -> None:
    body = [f"w{i}" for i in range(900)]
    other = [*body[:300], "new", *body[310:600], *body[650:]]
    steps = align(find_words(" ".join(body)), find_words(" ".join(other)))
    assert shared_words(steps) == 840
    assert [s.op for s in steps] == ["equal", "replace", "equal", "delete", "equal"]


@given(WORDS, WORDS)
def test_steps_tile_both_sides(a: str, b: str) -> None:
    one, other = find_words(a), find_words(b)
    steps = align(one, other)
    assert [i for s in steps for i in range(*s.a)] == list(range(len(one)))
    assert [i for s in steps for i in range(*s.b)] == list(range(len(other)))
    for step in steps:
        same = one.keys[slice(*step.a)] == other.keys[slice(*step.b)]
        assert (step.op == "equal") == same
