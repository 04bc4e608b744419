"""Descriptions beside names, groups told by one number or by what happened to them, words of many things: invented reports."""

from collections.abc import Callable, Mapping

from variorum.collation.entities.find import merge_entities
from variorum.collation.naming.described import described
from variorum.collation.naming.find import compare_naming
from variorum.collation.naming.places import places_by_report
from variorum.records import AnnotatedArticle

Told = Callable[..., AnnotatedArticle]


def named(*articles: AnnotatedArticle) -> Mapping[str, set[str]]:
    return {n.label: {t.text for t in n.terms} for n in compare_naming(articles, merge_entities(articles))}


def beside(article: AnnotatedArticle) -> dict[str, set[str]]:
    """Name to the descriptions beside it."""
    people = [e for e in merge_entities((article,)) if e.named and e.type == "person"]
    found: dict[str, set[str]] = {}
    for _, places in places_by_report((article,), people):
        for entity, spans in places:
            found.setdefault(entity.name, set()).update(x.term().text for x in described(article, entity, spans))
    return found


def test_words_before_a_name_are_its_description_up_to_the_first_verb_or_time(told: Told) -> None:
    text = "The bridge fell on Monday. But smirking union firebrand Dorrit Falk told reporters that the town had been warned."
    assert beside(told("a", text)) == {"Dorrit Falk": {"smirking union firebrand"}}


def test_a_cue_before_a_title_is_no_part_of_it(told: Told) -> None:
    text = '"The bridge is safe," remarked Mayor Dorrit Falk on Monday. "Nobody was hurt," she said.'
    assert beside(told("a", text)) == {"Dorrit Falk": {"Mayor"}}


def test_a_phrase_set_off_before_a_name_describes_it_but_not_one_that_only_precedes_it(told: Told) -> None:
    text = "The guardian of the bridge, Dorrit Falk, was away on Monday. After the talk with the mayor, Hanne Tolk left Tressa."
    found = beside(told("a", text))
    assert found["Dorrit Falk"] == {"guardian of the bridge"}
    assert not found.get("Hanne Tolk")


def test_one_number_of_people_under_two_nouns_is_one_group(told: Told) -> None:
    one = told("a", "The government freed 43 inmates in Tressa on Monday, lawyers said.")
    other = told("b", "The movement says that 43 of our imprisoned patriots came home to Tressa.")
    assert {"inmates", "imprisoned patriots"} <= named(one, other)["the 43 people"]


def test_small_numbers_tell_no_group(told: Told) -> None:
    one = told("a", "Three farmers went to Tressa on Monday, the mayor said.")
    other = told("b", "Three soldiers bought bread in Tressa on Monday, a baker said.")
    assert not any(label.startswith("the 3") for label in named(one, other))


def test_those_missing_are_lined_up_by_what_is_told_of_them(told: Told) -> None:
    one = told("a", "The missing sailors of Tressa were sought on Monday, the harbour said.")
    other = told("b", "The trapped workers of Tressa were not found on Monday, the union said.")
    third = told("c", "Rescuers searched the harbour of Tressa on Monday for the missing fishermen.")
    assert named(one, other, third)["those missing"] >= {"missing sailors", "trapped workers"}


def test_a_paper_is_a_memorandum_only_where_the_report_has_named_one(told: Told) -> None:
    one = told("a", "An internal memorandum warned of the bridge at Tressa. The four-page paper was sent in May.")
    other = told("b", "The bridge at Tressa fell on Monday. The memo was known since May, the mayor said.")
    third = told("c", "The bridge at Tressa fell on Monday, as a memo had said. The paper of the town printed it.")
    fourth = told("d", "The bridge at Tressa fell on Monday. The local paper has been printed since.")
    assert named(one, other, fourth)["the memorandum"] == {"internal memorandum", "four-page paper", "memo"}
    assert "paper" in named(one, third)["the memorandum"]


def test_two_usual_words_for_one_happening_make_a_row(told: Told) -> None:
    one = told("a", "The strike at the Brovik yard goes on, the union said on Monday. Pickets stood at the gate.")
    other = told("b", "The walkout at the Brovik yard costs a million a day, the union heard on Monday.")
    assert named(one, other)["the strike"] == {"strike", "walkout"}


def test_where_names_stand_does_not_depend_on_who_else_is_looked_for(told: Told) -> None:
    texts = ("Dorrit Falk met Hanne Tolk in Tressa.", "Falk left Tressa. Hanne Tolk stayed.", "Nobody came to Osk.")
    articles = [told(f"r{n}", text) for n, text in enumerate(texts)]
    entities = merge_entities(articles)
    whole = {(a.id, e.id): spans for a, found in places_by_report(articles, entities) for e, spans in found}
    alone = {(a.id, e.id): spans for e in entities for a, found in places_by_report(articles, [e]) for _, spans in found}
    assert whole == alone
    assert all(articles[int(id[1:])].text[s:t].strip() for (id, _), spans in whole.items() for s, t in spans)
    assert len(whole) > 3


def test_what_a_clause_says_outright_of_somebody_is_a_description(told: Told) -> None:
    one = told("a", "Mayor Dorrit Falk opened the bridge of Tressa on Monday. The crowd cheered.")
    other = told("b", "Dorrit Falk is a land agent who ran away in the autumn. He opened the bridge of Tressa on Monday.")
    assert named(one, other)["Dorrit Falk"] == {"Mayor", "land agent"}


