"""Where shots or a fire came from: two voices that have them come from different places ("from the roof", "from behind the
police line")."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from variorum.collation.claims.alignment import dated_apart, phrase_head, separate_voices, shared_words, whole_side
from variorum.collation.claims.sentences import sentence_at
from variorum.collation.claims.setting import Setting
from variorum.collation.claims.statements import Statement
from variorum.collation.claims.verdicts import Verdict
from variorum.collation.comparing.judge import nested
from variorum.collation.deeds.frames import SOURCE, by, sources
from variorum.collation.deeds.parties import party_at
from variorum.collation.deeds.readings import first_entity
from variorum.collation.word_stems import stems_in
from variorum.language.lexicon import marked
from variorum.records.article import Span

FIRING = frozenset({"shooting", "bombing", "burning"})
"""Deeds of ``en/disputed_deeds`` whose place tells who did them."""
SENT_OFF = marked("en", "party_words", "sent_off")
MOST = 40
"""Clauses that are compared; a story of many origins repeats itself beyond that."""


@dataclass(frozen=True, slots=True)
class Site:
    """``span``: the words behind "from"; ``names`` of the deeds; ``entity`` of the story that the words mention."""

    statement: Statement
    span: Span
    names: frozenset[str]
    entity: str | None
    stems: frozenset[str]

    @property
    def words(self) -> str:
        """The phrase on one line."""
        return " ".join(self.statement.article.text[slice(*self.span)].split())


def whence_verdicts(statements: Sequence[Statement], setting: Setting) -> Iterator[Verdict]:
    """One conflict for every two voices that have one fire come from two places."""
    sites = [site for s in statements for site in _sites(s, setting)][:MOST]
    for a, b in combinations(sites, 2):
        if a.names & b.names and _apart(a, b, setting):
            about = shared_words(a.statement, b.statement, setting) or " ".join(sorted(a.names & b.names))
            reason = (
                f"“from {a.words}” in one report, “from {b.words}” in the other: where the fire came from is told in two ways."
            )
            yield Verdict(
                "place", "conflict", (whole_side(a.statement, a.words), whole_side(b.statement, b.words)), about, 1.0, reason
            )


def _sites(s: Statement, setting: Setting) -> Iterator[Site]:
    if s.claim.field != "text" or s.polarity == "negative" or s.modality != "asserted" or s.claim.predicate_span is None:
        return
    found = [(span, names & FIRING) for span, names in sources(s)]
    if s.predicate.split()[0] in SENT_OFF:
        sent = SOURCE.search(s.article.text, s.claim.predicate_span[1], s.claim.span[1])
        fired = by("nouns").get(phrase_head(s, s.claim.object_span) or "", frozenset()) & FIRING
        found += [(sent.span("who"), fired)] if sent is not None else []
    for span, names in found:
        entity = first_entity(s, span, setting)
        party = party_at(s.article, span, entity, s.speaker, setting)
        if names and (party is None or not party.sorts - {"government"}):
            yield Site(s, span, names, entity, stems_in(s.article, span))


def _apart(a: Site, b: Site, setting: Setting) -> bool:
    """Whether two voices name places that neither share a word nor lie in each other."""
    one, other = a.statement, b.statement
    if not separate_voices(one, other) or nested(one, other) or dated_apart(one, other) or not (a.stems and b.stems):
        return False
    if a.stems & b.stems or (one.speaker is not None and one.speaker == other.speaker):
        return False
    if a.entity is not None and b.entity is not None:
        return setting.apart(a.entity, b.entity) and not setting.related(a.entity, b.entity)
    return not (a.stems & _around(other) or b.stems & _around(one))


def _around(s: Statement) -> frozenset[str]:
    return stems_in(s.article, sentence_at(s.article, *s.claim.span))
