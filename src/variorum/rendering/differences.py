"""Where reports differ: the sides of each disagreement with their exact words."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from variorum.records import Disagreement, DisagreementMember
from variorum.rendering.display import clean
from variorum.rendering.edition import AROUND, Cite, Edition, letters_of, rest_of_sentence
from variorum.rendering.wording import JUDGEMENTS, capital, kind_label, listing

SHARPEST = 5
TELLING = 3
"""Words of four letters or more that a run needs to be a heading."""
OPENING = 8
"""Words of a side that stand for a heading where nothing better is known."""
SHORT = 60
"""Characters up to which a passage is shown inside its sentence: a bare number says little."""
OPEN_JUDGEMENTS = ("conflict", "unsure", "update", "refine")


@dataclass(frozen=True, slots=True)
class Witness:
    """One report's words for a side, and whose voice they are (empty: the report's own)."""

    cite: Cite
    voice: str

    def around(self, limit: int = AROUND) -> tuple[str, str]:
        """The rest of the sentence before and after a short passage, each at most ``limit`` characters; empty for a longer
        passage, and for one that is the whole sentence."""
        if len(self.cite.words) > SHORT:
            return "", ""
        found = rest_of_sentence(self.cite, limit)
        return found if any(map(str.isalnum, "".join(found))) else ("", "")


@dataclass(frozen=True, slots=True)
class Side:
    """One of the values that stand against each other; the earliest report's words come first."""

    value: str
    witnesses: tuple[Witness, ...]

    @property
    def first(self) -> Witness:
        """The witness whose words stand for the side."""
        return self.witnesses[0]

    @property
    def others(self) -> tuple[Witness, ...]:
        """The first words of each further report that is on this side."""
        seen = {w.cite.report.letter: w for w in reversed(self.witnesses)}
        found = sorted(seen.values(), key=lambda w: w.cite.report.order)
        return tuple(w for w in found if w.cite.report.letter != self.first.cite.report.letter)


@dataclass(frozen=True, slots=True)
class Difference:
    """One disagreement as a reader meets it: ``about`` is its heading, ``topic`` what makes two of them one subject."""

    id: str
    anchor: str
    kind: str
    kind_label: str
    about: str
    judgement: str
    judgement_label: str
    sides: tuple[Side, ...]
    reason: str
    topic: str
    score: float | None

    @property
    def cites(self) -> tuple[Cite, ...]:
        """All passages of all sides."""
        return tuple(w.cite for s in self.sides for w in s.witnesses)

    @property
    def letters(self) -> tuple[str, ...]:
        """The letters of the reports on any side."""
        return letters_of(self.cites)


def make_differences(edition: Edition) -> tuple[Difference, ...]:
    """All disagreements with at least two sides that verify, in the order of the story: what a reader needs first."""
    made = (make_difference(edition, d) for d in edition.story.disagreements)
    return tuple(d for d in made if d)


def sharpest(differences: Sequence[Difference]) -> tuple[Difference, ...]:
    """The few differences to be read first, one for each subject."""
    picked: dict[str, Difference] = {}
    for difference in differences:
        if difference.judgement in OPEN_JUDGEMENTS:
            picked.setdefault(difference.topic, difference)
    return tuple(picked.values())[:SHARPEST]


def make_difference(edition: Edition, record: Disagreement) -> Difference | None:
    """The sides of one disagreement; ``None`` when fewer than two of them stand in the reports."""
    sides = _sides(edition, record.members)
    if len(sides) < 2:
        return None
    return Difference(
        id=record.id,
        anchor=edition.anchor(record.id),
        kind=record.kind,
        kind_label=kind_label(record),
        about=_heading(edition, record, sides),
        judgement=record.judgement,
        judgement_label=JUDGEMENTS.get(record.judgement, record.judgement),
        sides=sides,
        reason=record.by.reason,
        topic=clean(record.about).casefold(),
        score=record.by.score,
    )


