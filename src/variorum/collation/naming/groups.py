"""Groups, victims and happenings that have no name: the phrases by which different reports mean the same ones."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from variorum.collation.claims.alignment import act
from variorum.collation.claims.nations import Nations
from variorum.collation.claims.sentences import sentence_at, words_in
from variorum.collation.claims.statements import Statement
from variorum.collation.claims.words import LANGUAGE
from variorum.collation.naming.happenings import NONE_OF_IT, of_class, sorts
from variorum.collation.naming.meant import without_wide
from variorum.collation.naming.phrases import (
    Phrase,
    headline_end,
    human_nouns,
    kinds,
    phrase_at,
    phrases_of,
    things,
    verb_places,
)
from variorum.language.lexicon import marked
from variorum.records.annotation import AnnotatedArticle

GATHER = marked(LANGUAGE, "naming_words", "gathers")
"""What a crowd does: the doers of these are lined up even where a report calls them by a general word."""

NO_CROWD = marked(LANGUAGE, "naming_words", "bystander")
"""Those who stand by where a crowd is."""

BODIES = marked(LANGUAGE, "naming_words", "many")
"""Nouns for many in the singular."""

Group = tuple[str, list[Phrase]]


def armies(articles: Sequence[AnnotatedArticle], nations: Nations) -> list[Group]:
    """The forces of each land: "the Veldian army", "the Veldian occupiers"; "the occupiers" are those of the one land whose
    forces their report has told of before, or of the one whose forces the story has."""
    phrases = [p for p in _all(articles, frozenset(kinds()["army"])) if p.pointer not in NONE_OF_IT | {"own"}]
    told = _with_counts([(p, land_of(p, nations)) for p in phrases])
    lands = {land for p, land in told if land and p.head in FORCES}
    sent = _sent(told)
    own: dict[str, set[str]] = {}
    found: dict[str, list[Phrase]] = {}
    for phrase, whose in told:
        near = own.setdefault(phrase.article.id, set())
        near |= {whose} if whose else set()
        abroad = not OF_ANOTHER.isdisjoint(" ".join(phrase.words).split())
        meant = sent if abroad else near or lands
        alone = min(meant) if len(meant) == 1 and phrase.head in FORCES and _is_bare(phrase) else None
        land = whose or alone
        if land and (not phrase.count or _is_many(phrase)):
            found.setdefault(land, []).append(phrase)
    return sorted(found.items()) if found else _own_army(told)


def _own_army(told: Sequence[tuple[Phrase, str | None]]) -> list[Group]:
    """The forces of the one land of a story in which nobody says whose they are: "the army", "the occupier"."""
    group = [p for p, _ in told if p.head in FORCES - OF_ANOTHER and _is_bare(p) and not p.count]
    return [("the army", group)] if len({p.article.id for p in group}) > 1 else []


def _with_counts(told: Sequence[tuple[Phrase, str | None]]) -> list[tuple[Phrase, str | None]]:
    """Large numbers of soldiers go with the one land whose soldiers some report tells by that number."""
    by_count: dict[str, set[str]] = {}
    for p, land in told:
        if land and _is_many(p):
            by_count.setdefault(p.count, set()).add(land)
    known = {count: min(lands) for count, lands in by_count.items() if len(lands) == 1}
    return [(p, land or (known.get(p.count) if _is_many(p) else None)) for p, land in told]


def _sent(told: Sequence[tuple[Phrase, str | None]]) -> set[str]:
    """The land of whose forces most reports tell, where no other has as many: those are the foreign ones of a story."""
    reports: dict[str, set[str]] = {}
    for p, land in told:
        if land and p.head in FORCES:
            reports.setdefault(land, set()).add(p.article.id)
    most = max(map(len, reports.values()), default=0)
    return top if len(top := {land for land, own in reports.items() if len(own) == most}) == 1 else set()


FORCES = marked(LANGUAGE, "naming_words", "land_forces")
"""Nouns for all the forces of a land, not for one body of them."""

MANY = 100
"""Number of soldiers from which they may stand for the forces of a land; fewer are some of them."""


def _is_bare(phrase: Phrase) -> bool:
    """Whether "the troops" are told with nothing that says whose, or, with or without "the", as those of another land."""
    before = set(" ".join(phrase.words).split()[:-1])
    return before <= OF_ANOTHER and (phrase.pointer == "the" or bool(before and not phrase.count and phrase.pointer != "a"))


OF_ANOTHER = marked(LANGUAGE, "naming_words", "of_another_land")
"""Words before forces that are not those of the land in which they stand."""


def _is_many(phrase: Phrase) -> bool:
    number = "".join(c for c in phrase.count if c.isdigit())
    return bool(number) and int(number) >= MANY


def land_of(phrase: Phrase, nations: Nations) -> str | None:
    """The one state whose name or adjective stands in a phrase or owns it; else its adjective."""
    near = [*phrase.words[:-1], *([phrase.owner] if phrase.owner else [])]
    found = {n for w in near if len(w) > 3 and (n := nations.of(w))} or _owner(phrase, nations) or _behind(phrase, nations)
    written = [phrase.article.text[slice(*t)] for t, _ in words_in(phrase.article, phrase.span)][:-1]
    found = found or {
        w.casefold() for w in written if w[:1].isupper() and w[1:].islower() and len(w) > 4 and w.endswith(ADJECTIVE)
    }
    return found.pop() if len(found) == 1 else None


OWNED = re.compile(r"\b(?:its|their)\s(?:[\d.,]+\s)?$")


def _owner(phrase: Phrase, nations: Nations) -> set[str]:
    """The land that "its" before a phrase stands for, as the report's own reading has it; none where another stands nearer."""
    low = max(phrase.span[0] - 14, 0)
    found = OWNED.search(phrase.article.text, low, phrase.span[0])
    mentions = [m for m in phrase.article.mentions if m.field == "text"] if found else []
    owners = {m.entity for m in mentions if found and m.kind == "pronoun" and m.start == found.start()}
    low = sentence_at(phrase.article, *phrase.span)[0] if owners else 0
    named = [(m, phrase.article.text[m.start : m.end].casefold()) for m in mentions if owners and m.kind == "name"]
    last = [land for m, name in named if low <= m.start < phrase.span[0] and (land := nations.of(name))][-1:]
    return {land for m, name in named if m.entity in owners and (land := nations.of(name)) and last in ([], [land])}


