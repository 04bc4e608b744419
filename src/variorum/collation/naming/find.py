"""Word choice and labelling: how each report names the same actor and the same deed, found by alignment and not by a list."""

import dataclasses
import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from variorum.collation.claims.setting import Setting, setting_of
from variorum.collation.claims.statements import Statement, counted, statements_of
from variorum.collation.claims.words import concept_of
from variorum.collation.naming.beside import beside_labels
from variorum.collation.naming.deeds import Deed, deed_label, deeds_told, is_choice, verbs_by_kind
from variorum.collation.naming.fighters import fighter_labels
from variorum.collation.naming.loosely import loose_labels
from variorum.collation.naming.people import people_labels
from variorum.collation.naming.phrases import Phrase
from variorum.collation.naming.resolved import resolved_labels
from variorum.collation.naming.rows import (
    actor_rows,
    differ,
    one_of_a_name,
    person_rows,
    story_groups,
)
from variorum.collation.naming.terms import Label, by_report, homes_of, labels_of, reports_of
from variorum.collation.naming.tolls import tolls
from variorum.records.annotation import AnnotatedArticle
from variorum.records.article import Passage, passage_of
from variorum.records.ids import finding_id
from variorum.records.provenance import Provenance
from variorum.records.story import Disagreement, Naming, StoryEntity, Term

METHOD = "naming@1"

OFTEN = 3
"""Places shown for one wording in one report."""

OF_MATTER = re.compile(r" of (?:the )?[a-z]")
"""Behind a word for rule what makes it another thing ("a regime of fear at the bank")."""

TYPES = ("organisation", "government", "people", "group", "event", "other")
"""Kinds of entities besides people whose names are a choice of words; the names of places and works are given."""


def compare_naming(
    articles: Sequence[AnnotatedArticle],
    entities: Sequence[StoryEntity],
    disagreements: Sequence[Disagreement] = (),
) -> tuple[Naming, ...]:
    """Actors and deeds that reports name in different words, loaded ones and those of most reports first.

    ``about`` is the id of a story entity, or one made of the places. What ``disagreements`` count differently is one group.
    """
    kept = counted(articles)
    statements = statements_of(kept, entities)
    setting = setting_of(statements, entities)
    beside = beside_labels(kept, entities)
    people = _with(people_labels(kept, statements, setting.roll), beside)
    deeds = deeds_told(statements, setting.entities)
    people = _with(people, loose_labels(kept, people, setting.roll, [deed for deed, _ in deeds]))
    found = [n for e in entities if e.type == "person" and e.named and (n := _of_person(e, people.get(e.id, ()), kept))]
    actors = one_of_a_name([e for e in entities if e.type in (*TYPES, "place") and e.named])
    fighters = fighter_labels(actors, kept)
    homes = homes_of(kept)
    for e in actors:
        more = (*fighters.get(e.id, ()), *beside.get(e.id, ()))
        found += [n] if (n := _of_actor(e, _actor_labels(e, reports_of(e, homes), more))) else []
    found += [_of_verbs(deed, told, setting) for deed, told in deeds if is_choice(told)]
    found += _of_governments(entities, kept)
    counts = tolls(kept, disagreements)
    found += [
        _of_group(about, label, phrases, setting)
        for about, label, phrases in story_groups(
            kept, statements, setting.roll, counts, verbs_by_kind(deeds, setting.entities)
        )
    ]
    found = _without_inner(_merged(found, frozenset(setting.entities)))
    marks: set[tuple[str, str, int]] = {(a.id, w.field, w.start) for a in kept for w in a.loaded_words}
    return tuple(sorted(found, key=lambda n: (-_charge(n, marks), -len({t.article for t in n.terms}), n.label, n.id)))


def _with(labels: Mapping[str, Sequence[Label]], more: Mapping[str, Sequence[Label]]) -> dict[str, list[Label]]:
    """The labels of both, by entity."""
    return {id: [*labels.get(id, ()), *more.get(id, ())] for id in sorted({*labels, *more})}


