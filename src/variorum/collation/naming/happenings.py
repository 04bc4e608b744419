"""What a story is about and turns on (a crash, a bid, a ship, a law): the phrases by which reports mean the same one."""

import functools
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from variorum.collation.claims.sentences import words_in
from variorum.collation.claims.words import LANGUAGE
from variorum.collation.naming.meant import fits_domain, is_of_tone, without_others, without_wide
from variorum.collation.naming.phrases import OWNERS, Phrase, kinds, opens, phrases_of, wide_words
from variorum.language.lexicon import marked, values, word_list, words
from variorum.records.annotation import AnnotatedArticle

Group = tuple[str, list[Phrase]]

MEANT = marked(LANGUAGE, "naming_words", "meant")
"""Words before a noun that say which one is meant."""

NONE_OF_IT = marked(LANGUAGE, "naming_words", "none")
"""Words before a noun that mean none, any or more of its kind."""

PLURAL = 0.7
"""Part of the phrases for a thing in the plural from which it is told as several."""

SURE = 2
"""Weight of a report that uses a noun of one kind only, beside one for a report with a word that goes with the kind."""

YEAR_AFTER = re.compile(r"^,? (?:of|in|from|since|on) (?:the )?(?:\d{1,2} )?(?:[A-Z][a-z]{2,8} )?(?:19|20)\d\d\b")
COUNTED = re.compile(r"^ of (?:about |some |nearly )?[\d,.]+ ")
"""Behind "poll": people asked, and no vote."""


@dataclass(frozen=True, slots=True)
class Sort:
    """What the nouns of one kind stand for, as in ``naming_classes``."""

    group: str
    many: bool
    label: str
    near: tuple[str, ...]
    given: bool = False
    calm: bool = False


@functools.cache
def sorts() -> Mapping[str, Sort]:
    """Kind to what its nouns stand for."""
    rows = word_list(LANGUAGE, "naming_classes")
    return {row["kind"]: _sort(row) for row in rows}


def _sort(row: Mapping[str, str]) -> Sort:
    many = row["number"] in ("many", "mixed")
    given = row["number"] == "mixed" or row["choice"] == "given"
    return Sort(row["class"], many, row["label"], values(row, "near"), given, row["tone"] == "calm")


def of_class(*names: str) -> tuple[str, ...]:
    """The kinds of some classes, in the order of the list."""
    return tuple(kind for kind, sort in sorts().items() if sort.group in names)


def happenings(articles: Sequence[AnnotatedArticle]) -> list[Group]:
    """What happened and what it is about, by kind; general words ("the affair") go with what most reports open with."""
    names = of_class("happening", "thing")
    heads = frozenset(noun for kind in names for noun in kinds()[kind])
    phrases = [p for a in articles for p in phrases_of(a, heads) if not (is_other(p) or _is_own_fighter(p))]
    found = {kind: _of_kind(group, kind) for kind, group in _by_kind(phrases, names, articles).items()}
    top = _top(found)
    general = [p for a in articles for p in phrases_of(a, frozenset(kinds()["happening"])) if _is_general(p)]
    if not top:
        return [("happening", general), *found.items()]
    known = {(p.article.id, p.span) for p in found[top]}
    found[top] = [
        *found[top],
        *(p for p in general if (p.article.id, p.span) not in known and is_of_tone(p, calm=sorts()[top].calm)),
    ]
    return list(found.items())


def _is_own_fighter(phrase: Phrase) -> bool:
    """Whether fighters are those of somebody ("its fighters") and no aircraft."""
    return phrase.pointer in OWNERS and phrase.head in kinds()["fighters"]


def _top(found: Mapping[str, Sequence[Phrase]]) -> str:
    """The kind of happening that most reports open with and tell of; empty where none is in two reports."""
    told = {kind: {p.article.id for p in found[kind]} for kind in found}
    opened = {kind: {p.article.id for p in found[kind] if opens(p)} for kind in found}
    ranks = {
        kind: (len(opened[kind]) + len(told[kind]), len(opened[kind]), len(group), kind)
        for kind, group in found.items()
        if sorts()[kind].group == "happening" and not sorts()[kind].many and len(told[kind]) > 1
    }
    return max(ranks, key=lambda kind: ranks[kind], default="")


