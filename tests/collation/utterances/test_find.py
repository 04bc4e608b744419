import dataclasses
import random
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.collation.entities.find import merge_entities
from variorum.collation.utterances.find import follow_utterances
from variorum.language.shingles import word_code
from variorum.language.tokens import article_words
from variorum.records.annotation import AnnotatedArticle, Claim
from variorum.records.story import Utterance

Drafts = Callable[..., Any]


class BagEncoder:
    """Stands in for the sentence encoder: a unit vector over hashed words."""

    def encode(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        rows = np.zeros((len(texts), 512), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in text.lower().split():
                row[word_code(word) % 512] += 1
        norms: npt.NDArray[np.float32] = np.linalg.norm(rows, axis=1, keepdims=True)
        return rows / np.maximum(norms, 1e-9)


class TellingEncoder(BagEncoder):
    """Stands in for the encoder of statements: words of few letters count nothing, so that what is unlike is far apart."""

    def encode(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        return super().encode([" ".join(word for word in text.split() if len(word) > 3) for text in texts])


def follow(*articles: AnnotatedArticle, encoder: Any = None) -> tuple[Utterance, ...]:
    return follow_utterances(articles, merge_entities(articles), encoder, TellingEncoder() if encoder else None)


def report(draft: Drafts, name: str, content: str, *, speaker: str = "Josef Halloran", **more: Any) -> AnnotatedArticle:
    day = more.pop("published", None)
    made = draft(name, f"In Marenz {speaker} said this: “{content}”. Then it rained.", published=day)
    kind = more.pop("entity", "person")
    roles = more.pop("roles", ())
    country = more.pop("country", None)
    who = made.entity(speaker, kind, country=country)
    done: AnnotatedArticle
    made.quote(content, who, **more)
    done = made.done()
    if roles:
        from variorum.records.annotation import Role

        held = dataclasses.replace(done.entities[0], roles=tuple(Role(r, (0, 1)) for r in roles))
        done = dataclasses.replace(done, entities=(held,))
    return done


def members(utterances: Sequence[Utterance]) -> list[list[str]]:
    return sorted(sorted(q.article for q in u.quotations) for u in utterances)


FULL = "We have evidence that the terrorists of the Northern Front placed two devices at the pier last Sunday"


@pytest.mark.parametrize(
    ("words", "kind", "relation", "judgement"),
    [
        (FULL, "direct", "same", "agree"),
        ("We have evidence that the terrorists of the Northern Front placed two devices", "direct", "trimmed", "agree"),
        (FULL.replace("the terrorists of ", ""), "direct", "trimmed", "agree"),
        (FULL.replace("We have", "We have no"), "direct", "extended", "conflict"),
        (FULL.replace("two", "nine"), "direct", "edited", "conflict"),
        (FULL.replace("placed", "may have placed"), "direct", "extended", "conflict"),
        (FULL.replace("We have", "the government had"), "indirect", "indirect", "agree"),
        (FULL.replace("two", "nine"), "indirect", "indirect", "conflict"),
        (FULL.replace("terrorists", "fighters"), "direct", "edited", "agree"),
    ],
)
def test_how_a_report_words_the_saying(draft: Drafts, words: str, kind: str, relation: str, judgement: str) -> None:
    first = report(draft, "a", FULL, published="2026-05-01")
    (found,) = follow(first, report(draft, "b", words, kind=kind, published="2026-05-02"))
    variants = {v.quotation.article: v for v in found.variants} | {v.against.article: v for v in found.variants}
    variant = variants["b"]
    assert variant.against.article == found.quotations[0].article
    if variant.against.article == "b":
        relation = {"extended": "trimmed", "trimmed": "extended"}.get(relation, relation)
    assert (variant.relation, variant.judgement) == (relation, judgement)


def test_edits_turn_the_fullest_words_into_the_others(draft: Drafts) -> None:
    a, b = report(draft, "a", FULL), report(draft, "b", FULL.replace("two devices", "nine bombs"))
    (found,) = follow(a, b)
    (variant,) = found.variants
    texts = {"a": a.text, "b": b.text}
    base, other = texts[variant.against.article], texts[variant.quotation.article]
    changed = [(base[slice(*e.a)], other[slice(*e.b)], e.changes) for e in variant.edits if e.op != "equal"]
    assert changed == [("two devices", "nine bombs", "number")]
    assert found.by.reason == "One saying of Josef Halloran, in 2 reports; the wordings differ in number."


def test_the_very_words_under_another_name_are_one_saying_of_nobody(draft: Drafts) -> None:
    (found,) = follow(report(draft, "a", FULL), report(draft, "b", FULL, speaker="Lena Okoro"))
    assert members([found]) == [["a", "b"]] and found.speaker is None
    assert found.by.reason.startswith("One saying, given to Josef Halloran and to Lena Okoro, in 2 reports")


def test_four_words_join_speakers_without_a_name_only_as_a_whole(draft: Drafts) -> None:
    a, b, c = (
        draft(key, f"“{words}.”")
        for key, words in zip("abc", (*["They simply drove in"] * 2, "They simply ran in"), strict=True)
    )
    for one, words in ((a, "They simply drove in"), (b, "They simply drove in"), (c, "They simply ran in")):
        one.quote(words)
    assert members(follow(a.done(), b.done(), c.done())) == [["a", "b"]]


def test_one_speaker_told_in_other_words_is_one_saying(draft: Drafts) -> None:
    a = report(draft, "a", "I went down and the cellar door was broken and the safe was empty")
    b = report(draft, "b", "that the door of the cellar was broken up and the safe empty", kind="indirect")
    assert members(follow(a, b, encoder=BagEncoder())) == [["a", "b"]]


def test_another_speaker_or_another_matter_is_another_saying(draft: Drafts) -> None:
    a = report(draft, "a", FULL)
    assert follow(a, report(draft, "b", "Two devices at the pier were no danger to anybody", speaker="Lena Okoro")) == ()
    assert follow(a, report(draft, "b", "The government will not talk to anybody about the harbour tax")) == ()


def test_quoted_words_that_mean_the_same_are_a_translation_of_one_saying(draft: Drafts) -> None:
    a = report(draft, "a", "The silo keeps its poison, but it never keeps its promises to the quarter")
    b = report(draft, "b", "Its poison the silo keeps, its promises to the quarter it keeps never")
    (found,) = follow(a, b, encoder=BagEncoder())
    assert members([found]) == [["a", "b"]]
    assert [v.judgement for v in found.variants] == ["agree"]


@pytest.mark.parametrize(
    "other",
    [
        "The harbour authority was never told about any depot",
        "We will take the owner of that depot to court",
        "Of the 40 inspectors in the harbour 12 are ill",
    ],
)
def test_two_quotations_on_one_matter_are_two_sayings(draft: Drafts, other: str) -> None:
    a = report(draft, "a", "The harbour authority knew about the dangerous depot")
    assert follow(a, report(draft, "b", other), encoder=BagEncoder()) == ()


def test_of_a_quotation_that_lost_its_not_the_rest_stands(draft: Drafts) -> None:
    a = report(draft, "a", "They shall never close our grain market first")
    found = follow(a, report(draft, "b", "We shall close the grain market first"), encoder=BagEncoder())
    assert members(found) == [["a", "b"]]
    assert [v.judgement for u in found for v in u.variants] == ["conflict"]


def test_a_quotation_of_two_sentences_is_followed_sentence_by_sentence(draft: Drafts) -> None:
    one, two = "Nobody listened to the dock workers", "Every single paper was in perfect order"
    both = draft("a", f"“{one}. {two},” said Reiche.")
    both.quote(f"{one}. {two}", both.entity("Reiche", "person"))
    whole = dataclasses.replace(both.done(), sentences=((0, len(one) + 2), (len(one) + 3, len(both.text))))
    found = follow(whole, report(draft, "b", one, speaker="Reiche"), report(draft, "c", two, speaker="Reiche"))
    assert members(found) == [["a", "b"], ["a", "c"]]
    assert {v.relation for u in found for v in u.variants} == {"same"}


def test_an_unknown_speaker_joins_by_the_very_words_only(draft: Drafts) -> None:
    a = report(draft, "a", FULL)
    loose = draft("b", f"“{FULL}.”")
    loose.quote(FULL)
    (found,) = follow(a, loose.done())
    assert found.speaker == "a/e1" and {q.article for q in found.quotations} == {"a", "b"}
    vague = draft("b", "“Those terrorists surely had their devices hidden under a pier of the harbour.”")
    vague.quote("Those terrorists surely had their devices hidden under a pier of the harbour")
    assert follow(a, vague.done()) == ()


def test_a_state_and_its_minister_may_be_given_one_saying(draft: Drafts) -> None:
    words = "Oslo would lease no island of the coast to foreign companies before the election"
    state = report(draft, "a", words, speaker="Norway", entity="government", country="NOR", kind="indirect")
    minister = report(draft, "b", words, speaker="Ali Dorn", roles=("Norwegian foreign minister",), kind="indirect")
    envoy = report(draft, "c", words, speaker="Omar Sand", roles=("Swedish foreign minister",), kind="indirect")
    (found,) = follow(state, minister, envoy)
    assert members([found]) == [["a", "b"]] and found.speaker == "b/e1"


def test_what_is_told_inside_another_saying_is_not_followed_by_itself(draft: Drafts) -> None:
    reports = []
    for name in "ab":
        made = draft(name, "Okoro said that the harbour authority had warned the ministry about the old depot.")
        okoro, body = made.entity("Okoro", "person"), made.entity("harbour authority", "organisation")
        made.quote("the harbour authority had warned the ministry about the old depot", okoro, kind="indirect")
        made.quote("the ministry about the old depot", body, kind="indirect", chain=(okoro, body))
        reports.append(made.done())
    assert [u.speaker for u in follow(*reports)] == ["a/e1"]


def test_an_outlet_that_only_carries_the_words_is_not_their_speaker(draft: Drafts) -> None:
    reports = []
    for name in "ab":
        made = draft(name, "Okoro said the harbour authority had hidden everything, Radio Orlin reported.")
        radio, okoro = made.entity("Radio Orlin", "organisation"), made.entity("Okoro", "person")
        made.quote("Okoro said the harbour authority had hidden everything", radio, kind="indirect")
        made.quote("the harbour authority had hidden everything", okoro, kind="indirect", chain=(radio, okoro))
        reports.append(made.done())
    assert [u.speaker for u in follow(*reports)] == ["a/e2"]


def test_attitudes_are_followed_in_quotation_marks_only_and_duplicates_never(draft: Drafts) -> None:
    a = report(draft, "a", FULL)
    assert follow(a, report(draft, "b", FULL, act="attitude", kind="indirect")) == ()
    assert members(follow(a, report(draft, "b", FULL, act="attitude"))) == [["a", "b"]]
    assert members(follow(a, report(draft, "b", FULL, act="belief", kind="indirect"))) == [["a", "b"]]
    assert follow(a, dataclasses.replace(report(draft, "b", FULL), duplicate_of="a")) == ()


@pytest.mark.parametrize(
    ("words", "speaker", "number"),
    [
        ("for the fuel", "Josef Halloran", 1),
        ("for fuel", "Josef Halloran", 0),
        ("for the fuel", "Lena Okoro", 0),
    ],
)
def test_a_few_quoted_words_belong_to_the_wording_of_their_speaker_that_has_them_in_a_row(
    draft: Drafts, words: str, speaker: str, number: int
) -> None:
    full = report(draft, "a", "We paid for the fuel of the harbour in May")
    assert len(follow(full, report(draft, "b", words, speaker=speaker))) == number


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Nobody saw a silo burn in the depot, nobody", 1),
        ("Somebody saw a silo burn in the depot", 0),
    ],
)
def test_a_not_that_is_said_twice_turns_nothing_round(draft: Drafts, words: str, number: int) -> None:
    first = report(draft, "a", "In the depot there was nobody who saw a silo burn")
    assert len(follow(first, report(draft, "b", words), encoder=BagEncoder())) == number


VOCABULARY = ["we", "will", "not", "harbour", "depot", "terrorists", "Orlev", "silos", "evidence", "nine", "ferry", "the"]


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.lists(st.sampled_from(VOCABULARY), min_size=5, max_size=9).map(" ".join), min_size=2, max_size=5),
    st.randoms(use_true_random=False),
)
def test_order_changes_nothing_and_edits_rebuild_the_words(draft: Drafts, contents: list[str], draw: random.Random) -> None:
    reports = [report(draft, f"r{n}", content) for n, content in enumerate(contents)]
    expected = follow(*reports, encoder=BagEncoder())
    mixed = list(reports)
    draw.shuffle(mixed)
    assert follow(*mixed, encoder=BagEncoder()) == expected
    texts = {r.id: r for r in reports}
    for found in expected:
        assert len(set(found.quotations)) == len(found.quotations) == len(found.variants) + 1
        for variant in found.variants:
            for side, ref in (("a", variant.against), ("b", variant.quotation)):
                article = texts[ref.article]
                spans = [getattr(e, side) for e in variant.edits]
                keys = [k for s, e in spans if s < e for k in article_words(article).between(s, e).keys]
                assert " ".join(keys) == contents[int(ref.article[1:])].lower()


