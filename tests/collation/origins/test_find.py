import dataclasses
import random
from collections.abc import Callable
from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.collation.entities.find import merge_entities
from variorum.collation.origins.clusters import cluster
from variorum.collation.origins.find import Kinship, candidates, fold_origins, judge, score
from variorum.collation.origins.opening import (
    LEAST,
    MIDDLE,
    NAMED,
    SLOPE,
    TOP,
    UNDATED,
    OwnWords,
    needed_share,
    opening,
    places_of,
)
from variorum.collation.origins.overlap import CountedText, common_words
from variorum.collation.relays.find import find_relays
from variorum.collation.reuse.find import find_reuse
from variorum.collation.reuse.speech import voices
from variorum.collation.reuse.texts import coded_texts
from variorum.records.annotation import AnnotatedArticle
from variorum.records.article import Article

Drafts = Callable[..., Any]
LEAD = "A fertiliser depot exploded in the harbour of Marenz on Monday and set two grain silos on fire, officials said."
FIRST = "Rain fell on the hills all day and the goats came down to the road much earlier than in other years."
OTHER = "The mayor of Karsk opened a bridge yesterday, which nobody had asked for, while the band played without notes."
SAYING = "We have never seen a fire like this in the harbour and we hope never to see one again in our lives"


def origins(*articles: AnnotatedArticle) -> list[tuple[str, ...]]:
    reuse = find_reuse(articles)
    return list(fold_origins(articles, reuse, find_relays(articles, merge_entities(articles), reuse)))


def report(draft: Drafts, name: str, text: str, **more: Any) -> AnnotatedArticle:
    made = draft(name, text, **more)
    done: AnnotatedArticle = made.done()
    return done


def test_reports_that_share_a_fifth_of_their_own_text_are_one_origin(draft: Drafts) -> None:
    a, b = report(draft, "a", f"{LEAD} {FIRST}"), report(draft, "b", f"{LEAD} {OTHER}")
    alone = report(draft, "c", "Nobody knows why the lake froze in June. Some fishermen blame a spell, others the long winter.")
    assert origins(a, b, alone) == [("a", "b"), ("c",)]


def test_one_small_passage_in_two_long_reports_does_not_fold(draft: Drafts) -> None:
    def long(word: str) -> str:
        return " ".join(f"{word}{n} came with the {word} of place {n}{word}." for n in range(40))

    assert origins(report(draft, "a", f"{LEAD} {long('fox')}"), report(draft, "b", f"{long('owl')} {LEAD}")) == [("a",), ("b",)]


def test_one_speaker_before_two_reporters_is_two_origins(draft: Drafts) -> None:
    reports = []
    for name, rest in (("a", FIRST), ("b", OTHER)):
        made = draft(name, f"“{SAYING},” said the fire chief. {rest}")
        made.quote(SAYING)
        reports.append(made.done())
    assert [r.spoken for r in find_reuse(reports)] == [True]
    assert origins(*reports) == [("a",), ("b",)]


def test_duplicates_and_chains_of_copies_are_one_origin(draft: Drafts) -> None:
    a, b, c = (
        report(draft, n, t) for n, t in (("a", f"{LEAD} {FIRST}"), ("b", f"{LEAD} {OTHER}"), ("c", f"{OTHER} Nobody clapped."))
    )
    copy = dataclasses.replace(report(draft, "d", "Anything at all."), duplicate_of="c")
    assert origins(a, b, c, copy) == [("a", "b", "c", "d")]


def passages(word: str, number: int) -> str:
    return " ".join(f"{word}{n} {word}ing {n}{word} of {word}land{n}." for n in range(number))


