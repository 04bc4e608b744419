"""What reports call a person besides the name: functions, descriptions beside it, and phrases that can mean nobody else."""

import re
from collections.abc import Iterator, Mapping, Sequence

from variorum.collation.claims.alignment import CUES, LIGHT, act
from variorum.collation.claims.sentences import SMALL, words_in
from variorum.collation.claims.statements import Roll, Statement
from variorum.collation.claims.words import LANGUAGE, act_concept
from variorum.collation.naming.described import adjectives, told_outright
from variorum.collation.naming.phrases import human_nouns, things, verb_places
from variorum.collation.naming.terms import COLLOQUIAL, OUTSIDE, Label, label_at, plain_words
from variorum.language.lexicon import marked, words
from variorum.records.annotation import AnnotatedArticle, Mention
from variorum.records.article import Span
from variorum.records.story import StoryEntity

AGED = re.compile(r"\b(\d{1,3})-year-old\b")
OF_AGE = re.compile(r"\b[Aa]n? ((?:[a-z-]+ ){0,3}[a-z]+) (?:of|aged) (\d{2})\b(?! ?(?:per|%|[a-z]*illion))")
AGE_AFTER = re.compile(r",\s(\d{1,3}),\s")
BESIDE = re.compile(r",?\s|,\s\d{1,3},\s")
"""What stands between a name and a description beside it."""

BETWEEN = re.compile(
    r"[\s,–—(-]{1,3}(?:\d{1,3}[,\s]+)?(?:(?:the|a|an|his|her|their|its|our|as|Mr|Mrs|Ms|Dr)\.?\s)?", re.IGNORECASE
)
"""The same with the words that may open a description or a form of address."""

FAR = 30
"""Most characters of words that lead a report's opening line into a description of somebody named."""

Labels = Mapping[str, list[Label]]


def people_labels(articles: Sequence[AnnotatedArticle], statements: Sequence[Statement], roll: Roll) -> dict[str, list[Label]]:
    """Story entity id of each named person to the descriptions that reports give, by article and place."""
    found: dict[str, list[Label]] = {}
    for article in articles:
        for entity, label in (
            *_roles(article, roll),
            *_before(article, roll),
            *_set_off(article, roll),
            *_beside(article, roll),
            *_aged(article, roll),
            *_camps(article, roll),
            *told_outright(article, roll),
        ):
            found.setdefault(entity.id, []).append(label)
    ages = _ages(articles, roll)
    for id, label in _by_age(articles, ages, roll):
        found.setdefault(id, []).append(label)
    for id, label in (*_by_head(articles, found, roll), *_by_slot(statements, roll), *_by_death(statements, roll)):
        found.setdefault(id, []).append(label)
    return _by_surname(found, roll)


def _by_surname(found: Labels, roll: Roll) -> dict[str, list[Label]]:
    """The labels with those of a bare surname put to the one person of the story who bears it."""
    names = {e.id: e.name.casefold().split() for e in roll.names.values() if e.named and e.type == "person"}
    whole: dict[str, list[str]] = {}
    for id, parts in sorted(names.items()):
        if len(parts) > 1:
            whole.setdefault(parts[-1], []).append(id)
    joined: dict[str, list[Label]] = {}
    for id, labels in sorted(found.items()):
        bearers = whole.get(names[id][0], []) if len(names[id]) == 1 else []
        joined.setdefault(bearers[0] if len(bearers) == 1 else id, []).extend(labels)
    return joined


def _person(roll: Roll, entity: str | None) -> StoryEntity | None:
    found = roll.names.get(entity or "")
    return found if found is not None and found.named and found.type == "person" else None


def _roles(article: AnnotatedArticle, roll: Roll) -> Iterator[tuple[StoryEntity, Label]]:
    for entity in article.entities:
        person = _person(roll, entity.id)
        for role in entity.roles if person else ():
            if person and role.field == "text" and _touches(article, role.span, entity.id):
                yield person, label_at(article, _wider(article, role.span), person)


