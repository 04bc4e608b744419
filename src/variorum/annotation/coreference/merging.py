"""What only the whole text shows: a function in the headline, a spokesman whose name follows, are the person named later."""

from variorum.annotation.coreference.clusters import Cluster, RoleFound
from variorum.annotation.coreference.described import broad_class
from variorum.annotation.coreference.nouns import after_several, equal_names, is_medium
from variorum.annotation.coreference.pronouns import is_speaking
from variorum.annotation.coreference.roles import may_be_titled, phrase_words, role_kinds
from variorum.annotation.coreference.state import Reading
from variorum.annotation.mentions.find import Phrase
from variorum.annotation.mentions.types import has_age, is_company, known_names, noun_type, person_genders, titles
from variorum.annotation.mentions.words import Words
from variorum.annotation.words.lists import listed
from variorum.language.lexicon import words as word_set
from variorum.language.names import name_words

HEADLINE_REACH = 8
"""Sentences in which the bearer of a bare function (``the minister``) must be named; of a whole one anywhere below."""
LEAD = 4
"""Sentences (headline and place line counted) that count as the lead."""
HUMAN = frozenset({"person", "group", "people"})
BODIES = frozenset({"organisation", "group"})
ALONE = {"company": "company", "firm": "company", "watchdog": "public", "regulator": "public", "union": "union"}
"""Nouns that mean the only body of their class in a text, with that class."""
NAME_REACH = 3
"""Sentences after ``a spokesman said`` in which a name without a function is his."""


def merge_named_later(reading: Reading) -> None:
    """Join unnamed people with the person named later whom the text shows to be the same."""
    for cluster in [c for c in reading.clusters if _is_unnamed_person(c)]:
        bearer = _bearer_of_function(reading, cluster) or _name_follows(reading, cluster) or _named_below(reading, cluster)
        bearer = bearer or _addressed_below(reading, cluster) or _described_with_name(reading, cluster)
        if bearer is not None:
            _merge(reading, cluster, bearer)
    for cluster in [c for c in reading.clusters if c.type in BODIES and not c.named and c.phrases and not c.state]:
        body = _body_named_below(reading, cluster)
        if body is not None:
            _merge(reading, cluster, body)
    for cluster in [c for c in reading.clusters if c.type == "place" and not c.named and c.phrases]:
        home = _home(reading, cluster)
        if home is not None:
            _merge(reading, cluster, home)
    for cluster in [c for c in reading.clusters if _is_unnamed_person(c)]:
        bearer = _known_by_now(reading, cluster)
        if bearer is not None:
            _merge(reading, cluster, bearer)


def _is_unnamed_person(cluster: Cluster) -> bool:
    return cluster.type == "person" and not cluster.named and not cluster.plural and bool(cluster.phrases)


def _merge(reading: Reading, cluster: Cluster, into: Cluster) -> None:
    found = reading.found
    for phrase in cluster.phrases:
        if phrase.kind == "noun" and into.type == "person":
            first = phrase.start + (found.lower[phrase.start] in {"the", "a", "an"} and phrase.end > phrase.start + 1)
            into.roles.append(RoleFound(phrase.lemma, phrase_words(found, phrase), first, phrase.end))
    into.phrases = sorted([*into.phrases, *cluster.phrases], key=lambda p: (p.start, p.end))
    into.roles = sorted([*into.roles, *cluster.roles], key=lambda r: r.start)
    into.country = into.country or cluster.country
    into.gender = into.gender or cluster.gender
    cluster.phrases = []


def _bearer_of_function(reading: Reading, cluster: Cluster) -> Cluster | None:
    """``the foreign minister`` before he is named: the one person with that function named in the next sentences."""
    first = cluster.phrases[0]
    if first.kind != "noun" or first.form not in {"definite", "possessive", "bare"} or first.lemma not in titles():
        return None
    below = first.head >= reading.found.title_end
    if first.form == "bare" and below and reading.found.dep[first.head] in {"pobj", "attr", "compound", "conj"}:
        return None
    here = reading.found.sentence[first.head]
    words = frozenset(w for w in phrase_words(reading.found, first) if w not in reading.states)
    fits = []
    for person in reading.clusters:
        if not person.named or person.type != "person" or not person.phrases or person is cluster:
            continue
        distance = reading.found.sentence[person.phrases[0].head] - here
        near = distance >= 0 and (bool(words) or distance <= HEADLINE_REACH)
        same = any(_is_function(first, words, r) for r in person.roles)
        if near and same and _compatible(cluster, person):
            fits.append(person)
    return fits[0] if len(fits) == 1 else None


def _is_function(phrase: Phrase, words: frozenset[str], role: RoleFound) -> bool:
    """Whether a function is the phrase's, or is called by an equal word (``PM`` for the prime minister)."""
    return (role.lemma == phrase.lemma and words <= role.modifiers) or (not words and bool(role.names() & equal_names(phrase)))


def _home(reading: Reading, cluster: Cluster) -> Cluster | None:
    """``his country`` of somebody whose country came out later."""
    first = cluster.phrases[0]
    owner = reading.owner(first)
    if first.lemma != "country" or first.form != "possessive" or owner is None or owner.type == "place" or not owner.country:
        return None
    return reading.governments.get(owner.country) or reading.places.get(owner.country)


