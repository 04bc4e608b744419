"""Which wordings are shown: one for each report and choice of words, and only where reports choose differently."""

import dataclasses
import functools
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from types import MappingProxyType

from variorum.collation.claims.statements import Roll, Statement
from variorum.collation.claims.words import LANGUAGE
from variorum.collation.naming.acted import acted_on
from variorum.collation.naming.ages import aged
from variorum.collation.naming.counts import counted_alike
from variorum.collation.naming.described import bodies
from variorum.collation.naming.fighters import rebels
from variorum.collation.naming.groups import armies, crowds, land_of, victims, wording
from variorum.collation.naming.happenings import Group, happenings, of_class, sorts
from variorum.collation.naming.loosely import ANYBODY
from variorum.collation.naming.nouns import are_told_apart, central_nouns
from variorum.collation.naming.phrases import Phrase, headline_end, kinds, opens
from variorum.collation.naming.terms import COLLOQUIAL, GENERAL, Label, by_report, name_words, plain_words, telling
from variorum.language.lexicon import marked, word_list, words
from variorum.records.annotation import AnnotatedArticle
from variorum.records.article import Span
from variorum.records.story import StoryEntity

LONGEST = 60
"""Characters of a wording that still is a label."""

OFTEN = 3
"""Places shown for one wording in one report."""


def person_rows(labels: Sequence[Label]) -> list[Label]:
    """The first places of each wording in each report; a shorter one of the same noun and report is left out."""
    found: dict[tuple[str, str], dict[int, Label]] = {}
    for label in sorted(labels, key=lambda x: (x.article.id, x.field, x.span)):
        told = (set(label.key) - forms_of_address() or _is_led(label)) and not _is_one_of_many(label)
        if told and label.span[1] - label.span[0] <= LONGEST:
            found.setdefault((label.article.id, label.term().text), {}).setdefault(label.span[1], label)
    rows = [label for places in found.values() for label in [*places.values()][:OFTEN]]
    return [a for a in rows if not any(_is_within(a, b) for b in rows)]


def _is_one_of_many(label: Label) -> bool:
    """Whether a phrase only tells the place of somebody in a row ("the third person to be shot")."""
    return label.head in ANYBODY and not words(LANGUAGE, "other_ones").isdisjoint(label.key)


def _is_led(label: Label) -> bool:
    """Whether "the" stands before a label or opens it: "the master, Ida Kern" is no form of address."""
    start, end = label.span
    return label.field == "text" and label.article.text[max(start - 4, 0) : end].casefold().lstrip().startswith("the ")


def _is_within(a: Label, b: Label) -> bool:
    return a.article.id == b.article.id and set(a.key) < set(b.key)


def differ(rows: Sequence[Label]) -> bool:
    """Whether two reports choose words of which one says more than the other and not both are relations.

    Offices side by side ("minister", "official") are no choice: one wording must say more or be a loose word ("boss"). One
    told with a verb ("who heads the ministry") is a choice beside another noun than an office only.
    """
    nouns = [x for x in rows if not x.term().text.startswith("who ")]
    rows = rows if any(x.head not in PLAIN_OFFICES | (plain_words() - COLLOQUIAL) for x in nouns) else nouns
    if not any(set(x.key) - PLAIN_OFFICES - forms_of_address() for x in rows):
        return False
    return any(a.article.id != b.article.id and _apart(a, b) for a, b in combinations(rows, 2))


PLAIN_OFFICES = GENERAL | marked(LANGUAGE, "naming_words", "office")
"""Words of offices that say nothing but which one."""


def _apart(a: Label, b: Label) -> bool:
    one, other = set(a.key), set(b.key)
    loose = a.head != b.head and not COLLOQUIAL.isdisjoint({a.head, b.head} - PLAIN_OFFICES)
    more = one ^ other if one and other else frozenset()
    says = bool(more - PLAIN_OFFICES - plain_words() - forms_of_address())
    return (loose or says or not (one <= other or other <= one)) and not (_is_relation(a) and _is_relation(b))


def _is_relation(label: Label) -> bool:
    return label.head in KIN and len(label.key) == 1 and not _is_marked(label)


