import dataclasses
import random
from collections.abc import Callable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.collation.entities import merge_entities
from variorum.collation.origins import Kinship, fold_origins, judge, score
from variorum.collation.relays import find_relays
from variorum.collation.reuse import find_reuse
from variorum.records.annotation import AnnotatedArticle

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


def test_a_credit_folds_on_less_shared_text(draft: Drafts) -> None:
    passage = "set two grain silos on fire and broke all the windows of the ferry"
    texts = [" ".join(f"{w}{n} {w}ing {n}{w}." for n in range(12)) for w in ("fox", "owl")]
    press = report(draft, "p", f"It {passage}. {texts[0]}", outlet="TarPress")
    line = "(With inputs from TarPress)"
    courier = draft("c", f"It {passage}. {texts[1]}\n\n{line}", outlet="Harbour Courier")
    assert origins(press, courier.done()) == [("c",), ("p",)]
    courier.mark(line, "credit")
    assert origins(press, courier.done()) == [("c", "p")]


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


def test_what_folds() -> None:
    assert judge(score(Kinship(25, 0.2, credited=0.0, dispatch=0.0)))
    assert judge(score(Kinship(10, 0.35, credited=0.0, dispatch=0.0)))
    assert judge(score(Kinship(0, 0.0, credited=0.0, dispatch=0.35)))
    assert not judge(score(Kinship(24, 0.34, credited=0.0, dispatch=0.0)))
    assert not judge(score(Kinship(60, 0.199, credited=0.0, dispatch=0.34)))
    assert judge(score(Kinship(8, 0.1, credited=0.25, dispatch=0.0)))
    assert not judge(score(Kinship(7, 0.15, credited=0.9, dispatch=0.0)))
    assert not judge(score(Kinship(12, 0.02, credited=0.24, dispatch=0.0)))


@settings(max_examples=20, deadline=None)
@given(st.randoms(use_true_random=False))
def test_a_partition_that_no_order_changes(draft: Drafts, draw: random.Random) -> None:
    texts = [f"{LEAD} {FIRST}", f"{OTHER} {LEAD}", FIRST.replace("Rain", "Snow"), "Nothing else.", ""]
    reports = [report(draft, f"r{n}", text) for n, text in enumerate(texts)]
    expected = origins(*reports)
    draw.shuffle(reports)
    assert origins(*reports) == expected
    assert sorted(name for group in expected for name in group) == sorted(r.id for r in reports)
