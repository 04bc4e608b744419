from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.annotation.annotate import annotate_article
from variorum.collation.origins.find import fold_origins
from variorum.collation.origins.retold import Sentences, retold, sentences_of
from variorum.collation.reuse.find import find_reuse
from variorum.records.article import Article

FIRST = """Barge sinks in the lock of Karsk

A barge with forty tonnes of fertiliser sank in the old lock of Karsk early on Tuesday and blocked the canal to Selde.

Divers found a crack of two metres in the hull, below the cabin of the skipper.

The skipper, his wife and a dog were pulled from the water by a passing fisherman.

The canal company has closed the lock until a crane from Orlen can lift the wreck.

Grain traders fear that the closure will drive up the price of flour before the harvest.
"""
RETOLD = """Canal to Selde blocked

An old barge carrying forty tonnes of fertiliser went down in the lock of Karsk on Tuesday and blocked the canal to Selde.

A crack two metres long was found by divers in the hull beneath the skipper's cabin.

A passing fisherman pulled the skipper, his wife and their dog out of the water.

Until a crane from Orlen lifts the wreck, the lock stays closed, the canal company has decided.

The closure will drive up the price of flour before the harvest, traders in grain fear.
"""
OTHER = """After the night at the lock

Nobody in Karsk slept when the siren of the lock went off on Tuesday, and the baker opened at four to hand out tea.

The mayor promised to write to the ministry about the state of the walls, which were built two centuries ago.

A barge with forty tonnes of fertiliser lies on the bottom, its name still to be read from the bridge.

School buses will take the long way round by the paper mill, and the market has moved to the church.
"""


def made(pipeline: Any, name: str, text: str) -> Any:
    return annotate_article(Article(name, text, outlet=name), pipeline)


def test_a_report_retold_in_other_words_is_one_origin_and_another_report_of_the_event_is_none(pipeline: Any) -> None:
    first, again, other = (made(pipeline, n, t) for n, t in (("first", FIRST), ("again", RETOLD), ("other", OTHER)))
    near, far = retold(sentences_of(first), sentences_of(again)), retold(sentences_of(first), sentences_of(other))
    assert near[0] > 0.5 and near[1] >= 4 and far[0] < 0.2
    reports = [first, again, other]
    assert fold_origins(reports, find_reuse(reports), ()) == (("again", "first"), ("other",))


def test_speech_and_who_said_it_are_no_sentences_of_the_report(pipeline: Any) -> None:
    report = made(
        pipeline, "a", "A title\n\n“The crane had been inspected twice by the engineers,” harbour master Ana Rusk said.\n"
    )
    assert sentences_of(report) == Sentences((), ())


WORDS = st.lists(st.frozensets(st.sampled_from(["barge", "lock", "crane", "diver", "hull", "skipper"]), min_size=1), max_size=6)


@given(WORDS, WORDS)
@settings(max_examples=50, deadline=None)
def test_shares_are_between_none_and_all_and_alike_from_both_sides(
    one: list[frozenset[str]], other: list[frozenset[str]]
) -> None:
    a, b = (Sentences(tuple(s), tuple(float(len(x)) for x in s)) for s in (one, other))
    assert retold(a, b) == retold(b, a)
    assert 0 <= retold(a, b)[0] <= 1 and retold(a, b)[1] <= min(len(one), len(other))
