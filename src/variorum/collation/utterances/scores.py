"""Whether two sayings are one, by who said them, how much of their words and meaning agree, and where they stand."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from variorum.collation.reuse.speech import marked_spans
from variorum.collation.utterances.candidates import overlap
from variorum.collation.utterances.evidence import SURE, VERBATIM, Agreement, Pair
from variorum.collation.utterances.likelihood import WHOLE, both_direct, features_of, quoted, saying_ranker
from variorum.collation.utterances.sayings import Saying
from variorum.collation.utterances.speakers import Kinship, Voice, is_mistakable, is_unnamed, kinship
from variorum.language.changes import negations
from variorum.language.frequency import rarity

LEARNED, LEARNED_APART = 0.45, 0.5
"""Least learned likelihood of two sayings in two reports that are one: of one voice, and of two speakers or one not known."""
STATED = 0.3
"""Least cosine of two sayings as statements: fainter ones are two as a rule, also where nothing else is as near."""
ALTERED = 0.65
"""Share of the words of a speaker's quotation that stand in another where only a "not" was lost or put in: with fewer he has
answered the other, or said a second thing."""
QUOTED = 0.6
"""Share of a few denied words that must stand in order in another saying."""
INSIDE, HEADING, INSIDE_BARE, HEADING_BARE = 0.74, 0.6, 0.75, 0.5
"""Least likeness of two sayings in one report and of a headline and its text, with an encoder and on lemmas alone."""
STRANGE, STRANGE_TOLD = 0.72, 0.74
"""Least likeness of words in quotation marks, or of words told indirectly, and another wording whose speaker is not known."""
LED_OPEN = (0.5, 0.35)
"""Least likelihood by agreement of quoted words and a wording whose speaker is not known, and lead over whatever else the two
reports have, from which they are each other's."""
MIDWAY = 0.45
"""Least likeness of quoted words and another wording that are each other's: below, little more than a name is shared."""
HELD = 0.8
"""Share of what few words told indirectly tell that must stand in another saying of that speaker: all but an auxiliary."""
TOLD = 0.5
"""Least rarity of one of the words in quotation marks by which a saying that is partly told is known again."""
FIGURE, FEW, LIKE_FIGURE = 5, 3, 0.2
"""Most words of a saying that is no more than its number, the largest number that does not count, and the least likelihood
where one of the two is quoted."""
LEAST_EQUAL, LEAST_TOLD_ALIKE = 4, 8
"""Words in order that two quotations, or two wordings of which one is indirect, must share under unlike speakers."""
MEANT = 0.8
"""Least likeness of two quotations under unlike speakers that share no more than LEAST_EQUAL words."""


def leads(sayings: Sequence[Saying], agreements: Mapping[Pair, Agreement]) -> dict[Pair, float]:
    """How much likelier each pair is than any other of its two sayings with the other's report, three decimals."""
    rivals: defaultdict[tuple[int, str], list[tuple[float, int]]] = defaultdict(list)
    for (a, b), agreement in agreements.items():
        if not sayings[b].curt:
            rivals[a, sayings[b].article.id].append((agreement.likelihood, b))
        if not sayings[a].curt:
            rivals[b, sayings[a].article.id].append((agreement.likelihood, a))
    for found in rivals.values():
        found.sort(reverse=True)
    return {
        (a, b): round(agreement.likelihood - max(_best_rival(sayings, rivals, a, b), _best_rival(sayings, rivals, b, a)), 3)
        for (a, b), agreement in agreements.items()
    }


def _best_rival(sayings: Sequence[Saying], rivals: Mapping[tuple[int, str], list[tuple[float, int]]], a: int, b: int) -> float:
    """The likelihood of ``a`` and what else the report of ``b`` has, beside ``b`` and what shares its words."""
    others = rivals[a, sayings[b].article.id]
    return next((value for value, n in others if n != b and not overlap(sayings[n], sayings[b])), 0.0)


