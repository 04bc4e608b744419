"""Deeds and the nouns for them, nouns of several words, things brought in with "a", on invented reports."""

from collections.abc import Callable

from variorum.records import AnnotatedArticle, Naming

Told = Callable[..., AnnotatedArticle]
Named = Callable[..., dict[str, Naming]]


def texts(naming: Naming) -> set[str]:
    return {t.text for t in naming.terms}


def test_the_verbs_of_a_deed_stand_with_the_nouns_for_it(told: Told, named: Named) -> None:
    one = told("a", "Harbour chief Ilka Brandt resigned on Monday over the quay loans, the town hall said.")
    other = told("b", "The mayor sacked Ilka Brandt on Monday. The dismissal came by letter.")
    third = told("c", "The town hall regrets the resignation of Ilka Brandt. Ilka Brandt stepped down on Monday.")
    told = [texts(n) for n in named(one, other, third).values() if "sacked" in texts(n)]
    assert len(told) == 1
    assert {"resigned", "sacked", "dismissal", "stepped down"} <= told[0]


def test_a_headlines_participle_without_an_object_is_a_passive(told: Told, named: Named) -> None:
    one = told("a", "Ilka Brandt relieved of her duties over quay loans\n\nOlmar. The town hall said so on Monday.")
    other = told("b", "The mayor sacked Ilka Brandt on Monday. She was not asked.")
    assert texts(named(one, other)["what happened: Ilka Brandt"]) == {"relieved", "sacked"}


def test_an_office_told_with_a_verb_stands_with_the_others(told: Told, named: Named) -> None:
    one = told("a", "Ilka Brandt, who runs the harbour office, wept on Monday.")
    other = told("b", "Harbour tsar Ilka Brandt wept on Monday.")
    third = told("c", "Ilka Brandt, who wept on Monday in the rain, left.")
    assert texts(named(one, other, third)["Ilka Brandt"]) == {"who runs the harbour office", "Harbour tsar"}


def test_a_verb_and_the_noun_for_the_same_act_are_no_choice(told: Told, named: Named) -> None:
    one = told("a", "Harbour chief Ilka Brandt resigned on Monday.")
    other = told("b", "Harbour chief Ilka Brandt resigned on Monday. The resignation came by letter.")
    assert not any({"resigned", "resignation"} & texts(n) for n in named(one, other).values())


def test_a_noun_of_several_words_is_one_word_for_its_kind(told: Told, named: Named) -> None:
    one = told("a", "Olmar signed a contract with the yard on Monday. The contract is worth 40 million crowns.")
    other = told("b", "The yard has a letter of intent from Olmar. The letter of intent binds nobody, the contract will.")
    assert {"contract", "letter of intent"} <= texts(named(one, other)["the contract"])


def test_a_thing_brought_in_with_a_is_the_one_of_the_story(told: Told, named: Named) -> None:
    one = told("a", "The ferry left Tressa on Monday. The ship was late. Nobody knew where the ship was.")
    other = told("b", "The mayor spoke in Olmar. The school was shut. The shops were shut. Then a steamer came to the port.")
    assert "steamer" in texts(named(one, other)["the ship"])


def test_fighters_of_a_ministry_are_no_rebels(told: Told, named: Named) -> None:
    one = told("a", "Brave fighters of the Interior Ministry stormed the farm on Monday. The bandits ran away.")
    other = told("b", "Gunmen held the farm until Monday. The Interior Ministry said the terrorists had fled.")
    found = named(one, other)
    assert {"bandits", "terrorists"} <= texts(found["the rebels"])
    assert "fighters" not in {text.split()[-1] for n in found.values() for text in texts(n)}
    assert "Interior Ministry" not in found


def test_the_forces_of_one_land_under_plain_words_are_lined_up_where_three_reports_tell_of_them(
    told: Told, named: Named
) -> None:
    one = told("a", "The Veldian army left Tressa on Monday. The mayor of Veldia wept.")
    other = told("b", "The first soldiers from Veldia left Tressa on Monday, the mayor of Veldia said.")
    third = told("c", "The Veldian troops left Tressa on Monday. Nobody in Veldia knew why.")
    assert any({"Veldian army", "Veldian troops"} <= texts(n) for n in named(one, other, third).values())
    assert not any("Veldian army" in texts(n) for n in named(one).values())
