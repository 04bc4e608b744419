"""Those who rise up: fighters without a name, and the one body of a story with an armed group's name whose they are."""

import re
from collections.abc import Iterable, Iterator, Sequence

from variorum.collation.claims.words import LANGUAGE
from variorum.collation.entities.profiles import is_institution
from variorum.collation.naming.groups import BODIES
from variorum.collation.naming.happenings import Group
from variorum.collation.naming.phrases import Phrase, kinds, phrases_of, things
from variorum.collation.naming.sides import is_of_rule, without_opponents
from variorum.collation.naming.terms import ARMED_NAMES, Label
from variorum.language.lexicon import marked
from variorum.records.annotation import AnnotatedArticle
from variorum.records.story import StoryEntity


def _fighters(articles: Sequence[AnnotatedArticle], heads: frozenset[str]) -> list[Phrase]:
    told = [
        p
        for a in articles
        for p in phrases_of(a, heads | BANDS)
        if ((p.plural or p.head in BODIES) and p.head in heads) or _is_band(p)
    ]
    told += [p for a in articles for p in _describing(a)]
    ordered = sorted(told, key=lambda p: (p.article.id, p.span))
    rebels = [p for p in without_opponents(ordered) if not is_of_rule(p) and p.head not in PRAISED]
    return [p for p in rebels if not any(_is_of_state(name) for name in _names_in(p))]


SIDES = marked(LANGUAGE, "naming_words", "side")
"""Nouns for fighters that describe what is theirs ("rebel bombs")."""


def _describing(article: AnnotatedArticle) -> Iterator[Phrase]:
    """Nouns for fighters right before a common noun that is none for fighters itself."""
    for at, lemma in enumerate(article.lemmas[:-1]):
        (start, end), (behind, _) = article.tokens[at], article.tokens[at + 1]
        joined = article.text[end:behind] == " " and article.text[start].islower() and article.text[behind].islower()
        after = article.lemmas[at + 1]
        theirs = after in things() and after not in BANDS and after not in kinds()["fighters"]
        if lemma in SIDES and joined and theirs and not {"alleged", "suspected"} & {*article.lemmas[max(0, at - 1) : at]}:
            yield Phrase(article, (start, end), (lemma,), plural=True)


BANDS = marked(LANGUAGE, "naming_words", "band")
"""Nouns for many that are fighters with a word before them that says so ("terrorist bands", "liberation forces")."""

ARMED = marked(LANGUAGE, "naming_words", "armed")


def _is_band(phrase: Phrase) -> bool:
    before = set(phrase.words[:-1])
    state = phrase.head in ("force", "unit", "formation") and "armed" in before
    defence = not before.isdisjoint({"defence", "defense"}) and "self" not in before
    return phrase.head in BANDS and not before.isdisjoint(ARMED | kinds()["fighters"].keys()) and not (state or defence)


def rebels(articles: Sequence[AnnotatedArticle], entities: Iterable[StoryEntity]) -> list[Group]:
    """Those who rise up, in a story in which no body has an armed group's name and no fighters are of a named one."""
    phrases = _fighters(articles, frozenset(kinds()["fighters"]) - LOOSE)
    if any(is_armed(e) for e in entities if e.named and e.type in ("group", "organisation")) or any(map(_names_in, phrases)):
        return []
    return [("the rebels", phrases)]


def _is_of_state(name: str) -> bool:
    """Whether a body is one that a land has ("Interior Ministry", "Air Force")."""
    return is_institution(name) and ARMED_NAMES.isdisjoint(name.casefold().split())


def _names_in(phrase: Phrase) -> list[str]:
    """The names of bodies that stand in a phrase or behind its "of"."""
    start, end = phrase.span
    bodies = (m for m in phrase.article.mentions if m.kind == "name" and m.type in ("group", "organisation"))
    names = [m for m in bodies if m.field == "text"]
    behind = phrase.article.text[end : end + 40].startswith(" of ")
    near = [m for m in names if (m.start < end and start < m.end) or (behind and 0 <= m.start - end <= len(" of the "))]
    return [phrase.article.text[m.start : m.end] for m in near]


