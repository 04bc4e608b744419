"""Two voices that a report sets side by side and that cannot both be right: "The union says the door was locked. The firm says
it stood open."

Nothing need be denied: how likely two neighbouring turns contradict each other is told by what joins them
(``replies/features.py``), by a logistic regression (``scripts/fit_replies.py``).
"""

from collections.abc import Iterable, Iterator, Sequence

from variorum.collation.claims.sentences import concepts_in
from variorum.collation.claims.setting import Setting
from variorum.collation.claims.statements import Statement
from variorum.collation.claims.verdicts import Side, Verdict
from variorum.collation.encoder import Encoder
from variorum.collation.replies.features import Reply, replies
from variorum.collation.replies.turns import Turn
from variorum.language.regression import stored_regression

SHOWN, SURE = 0.43, 0.6
"""Least probability of what is shown, and of what is no longer in doubt: of 75 invented stories, each fifteenth judged by
weights from the others, those from 0.43 on that nothing else has found stand in gold by half (22 of 44) and contradict each
other, by reading, by three in four; 17 of the 20 from 0.6 on stand in gold."""

LONG = 14
"""Words of a turn that a reader is shown."""


def reply_verdicts(
    statements: Sequence[Statement], setting: Setting, encoder: Encoder | None, known: Sequence[Sequence[Side]]
) -> Iterator[Verdict]:
    """One verdict for every two turns that are likely enough to contradict each other and are not set against each other by one
    of the ``known`` differences already; none without an encoder."""
    if encoder is None:
        return
    rank = stored_regression("variorum.collation.replies")
    for reply in replies(statements, setting, encoder):
        chance = rank.probability(reply.features)
        if chance >= SHOWN and not any(_meets(reply.said, sides) and _meets(reply.answer, sides) for sides in known):
            yield _verdict(reply, chance)


def _meets(turn: Turn, sides: Iterable[Side]) -> bool:
    """Whether one of the sides stands in the turn."""
    (low, high), home = turn.span, turn.article.id
    return any(s.field == "text" and s.article.id == home and s.span[0] < high and low < s.span[1] for s in sides)


def _verdict(reply: Reply, chance: float) -> Verdict:
    one, other = (_side(turn) for turn in (reply.said, reply.answer))
    shared = concepts_in(one.article, one.span) & concepts_in(other.article, other.span)
    about = ", ".join(sorted(w for w in shared if not w.startswith("@"))[:4]) or one.value
    reason = f"One voice says “{one.value}”, the one right after it “{other.value}”."
    return Verdict("polarity", "conflict" if chance >= SURE else "unsure", (one, other), about, chance, reason)


def _side(turn: Turn) -> Side:
    words = " ".join(turn.article.text[slice(*turn.span)].split()[:LONG])
    return Side(turn.article, turn.span, words, turn.speaker)