def test_a_report_that_opens_with_two_sentences_of_a_dispatch_is_built_on_it_and_one_that_looks_something_up_is_not(
    draft: Drafts,
) -> None:
    """A tenth of its own words is enough at the top, not from the middle on; from a party's text it is not enough at all."""
    press = report(draft, "p", f"{LEAD} {FIRST} {passages('elk', 40)}", outlet="Argus", published="2026-05-04")

    def paper(*parts: str) -> AnnotatedArticle:
        return report(draft, "c", " ".join(parts), outlet="Harbour Courier", published="2026-05-05")

    taken, own = f"{LEAD} {FIRST}", passages("fox", 56)
    assert origins(press, paper(taken, own)) == [("c", "p")]
    assert origins(press, paper(own, taken)) == [("c",), ("p",)]
    assert origins(press, paper(LEAD, own)) == [("c",), ("p",)]
    release = report(draft, "p", f"Press release\n\n{press.text}", outlet="Marenz Harbour Authority", published="2026-05-04")
    assert origins(release, paper(taken, own)) == [("c",), ("p",)]


def test_where_nobody_came_first_both_must_open_with_it(draft: Drafts) -> None:
    taken = f"{LEAD} {FIRST}"
    one = report(draft, "a", f"{taken} {passages('elk', 50)}", outlet="Harbour Courier")
    other = report(draft, "b", f"{passages('fox', 50)} {taken}", outlet="Marenz Gazette")
    assert origins(one, other) == [("a",), ("b",)]
    assert origins(one, report(draft, "b", f"{taken} {passages('fox', 50)}", outlet="Marenz Gazette")) == [("a", "b")]


def test_sentences_that_more_than_ten_reports_open_with_say_nothing_of_who_has_them_from_whom(draft: Drafts) -> None:
    opened = [report(draft, f"r{n:02d}", f"{LEAD} {FIRST} {passages(f'r{n}x', 50)}") for n in range(11)]
    assert origins(*opened[:10]) == [tuple(r.id for r in opened[:10])]
    assert max(map(len, origins(*opened))) == 1


@given(st.floats(0, 1), st.floats(0, 1))
def test_the_further_down_the_more_must_be_taken(one: float, other: float) -> None:
    high, low = sorted((one, other))
    assert LEAST <= needed_share(high) <= needed_share(low) <= round(TOP + SLOPE * MIDDLE, 3)
    assert needed_share(high, party=True) > needed_share(high)
    assert needed_share(low, undated=True) == UNDATED < needed_share(low, named=True) == NAMED < needed_share(high)


def test_the_place_of_a_passage_is_that_of_its_first_own_word(draft: Drafts) -> None:
    made = draft("a", f"“{SAYING},” said the fire chief. {OTHER} {LEAD} {FIRST}")
    made.quote(SAYING)
    one, other = made.done(), report(draft, "b", f"{LEAD} {FIRST} {OTHER}")
    own = [OwnWords(text, np.isin(np.array(voices(text)), ("own", "reported"))) for text in coded_texts([one, other])]
    places = places_of(own, find_reuse([one, other]))
    assert opening(places, "b", "a") == 0 and opening(places, "a", "b") <= 0.1
    assert opening(places, "a", "c") == 1


def test_a_reworded_dispatch_of_one_agency_is_one_origin(draft: Drafts) -> None:
    def wire(name: str, day: str, lemmas: str) -> AnnotatedArticle:
        made = draft(name, f"MARENZ (TarPress) – Report {name}.", outlet=f"Outlet {name}", published=day)
        made.mark("MARENZ (TarPress) –", "dateline")
        words = tuple(lemmas.split())
        return dataclasses.replace(made.done(), tokens=tuple((0, 1) for _ in words), lemmas=words)

    same = "fertiliser depot explode harbour silo fire fireman minister"
    a, b = wire("a", "2026-05-04", same), wire("b", "2026-05-05", f"{same} say mourn")
    assert origins(a, b) == [("a", "b")]
    assert origins(a, wire("b", "2026-05-09", same)) == [("a",), ("b",)]
    assert origins(a, wire("b", "2026-05-04", "goalkeeper lake trophy header final spectator")) == [("a",), ("b",)]


def folds(**more: Any) -> bool:
    return judge(score(Kinship(**more)))