def _before(article: AnnotatedArticle, roll: Roll) -> Iterator[tuple[StoryEntity, Label]]:
    """A common noun right before a name ("whistleblower Ida Kern") and one set off by commas."""
    for m in article.mentions:
        person = _person(roll, m.entity) if m.kind == "name" and m.field == "text" else None
        lead = article.text[max(m.start - 60, 0) : m.start] if person else ""
        at = m.start - len(lead)
        noun = NOUN_BEFORE.search(lead)
        if person and noun and noun[1] in human_nouns() - plain_words():
            yield person, label_at(article, (at + noun.start(1), at + noun.end(1)), person)
        inside = LEADING.match(article.text, m.start, m.end) if person else None
        if person and inside:
            yield person, label_at(article, inside.span(1), person)
        described = DESCRIBED_BEFORE.search(article.text[max(m.start - 60, 0) : m.end]) if person else None
        if (
            person
            and described
            and described[1].split()[-1] in human_nouns()
            and not article.text[m.end : m.end + 5].startswith(", and")
        ):
            yield person, label_at(article, (at + described.start(1), at + described.end(1)), person)


def _set_off(article: AnnotatedArticle, roll: Roll) -> Iterator[tuple[StoryEntity, Label]]:
    """A description between commas behind a name ("Ida Kern, the butcher of Osk, ..."), without a verb in it."""
    cues = {lemma for q in article.quotations for span in q.cue for _, lemma in words_in(article, span)}
    verbs = verb_places(article)
    for m in article.mentions:
        person = _person(roll, m.entity) if m.kind == "name" and m.field == "text" else None
        described = DESCRIBED_BEHIND.match(article.text, m.end) if person else None
        if person is None or described is None or article.text[described.end() :].startswith(" and "):
            continue
        words = words_in(article, described.span(1))
        label = label_at(article, described.span(1), person)
        clause = cues | marked(LANGUAGE, "collation_words", "clause")
        told = any(t[0] in verbs or lemma in clause for t, lemma in words)
        if not told and label.head in label.key and label.head not in things():
            yield person, label


DESCRIBED_BEHIND = re.compile(r",\s(?:\d{1,3},\s)?((?:the|an?)\s[a-z][^,.;:!?\n“”\"()–—]{2,45})[,.;!?–—]")
LEADING = re.compile(r"(?:(?:the|an?)\s)?((?:[a-z][\w-]*\s){0,2}[a-z][\w-]*)\s(?=[A-Z])")
NOUN_BEFORE = re.compile(r"\b([a-z]+)\s$")
DESCRIBED_BEFORE = re.compile(
    r"\b(?:[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Tt]he|[Aa]n?)\s((?:[a-z’'-]+\s){0,2}[a-z]+),\s(?:[A-Z][^,.;\s]*\s?){1,5}$"
)


def _touches(article: AnnotatedArticle, span: Span, entity: str) -> bool:
    """Whether a description stands in, right before or right behind a name of the entity."""
    for m in article.mentions:
        if m.entity == entity and m.kind == "name" and m.field == "text":
            between = article.text[min(span[1], m.end) : max(span[0], m.start)]
            if m.start <= span[0] < m.end or BETWEEN.fullmatch(between):
                return True
    return False


def _wider(article: AnnotatedArticle, span: Span) -> Span:
    """The span with a describing word that opens its sentence or paragraph right before it ("Under-fire boss")."""
    opening = max((s for s, _ in article.sentences if s <= span[0]), default=span[0])
    opening = max(opening, article.text.rfind("\n", 0, span[0]) + 1)
    lead = article.text[opening : span[0]]
    lemmas = [w for _, w in words_in(article, (opening, span[0]))]
    plain = (
        lead.replace("-", "").replace(" ", "").isalpha()
        and 0 < len(lead) <= FAR
        and not set(lemmas) & SMALL - {"up", "out", "under"}
    )
    one = plain and len(lead.split()) == 1 and lemmas[0] not in words(LANGUAGE, "connectives") | OUTSIDE
    return (opening, span[1]) if one else span


