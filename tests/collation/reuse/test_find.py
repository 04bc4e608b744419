import dataclasses
import random
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.collation.reuse.find import find_reuse
from variorum.records.annotation import AnnotatedArticle, Quotation
from variorum.records.article import Article, Furniture, Published
from variorum.records.provenance import Provenance
from variorum.records.story import Reuse

LEAD = "A fertiliser depot exploded on Monday in the harbour of Marenz and set two grain silos on fire, officials said."
SECOND = "Windows were broken up to three kilometres away from the pier, and the ferry to Selde did not sail for two days."
OTHER = "The mayor of Karsk opened a bridge yesterday. Nobody had asked for it, but the band played all the same."


def published(day: str) -> Published:
    return Published(day, "day", "metadata", day, day)


def shown(reuse: Sequence[Reuse]) -> list[list[tuple[str, str]]]:
    return [[(m.article, m.exact) for m in r.members] for r in reuse]


def test_a_copied_sentence_is_found_word_for_word() -> None:
    found = find_reuse([Article("a", f"{OTHER} {LEAD}"), Article("b", f"{LEAD}\n\nNo one was hurt.")])
    assert shown(found) == [[("a", LEAD[:-1]), ("b", LEAD[:-1])]]
    assert (found[0].kind, found[0].origin, found[0].spoken) == ("verbatim", None, False)


def test_edits_are_aligned_and_named() -> None:
    edited = LEAD.replace("harbour", "port").replace("on fire", "ablaze")
    found = find_reuse([Article("a", LEAD), Article("b", f"{edited} {OTHER}")])
    assert shown(found) == [[("a", LEAD[:-1]), ("b", edited[:-1])]]
    assert found[0].kind == "edited"
    assert "“harbour” stands against “port”" in found[0].by.reason


def test_reordered_sentences_are_two_passages() -> None:
    filler = "Nothing else is known at this hour of the night."
    found = find_reuse([Article("a", f"{LEAD} {SECOND}"), Article("b", f"{SECOND} {filler} {LEAD}")])
    assert shown(found) == [[("a", LEAD[:-1]), ("b", LEAD[:-1])], [("a", SECOND[:-1]), ("b", SECOND[:-1])]]


def test_quotation_marks_spaces_and_glued_markup_make_no_difference() -> None:
    glued = LEAD.replace("Marenz", "Marenzlink-icon").replace(" grain ", "\u00a0grain ")
    at = glued.index("link-icon")
    found = find_reuse([Article("a", LEAD), Article("b", glued, furniture=(Furniture(at, at + 9, "markup"),))])
    assert shown(found) == [[("a", LEAD[:-1]), ("b", glued[:-1])]]
    assert found[0].kind == "verbatim"


def test_paragraphs_stand_for_themselves_and_three_reports_are_one_cluster() -> None:
    reports = [Article("a", f"{LEAD}\n\n{SECOND}"), Article("b", f"{LEAD}\n\n{SECOND}"), Article("c", f"{OTHER}\n\n{SECOND}")]
    assert [[m.article for m in r.members] for r in find_reuse(reports)] == [["a", "b"], ["a", "b", "c"]]


def test_titles_names_and_common_phrases_are_no_reuse() -> None:
    name = "Marenz Harbour Mutual Fire Insurance and Grain Storage Company Limited"
    a = f"The {name} paid. According to a statement on Monday it will."
    b = f"Nobody trusts the {name}. It slept, according to a statement on Monday."
    assert find_reuse([Article("a", a), Article("b", b)]) == ()


def test_the_standing_text_of_one_outlet_is_no_reuse() -> None:
    body = [f"{OTHER} " * 9, "Rain fell on the hills and the goats came down to the road early this year. " * 12]
    a, b = (Article(i, f"{text}\n\n{SECOND}", outlet="Ostrel Gazette") for i, text in zip("ab", body, strict=True))
    assert find_reuse([a, b]) == ()
    assert len(find_reuse([a, dataclasses.replace(b, outlet="North Star")])) == 1


def test_duplicates_count_for_nothing() -> None:
    assert find_reuse([Article("a", LEAD), Article("b", LEAD, duplicate_of="a")]) == ()


def quoted(article: str, text: str, content: str) -> AnnotatedArticle:
    start = text.index(content)
    quotation = Quotation(
        "q", "text", ((start, start + len(content)),), (), (), "direct", "speech", "positive", "asserted", None, (), (), (),
        (), Provenance("quotations@1", None, ""),
    )  # fmt: skip
    return AnnotatedArticle(article, text, quotations=(quotation,))


SAYING = "We have never seen a fire like this in the harbour and we hope never to see one again"


def test_one_saying_in_two_reports_is_kept_apart_from_own_text() -> None:
    a = quoted("a", f"“{SAYING},” the fire chief told the crowd. {LEAD}", SAYING)
    b = quoted("b", f'Orlev was short: "{SAYING}." {LEAD}', SAYING)
    found = find_reuse([a, b])
    assert [(r.spoken, r.members[0].exact) for r in found] == [(True, SAYING), (False, LEAD[:-1])]
    assert find_reuse([Article("a", a.text), Article("b", b.text)])[0].spoken is False


