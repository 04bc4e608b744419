"""What is known around the clauses of one document: who its words refer to and who says them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from spacy.tokens import Doc, Token

from variorum.annotation.claims.clauses import Clause, find_clauses, head_indices
from variorum.annotation.coreference.references import References
from variorum.records.annotation import Mention, Quantity, Quotation, Spans, Time
from variorum.records.article import Span

ACTORS = frozenset({"person", "organisation", "government", "people", "group"})
"""Types of entities that act; places do when they have a name ("Averia", "Lisk")."""

R = TypeVar("R", Time, Quantity)

_MEMO = "variorum.setting"
_KINDS = {"name": 0, "pronoun": 1, "noun": 2}


@dataclass(frozen=True, slots=True)
class Setting:
    """Findings by token of one document.

    ``mentions`` maps the head token of a mention to it; ``names`` the tokens of names, pronouns and of nouns for somebody
    named to the mention they belong to; ``voices`` the tokens inside quotations to the innermost one's id; ``contents`` a
    quotation's id to the tokens of its content; ``cues`` and ``attributions`` the tokens of a cue, and of a cue or source,
    to the quotations they introduce; ``stating`` are the ids of quotations that hold a finite clause of their own;
    ``actors`` the ids of entities that can act.
    """

    mentions: Mapping[int, Mention]
    names: Mapping[int, Mention]
    voices: Mapping[int, str]
    contents: Mapping[str, frozenset[int]]
    cues: Mapping[int, tuple[Quotation, ...]]
    attributions: Mapping[int, tuple[Quotation, ...]]
    stating: frozenset[str]
    quotations: Mapping[str, Quotation]
    actors: frozenset[str]

    def mention(self, token: Token | None) -> Mention | None:
        """The mention whose head is ``token``."""
        return None if token is None else self.mentions.get(token.i)

    def entity(self, token: Token | None) -> str | None:
        """The id of the entity that the noun phrase around ``token`` refers to."""
        mention = self.mention(token)
        return mention.entity if mention else None

    def actor(self, token: Token | None) -> str | None:
        """The id of the entity behind ``token`` if it can act or be acted upon: people, bodies, states, places by name."""
        entity = self.entity(token)
        return entity if entity in self.actors else None

    def voice(self, token: Token) -> str | None:
        """The id of the innermost quotation that holds ``token``."""
        return self.voices.get(token.i)

    def subject(self, clause: Clause) -> Token | None:
        """Who acts in ``clause``; ``None`` where the parser took the speaker of its quotation for it."""
        voice = self.voices.get(clause.head.i)
        taken = clause.subject is not None and clause.form == "finite" and voice is not None
        if taken and any(q.id == voice for q in self.attributions.get(clause.subject.i, ())):  # type: ignore[union-attr]
            return None
        return clause.subject

    def speaker(self, token: Token) -> str | None:
        """The entity that is quoted with ``token``; ``None`` outside quotations and for unresolved ones."""
        voice = self.voices.get(token.i)
        return None if voice is None else self.quotations[voice].speaker


def in_order(records: Iterable[R]) -> tuple[R, ...]:
    """Times or quantities by place, as ``ids_inside`` wants them."""
    return tuple(sorted(records, key=lambda r: (r.start, r.end)))


def ids_inside(records: tuple[R, ...], span: Span) -> tuple[str, ...]:
    """Ids of the ordered ``records`` that lie in ``span``, in text order."""
    start, end = span
    first = bisect_left(records, start, key=lambda r: r.start)
    last = bisect_right(records, end, key=lambda r: r.start)
    return tuple(r.id for r in records[first:last] if r.end <= end)


def find_setting(doc: Doc, references: References, quotations: tuple[Quotation, ...]) -> Setting:
    """Lay the findings of ``doc`` over its tokens; done once for the same findings and remembered with the document."""
    known = doc.user_data.get(_MEMO)
    if known is None or known[0] is not references or known[1] is not quotations:
        known = doc.user_data[_MEMO] = (references, quotations, _lay(doc, references, quotations))
    setting: Setting = known[2]
    return setting


def _lay(doc: Doc, references: References, quotations: tuple[Quotation, ...]) -> Setting:
    places = _Places(doc.to_array("IDX").tolist())
    contents = {q.id: frozenset(places.all_in(q.content)) for q in quotations}
    finite = [c.head for c in find_clauses(doc).items if c.form == "finite"]
    return Setting(
        _heads(doc, references, places),
        _names(references, places),
        _voices(quotations, contents),
        contents,
        _by_token(quotations, [places.all_in(q.cue) for q in quotations]),
        _by_token(quotations, [places.all_in(q.cue + q.source) for q in quotations]),
        frozenset(_stating(contents, finite)),
        {q.id: q for q in quotations},
        frozenset(e.id for e in references.entities if e.type in ACTORS or (e.named and e.type == "place")),
    )


def _stating(contents: Mapping[str, frozenset[int]], finite: Sequence[Token]) -> Iterator[str]:
    """The quotations that hold a finite clause which does not only describe a noun in them ("found *debts of firms whose
    purpose is unclear*")."""
    owners = {head.i: head.head.i if head.dep_ == "relcl" else None for head in finite}
    for quotation, tokens in contents.items():
        if any(owners[i] not in tokens for i in owners.keys() & tokens):
            yield quotation


@dataclass(frozen=True, slots=True)
class _Places:
    """From characters to tokens."""

    starts: list[int]

    def tokens(self, start: int, end: int) -> range:
        """The indices of the tokens that begin in ``[start, end)``, with the one that runs into it."""
        first = max(bisect_right(self.starts, start) - 1, 0)
        return range(first, max(bisect_left(self.starts, end), first))

    def all_in(self, spans: Spans) -> list[int]:
        return [i for start, end in spans for i in self.tokens(start, end)]


def _by_token(quotations: Sequence[Quotation], tokens: list[list[int]]) -> Mapping[int, tuple[Quotation, ...]]:
    found: dict[int, tuple[Quotation, ...]] = {}
    for quotation, indices in zip(quotations, tokens, strict=True):
        for i in indices:
            found[i] = (*found.get(i, ()), quotation)
    return found


def _heads(doc: Doc, references: References, places: _Places) -> Mapping[int, Mention]:
    """Mentions by head token; where several share one, a name before a pronoun before a noun, then the longest."""
    found: dict[int, Mention] = {}
    heads = head_indices(doc)
    order = sorted(references.mentions, key=lambda m: (_KINDS[m.kind], m.start - m.end, m.start))
    for mention in order:
        inside = places.tokens(mention.start, mention.end)
        if inside:
            found.setdefault(inside[0] if len(inside) == 1 else _root(doc, inside, heads), mention)
    return found


def _names(references: References, places: _Places) -> Mapping[int, Mention]:
    """Tokens of the mentions of somebody or something named; a longer mention covers those inside it."""
    named = {e.id for e in references.entities if e.named}
    found: dict[int, Mention] = {}
    for mention in sorted(references.mentions, key=lambda m: (m.end - m.start, m.start)):
        if mention.kind != "noun" or mention.entity in named:
            found.update((i, mention) for i in places.tokens(mention.start, mention.end))
    return found


def _root(doc: Doc, inside: range, heads: list[int]) -> int:
    """The token of the range that hangs on a word outside it; the first noun where the parse leaves several."""
    roots = [i for i in inside if heads[i] not in inside or heads[i] == i]
    if len(roots) == 1:
        return roots[0]
    nouns = (i for i in roots if doc[i].pos_ in ("NOUN", "PROPN", "PRON", "ADJ", "NUM"))
    return next(nouns, (roots or list(inside))[0])


def _voices(quotations: Sequence[Quotation], contents: Mapping[str, frozenset[int]]) -> Mapping[int, str]:
    """The innermost quotation of each token: shorter contents are laid over longer ones."""
    found: dict[int, str] = {}
    for quotation in sorted(quotations, key=lambda q: (-len(contents[q.id]), q.id)):
        found.update((i, quotation.id) for i in contents[quotation.id])
    return found