PRAISED = marked(LANGUAGE, "naming_words", "praised")
"""Nouns of praise, which both sides have for their own dead."""

LOOSE = marked(LANGUAGE, "naming_words", "loose_fighter")
"""Telling nouns for fighters that are said of others too."""


ATTACKERS = marked(LANGUAGE, "naming_words", "attacker")
"""Nouns for those who attack, who in a story with one armed body are its fighters."""


def fighter_labels(entities: Sequence[StoryEntity], articles: Sequence[AnnotatedArticle]) -> dict[str, list[Label]]:
    """Unnamed fighters ("rebels", "terrorists") of a story in which one named group alone has fighters; nobody's where only the
    group's name says that it is armed and some are told under another name."""
    phrases = _fighters(articles, frozenset(kinds()["fighters"]) | ATTACKERS)
    owners = set()
    for p in phrases:
        tail = p.article.text[p.span[1] : p.span[1] + 40].casefold()
        owners |= {e.id for e in entities if e.type in ("group", "organisation") and _follows(e.name.casefold(), tail)}
    told = _whole([e for e in entities if e.id in owners], articles)
    owners = told or _one_armed(entities)
    if len(owners) != 1:
        return {}
    (owner,) = owners
    own = {n.casefold() for e in entities if e.id == owner for n in (e.name, *e.aliases)}
    others = [p for p in phrases if any(not _is_part(name, own) for name in _names_in(p))]
    if others and not told:
        return {}
    kept = [p for p in phrases if p not in others]
    return {owner: [Label(p.article, p.span, "text", p.words, named=False, head=p.head) for p in kept]}


def _is_part(name: str, own: set[str]) -> bool:
    """Whether a name is one of ``own`` or a part of one; fighters with another name are another's."""
    return any(name.casefold() in known or known in name.casefold() for known in own)


def _whole(owners: Sequence[StoryEntity], articles: Sequence[AnnotatedArticle]) -> set[str]:
    """The ids of the owners; only one where all others are parts of its name, or where all stand in one name of an armed body,
    read as two ("the Front" and "Red Hills" of "the Front of the Red Hills")."""
    longest = max(owners, key=lambda e: (len(e.name), e.id), default=None)
    if longest and all(e.name.casefold() in longest.name.casefold() for e in owners):
        return {longest.id}
    joined = [e for e in owners if is_armed(e) and all(_is_joined(e.name, o.name, articles) for o in owners if o is not e)]
    return {max(joined, key=lambda e: (len(e.members), e.id)).id} if joined else {e.id for e in owners}


def _is_joined(one: str, other: str, articles: Sequence[AnnotatedArticle]) -> bool:
    """Whether some report writes two names as one, right behind each other or with "of"."""
    a, b = re.escape(one), re.escape(other)
    both = re.compile(rf"\b(?:{a} (?:of (?:the )?)?{b}|{b} (?:of (?:the )?)?{a})\b")
    return any(both.search(article.text) for article in articles)


def _one_armed(entities: Sequence[StoryEntity]) -> set[str]:
    """The id of the body with an armed group's name that every other such name only shortens; none where there are two."""
    armed = sorted(
        (e for e in entities if e.type in ("group", "organisation") and is_armed(e)), key=lambda e: (-len(e.name), e.id)
    )
    whole = set(armed[0].name.casefold().split()) if armed else set()
    return {armed[0].id} if armed and all(set(e.name.casefold().split()) <= whole for e in armed) else set()


def is_armed(entity: StoryEntity) -> bool:
    """Whether a name is one that armed groups take: "Liberation Front", "People's Resistance"."""
    told = {w.casefold() for name in (entity.name, *entity.aliases) for w in name.replace("’", "'").split()}
    return bool(told & ARMED_NAMES) or bool(told & POPULAR and told & CORPS)


POPULAR = marked(LANGUAGE, "naming_words", "popular")
"""Words that make a name of forces one of those who are none of a state's ("People's Guard")."""

CORPS = marked(LANGUAGE, "naming_words", "corps")


def _follows(name: str, tail: str) -> bool:
    return tail.startswith((f" of {name}", f" of the {name}"))