FROM = re.compile(r" (?:from|of) (?:the )?([A-Z]\w{2,})")


def _behind(phrase: Phrase, nations: Nations) -> set[str]:
    """The land that stands behind a phrase ("soldiers from Veldia", "the armed forces of Veldia")."""
    found = FROM.match(phrase.article.text, phrase.span[1])
    sentence = words_in(phrase.article, (sentence_at(phrase.article, *phrase.span)[0], phrase.span[0]))
    if found and found[0].startswith(" from") and not LEAVING.isdisjoint(lemma for _, lemma in sentence):
        return set()
    land = nations.of(found[1].casefold()) if found else None
    return {land} if land else set()


LEAVING = marked(LANGUAGE, "naming_words", "takes_away")
"""Verbs behind which "from" tells what is left: "withdraw soldiers from Veldia"."""

ADJECTIVE = tuple(sorted(marked(LANGUAGE, "collation_words", "land_ending")))
"""Endings of adjectives for lands."""


def crowds(articles: Sequence[AnnotatedArticle], statements: Sequence[Statement]) -> list[Group]:
    """Crowds, managements and other people of one kind, in the plural."""
    found = []
    names = of_class("people")
    told = [p for p in _all(articles, frozenset(noun for kind in names for noun in kinds()[kind])) if "other" not in p.words]
    for kind in names:
        heads = frozenset(n for n in kinds()[kind] if n != "citizen")
        group = without_wide([p for p in told if p.head in heads and (p.plural or p.head in BODIES)], kind, sorts()[kind].near)
        if kind == "crowd":
            group += _gatherers(statements)
        found.append((kind, group))
    return found


def _gatherers(statements: Sequence[Statement]) -> Iterator[Phrase]:
    """Who gathers, marches or stands somewhere, where a number or a telling noun says that it is many."""
    others = NO_CROWD | kinds()["army"].keys() | kinds()["workers"].keys()
    for s in statements:
        if s.predicate.split()[0] in GATHER and s.polarity == "positive" and s.claim.field == "text":
            phrase = people_at(s.article, s.claim.subject_span, s.claim.span[1])
            if phrase is not None and phrase.plural and phrase.head not in others:
                yield phrase


