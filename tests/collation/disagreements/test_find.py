import random
from collections import Counter
from collections.abc import Callable, Sequence

import pytest

from variorum.collation.claims.find import group_claims
from variorum.collation.disagreements.find import find_disagreements
from variorum.collation.entities.find import merge_entities
from variorum.collation.utterances.find import follow_utterances
from variorum.records import AnnotatedArticle, Disagreement, passage_of

Told = Callable[..., AnnotatedArticle]
Table = Callable[[str], list[dict[str, str]]]


def differ(*articles: AnnotatedArticle) -> tuple[Disagreement, ...]:
    """What is found between reports of one origin each, with words alone (no encoder)."""
    origins = tuple((a.id,) for a in articles)
    entities = merge_entities(articles)
    utterances = follow_utterances(articles, entities, None)
    return find_disagreements(articles, entities, group_claims(articles, entities, origins, None), utterances, origins)


def kinds(*articles: AnnotatedArticle) -> set[tuple[str, str]]:
    return {(d.kind, d.judgement) for d in differ(*articles)}


@pytest.fixture(scope="module")
def outcomes(table: Table, told: Told) -> dict[str, list[tuple[dict[str, str], tuple[Disagreement, ...]]]]:
    """Every pair of the table with what was found in it, by set."""
    found: dict[str, list[tuple[dict[str, str], tuple[Disagreement, ...]]]] = {}
    for row in table("disagreement_pairs"):
        pair = [told(side, row[side], day=row[f"day_{side}"]) for side in "ab"]
        found.setdefault(row["set"], []).append((row, differ(*pair)))
    return found


@pytest.mark.parametrize("name", ["dev", "held", "fresh"])
def test_disagreements_of_invented_pairs_are_found_and_none_is_cried(
    name: str, outcomes: dict[str, list[tuple[dict[str, str], tuple[Disagreement, ...]]]]
) -> None:
    rows = outcomes[name]
    wanted = [(row, found) for row, found in rows if row["kind"] != "-"]
    hit = [row["id"] for row, found in wanted if any(d.kind == row["kind"] for d in found)]
    missed = [row["id"] for row, _ in wanted if row["id"] not in hit]
    cried = [row["id"] for row, found in rows if row["kind"] == "-" and found]
    assert len(hit) / len(wanted) >= 0.85, f"missed: {missed}"
    assert len(hit) / (len(hit) + len(cried)) >= 0.9, f"nothing differs in: {cried}"


def test_each_kind_is_found(outcomes: dict[str, list[tuple[dict[str, str], tuple[Disagreement, ...]]]]) -> None:
    rows = [r for found in outcomes.values() for r in found if r[0]["kind"] != "-"]
    wanted = Counter(row["kind"] for row, _ in rows)
    hit = Counter(row["kind"] for row, found in rows if any(d.kind == row["kind"] for d in found))
    assert set(wanted) == {"figure", "date", "place", "agency", "polarity", "quotation", "speaker"}
    assert all(hit[kind] >= 0.75 * number for kind, number in wanted.items()), (hit, wanted)


def test_judgements_of_what_was_found_are_right(
    outcomes: dict[str, list[tuple[dict[str, str], tuple[Disagreement, ...]]]],
) -> None:
    found = [
        (row["id"], row["judgement"], {d.judgement for d in found if d.kind == row["kind"]})
        for rows in outcomes.values()
        for row, found in rows
        if any(d.kind == row["kind"] for d in found)
    ]
    wrong = [one for one in found if one[1] not in one[2]]
    assert len(wrong) <= 0.1 * len(found), wrong


def test_members_are_the_words_of_their_reports_and_reasons_name_them(told: Told) -> None:
    one = told("a", "Parliament approved the new border law on Tuesday.")
    other = told("b", "Parliament rejected the new border law on Tuesday.")
    (found,) = differ(one, other)
    reports = {a.id: a for a in (one, other)}
    for member in found.members:
        assert passage_of(reports[member.article], (member.start, member.end), member.field).exact == member.exact
    assert {m.article for m in found.members} == {"a", "b"}
    assert "approved" in found.by.reason and "rejected" in found.by.reason
    assert found.by.reason.count(".") == 1 and found.by.reason.endswith(".")