def _nouns(article: AnnotatedArticle) -> list[Mention]:
    return [m for m in article.mentions if m.kind == "noun" and m.field == "text"]


def _beside(article: AnnotatedArticle, roll: Roll) -> Iterator[tuple[StoryEntity, Label]]:
    """Descriptions right behind a name and its age ("Ilva Trent, 19, a student of law") and phrases that mean the named one."""
    names = [m for m in article.mentions if m.kind == "name" and m.field == "text" and _person(roll, m.entity)]
    for noun in _nouns(article):
        person = _person(roll, noun.entity)
        if person is not None and not (
            _touches(article, (noun.start, noun.end), noun.entity)
            or _is_owned(article, noun)
            or _is_colloquial(article, noun)
            or _describes(article, noun)
        ):
            continue
        if person is None and noun.type == "person":
            before = next((n for n in reversed(names) if n.end < noun.start), None)
            if (
                before
                and BESIDE.fullmatch(article.text[before.end : noun.start])
                and "," in article.text[before.end : noun.start]
            ):
                person = (
                    _person(roll, before.entity) if _closes(article, noun.end) and _opens_description(article, noun) else None
                )
        if person is not None:
            yield person, label_at(article, (noun.start, noun.end), person)


def _is_colloquial(article: AnnotatedArticle, noun: Mention) -> bool:
    """ "The boss", "the skipper": a loose word for an office, alone."""
    words = [lemma for _, lemma in words_in(article, (noun.start, noun.end))]
    return len(words) == 2 and words[0] == "the" and words[1] in COLLOQUIAL - marked(LANGUAGE, "collation_words", "plain_chief")


def _describes(article: AnnotatedArticle, noun: Mention) -> bool:
    """ "The disgraced politician": a phrase of a few words that means the one named before and says more than an office."""
    lemmas = [lemma for _, lemma in words_in(article, (noun.start, noun.end))]
    telling = [w for w in lemmas[1:] if w not in plain_words()]
    return 2 < len(lemmas) < SHORT and lemmas[0] in ("the", "this") and lemmas[-1] in human_nouns() and bool(telling)


SHORT = 6
"""Words of a phrase that still names; longer ones tell a story."""


def _is_owned(article: AnnotatedArticle, noun: Mention) -> bool:
    """ "Its captain", "our captain": an owner makes a description of what would be a bare function."""
    return article.text[noun.start : noun.end].casefold().startswith(("its ", "our ", "their "))


def _opens_description(article: AnnotatedArticle, noun: Mention) -> bool:
    return article.text[noun.start : noun.end].casefold().startswith(("a ", "an ", "the "))


def _closes(article: AnnotatedArticle, end: int) -> bool:
    return article.text[end : end + 1] in (",", ".", ")", ";", "–", "—") or article.text[end : end + 4] in (
        " of ",
        " at ",
        " who",
    )


def _aged(article: AnnotatedArticle, roll: Roll) -> Iterator[tuple[StoryEntity, Label]]:
    """ "The 27-year-old striker" and "the star, 28," mean the person named last."""
    names = [m for m in article.mentions if m.kind == "name" and m.field == "text" and m.type == "person"]
    for noun in _nouns(article):
        text = article.text[noun.start : noun.end]
        if noun.type == "person" and text[:4].casefold() == "the " and _person(roll, noun.entity) is None:
            last = next((n for n in reversed(names) if n.end <= noun.start), None)
            person = _person(roll, last.entity) if last else None
            told = AGED.search(text) or AGE_AFTER.match(article.text, noun.end)
            if person and told and not _is_of_other_land(article, noun, person, roll):
                yield person, label_at(article, (noun.start, noun.end), person)