def test_an_unnamed_speaker_joins_the_named_one_by_the_very_words_only(draft: Drafts) -> None:
    a = report(draft, "a", FULL)
    loose = draft("b", f"“{FULL},” said an official.")
    loose.quote(FULL, loose.entity("official", "person", named=False))
    (found,) = follow(a, loose.done())
    assert found.speaker == "a/e1"
    reworded = "Somebody told us about some men of the Northern Front hiding two bombs under the pier"
    vague = draft("b", f"“{reworded},” said an official.")
    vague.quote(reworded, vague.entity("official", "person", named=False))
    assert follow(a, vague.done()) == ()


def test_what_one_speaker_tells_of_anothers_words_joins_them_and_not_his_own(draft: Drafts) -> None:
    quoted = report(draft, "a", "There is no money left for the ferries of the coast", speaker="Okoro")
    told = draft("b", "Reiche complained: “Okoro told us that there was no money left for the ferries.”")
    reiche, okoro = told.entity("Reiche", "person"), told.entity("Okoro", "person")
    told.quote("Okoro told us that there was no money left for the ferries", reiche)
    told.quote("there was no money left for the ferries", okoro, kind="indirect", chain=(reiche, okoro))
    (found,) = follow(quoted, told.done(), encoder=BagEncoder())
    assert found.speaker == "a/e1" and [q.quotation for q in found.quotations] == ["a-q1", "b-q2"]


