import dataclasses
import random
import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.annotation.annotate import annotate_article
from variorum.collation.entities.find import merge_entities
from variorum.collation.relays.credits import credited_names, find_credits, press_of
from variorum.collation.relays.evidence import equal_words
from variorum.collation.relays.find import cluster, find_relays
from variorum.collation.relays.lines import is_dispatch, is_party
from variorum.collation.relays.names import is_outlet, names_own_outlet, outlet_key, same_outlet
from variorum.collation.reuse.find import find_reuse
from variorum.records.annotation import AnnotatedArticle
from variorum.records.article import Article, Furniture, Published
from variorum.records.story import Relay

Drafts = Callable[..., Any]
BODY = "A fertiliser depot exploded in the harbour of Marenz on Monday and set two grain silos on fire, the fire service said."
MORE = "Windows were broken up to three kilometres away from the pier, and the ferry to Selde did not sail for two days."


def relays(*articles: AnnotatedArticle) -> tuple[Relay, ...]:
    return find_relays(articles, merge_entities(articles), find_reuse(articles))


def edges(*articles: AnnotatedArticle) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(r.source, r.to, r.basis) for r in relays(*articles)]


@pytest.mark.parametrize(
    ("line", "kind", "names"),
    [
        ("MARENZ, May 4 (TarPress) –", "dateline", ("TarPress",)),
        ("(With inputs from TarPress and Kanal 3)", "credit", ("Kanal 3", "TarPress")),
        ("Source: Kanal 3", "credit", ("Kanal 3",)),
        ("Information: Kanal 3", "credit", ("Kanal 3",)),
        ("For further information: Office of the Speaker", "credit", ()),
        ("Reporting by Mira Tolan; editing by J.S.", "credit", ()),
        ("Reporting by Reuters", "credit", ("Reuters",)),
        ("By Tomasz Grell in Selde", "byline", ()),
        ("With reporting from the Ostrel Gazette", "credit", ("Ostrel Gazette",)),
        ("Marenz (Harbour Courier) –", "dateline", ()),
        ("(AP)", "credit", ("AP", "Associated Press")),
    ],
)
def test_credits_in_furniture(line: str, kind: Any, names: tuple[str, ...]) -> None:
    article = Article("a", f"{line} {BODY}", outlet="Harbour Courier", furniture=(Furniture(0, len(line), kind),))
    found = credited_names(article)
    assert set(found) <= set(names) and bool(found) == bool(names)
    assert all(article.text[slice(*c.span)] == c.name and c.whole for c in find_credits(article))


def test_names_of_one_outlet() -> None:
    assert outlet_key("the TASS news agency") == outlet_key("TASS")
    assert outlet_key("AP") == outlet_key("Associated Press")
    assert same_outlet("Ostrel Gazette", Article("a", "x", outlet="The Ostrel Gazette"))
    assert not same_outlet("Ostrel Gazette", Article("a", "x", outlet="Ostrel Herald"))
    assert outlet_key("NYT") == outlet_key("The New York Times") == outlet_key("nytimes.com")
    assert outlet_key("www.thesun.co.uk") == outlet_key("The Sun") != outlet_key("Ostrel Sun")
    assert same_outlet("Ostrel Gazette", Article("a", "x", outlet="www.ostrelgazette.example"))
    assert names_own_outlet("Sun", Article("a", "x", outlet="www.thesun.co.uk"))


def test_an_outlet_goes_by_its_kind_first_and_a_journal_by_its_short_name() -> None:
    assert is_outlet("Channel West") and is_outlet("Radio Lent") and not is_outlet("West Channel Ferries")
    journal = Article("a", "x", outlet="Selde Journal of Tides")
    assert names_own_outlet("the Journal", journal) and names_own_outlet("Selde Journal", journal)
    assert not names_own_outlet("Tides", Article("a", "x", outlet="Karsk Post"))


def test_listed_names_make_an_outlet_where_they_are_no_ordinary_words() -> None:
    assert all(map(is_outlet, ("Politico", "HuffPost", "CNN", "Die Zeit")))
    assert not any(map(is_outlet, ("Time", "Salon", "The Hill", "Politics")))


