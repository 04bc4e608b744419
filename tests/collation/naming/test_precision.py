"""What is no wording for a named one or a happening, on invented reports: each wrong term that looked like one."""

from collections.abc import Callable

from tests.collation.naming.test_groups import Named, texts
from variorum.records import AnnotatedArticle, Naming

Told = Callable[..., AnnotatedArticle]


def everything(found: dict[str, Naming]) -> set[str]:
    return {text for n in found.values() for text in texts(n)}


FRONT = "The Northern Liberation Front (NLF) said it had left Tressa. It thanked the people. "


def test_those_set_against_a_group_are_not_that_group(told: Told, named: Named) -> None:
    one = told("a", "Orsia is training the Tressa Front, the agency said on Monday. The Tressa Front is a terrorist group.")
    other = told("b", "Orsia is training Veldian government soldiers in the fight against the Tressa Front. Extremists fled.")
    third = told("c", "Terrorists of the Tressa Front fled on Monday. The Tressa Front denied it.")
    assert all(
        "Veldian government soldiers" not in texts(n) for label, n in named(one, other, third).items() if "Front" in label
    )


def test_two_parties_of_one_clash_are_two(told: Told, named: Named) -> None:
    one = told("a", "The Northern Liberation Front (NLF) said it left Tressa on Monday. The rebels had held it for a year.")
    other = told("b", FRONT + "Clashes between insurgents and gunmen went on. Terrorists fled from Olmar.")
    found = texts(named(one, other)["Northern Liberation Front"])
    assert {"rebels", "Terrorists"} <= found
    assert found.isdisjoint({"insurgents", "gunmen"})


def test_fighters_of_a_government_are_no_rebels(told: Told, named: Named) -> None:
    one = told("a", "The Northern Liberation Front (NLF) said it left Tressa on Monday. The rebels had held it for a year.")
    other = told("b", FRONT + "Terrorists fled from Olmar. Government militants came to Olmar.")
    found = texts(named(one, other)["Northern Liberation Front"])
    assert "Terrorists" in found
    assert not any("overnment" in text for text in found)


def test_what_a_government_has_is_not_the_government(told: Told, named: Named) -> None:
    one = told("a", "Orsia government data show 900 troops in Tressa, the paper said on Monday. Orsia has denied it.")
    other = told("b", "The Orsia regime has sent 900 troops to Tressa, the paper said on Monday. Orsia has denied it.")
    found = everything(named(one, other))
    assert "Orsia regime" in found
    assert "Orsia government data" not in found


def test_knowledge_of_the_matter_is_no_happening(told: Told, named: Named) -> None:
    one = told("a", "The blaze began in Tressa on Monday. Two men with knowledge of the matter said it was small.")
    other = told("b", "The inferno began in Tressa on Monday. The fire was put out, the office said.")
    found = texts(named(one, other)["the fire"])
    assert {"blaze", "inferno"} <= found
    assert "matter" not in found


def test_campaigns_and_operations_of_another_domain_are_no_war(told: Told, named: Named) -> None:
    one = told("a", "The war in Tressa began in May. Troops left it on Monday. He lost office by media campaign.")
    other = told(
        "b", "The invasion of Tressa began in May. The war goes on. Both agreed to a joint operation to clean the river."
    )
    found = everything(named(one, other))
    assert {"war", "invasion"} <= found
    assert found.isdisjoint({"media campaign", "joint operation"})


def test_an_operation_of_troops_is_a_word_for_the_war(told: Told, named: Named) -> None:
    one = told("a", "The war in Tressa began in May. Troops left it on Monday. The war has cost much.")
    other = told("b", "The military operation in Tressa began in May. Troops left it on Monday, the ministry said.")
    assert "military operation" in everything(named(one, other))


def test_savings_in_a_bank_are_no_cuts(told: Told, named: Named) -> None:
    one = told("a", "The bank holds the savings of customers in Tressa, it said on Monday. Reforms of the jobs plan are due.")
    other = told("b", "The cuts hit Tressa on Monday. Workers lose their jobs in the cuts. The butchery goes on.")
    assert "savings" not in everything(named(one, other))


