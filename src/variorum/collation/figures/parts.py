"""Numbers that are not the whole count: parts, what comes on top, and what a count rose or fell from."""

import functools
from collections.abc import Sequence
from itertools import pairwise

from variorum.collation.claims.words import LANGUAGE
from variorum.collation.figures.things import Words, counted_things
from variorum.language.lexicon import marked, word_list, words
from variorum.records.annotation import AnnotatedArticle, Quantity

MORE = marked(LANGUAGE, "collation_words", "more")
WHOLES = marked(LANGUAGE, "collation_words", "whole")
DEFINITE = marked(LANGUAGE, "collation_words", "definite")


def is_extra(quantity: Quantity, said: Words) -> bool:
    """Whether the number comes on top of another: "12 more", "three other objects"."""
    before = [lemma for span, lemma in said if span[1] <= quantity.start][-1:]
    after = [lemma for span, lemma in said if quantity.end <= span[0] <= quantity.end + 1]
    return bool(MORE & {*before, *after})


def is_share(article: AnnotatedArticle, quantity: Quantity, said: Words) -> bool:
    """Whether it counts some of those that a larger number right before counts: "17 survived. Four of them ..."."""
    after = [lemma for span, lemma in said if span[0] >= quantity.end][:2]
    if after[:1] != ["of"] or after[1:] not in (["they"], ["we"], ["those"], ["these"]):
        return False
    near = (q for q in article.quantities if q.field == "text" and 0 <= quantity.start - q.end <= NEAR_WHOLE)
    whole = (q for q in near if q.value > quantity.value and q.unit is None)
    return any(quantity.of is None or q.thing[-1:] == quantity.thing[-1:] for q in whole)


NEAR_WHOLE = 250
"""Characters before a number in which the whole stands that it is a share of (about a sentence and a half)."""


def is_refused(quantity: Quantity, said: Words) -> bool:
    """Whether the number is given only to put another in its place: "71 percent and not 83", "four, rather than six"."""
    before = [lemma for span, lemma in said if span[1] <= quantity.start][-2:]
    return before[-1:] in (["not"], ["than"]) or before == ["instead", "of"]


def is_partial(quantity: Quantity, said: Words) -> bool:
    """Whether the number is a part of, or is the former value of what is counted, or none ("not one")."""
    before = [lemma for span, lemma in said if span[1] <= quantity.start][-2:]
    after = [lemma for span, lemma in said if span[0] >= quantity.end][:3]
    if before[-1:] == ["not"] and quantity.value == 1:
        return True
    if _former(quantity, said) or _adds_up(quantity, said) or _is_step(quantity, said):
        return True
    if _beside_crew(quantity, said) or _of_a_number(after):
        return True
    if after[:1] != ["of"] or len(after) < 2 or _is_whole(quantity, said, after[1]):
        return False
    return after[1] in WHOLES or (after[1] in DEFINITE and any(after[-1] in row.words for row in counted_things()))


def _of_a_number(after: Sequence[str]) -> bool:
    """Whether another number says of how many it is a part: "five of twelve penalties", "four of the nine aircraft"."""
    counted = [lemma for lemma in after[1:] if lemma not in DEFINITE][:1] if after[:1] == ["of"] else []
    return any(map(_is_number, counted))


def _is_whole(quantity: Quantity, said: Words, following: str) -> bool:
    """Whether a comma parts it from "of whom", which then names a part of it: "counts eight, of whom two are dead"."""
    at = next(span[0] for span, _ in said if span[0] >= quantity.end)
    return following in ("whom", "which") and at - quantity.end > 1


CREW = marked(LANGUAGE, "collation_words", "crew")


def _beside_crew(quantity: Quantity, said: Words) -> bool:
    """Whether others are counted beside it: "141 passengers and six crew", but not "three inspectors and a driver"."""
    after = [lemma for span, lemma in said if span[0] >= quantity.end][:6]
    beside = after[after.index("and") : after.index("and") + 4] if "and" in after[:3] else []
    return bool(CREW & set(beside)) and ("crew" in beside or any(map(_is_number, beside)))


def _is_number(lemma: str) -> bool:
    return lemma.isdigit() or lemma in words(LANGUAGE, "number_words")