KIN = marked(LANGUAGE, "naming_words", "relation")
"""Nouns for a relation, which is given."""


@functools.cache
def forms_of_address() -> frozenset[str]:
    """ "Mr", "Dr" and other words before a name that describe nobody; a "tsar" of something is none of them."""
    rows = [(row["title"].strip(".").casefold(), row["kind"]) for row in word_list(LANGUAGE, "titles")]
    bare = {title for title, kind in rows if kind in ("honorific", "nobility") or (kind == "religious" and title in KIN)}
    return frozenset({*(bare - COLLOQUIAL), *(f"{title}." for title in bare - COLLOQUIAL), "s"})


def _is_marked(label: Label) -> bool:
    """Whether a word marked as loaded stands in the label."""
    start, end = label.span
    return any(w.field == label.field and w.start < end and start < w.end for w in label.article.loaded_words)


def actor_rows(labels: Sequence[Label], entity: StoryEntity) -> list[Label]:
    """Descriptions of a named body or group, where reports describe it differently or one with a telling word.

    Reports that use the name alone stand with one place of it, where a telling word makes that a choice.
    """
    found = telling(labels, entity)
    described = {key: [x for x in rows if not x.named] for key, rows in found.items()}
    described = {key: rows for key, rows in described.items() if rows}
    used = by_report(described)
    rows = [x for group in described.values() for x in _firsts(group)]
    plain = _plain(labels, rows, entity)
    apart = any(not (set(a) <= set(b) or set(b) <= set(a)) for a, b in _pairs(used))
    apart = apart or any(x.article.id != y.article.id and _noun(x) not in y.key for x in plain for y in rows)
    charged = any(is_charged(x) for rows in described.values() for x in rows)
    if not apart and not (charged and len({x.article.id for x in labels}) > 1):
        return []
    bare = [x for x in labels if x.named and x.article.id not in used and x.field == "text"]
    return [*rows, *plain, *_firsts(bare)] if charged else [*rows, *plain]


def _plain(labels: Sequence[Label], shown: Sequence[Label], entity: StoryEntity) -> list[Label]:
    """Descriptions that say nothing but the kind ("the company"), for reports that have no telling one with that noun."""
    told, names = {(x.article.id, _noun(x)) for x in shown}, name_words(entity)
    nouns: dict[str, list[Label]] = {}
    for x in labels:
        words_of = set(x.term().text.casefold().split())
        new = _noun(x) in bodies() and (x.article.id, _noun(x)) not in told
        if new and not x.named and x.field == "text" and not words_of & names:
            nouns.setdefault(_noun(x), []).append(x)
    return [x for noun in sorted(nouns) for x in _firsts(nouns[noun])]


def _noun(label: Label) -> str:
    """The last word of a label, which is mostly its noun."""
    return label.term().text.split()[-1].casefold()


def _pairs(used: dict[str, set[tuple[str, ...]]]) -> Iterable[tuple[tuple[str, ...], tuple[str, ...]]]:
    for one, other in combinations(sorted(used), 2):
        yield from ((a, b) for a in sorted(used[one]) for b in sorted(used[other]))


def _firsts(labels: Iterable[Label]) -> list[Label]:
    """The first places in each report."""
    found: dict[str, dict[tuple[str, Span], Label]] = {}
    for label in sorted(labels, key=lambda x: (x.article.id, x.field, x.span)):
        found.setdefault(label.article.id, {}).setdefault((label.field, label.span), label)
    return [label for places in found.values() for label in [*places.values()][:OFTEN]]


def is_charged(label: Label) -> bool:
    """Whether a telling noun for fighters or forces, or a word marked as loaded, stands in the label."""
    marked = _is_marked(label)
    nouns = {n for kind in ("fighters", "army", "happening", "settlers") for n, plain in kinds()[kind].items() if not plain}
    return not label.named and (marked or bool(nouns & set(label.key)))