def _known_by_now(reading: Reading, cluster: Cluster) -> Cluster | None:
    """``The senior official`` for somebody whose function came out only by joining him with an unnamed source."""
    found, first = reading.found, cluster.phrases[0]
    if first.kind != "noun" or first.form != "definite" or after_several(reading, first):
        return None
    here = found.sentence[first.head]
    near = []
    for person in reading.clusters:
        before = [p for p in person.phrases if p.start < first.start]
        if person is cluster or person.type != "person" or person.plural or not before:
            continue
        if here - found.sentence[before[-1].head] <= NAME_REACH and _has_function(reading, person, first):
            near.append(person)
    return near[0] if len(near) == 1 and _compatible(cluster, near[0]) else None


def _has_function(reading: Reading, person: Cluster, phrase: Phrase) -> bool:
    state = reading.state_key(phrase)
    if state is not None and person.country != state:
        return False
    words = phrase_words(reading.found, phrase) - listed("side") - reading.states.keys()
    roles = [r for r in person.roles if r.start < phrase.start and phrase.lemma in role_kinds().get(r.lemma, ())]
    return any(words <= r.modifiers | {r.lemma} for r in roles)


def _compatible(one: Cluster, other: Cluster) -> bool:
    if one.gender and other.gender and one.gender != other.gender:
        return False
    return not (one.country and other.country and one.country != other.country)


def _name_follows(reading: Reading, cluster: Cluster) -> Cluster | None:
    """``A spokesman for the port said ... . Tom Hale said``: the next speaker named, where nothing else says who that is."""
    found, first = reading.found, cluster.phrases[0]
    speaks = first.form == "indefinite" and found.dep[first.head] == "nsubj" and first.lemma in word_set("en", "spokespeople")
    if first.kind != "noun" or not speaks:
        return None
    here = found.sentence[first.head]
    people = [c for c in reading.clusters if c.phrases and c is not cluster and c.type == "person"]
    later = [c for c in people if found.sentence[c.phrases[0].head] > here]
    following = min(later, key=lambda c: c.phrases[0].start, default=None)
    if following is None or not following.named or not _compatible(cluster, following):
        return None
    name = following.phrases[0]
    distance = found.sentence[name.head] - here
    if not 0 < distance <= NAME_REACH or not _speaks(reading, following, found.sentence[name.head]):
        return None
    if name.end < len(found) and found.text[name.end] == "," and found.pos[min(name.end + 1, len(found) - 1)] != "PUNCT":
        return None
    return following if _without_function(name, following) else None


def _described_with_name(reading: Reading, cluster: Cluster) -> Cluster | None:
    """``A nurse fled ... . The nurse, who gave her name as Ada Roe``: the same noun beside a new name."""
    found, first, last = reading.found, cluster.phrases[0], cluster.phrases[-1]
    if first.kind != "noun":
        return None
    same = [c for c in reading.clusters if c.phrases and c is not cluster and first.lemma in c.lemmas]
    if any(not c.named and _is_unnamed_person(c) for c in same):
        return None
    fits = []
    for person in (c for c in same if c.named and c.type == "person" and _compatible(cluster, c)):
        again = person.phrases[0]
        told = again.kind == "noun" and again.form == "definite" and again.lemma == first.lemma
        if told and again.start > last.start and phrase_words(found, again) <= phrase_words(found, first):
            fits.append(person)
    return fits[0] if len(fits) == 1 else None


def _named_below(reading: Reading, cluster: Cluster) -> Cluster | None:
    """``A man has been jailed ... . Dan Orr, 34, ...``, ``A bishop wept ... . The Reverend Per Dahl is suing``: the one
    person of a lead, whose name follows with an age or a form of address that fits."""
    found, first = reading.found, cluster.phrases[0]
    here = found.sentence[first.head]
    people = [c for c in reading.clusters if c.phrases and c is not cluster and c.type in HUMAN and not c.pair]
    later = [c for c in people if c.phrases[0].start > first.start and c.named]
    following = min(later, key=lambda c: c.phrases[0].start, default=None)
    if (
        here > LEAD
        or first.kind != "noun"
        or following is None
        or following.type != "person"
        or following.phrases[0].title.casefold() in person_genders().keys() - {first.lemma}
        or not _compatible(cluster, following)
    ):
        return None
    name = following.phrases[0]
    between = [p for c in people for p in c.phrases if p.kind != "pronoun" and p.start < name.start]
    last = max(found.sentence[p.head] for p in cluster.phrases if p.kind == "noun" and p.start < name.start)
    titled = may_be_titled(name, first.lemma)
    alone = not between or (titled and all(p.type != "person" or found.sentence[p.head] <= last for p in between))
    near = 0 < found.sentence[name.head] - last <= (NAME_REACH if titled else 2)
    subject = found.dep[name.head] in {"nsubj", "nsubjpass"}
    return following if alone and near and subject and (titled or _has_own_age(reading, name, first)) else None


