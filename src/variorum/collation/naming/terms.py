"""What reports call an actor: its names, the nouns that refer to it, and noun phrases built around its name."""

import dataclasses
import functools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from variorum.collation.claims.sentences import SMALL, words_in
from variorum.collation.claims.statements import clause_text
from variorum.collation.claims.words import LANGUAGE, concept_of
from variorum.collation.naming.phrases import NOUN_ENDS, OWNERS, human_nouns, kinds
from variorum.language.frequency import rarity
from variorum.language.lexicon import marked, word_list, words
from variorum.language.names import country_of
from variorum.records.annotation import AnnotatedArticle, Mention
from variorum.records.article import Field, Span, passage_of
from variorum.records.story import StoryEntity, Term

LONGEST = 6
"""Words of a noun phrase that still is a label; longer ones describe or hold other things."""

AGAINST = marked(LANGUAGE, "naming_words", "against")
"""Words that make a phrase with a name in it something else than the one named ("the coalition against ...")."""


@dataclass(frozen=True, slots=True)
class Label:
    """One wording for an actor in one report; ``key`` is what tells wordings apart: its words besides the name itself, or the
    name's own form where there are no others."""

    article: AnnotatedArticle
    span: Span
    field: Field
    key: tuple[str, ...]
    named: bool
    head: str = ""

    def term(self) -> Term:
        """The label as a record, without its article."""
        passage = passage_of(self.article, self.span, self.field)
        text = clause_text(self.article, self.span, field=self.field)
        first, _, others = text.partition(" ")
        plain = others if others and first.casefold() in ("the", "a", "an") else text
        return Term(passage.article, passage.start, passage.end, passage.exact, plain, passage.field)


def homes_of(articles: Sequence[AnnotatedArticle]) -> dict[str, AnnotatedArticle]:
    """The article of each entity of an article, in the order of ``articles``."""
    return {m.entity: article for article in articles for m in article.mentions}


def reports_of(entity: StoryEntity, homes: Mapping[str, AnnotatedArticle]) -> list[AnnotatedArticle]:
    """The articles that mention ``entity``, by id."""
    found = {homes[member].id: homes[member] for member in entity.members if member in homes}
    return [found[id] for id in sorted(found)]


def labels_of(entity: StoryEntity, articles: Sequence[AnnotatedArticle]) -> list[Label]:
    """Every label of ``entity`` in ``articles``, by article and place; none that is furniture (the outlet in its credit)."""
    members = frozenset(entity.members)
    names = name_words(entity)
    found: list[Label] = []
    for article in articles:
        own = [
            m for m in article.mentions if m.entity in members and m.kind != "pronoun" and not is_anothers(article, m, members)
        ]
        found += [_label(article, m, names) for m in own]
        found += [_label(article, m, names) for m in _around(article, own, members, entity)]
        found += [_label(article, m, names) for m in _rules(article, own)]
    return [label for label in found if label.term().text]


def label_at(article: AnnotatedArticle, span: Span, entity: StoryEntity) -> Label:
    """The phrase at ``span`` of the body as a label for a person; its key leaves out the names, lands and ages in it.

    A span that begins behind a hyphen is widened to the whole word ("so-called mayor").
    """
    span = (
        (max(article.text.rfind(" ", 0, span[0]), article.text.rfind("\n", 0, span[0])) + 1, span[1])
        if (article.text[max(span[0] - 1, 0) : span[0]] == "-")
        else span
    )
    span = _trimmed(article, span)
    names = name_words(entity)
    words_of = [(article.text[slice(*t)], lemma) for t, lemma in words_in(article, span)]
    kept = [(w, lemma) for w, lemma in words_of if lemma not in names and lemma not in SMALL | OWNERS and lemma[:1].isalpha()]
    opening = _opening(article, span)
    telling = tuple(
        w.casefold() for w, lemma in kept if (w == opening or not _is_name(w)) and lemma not in ("year", "old", "s")
    )
    ends = (n for n, (_, lemma) in enumerate(words_of) if n and (lemma in NOUN_ENDS or lemma == "who"))
    cut = next(ends, len(words_of))
    nouns = [lemma for w, lemma in words_of[:cut] if lemma not in names and lemma not in SMALL | OWNERS and lemma.isalpha()]
    return Label(article, span, "text", telling, named=False, head=nouns[-1] if nouns else "")


def _trimmed(article: AnnotatedArticle, span: Span) -> Span:
    """The span without what only leads to a description: a number ("until June 2025 the chief auditor"), a word like "either",
    or all up to "is" ("among the dead is Major General")."""
    tokens = words_in(article, span)
    told = [n for n, (_, lemma) in enumerate(tokens) if lemma == "be"]
    first = told[-1] + 1 if told else 0
    while first < len(tokens) - 1 and (tokens[first][1].isdigit() or tokens[first][1] in OUTSIDE):
        first += 1
    whole = 0 < first < len(tokens) and article.text[tokens[first][0][0] - 1] != "-"
    return (tokens[first][0][0], span[1]) if whole else span