def test_what_is_denied_of_somebody_is_no_description(told: Told) -> None:
    one = told("a", "Mayor Dorrit Falk opened the bridge of Tressa on Monday. The crowd cheered.")
    other = told("b", "Dorrit Falk is no land agent, a baker said. Falk opened the bridge of Tressa on Monday.")
    assert "Dorrit Falk" not in named(one, other)


def test_a_telling_adjective_stands_with_the_name_it_belongs_to(told: Told) -> None:
    text = 'The bridge of Tressa fell on Monday. "I saw it all," sobbed brave Dorrit Falk.'
    assert beside(told("a", text)) == {"Dorrit Falk": {"brave Dorrit Falk"}}


def test_an_office_with_of_and_a_nickname_before_a_name_are_part_of_what_describes_its_bearer(told: Told) -> None:
    text = (
        'The head of government Dorrit Falk came late. Ilmar Senn ran. He hid. The street knows bank robber "Big" Ilmar Senn.'
    )
    assert beside(told("a", text)) == {"Dorrit Falk": {"head of government"}, "Ilmar Senn": {"bank robber"}}


def test_a_description_ends_where_a_clause_begins(told: Told) -> None:
    text = "The seller is Dorrit Falk, the collector who bought the vase in Olmar."
    assert "collector" in beside(told("a", text))["Dorrit Falk"]


def test_what_opens_a_sentence_with_a_capital_is_a_word_of_the_description(told: Told) -> None:
    one = told("a", "Iron lady Dorrit Falk pulled no punches. She spoke in Olmar on Monday.")
    other = told("b", "Finance Minister Dorrit Falk spoke in Olmar on Monday. The minister was hoarse.")
    assert {"Iron lady", "Finance Minister"} <= named(one, other)["Dorrit Falk"]


def test_an_office_that_somebody_owns_stands_in_the_entry_of_its_holder(told: Told) -> None:
    one = told(
        "a", "Finance Minister Dorrit Falk spoke in Olmar on Monday. Prime Minister Oswin Halder praised his finance minister."
    )
    other = told("b", "Iron lady Dorrit Falk pulled no punches. She spoke in Olmar on Monday.")
    assert {"Iron lady", "Finance Minister"} <= named(one, other)["Dorrit Falk"]


def test_a_colon_before_a_name_tells_whom_a_phrase_means(told: Told) -> None:
    text = "The police have found the alleged ringleader: bank clerk Dorrit Falk. She was asleep."
    assert "alleged ringleader" in beside(told("a", text))["Dorrit Falk"]


def test_what_stands_between_a_verb_of_saying_and_a_full_name_describes_its_bearer(told: Told) -> None:
    text = '"He lied to my face," stormed opposition battleaxe Dorrit Falk. "We told reporters," said Hanne Tolk.'
    assert beside(told("a", text)) == {"Dorrit Falk": {"opposition battleaxe"}, "Hanne Tolk": set()}


def test_two_words_as_one_participle_describe_whom_they_stand_before(told: Told) -> None:
    text = "Dorrit Falk had denied it. Red-faced Falk told viewers on Monday that the bridge was sold."
    assert "Red-faced Falk" in beside(told("a", text))["Dorrit Falk"]


def test_one_noun_under_different_words_is_a_choice_where_the_number_is_one(told: Told) -> None:
    one = told("a", "The plant in Tressa has dismissed 350 agency workers, the union said on Monday.")
    other = told("b", "In Tressa 350 temporary workers have to go, the company said on Monday.")
    assert {"agency workers", "temporary workers"} <= named(one, other)["the 350 people"]
    plain = told("c", "In Tressa 350 workers have to go, the company said on Monday.")
    assert "the 350 people" not in named(one, plain)


def test_an_age_behind_a_phrase_of_another_land_is_not_that_of_the_one_named_before(told: Told) -> None:
    text = (
        "Dorrit Falk, Norvia's prime minister, left Tressa. President Hanne Tolk of Veldia stayed. Norvia and Veldia talked. "
        "Prime Minister Falk slept. The Veldian strongman, 63, smiled."
    )
    other = "Norvian Prime Minister Dorrit Falk, the iron lady, met Veldian President Hanne Tolk. Norvia and Veldia talked."
    assert "Veldian strongman" not in named(told("a", text), told("b", other)).get("Dorrit Falk", set())


def test_a_hard_word_that_opens_a_sentence_is_what_somebody_is_called(told: Told) -> None:
    one = told("a", "President Anton Wray opened the harbour of Tressa on Monday. The president left at noon.")
    other = told("b", "Despot Anton Wray opened the harbour of Tressa on Monday. Nobody clapped.")
    assert "Despot" in named(one, other)["Anton Wray"]


def test_a_cue_that_is_read_as_something_else_is_no_part_of_a_description(told: Told) -> None:
    text = "“He lied to the town and he laughed at me,” stormed opposition despot Dorrit Falk.\n\nShe wants him to go."
    other = told("b", "Dorrit Falk, who chairs the harbour board, was in Tressa on Monday.")
    found = named(told("a", text), other)["Dorrit Falk"]
    assert "opposition despot" in found
    assert not any("stormed" in term for term in found)
