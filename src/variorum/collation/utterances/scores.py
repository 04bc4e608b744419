"""Whether two sayings are one, by who said them, how much of their words and meaning agree, and where they stand."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from variorum.collation.utterances.candidates import overlap
from variorum.collation.utterances.evidence import SURE, VERBATIM, Agreement, Pair
from variorum.collation.utterances.sayings import Saying
from variorum.collation.utterances.speakers import Voice, is_unnamed, kinship, may_be_taken_wrong, tells_of
from variorum.records.article import Published

LIKELY, LIKELY_RELATED, LIKELY_TOLD, LIKELY_REWORDED, LIKELY_LATER = 0.45, 0.6, 0.65, 0.6, 0.8
"""Least likelihood of two sayings in two reports of one speaker, of two who belong together, of two of whom one names the
other, of two quotations that share less than QUOTED of the shorter's words, and of reports over DAYS apart."""
QUOTED = 0.6
"""Two wordings in quotation marks claim to be the very words; a translation may still differ in most of them."""
INSIDE, HEADING, INSIDE_BARE, HEADING_BARE = 0.74, 0.6, 0.75, 0.5
"""Least likeness of two sayings in one report and of a headline and its text, with an encoder and on lemmas alone."""
STRANGE, STRANGE_TOLD = 0.72, 0.74
"""Least likeness of words in quotation marks, or of words told indirectly, and another wording whose speaker is not known."""
LED, LED_RELATED, LED_OPEN, LED_UNLIKE, LED_DESCRIBED = (0.22, 0.12), (0.35, 0.3), (0.5, 0.35), (0.7, 0.35), (0.9, 0.5)
"""Least likelihood, and lead over whatever else the two reports have, from which two sayings are each other's in all the
story: of one speaker, of two who belong together, of quoted words and another wording where one speaker is not known, of two
quotations of unlike speakers, and of two wordings of which one names no speaker ("the bank").

On 30 invented stories five of six pairs of one speaker that this joins from 0.22 to 0.3 are right, below that one of six; in 48
with a lead from 0.12 to 0.2 eight of nine."""
LED_ALIKE = 0.45, 0.35
"""The same for two quotations that share QUOTED of the shorter's words and LEAST_EQUAL, where one speaker is not known."""
MIDWAY = 0.45
"""Least likeness of quoted words and another wording that are each other's: below, little more than a name is shared."""
UNNAMED = 0.62
"""Least likeness, with that lead, of quoted words and another wording where a report gives a body no name ("the palace")."""
DAYS = 10
WHOLE = 4
"""A saying of fewer words must stand whole in the other wording, but for a figure that one voice gives in two reports."""
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
        rivals[a, sayings[b].article.id].append((agreement.likelihood, b))
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


def judge(one: Saying, other: Saying, agreement: Agreement, lead: float, voices: Mapping[str, Voice]) -> bool:
    """Whether two sayings are one; ``lead`` is how much likelier they are than what else the two reports have."""
    kin = kinship(one, other, voices)
    if one.brief or other.brief:
        return kin == "same" and _one_in_other(one, other)
    if kin in ("same", "state", "related") and _one_figure(one, other, agreement):
        return True
    if min(len(one.words), len(other.words)) < WHOLE and agreement.verbatim < 1.0:
        return kin == "same" and _one_count(one, other) and agreement.likelihood >= LIKELY_RELATED
    if kin == "same":
        return _of_one_voice(one, other, agreement, LIKELY, led=_led(agreement, lead, LED))
    if kin in ("state", "related"):
        return _of_one_voice(one, other, agreement, LIKELY_RELATED, led=_led(agreement, lead, LED_RELATED))
    if _word_for_word(one, other, agreement):
        return True
    if one.article.id == other.article.id:
        return False
    if kin == "open":
        return is_as_quoted(one, other, agreement, lead)
    near = lead >= LED_OPEN[1] and agreement.likeness >= UNNAMED and _one_quoted(one, other)
    if near and is_unnamed(one, other, voices) and is_as_quoted(one, other, agreement, lead):
        return True
    told = agreement.likelihood >= LIKELY_TOLD and tells_of(one, other, voices)
    return told or _each_others(one, other, agreement, lead, described=may_be_taken_wrong(one, other, voices))


def _one_in_other(one: Saying, other: Saying) -> bool:
    """Whether the words of the shorter of two sayings in quotation marks stand in the other in a row."""
    if one.article.id == other.article.id and one.heading == other.heading:
        return False
    short, long = sorted((one.words.keys, other.words.keys), key=len)
    runs = (long[n : n + len(short)] for n in range(len(long) - len(short) + 1))
    return "indirect" not in (one.quotation.kind, other.quotation.kind) and short in runs