OUTSIDE = marked(LANGUAGE, "naming_words", "outside") - {"s", "'s", "’s"}
"""Words that are no part of a description and may stand before it."""

UNCOMMON = 0.95
"""Rarity from which a word that opens a sentence with a capital is hardly anything but a name; as for entities."""


def _opening(article: AnnotatedArticle, span: Span) -> str:
    """The word with which a phrase opens a sentence, where it is a usual one and none that joins sentences; else empty."""
    word = article.text[slice(*span)].split(" ", 1)[0]
    usual = (rarity(word.casefold()) < UNCOMMON or word.casefold() in human_nouns()) and word.casefold() not in words(
        LANGUAGE, "connectives"
    )
    return word if usual and any(start == span[0] for start, _ in article.sentences) else ""


def _is_name(word: str) -> bool:
    """Whether a word is written as a name and is none for an office ("Minister")."""
    told = plain_words() | _offices() | _epithets() | human_nouns()
    return word[:1].isupper() and word[1:].islower() and word.casefold() not in told and not _common(word)


@functools.cache
def _offices() -> frozenset[str]:
    return words(LANGUAGE, "person_words") | words(LANGUAGE, "source_nouns")


@functools.cache
def _epithets() -> frozenset[str]:
    """Describing words before a name, which may open a sentence ("Plucky baker Ida Kern")."""
    return frozenset(row["word"] for row in word_list(LANGUAGE, "naming_epithets") if row["sort"] == "adjective")


def _common(word: str) -> bool:
    """Whether a capitalised word is a describing form ("Suspended", "Grieving")."""
    return word.endswith(tuple(marked(LANGUAGE, "collation_words", "capital_ending"))) and len(word) > 4


def name_words(entity: StoryEntity) -> frozenset[str]:
    """Lower-case words of all names of an entity."""
    return frozenset(w for name in (entity.name, *entity.aliases) for w in name.casefold().replace("-", " ").split()) - SMALL


def _around(
    article: AnnotatedArticle, own: Sequence[Mention], members: frozenset[str], entity: StoryEntity
) -> Iterator[Mention]:
    """Noun phrases of other entities that are built around a name of this one ("the X regime", "fighters of the X")."""
    names = [m for m in own if m.kind == "name"]
    for phrase in article.mentions:
        if phrase.kind != "noun" or phrase.entity in members or phrase.end - phrase.start > 80:
            continue
        held = next((m for m in names if m.field == phrase.field and phrase.start <= m.start and m.end <= phrase.end), None)
        if held is not None and _is_label(article, phrase, held, entity):
            yield phrase


def _rules(article: AnnotatedArticle, own: Sequence[Mention]) -> Iterator[Mention]:
    """Phrases for the rule of the one named that are no mentions of their own: "the dictatorship of President X"."""
    for name in own:
        before = words_in(article, (max(name.start - 40, 0), name.start))[-2:] if name.field == "text" else []
        if len(before) == 2 and before[1][1] == "of" and concept_of(before[0][1]) == "government":
            yield dataclasses.replace(name, start=before[0][0][0], kind="noun")


def _is_label(article: AnnotatedArticle, phrase: Mention, held: Mention, entity: StoryEntity) -> bool:
    if phrase.field != "text" or _is_owner(article, held):
        return False
    lemmas = [lemma for _, lemma in words_in(article, (phrase.start, phrase.end))]
    if "and" in lemmas:
        return False
    if (
        len(lemmas) > LONGEST
        or set(lemmas) & AGAINST
        or (entity.type != "group" and set(lemmas) & kinds()["management"].keys())
    ):
        return False
    if entity.type in ("person", "government", "place", "people") or (entity.country is not None and entity.type != "group"):
        return concept_of(_head_of(lemmas)) == "government"
    if phrase.type == "person" or (entity.type == "organisation" and not _is_armed(entity) and _head_of(lemmas) in _people()):
        return False
    if entity.type == "organisation" and not _is_armed(entity) and article.text[: held.start].endswith((" of ", " of the ")):
        return False
    before = [lemma for _, lemma in words_in(article, (phrase.start, held.start)) if lemma != "the"]
    return before[-1:] not in (["in"], ["at"], ["on"]) and phrase.type in ("group", "organisation", "people", "government")


def _is_armed(entity: StoryEntity) -> bool:
    """Whether reports call some of it fighters, whose wordings then are names of the body."""
    return bool(name_words(entity) & ARMED_NAMES)