def _of_person(entity: StoryEntity, labels: Sequence[Label], articles: Sequence[AnnotatedArticle]) -> Naming | None:
    """The descriptions of one person, when two reports choose different ones; then with every phrase that means the person."""
    rows = person_rows((*labels, *resolved_labels(articles, entity)))
    if not differ(rows):
        return None
    terms = _terms(label.term() for label in rows)
    reason = f"{entity.name} is called {_listed(_distinct(terms))} in different reports."
    return _naming(entity.id, terms, reason, entity.name)


def _actor_labels(entity: StoryEntity, articles: Sequence[AnnotatedArticle], more: Sequence[Label]) -> list[Label]:
    """The labels of one actor; of a place or a government only its names and words for rule."""
    labels = [*labels_of(entity, articles), *more]
    if entity.type in ("place", "government"):
        labels = [x for x in labels if x.named or any(concept_of(w) == "government" for w in x.key)]
    return labels


def _of_actor(entity: StoryEntity, labels: Sequence[Label]) -> Naming | None:
    """The wordings for one actor, when reports differ in them; its name stands for reports that use no other."""
    rows = actor_rows(labels, entity)
    if not rows:
        return None
    terms = _terms(label.term() for label in rows)
    return _naming(entity.id, terms, f"{entity.name} is called {_listed(_distinct(terms))} in different reports.", entity.name)


def _of_group(kind: str, label: str, phrases: Sequence[Phrase], setting: Setting) -> Naming:
    """Phrases for one unnamed group, thing or happening; about the land whose forces they are."""
    terms = _terms(p.term() for p in phrases)
    about = kind if kind in setting.entities else finding_id("named", [_passage(t) for t in terms], kind)
    return _naming(about, terms, f"Reports call {label} {_listed(_distinct(terms))}.", label)


def _of_verbs(deed: Deed, told: Sequence[Statement], setting: Setting) -> Naming:
    """One deed to one named thing, as the verbs of several reports tell it."""
    label = deed_label(deed, setting.entities)
    terms = _terms(_term(s, s.claim.predicate_span) for s in told if s.claim.predicate_span)
    reason = f"What was done ({label.partition(': ')[2]}) is worded {_listed(_distinct(terms))} in different reports."
    about = finding_id("named", [_passage(t) for t in terms], *deed)
    return _naming(about, terms, reason, label)


def _distinct(terms: Sequence[Term]) -> list[str]:
    return list({t.text.casefold(): t.text for t in reversed(terms)}.values())[::-1]


SAME = 0.6
"""Part of the places of the smaller of two entries that the other has, from which both are of one group."""


def _merged(found: Sequence[Naming], entities: frozenset[str]) -> list[Naming]:
    """The entries with those of one group or thing as one: most places of the smaller, and two, are places of the other.

    Entries about an entity of the story stay as they are, and so do the dead: reports call the missing the same.
    """

    def apart(n: Naming) -> bool:
        return n.about in entities or "dead" in n.label.split()

    kept: list[Naming] = []
    for n in sorted(found, key=lambda n: (-len(n.terms), n.id)):
        own = {(t.article, t.end) for t in n.terms}
        near = [k for k in kept if not apart(k) and _shared(k, own) >= max(2, SAME * len(own))]
        if apart(n) or not near:
            kept.append(n)
        else:
            host = max(near, key=lambda k: (_shared(k, own), k.id))
            kept[kept.index(host)] = _naming(host.about, _terms((*host.terms, *n.terms)), host.by.reason, host.label)
    return kept


def _shared(naming: Naming, places: Collection[tuple[str, int]]) -> int:
    return len({(t.article, t.end) for t in naming.terms} & set(places))