def _is_of_other_land(article: AnnotatedArticle, noun: Mention, person: StoryEntity, roll: Roll) -> bool:
    """Whether a phrase names a land ("the Norvian strongman, 63,") and the offices of a person name another one."""
    lands = {land for _, w in words_in(article, (noun.start, noun.end)) if len(w) > 3 and (land := roll.nations.of(w))}
    roles = (w.removesuffix("'s").removesuffix("’s") for role in person.roles for w in role.casefold().split())
    own = {land for w in roles if len(w) > 3 and (land := roll.nations.of(w))}
    return bool(lands and own) and lands.isdisjoint(own)


def _camps(article: AnnotatedArticle, roll: Roll) -> Iterator[tuple[StoryEntity, Label]]:
    """ "The X clan": a surname before a noun for those around the person, where one person alone bears it."""
    for noun in _nouns(article):
        words = words_in(article, (noun.start, noun.end))
        if len(words) == 3 and words[0][1] == "the" and words[-1][1] in CAMPS:
            surname = article.text[slice(*words[1][0])].casefold()
            bearers = {
                e.id: e
                for e in roll.names.values()
                if e.type == "person" and e.named and e.name.casefold().split()[-1] == surname
            }
            if len(bearers) == 1:
                person = next(iter(bearers.values()))
                yield person, label_at(article, (noun.start, noun.end), person)


CAMPS = marked(LANGUAGE, "naming_words", "camp")
"""Nouns after a surname for the power around a person."""


def _ages(articles: Sequence[AnnotatedArticle], roll: Roll) -> dict[str, str]:
    """Ages that stand behind a name in some report and that one person alone has."""
    found: dict[str, set[str]] = {}
    for article in articles:
        for m in article.mentions:
            person = _person(roll, m.entity) if m.kind == "name" and m.field == "text" else None
            age = AGE_AFTER.match(article.text, m.end) if person else None
            if person and age:
                found.setdefault(age[1], set()).add(person.id)
    return {age: min(people) for age, people in found.items() if len(people) == 1}


def _by_age(articles: Sequence[AnnotatedArticle], ages: Mapping[str, str], roll: Roll) -> Iterator[tuple[str, Label]]:
    """ "A 19-year-old rioter", "a rioter of 19" in a report that does not name, or has not yet named, the one of that age; "the
    19-year-old charmer" also behind the name."""
    by_id = {e.id: e for e in roll.names.values()}
    for article in articles:
        firsts: dict[str, int] = {}
        for m in article.mentions:
            if m.kind == "name" and m.field == "text" and (e := _person(roll, m.entity)):
                firsts[e.id] = min(firsts.get(e.id, m.start), m.start)
        for age, span in _told_by_age(article):
            id = ages.get(age, "")
            led = article.text[max(span[0] - 4, 0) : span[0]].casefold() == "the "
            if id and (led or span[0] < firsts.get(id, span[1])):
                yield id, label_at(article, span, by_id[id])


def _told_by_age(article: AnnotatedArticle) -> Iterator[tuple[str, Span]]:
    """Each age with the phrase for a human being that it stands in."""
    for age in AGED.finditer(article.text):
        tokens = words_in(article, (age.end(), age.end() + FAR))
        noun = next((t for t, w in tokens if w in human_nouns()), None)
        closed = len(tokens) > 1 and (tokens[1][0][0] in verb_places(article) or tokens[1][1] in ("be", "have"))
        noun = noun or (tokens[0][0] if closed else None)
        if noun and article.text[age.end() : noun[1]].replace(" ", "").isalpha():
            yield age[1], (age.start(), noun[1])
    for age in OF_AGE.finditer(article.text):
        if any(w in human_nouns() for _, w in words_in(article, age.span(1))[-1:]):
            yield age[2], age.span(1)


