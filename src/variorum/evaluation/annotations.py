"""Scores annotated articles against gold lines of the same shape: quotations, times, figures.

Gold and system are JSON objects, one per article, with ``id``, ``text`` and the lists of the contract. Findings in a title that
stands outside the text are left out.
"""

import functools
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from variorum.errors import GoldError
from variorum.evaluation.figures import Figure
from variorum.evaluation.names import same_name
from variorum.evaluation.passages import Data, Place, characters, overlap

Pairs = list[tuple[Data, Data]]


def score_annotations(kind: str, gold: Sequence[Data], system: Sequence[Data]) -> tuple[Figure, ...]:
    """Rows for one kind of finding (``quotations``, ``times`` or ``quantities``), over all articles of ``gold``."""
    if kind not in SCORERS:
        raise GoldError(f"there is no task {kind!r}; known: {', '.join(sorted(SCORERS))}")
    answers = {row["id"]: row for row in system}
    pairs = [(row, answers.get(row["id"], {"text": row["text"]})) for row in gold]
    for wanted, given in pairs:
        if wanted["text"] != given["text"]:
            raise GoldError(f"article {wanted['id']!r}: the system's text is not the gold text; offsets cannot be compared")
    return SCORERS[kind](pairs)


def quotations(pairs: Pairs) -> tuple[Figure, ...]:
    """Contents at Jaccard 0.8 and 0.3 over letters and digits; relation: 0.8 and sources that share a character.

    Where gold names speakers, of the pairs at 0.3: those whose speaker has the gold name, and those whose speaker is another
    *named* one (the error to fear: lower is better).
    """
    found = [
        (gold, system, match(_listed(gold, "quotations"), _listed(system, "quotations"), _overlap_in(gold)))
        for gold, system in pairs
    ]
    wanted = sum(len(_listed(gold, "quotations")) for gold, _ in pairs)
    given = sum(len(_listed(system, "quotations")) for _, system in pairs)
    met = [(w, g, share) for _, _, matched in found for w, g, share in matched]
    strong = [(w, g) for w, g, share in met if share >= 0.8]
    hits = {
        "content, J 0.8": len(strong),
        "content, J 0.3": sum(share >= 0.3 for _, _, share in met),
        "relation": sum(_sources_meet(w, g) for w, g in strong),
    }
    rows = tuple(Figure(name, hit, given, hit, wanted) for name, hit in hits.items())
    return (*rows, *_speakers(found))


def _overlap_in(gold: Data) -> Callable[[Data, Data], float]:
    return functools.partial(_content_overlap, str(gold["text"]))


def _speakers(found: Iterable[tuple[Data, Data, list[tuple[Data, Data, float]]]]) -> tuple[Figure, ...]:
    """Rows on named speakers, over pairs at 0.3; none where gold names nobody."""
    right = given = wanted = named = wrong = 0
    for _, system, matched in found:
        people = {e["id"]: e for e in system.get("entities", ())}
        for w, g, share in matched:
            if share < 0.3 or "speaker_name" not in w:
                continue
            speaker = people.get(g.get("speaker"))
            good = bool(speaker and w["speaker_name"] and same_name(w["speaker_name"], _names(speaker)))
            wanted, given, right = wanted + bool(w["speaker_name"]), given + bool(speaker), right + good
            named += bool(speaker and speaker["named"])
            wrong += bool(speaker and speaker["named"] and not good)
    if not wanted:
        return ()
    return Figure("right speaker", right, given, right, wanted), Figure("wrong named speaker", wrong, named, 0, 0)


def _names(entity: Data) -> tuple[str, ...]:
    return (entity["name"], *entity.get("aliases", ()), *(role["text"] for role in entity.get("roles", ())))


def match(
    wanted: Sequence[Data], given: Sequence[Data], score: Callable[[Data, Data], float]
) -> list[tuple[Data, Data, float]]:
    """One-to-one pairs, the best first; ties go to the earlier in the lists."""
    scores = [(-score(w, g), i, j) for i, w in enumerate(wanted) for j, g in enumerate(given)]
    taken_w: set[int] = set()
    taken_g: set[int] = set()
    pairs = []
    for value, i, j in sorted(s for s in scores if s[0] < 0):
        if i not in taken_w and j not in taken_g:
            taken_w.add(i)
            taken_g.add(j)
            pairs.append((wanted[i], given[j], -value))
    return pairs


def _listed(row: Data, kind: str) -> list[Data]:
    return [f for f in row.get(kind, ()) if f.get("field", "text") == "text"]


def _content_overlap(text: str, wanted: Data, given: Data) -> float:
    one, other = (characters([Place("", s, e) for s, e in q["content"]], text) for q in (wanted, given))
    return len(one & other) / (len(one | other) or 1)


def _sources_meet(wanted: Data, given: Data) -> bool:
    one, other = ([Place("", s, e) for s, e in q["source"]] for q in (wanted, given))
    if not one or not other:
        return not one and not other
    return any(overlap(a, b) for a in one for b in other)


def times(pairs: Pairs) -> tuple[Figure, ...]:
    """Expressions that overlap, and those with the same TIMEX3 value (TempEval-3, relaxed and value)."""
    return _spans(pairs, "times", {"relaxed": (), "value": ("value",)})


def quantities(pairs: Pairs) -> tuple[Figure, ...]:
    """Figures that overlap, those with the same value, and those with the same interval."""
    return _spans(pairs, "quantities", {"relaxed": (), "value": ("value",), "interval": ("low", "high")})


def _spans(pairs: Pairs, kind: str, rows: Mapping[str, Sequence[str]]) -> tuple[Figure, ...]:
    counts = dict.fromkeys(rows, 0)
    given_total = wanted_total = 0
    for gold, system in pairs:
        wanted, given = _listed(gold, kind), _listed(system, kind)
        given_total, wanted_total = given_total + len(given), wanted_total + len(wanted)
        for w, g, _ in match(wanted, given, _span_overlap):
            for name, keys in rows.items():
                counts[name] += all(w.get(k) == g.get(k) for k in keys)
    return tuple(Figure(name, hit, given_total, hit, wanted_total) for name, hit in counts.items())


def _span_overlap(wanted: Data, given: Data) -> float:
    one, other = Place("", wanted["start"], wanted["end"]), Place("", given["start"], given["end"])
    shared = overlap(one, other)
    return shared / ((one.end - one.start) + (other.end - other.start) - shared) if shared else 0.0


SCORERS: Mapping[str, Callable[[Pairs], tuple[Figure, ...]]] = {
    "quotations": quotations,
    "times": times,
    "quantities": quantities,
}


def rows_by_id(rows: Iterable[Any]) -> dict[str, Data]:
    """Rows by their id; raises ``GoldError`` on a row without one or on two of one id."""
    table: dict[str, Data] = {}
    for number, row in enumerate(rows, 1):
        if not isinstance(row, Mapping) or "id" not in row:
            raise GoldError(f"line {number} of the file has no id")
        if row["id"] in table:
            raise GoldError(f"two lines have the id {row['id']!r}")
        table[row["id"]] = row
    return table