def test_the_earlier_report_is_the_source() -> None:
    early, late = Article("b", LEAD, published=published("2026-05-04")), Article("a", LEAD, published=published("2026-05-05"))
    assert find_reuse([early, late])[0].origin == "b"
    assert find_reuse([early, dataclasses.replace(late, published=early.published)])[0].origin is None


def test_a_credit_tells_the_source_and_a_foreign_one_forbids_to_guess() -> None:
    def report(name: str, outlet: str, day: str, credit: str) -> Article:
        text = f"{LEAD}\n\n{credit}"
        return Article(
            name, text, outlet=outlet, published=published(day), furniture=(Furniture(len(LEAD) + 2, len(text), "credit"),)
        )

    press = report("p", "TarPress", "2026-05-04", "Editing by M.T.")
    courier = report("c", "Harbour Courier", "2026-05-04", "(With inputs from TarPress)")
    found = find_reuse([press, courier])[0]
    assert found.origin == "p" and "credits TarPress" in found.by.reason
    foreign = dataclasses.replace(report("c", "Harbour Courier", "2026-05-05", "Source: Kanal Press"))
    assert find_reuse([press, foreign])[0].origin is None


Planted = Callable[..., tuple[list[Article], list[Any]]]
Drafts = Callable[..., Any]


def character_f1(reuse: Sequence[Reuse], copies: Sequence[Any]) -> float:
    given: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    wanted: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for finding in reuse:
        for m in finding.members:
            for other in {o.article for o in finding.members} - {m.article}:
                given[m.article, other] |= set(range(m.start, m.end))
    for copy in copies:
        wanted[copy.source, copy.to] |= set(range(*copy.a))
        wanted[copy.to, copy.source] |= set(range(*copy.b))
    hit = sum(len(given[key] & wanted[key]) for key in set(given) | set(wanted))
    return 2 * hit / (sum(map(len, given.values())) + sum(map(len, wanted.values())))


def test_planted_copies_with_15_percent_of_words_changed_are_recovered(planted: Planted) -> None:
    articles, copies = planted(600, share=0.2, changed=0.15)
    assert len(copies) > 80
    assert character_f1(find_reuse(articles), copies) >= 0.95


def test_nothing_is_found_where_nothing_was_planted(planted: Planted) -> None:
    articles, _ = planted(300, share=0.0, changed=0.0)
    assert find_reuse(articles) == ()


@settings(max_examples=15, deadline=None)
@given(st.randoms(use_true_random=False))
def test_shuffling_and_duplicating_reports_changes_nothing(planted: Planted, draw: random.Random) -> None:
    articles, _ = planted(25, share=0.5, changed=0.1, seed=3)
    expected = find_reuse(articles)
    mixed = [*articles, dataclasses.replace(articles[4], id="copy", duplicate_of=articles[4].id)]
    draw.shuffle(mixed)
    assert expected and find_reuse(mixed) == expected


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000))
def test_members_are_words_of_their_articles(planted: Planted, seed: int) -> None:
    articles, _ = planted(12, share=0.6, changed=0.15, seed=seed)
    texts = {a.id: a.text for a in articles}
    for finding in find_reuse(articles):
        assert len(finding.members) > 1 and list(finding.members) == sorted(finding.members, key=lambda m: (m.article, m.start))
        assert all(m.exact == texts[m.article][m.start : m.end] == m.exact.strip() for m in finding.members)


def test_ids_of_reports_make_no_difference(planted: Planted) -> None:
    articles, _ = planted(40, share=0.6, changed=0.15, seed=11)
    renamed = {a.id: f"x{(7 * n) % 40:02d}" for n, a in enumerate(articles)}
    other = find_reuse([dataclasses.replace(a, id=renamed[a.id]) for a in articles])

    def passages(reuse: Sequence[Reuse], names: dict[str, str]) -> set[frozenset[tuple[str, int, int]]]:
        return {frozenset((names[m.article], m.start, m.end) for m in r.members) for r in reuse}

    same = {name: name for name in renamed.values()}
    assert passages(find_reuse(articles), renamed) == passages(other, same) != set()


VOTED = "Four members of her Harbour Party voted against the plan. One of them, Tobias Orne, who leads the port,"


def test_what_somebody_did_is_own_text_and_a_long_exact_frame_counts(draft: Drafts) -> None:
    ends = ("said that he would stay where he was.", "told nobody at all, and went home by the last ferry.")
    reports = []
    for name, end in zip("ab", ends, strict=True):
        made = draft(name, f"{VOTED} {end}")
        made.quote("the plan", act="attitude", kind="indirect", cue="Four members of her Harbour Party voted against")
        made.quote(end.split(" ", 1)[1], kind="indirect", cue=f"One of them, Tobias Orne, who leads the port, {end.split()[0]}")
        reports.append(made.done())
    (found,) = find_reuse(reports)
    assert not found.spoken and [m.exact for m in found.members] == [VOTED.rstrip(",")] * 2


def test_a_short_frame_of_two_sayings_is_no_copy(draft: Drafts) -> None:
    frame = "Minister Tobias Orne told reporters in Selde on Monday that"
    reports = []
    for name, end in (("a", "the bridge was safe"), ("b", "no ferry would sail")):
        made = draft(name, f"{frame} {end}.")
        made.quote(end, kind="indirect", cue=frame)
        reports.append(made.done())
    assert find_reuse(reports) == ()