def test_a_chain_through_an_outlet_is_a_relay_and_a_listener_or_speaker_is_none(draft: Drafts) -> None:
    report = draft("a", "“We knew,” Brandt told Radio Orlin. “Never,” Roth told reporters.", outlet="North Star")
    radio = report.entity("Radio Orlin", "organisation")
    brandt, roth = report.entity("Brandt", "person"), report.entity("Roth", "person")
    report.quote("We knew", brandt, cue="told", chain=(radio, brandt))
    report.quote("Never", roth, cue="told")
    (relay,) = relays(report.done())
    assert (relay.source, relay.to, relay.basis) == (radio, "a", ("credit",))
    assert [p.exact for p in relay.passages] == ["Radio Orlin"]
    assert relay.by.reason == "It credits Radio Orlin."


def test_the_own_outlet_and_bodies_that_are_no_outlets_are_no_relays(draft: Drafts) -> None:
    report = draft("a", "“We knew,” Brandt told the North Star and the Harbour Committee.", outlet="North Star")
    own, body = report.entity("North Star", "organisation"), report.entity("Harbour Committee", "organisation")
    brandt = report.entity("Brandt", "person")
    report.quote("We knew", brandt, cue="told", chain=(own, body, brandt))
    assert relays(report.done()) == ()


def test_an_outlet_marked_as_medium_needs_no_telling_name(draft: Drafts) -> None:
    report = draft("a", "In an interview with Quorra, Brandt said nobody knew.")
    quorra, brandt = report.entity("Quorra", "organisation"), report.entity("Brandt", "person")
    report.quote("nobody knew", brandt, kind="indirect", cue="said", medium="Quorra", chain=(quorra, brandt))
    assert edges(report.done()) == [(quorra, "a", ("credit",))]


def test_an_agency_named_beside_a_telling_word_is_a_relay(draft: Drafts) -> None:
    text = "Speaking to TASS on Sunday, the envoy was firm. The envoy blamed the BBC."
    report = draft("a", text)
    tass, bbc = report.entity("TASS", "organisation"), report.entity("BBC", "organisation")
    words = [(0, 8, "speak"), (12, 16, "tass"), (50, 56, "envoy"), (57, 63, "blame"), (68, 71, "bbc")]
    done = dataclasses.replace(
        report.done(),
        sentences=((0, 47), (48, len(text))),
        tokens=tuple((s, e) for s, e, _ in words),
        lemmas=tuple(lemma for *_, lemma in words),
    )
    assert edges(done) == [(tass, "a", ("credit",))] and bbc


def wire(draft: Drafts, name: str, outlet: str, day: str, line: str, *, body: str = f"{BODY}\n\n{MORE}") -> AnnotatedArticle:
    report = draft(name, f"{line}\n\n{body}", outlet=outlet, published=day)
    if line:
        report.mark(line, "dateline" if line.endswith("–") else "credit")
    return report.done()


def test_a_credited_report_of_the_collection_is_the_source(draft: Drafts) -> None:
    press = wire(draft, "p", "TarPress", "2026-05-04", "MARENZ (TarPress) –")
    courier = wire(draft, "c", "Harbour Courier", "2026-05-04", "MARENZ (TarPress) –")
    (relay,) = relays(press, courier)
    assert (relay.source, relay.to, relay.basis) == ("p", "c", ("dateline", "reuse"))
    assert {p.article for p in relay.passages} == {"c", "p"} and relay.by.score == 1.0


def test_another_or_a_later_report_of_the_credited_outlet_is_not(draft: Drafts) -> None:
    other = wire(draft, "p", "TarPress", "2026-05-04", "", body="The lake cup final will be played in Selde, and no one minds.")
    courier = wire(draft, "c", "Harbour Courier", "2026-05-05", "MARENZ (TarPress) –")
    later = wire(draft, "q", "TarPress", "2026-05-09", "")
    assert edges(other, courier) == [("TarPress", "c", ("dateline",))]
    assert ("q", "c") not in [(s, t) for s, t, _ in edges(later, courier)]


def test_a_copy_without_credit_is_a_relay_from_the_earlier_report(draft: Drafts) -> None:
    first = wire(draft, "z", "Ostrel Gazette", "2026-05-04", "")
    second = wire(draft, "a", "North Star", "2026-05-06", "")
    assert edges(first, second) == [("z", "a", ("reuse",))]
    assert edges(first, dataclasses.replace(second, published=first.published)) == []
    assert edges(first, dataclasses.replace(second, outlet="Ostrel Gazette")) == []