def _addressed_below(reading: Reading, cluster: Cluster) -> Cluster | None:
    """``a psychiatrist said ... . Dr Anna Roe told the court``: the only person named below whose address fits."""
    found, first = reading.found, cluster.phrases[0]
    if first.kind != "noun" or found.sentence[first.head] > LEAD or first.lemma in {"officer", "soldier", "expert"}:
        return None
    people = [c for c in reading.clusters if c.phrases and c.named and c.type == "person"]
    fits = [c for c in people if any(may_be_titled(p, first.lemma) for p in c.phrases)]
    if len(fits) != 1 or fits[0].phrases[0].start < first.start or not _compatible(cluster, fits[0]):
        return None
    near = found.sentence[fits[0].phrases[0].head] - found.sentence[first.head] <= HEADLINE_REACH
    offices = [r for r in fits[0].roles if r.lemma in titles() and r.lemma != first.lemma]
    return fits[0] if near and not offices else None


def _has_own_age(reading: Reading, name: Phrase, first: Phrase) -> bool:
    acting = reading.found.dep[first.head] in {"nsubj", "nsubjpass"}
    return acting and has_age(reading.found, name.end)


def _body_named_below(reading: Reading, cluster: Cluster) -> Cluster | None:
    """``the grid operator says ... . Orlend Grid, which runs the lines, ...``: the body named next that shares a word, or the
    only company of the text for ``the company``."""
    found, first = reading.found, cluster.phrases[0]
    if first.kind != "noun" or first.form == "possessive" or first.plural:
        return None
    here = found.sentence[first.head]
    words = {w for w in (*phrase_words(found, first), first.lemma) if len(w) > 3} - reading.states.keys()
    bodies = [c for c in reading.clusters if c.named and c.phrases and c.type in BODIES and not c.state]
    later = [
        c for c in bodies if 0 <= found.sentence[c.phrases[0].head] - here <= NAME_REACH and c.phrases[0].start > first.end
    ]
    sharing = [c for c in later if _shares(words - listed("general_name"), c) and not _of_other_kind(first, c)]
    if here <= LEAD and len(sharing) == 1 and not _held_apart(cluster, sharing[0]):
        return sharing[0]
    titled = first.head < found.title_end and first.form == "bare"
    if words != {first.lemma} or not (titled or first.form == "definite"):
        return None
    alike = [c for c in bodies if _is_of_class(c, ALONE.get(first.lemma, ""))]
    if not alike and first.lemma in listed("trades") and first.head >= found.title_end:
        alike = [c for c in bodies if _may_trade(found, c) and c.phrases[0].start < first.start]
    before = titled or (len(alike) == 1 and alike[0].phrases[0].start < first.start)
    return alike[0] if len(alike) == 1 and before else None


def _may_trade(found: Words, cluster: Cluster) -> bool:
    """Whether nothing tells that a named body is no company: a word for another kind of body, an outlet's name or ways."""
    kinds = {broad_class(w) for w in cluster.lemmas} - {"", "company"}
    parts = name_words(cluster.name)
    other = any(noun_type(part) for part in parts) or any(part in word_set("en", "outlet_words") for part in parts)
    agency = cluster.name.isupper() or any(p.start and found.text[p.start - 1] == "(" for p in cluster.phrases)
    outlet = agency or cluster.name in known_names() or is_medium(found, cluster)
    return cluster.type == "organisation" and not (kinds or other or outlet)


def _shares(words: set[str], cluster: Cluster) -> bool:
    """Whether a word of the description stands in the name, in the singular or plural."""
    named = {w for part in name_words(cluster.name) for w in (part, part.removesuffix("s"))}
    return bool(words & named)


def _of_other_kind(first: Phrase, body: Cluster) -> bool:
    """``the hospital trust`` and ``Velm General Hospital``: the last word of the name tells another kind of body."""
    last = body.name.casefold().rpartition(" ")[2]
    return noun_type(last) == "organisation" and last != first.lemma and noun_type(first.lemma) == "organisation"


def _held_apart(cluster: Cluster, body: Cluster) -> bool:
    """Whether both are of known classes of bodies that exclude each other."""
    one = {broad_class(w) for w in cluster.lemmas} - {""}
    other = {broad_class(w) for w in body.lemmas} - {""}
    return bool(one and other and not one & other)


def _is_of_class(cluster: Cluster, kind: str) -> bool:
    """Whether the name of a body, or what it is called, shows that it is of a class."""
    parts = cluster.name.split()
    company = kind == "company" and len(parts) > 1 and is_company(parts[0], parts[-1].casefold())
    return company or (kind != "" and kind in {broad_class(w) for w in cluster.lemmas})


def _without_function(name: Phrase, cluster: Cluster) -> bool:
    last = name.title.casefold().split()[-1:]
    title = titles().get(name.title.casefold()) or (titles().get(last[0]) if last else None)
    plain = not name.title or (title is not None and title[0] in {"rank", "honorific"})
    return plain and all(r.start < name.end for r in cluster.roles)


def _speaks(reading: Reading, cluster: Cluster, sentence: int) -> bool:
    found = reading.found
    return any(found.sentence[p.head] == sentence and is_speaking(found, p.head) for p in cluster.phrases)