def test_what_folds() -> None:
    assert folds(words=20, share=0.1, place=0.0) and not folds(words=19, share=0.1, place=0.0)
    assert not folds(words=60, share=0.199, place=0.5, dispatch=0.59)
    assert folds(words=12, share=0.085, named=True) and not folds(words=11, share=0.085, named=True)
    assert folds(words=8, share=0.12, named=True) and not folds(words=7, share=0.12, named=True)
    assert not folds(words=40, share=0.084, named=True)
    assert folds(words=12, share=0.045, undated=True) and not folds(words=11, share=0.05, undated=True)
    assert not folds(words=20, share=0.09, undated=True, party=True)
    assert folds(words=10, share=0.35)
    assert folds(dispatch=0.6)
    assert folds(words=40, share=0.02, other=0.5) and not folds(words=24, share=0.02, other=0.5)
    assert folds(retold=0.35, twins=5) and not folds(retold=0.34, twins=9)
    assert not folds(retold=0.6, twins=4)


def test_who_takes_from_a_report_stands_where_that_stands() -> None:
    star = cluster(["s", "a", "b"], {("a", "s"): 1.1, ("b", "s"): 1.2})
    assert star == {"s": "s", "a": "s", "b": "s"}
    chain = cluster(["s", "a", "b"], {("a", "s"): 1.1, ("b", "a"): 1.3, ("a", "b"): 1.1})
    assert chain == {"s": "s", "a": "s", "b": "s"} or len(set(chain.values())) == 1


def test_two_agencies_are_no_origin_because_a_paper_takes_from_both() -> None:
    assert cluster(["s", "t", "paper"], {("paper", "s"): 1.1, ("paper", "t"): 1.2}) == {"s": "s", "t": "t", "paper": "t"}


def test_a_long_report_that_holds_a_whole_short_one_is_of_its_origin(draft: Drafts) -> None:
    brief = report(draft, "brief", f"{LEAD} {FIRST}", published="2026-05-04")
    rest = " ".join(f"The {n}th wagon of train {n}{n} stood empty near gate {n}x." for n in range(60))
    long = report(draft, "long", f"{LEAD} {FIRST} {rest}", published="2026-05-05")
    assert origins(brief, long) == [("brief", "long")]


def test_sentences_that_all_have_in_other_words_fold_nobody(draft: Drafts) -> None:
    draw = random.Random(5)

    def wording(*ways: str) -> str:
        return draw.choice(ways)

    def written(number: int) -> str:
        toll = f"34 people were {wording('hurt', 'injured', 'wounded')} {wording('when', 'as', 'after')} the grain quay"
        first = f"{toll} {wording('gave way', 'came down', 'collapsed')} in Orl, {wording('said the mayor', 'the mayor said')}."
        homes = wording("out of their homes", "into schools", "to hotels")
        moved = f"{wording('Crews', 'Rescuers', 'Soldiers')} moved 59 families {homes} near the harbour, the port office said."
        own = " ".join(f"Ka{number}x{n} lo{number}y{n} mi{number}z{n} the ne{number}v{n}." for n in range(24))
        return f"{first} {moved} {own}"

    reports = [report(draft, f"r{n:03d}", written(n)) for n in range(80)]
    assert len(find_reuse(reports)) > 0
    assert max(map(len, origins(*reports))) <= 2


def test_a_dispatch_that_many_run_is_one_origin_however_many(draft: Drafts) -> None:
    def own(n: int) -> str:
        return " ".join(f"Reader {n}a{k} of town {n}b{k} wrote about lamp {n}c{k}." for k in range(3))

    wire = [report(draft, f"r{n:03d}", f"{own(n)} {LEAD} {FIRST} {OTHER}") for n in range(30)]
    assert [len(group) for group in origins(*wire)] == [30]