SILOS = "the silos of the harbour had been inspected in March and nothing was found"


@pytest.mark.parametrize(
    ("speaker", "roles", "other", "entity", "joined"),
    [
        ("Lena Okoro", ("spokeswoman for the harbour council",), "Harbour Council", "organisation", True),
        ("Lena Okoro", ("Transport Minister",), "Transport Ministry", "organisation", True),
        ("Lena Okoro", ("head of the Dockers' Guild",), "Harbour Council", "organisation", False),
        ("Lena Okoro", (), "Transport Ministry", "organisation", False),
        ("Lena Okoro", (), "Josef Okoro", "person", False),
    ],
)
def test_a_body_and_its_voice_may_be_given_one_saying(
    draft: Drafts, speaker: str, roles: tuple[str, ...], other: str, entity: str, *, joined: bool
) -> None:
    a = report(draft, "a", SILOS, speaker=speaker, roles=roles, kind="indirect")
    words = "in March the harbour had inspected the silos and found nothing there"
    b = report(draft, "b", words, speaker=other, entity=entity, kind="indirect")
    assert members(follow(a, b, encoder=BagEncoder())) == ([["a", "b"]] if joined else [])


@pytest.mark.parametrize(
    ("other", "words", "joined"),
    [
        ("Vardian officials", "41 dead", True),
        ("Vardian Interior Ministry", "41 people had died in the flood", True),
        ("Vardian Bakers", "41 people had died in the flood", False),
        ("Vardian officials", "37 dead", False),
    ],
)
def test_a_figure_is_followed_from_a_state_to_those_who_speak_for_it(
    draft: Drafts, other: str, words: str, *, joined: bool
) -> None:
    a = report(draft, "a", "41 dead", speaker="Vardia", entity="government", kind="indirect")
    b = report(draft, "b", words, speaker=other, entity="organisation", kind="indirect")
    assert members(follow(a, b, encoder=BagEncoder())) == ([["a", "b"]] if joined else [])


