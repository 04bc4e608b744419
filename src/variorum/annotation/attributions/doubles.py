"""Words given twice: those nobody is named for, where a cue that only the tagger knows names who says them."""

from dataclasses import replace

from variorum.annotation.attributions.assembly import Attribution

SAME = 0.8
"""Share of the words of two attributions, marks included, that must be in both: by judgement."""


def without_doubles(found: list[Attribution]) -> list[Attribution]:
    """``found`` less quotations without a cue whose words another attribution gives to somebody by a cue outside of them.

    What followed them follows the one that is left.
    """
    moved: dict[int, int] = {}
    dropped: set[int] = set()
    for number, item in enumerate(found):
        named = None if item.cue else _named(item, found)
        if named is not None:
            dropped.add(number)
            moved[item.anchor] = named.anchor
    kept = [item for number, item in enumerate(found) if number not in dropped]
    return [_following(item, moved) for item in kept]


def _named(item: Attribution, found: list[Attribution]) -> Attribution | None:
    """The attribution with a cue and a speaker that gives the words of ``item`` to somebody."""
    by_cue = (o for o in found if o.cue and o.speaker is not None and o.rules[0] == "tagged" and not set(o.cue) & item.content)
    same = [o for o in by_cue if round(len(o.content & item.content) / len(o.content | item.content), 3) >= SAME]
    return max(same, key=lambda o: (o.score, -o.anchor), default=None)


def _following(item: Attribution, moved: dict[int, int]) -> Attribution:
    return replace(item, follows=moved[item.follows]) if item.follows in moved else item
