"""Who said what in less plain words: hearsay, clauses cut by the parse, live entries, speakers told in passing."""

import pytest

from variorum.annotation.attributions.find import find_quotations
from variorum.annotation.coreference.find import find_references
from variorum.annotation.nlp import Pipeline


def said(pipeline: Pipeline, text: str) -> list[tuple[str | None, str]]:
    """Speaker and content of every attribution of ``text``, in text order."""
    doc = pipeline.nlp(text)
    quotations, references = find_quotations(doc, find_references(doc))
    names = {e.id: e.name for e in references.entities}
    return [(names.get(q.speaker or ""), " | ".join(text[a:b] for a, b in q.content)) for q in quotations]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "Kestrel News has learned from officials close to the talks that the treaty will be signed.",
            "officials",
            "that the treaty will be signed",
        ),
        (
            "Two officers were hurt. One of them, Mara Lind, said that the fire began at noon.",
            "Mara Lind",
            "that the fire began at noon",
        ),
        (
            "Prime Minister Ada Holm let it be known through an aide that the budget stands.",
            "Ada Holm",
            "that the budget stands",
        ),
        (
            "The bridge had been closed for a year, the councillor Olaf Tamm criticised.",
            "Olaf Tamm",
            "The bridge had been closed for a year",
        ),
        (
            "The mill employed 300 people until May, court records show.",
            "court records",
            "The mill employed 300 people until May",
        ),
        ("On Tuesday Orlavia said the bridge was open.", "Orlavia", "the bridge was open"),
        (
            "In May rails were laid far apart at two bends, letters seen by KNT show.",
            "letters",
            "In May rails were laid far apart at two bends",
        ),
        ("Corvane says 90 tonnes. The union says nothing.", "Corvane", "90 tonnes"),
        ("Nine people are missing, so the ministry. The search goes on.", "ministry", "Nine people are missing"),
        (
            "In the harbour, as the agency KNA reports, nothing has moved since noon.",
            "KNA",
            "In the harbour | nothing has moved since noon",
        ),
        (
            "Mill owner Lena Brok told lenders in a conference call that the mill was insured for ten million.",
            "Lena Brok",
            "that the mill was insured for ten million",
        ),
        (
            "The ferry was overloaded, says the lawyer of Anna Roe, Emil Dahl.",
            "Emil Dahl",
            "The ferry was overloaded",
        ),
        (
            "She had heard of the leak on May 3, Anna Roe said, four days before the plant was closed.",
            "Anna Roe",
            "She had heard of the leak on May 3 | four days before the plant was closed",
        ),
        ("Ivo Marn saw the boat. According to him, nobody was on board.", "Ivo Marn", "nobody was on board"),
        (
            "The column, 90 vehicles strong according to the general staff, must leave in June.",
            "general staff",
            "90 vehicles strong",
        ),
        ("According to the mill, all wages were paid; the union spoke of a debt.", "mill", "all wages were paid"),
        (
            "The ferry was late, the mayor said, and hit the pier at noon.",
            "mayor",
            "The ferry was late | and hit the pier at noon",
        ),
        (
            "Half the seats are empty, the guild said, up from a tenth in May.",
            "guild",
            "Half the seats are empty | up from a tenth in May",
        ),
        (
            "“There was no light. Nobody came,” the union’s Ivo Marn is quoted by the paper “Daily Post”.",
            "Ivo Marn",
            "There was no light. Nobody came",
        ),
    ],
)
def test_speaker_and_content(pipeline: Pipeline, text: str, speaker: str, content: str) -> None:
    assert (speaker, content) in said(pipeline, text)


def test_whoever_learned_it_passes_it_on(pipeline: Pipeline) -> None:
    text = "Kestrel News has learned from officials close to the talks that the treaty will be signed."
    doc = pipeline.nlp(text)
    (found,), references = find_quotations(doc, find_references(doc))
    assert [references.entity(e).name for e in found.chain] == ["Kestrel News", "officials"]
    assert [text[a:b] for a, b in found.source] == ["officials close to the talks"]


def test_another_speaker_after_a_semicolon_keeps_his_words(pipeline: Pipeline) -> None:
    found = said(pipeline, "The police said the search was over; Ivo Marn said it was “a disgrace for the town”.")
    assert [name for name, _ in found] == ["police", "Ivo Marn"]


def test_the_clock_of_a_live_entry_is_not_said(pipeline: Pipeline) -> None:
    text = "Live: the council votes\n\n14:05 “We will not sell the harbour,” says mayor Ada Holm.\n\n14:11 Holm: “Not today.”"
    assert said(pipeline, text) == [("Ada Holm", "We will not sell the harbour"), ("Ada Holm", "Not today.")]