def _without_inner(found: Sequence[Naming]) -> list[Naming]:
    """The entries less those whose every term shares words with one of an entry of more places."""
    places = [[{(t.article, t.field, at) for at in range(t.start, t.end)} for t in n.terms] for n in found]
    whole: list[set[tuple[str, str, int]]] = [set().union(*own) for own in places]
    holders: dict[tuple[str, str, int], set[int]] = {}
    for n, covered in enumerate(whole):
        for place in covered:
            holders.setdefault(place, set()).add(n)
    ranks = [(len(own), len(whole[n]), -n) for n, own in enumerate(places)]
    kept = []
    for n, own in enumerate(places):
        near = set().union(*(holders[place] for place in own[0])) if own else set()
        if not any(ranks[m] > ranks[n] and all(not whole[m].isdisjoint(term) for term in own) for m in near - {n}):
            kept.append(found[n])
    return kept


def _of_governments(entities: Sequence[StoryEntity], articles: Sequence[AnnotatedArticle]) -> list[Naming]:
    """One government that reports do not name, as "the government" and "the regime", where the story has only one."""
    unnamed = [e for e in entities if e.type == "government" and not e.named]
    if len(unnamed) < 2 or len({e.country for e in unnamed if e.country}) > 1:
        return []
    members = tuple(m for e in unnamed for m in e.members)
    whole = dataclasses.replace(unnamed[0], name="the government", aliases=(), members=members)
    labels = [
        label
        for label in labels_of(whole, articles)
        if any(concept_of(w) == "government" for w in label.key)
        and label.article.text[label.span[0] : label.span[0] + 4].casefold() not in ("his ", "her ", "our ")
        and not OF_MATTER.search(label.term().text)
    ]
    kinds: dict[tuple[str, ...], list[Label]] = {}
    for label in labels:
        kinds.setdefault(tuple(w for w in label.key if concept_of(w) == "government"), []).append(label)
    used = by_report(kinds)
    if len(used) < 2 or len(kinds) < 2:
        return []
    terms = _terms(label.term() for found in kinds.values() for label in _often(found))
    words = list(dict.fromkeys(w for key in sorted(kinds) for w in key))
    return [_naming(whole.id, terms, f"The government is {_listed(words)} in different reports.", "the government")]


def _often(labels: Sequence[Label]) -> list[Label]:
    """The first few places of a wording in each report."""
    counts: dict[str, int] = {}
    kept = []
    for label in sorted(labels, key=lambda x: (x.article.id, x.field, x.span)):
        counts[label.article.id] = counts.get(label.article.id, 0) + 1
        if counts[label.article.id] <= OFTEN:
            kept.append(label)
    return kept


def _terms(terms: Iterable[Term]) -> tuple[Term, ...]:
    """Every wording once, by report and place, then its repeats in the same order."""
    ordered = sorted(set(terms), key=lambda t: (t.article, t.field, t.start, t.end))
    firsts = {t.text.casefold(): t for t in reversed(ordered)}
    return tuple(sorted(ordered, key=lambda t: firsts[t.text.casefold()] is not t))


def _listed(wordings: Sequence[str]) -> str:
    quoted = [f"“{w}”" for w in wordings[:5]]
    return ", ".join(quoted[:-1]) + f" and {quoted[-1]}" if len(quoted) > 1 else "".join(quoted)


def _naming(about: str, terms: Sequence[Term], reason: str, label: str) -> Naming:
    passages = [_passage(t) for t in terms]
    return Naming(finding_id("naming", passages, about), about, tuple(terms), Provenance(METHOD, None, reason), label)


def _term(statement: Statement, span: tuple[int, int]) -> Term:
    passage = passage_of(statement.article, span, statement.claim.field)
    text = " ".join(passage.exact.split())
    return Term(passage.article, passage.start, passage.end, passage.exact, text, passage.field)


def _charge(naming: Naming, marks: set[tuple[str, str, int]]) -> int:
    """How many reports use a loaded word for it; a mark that lifts the entry and no verdict."""
    return len({t.article for t in naming.terms if any((t.article, t.field, at) in marks for at in range(t.start, t.end))})


def _passage(term: Term) -> Passage:
    return Passage(term.article, term.start, term.end, term.exact, term.field)