def people_at(article: AnnotatedArticle, span: tuple[int, int] | None, limit: int) -> Phrase | None:
    """The people that a phrase is about: its head noun, or for "a group of ..." and "20 of the ..." what is counted; nobody for
    "one of the ...", who is not all of them."""
    if span is None:
        return None
    tokens = words_in(article, (span[0], min(limit, span[1] + 40)))
    own = [t for t, _ in tokens if t[1] <= span[1]]
    counting = [n for n, (_, lemma) in enumerate(tokens) if lemma == "of" and tokens[n - 1][0][1] <= span[1]]
    last = own[-1] if own else None
    if counting and len(tokens) > counting[0] + 1:
        rest = [t for t, lemma in tokens[counting[0] + 1 : counting[0] + 4] if lemma in human_nouns() or _in_kinds(lemma)]
        last = rest[0] if rest else last
    at = article.tokens.index(last) if last is not None else None
    phrase = phrase_at(article, at, verb_places(article)) if at is not None else None
    if phrase is None or not phrase.words:
        return None
    if counting and tokens[counting[0] - 1][1] == "one" and phrase.span[0] > tokens[counting[0]][0][0]:
        return None
    people = phrase.head in human_nouns() or _in_kinds(phrase.head)
    return phrase if people or (phrase.plural and phrase.count and phrase.head not in NO_PEOPLE | things()) else None


NO_PEOPLE = marked(LANGUAGE, "naming_words", "no_people")
"""Countable things that can die or be killed and are no people."""


def is_people(lemma: str) -> bool:
    """Whether a noun means a human being, or many."""
    return lemma in human_nouns() or _in_kinds(lemma)


def _in_kinds(lemma: str) -> bool:
    return any(lemma in kinds()[kind] for kind in ("army", "fighters", *of_class("people")))


def victims(articles: Sequence[AnnotatedArticle], statements: Sequence[Statement], nations: Nations) -> list[Group]:
    """Those who died, by whose they were: the objects of killing, the subjects of dying, and "the deaths of ..."."""
    found = list(_of_deaths(articles))
    for s in statements:
        span = _who_died(s)
        if span and s.claim.field == "text" and s.polarity == "positive" and s.modality == "asserted":
            phrase = people_at(s.article, span, s.claim.span[1])
            found += [phrase] if phrase else []
    if found:
        found += [p for p in _all(articles, DEAD) if p.span[0] >= headline_end(p.article)]
    plural = sorted({(p.article.id, p.span): p for p in found if p.plural}.items(), key=lambda x: x[0])
    return _by_side(_of_one_toll([p for _, p in plural]), nations)


DEAD = marked(LANGUAGE, "naming_words", "dead")
"""Nouns for those who died, told without a verb."""

FAR = 10
"""How many times more or fewer than the middle count tell of other dead ("6,000 since the war began")."""