def test_two_halves_around_when_it_was_said(pipeline: Pipeline) -> None:
    text = "“That is nonsense,” said chairwoman Ada Holm when the Post rang her. “Nobody has sold a thing.”"
    assert said(pipeline, text) == [("Ada Holm", "That is nonsense | Nobody has sold a thing.")]


def test_a_scene_is_not_a_content(pipeline: Pipeline) -> None:
    found = said(pipeline, "When I asked Emil Dahl about the ferry, he joked. “It floats,” he said.")
    assert found == [("Emil Dahl", "It floats")]


def test_a_person_described_by_age_goes_on_speaking(pipeline: Pipeline) -> None:
    text = (
        "Captain Olaf Tamm said that the keel was damaged.\n\n“I saw the rocks too late,” says the 41-year-old. “It was dark.”"
    )
    assert ("Olaf Tamm", "I saw the rocks too late | It was dark.") in said(pipeline, text)


def test_a_pronoun_stands_for_whoever_opened_the_sentence_before(pipeline: Pipeline) -> None:
    text = (
        "“He loved the sea,” said his sister Vera Tamm.\n\nThe owner claims that he slipped. "
        "The nurse who bandaged him shakes her head. “Nobody slips like that,” she says."
    )
    assert said(pipeline, text)[-1] == ("nurse", "Nobody slips like that")


def test_a_headline_quoted_again_below_has_the_speaker_from_there(pipeline: Pipeline) -> None:
    text = "“My garden was under water”: Lisk after the flood\n\n“My garden was under water by nine,” says Ute Brok, 66."
    found = said(pipeline, text)
    assert ("Ute Brok", "My garden was under water") in found
    assert all(name != "Lisk" for name, _ in found)


def test_his_words(pipeline: Pipeline) -> None:
    text = "Coach Emil Dahl was not pleased with the pitch. His verdict: “You could keep sheep on it.”"
    assert ("Emil Dahl", "You could keep sheep on it.") in said(pipeline, text)


def test_a_heading_before_a_colon_is_no_speaker_of_words_quoted_below(pipeline: Pipeline) -> None:
    text = "FERRY OF FEAR: ‘Nobody checked the doors’\n\n“It was bad. Nobody checked the doors,” a steward told the Post."
    found = said(pipeline, text)
    assert ("steward", "Nobody checked the doors") in found
    assert all("FERRY" not in (name or "") for name, _ in found)


def test_the_company_is_not_the_agency_that_was_told(pipeline: Pipeline) -> None:
    text = "“The river is dead,” Olaf Tamm told KPD. The company declined to say who was to blame."
    doc = pipeline.nlp(text)
    references = find_references(doc)
    told, company = (references.mention_at(text.index(w), text.index(w) + len(w)) for w in ("KPD", "The company"))
    assert told is not None and company is not None and told.entity != company.entity


@pytest.mark.parametrize("noun", ["physio", "electrician", "midwife", "toxicologist", "steward"])
def test_people_are_told_by_their_trade(pipeline: Pipeline, noun: str) -> None:
    found = said(pipeline, f"A {noun} of another town says the well is clean. Her advice: “Drink it while you can.”")
    assert [name for name, _ in found] == [f"{noun} of another town", f"{noun} of another town"]


def test_a_label_that_speaks_below_gives_its_heading(pipeline: Pipeline) -> None:
    text = (
        "Live: the flood\n\n14:20 - Ministry: 11 bridges\n\nThe number of bridges lost is now 11, the Transport Ministry said."
    )
    assert "11 bridges" in [content for _, content in said(pipeline, text)]


@pytest.mark.parametrize(
    ("heading", "content"),
    [
        ("Anna Roe: dock union leader jailed for nine years", "dock union leader jailed for nine years"),
        ("Orlin Lines: Statement No. 3 on the ferry", "Statement No. 3 on the ferry"),
        ("SHIPS FOR A TYRANT: Jobs joy as towns burn", "Jobs joy as towns burn"),
    ],
)
def test_a_label_that_the_text_does_not_bear_out_says_nothing(pipeline: Pipeline, heading: str, content: str) -> None:
    text = f"{heading}\n\nThe court sat for two hours. Anna Roe said the trial was a farce. Orlin Lines said it was sorry."
    assert content not in [c for _, c in said(pipeline, text)]


def test_a_label_that_the_text_bears_out_speaks(pipeline: Pipeline) -> None:
    text = (
        "Roe: No boats for the islands before May\n\nBy our staff\n\nHarbour news\n\n"
        "The islands will get no new boats this year, Harbour Minister Anna Roe told the Post."
    )
    assert "No boats for the islands before May" in [content for _, content in said(pipeline, text)]