def test_a_new_one_in_the_middle_of_a_report_is_another(told: Told, named: Named) -> None:
    lead = "The plane crash near Tressa killed nine on Monday. The crash was heard in Olmar. Pilots wept. Many prayed. "
    one = told("a", lead + "The office found no traces of a collision.")
    other = told("b", "The catastrophe near Tressa killed nine on Monday. The accident was heard in Olmar, a pilot said.")
    found = texts(named(one, other)["the crash"])
    assert {"catastrophe", "accident"} <= found
    assert "collision" not in found


def test_a_tragedy_is_no_truce(told: Told, named: Named) -> None:
    one = told("a", "The truce in Tressa began on Monday. The armistice was signed in Olmar. It holds, he said.")
    other = told(
        "b",
        "The lull in Tressa began on Monday. The cease-fire holds. All is calm. Olmar slept. He stood where the tragedy was.",
    )
    found = everything(named(one, other))
    assert {"lull", "cease-fire"} <= found
    assert "tragedy" not in found


def test_a_noun_before_another_name_belongs_to_that_name(told: Told, named: Named) -> None:
    one = told(
        "a", "The industrial group Brovik Steel wants the yard. Brovik Steel lost, said Ilka Marr of the bank Sable Credit."
    )
    other = told("b", "The raider Brovik Steel wants the yard, it said on Monday. Brovik Steel had no comment.")
    assert "bank" not in everything(named(one, other))


def test_a_verb_in_a_phrase_ends_it(told: Told, named: Named) -> None:
    one = told("a", "The panic at the bank began on Monday. The bank limited cash withdrawals to 500 krans on Tuesday.")
    other = told("b", "The stampede on the bank began on Monday. Depositors wept, a branch said.")
    assert all("limited" not in text for text in everything(named(one, other)))


def test_a_word_with_a_hyphen_is_kept_whole(told: Told, named: Named) -> None:
    one = told("a", "The radio spoke on Monday. The so-called mayor Hanne Tolk is a land agent. Hanne Tolk ran away.")
    other = told("b", "The new mayor of Tressa, Hanne Tolk, thanked the army on Monday. Tolk said the city was calm.")
    found = texts(named(one, other)["Hanne Tolk"])
    assert "so-called mayor" in found
    assert "called mayor" not in found


def test_two_offices_of_one_person_are_no_choice(told: Told, named: Named) -> None:
    one = told("a", "Foreign Minister Ivo Marr went to Olmar on Monday. Marr told nobody.")
    other = told("b", "The official Ivo Marr went to Olmar on Monday. Marr told nobody, the agency said.")
    assert "Ivo Marr" not in named(one, other)


def test_each_wording_comes_before_repeats(told: Told, named: Named) -> None:
    one = told("a", "The blaze began in Tressa on Monday. The fire was small. Olmar slept.")
    other = told("b", "The fire began in Tressa on Monday. The inferno was seen in Olmar. The blaze was put out.")
    terms = [t.text for t in named(one, other)["the fire"].terms]
    distinct = len(set(terms))
    assert distinct < len(terms)
    assert len(set(terms[:distinct])) == distinct


def test_a_noun_before_a_comma_is_no_description_of_whoever_speaks_behind_it(told: Told, named: Named) -> None:
    one = told(
        "a", "Eight of the dead were inmates and one was a guard, ministry spokeswoman Dorrit Falk told reporters on Monday."
    )
    other = told("b", "Cheery mouthpiece Dorrit Falk spoke in Olmar on Monday. Falk was tired.")
    assert "guard" not in everything(named(one, other))


def test_a_noun_with_of_before_a_company_is_something_of_it(told: Told, named: Named) -> None:
    one = told("a", "The shipbuilder Halden Maritime shut on Monday. The people of Halden Maritime wept.")
    other = told("b", "The boat maker Halden Maritime shut on Monday, the mayor said.")
    found = everything(named(one, other))
    assert "shipbuilder" in found
    assert not any(text.startswith("people of") for text in found)


def test_the_master_set_off_before_a_title_and_a_name_is_its_bearer(told: Told, named: Named) -> None:
    one = told("a", "The ferry sank on Monday. The ship’s master, Captain Oswin Halder, told the police that he had slept.")
    other = told("b", "Sozzled skipper Oswin Halder told the police on Monday that he had slept.")
    assert {"ship’s master", "Sozzled skipper"} <= everything(named(one, other))