FORMERLY = marked(LANGUAGE, "collation_words", "formerly")


def is_former(said: Words) -> bool:
    """Whether a sentence says that its number is no longer given: "the ministry had first spoken of 12"."""
    return any(lemma in FORMERLY for _, lemma in said)


def was_given(article: AnnotatedArticle, quantity: Quantity, said: Words) -> bool:
    """Whether the number is one that somebody gave before: "earlier in the week it had spoken of 2,000"."""
    before = [(article.text[slice(*span)].casefold(), lemma) for span, lemma in said if span[1] <= quantity.start][-GIVEN:]
    at = next((n for n, (text, _) in enumerate(before) if text in ("had", "’d", "'d")), None)
    return at is not None and any(lemma in words(LANGUAGE, "giving_verbs") for _, lemma in before[at + 1 :])


GIVEN = 5
"""Words before a number among which "had" and the verb stand that give it ("had at first put the dead at")."""


CORRECTING = marked(LANGUAGE, "collation_words", "correcting")
BY_NOW = marked(LANGUAGE, "collation_words", "by_now")


def is_brought_up(quantity: Quantity, said: Words) -> bool:
    """Whether its sentence says that the number replaces an earlier one: "has risen to 38", "so far 140", "corrected it"."""
    before = [lemma for span, lemma in said if span[1] <= quantity.start][-CHANGED:]
    after = [lemma for span, lemma in said if span[0] >= quantity.end][:4]
    if before[-1:] == ["to"] and words(LANGUAGE, "verbs_of_change") & set(before):
        return True
    near = [*before[-4:], *after]
    return bool(BY_NOW & set(near)) or ("so", "far") in pairwise(near) or any(lemma in CORRECTING for _, lemma in said)


CHANGED = 6
"""Words before a number among which its verb may stand ("has risen in two days to")."""


def _former(quantity: Quantity, said: Words) -> bool:
    """Whether it is what a count rose or fell from: "from nine to 14", "to 14 tonnes from nine", "up from nine"."""
    before = [lemma for span, lemma in said if span[1] <= quantity.start][-7:]
    after = [lemma for span, lemma in said if span[0] >= quantity.end][:5]
    return before[-1:] == ["from"] and bool("to" in after or {"to", "up", "down"} & set(before))


def _is_step(quantity: Quantity, said: Words) -> bool:
    """Whether it says by how much a count rose or fell: "rose by 12 to 40"."""
    before = [lemma for span, lemma in said if span[1] <= quantity.start][-4:]
    return before[-1:] == ["by"] and quantity.unit is None and bool(words(LANGUAGE, "verbs_of_change") & set(before))


def _adds_up(quantity: Quantity, said: Words) -> bool:
    """Whether the sentence adds it to others: "two died on Monday, bringing the number to seven"."""
    after = [lemma for span, lemma in said if span[0] >= quantity.end]
    at = next((n for n, lemma in enumerate(after) if lemma in ADDING), None)
    if at is None or "to" not in after[at : at + 8]:
        return False
    reached = after.index("to", at)
    return any(map(_is_number, after[reached + 1 : reached + 1 + REACHED]))


REACHED = 4
"""Words behind "to" among which the sum stands ("to at least seven")."""

ADDING = marked(LANGUAGE, "collation_words", "adding")


def is_rate(quantity: Quantity, said: Words, reach: int) -> bool:
    """Whether so much is told of each time or each one: "450 million a year", "one million for each of us", "a monthly 200".

    ``reach``: how many words after the number, and half as many before it, may say so.
    """
    before = [lemma for span, lemma in said if span[1] <= quantity.start][-reach // 2 :]
    after = [lemma for span, lemma in said if span[0] >= quantity.end][:reach]
    if _rate_words("whole") & {*before, *after}:
        return True
    each = _rate_words("period") | _rate_words("taker")
    return any(article in ("a", "an") and noun in each for article, noun in pairwise(after))


NEXT, AROUND = 4, 30
"""Words after a number within which it is said to be a rate, and within which another one may be."""


@functools.cache
def _rate_words(kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in word_list(LANGUAGE, "rate_words") if row["class"] == kind)