def test_a_statement_that_the_credited_report_carries_shows_the_source(draft: Drafts) -> None:
    post = draft("p", "“We warned the management in November,” Ahrens said.", outlet="Olden Post", published="2026-01-14")
    ahrens = post.entity("Ahrens", "person")
    post.quote("We warned the management in November", ahrens, cue="said")
    told = "His colleagues had warned the management in November, Ahrens told the Olden Post."
    voice = draft("v", told, published="2026-01-15")
    outlet, speaker = voice.entity("Olden Post", "organisation"), voice.entity("Ahrens", "person")
    content = "His colleagues had warned the management in November"
    voice.quote(content, speaker, kind="indirect", cue="told", chain=(outlet, speaker))
    lemmas = {"warned": "warn", "management": "management", "November": "november", "colleagues": "colleague"}

    def lemmatised(report: AnnotatedArticle) -> AnnotatedArticle:
        found = [(report.text.index(w), w) for w in lemmas if w in report.text]
        tokens = tuple(sorted((at, at + len(w)) for at, w in found))
        return dataclasses.replace(report, tokens=tokens, lemmas=tuple(lemmas[report.text[s:e]] for s, e in tokens))

    assert edges(lemmatised(post.done()), lemmatised(voice.done())) == [("p", "v", ("credit",))]
    unrelated = dataclasses.replace(lemmatised(post.done()), lemmas=("bake", "bread", "prize"))
    assert edges(unrelated, lemmatised(voice.done())) == [(outlet, "v", ("credit",))]


def test_receivers_by_source() -> None:
    made = [Relay(f"r{n}", s, t, (), (), None) for n, (s, t) in enumerate([("x", "b"), ("x", "a"), ("y", "a")])]  # type: ignore[arg-type]
    assert cluster(made) == {"x": ("a", "b"), "y": ("a",)}


@settings(max_examples=20, deadline=None)
@given(st.randoms(use_true_random=False))
def test_shuffling_and_duplicating_reports_changes_nothing(draft: Drafts, draw: random.Random) -> None:
    reports = [
        wire(draft, "p", "TarPress", "2026-05-04", "MARENZ (TarPress) –"),
        wire(draft, "c", "Harbour Courier", "2026-05-04", "(With inputs from TarPress)"),
        wire(draft, "s", "North Star", "2026-05-06", ""),
    ]
    expected = relays(*reports)
    mixed = [*reports, dataclasses.replace(reports[0], id="copy", duplicate_of="p")]
    draw.shuffle(mixed)
    assert expected and relays(*mixed) == expected


def test_of_two_reports_of_one_day_neither_is_the_source_because_a_third_credits_one(draft: Drafts) -> None:
    first = draft("one", f"{BODY} {MORE}", outlet="Tarwire", published="2031-05-05").done()
    beside = draft("two", f"A silo burned in Marenz. {BODY} {MORE}", outlet="Selde Post", published="2031-05-05").done()
    later = draft("three", f"{BODY} {MORE}\n\n(Tarwire)", outlet="Karsk Post", published="2031-05-06")
    later.mark("(Tarwire)", "credit")
    assert edges(first, beside, later.done()) == [("one", "three", ("credit", "reuse"))]


def test_a_company_that_said_something_is_no_relay_although_its_release_stands_beside(draft: Drafts) -> None:
    release = draft("release", "Harrow Lines regrets the accident of Monday.", outlet="Harrow Lines").done()
    paper = draft("paper", "The ship was sound, Harrow Lines said. Argus reported that it was not.", outlet="Selde Post")
    company, wire = paper.entity("Harrow Lines", "organisation"), paper.entity("Argus", "organisation")
    paper.quote("The ship was sound", company, kind="indirect", cue="said")
    paper.quote("it was not", wire, kind="indirect", cue="reported")
    article = paper.done()
    spans = [(m.start(), m.end()) for m in re.finditer(r"\w+", article.text)]
    lemmas = tuple({"reported": "report", "said": "say"}.get(article.text[s:e], article.text[s:e].lower()) for s, e in spans)
    report = dataclasses.replace(article, tokens=tuple(spans), lemmas=lemmas)
    dispatch = draft("wire", "The ship had holes.", outlet="Argus").done()
    assert [(r.to, r.by.reason) for r in relays(release, report, dispatch)] == [("paper", "It credits Argus.")]


