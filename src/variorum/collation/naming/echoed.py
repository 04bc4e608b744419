"""Descriptions of a named person that another report's words tell: "the duty engineer" where one report has "Ida Kern, the
engineer on duty,", and bare functions ("the captain") beside descriptions that differ."""

from collections.abc import Iterator, Mapping, Sequence

from variorum.collation.claims.sentences import SMALL, words_in
from variorum.collation.claims.statements import Roll
from variorum.collation.naming.described import persons
from variorum.collation.naming.phrases import OWNERS, kinds
from variorum.collation.naming.sides import names_beside
from variorum.collation.naming.terms import COLLOQUIAL, Label, label_at, name_words
from variorum.records.annotation import AnnotatedArticle, Mention
from variorum.records.story import StoryEntity

MOST = 6
"""Words of a phrase that still names somebody."""

POINTING = frozenset({"the", "this", "that"})

Labels = Mapping[str, Sequence[Label]]


def echoed_labels(articles: Sequence[AnnotatedArticle], found: Labels, roll: Roll) -> dict[str, list[Label]]:
    """Story entity id to the phrases all of whose words reports use to describe that one person, and at least two of them
    besides the name of a land: "the Averian official" may be anybody's."""
    people = {e.id: e for e in roll.names.values() if e.named and e.type == "person"}
    heads = {id: {x.head for x in labels} for id, labels in found.items() if id in people}
    told = {id: _words_of(people[id], found[id]) for id in heads}
    echoed: dict[str, list[Label]] = {}
    for article in articles:
        for noun in _unresolved(article, roll):
            lemmas = _telling(article, noun)
            own = [w for w in lemmas if not roll.nations.of(w)]
            owners = [id for id in sorted(told) if len(own) > 1 and set(lemmas) <= told[id]]
            if len(owners) == 1 and _fits(lemmas, heads[owners[0]]) and _is_free(article, noun, people[owners[0]]):
                label = label_at(article, (noun.start, noun.end), people[owners[0]])
                echoed.setdefault(owners[0], []).append(label)
    return echoed


def _words_of(person: StoryEntity, labels: Sequence[Label]) -> set[str]:
    """The words of all descriptions of somebody, less the name."""
    words = {lemma for x in labels for _, lemma in words_in(x.article, x.span) if x.field == "text"}
    return words - name_words(person) - SMALL - OWNERS


def _unresolved(article: AnnotatedArticle, roll: Roll) -> Iterator[Mention]:
    """Common nouns of the body for one person whom the report's own reading gives no name."""
    for m in article.mentions:
        entity = roll.names.get(m.entity)
        if m.kind == "noun" and m.field == "text" and m.type == "person" and not (entity is not None and entity.named):
            yield m


def _telling(article: AnnotatedArticle, noun: Mention) -> list[str]:
    """The telling lemmas of a definite phrase for one person, empty for any other."""
    tokens = words_in(article, (noun.start, noun.end))
    lemmas = [lemma for _, lemma in tokens]
    if not lemmas or lemmas[0] not in POINTING or len(lemmas) > MOST:
        return []
    return [lemma for lemma in lemmas if lemma not in SMALL and lemma[:1].isalpha()]


def _fits(lemmas: Sequence[str], heads: set[str]) -> bool:
    """Whether a noun for a person among the words is what the person is called, or a loose word for an office."""
    nouns = {w for w in lemmas if w in persons() - kinds()["army"].keys()}
    return bool(nouns & heads) or (bool(heads & COLLOQUIAL) and bool(nouns & COLLOQUIAL))


def _is_free(article: AnnotatedArticle, noun: Mention, person: StoryEntity) -> bool:
    return not names_beside(article, (noun.start, noun.end), person)


def resolved_labels(articles: Sequence[AnnotatedArticle], person: StoryEntity) -> list[Label]:
    """Definite phrases of the body that the reports' own reading resolves to a named person."""
    members = frozenset(person.members)
    offices = frozenset(w for role in person.roles for w in role.casefold().split()) & persons()
    own = ((a, m) for a in articles for m in a.mentions if m.entity in members and m.kind == "noun" and m.field == "text")
    return [label for a, m in own if _is_definite(a, m, label := label_at(a, (m.start, m.end), person), offices)]


def _is_definite(article: AnnotatedArticle, mention: Mention, label: Label, offices: frozenset[str]) -> bool:
    """Whether a phrase for a person is definite; one that somebody owns ("her minister") must be built on an office of the
    person."""
    lemmas = [lemma for _, lemma in words_in(article, (mention.start, mention.end))]
    if lemmas[:1] and (lemmas[0] in OWNERS - POINTING or "'s" in lemmas or "’s" in lemmas):
        return len(lemmas) <= MOST + 1 and label.head in offices
    return 1 < len(lemmas) <= MOST and lemmas[0] in POINTING and not persons().isdisjoint(lemmas)
