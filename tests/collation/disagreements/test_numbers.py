"""Differing numbers become one difference only where all of them count one thing."""

from dataclasses import replace
from itertools import combinations

from variorum.collation.disagreements.base_rate import Bundle
from variorum.collation.disagreements.figures import Difference, judge_figures
from variorum.collation.disagreements.numbers import joined_differences
from variorum.collation.figures.chances import Chances
from variorum.collation.figures.find import Figure
from variorum.collation.figures.matters import is_part_of_people
from variorum.records import AnnotatedArticle
from variorum.records.annotation import Quantity
from variorum.records.provenance import Provenance

NOTHING: frozenset[str] = frozenset()


def figure(report: str, text: str, value: float, *noun: str, thing: str = "injuries", running: bool = False) -> Figure:
    """A number of a report of one sentence, which begins with it."""
    end = text.index(" ")
    quantity = Quantity("n1", 0, end, value, None, value, value, None, None, noun, None, Provenance("test", 1.0, ""))
    article = AnnotatedArticle(report, text, quantities=(quantity,))
    return Figure(article, quantity, None, thing, "", running, NOTHING, NOTHING, NOTHING, NOTHING, None, None, None)


def chances(*likely: tuple[Figure, Figure, float]) -> Chances:
    pairs = tuple(((a, b), value, True) for a, b, value in likely)
    return Chances(pairs, {((a.article.id, "n1"), (b.article.id, "n1")): value for a, b, value in likely})


def differences(known: Chances, *pairs: tuple[Figure, Figure]) -> list[Difference]:
    told = [(pair, judge_figures(*pair)) for pair in pairs]
    return [Difference(replace(v, likely=known.likelihood(*p)), p) for p, v in told if v is not None]


DIVERS = figure("a", "Nine divers were hurt.", 9, "diver")
MORE_DIVERS = figure("b", "Fourteen divers were hurt.", 14, "diver")
CRATES = figure("c", "Forty crates were lost.", 40, "crate")


def joined(found: list[Difference], known: Chances) -> list[Bundle]:
    sure, doubted = joined_differences(found, known)
    return [*sure, *doubted]


def members(known: Chances, *pairs: tuple[Figure, Figure]) -> list[set[str]]:
    return [{side.article.id for side in sides} for _, sides in joined(differences(known, *pairs), known)]


def test_a_number_that_counts_something_else_does_not_come_along_by_a_shared_one() -> None:
    known = chances((DIVERS, MORE_DIVERS, 0.8), (MORE_DIVERS, CRATES, 0.45), (DIVERS, CRATES, 0.03))
    assert members(known, (DIVERS, MORE_DIVERS), (MORE_DIVERS, CRATES)) == [{"a", "b"}]


def test_it_stands_by_itself_where_the_two_likely_count_one_thing() -> None:
    known = chances((DIVERS, MORE_DIVERS, 0.8), (MORE_DIVERS, CRATES, 0.7), (DIVERS, CRATES, 0.03))
    assert members(known, (DIVERS, MORE_DIVERS), (MORE_DIVERS, CRATES)) == [{"a", "b"}, {"b", "c"}]


def test_it_is_left_out_where_they_may_count_two_things() -> None:
    known = chances((DIVERS, MORE_DIVERS, 0.8), (MORE_DIVERS, CRATES, 0.6), (DIVERS, CRATES, 0.03))
    assert members(known, (DIVERS, MORE_DIVERS), (MORE_DIVERS, CRATES)) == [{"a", "b"}]


def test_two_numbers_that_a_report_sets_side_by_side_stay() -> None:
    second = replace(MORE_DIVERS.quantity, id="n2", start=5, end=9, value=40, low=40, high=40, thing=("crate",))
    answer = replace(MORE_DIVERS, quantity=second, echo="n1")
    known = chances((DIVERS, MORE_DIVERS, 0.8))
    stranger = replace(answer, echo=None)
    assert members(known, (DIVERS, MORE_DIVERS), (MORE_DIVERS, answer)) == [{"a", "b"}, {"b"}]
    assert members(known, (DIVERS, MORE_DIVERS), (MORE_DIVERS, stranger)) == [{"a", "b"}]


def test_numbers_of_one_thing_stand_together() -> None:
    known = chances((DIVERS, MORE_DIVERS, 0.8), (MORE_DIVERS, CRATES, 0.7), (DIVERS, CRATES, 0.4))
    assert members(known, (DIVERS, MORE_DIVERS), (MORE_DIVERS, CRATES)) == [{"a", "b", "c"}]


def changed(known: Chances, *pairs: tuple[Figure, Figure]) -> list[Difference]:
    """The differences, each taken for a count that changed."""
    return [Difference(replace(d.verdict, judgement="update"), d.pair) for d in differences(known, *pairs)]


def rows(known: Chances, *told: Difference) -> list[tuple[str, set[str]]]:
    """Judgement and reports of each row."""
    return [(v.judgement, {side.article.id for side in sides}) for v, sides in joined(told, known)]


LATE_DIVERS = figure("f", "Fourteen divers had been hurt.", 14, "diver")
MOST_DIVERS = figure("g", "Twenty divers had been hurt.", 20, "diver")
STRANGERS = figure("h", "Nine sailors were hurt.", 9, "sailor"), figure("i", "Fourteen sailors were hurt.", 14, "sailor")