ARMED_NAMES = marked(LANGUAGE, "naming_words", "armed_name")
"""Words of the names that armed groups take."""


@functools.cache
def _people() -> frozenset[str]:
    """Nouns for people who belong to a body and are not it."""
    return words(LANGUAGE, "person_words") | marked(LANGUAGE, "naming_words", "belonging")


def _head_of(lemmas: Sequence[str]) -> str:
    """The noun that a phrase is about: the last word, or the last before "of" or "in" ("data" in "government data")."""
    ends = (n for n, lemma in enumerate(lemmas) if n and (lemma in NOUN_ENDS or lemma == "under"))
    return lemmas[next(ends, len(lemmas)) - 1] if lemmas else ""


def is_anothers(article: AnnotatedArticle, mention: Mention, members: frozenset[str]) -> bool:
    """Whether a noun belongs to the name of somebody else right behind it ("the bank Sable Credit")."""
    if mention.kind != "noun" or mention.field != "text" or article.text[mention.end : mention.end + 1] != " ":
        return False
    return any(
        m.kind == "name" and m.field == "text" and m.start == mention.end + 1 and m.entity not in members
        for m in article.mentions
    )


def _is_owner(article: AnnotatedArticle, name: Mention) -> bool:
    """Whether a possessive follows the name, over furniture: the phrase then names something that belongs to it."""
    end = next((f.end for f in article.furniture if f.start == name.end), name.end)
    return article.text[end : end + 2] in ("'s", "’s", "' ", "’ ") or article.text[name.end - 2 : name.end] in ("'s", "’s")


def _label(article: AnnotatedArticle, mention: Mention, names: frozenset[str]) -> Label:
    span = (mention.start, mention.end)
    source = article.text if mention.field == "text" else article.title or ""
    if mention.field == "text":
        lemmas = [lemma for _, lemma in words_in(article, span)]
    else:
        lemmas = source[span[0] : span[1]].casefold().split()
    others = tuple(
        w for w in lemmas if w not in names and w not in SMALL and w.strip("'’")[:1].isalpha() and w not in ("'s", "’s")
    )
    if mention.kind == "name":
        others = tuple(w for w in others if rarity(w) < UNCOMMON)
    own = tuple(source[span[0] : span[1]].casefold().split())
    return Label(article, span, mention.field, others or own, not others)


COLLOQUIAL = marked(LANGUAGE, "naming_words", "loose_office")
"""Words for an office that are a choice beside its title."""


@functools.cache
def plain_words() -> frozenset[str]:
    """Titles and ranks, which tell an office and no view."""
    return frozenset(w for title in words(LANGUAGE, "titles") for w in title.split()) | GENERAL


GENERAL = marked(LANGUAGE, "naming_words", "kind_only")
"""Nouns that only say what kind of thing is named."""


def telling(labels: Sequence[Label], entity: StoryEntity) -> dict[tuple[str, ...], list[Label]]:
    """The labels by what tells them apart, without those that differ only as full and short names or by office."""
    kept: dict[tuple[str, ...], list[Label]] = {}
    for label in labels:
        if label.named and (entity.type == "person" or entity.country is not None):
            continue
        key = _name_key(label.key, entity) if label.named else _descriptors(label, entity)
        if key:
            kept.setdefault(key, []).append(label)
    return kept


def _descriptors(label: Label, entity: StoryEntity) -> tuple[str, ...]:
    """The words that describe, without offices and, for a person, without the names of other things."""
    source = label.article.text if label.field == "text" else label.article.title or ""
    proper = {w.strip("’'s,").casefold() for w in source[label.span[0] : label.span[1]].split() if w[:1].isupper()}
    plain = plain_words() - kinds()["fighters"].keys()
    kept = [w for w in label.key if w not in plain and not country_of(w.capitalize())]
    return tuple(w for w in kept if entity.type != "person" or w not in proper)


def _name_key(name: tuple[str, ...], entity: StoryEntity) -> tuple[str, ...]:
    """One key for a name, its short form and its initials; the shortest other name that this one abbreviates or extends."""
    for other in sorted((entity.name, *entity.aliases), key=lambda n: (-len(n), n)):
        parts = [w for w in other.casefold().split() if w not in SMALL]
        initials = "".join(w[0] for w in parts)
        if {w for w in name if w not in SMALL} <= set(parts) or "".join(name).replace(".", "") in (initials, initials + "s"):
            return tuple(parts)
    return name


def by_report(labels: Mapping[tuple[str, ...], Sequence[Label]]) -> dict[str, set[tuple[str, ...]]]:
    """Article id to the keys of the labels that it uses."""
    used: dict[str, set[tuple[str, ...]]] = {}
    for key, found in labels.items():
        for label in found:
            used.setdefault(label.article.id, set()).add(key)
    return used