FORMS = [
    ("The bridge had been closed since May, as first reported by the Selde Herald.", "Selde Herald"),
    ("Thirty people were questioned, the agency OTAR reports.", "OTAR"),
    ("Vekt declared on the broadcaster Nordkanal that the gate stood open.", "Nordkanal"),
    ("The OTAR news agency said thirty people were questioned.", "OTAR"),
    ("The report, carried by OTAR, did not name the victims.", "OTAR"),
    ("In comments to the Selde Herald, Vekt ruled out talks.", "Selde Herald"),
    ("The Selde Herald's correspondent in Orlen saw four tanks cross the bridge.", "Selde Herald"),
    ("The Herald had it as forty tanks.", "Herald"),
    ("The Selde Herald building was evacuated, police said.", None),
    ("Police asked the Selde Herald to hand over its photographs.", None),
    ("The aid agency Brot said 3,000 people had fled.", None),
    ("The minister sued the Selde Herald over the report.", None),
    ("A company statement blamed Harrow Lines, which said nothing.", None),
    ("Police told a crowd in front of the Selde Herald building to go home.", None),
    ("Police told the crowd that the Selde Herald was lying.", None),
    ("He spoke to a crowd of 4,000 before the Selde Herald called.", None),
    ("She accused the Selde Herald of printing lies.", None),
    ("A Selde Herald reporter was detained on Friday.", None),
    ("The regulator, according to the ministry, will fine the Selde Herald.", None),
    ("Vekt, once an editor at the Selde Herald, said that nothing was signed.", None),
    ("The results were published in the Journal of Orlen Medicine.", None),
    ("Standard Oil of Orlen reported losses of 40 million.", None),
    ("Norvik Mail said it would cut 400 jobs.", None),
    ("“The gate stood open,” Vekt told Norvik Mail.", "Norvik Mail"),
    ("“The gate stood open,” Vekt told the “Selde Herald”.", "Selde Herald"),
    ("The words of Vekt to the Selde Herald were: “The gate stood open.”", "Selde Herald"),
    ("A scoop by our colleagues of the Selde Herald: the gate stood open, three divers say.", "Selde Herald"),
    ("“The gate stood open,” Vekt told the Orlen Post.", "Orlen Post"),
    ("The gate stood open, the Orlen Kurier reported.", "Orlen Kurier"),
    ("Mercury Foods said it would cut 400 jobs.", None),
    ("The Leader Hotel reported losses of 40 million.", None),
    ("The Herald's account differs: forty tanks and no truck.", "Herald"),
    ("The Selde Herald puts the number of tanks at 40.", "Selde Herald"),
]


@pytest.mark.parametrize(("sentence", "name"), FORMS)
def test_credits_in_sentences(pipeline: Any, sentence: str, name: str | None) -> None:
    text = f"Trouble in Orlen\n\nThe council met on Monday and did nothing at all.\n\n{sentence}\n\nIt will meet again."
    beside = [
        Article("h", "A herald wrote.", outlet="Selde Herald"),
        Article("l", "Harrow Lines regrets this.\n\nPress contact: Ann Orr", outlet="Harrow Lines"),
    ]
    article = annotate_article(Article("a", text, outlet="Karsk Post"), pipeline)
    found = find_credits(article, press=press_of([*beside, article]))
    assert {c.name for c in found} == ({name} if name else set())
    assert all(c.name in article.text[c.span[0] : c.span[1]] for c in found)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ann Orr in Selde and Argus in Karsk", {"Argus"}),
        ("From our reporters and AFP", {"AFP"}),
        ("By Ann Orr in Selde; Argus", {"Argus"}),
        ("By Ann Orr, with KRTA", {"KRTA"}),
        ("By ANN ORR and TOM VEKT", set()),
        ("By Ann Orr, CEO", set()),
        ("By Octavia Stern, political editor", set()),
        ("By Bloomberg Petersen", set()),
    ],
)
def test_bylines_of_agencies_and_of_people(line: str, names: set[str]) -> None:
    article = Article("a", f"{line}\n\n{BODY}", outlet="Karsk Post", furniture=(Furniture(0, len(line), "byline"),))
    press = press_of([Article("w", "Nothing.", outlet="Argus")])
    assert set(credited_names(article, press=press)) == names


@pytest.mark.parametrize("line", ["Additional material: Argus", "(With inputs from Argus)", "(Argus)"])
def test_a_credit_line_that_nobody_marked(line: str) -> None:
    press = press_of([Article("w", "Nothing.", outlet="Argus")])
    assert credited_names(Article("a", f"A headline\n\n{BODY}\n\n{line}", outlet="Karsk Post"), press=press) == ("Argus",)