def test_order_of_reports_changes_nothing(told: Told) -> None:
    texts = (
        "At least nine people were killed when a ferry sank off Port Alma, the coast guard said.",
        "Twelve people were killed when a ferry sank off Port Alma, rescue workers said.",
        "The captain of the ferry that sank off Port Alma was arrested on Monday.",
        "The captain of the ferry that sank off Port Alma was not arrested, police said.",
    )
    articles = [told(f"r{n}", text) for n, text in enumerate(texts)]
    first = differ(*articles)
    shuffled = articles[:]
    random.Random(5).shuffle(shuffled)
    assert first == differ(*shuffled)
    assert first


def test_duplicates_count_for_nothing(told: Told) -> None:
    one = told("a", "Parliament approved the new border law on Tuesday.")
    copy = told("b", "Parliament rejected the new border law on Tuesday.", copy_of="a")
    assert not differ(one, copy)


def test_conflicts_come_before_updates(told: Told) -> None:
    early = told("a", "At least nine people were killed when a ferry sank off Port Alma.", day="2031-05-18")
    late = told("b", "The ferry disaster off Port Alma has killed 14 people, officials said.", day="2031-05-20")
    third = told("c", "Parliament approved the new border law on Tuesday.")
    fourth = told("d", "Parliament rejected the new border law on Tuesday.")
    judgements = [d.judgement for d in differ(early, late, third, fourth)]
    assert judgements.index("conflict") < judgements.index("update")


def test_a_denial_is_set_against_what_it_denies(told: Told) -> None:
    article = told("a", "Corvane is controlled by the family of Ilan Verek, a watchdog said. The company denies this.")
    (found,) = differ(article)
    assert found.kind == "polarity"
    assert {m.value for m in found.members} == {"said", "denied"}


def test_two_numbers_for_different_things_are_no_disagreement(told: Told) -> None:
    one = told("a", "The ship was carrying 140 containers when it ran aground off Cape Ister.")
    other = told("b", "The ship, with a crew of 22, ran aground off Cape Ister.")
    assert not differ(one, other)


@pytest.mark.parametrize("texts", [(), ("",), ("One report only.",), ("Same words.", "Same words.")])
def test_little_input_gives_nothing(texts: Sequence[str], told: Told) -> None:
    assert differ(*(told(f"r{n}", text) for n, text in enumerate(texts))) == ()


def test_without_and_no_say_the_same(told: Told) -> None:
    one = told(
        "a", "The island of Salm has been without any coastal radar stations since it lost the old ones.", day="2031-05-20"
    )
    assert kinds(one, told("b", "It has no coastal radar stations.", day="2031-05-20")) == set()


def test_fewer_soldiers_later_are_an_update_and_fewer_dead_are_not(told: Told) -> None:
    def later(first: str, then: str) -> set[tuple[str, str]]:
        return kinds(told("a", first, day="2031-03-03"), told("b", then, day="2031-05-20"))

    assert later("There are 900 soldiers in Dorn.", "There are 500 soldiers in Dorn.") == {("figure", "update")}
    assert later("The flood in Dorn killed 90 people.", "The flood in Dorn killed 50 people.") == {("figure", "conflict")}


def test_an_act_thought_about_here_is_nearly_done_there(told: Told) -> None:
    one = told("a", "Some papers suggested that Pesk was finalizing the purchase of nine trams from Holm.")
    other = told("b", "Mayor Jon Sarle said that Pesk was thoroughly considering purchasing nine trams from Holm.")
    assert [d.aspect for d in differ(one, other)] == ["step"]


def test_two_acts_in_one_sentence_of_both_reports_are_no_two_steps_of_one(told: Told) -> None:
    signed = "Pesk and Holm have {}signed a letter under which they will examine a merger of their tram works."
    assert differ(told("a", signed.format("")), told("b", signed.format("today "))) == ()


def test_what_can_be_bought_is_no_step_towards_what_was(told: Told) -> None:
    one = told("a", "The rebels have bought the drones in the shops.")
    other = told("b", "Such drones could be bought by the rebels in the shops.", day="2031-05-21")
    assert not any(d.aspect == "step" for d in differ(one, other))


def test_what_is_closed_may_be_about_to_open(told: Told) -> None:
    closed = told("a", "The ministry closed the Orlen Pass border crossing to lorries from the coast.")
    planned = told("b", "The ministry will open the Orlen Pass border crossing to lorries from the coast.")
    opened = told("c", "The ministry opened the Orlen Pass border crossing to lorries from the coast.")
    assert kinds(closed, planned) == set()
    assert kinds(closed, opened) == {("polarity", "conflict")}