def one_of_a_name(entities: Sequence[StoryEntity]) -> list[StoryEntity]:
    """The entities, those of one name as one: a body that single reports read as something else."""
    by_name: dict[str, list[StoryEntity]] = {}
    for e in entities:
        by_name.setdefault(e.name.casefold(), []).append(e)
    return [_joined(group) for group in by_name.values()]


def _joined(group: Sequence[StoryEntity]) -> StoryEntity:
    return dataclasses.replace(group[0], members=tuple(sorted(m for e in group for m in e.members)))


def story_groups(
    articles: Sequence[AnnotatedArticle],
    statements: Sequence[Statement],
    roll: Roll,
    tolls: Sequence[Group] = (),
    verbs: Mapping[str, tuple[str, Sequence[Phrase]]] = MappingProxyType({}),
) -> list[tuple[str, str, list[Phrase]]]:
    """Kind, plain label and phrases of each unnamed group, thing or happening that reports word differently.

    ``tolls`` are the groups whose numbers are told differently, ``verbs`` those that tell of a kind of happening.
    """
    nations = roll.nations
    found = [("army", *g) for g in armies(articles, nations)] + [("dead", *g) for g in victims(articles, statements, nations)]
    found += [(kind, kind, group) for kind, group in crowds(articles, statements) + happenings(articles)]
    found = _with_rebels(found, rebels(articles, roll.names.values()))
    found += [("acted", *g) for g in acted_on(statements)] + [("aged", *g) for g in aged(articles, roll)]
    found += [("counted", *g) for g in (*counted_alike(articles), *tolls)] + [("noun", *g) for g in central_nouns(articles)]
    shown = []
    for kind, about, nouns in found:
        label, group = _with_verbs(nouns, *verbs.get(kind, ("", ())))
        keyed = [(wording(kind, p, nations), p) for p in group if p.span[1] - p.span[0] <= LONGEST and not _in_name(p)]
        rows = _rows(keyed)
        of_one = kind == "army" or (kind in sorts() and not sorts()[kind].given)
        known = _is_known(keyed, min(KNOWN, len(articles)))
        chosen = _is_choice(keyed) and _is_telling(kind, keyed)
        if chosen or (of_one and (known or kind == "army") and _is_varied(keyed)):
            shown.append(
                (
                    about if kind in ("army", "acted", "aged", "counted", "noun") else f"{kind} {about}",
                    label or _plain_label(kind, about, keyed, roll),
                    rows,
                )
            )
    return shown


def _with_rebels(
    found: Sequence[tuple[str, str, list[Phrase]]], rebels: Sequence[Group]
) -> list[tuple[str, str, list[Phrase]]]:
    """The groups with those who rise up, who are the captors in a story of a kidnapping."""
    joined = [
        (kind, about, [*group, *(p for _, more in rebels for p in more)] if kind == "captors" else group)
        for kind, about, group in found
    ]
    captors = any(kind == "captors" and len({p.article.id for p in group}) > 1 for kind, _, group in found)
    return joined if captors else [*found, *(("fighters", *g) for g in rebels)]


STEM = 4
"""Letters by which a verb and the noun for the same act agree ("resigned", "resignation")."""


def _with_verbs(nouns: list[Phrase], label: str, verbs: Sequence[Phrase]) -> tuple[str, list[Phrase]]:
    """The nouns for a happening with the verbs for it, and the label of the deed where one report alone uses such a noun."""
    if not nouns or not verbs or not _is_reworded([*nouns, *verbs]):
        return "", nouns
    return label if len({p.article.id for p in nouns}) == 1 else "", [*nouns, *verbs]


def _is_reworded(group: Sequence[Phrase]) -> bool:
    """Whether two reports use words of different stems for a happening, and not all of them the same."""
    used: dict[str, set[str]] = {}
    for p in group:
        used.setdefault(p.article.id, set()).add(p.head[:STEM])
    return len(used) > 1 and len(set().union(*used.values())) > 1 and len(set(map(frozenset, used.values()))) > 1


def _in_name(phrase: Phrase) -> bool:
    """Whether a phrase is part of a name or ends in a body's ("toolmaker Brovik Works"); "ferry Rose" is not."""
    start, end = phrase.span
    if phrase.text.split()[-1].islower():
        return False
    names = (m for m in phrase.article.mentions if m.kind == "name" and m.field == "text")
    return any((m.start <= start or m.type in ("organisation", "group")) and m.start < end <= m.end for m in names)


