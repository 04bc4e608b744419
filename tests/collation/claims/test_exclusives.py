from collections.abc import Callable

from variorum.collation.claims.exclusives import find_exclusives
from variorum.collation.claims.find import group_claims
from variorum.collation.claims.omissions import find_omissions
from variorum.collation.entities.find import merge_entities
from variorum.records import AnnotatedArticle

Told = Callable[..., AnnotatedArticle]
FULL = "The ferry sank off Port Alma on Monday. The captain was arrested by police in Selde. Divers are searching the wreck."
OTHER = "The storm broke windows in Selde. Schools stay closed this week. The mayor thanked the firefighters. " * 3
SHARED = "The ferry sank off Port Alma on Monday. Nine people were killed in the wreck."


def exclusive(*articles: AnnotatedArticle) -> list[tuple[str, str]]:
    origins = tuple((a.id,) for a in articles)
    groups = group_claims(articles, merge_entities(articles), origins, None)
    return [(e.article, p.exact) for e in find_exclusives(articles, groups, origins) for p in e.passages]


def omitted(*articles: AnnotatedArticle) -> list[tuple[str, str]]:
    origins = tuple((a.id,) for a in articles)
    groups = group_claims(articles, merge_entities(articles), origins, None)
    by_id = {g.id: g for g in groups}
    return [(o.article, by_id[o.claim_group].members[0].exact) for o in find_omissions(articles, groups, origins)]


def test_what_only_one_report_tells_is_exclusive(told: Told) -> None:
    one = told("a", SHARED + " The owner, Hugo Prell, had ignored three warnings by the coast guard.")
    other = told("b", SHARED + " It rained.")
    found = exclusive(one, other)
    assert found == [("a", "The owner, Hugo Prell, had ignored three warnings by the coast guard.")]


def test_one_report_alone_has_no_exclusives(told: Told) -> None:
    assert exclusive(told("a", SHARED)) == []


def test_copies_neither_have_nor_take_exclusives(told: Told) -> None:
    news = SHARED + " The owner, Hugo Prell, had ignored three warnings by the coast guard."
    articles = (told("a", news), told("b", news, copy_of="a"), told("c", SHARED))
    assert [article for article, _ in exclusive(*articles)] == ["a"]


def test_a_report_omits_what_most_others_carry(told: Told) -> None:
    articles = [told(name, FULL) for name in "abc"] + [told("d", OTHER + "The ferry sank off Port Alma on Monday.")]
    found = omitted(*articles)
    assert {article for article, _ in found} == {"d"}
    assert any("captain was arrested" in text for _, text in found)
    assert not any("ferry sank" in text for _, text in found)


def test_a_short_or_an_older_report_is_not_blamed(told: Told) -> None:
    later = [told(name, FULL, day="2031-05-22") for name in "abc"]
    older = told("d", OTHER, day="2031-05-19")
    brief = told("e", "The storm broke windows in Selde.", day="2031-05-23")
    assert omitted(*later, older) == []
    assert not [article for article, _ in omitted(*later, brief) if article == "e"]


def test_two_origins_are_too_few_for_omissions(told: Told) -> None:
    assert omitted(told("a", SHARED), told("b", OTHER)) == []


def test_a_sentence_that_shares_only_a_clause_stays_exclusive(told: Told) -> None:
    one = told(
        "a", "The ferry sank off Port Alma on Monday, after Captain Ivo Brand had sold its nine lifeboats to a museum in Dorn."
    )
    other = told("b", "On Monday the ferry sank off Port Alma. Divers found the wreck.")
    found = find_exclusives(
        (one, other), group_claims((one, other), merge_entities((one, other)), (("a",), ("b",)), None), (("a",), ("b",))
    )
    assert any("lifeboats" in p.exact for e in found for p in e.passages)


def test_a_day_or_many_words_make_news_and_small_talk_does_not(told: Told) -> None:
    news = " The next meeting is on 14 December. The delay was caused by a blocked mountain road near a bridge. It was late."
    found = exclusive(told("a", SHARED + news), told("b", SHARED + " It rained."))
    assert [text for _, text in found] == [
        "The next meeting is on 14 December.",
        "The delay was caused by a blocked mountain road near a bridge.",
    ]


def test_a_short_sentence_is_news_where_one_rare_word_is_its_own(told: Told) -> None:
    one, other = told("a", SHARED + " The divers whistled. They stayed there. Who whistled?"), told("b", SHARED)
    assert exclusive(one, other) == [("a", "The divers whistled.")]
    both = told("b", SHARED + " The divers ate and somebody whistled.")
    assert ("a", "The divers whistled.") not in exclusive(one, both)
