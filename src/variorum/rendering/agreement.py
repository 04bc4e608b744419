"""What reports agree on, counted in origins, and what only one of them has or others leave out."""

import functools
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from variorum.language.frequency import rarity
from variorum.language.lexicon import alternatives, marked, words
from variorum.records import Claim, ClaimGroup, ClaimMember, Mention
from variorum.rendering.differences import voice_name
from variorum.rendering.display import source_text
from variorum.rendering.edition import Cite, Edition, Report, letters_of, rest_of_sentence
from variorum.rendering.wording import capital, count

OPEN = ("conditional", "question", "possible")
"""Modalities of clauses that tell of nothing that was, is or is to be."""

RELATIVES = ("who", "which")
"""Words that stand in a clause for the noun before it."""

_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_TALLY = re.compile(r"^\d+ reports?,[^.]*origins?\.\s*")
"""The count at the head of a reason, which is shown apart."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing said in several reports; its words, those of ``source``, are ``complete`` when they name who or what
    they are about, and ``loaded`` counts those that take a side. ``before`` and ``after`` are the rest of the sentence
    around words that are not complete.

    ``tally`` reads ``3 reports, 1 speaker, 2 witnesses, 1 origin``.
    """

    id: str
    anchor: str
    status: str
    words: str
    source: Cite
    members: tuple[tuple[Cite, str], ...]
    origins: int
    tally: str
    speakers: tuple[str, ...]
    reason: str
    complete: bool
    loaded: int
    before: str = ""
    after: str = ""

    @property
    def letters(self) -> tuple[str, ...]:
        """The letters of the reports that have it."""
        return letters_of(c for c, _ in self.members)


