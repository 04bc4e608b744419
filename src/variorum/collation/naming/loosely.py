"""People called by a loose word for their sort of office, or by what befell them: "the strongman" for the one president whom a
report has named, "the sacked banker" for the one named in it who was dismissed."""

import functools
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from variorum.collation.claims.sentences import SMALL, words_in
from variorum.collation.claims.statements import Roll
from variorum.collation.claims.words import LANGUAGE
from variorum.collation.naming.deeds import deeds_of_verb
from variorum.collation.naming.described import adjectives
from variorum.collation.naming.happenings import next_word
from variorum.collation.naming.phrases import NOUN_ENDS, OWNERS, phrase_at, verb_places
from variorum.collation.naming.sides import names_beside
from variorum.collation.naming.terms import Label, label_at, name_words
from variorum.language.lexicon import marked, values, word_list
from variorum.records.annotation import AnnotatedArticle, Mention
from variorum.records.article import Span
from variorum.records.story import StoryEntity

MOST = 6
"""Words of a phrase that still names somebody."""

Labels = Mapping[str, Sequence[Label]]
Befallen = Collection[tuple[str, str]]
"""Deeds, each with the id of the one whom it befell."""


@dataclass(frozen=True, slots=True)
class Known:
    """What reports tell of a person: every word of it, the sorts of the offices held, and those of offices once held."""

    person: StoryEntity
    words: frozenset[str]
    held: frozenset[str]
    past: frozenset[str]


@dataclass(frozen=True, slots=True)
class Loose:
    """A definite phrase for one person: the sorts of its noun (none for "man"), its words before (as written) and behind."""

    article: AnnotatedArticle
    span: Span
    sorts: frozenset[str]
    before: tuple[str, ...]
    behind: tuple[str, ...]


def loose_labels(articles: Sequence[AnnotatedArticle], found: Labels, roll: Roll, befallen: Befallen) -> dict[str, list[Label]]:
    """Story entity id to the definite phrases of reports that can mean no other one of the people named in them."""
    people = {e.id: _known(e, found.get(e.id, ()), roll) for e in roll.names.values() if e.named and e.type == "person"}
    known_of = _central(articles, roll, people)
    loose: dict[str, list[Label]] = {}
    for article in articles:
        present = {e.id for m in article.mentions if m.kind == "name" and (e := roll.names.get(m.entity)) and e.id in people}
        open_spans = [(m.start, m.end) for m in article.mentions if _is_open(m, roll)]
        for phrase in (p for span in (*open_spans, *_unread(article)) if (p := _phrase(article, span))):
            holders = [id for id in sorted(present) if phrase.sorts & people[id].held]
            near = [people[id] for id in sorted(present) if _can_mean(phrase, people[id], befallen, roll)]
            if phrase.sorts & OF_ONE and not (near or holders):
                near = [people[id] for id in known_of if _can_mean(phrase, people[id], befallen, roll)]
            if len(near) == 1 and not names_beside(article, phrase.span, near[0].person):
                loose.setdefault(near[0].person.id, []).append(label_at(article, phrase.span, near[0].person))
    return loose


CENTRAL = 0.5
"""Part of the reports that must name somebody whom others mean without the name."""


def _central(articles: Sequence[AnnotatedArticle], roll: Roll, people: Collection[str]) -> list[str]:
    """The ids of the people whom so many reports name."""
    named: dict[str, set[str]] = {}
    for article in articles:
        for m in article.mentions:
            entity = roll.names.get(m.entity) if m.kind == "name" else None
            if entity is not None and entity.id in people:
                named.setdefault(entity.id, set()).add(article.id)
    return sorted(id for id, reports in named.items() if len(reports) >= max(2, CENTRAL * len(articles)))


def _is_open(mention: Mention, roll: Roll) -> bool:
    """Whether a mention is a common noun for a person whom its report's own reading gives no name."""
    entity = roll.names.get(mention.entity)
    named = entity is not None and entity.named
    return mention.kind == "noun" and mention.field == "text" and mention.type == "person" and not named


def _known(person: StoryEntity, labels: Sequence[Label], roll: Roll) -> Known:
    own = [" ".join(lemma for _, lemma in words_in(x.article, x.span)) for x in labels if x.field == "text"]
    told = sorted({*(role.casefold() for role in person.roles), *own})
    held = [words for words in told if PAST.isdisjoint(words.replace("-", " ").split())]
    over = [words for words in told if not FORMER.isdisjoint(words.replace("-", " ").split())]
    every = frozenset(w for words in told for w in words.replace("-", " ").split())
    return Known(person, every | name_words(person), _sorts_of(held, roll), _sorts_of(over, roll))


FORMER = marked(LANGUAGE, "naming_words", "held_once")
"""Words before an office that somebody has held and holds no more."""

PAST = FORMER | marked(LANGUAGE, "naming_words", "not_held")
"""The same, and those before one that somebody does not hold yet or only stands by."""