@dataclass(frozen=True, slots=True)
class Chance:
    """How likely a pair is one saying by all that was ``learned`` of such, 0 to 1, and its ``lead``: how much likelier it is by
    agreement than what else the two reports have."""

    learned: float
    lead: float


def chances(sayings: Sequence[Saying], agreements: Mapping[Pair, Agreement], voices: Mapping[str, Voice]) -> dict[Pair, Chance]:
    """The chance of each pair."""
    lead = leads(sayings, agreements)
    return {p: Chance(_learned(sayings[p[0]], sayings[p[1]], a, lead[p], voices), lead[p]) for p, a in agreements.items()}


def _learned(one: Saying, other: Saying, agreement: Agreement, lead: float, voices: Mapping[str, Voice]) -> float:
    """Inside one report the agreement alone tells."""
    if one.article.id == other.article.id:
        return agreement.likelihood
    return saying_ranker().probability(features_of(one, other, agreement, lead, kinship(one, other, voices)))


def judge(one: Saying, other: Saying, agreement: Agreement, chance: Chance, voices: Mapping[str, Voice]) -> bool:
    """Whether two sayings are one."""
    kin = kinship(one, other, voices)
    if kin == "same" and _one_in_other(one, other):
        return True
    if one.brief or other.brief:
        return False
    if one.curt or other.curt:
        return kin == "same" and _holds_all(one, other, agreement, chance.lead)
    near = kin in ("same", "state", "related")
    if one.article.id == other.article.id:
        return _repeats(one, other, agreement) if near else _word_for_word(one, other, agreement)
    if (near and _one_figure(one, other, agreement)) or _word_for_word(one, other, agreement):
        return True
    return chance.learned >= (LEARNED if near else LEARNED_APART) and _may_be_one(one, other, agreement, kin, voices)


def _may_be_one(one: Saying, other: Saying, agreement: Agreement, kin: Kinship, voices: Mapping[str, Voice]) -> bool:
    """Whether nothing stands against it that no likelihood outweighs: a meaning that is not known, a few words that are not
    the same, two speakers who are not both quoted, unless one is hardly told from the other, and, unless the words are nearly
    the same, a number that only one has or a "not" (of one speaker's quotations only where too little else stands)."""
    if kin in ("open", "other") and not _is_meant(agreement):
        return False
    if agreement.stated < STATED or (min(len(one.words), len(other.words)) < WHOLE and agreement.verbatim < 1.0):
        return False
    if kin == "other" and not (_both_quoted(one, other) or _hardly_told(one, other, voices)):
        return False
    altered = kin == "same" and agreement.verbatim >= ALTERED
    turned = agreement.turned and not altered and (kin in ("open", "other") or _both_quoted(one, other))
    return agreement.verbatim >= VERBATIM or not (turned or agreement.facts is False)


def _hardly_told(one: Saying, other: Saying, voices: Mapping[str, Voice]) -> bool:
    """Whether a report's speaker may well be the other's: one without a name beside quoted words, or a description that fits
    both."""
    unnamed = is_unnamed(one, other, voices) and (quoted(one) or quoted(other))
    return unnamed or is_mistakable(one, other, voices)


def _is_meant(agreement: Agreement) -> bool:
    """Whether more than words tells what two sayings mean, or they share nearly all."""
    return agreement.meaning is not None or agreement.words >= SURE


def _both_quoted(one: Saying, other: Saying) -> bool:
    return quoted(one) and quoted(other)


def _one_in_other(one: Saying, other: Saying) -> bool:
    """Whether one of two sayings in quotation marks is brief, or told up to a few words in such marks ("called it a 'farce'"),
    and has those words in a row in the other."""
    if (one.article.id == other.article.id and one.heading == other.heading) or not _both_quoted(one, other):
        return False
    return any(_has_row(other.words.keys, row) for row in _rows(one)) or any(
        _has_row(one.words.keys, row) for row in _rows(other)
    )