@given(st.lists(st.integers(0, 5), min_size=5, max_size=60), st.lists(st.integers(0, 5), min_size=5, max_size=60))
@settings(max_examples=60, deadline=None)
def test_words_in_equal_runs(one: list[int], other: list[int]) -> None:
    articles = [Article(name, " ".join(f"w{n}" for n in numbers)) for name, numbers in (("a", one), ("b", other))]
    texts = [CountedText(text, np.ones(len(text), dtype=np.bool_), len(text)) for text in coded_texts(articles)]
    table = common_words(texts)
    assert table[0, 1] == table[1, 0] >= 0 and table[0, 0] == 0
    runs = [{tuple(w[i : i + 5]) for i in range(len(w) - 4)} for w in (one, other)]
    assert bool(runs[0] & runs[1]) == (table[0, 1] > 0)
    same = [CountedText(texts[0].text, texts[0].counts, 1)] * 2
    if len(set(map(tuple, (one[i : i + 5] for i in range(len(one) - 4))))) == len(one) - 4:
        assert common_words(same)[0, 1] == len(one)


@settings(max_examples=20, deadline=None)
@given(st.randoms(use_true_random=False))
def test_a_partition_that_no_order_changes(draft: Drafts, draw: random.Random) -> None:
    texts = [f"{LEAD} {FIRST}", f"{OTHER} {LEAD}", FIRST.replace("Rain", "Snow"), "Nothing else.", ""]
    reports = [report(draft, f"r{n}", text) for n, text in enumerate(texts)]
    expected = origins(*reports)
    draw.shuffle(reports)
    assert origins(*reports) == expected
    assert sorted(name for group in expected for name in group) == sorted(r.id for r in reports)


def test_who_names_the_agency_is_built_on_it_wherever_its_words_begin(draft: Drafts) -> None:
    """A tenth of the own words at the end is not enough, but where the byline names the source it is."""
    press = report(draft, "p", f"{LEAD} {FIRST} {passages('elk', 20)}", outlet="Orlenta", published="2026-05-04")

    def paper(byline: str) -> AnnotatedArticle:
        made = draft("c", f"{byline}\n\n{passages('fox', 70)} {LEAD} {FIRST}", outlet="Harbour Courier", published="2026-05-05")
        made.mark(byline, "byline")
        done: AnnotatedArticle = made.done()
        return done

    assert origins(press, paper("By Ada Vekt and Orlenta")) == [("c", "p")]
    assert origins(press, paper("By Ada Vekt and Tom Arlen")) == [("c",), ("p",)]


def test_a_page_without_a_date_that_has_a_sentence_of_a_dated_report_is_of_its_origin(draft: Drafts) -> None:
    press = report(draft, "p", f"{LEAD} {passages('elk', 20)}", outlet="Harbour Courier", published="2026-05-04")

    def page(**more: Any) -> AnnotatedArticle:
        return report(draft, "c", f"{passages('fox', 50)} {LEAD}", outlet="Silo Notes", **more)

    assert origins(press, page()) == [("c", "p")]
    assert origins(press, page(published="2026-05-05")) == [("c",), ("p",)]
    assert origins(dataclasses.replace(press, published=page().published), page()) == [("c",), ("p",)]
    release = report(draft, "p", f"Press release\n\n{press.text}", outlet="Marenz Harbour Authority", published="2026-05-04")
    assert origins(release, page()) == [("c",), ("p",)]


def test_the_report_that_is_credited_takes_nothing_from_the_one_that_credits_it(draft: Drafts) -> None:
    """Both of one day: the direction is that of the credit, so the source stands below nothing."""
    press = report(draft, "p", f"{LEAD} {FIRST}", outlet="Orlenta", published="2026-05-04")
    made = draft("c", f"By Ada Vekt and Orlenta\n\n{LEAD} {OTHER}", outlet="Courier", published="2026-05-04")
    made.mark("By Ada Vekt and Orlenta", "byline")
    paper = made.done()
    reuse = find_reuse([press, paper])
    relays = find_relays([press, paper], merge_entities([press, paper]), reuse)
    assert list(candidates([press, paper], reuse, relays)) == [("c", "p")]
