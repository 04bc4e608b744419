"""Claims: spans that read as clauses, predicates, voices and terms, on invented sentences."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.annotation.claims.find import find_claims
from variorum.annotation.coreference.references import References
from variorum.annotation.nlp import Pipeline
from variorum.records.annotation import Claim, Entity, Mention, Quantity, Quotation, Time
from variorum.records.provenance import Provenance

BY = Provenance("test@1", None, "")


def claims_of(
    pipeline: Pipeline,
    text: str,
    *,
    names: Sequence[str] = (),
    quotations: Sequence[Quotation] = (),
    times: Sequence[Time] = (),
    quantities: Sequence[Quantity] = (),
) -> tuple[Claim, ...]:
    mentions = tuple(
        Mention(text.index(name), text.index(name) + len(name), "name", "organisation", f"e{n}")
        for n, name in enumerate(names, 1)
    )
    entities = tuple(Entity(f"e{n}", name, "organisation", named=True) for n, name in enumerate(names, 1))
    found = References(tuple(sorted(mentions, key=lambda m: m.start)), entities)
    return find_claims(pipeline.nlp(text), found, tuple(quotations), tuple(times), tuple(quantities))


def quotation(text: str, content: str, cue: str, source: str, number: int = 1) -> Quotation:
    at = {
        name: (text.index(part), text.index(part) + len(part))
        for name, part in (("content", content), ("cue", cue), ("source", source))
    }
    return Quotation(
        f"q{number}",
        "text",
        (at["content"],),
        (at["cue"],),
        (at["source"],),
        "indirect",
        "speech",
        "positive",
        "asserted",
        None,
        (),
        (),
        (),
        (),
        BY,
    )


def spans(text: str, claims: Sequence[Claim]) -> list[str]:
    return [text[c.span[0] : c.span[1]] for c in claims]


def test_a_short_clause_with_a_number_stands_alone(pipeline: Pipeline) -> None:
    text = "A barge hit the Orren bridge on Monday night, killing two motorists."
    toll = Quantity("n1", text.index("two"), text.index("two") + 3, 2.0, None, 2.0, 2.0, None, None, (), None, BY)
    assert "killing two motorists" in [text[slice(*c.span)] for c in claims_of(pipeline, text, quantities=(toll,))]
    plain = "A barge hit the Orren bridge on Monday night, killing motorists."
    assert "killing motorists" not in [plain[slice(*c.span)] for c in claims_of(pipeline, plain)]


def test_coordinated_clauses_are_claims_of_their_own(pipeline: Pipeline) -> None:
    text = "The League freed Averia from its king in 1903, but troops stayed in the country after his defeat."
    assert spans(text, claims_of(pipeline, text))[:2] == [
        "The League freed Averia from its king in 1903",
        "troops stayed in the country after his defeat",
    ]


def test_what_is_said_is_the_claim_and_not_the_saying(pipeline: Pipeline) -> None:
    text = "Mara Tolen said the fleet had left the port of Lisk on Monday."
    content = "the fleet had left the port of Lisk on Monday"
    claims = claims_of(pipeline, text, quotations=[quotation(text, content, "said", "Mara Tolen")])
    assert spans(text, claims) == [content]
    assert claims[0].voice == "q1"


@pytest.mark.parametrize(
    ("text", "hollow"),
    [
        ("Tolen said when asked by fishermen about the new harbour fee.", "Tolen said"),
        ("The harbour of Lisk will stay open, Tolen said during a visit to the flooded market.", "Tolen said"),
        ("The mayor said during his visit to the flooded quarter of Lisk.", "The mayor said"),
        (
            "The new pact would limit trawlers, as the pact signed by President Orrel does.",
            "the pact signed by President Orrel does",
        ),
        ("Averia is stern when it comes to the defence of its fishing waters.", "it comes"),
    ],
)
def test_a_clause_that_tells_nothing_is_no_claim(pipeline: Pipeline, text: str, hollow: str) -> None:
    assert not [s for s in spans(text, claims_of(pipeline, text)) if s.startswith(hollow)]


@pytest.mark.parametrize(
    "text",
    [
        "Tolen said nothing about the harbour fee during the debate",
        "The memorial society of Lisk says 112",
        "Two fishermen dead, says the mayor of Lisk",
        "Averia says close to buying Brennian trawlers",
        "Ninety metres of net would have done",
        "It came to blows between Averian fishermen and the harbour police",
        "The pact did harm to the fishermen of Lisk",
        "The harbour master of Lisk and Mara Tolen never did",
    ],
)
def test_saying_and_doing_something_are_claims(pipeline: Pipeline, text: str) -> None:
    assert spans(text, claims_of(pipeline, f"{text}.")) == [text]


def test_the_innermost_quotation_is_the_voice(pipeline: Pipeline) -> None:
    text = "The agency reported that Tolen said the bridge was closed to traffic."
    outer = quotation(text, "Tolen said the bridge was closed to traffic", "reported", "The agency", 1)
    inner = quotation(text, "the bridge was closed to traffic", "said", "Tolen", 2)
    claims = claims_of(pipeline, text, quotations=[outer, inner])
    assert spans(text, claims) == ["the bridge was closed to traffic"]
    assert claims[0].voice == "q2"


def test_active_and_passive_have_one_form(pipeline: Pipeline) -> None:
    active = claims_of(pipeline, "Averia bombed Brennia.", names=["Averia", "Brennia"])[0]
    passive = claims_of(pipeline, "Brennia was bombed by Averia.", names=["Averia", "Brennia"])[0]
    assert (active.subject, active.predicate, active.object) == ("e1", "bomb", "e2")
    assert (passive.subject, passive.predicate, passive.object) == ("e1", "bomb", "e2")


@pytest.mark.parametrize(
    ("text", "predicate", "polarity", "modality"),
    [
        ("Averia refuses to host the foreign fleet.", "host", "negative", "asserted"),
        ("Averia denied permission to the fleet.", "give permission", "negative", "asserted"),
        ("Averia gave permission to the fleet.", "give permission", "positive", "asserted"),
        ("Averia rejected the offer from Brennia.", "reject", "positive", "asserted"),
        ("Averia pulled its troops out of Lisk.", "pull out", "positive", "asserted"),
        ("The two sides held talks in Lisk.", "hold talk", "positive", "asserted"),
        ("Averia is ready to sign the treaty.", "sign", "positive", "planned"),
        ("The treaty is a disaster for farmers.", "be disaster", "positive", "asserted"),
        ("Averia is earnestly considering buying trawlers.", "buy", "positive", "possible"),
        ("Averia is finalizing the missile purchase.", "finalize", "positive", "asserted"),
        ("Parliament called for a new inquiry.", "call for", "positive", "asserted"),
        ("There are 5,000 soldiers deployed in Averia.", "deploy", "positive", "asserted"),
        ("Either the minister gave the order or he slept through it.", "give order", "positive", "possible"),
    ],
)
def test_predicates(pipeline: Pipeline, text: str, predicate: str, polarity: str, modality: str) -> None:
    claim = claims_of(pipeline, text)[0]
    assert (claim.predicate, claim.polarity, claim.modality) == (predicate, polarity, modality)


def test_what_somebody_wants_to_let_others_do_is_no_fact(pipeline: Pipeline) -> None:
    found = claims_of(pipeline, "The mill wants to let the people on the bridge leave the town.")
    assert [(c.predicate, c.modality) for c in found] == [("let", "planned"), ("leave", "planned")]


def test_a_way_for_somebody_to_act_is_no_plan(pipeline: Pipeline) -> None:
    claims = claims_of(pipeline, "Lawyers said the ruling opened the way for the firm to return in May 2031.")
    assert {c.modality for c in claims} == {"asserted", "possible"}


def test_an_act_named_by_a_noun_stands_as_the_verb_above_makes_it(pipeline: Pipeline) -> None:
    text = "Averia bluntly refuses the construction of a second dam across the Lonn."
    claim = next(c for c in claims_of(pipeline, text) if c.predicate == "construct")
    assert text[claim.span[0] : claim.span[1]] == "the construction of a second dam across the Lonn"
    assert claim.polarity == "negative"
    text = "Parliament demanded the withdrawal of foreign troops from the port."
    claim = next(c for c in claims_of(pipeline, text) if c.predicate == "withdraw")
    assert claim.modality == "demanded"


def test_a_reason_after_the_clause_is_a_claim_of_its_own(pipeline: Pipeline) -> None:
    text = "The fleet left the port because the harbour had been mined by rebels."
    assert spans(text, claims_of(pipeline, text)) == ["The fleet left the port", "the harbour had been mined by rebels"]


def test_a_reason_that_is_what_is_denied_stays_with_its_clause(pipeline: Pipeline) -> None:
    denied = "We did not sell the old mill because we like the king of Brennia."
    text = f"{denied} We sold it because it was haunted."
    assert denied[:-1] in spans(text, claims_of(pipeline, text))
    assert "We did not sell the old mill" in spans(denied, claims_of(pipeline, denied))


def test_what_is_found_is_told_by_the_finder_where_only_a_noun_is_described_behind_it(pipeline: Pipeline) -> None:
    text = "A review has found debts of 40 million talers to firms whose purpose is unclear."
    held = quotation(text, "debts of 40 million talers to firms whose purpose is unclear", "found", "A review")
    assert text[:-1] in spans(text, claims_of(pipeline, text, quotations=[held]))
    text = "A review has found that the owners of the firms are unknown in Brennia."
    held = quotation(text, "the owners of the firms are unknown in Brennia", "found", "A review")
    assert spans(text, claims_of(pipeline, text, quotations=[held])) == ["the owners of the firms are unknown in Brennia"]


def test_what_was_said_in_an_interview_says_enough_with_two_words(pipeline: Pipeline) -> None:
    text = "The envoy told the radio in an interview that the mill is closing."
    said = quotation(text, "the mill is closing", "told", "The envoy")
    assert "the mill is closing" in spans(text, claims_of(pipeline, text, quotations=[said]))
    text = "The envoy raised the question whether the mill is closing."
    said = quotation(text, "the mill is closing", "raised", "The envoy")
    assert "the mill is closing" not in spans(text, claims_of(pipeline, text, quotations=[said]))
    text = "The union wants a guarantee that the mill reopens."
    assert not any(span.endswith("the mill reopens") for span in spans(text, claims_of(pipeline, text)) if "union" not in span)


def test_a_condition_stays_with_its_clause(pipeline: Pipeline) -> None:
    text = "Averia will close the border if the talks with Brennia fail."
    claims = claims_of(pipeline, text)
    assert spans(text, claims) == [text[:-1]]
    assert claims[0].modality == "conditional"


def test_terms_name_entities_and_leave_out_empty_words(pipeline: Pipeline) -> None:
    text = "The Averian Council has approved the new budget of Brennia."
    claim = claims_of(pipeline, text, names=["Averian Council", "Brennia"])[0]
    assert claim.terms == ("@e1", "approve", "new", "budget", "@e2")


def test_times_and_quantities_inside(pipeline: Pipeline) -> None:
    text = "Nine workers died on Monday, and the plant reopened later."
    monday = text.index("Monday")
    time = Time("t1", monday, monday + 6, "DATE", "2031-03-03", "2031-03-03", "2031-03-03", None, BY)
    nine = Quantity("n1", 0, 4, 9.0, None, 9.0, 9.0, None, (5, 12), ("worker",), None, BY)
    claims = claims_of(pipeline, text, times=[time], quantities=[nine])
    assert [(c.times, c.quantities) for c in claims] == [(("t1",), ("n1",)), ((), ())]


def test_a_span_does_not_reach_into_another_voice(pipeline: Pipeline) -> None:
    text = "The harbour was closed, Tolen said on Friday, and the fleet had to turn back."
    said = quotation(text, "The harbour was closed", "said", "Tolen")
    found = spans(text, claims_of(pipeline, text, quotations=[said]))
    assert "The harbour was closed" in found
    assert not any("Tolen said" in span for span in found if span.startswith("The harbour"))


def test_too_little_to_compare_is_no_claim(pipeline: Pipeline) -> None:
    assert claims_of(pipeline, "It is. He did so.") == ()


SENTENCES = [
    "Averia refuses to host the fleet, which left Lisk on Monday.",
    "“We will not sign,” Tolen said (in a letter), adding that talks had failed.",
    "The withdrawal of troops was delayed; nobody knows why.",
    "Two ships, built in Dorn, sank off the coast after a storm hit the bay.",
    "Will Brennia pay? Tolen's office declined to say.",
]


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4), st.sampled_from([" ", "\n\n", "  "]))
def test_spans_hold_their_parts(pipeline: Pipeline, sentences: list[str], gap: str) -> None:
    text = gap.join(sentences)
    for claim in claims_of(pipeline, text):
        start, end = claim.span
        assert 0 <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip(" ,;.\n")
        assert claim.predicate_span is not None
        assert start <= claim.predicate_span[0] < claim.predicate_span[1]
        assert claim.terms


def test_one_claim_for_one_stretch_of_words(pipeline: Pipeline) -> None:
    text = "Tolen defended her decision to close the harbour of Lisk to foreign ships."
    found = spans(text, claims_of(pipeline, text, names=["Lisk"]))
    assert len(found) == len(set(found))


def test_the_speaker_is_no_subject_of_what_is_said(pipeline: Pipeline) -> None:
    text = "The League built bases in Averia, Tolen said, and they are guarded by soldiers."
    said = quotation(text, "The League built bases in Averia", "said", "Tolen")
    claims = claims_of(pipeline, text, names=["League", "Averia", "Tolen"], quotations=[said])
    assert all(c.subject != "e3" for c in claims if c.voice == "q1")


@pytest.mark.parametrize(
    ("words", "polarity"),
    [
        ("The province would never agree to", "negative"),
        ("The province agreed to", "positive"),
        ("The loan should not lead to", "negative"),
        ("The loan led to", "positive"),
        ("The province did not demand", "positive"),
    ],
)
def test_who_does_not_agree_to_an_act_denies_it(pipeline: Pipeline, words: str, polarity: str) -> None:
    exact = "the demolition of the old harbour in Kell"
    text = f"{words} {exact}."
    found = {text[c.span[0] : c.span[1]]: c.polarity for c in claims_of(pipeline, text)}
    assert found[exact] == polarity