@functools.cache
def _table() -> tuple[tuple[str, frozenset[str], frozenset[str]], ...]:
    rows = word_list(LANGUAGE, "office_sorts")
    return tuple((row["sort"], frozenset(values(row, "offices")), frozenset(values(row, "nouns"))) for row in rows)


STATE = frozenset({"ruler", "premier", "incumbent"})
"""Sorts of those who hold an office of a land: "president of the court" is none."""


OF_ONE = STATE | {"mayor"}
"""Sorts of which a story mostly has one, whom a report may mean without the name."""


def _sorts_of(told: Sequence[str], roll: Roll) -> frozenset[str]:
    """The sorts of the offices that are what some descriptions are about."""
    found = set()
    for words in told:
        lemmas = words.split()
        cut = _head_end(lemmas)
        whole = any(w in SMALL or roll.nations.of(w) for w in lemmas[cut:][1:]) or cut == len(lemmas)
        ends = {" ".join(lemmas[n:cut]) for n in range(max(cut - 2, 0), cut)} | {words}
        longest = max((o for _, offices, _ in _table() for o in offices & ends), key=len, default="")
        found |= {sort for sort, offices, _ in _table() if longest in offices and (whole or sort not in STATE)}
    return frozenset(found)


def _unread(article: AnnotatedArticle) -> Iterator[Span]:
    """Definite phrases whose noun tells a sort of office and that the report's own reading takes for no mention."""
    nouns = {noun for _, _, nouns in _table() for noun in nouns}
    read = {at for m in article.mentions if m.field == "text" for at in range(m.start, m.end)}
    verbs = verb_places(article)
    for at, lemma in enumerate(article.lemmas):
        phrase = phrase_at(article, at, verbs) if lemma in nouns and article.tokens[at][0] not in read else None
        if phrase is not None and phrase.pointer in POINTING and next_word(phrase) not in nouns:
            yield (phrase.span[0] - len(phrase.pointer) - 1, phrase.span[1])


def _phrase(article: AnnotatedArticle, span: Span) -> Loose | None:
    """A definite phrase of a few words about one person, with what its noun stands for."""
    tokens = words_in(article, span)
    lemmas = [lemma for _, lemma in tokens]
    if not 1 < len(lemmas) <= MOST or lemmas[0] not in POINTING:
        return None
    cut = _head_end(lemmas)
    whole = {" ".join(lemmas[1:]), " ".join(lemmas[cut - 2 : cut]), lemmas[cut - 1]}
    noun_meant = max((n for _, _, nouns in _table() for n in nouns & whole), key=len, default="")
    if article.text[slice(*tokens[cut - 1][0])].casefold() != lemmas[cut - 1] or not (noun_meant or lemmas[cut - 1] in ANYBODY):
        return None
    sorts = frozenset(sort for sort, _, nouns in _table() if noun_meant in nouns)
    end = max(cut, 1 + len(noun_meant.split()) if noun_meant == " ".join(lemmas[1:]) else 0)
    first = max(end - len(noun_meant.split() or [""]), 1)
    before = tuple(article.text[slice(*token)].casefold() for token, _ in tokens[1:first])
    return Loose(article, span, sorts, before, tuple(lemmas[end:]))


POINTING = frozenset({"the", "this", "that", "our", "their", "your"})
ANYBODY = marked(LANGUAGE, "naming_words", "any_person")
"""Nouns for a person that tell no office."""


def _head_end(lemmas: Sequence[str]) -> int:
    return next((n for n, lemma in enumerate(lemmas) if n and (lemma in NOUN_ENDS or lemma in ("who", "for"))), len(lemmas))


def _can_mean(phrase: Loose, known: Known, befallen: Befallen, roll: Roll) -> bool:
    """Whether a phrase can mean somebody: the noun goes with an office, and no word in it speaks of another."""
    before = [w for word in phrase.before for w in word.split("-") if w != "re"]
    deeds = [set(d) for w in before if (d := deeds_of_verb(w))]
    befell = {deed for deed, id in befallen if id == known.person.id}
    over = not FORMER.isdisjoint(before)
    once = over and bool("dismissal" in befell or known.past & phrase.sorts)
    if (over and not once) or any(befell.isdisjoint(d) for d in deeds):
        return False
    if not (phrase.sorts & (known.held | known.past if once else known.held) or (deeds and not phrase.sorts)):
        return False
    free = known.words | adjectives() | SMALL | OWNERS | NOUN_ENDS | FORMER
    said = [w for w in before if not (phrase.sorts and w.endswith("ed"))] + list(phrase.behind)
    foreign = [w for w in said if w not in free and not deeds_of_verb(w)]
    own = {land for w in known.words if len(w) > 3 and (land := roll.nations.of(w))} | {known.person.country}
    return all(len(w) > 3 and (land := roll.nations.of(w)) and land in own for w in foreign)