Keyed = Sequence[tuple[tuple[str, ...], Phrase]]


def _rows(keyed: Keyed) -> list[Phrase]:
    """The first places of each wording in each report, those of a headline apart."""
    found: dict[tuple[str, str, bool], dict[Span, Phrase]] = {}
    for _, phrase in sorted(keyed, key=lambda x: (x[1].article.id, x[1].span)):
        key = (phrase.article.id, phrase.text.casefold(), phrase.span[0] < headline_end(phrase.article))
        found.setdefault(key, {}).setdefault(phrase.span, phrase)
    return [phrase for places in found.values() for phrase in [*places.values()][:OFTEN]]


def _is_choice(keyed: Keyed) -> bool:
    """Whether two reports use different sets of words, one of them a telling one."""
    used: dict[str, set[tuple[str, ...]]] = {}
    for key, phrase in keyed:
        used.setdefault(phrase.article.id, set()).add(key)
    sets = {frozenset(keys) for keys in used.values()}
    return len(used) > 1 and len(sets) > 1 and any(key for keys in sets for key in keys) and len(set().union(*sets)) > 1


def _is_telling(kind: str, keyed: Keyed) -> bool:
    """Whether one of the nouns for people does say something: "officers" and "police" are no choice."""
    marked = {n for nouns in kinds().values() for n, plain in nouns.items() if not plain}
    return kind not in of_class("people") or any(set(key) & marked or len(key) > 1 for key, _ in keyed)


VARIED = 2
"""Different nouns, all of them usual ones, from which the words for one thing or group are a choice."""


KNOWN = 4
"""Reports that tell of a thing, group or happening, those that open with it counted twice, from which it is one of the story;
all of them where a story has fewer."""


def _is_known(keyed: Keyed, least: int) -> bool:
    """Whether so many reports tell of a thing or group, those that open with it counted twice."""
    return len({p.article.id for _, p in keyed}) + len({p.article.id for _, p in keyed if opens(p)}) >= least


def _is_varied(keyed: Keyed) -> bool:
    """Whether reports use several nouns for one thing of the story, each report not all of them, or describe it differently."""
    used: dict[str, set[str]] = {}
    for _, phrase in keyed:
        used.setdefault(phrase.article.id, set()).add(phrase.head)
    heads = set().union(*used.values())
    several = len(used) > 1 and len(heads) >= VARIED and any(own != heads for own in used.values())
    return several or are_told_apart([p for _, p in keyed])


def _plain_label(kind: str, about: str, keyed: Keyed, roll: Roll) -> str:
    """A plain phrase: the usual noun for people of a kind, else the wording that says least and that most reports use."""
    if kind in ("acted", "aged", "counted", "fighters", "noun"):
        return about
    if kind in sorts() and sorts()[kind].label:
        return sorts()[kind].label
    plain = [p for key, p in keyed if not key] or [p for _, p in keyed]
    if kind == "dead":
        plain = [p for p in plain if land_of(p, roll.nations)] or plain
    texts: dict[str, set[str]] = {}
    for p in plain:
        texts.setdefault(p.text.lower() if p.text.isupper() else p.text, set()).add(p.article.id)
    best = min(texts, key=lambda t: (kind == "army" and " " not in t, -len(texts[t]), len(t), t))
    best = best[0].lower() + best[1:] if best.split()[0].casefold() in _lower_words(plain) else best
    lead = "" if best.split()[0].endswith(("'s", "’s")) else "the "
    return f"{lead}dead {best}" if kind == "dead" and not best.casefold().startswith("dead") else f"{lead}{best}"


def _lower_words(phrases: Iterable[Phrase]) -> set[str]:
    """First words of phrases that are no names: written small in some report, or a common noun of a kind."""
    nouns = {n for kind in kinds().values() for n in kind}
    return {p.text.split()[0].casefold() for p in phrases if p.text[:1].islower() or p.words[0] in nouns}