def test_sayings_that_are_nearer_than_all_else_the_two_reports_have_are_one(draft: Drafts) -> None:
    first = report(draft, "a", "that the old theatre would be rebuilt with stones from the quarry", kind="indirect")
    free, rival = "quarry stones would be used for a new theatre", "the old theatre would get new walls from the quarry"
    assert members(follow(first, report(draft, "b", free, kind="indirect"), encoder=BagEncoder())) == [["a", "b"]]
    both = draft("b", f"Josef Halloran said {free}. Later he said {rival}.")
    speaker = both.entity("Josef Halloran", "person")
    both.quote(free, speaker, kind="indirect")
    both.quote(rival, speaker, kind="indirect")
    (found,) = follow(first, both.done(), encoder=BagEncoder())
    assert {q.quotation for q in found.quotations} >= {"a-q1", "b-q2"}


def test_quoted_words_of_unlike_speakers_may_be_reworded(draft: Drafts) -> None:
    a = report(draft, "a", "The nurses of this valley have been left alone by everybody", speaker="Okoro")
    b = report(draft, "b", "Everybody left nurses in this valley quite alone", speaker="Reiche")
    assert [u.speaker for u in follow(a, b, encoder=BagEncoder())] == [None]
    told = report(draft, "b", "Everybody left nurses in this valley quite alone", speaker="Reiche", kind="indirect")
    assert follow(a, told, encoder=BagEncoder()) == ()


