"""Which of several verdicts on one count speaks for them."""

from dataclasses import replace

from variorum.collation.claims.verdicts import Side, Verdict
from variorum.collation.disagreements.counts import standing
from variorum.records import AnnotatedArticle

ARTICLE = AnnotatedArticle("a", "Five guards died.")
SIDE = Side(ARTICLE, (0, 4), "5", None)
NEAR = Verdict("figure", "conflict", (SIDE, SIDE), "deaths", 0.1, "5 against 6.", likely=0.7)


def test_the_likeliest_pair_speaks_and_not_the_one_furthest_apart() -> None:
    far = replace(NEAR, score=0.8, reason="5 against 14.", likely=0.1)
    assert min((far, NEAR), key=standing) is NEAR


def test_what_is_graver_speaks_first_and_of_like_pairs_the_one_further_apart() -> None:
    doubt, far = replace(NEAR, judgement="unsure", likely=0.9), replace(NEAR, score=0.3)
    assert sorted((doubt, NEAR, far), key=standing) == [far, NEAR, doubt]