def _by_kind(phrases: Iterable[Phrase], names: Sequence[str], articles: Sequence[AnnotatedArticle]) -> dict[str, list[Phrase]]:
    """Phrases by kind; a noun of several kinds ("strike") goes with the kind of a word in its phrase ("unmanned aircraft"),
    else with the one that the story has most words for."""
    homes: dict[str, list[str]] = {}
    for kind in names:
        for noun in kinds()[kind]:
            homes.setdefault(noun, []).append(kind)
    rows = [(p, homes.get(p.head) or homes.get(written(p), [])) for p in phrases]
    sure: Counter[str] = Counter()
    for kind, _ in sorted({(kinds_of[0], p.article.id) for p, kinds_of in rows if len(kinds_of) == 1}):
        sure[kind] += SURE
    for kind in names:
        sure[kind] += sum(not set(sorts()[kind].near).isdisjoint(a.lemmas) for a in articles)
    found: dict[str, list[Phrase]] = {kind: [] for kind in names}
    for phrase, kinds_of in rows:
        if kinds_of:
            own = [k for k in kinds_of if not set(sorts()[k].near).isdisjoint(phrase.words[:-1])] or kinds_of
            found[max(own, key=lambda k: (sure[k], -names.index(k)))].append(phrase)
    return found


def written(phrase: Phrase) -> str:
    """The head noun as it stands."""
    return phrase.text.split()[-1].casefold()


def _of_kind(group: Sequence[Phrase], kind: str) -> list[Phrase]:
    """The phrases that mean the one of the story: in the number that is usual, and things only where it is told which one."""
    sort = sorts()[kind]
    clear = [p for p in group if (kind, p.head) not in wide_words()] or group
    plural = sum(p.plural or bool(p.count) for p in clear)
    usual = sort.many or plural > (0.5 if sort.group == "happening" else PLURAL) * len(clear)
    kept = [
        p
        for p in without_others(without_wide(group, kind, sort.near))
        if (usual or not (p.plural or p.count)) and fits_domain(p, opens=opens(p))
    ]
    return (
        kept
        if sort.group == "happening"
        else [p for p in kept if p.pointer in MEANT or opens(p) or _brings_in(p, kept, many=usual)]
    )


def _brings_in(phrase: Phrase, group: Sequence[Phrase], *, many: bool) -> bool:
    """Whether a phrase is the first of its kind in a report and brings the thing in: with "a" ("a rescue plane"), ``many`` in
    the plural ("secret e-mails")."""
    own = [p for p in group if p.article.id == phrase.article.id]
    return (phrase.pointer in ("a", "an") or (many and phrase.plural)) and phrase is own[0]


def is_other(phrase: Phrase) -> bool:
    """Whether a phrase means none, any or another one of its kind."""
    tail = phrase.article.text[phrase.span[1] : phrase.span[1] + 40]
    none = phrase.pointer in NONE_OF_IT and not (phrase.pointer == "no" and phrase.plural) and not _is_utmost(phrase)
    asked = phrase.head == "poll" and COUNTED.match(tail)
    other = set(phrase.words[:-1]) & words(LANGUAGE, "other_ones")
    return none or bool(other or asked or YEAR_AFTER.match(tail))


def _is_utmost(phrase: Phrase) -> bool:
    """Whether "such" follows a superlative: "the deadliest such raid in years" is the one that is told of."""
    before = words_in(phrase.article, (max(phrase.span[0] - BEFORE_SUCH, 0), phrase.span[0]))
    written = [phrase.article.text[slice(*token)].casefold() for token, _ in before]
    return written[-1:] == ["such"] and written[-2:-1] != [] and written[-2].endswith(("est", "worst", "first"))


BEFORE_SUCH = 26
"""Characters before a phrase in which "the deadliest such" stands."""


def _is_general(phrase: Phrase) -> bool:
    """A general word means what the report is about where it stands at its head or points back ("this incident")."""
    if phrase.plural or phrase.count or phrase.pointer in NONE_OF_IT | {"in", "of"}:
        return False
    if phrase.head in ("case", "dispute"):
        return phrase.pointer == "the" and next_word(phrase) not in ("of", "for", "against") and len(phrase.words) == 1
    return (opens(phrase) and phrase.pointer not in OWNERS) or phrase.pointer in ("the", "this")


def next_word(phrase: Phrase) -> str:
    """The lemma behind a phrase, empty where nothing follows closely."""
    following = words_in(phrase.article, (phrase.span[1], phrase.span[1] + 16))
    return following[0][1] if following else ""
