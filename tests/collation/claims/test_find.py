import dataclasses
import random
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.collation.claims.candidates import candidate_pairs
from variorum.collation.claims.clusters import cluster
from variorum.collation.claims.find import group_claims, with_contests
from variorum.collation.claims.weights import weigh
from variorum.collation.claims.words import act_concept, concept_of, opposite, same_side, stage_of, told_as_forced
from variorum.collation.entities.find import merge_entities
from variorum.encoding import StatementEncoder
from variorum.language.lexicon import values, word_list
from variorum.records import AnnotatedArticle, ClaimGroup
from variorum.records.provenance import Provenance
from variorum.records.story import Disagreement, DisagreementMember

Told = Callable[..., AnnotatedArticle]
BY = Provenance("claims@1", None, "")


def groups(
    *articles: AnnotatedArticle, origins: tuple[tuple[str, ...], ...] | None = None, encoder: StatementEncoder | None = None
) -> tuple[ClaimGroup, ...]:
    return group_claims(articles, merge_entities(articles), origins or tuple((a.id,) for a in articles), encoder)


def holding(found: tuple[ClaimGroup, ...], words: str) -> ClaimGroup:
    return next(g for g in found if any(words in m.exact for m in g.members))


def test_two_origins_agree_and_copies_only_repeat(told: Told) -> None:
    one = told("a", "The ferry sank off Port Alma on Monday. Divers found the wreck.")
    other = told("b", "On Monday the ferry sank off Port Alma.")
    assert holding(groups(one, other), "ferry sank").status == "agreed"
    repeated = holding(groups(one, other, origins=(("a", "b"),)), "ferry sank")
    assert repeated.status == "repeated" and repeated.origins == (("a", "b"),)
    assert holding(groups(one, other), "Divers found").status == "single"


def test_one_speaker_heard_by_two_reporters_is_one_origin(told: Told) -> None:
    one = told("a", "The dam will be finished in June, Foreign Minister Ivo Brand said.")
    other = told("b", "Foreign Minister Ivo Brand said the dam would be finished in June.")
    group = holding(groups(one, other), "finished in June")
    assert (group.status, len(group.origins), group.witnesses, len(group.speakers)) == ("repeated", 1, 2, 1)


def test_a_conflict_found_later_contests_the_group_whose_members_it_sets_apart(told: Told) -> None:
    one = told("a", "Eight of the dead were children.")
    other = told("b", "Ten of the dead were children.")
    found = groups(one, other)
    apart = conflict(one.text, other.text)
    group = ClaimGroup("g", tuple(m for g in found for m in g.members), "agreed", (("a",), ("b",)), (), BY, 2)
    (contested,) = with_contests((group,), (apart,))
    assert contested.status == "contested" and apart.by.reason in contested.by.reason
    assert with_contests((group,), (dataclasses.replace(apart, judgement="update"),)) == (group,)
    assert with_contests((group,), (conflict(one.text, one.text, homes=("a", "a")),)) == (group,)


def conflict(*texts: str, homes: tuple[str, str] = ("a", "b")) -> Disagreement:
    sides = (DisagreementMember(home, 0, len(text), text, text, None) for home, text in zip(homes, texts, strict=True))
    return Disagreement("d", "figure", "children", tuple(sides), "conflict", Provenance("figures@1", None, "Eight or ten."))


def test_members_that_cannot_all_hold_contest_their_group(told: Told) -> None:
    one = told("a", "Parliament approved the new border law on Tuesday.")
    other = told("b", "Parliament rejected the new border law on Tuesday.")
    group = holding(groups(one, other), "border law")
    assert group.status == "contested"
    assert "approved" in group.by.reason


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Norvia withdrew its troops from Velmora last year.", "Last year Norvia pulled all its soldiers out of Velmora."),
        ("The company will buy two submarines from Norvia.", "The company is to purchase two Norvian submarines."),
        ("Police detained four men after the blast in Karsk.", "Four men were arrested after the explosion in Karsk."),
    ],
)
def test_paraphrases_meet_with_an_encoder(one: str, other: str, told: Told, statements: StatementEncoder) -> None:
    found = groups(told("a", one), told("b", other), encoder=statements)
    assert any({m.article for m in g.members} == {"a", "b"} for g in found)


def test_different_facts_about_one_place_stay_apart(told: Told, statements: StatementEncoder) -> None:
    one = told("a", "The mayor of Selde opened the new museum on Sunday.")
    other = told("b", "Thieves stole three cars in Selde on Sunday.")
    assert all(g.status == "single" for g in groups(one, other, encoder=statements))


def test_each_claim_stands_in_one_group_and_members_are_exact(told: Told, statements: StatementEncoder) -> None:
    articles = [
        told("a", "The ferry sank off Port Alma on Monday, killing nine people. The captain was arrested."),
        told("b", "Nine people died when the ferry sank off Port Alma. Police arrested the captain."),
    ]
    found = groups(*articles, encoder=statements)
    texts = {a.id: a.text for a in articles}
    members = [(m.article, m.claim) for g in found for m in g.members]
    assert len(members) == len(set(members))
    assert all(texts[m.article][m.start : m.end] == m.exact for g in found for m in g.members)