def test_an_outlet_is_followed_to_what_was_told_in_its_own_report(draft: Drafts) -> None:
    said = draft("a", f"Insiders said {SILOS}.", outlet="Ostrel Gazette")
    said.quote(SILOS, said.entity("Insiders", "group", named=False), kind="indirect")
    handed_on = draft("b", f"The Ostrel Gazette reported that {SILOS.replace('had been', 'were')}.", outlet="Radio Orlin")
    handed_on.quote(SILOS.replace("had been", "were"), handed_on.entity("Ostrel Gazette", "organisation"), kind="indirect")
    assert members(follow(said.done(), handed_on.done(), encoder=BagEncoder())) == [["a", "b"]]
    strange = dataclasses.replace(said.done(), outlet="Velmar Standard")
    reworded = report(
        draft, "c", "in March the silos were inspected and nothing found there", speaker="Ostrel Gazette", kind="indirect"
    )
    assert follow(strange, reworded, encoder=BagEncoder()) == ()


def test_quoted_words_lead_to_a_body_that_a_report_gives_no_name(draft: Drafts) -> None:
    a = report(draft, "a", "Until then there is nothing to announce about the harbour")
    told = "that there was nothing to announce about the harbour"
    vague = draft("b", f"The palace said {told}.")
    vague.quote(told, vague.entity("palace", "organisation", named=False), kind="indirect")
    assert members(follow(a, vague.done(), encoder=BagEncoder())) == [["a", "b"]]
    named = report(draft, "b", told, speaker="Orlin Bakers", entity="organisation", kind="indirect")
    assert follow(a, named, encoder=BagEncoder()) == ()


def test_a_wording_that_stands_whole_in_the_other_is_trimmed_and_alters_nothing(draft: Drafts) -> None:
    whole = "Nothing was agreed and nothing will be agreed while the guns are heard"
    (found,) = follow(report(draft, "a", whole), report(draft, "b", "nothing will be agreed while the guns are heard"))
    (variant,) = found.variants
    assert (variant.relation, variant.judgement, [e.op for e in variant.edits]) == ("trimmed", "agree", ["delete", "equal"])


def test_a_later_figure_that_both_tell_in_their_own_words_is_an_update(draft: Drafts) -> None:
    words = "the rescuers had pulled {} people from the cellars of the burnt hotel"
    reports = [
        report(draft, name, words.format(count), kind="indirect", published=f"2026-05-0{day}")
        for name, count, day in (("a", "nine", 1), ("b", "twelve", 2))
    ]
    (found,) = follow(*reports)
    assert [v.judgement for v in found.variants] == ["update"]


def test_a_quotation_of_another_day_that_says_the_opposite_is_another_saying(draft: Drafts) -> None:
    a = report(draft, "a", "We are looking for living people and we shall look all night")
    assert follow(a, report(draft, "b", "We no longer look for people who are living"), encoder=BagEncoder()) == ()


def test_a_few_quoted_words_belong_to_the_saying_that_has_them_whole(draft: Drafts) -> None:
    a = report(draft, "a", "To open the sluice was a monstrous blunder, and everybody knew it")
    (found,) = follow(a, report(draft, "b", "monstrous blunder"))
    assert [v.relation for v in found.variants] == ["trimmed"]
    assert follow(a, report(draft, "b", "monstrous sluice")) == ()


def test_common_words_alone_make_no_saying_one(draft: Drafts) -> None:
    a = report(draft, "a", "I was not there", speaker="Okoro")
    b = report(draft, "b", "I never saw what was up there", speaker="Reiche")
    assert follow(a, b, encoder=BagEncoder()) == ()


