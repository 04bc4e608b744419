"""When a number holds: the time of its own clause, unless a rival number stands between the two."""

from collections.abc import Sequence

from spacy.tokens import Token

from variorum.annotation.quantities.scene import Figure, NumberScene
from variorum.annotation.quantities.things import Counted
from variorum.annotation.words.text import sentence_around
from variorum.records.annotation import Time

CLIMB = 12


def times_of(scene: NumberScene, figures: Sequence[tuple[Figure, Counted]], times: tuple[Time, ...]) -> tuple[str | None, ...]:
    """For each figure the id of the time that holds for it, or ``None``."""
    dated = [(t, clause_of(scene.text.at(t.start))) for t in times if t.type in ("DATE", "TIME")]
    return tuple(_time_of(scene, n, figures, dated) for n in range(len(figures)))


def _time_of(
    scene: NumberScene, number: int, figures: Sequence[tuple[Figure, Counted]], dated: Sequence[tuple[Time, int]]
) -> str | None:
    """The nearest time of the same clause; a number of the same thing between them takes the time for itself."""
    figure, counted = figures[number]
    sentence = sentence_around(scene.text.at(figure.number[0]))
    verb = clause_of(scene.text.at(figure.number[0]))
    rivals = [
        f for n, (f, c) in enumerate(figures)
        if n != number and (f.unit, c.thing) == (figure.unit, counted.thing)
        and sentence.start_char <= f.start < sentence.end_char
    ]  # fmt: skip
    near = [
        (abs(t.start - figure.start), t.start, t.id)
        for t, clause in dated
        if clause == verb and sentence.start_char <= t.start < sentence.end_char
        and not any(min(t.start, figure.start) < f.start < max(t.start, figure.start) for f in rivals)
    ]  # fmt: skip
    return min(near)[2] if near else None


def clause_of(token: Token) -> int:
    """The position of the verb of the clause around ``token`` (of the sentence's root where there is none)."""
    for _ in range(CLIMB):
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass", "amod"):
            return int(token.i)
        if token.head is token:
            break
        token = token.head
    return int(token.i)