def test_a_dateline_that_nobody_marked_and_an_agency_signed_by_its_letters() -> None:
    dispatch = Article("w", f"A headline\n\nKARSK, Dec 3 (TNP) - {BODY}", outlet="Tarvian National Press")
    assert credited_names(dispatch) == () and is_dispatch(dispatch)
    paper = Article("a", f"A headline\n\nKARSK (TNP) - {BODY}", outlet="Karsk Post")
    assert credited_names(paper) == ("TNP",) and not is_dispatch(paper)


def test_letters_of_an_agency_with_one_from_inside_a_word_and_none_of_a_paper() -> None:
    dispatch = Article("w", f"A headline\n\nKARSK, Dec 3 (SWA) - {BODY}", outlet="Southway News Agency")
    assert credited_names(dispatch) == () and is_dispatch(dispatch) and same_outlet("SWA", dispatch)
    assert not same_outlet("SXA", dispatch) and not same_outlet("CRA", Article("c", BODY, outlet="Corvel Press Agency"))
    assert not same_outlet("SWE", Article("p", BODY, outlet="Southway Evening"))


def test_a_path_on_a_site_is_no_dateline_and_no_sentence_about_the_outlet() -> None:
    article = Article("a", f"Who pays?\n\nKarsk Weekly / Companies / Ports\n\n{BODY}", outlet="Karsk Weekly")
    assert credited_names(article) == () and not is_party(article)
    assert is_outlet("Ledger Online") and not is_outlet("Harrow Online")


def test_an_outlet_without_what_it_sends_is_the_same() -> None:
    assert names_own_outlet("Harbour", Article("a", BODY, outlet="Harbour FM"))
    assert not names_own_outlet("Harbour", Article("a", BODY, outlet="Harbour Gazette"))


def test_a_dispatch_is_the_source_of_an_undated_copy(draft: Drafts) -> None:
    line = "KARSK, May 4 (Argus) –"
    dispatch = draft("z", f"{line} {BODY} {MORE}", outlet="Argus", published="2026-05-04").done()
    blog = draft("a", f"I read this today. {BODY} {MORE}", outlet="Goat Herds").done()
    assert edges(dispatch, blog) == [("z", "a", ("reuse",))]
    assert edges(
        dispatch, dataclasses.replace(blog, published=Published("2026-05-02", "day", "page", "2026-05-02", "2026-05-02"))
    ) == [("a", "z", ("reuse",))]


def test_what_a_statement_is_credited_to_does_not_speak_for_the_rest(draft: Drafts) -> None:
    first = wire(draft, "z", "Ostrel Gazette", "2026-05-04", "")
    second = draft(
        "a", f"Three ships sank, Kanal Nord reported.\n\n{BODY}\n\n{MORE}", outlet="North Star", published="2026-05-06"
    )
    channel = second.entity("Kanal Nord", "organisation")
    second.quote("Three ships sank", channel, kind="indirect", cue="reported", chain=(channel,))
    assert ("z", "a", ("reuse",)) in edges(first, second.done())


def test_words_that_a_third_report_alone_has_in_common_with_two_are_not_copied() -> None:
    one = "Nine people were hurt as the grain quay at Selde collapsed, Ann Orr told the council"
    other = "Nine people were hurt when part of the quay in Selde broke apart, according to Harbour Minister Ann Orr"
    assert equal_words(one, one) == 16
    assert equal_words(one, "Nine people were hurt when the grain quay at Selde collapsed, Ann Orr said") == 12
    assert equal_words(one, other) == 0


def test_a_short_name_of_two_outlets_means_none_of_them(draft: Drafts) -> None:
    echoes = [
        draft(name, f"A headline\n\n{BODY}", outlet=outlet, published="2026-05-03").done()
        for name, outlet in (("a", "Karsk Echo"), ("b", "Selde Echo"))
    ]
    paper = draft("p", f"{BODY}\n\n(With inputs from the Echo)", outlet="Orlen Post", published="2026-05-04").done()
    assert ("a", "p", ("credit", "reuse")) in edges(echoes[0], paper)
    assert not [e for e in edges(*echoes, paper) if "credit" in e[2] and e[0] in ("a", "b")]