def _rows(saying: Saying) -> list[tuple[str, ...]]:
    """The words of a brief saying, and those of one partly told that stand in quotation marks, less what tells nothing."""
    if saying.brief:
        return [saying.words.keys]
    if saying.quotation.kind != "mixed":
        return []
    words = saying.words
    marked = marked_spans(saying.source, (max(0, saying.spans[0][0] - 1), saying.spans[-1][1] + 1))
    rows = [tuple(k for k, (at, _) in zip(words.keys, words.spans, strict=True) if s <= at < e) for s, e in marked]
    return [row for row in rows if any(rarity(key) > TOLD for key in row)]


def _has_row(words: Sequence[str], row: Sequence[str]) -> bool:
    return any(tuple(words[n : n + len(row)]) == tuple(row) for n in range(len(words) - len(row) + 1))


def _holds_all(one: Saying, other: Saying, agreement: Agreement, lead: float) -> bool:
    """Whether all that few words told indirectly tell is in one saying of the other report, and in no other that is as near."""
    apart = agreement.turned or agreement.facts is False or agreement.acts is False
    if negations(one.words) and agreement.verbatim < QUOTED:
        return False
    return one.article.id != other.article.id and agreement.held >= HELD and lead > 0 and not apart


def _one_figure(one: Saying, other: Saying, agreement: Agreement) -> bool:
    """Whether two reports give one number or hour of one voice: told in few words of one's own. Few of a thing are
    told of many things, and quoted words must say something like it."""
    kinds = one.quotation.kind, other.quotation.kind
    if one.article.id == other.article.id or min(len(one.words), len(other.words)) > FIGURE:
        return False
    alike = kinds == ("indirect", "indirect") or ("indirect" in kinds and agreement.likelihood >= LIKE_FIGURE)
    told = any(float(count) > FEW for count in one.counts & other.counts) or bool(one.hours & other.hours)
    return alike and told


def _led(agreement: Agreement, lead: float, least: tuple[float, float]) -> bool:
    return agreement.likelihood >= least[0] and lead >= least[1]


def _repeats(one: Saying, other: Saying, agreement: Agreement) -> bool:
    """Whether a speaker says like things in turn in one report, or its headline tells what its text does."""
    bare = agreement.meaning is None
    if one.heading != other.heading:
        return agreement.value >= (HEADING_BARE if bare else HEADING)
    return agreement.value >= (INSIDE_BARE if bare else INSIDE)


def _word_for_word(one: Saying, other: Saying, agreement: Agreement) -> bool:
    """Whether the words agree so far that they are one saying, whoever is given them."""
    if agreement.verbatim < VERBATIM:
        return False
    if not _both_quoted(one, other):
        return agreement.equal >= LEAST_TOLD_ALIKE
    whole = one.words.keys == other.words.keys or agreement.likeness >= MEANT
    return agreement.equal >= (LEAST_EQUAL if whole else LEAST_EQUAL + 1)


def is_as_quoted(one: Saying, other: Saying, agreement: Agreement, lead: float = 0.0) -> bool:
    """Whether another wording is so near to quoted words that its speaker, who is not known, must be theirs. Who takes a
    thing up to deny it uses the same words: a "not" that only one has speaks against it."""
    either = quoted(one) or quoted(other)
    if agreement.turned or agreement.facts is False:
        return False
    near = agreement.likeness >= (STRANGE if either else STRANGE_TOLD)
    return _is_meant(agreement) and (near or (either and agreement.likeness >= MIDWAY and _led(agreement, lead, LED_OPEN)))


def are_beside(one: Sequence[Saying], other: Sequence[Saying], agreement: Agreement) -> bool:
    """Whether two wordings of two reports are two sentences: a third quotation has both, each letter for letter, and neither is
    nearly the other. ``one`` and ``other`` have all sayings in those words."""
    if not both_direct(one[0], other[0]) or one[0].article.id == other[0].article.id or agreement.verbatim >= VERBATIM:
        return False
    reports = ({s.article.id for s in same if not s.heading} for same in (one, other))
    return bool(frozenset.intersection(*map(frozenset, reports)))