def _of_one_toll(found: Sequence[Phrase]) -> list[Phrase]:
    """The phrases less those whose count is far from the others'."""
    counts = {(p.article.id, p.span): float(n) for p in found if (n := p.count.replace(",", "")).isdigit() and int(n)}
    middle = sorted(counts.values())[len(counts) // 2] if counts else 1.0
    return [p for p in found if middle / FAR <= counts.get((p.article.id, p.span), middle) <= middle * FAR]


def _who_died(s: Statement) -> tuple[int, int] | None:
    verb = s.claim.predicate.split()
    if verb[0] == "give" and "life" in [w for _, w in words_in(s.article, s.claim.object_span or (0, 0))]:
        return s.claim.subject_span
    if verb[0] in ("die", "perish") or (verb[0] == "be" and verb[-1] == "dead"):
        return s.claim.subject_span or s.claim.object_span
    return s.claim.object_span if act(s) == "die" else None


def _of_deaths(articles: Sequence[AnnotatedArticle]) -> Iterator[Phrase]:
    for article in articles:
        for at, lemma in enumerate(article.lemmas[:-2]):
            if (lemma in ("death", "killing") and article.lemmas[at + 1] == "of") or (
                lemma == "dead" and article.lemmas[at - 1] == "the"
            ):
                end = article.tokens[min(at + 5, len(article.tokens) - 1)][1]
                nouns = [t for t, w in words_in(article, (article.tokens[at + 1][0], end)) if w in human_nouns()]
                phrase = phrase_at(article, article.tokens.index(nouns[0]), verb_places(article)) if nouns else None
                if phrase is not None and "\n" not in article.text[article.tokens[at][0] : phrase.span[1]]:
                    yield phrase


def _by_side(found: Sequence[Phrase], nations: Nations) -> list[Group]:
    """Victims of one land or body together; those of no told one go with the one that has their number, or the only one.

    Civilians and those who bear arms are apart.
    """
    lands = {(p.article.id, p.span): land_of(p, nations) or _body_of(p, nations) for p in found}
    numbers: dict[str, set[str]] = {}
    for p in found:
        land = lands[p.article.id, p.span]
        if land and p.count:
            numbers.setdefault(p.count, set()).add(land)
    known = {land for land in lands.values() if land}
    sides: dict[str, list[Phrase]] = {}
    for p in found:
        fits = (
            {lands[p.article.id, p.span] or ""} - {""}
            or numbers.get(p.count, set())
            or (known if len(known) == 1 else {""} - known)
        )
        if len(fits) == 1 and not (fits == {""} and known):
            sides.setdefault(min(fits), []).append(p)
    return [(f"dead {side}", part) for side, group in sorted(sides.items()) for part in _parts(group)]


BODY = re.compile(r" of (?:the |our |its )?([A-Z]\w{2,})")


def _body_of(phrase: Phrase, nations: Nations) -> str | None:
    """The land or the first word of the name behind "of" ("members of the Reed Brigades")."""
    behind = BODY.match(phrase.article.text, phrase.span[1])
    return (nations.of(behind[1].casefold()) or behind[1].casefold()) if behind else None


def _parts(group: Sequence[Phrase]) -> list[list[Phrase]]:
    """The phrases as one group, or in two where some are of civilians and some of those who bear arms."""
    armed = [p for p in group if bears_arms(p)]
    civil = any(is_civil(p) for p in group)
    return [[p for p in group if p not in armed], armed] if armed and civil else [list(group)]


def bears_arms(phrase: Phrase) -> bool:
    """Whether a phrase is of soldiers or fighters."""
    return any(phrase.head in kinds()[kind] for kind in ("army", "fighters")) and phrase.head not in ("martyr", "hero")


def is_civil(phrase: Phrase) -> bool:
    """Whether a phrase is of people who bear no arms."""
    return not CIVIL.isdisjoint(phrase.words)


CIVIL = marked(LANGUAGE, "naming_words", "civil")


def _all(articles: Sequence[AnnotatedArticle], heads: frozenset[str]) -> list[Phrase]:
    return [p for a in articles for p in phrases_of(a, heads)]


Keys = Callable[[Phrase], tuple[str, ...]]


def wording(kind: str, phrase: Phrase, nations: Nations) -> tuple[str, ...]:
    """What tells a phrase from others of its kind: its words less lands and usual nouns; empty for the usual name."""
    plain = {w for nouns in _nouns(kind) for w, usual in nouns.items() if usual}
    loaded = {lemma for (start, _), lemma in words_in(phrase.article, phrase.span) if _is_loaded(phrase.article, start)}
    if kind == "noun":
        return tuple(w for w in phrase.words[:-1] if not nations.of(w))
    if kind in ("dead", "acted", "aged", "counted"):
        return tuple(w for w in phrase.words if not nations.of(w) and (w not in GENERAL or len(phrase.words) > 1))
    return tuple(sorted(({phrase.head} - plain) | loaded))


GENERAL = marked(LANGUAGE, "naming_words", "anybody")
"""Nouns for people that choose no word for them."""


def _nouns(kind: str) -> Iterator[Mapping[str, bool]]:
    if kind in kinds():
        yield kinds()[kind]


def _is_loaded(article: AnnotatedArticle, at: int) -> bool:
    return any(w.field == "text" and w.start <= at < w.end for w in article.loaded_words)