def test_a_clause_of_a_longer_saying_may_stand_alone_in_another_report(draft: Drafts) -> None:
    promised = "but I have promised nothing to any fishermen, chandlers or bakers who wrote me angry letters from Orlin"
    promised += " and asked me to let their wives and children sell smoked herring beside the customs shed on market days"
    words = f"I hope to open the new harbour this autumn, {promised}"
    made = draft("a", f"Josef Halloran said: “{words}”.")
    made.quote(words, made.entity("Josef Halloran", "person"))
    whole = made.done()
    verbs = [(whole.text.index(verb), verb) for verb in ("hope", "promised")]
    claims = tuple(
        Claim(f"a-c{at}", (at, at + 9), None, verb, None, "positive", "asserted", None, None, (at, at + len(verb)))
        for at, verb in verbs
    )
    b = report(draft, "b", "the new harbour would hopefully open this autumn", kind="indirect")
    assert follow(whole, b) == ()
    assert members(follow(dataclasses.replace(whole, claims=claims), b, encoder=BagEncoder())) == [["a", "b"]]


def test_a_short_form_is_no_other_word_and_four_words_lead_to_a_speaker_who_is_not_known(draft: Drafts) -> None:
    a = report(draft, "a", "I have burned no illegal receipt")
    loose = draft("b", "“I've burned no forbidden receipt,” it was said.")
    loose.quote("I've burned no forbidden receipt")
    assert members(follow(a, loose.done(), encoder=BagEncoder())) == [["a", "b"]]


@pytest.mark.parametrize(("one", "other", "joined"), [("some 40", "40 barges", True), ("some 3", "3 days of mourning", False)])
def test_few_of_a_thing_are_told_of_many_things(draft: Drafts, one: str, other: str, *, joined: bool) -> None:
    a, b = (report(draft, name, words, kind="indirect") for name, words in (("a", one), ("b", other)))
    assert members(follow(a, b, encoder=BagEncoder())) == ([["a", "b"]] if joined else [])


@pytest.mark.parametrize(
    ("told", "speaker", "joined"),
    [
        ("ferry be ordered", "Josef Halloran", True),
        ("ferry be sold", "Josef Halloran", False),
        ("not be ordered", "Josef Halloran", False),
        ("ferry be ordered", "Lena Okoro", False),
    ],
)
def test_few_words_told_indirectly_lead_to_the_saying_of_their_speaker_that_holds_them(
    draft: Drafts, told: str, speaker: str, *, joined: bool
) -> None:
    first = report(draft, "a", "that a second ferry be ordered for the port in spring", kind="indirect")
    short = report(draft, "b", told, speaker=speaker, kind="indirect")
    assert members(follow(first, short, encoder=BagEncoder())) == ([["a", "b"]] if joined else [])


@pytest.mark.parametrize(
    ("words", "speaker", "joined"),
    [
        ("the harbour plan a “fairground”", "Josef Halloran", True),
        ("the harbour plan a “playground”", "Josef Halloran", False),
        ("the harbour plan a “fairground”", "Lena Okoro", False),
    ],
)
def test_a_word_in_quotation_marks_is_found_again_in_the_saying_of_that_speaker(
    draft: Drafts, words: str, speaker: str, *, joined: bool
) -> None:
    first = report(draft, "a", "Whoever wants to see ships will see a fairground with parking for two thousand cars")
    part = report(draft, "b", words, speaker=speaker, kind="mixed")
    assert members(follow(first, part, encoder=BagEncoder())) == ([["a", "b"]] if joined else [])


def test_the_wording_that_another_report_bears_out_goes_before_a_longer_one_that_none_does(draft: Drafts) -> None:
    heard = "Our boats stayed in the harbour because nobody warned us about the storm"
    translated = "In the port our boats have remained because no one has warned us of the storm that was coming to us there"
    reports = [report(draft, "a", translated), report(draft, "b", heard), report(draft, "c", heard.replace("stayed", "lay"))]
    (found,) = follow(*reports, encoder=BagEncoder())
    assert found.quotations[0].article in "bc"
    assert [q.article for q in found.quotations][-1] == "a"
    (alone,) = follow(reports[0], reports[1], encoder=BagEncoder())
    assert alone.quotations[0].article == "a"