def _heading(edition: Edition, record: Disagreement, sides: Sequence[Side]) -> str:
    """The subject; of a quotation whose it is, and of a clause cut short that it goes on."""
    voices = {w.voice for side in sides for w in side.witnesses}
    if record.kind == "quotation" and len(voices) == 1 and (voice := voices.pop()):
        return f"What {voice} said"
    words = (_bare(record.about) and (_shared_words(sides) or _opening(record.about, sides))) or subject(edition, record.about)
    whole = (w.cite.words.casefold() for side in sides for w in side.witnesses)
    cut = any(w.startswith(words.casefold()) and w[len(words) : len(words) + 1].isspace() for w in whole)
    return f"{words} …" if cut and record.kind not in ("figure", "date") else words


def subject(edition: Edition, about: str) -> str:
    """What it is about in words: an entity's name, or the words given (of a bare list of words the first three)."""
    words = clean(about)
    return capital(edition.name(about) or (listing(words.split(", ")[:3]) if _bare(about) else words))


def _bare(about: str) -> bool:
    """Whether it is a list of words and no sentence."""
    words = clean(about).split(", ")
    return len(words) > 1 and all(len(w.split()) <= 3 for w in words)


def _shared_words(sides: Sequence[Side]) -> str:
    """The longest run of words that the first two sides share; empty where it says too little."""
    one, two = (side.first.cite.words.split() for side in sides[:2])
    plain, other = ([w.casefold().strip(".,;:“”\"'") for w in words] for words in (one, two))
    run = SequenceMatcher(None, plain, other, autojunk=False).find_longest_match()
    words = one[run.a : run.a + run.size]
    return capital(" ".join(words).strip(" ,;:")) if sum(len(w) > 3 for w in words) >= TELLING else ""


def _opening(about: str, sides: Sequence[Side]) -> str:
    """The first words of the first side, in place of a list of words with no name among them."""
    words = sides[0].first.cite.words.split()
    return "" if clean(about) != clean(about).casefold() else capital(" ".join(words[:OPENING]).rstrip(" ,;:"))


def _sides(edition: Edition, members: Sequence[DisagreementMember]) -> tuple[Side, ...]:
    """Members with one value are one side; sides in the order of their earliest report."""
    grouped: dict[str, dict[str, Witness]] = {}
    for member in members:
        cite = edition.cite(member)
        if cite:
            side = grouped.setdefault(clean(member.value).casefold(), {})
            voice = voice_name(edition, cite.report.article.id, member.voice)
            side.setdefault(cite.anchor, Witness(cite, "" if voice.casefold() == cite.words.casefold() else voice))
    grouped = _without_repeats(grouped)
    values = {clean(m.value).casefold(): clean(m.value) for m in reversed(members)}
    sides = [Side(values[v], tuple(sorted(found.values(), key=_place))) for v, found in grouped.items()]
    return _told_apart(sorted(sides, key=lambda s: (_place(s.first), s.value)))


def _told_apart(sides: Sequence[Side]) -> tuple[Side, ...]:
    """The sides less the passages that lie in, or over, the first words of a side before, where others are left."""
    made: list[Side] = []
    for side in sides:
        used = [s.first.cite for s in made]
        fresh = tuple(w for w in side.witnesses if not any(overlap(w.cite, c) for c in used))
        made.append(Side(side.value, fresh or side.witnesses))
    return tuple(made)


def _without_repeats(grouped: dict[str, dict[str, Witness]]) -> dict[str, dict[str, Witness]]:
    """Sides less those whose every passage lies in, or over, a passage of an earlier side: it is one passage twice."""
    kept: dict[str, dict[str, Witness]] = {}
    for value in sorted(grouped, key=lambda v: (min(map(_place, grouped[v].values())), v)):
        before = [w.cite for side in kept.values() for w in side.values()]
        if not all(any(overlap(w.cite, c) for c in before) for w in grouped[value].values()):
            kept[value] = grouped[value]
    return kept


def overlap(one: Cite, other: Cite) -> bool:
    """Whether two passages have characters in common."""
    same = one.report.letter == other.report.letter and one.field == other.field
    return same and one.span[0] < other.span[1] and other.span[0] < one.span[1]


def _place(witness: Witness) -> tuple[int, int, int]:
    return (witness.cite.report.order, *witness.cite.span)


def voice_name(edition: Edition, article: str, voice: str | None) -> str:
    """Whose words they are: a speaker's name, from an entity or a quotation of ``article``; empty for the report's own."""
    if voice is None:
        return ""
    quotation = edition.quotations.get((article, voice))
    return edition.name(quotation.speaker if quotation else voice)