def _by_head(articles: Sequence[AnnotatedArticle], found: Labels, roll: Roll) -> Iterator[tuple[str, Label]]:
    """ "The student" where one person of the story alone is called a student, and the report has no other one."""
    holders: dict[str, set[str]] = {}
    for id, labels in sorted(found.items()):
        for label in labels:
            if label.head:
                holders.setdefault(label.head, set()).add(id)
    by_id = {e.id: e for e in roll.names.values()}
    for article in articles:
        for noun in _nouns(article):
            text = article.text[noun.start : noun.end].casefold()
            if noun.type != "person" or not text.startswith("the ") or _person(roll, noun.entity) is not None:
                continue
            lemmas = [w for _, w in words_in(article, (noun.start, noun.end)) if w not in SMALL]
            owners = holders.get(lemmas[-1], set()) if lemmas else set()
            if (
                len(owners) == 1
                and lemmas[-1] not in MANY
                and all(w in ("other", "former", "late", "dead", *adjectives()) for w in lemmas[:-1])
            ):
                person = by_id[min(owners)]
                yield person.id, label_at(article, (noun.start, noun.end), person)


MANY = marked(LANGUAGE, "naming_words", "several")
"""Functions that a story may have several of without naming each."""


def _by_slot(statements: Sequence[Statement], roll: Roll) -> Iterator[tuple[str, Label]]:
    """ "Halden could sack their golden boy" beside "Halden could dismiss Orrin": same doer, same act, one person named."""
    known: dict[tuple[str, str], set[str]] = {}
    for s in statements:
        person = _person(roll, s.claim.object)
        if person and s.subject and act(s) not in LIGHT | CUES:
            known.setdefault((_called(s, roll), _deed(s)), set()).add(person.id)
    by_id = {e.id: e for e in roll.names.values()}
    for s in statements:
        people = known.get((_called(s, roll), _deed(s)), set())
        if (
            len(people) == 1
            and s.subject
            and s.claim.object_span
            and s.claim.field == "text"
            and _person(roll, s.claim.object) is None
        ):
            lemmas = [w for _, w in words_in(s.article, s.claim.object_span)]
            if lemmas and (lemmas[-1] in human_nouns()) and lemmas[0] in marked(LANGUAGE, "collation_words", "definite"):
                yield min(people), label_at(s.article, s.claim.object_span, by_id[min(people)])


def _called(s: Statement, roll: Roll) -> str:
    """The doer by name: one body may be read as different things in different reports."""
    entity = roll.names.get(s.claim.subject or "")
    return entity.name.casefold() if entity is not None and entity.named else s.subject or ""


def _deed(s: Statement) -> str:
    return act_concept(s.predicate) if " " not in s.predicate else act(s)


def _by_death(statements: Sequence[Statement], roll: Roll) -> Iterator[tuple[str, Label]]:
    """An unnamed dead person where the whole story names a single one."""
    dead = [(s, span) for s in statements if s.polarity == "positive" and s.modality == "asserted" and (span := _died(s))]
    named = {
        p.id: p
        for s, _ in dead
        if (p := _person(roll, s.claim.subject if _died(s) == s.claim.subject_span else s.claim.object))
    }
    if len(named) != 1:
        return
    person = next(iter(named.values()))
    for s, span in dead:
        words = words_in(s.article, span)
        one = words and words[-1][1] in human_nouns() and s.article.text[slice(*words[-1][0])].casefold() == words[-1][1]
        present = any(m.entity in person.members for m in s.article.mentions)
        if one and words[0][1] in ("a", "an", "the") and not present and s.claim.field == "text":
            yield person.id, label_at(s.article, span, person)


def _died(s: Statement) -> Span | None:
    first = s.claim.predicate.split()[0] if s.claim.predicate else ""
    if first in ("die", "perish"):
        return s.claim.subject_span or s.claim.object_span
    return s.claim.object_span if act(s) == "die" else None