@dataclass(frozen=True, slots=True)
class Agreement:
    """Statements by standing: of independent origins, of one origin only, and disputed."""

    agreed: tuple[Statement, ...]
    repeated: tuple[Statement, ...]
    contested: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Own:
    """Something only one report has."""

    id: str
    anchor: str
    cites: tuple[Cite, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Lone:
    """What only one report has, and what most others carry and it does not."""

    report: Report
    exclusives: tuple[Own, ...]
    missing: tuple[Statement, ...]


def make_agreement(edition: Edition) -> Agreement:
    """The claim groups of several reports by status, most origins first, then those that say who acts and take no side."""
    made = [s for g in edition.story.claim_groups if (s := make_statement(edition, g))]
    made.sort(
        key=lambda s: (
            -s.origins,
            not s.complete,
            s.loaded,
            -len(s.letters),
            s.members[0][0].report.order,
            s.members[0][0].span,
            s.id,
        )
    )

    def of(status: str) -> tuple[Statement, ...]:
        return tuple(s for s in made if s.status == status and len(s.members) > 1)

    return Agreement(of("agreed"), of("repeated"), of("contested"))


def make_statement(edition: Edition, group: ClaimGroup) -> Statement | None:
    """One claim group; ``None`` when none of its passages verifies."""
    members = {c.anchor: (c, voice_name(edition, m.article, m.voice)) for m in group.members if (c := edition.cite(m))}
    if not members:
        return None
    ordered = tuple(sorted(members.values(), key=lambda m: (m[0].report.order, m[0].span)))
    speakers = tuple(n for s in group.speakers if (n := edition.name(s)))
    standing = {c.anchor: _standing(edition, m) for m in group.members if (c := edition.cite(m))}
    source, words, chosen = representative(ordered, standing)
    complete = chosen.rank < 2
    before, after = ("", "") if complete else rest_of_sentence(source)
    return Statement(
        id=group.id,
        anchor=edition.anchor(group.id),
        status=group.status,
        words=capital(words),
        source=source,
        members=ordered,
        origins=len(group.origins),
        tally=_tally(ordered, group),
        speakers=speakers,
        reason=_TALLY.sub("", group.by.reason),
        complete=complete,
        loaded=chosen.loaded,
        before=before,
        after=after,
    )


@dataclass(frozen=True, slots=True)
class Standing:
    """How well a clause stands alone: 0 it names who acts, or who it is done to, at its head, 1 it is a name short
    (``absent``), 2 it says neither, 3 it is no statement ("what he knew"); ``loaded`` is how many words in it take a side,
    ``open`` whether it only supposes."""

    rank: int
    loaded: int = 0
    absent: str = ""
    open: bool = False


def representative(members: Sequence[tuple[Cite, str]], standing: Mapping[str, Standing]) -> tuple[Cite, str, Standing]:
    """The passage that stands for all, its words, and how well they stand alone.

    Clauses that suppose nothing go first, then those that stand alone, those with the fewest words that take a side, those
    that share most with the words of the other reports, those of middle length, the earliest; a name that is left out stands
    before the words in brackets.
    """
    shared = _shared([c for c, _ in members])
    lengths = sorted(len(c.words) for c, _ in members)
    middle = lengths[len(lengths) // 2]
    best = min(
        members,
        key=lambda m: (
            standing[m[0].anchor].open,
            standing[m[0].anchor].rank,
            standing[m[0].anchor].loaded,
            -shared[m[0].anchor],
            abs(len(m[0].words) - middle),
            m[0].report.order,
        ),
    )[0]
    found = standing[best.anchor]
    return best, _with_name(best.words, found.absent), found


def _with_name(words: str, absent: str) -> str:
    """The words with the name they are short of in brackets, which takes the place of "who" and "which"."""
    first, _, rest = words.partition(" ")
    return f"[{absent}] {rest if first.casefold() in RELATIVES else words}" if absent else words


def _shared(cites: Sequence[Cite]) -> dict[str, float]:
    """By anchor, how much a passage shares with those of the other reports: the mean cosine of their words by rarity."""
    words = {c.anchor: frozenset(w.casefold() for w in _WORD.findall(c.words)) for c in cites}

    def alike(one: Cite, other: Cite) -> float:
        a, b = words[one.anchor], words[other.anchor]
        return _weight(a & b) / math.sqrt(_weight(a) * _weight(b) or 1.0)

    found = {c.anchor: [alike(c, d) for d in cites if d.report.letter != c.report.letter] for c in cites}
    return {anchor: round(sum(values) / max(len(values), 1), 2) for anchor, values in found.items()}


def _weight(words: frozenset[str]) -> float:
    return math.fsum(rarity(w) ** 2 for w in words)


def _standing(edition: Edition, member: ClaimMember) -> Standing:
    report = edition.by_article.get(member.article)
    claim = next((c for c in report.article.claims if c.id == member.claim), None) if report else None
    if report is None or claim is None:
        return Standing(2)
    start, end = claim.span
    source = source_text(report.article, claim.field)
    clause = source[start:end]
    loaded = sum(start <= w.start and w.end <= end for w in report.article.loaded_words)
    rank, absent = (2, "") if is_noun_with_clause(clause) else subject_of(edition, report, claim, clause)
    unsaid = any(q.id == claim.voice and q.polarity != "positive" for q in report.article.quotations)
    if rank < 2 and unsaid and is_led_by_question_word(source[:start]):
        rank, absent = 2, ""
    return Standing(rank, loaded, absent, open=claim.modality in OPEN)


def is_led_by_question_word(before: str) -> bool:
    """Whether a clause is left open by the word before it ("did not say when the pier was checked")."""
    last = before.rsplit(maxsplit=1)[-1:]
    return bool(last) and before[-1:].isspace() and last[0].casefold() in marked("en", "annotation_words", "question")


def subject_of(edition: Edition, report: Report, claim: Claim, clause: str) -> tuple[int, str]:
    """How far the clause names what it is about (see ``Standing``), and the name that it is short of: it is short of its
    subject where it opens with an auxiliary ("was held in Karsk") and nobody stands behind it ("should Norvia refuse").

    Who a participle belongs to is not sure enough to be written into a sentence ("the pier fell, ending the strike").
    """
    start, end = claim.span
    inside = [m for m in report.article.mentions if m.field == claim.field and start <= m.start and m.end <= end]
    named = {m.entity for m in inside if m.kind != "pronoun"}
    first = clause.split(maxsplit=1)[0]
    opening = first.casefold()
    if opening in RELATIVES and claim.subject and claim.subject not in named and (name := _name(edition, claim.subject)):
        return 1, name
    if opening in RELATIVES or (opening != "if" and opening in marked("en", "annotation_words", "question")):
        return 3, ""
    asked = any(m.start == start + len(first) + 1 for m in inside)
    if opening in words("en", "finite_auxiliaries") and not asked:
        held = {m.entity for m in inside}
        absent = next((n for e in (claim.object, claim.subject) if e and e not in held and (n := _name(edition, e))), "")
        return (1, absent) if absent else (2, "")
    if (claim.subject and claim.subject in named) or any(_names(m, claim) for m in inside):
        return 0, ""
    if opening.startswith("there"):
        return 1, ""
    held_apart = claim.subject and not opening.endswith("ing") and not any(m.entity == claim.subject for m in inside)
    name = _name(edition, claim.subject) if claim.subject and held_apart else ""
    return (1, name) if name else (2, "")


def _name(edition: Edition, entity: str) -> str:
    who = edition.entities.get(edition.homes.get(entity, entity))
    return edition.name(entity) if who and who.named else ""


def _names(mention: Mention, claim: Claim) -> bool:
    """Whether the clause opens with a name, or with a noun, for whom it is done to ("the warden was dismissed")."""
    return (mention.entity, mention.field, mention.start) == (claim.object, claim.field, claim.span[0]) and (
        mention.kind != "pronoun"
    )


def is_noun_with_clause(words: str) -> bool:
    """Whether ``words`` are a noun and the clause that says which one is meant ("the minister who signed it"): they tell
    nothing by themselves."""
    return _noun_with_clause().match(words) is not None


@functools.cache
def _noun_with_clause() -> re.Pattern[str]:
    determiners, relatives = (alternatives(marked("en", "annotation_words", mark)) for mark in ("determiner", "relative"))
    return re.compile(rf"(?:{determiners})\s(?:[\w’'-]+\s){{1,3}}(?:{relatives})\b", re.IGNORECASE)


def _tally(members: Sequence[tuple[Cite, str]], group: ClaimGroup) -> str:
    reports = len({c.report.letter for c, _ in members})
    parts = [count(reports, "report")]
    if group.speakers:
        parts.append(count(len(group.speakers), "speaker"))
    if group.witnesses:
        parts.append(count(group.witnesses, "witness", "witnesses"))
    return ", ".join((*parts, count(len(group.origins), "origin")))


def make_lone(edition: Edition) -> tuple[Lone, ...]:
    """Exclusives and omissions by report, in report order; reports with neither are left out."""
    exclusives: dict[str, list[Own]] = {}
    for e in edition.story.exclusives:
        if cites := edition.cites(e.passages):
            exclusives.setdefault(e.article, []).append(Own(e.id, edition.anchor(e.id), cites, e.by.reason))
    missing: dict[str, list[Statement]] = {}
    left_out = {o.claim_group for o in edition.story.omissions}
    statements = {g.id: make_statement(edition, g) for g in edition.story.claim_groups if g.id in left_out}
    for o in edition.story.omissions:
        if statement := statements.get(o.claim_group):
            missing.setdefault(o.article, []).append(statement)
    return tuple(
        Lone(report, _in_order(exclusives.get(report.article.id, ())), tuple(missing.get(report.article.id, ())))
        for report in edition.reports
        if report.article.id in exclusives or report.article.id in missing
    )


def _in_order(own: Sequence[Own]) -> tuple[Own, ...]:
    return tuple(sorted(own, key=lambda e: (e.cites[0].span, e.id)))