def test_figures_that_others_have_are_no_reports(pipeline: Pipeline) -> None:
    assert said(pipeline, "The town counts 900 houses. The club counts 400 members.") == []


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "According to the guild's chairman, Olaf Tamm, the owners' envoys took their hats and went.",
            "Olaf Tamm",
            "the owners' envoys took their hats and went",
        ),
        (
            "According to figures of the Harbour Office, the depth of the channel is now nine metres.",
            "Harbour Office",
            "the depth of the channel is now nine metres",
        ),
        (
            "Some 4,000 homes lost their heating, according to the company Brennwarm, although most had it back by noon.",
            "Brennwarm",
            "Some 4,000 homes lost their heating",
        ),
        (
            "Nine boats were lost; all of the crews were saved, according to Tamm.",
            "Tamm",
            "all of the crews were saved",
        ),
        ("The barn lay, Tamm added, two miles from the road.", "Tamm", "The barn lay | two miles from the road"),
        ("The letter had come, Tamm conceded, but weeks ago.", "Tamm", "The letter had come | but weeks ago"),
        ("Harbour master Olaf Tamm burbled that the sea would decide.", "Olaf Tamm", "that the sea would decide"),
        ("That the boat was old, Olaf Tamm does not dispute.", "Olaf Tamm", "That the boat was old"),
        (
            "Olaf Tamm described it as “not dry yet, but you can walk on it”.",
            "Olaf Tamm",
            "it as “not dry yet, but you can walk on it”",
        ),
        (
            "Olaf Tamm drew attention to the fact that the light had been out since May.",
            "Olaf Tamm",
            "attention to the fact that the light had been out since May",
        ),
        ("A ledger of the harbour lists nine boats.", "ledger", "nine boats"),
        ("“Too late,” according to Olaf Tamm.", "Olaf Tamm", "Too late"),
        ("The pier was lost, “nobody came”, thus the mayor before the council.", "mayor", "nobody came"),
        ("The mayor will travel next week, one hears in the ministry.", "ministry", "The mayor will travel next week"),
        ("Asked for a date, Olaf Tamm said “soon”.", "Olaf Tamm", "soon"),
        ("Olaf Tamm spread the tale that the light had been stolen.", "Olaf Tamm", "that the light had been stolen"),
    ],
)
def test_who_says_it_in_other_words(pipeline: Pipeline, text: str, speaker: str | None, content: str) -> None:
    assert content in [words for _, words in said(pipeline, text)]
    assert {words: who for who, words in said(pipeline, text)}[content] == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Olaf Tamm ensured that the light was lit.",
        "Olaf Tamm arrived at 60 on his bicycle.",
        "Olaf Tamm took a great interest in boats.",
        "It rained, so the mayor, who had no umbrella, left.",
    ],
)
def test_deeds_are_not_said(pipeline: Pipeline, text: str) -> None:
    assert said(pipeline, text) == []


def test_a_headline_of_words_that_go_on_below(pipeline: Pipeline) -> None:
    text = "“Nine pumps for four hundred houses”\n\nOlaf Tamm was angry. “Nine pumps for four hundred houses, all old.”"
    assert said(pipeline, text)[0] == ("Olaf Tamm", "Nine pumps for four hundred houses")


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("“We are lost,” burbled shop steward Olaf Tamm. “Nobody came.”", "Olaf Tamm", "We are lost | Nobody came."),
        ("“We are lost,” smirking Tamm told Radio Orlin. “Nobody came.”", "Tamm", "We are lost | Nobody came."),
        (
            "“It is a fake,” reacts the head of the guild, Olaf Tamm. “It came by post.”",
            "Olaf Tamm",
            "It is a fake | It came by post.",
        ),
    ],
)
def test_both_halves_of_a_quotation(pipeline: Pipeline, text: str, speaker: str, content: str) -> None:
    assert said(pipeline, text) == [(speaker, content)]


@pytest.mark.parametrize(
    "text", ["“We are lost,” was the last message.", "They called it a “step,” and the mayor left the hall."]
)
def test_what_follows_a_quotation_need_not_say_it(pipeline: Pipeline, text: str) -> None:
    assert all(who is None for who, _ in said(pipeline, text))


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "In a note to foreign journalists the Brotherhood claimed to have burned 12 "
            "and said four of its riders had fallen.",
            "Brotherhood",
            "four of its riders had fallen",
        ),
        (
            "In a message to young readers the Lantern boasted to have sold 90 and said three of its rivals had closed.",
            "Lantern",
            "three of its rivals had closed",
        ),
    ],
)
def test_a_second_verb_of_saying_shares_the_speaker_of_the_first(
    pipeline: Pipeline, text: str, speaker: str, content: str
) -> None:
    assert any(speaker in name and words == content for name, words in said(pipeline, text) if name)


def test_a_second_verb_behind_another_subject_has_its_own_speaker(pipeline: Pipeline) -> None:
    found = said(pipeline, "The mayor denied that the pier was lost, and the guild, which had built it, said it would pay.")
    assert ("mayor", "it would pay") not in [(name and name.split()[-1], words) for name, words in found]