def test_what_changed_is_not_told_again_beside_the_conflict_that_shows_all_of_it() -> None:
    known = chances((DIVERS, MORE_DIVERS, 0.8))
    conflict, update = *differences(known, (DIVERS, MORE_DIVERS)), *changed(known, (DIVERS, MORE_DIVERS))
    assert [v.judgement for v, _ in joined([conflict, update], known)] == ["conflict"]


def test_who_gives_the_numbers_of_a_conflict_joins_it() -> None:
    known = chances((DIVERS, MORE_DIVERS, 0.8), (DIVERS, LATE_DIVERS, 0.8), (MORE_DIVERS, LATE_DIVERS, 0.8))
    conflict, update = *differences(known, (DIVERS, MORE_DIVERS)), *changed(known, (DIVERS, LATE_DIVERS))
    assert rows(known, conflict, update) == [("conflict", {"a", "b", "f"})]


def test_the_same_numbers_by_another_name_are_told_once_where_a_figure_is_shared() -> None:
    known = chances((DIVERS, MORE_DIVERS, 0.8), (DIVERS, LATE_DIVERS, 0.75), (MORE_DIVERS, LATE_DIVERS, 0.01))
    conflicts = differences(known, (DIVERS, MORE_DIVERS), (DIVERS, LATE_DIVERS))
    assert rows(known, *conflicts) == [("conflict", {"a", "b", "f"})]
    known = chances((DIVERS, MORE_DIVERS, 0.8), (*STRANGERS, 0.75))
    conflicts = differences(known, (DIVERS, MORE_DIVERS), STRANGERS)
    assert rows(known, *conflicts) == [("conflict", {"a", "b"}), ("conflict", {"h", "i"})]


def test_what_tells_a_further_number_or_is_graver_stays() -> None:
    likely = [(a, b, 0.8) for a, b in combinations((DIVERS, MORE_DIVERS, MOST_DIVERS), 2)]
    known = chances(*likely)
    conflict = differences(known, (DIVERS, MORE_DIVERS))
    updates = changed(known, (MORE_DIVERS, MOST_DIVERS), (DIVERS, MOST_DIVERS))
    assert rows(known, *conflict, *updates) == [("conflict", {"a", "b"}), ("update", {"a", "b", "g"})]


def test_fewer_of_those_under_arms_are_a_part_of_the_people() -> None:
    officers, guests = (figure("d", "Fourteen were hurt.", 14, noun) for noun in ("officer", "guest"))
    crowd, few = figure("e", "Forty people were hurt.", 40, "people"), figure("e", "Nine people were hurt.", 9, "people")
    assert is_part_of_people(officers, crowd) and is_part_of_people(crowd, officers)
    assert not is_part_of_people(officers, few)
    assert not is_part_of_people(guests, crowd)
    assert not any(is_part_of_people(a, b) for a, b in combinations((DIVERS, MORE_DIVERS, CRATES), 2))


def test_a_report_that_gives_both_numbers_tells_of_two_things() -> None:
    """The cellar has nine and fourteen divers; what another says of the nine is nothing against its fourteen."""
    beside = figure("b", "Nine divers stayed ashore.", 9, "diver")
    beside = replace(beside, quantity=replace(beside.quantity, id="n2"))
    known = chances((DIVERS, MORE_DIVERS, 0.8))
    with_both = replace(known, pairs=(*known.pairs, ((DIVERS, beside), 0.6, False)))
    assert len(members(known, (DIVERS, MORE_DIVERS))) == 1
    assert not members(with_both, (DIVERS, MORE_DIVERS))


def test_one_that_it_gives_in_answer_to_the_other_does_not_settle_it() -> None:
    beside = figure("b", "Nine divers, said the town.", 9, "diver")
    beside = replace(beside, quantity=replace(beside.quantity, id="n2"), echo="n1")
    known = chances((DIVERS, MORE_DIVERS, 0.8))
    with_both = replace(known, pairs=(*known.pairs, ((DIVERS, beside), 0.6, False)))
    assert len(members(with_both, (DIVERS, MORE_DIVERS))) == 1


def test_numbers_of_reports_weeks_apart_are_of_two_occasions() -> None:
    spring = replace(DIVERS, reported=("2031-04-02", "2031-04-02"))
    summer = replace(MORE_DIVERS, reported=("2031-06-20", "2031-06-20"))
    soon = replace(MORE_DIVERS, reported=("2031-04-05", "2031-04-05"))
    assert not members(chances((spring, summer, 0.8)), (spring, summer))
    assert members(chances((spring, soon, 0.8)), (spring, soon))


def test_what_is_hardly_likely_or_measures_nothing_named_is_told_apart_from_what_is_sure() -> None:
    cooks, more = (
        figure("d", "Twelve cooks were hired.", 12, "cook", thing="cooks"),
        figure("e", "Thirty cooks left.", 30, "cook", thing="cooks"),
    )
    for likely, are_sure in ((0.5, 0), (0.65, 1)):
        known = chances((cooks, more, likely))
        sure, doubted = joined_differences(differences(known, (cooks, more)), known)
        assert (len(sure), len(doubted)) == (are_sure, 1 - are_sure)
    known = chances((cooks, more, 0.9))
    (likely,) = differences(known, (cooks, more))
    bare = replace(likely, verdict=replace(likely.verdict, about="one amount"))
    assert [len(rows) for rows in joined_differences([bare], known)] == [0, 1]