def test_order_of_reports_and_copies_change_nothing(told: Told) -> None:
    articles = [
        told("a", "The ferry sank off Port Alma on Monday. The captain was arrested."),
        told("b", "On Monday the ferry sank off Port Alma. Divers searched the wreck."),
        told("c", "Police arrested the captain of the ferry."),
        told("d", "On Monday the ferry sank off Port Alma. Divers searched the wreck.", copy_of="b"),
    ]
    first = groups(*articles, origins=(("a",), ("b", "d"), ("c",)))
    shuffled = articles[:]
    random.Random(1).shuffle(shuffled)
    assert first == groups(*shuffled, origins=(("c",), ("d", "b"), ("a",)))
    assert all(m.article != "d" for g in first for m in g.members)


def test_candidates_share_a_telling_term_and_never_grow_to_all_pairs() -> None:
    terms = [("ferry", f"word{n % 40}", f"other{n}") for n in range(400)]
    weights = weigh(terms)
    pairs = candidate_pairs([weights.vector(t) for t in terms])
    assert len(pairs) < 400 * 399 / 2 / 4
    assert all(i < j for i, j in pairs) and pairs == sorted(pairs)


PAIRS = st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda p: p[0] < p[1])


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(PAIRS, st.floats(0, 1), max_size=20))
def test_clusters_are_a_partition(scores: dict[tuple[int, int], float]) -> None:
    found = cluster(scores, size=8, least=0.5, compare=lambda i, j: 0.0)
    assert sorted(n for members in found for n in members) == list(range(8))


def test_chains_are_not_clusters() -> None:
    scores = {(0, 1): 0.9, (1, 2): 0.9, (0, 2): 0.0}
    assert [sorted(c) for c in cluster(scores, size=3, least=0.5, compare=lambda i, j: scores[i, j])] == [[0, 1], [2]]


def test_words_of_the_lists() -> None:
    assert concept_of("serviceman") == concept_of("troop")
    assert act_concept("pass") == act_concept("approve") and concept_of("pass") == "pass"
    assert opposite("be closed", "reopen") and not opposite("close", "shut")
    assert same_side("permit", "allow") and stage_of("finalise") == 3
    assert told_as_forced("resign", "dismiss") and not told_as_forced("dismiss", "resign")


def test_a_word_stands_for_one_concept() -> None:
    for column in ("words", "verbs"):
        words = [w for row in word_list("en", "synonyms") for w in values(row, column)]
        assert len(words) == len(set(words)), sorted({w for w in words if words.count(w) > 1})


def test_a_bridge_joins_clusters_that_are_less_alike() -> None:
    scores = {(0, 1): 0.9, (2, 3): 0.85, (1, 2): 0.6, (0, 2): 0.4, (0, 3): 0.4, (1, 3): 0.4}
    given = {"size": 4, "least": 0.5, "compare": lambda i, j: scores[i, j]}
    assert cluster(scores, **given) == [[0, 1], [2, 3]]
    assert cluster(scores, **given, bridges={(1, 2)}) == [[0, 1, 2, 3]]


def test_a_bridge_between_two_members_does_not_join_two_matters() -> None:
    scores = {(0, 1): 0.9, (2, 3): 0.85, (1, 2): 0.8, (0, 2): 0.25, (0, 3): 0.25, (1, 3): 0.25}
    assert cluster(scores, size=4, least=0.5, compare=lambda i, j: scores[i, j], bridges={(1, 2)}) == [[0, 1], [2, 3]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Rescue teams pulled 63 miners out of the shaft at Dorn, the company said.",
            "At Dorn 63 men were brought up alive from the pit, according to the owner of the mine.",
        ),
        (
            "The museum was robbed in the night to 4 May by three men with masks.",
            "On 4 May masked burglars emptied the show cases of the museum within minutes.",
        ),
    ],
)
def test_one_thing_in_other_words_is_one_group(one: str, other: str, told: Told, statements: StatementEncoder) -> None:
    found = groups(told("a", one, day="2031-05-05"), told("b", other, day="2031-05-05"), encoder=statements)
    assert any({m.article for m in g.members} == {"a", "b"} for g in found)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Rescue teams pulled 63 miners out of the shaft at Dorn, the company said.",
            "The mine at Dorn had paid 63 fines for its old lifts since 2019, an inspector said.",
        ),
        (
            "The museum was robbed in the night to 4 May by three men with masks.",
            "On 4 May the director of the museum spoke at the opening of the school year.",
        ),
        (
            "The trucks were packed with nine tonnes of shells, the ministry of Dorn said.",
            "The enemy aircraft came to a depth of nine kilometres, the army of Dorn said.",
        ),
    ],
)
def test_one_number_or_day_alone_makes_no_group(one: str, other: str, told: Told, statements: StatementEncoder) -> None:
    found = groups(told("a", one, day="2031-05-05"), told("b", other, day="2031-05-05"), encoder=statements)
    assert all(len({m.article for m in g.members}) == 1 for g in found)