def test_fighters_told_under_another_name_are_not_those_of_the_guard(told: Told, named: Named) -> None:
    one = told("a", "The Osk People's Guard, which helps the army, left Tressa on Monday. Terrorists of the Ashen Host fled.")
    other = told("b", "The brave Osk People's Guard left Tressa on Monday. Militants of the Ashen Host burned a barn.")
    wrong = {"terrorists", "militants"}
    found = {label: {t.casefold() for t in texts(n)} for label, n in named(one, other).items() if "Guard" in label}
    assert all(wrong.isdisjoint(terms) for terms in found.values())


def test_what_is_held_or_moved_is_people(told: Told, named: Named) -> None:
    one = told(
        "a", "The port held 900 barrels of tar on Monday. Police moved 60 crates and 40 deckhands to Olmar, the mayor said."
    )
    other = told("b", "The port held 900 kilograms of tar on Monday. Police moved 40 sailors to Olmar, the mayor said.")
    assert everything(named(one, other)).isdisjoint({"crates", "barrels", "kilograms"})


def test_rebels_who_fight_are_no_deputies(told: Told, named: Named) -> None:
    one = told("a", "Deputies in Tressa voted on Monday. They sat for an hour, the speaker said.")
    other = told("b", "Rebels burned two barns near Tressa on Monday. The lawmakers were asleep, the mayor said.")
    third = told("c", "Lawmakers in Tressa were angry on Monday. They voted for an hour, the speaker said.")
    assert all(
        "rebels" not in {t.casefold() for t in texts(n)} for n in named(one, other, third).values() if "deput" in n.label
    )
    party = told(
        "d", "Twelve deputies of the Reed Party voted against it on Monday. The rebels met for an hour, the speaker said."
    )
    again = told("e", "Deputies of the Reed Party voted against it on Monday. They met for an hour, the speaker said.")
    assert "rebels" in everything(named(party, again))


def test_usual_words_for_talks_and_doors_are_no_choice(told: Told, named: Named) -> None:
    one = told("a", "The talks in Tressa began on Monday. The talks were held behind a locked gate, the mayor said.")
    other = told("b", "The negotiations in Tressa began on Monday. The door stayed shut all day, the mayor said.")
    third = told("c", "The negotiations in Tressa went on. The gate was guarded, and the door was too, the envoy said.")
    assert not {"the talks", "the door"} & named(one, other, third).keys()


def test_a_verb_before_a_name_is_no_noun_for_its_bearer(told: Told, named: Named) -> None:
    one = told("a", "The office acted on Monday. It ordered Halden Maritime to shut the yard. The company wept.")
    other = told("b", "The shipbuilder Halden Maritime shut the yard on Monday, the mayor said.")
    assert "ordered" not in everything(named(one, other))


def test_a_thing_told_in_the_plural_is_told_by_its_clear_nouns(told: Told, named: Named) -> None:
    one = told("a", "Orsia bought 24 drones from Veldia on Monday. The drones are slow, the aircraft of the guard are not.")
    other = told("b", "Orsia has killer drones. The drones came on Monday. The aircraft stood beside an aircraft from Tressa.")
    third = told("c", "Orsia buys 24 unmanned aircraft, the ministry said on Monday. The drones will come in May by plane.")
    assert any({"killer drones", "unmanned aircraft"} <= texts(n) for n in named(one, other, third).values())


def test_what_a_report_resolves_to_somebody_stands_against_another_wording(told: Told, named: Named) -> None:
    one = told("a", "President Ida Kern left on Monday. The head of state was tired, the paper said.")
    other = told("b", "President Ida Kern spoke in Olmar on Monday. She left by train.")
    assert any({"President", "head of state"} <= texts(n) for n in named(one, other).values())


def test_up_to_three_places_of_a_wording_are_shown(told: Told, named: Named) -> None:
    many = "Terrorists fled from Olmar. " * 6
    one = told("a", "The Northern Liberation Front (NLF) said it left Tressa on Monday. The rebels had held it for a year.")
    other = told("b", FRONT + many)
    front = named(one, other)["Northern Liberation Front"]
    assert sum(t.text == "Terrorists" for t in front.terms) == 3