def _one_figure(one: Saying, other: Saying, agreement: Agreement) -> bool:
    """Whether two reports give one number of one voice: a figure is told in few words of the reporter's own. Few of a thing are
    told of many things, and quoted words must say something like it."""
    kinds = one.quotation.kind, other.quotation.kind
    if one.article.id == other.article.id or min(len(one.words), len(other.words)) > FIGURE:
        return False
    alike = kinds == ("indirect", "indirect") or ("indirect" in kinds and agreement.likelihood >= LIKE_FIGURE)
    return alike and any(float(count) > FEW for count in one.counts & other.counts)


def _one_count(one: Saying, other: Saying) -> bool:
    """Whether two reports give one number with a telling word in common ("two dead", "had killed two")."""
    told = {term for term in one.terms if term.isalpha() and term in other.terms}
    return one.article.id != other.article.id and bool(one.counts & other.counts) and bool(told)


def _led(agreement: Agreement, lead: float, least: tuple[float, float]) -> bool:
    return agreement.likelihood >= least[0] and lead >= least[1]


def _each_others(one: Saying, other: Saying, agreement: Agreement, lead: float, *, described: bool) -> bool:
    """Whether two wordings under unlike speakers are so much nearer than all else that one of the speakers is taken wrong."""
    if agreement.turned or agreement.facts is False:
        return False
    if "indirect" not in (one.quotation.kind, other.quotation.kind):
        return _led(agreement, lead, LED_UNLIKE)
    return described and _led(agreement, lead, LED_DESCRIBED)


def _of_one_voice(one: Saying, other: Saying, agreement: Agreement, least: float, *, led: bool) -> bool:
    """Whether one voice said both at one time. Of two quotations one may be altered by a "not", but then the rest stands;
    who is quoted in other words with a "not" more has said something else."""
    if one.article.id == other.article.id:
        bare = agreement.meaning is None
        if one.heading != other.heading:
            return agreement.value >= (HEADING_BARE if bare else HEADING)
        return agreement.value >= (INSIDE_BARE if bare else INSIDE)
    if "indirect" not in (one.quotation.kind, other.quotation.kind):
        if agreement.turned and agreement.verbatim < VERBATIM:
            return False
        least = LIKELY_REWORDED if agreement.verbatim < QUOTED and _both_direct(one, other) else least
    if _days_apart(one.article.published, other.article.published) > DAYS:
        return agreement.likelihood >= LIKELY_LATER
    return led or agreement.likelihood >= least


def _one_quoted(one: Saying, other: Saying) -> bool:
    return {one.quotation.kind, other.quotation.kind} != {"indirect"}


def _both_direct(one: Saying, other: Saying) -> bool:
    return one.quotation.kind == other.quotation.kind == "direct"


def _word_for_word(one: Saying, other: Saying, agreement: Agreement) -> bool:
    """Whether the words agree so far that they are one saying, whoever is given them."""
    if agreement.verbatim < VERBATIM:
        return False
    if "indirect" in (one.quotation.kind, other.quotation.kind):
        return agreement.equal >= LEAST_TOLD_ALIKE
    whole = one.words.keys == other.words.keys or agreement.likeness >= MEANT
    return agreement.equal >= (LEAST_EQUAL if whole else LEAST_EQUAL + 1)


def is_as_quoted(one: Saying, other: Saying, agreement: Agreement, lead: float = 0.0) -> bool:
    """Whether another wording is so near to quoted words that its speaker, who is not known, must be theirs. Who takes a
    thing up to deny it uses the same words: a "not" that only one has speaks against it."""
    quoted = _one_quoted(one, other)
    if agreement.turned or agreement.facts is False:
        return False
    alike = agreement.verbatim >= QUOTED and agreement.equal >= LEAST_EQUAL
    if alike and _both_direct(one, other) and _led(agreement, lead, LED_ALIKE):
        return True
    meant = agreement.meaning is not None or agreement.words >= SURE
    near = agreement.likeness >= (STRANGE if quoted else STRANGE_TOLD)
    return meant and (near or (quoted and agreement.likeness >= MIDWAY and _led(agreement, lead, LED_OPEN)))


def _days_apart(one: Published, other: Published) -> int:
    if not one.earliest or not other.earliest:
        return 0
    return abs((date.fromisoformat(one.earliest) - date.fromisoformat(other.earliest)).days)
