"""Whom a noun phrase refers to: a function remembered, the same head noun, a broader word, or somebody new."""

import functools
import math

from variorum.annotation.coreference.clusters import Cluster
from variorum.annotation.coreference.described import broad_class, described_body, described_person, may_have_name
from variorum.annotation.coreference.governments import stands_for_government
from variorum.annotation.coreference.honours import honoured_person, honours
from variorum.annotation.coreference.pairs import resolve_together
from variorum.annotation.coreference.pronouns import clause_subject
from variorum.annotation.coreference.roles import may_be_titled, modifier_words, phrase_words, role_kinds, roles_called
from variorum.annotation.coreference.state import Reading
from variorum.annotation.coreference.things import same_thing
from variorum.annotation.mentions.find import Phrase
from variorum.annotation.mentions.nouns import AGE
from variorum.annotation.mentions.types import noun_type, person_genders, titles
from variorum.annotation.mentions.words import Words
from variorum.annotation.words.lists import listed
from variorum.language.lexicon import values, word_list, words
from variorum.language.names import country, fold

PLAIN_WORDS = frozenset({"general", "managing", "executive"})
"""Words of a function's own name (``general secretary``), which do not tell whose it is."""
LEAD = 4
"""Sentences (title and place line counted) in which a person in the title is introduced again."""
NEAR = 3
"""How many sentences back a broad word (``the group``, ``the country``) may reach."""
FADING = 0.8
"""How much a mention of a country counts for less with every sentence that lies between."""
COUNTRIES = frozenset({"country", "nation"})


@functools.cache
def broad_words() -> dict[str, tuple[str, ...]]:
    """Nouns that point back to a body or place just named, with the types they may point to."""
    return {row["word"]: values(row, "types") for row in word_list("en", "broad_words")}


def _fits_class(cluster: Cluster, lemma: str) -> bool:
    """Whether a body may be called ``lemma``: no ministry is ``the firm``, no newspaper ``the ministry``."""
    told = {*cluster.lemmas, cluster.name.casefold().rpartition(" ")[2]}
    own = {kind for w in told if (kind := broad_class(w))}
    return not own or broad_class(lemma) in own | {""}


def is_medium(found: Words, cluster: Cluster) -> bool:
    """Whether a body that somebody told something, that understands something, or initials that report, are a medium, and so
    neither ``the company`` nor ``the regulator`` nor ``the union``."""
    verbs = [(p, found.dep[p.head], found.lemma[found.head[p.head]]) for p in cluster.phrases]
    told = any(dep in {"dobj", "dative"} and verb == "tell" for _, dep, verb in verbs)
    before = (p.start - 1 - (found.lower[p.start - 1] == "the") for p in cluster.phrases if p.name)
    told = told or any(found.lemma[i] == "tell" for i in before)
    return told or any(
        dep == "nsubj" and (verb == "understand" or (verb == "report" and p.name.isupper())) for p, dep, verb in verbs
    )


def resolve_noun(reading: Reading, phrase: Phrase) -> Cluster:
    """The entity that the noun phrase refers to; a new one where none fits. The mention is recorded in ``reading``."""
    if phrase.lemma in honours() and phrase.form == "possessive":
        known = honoured_person(reading, phrase)
    else:
        known = _state(reading, phrase) or resolve_together(reading, phrase) or _known(reading, phrase)
    cluster = known if known is not None else reading.new(phrase)
    reading.mention(phrase, cluster)
    fresh = known is None or not cluster.named
    reading.index(cluster, phrase.lemma, phrase_words(reading.found, phrase) if fresh else frozenset())
    return cluster


def _state(reading: Reading, phrase: Phrase) -> Cluster | None:
    """``the Norland government``, ``the government``, ``the country``, ``his country``: one of the article's states."""
    if phrase.plural or (phrase.form in {"bare", "indefinite"} and phrase.lemma in COUNTRIES):
        return None
    if phrase.lemma in listed("rules"):
        return _government(reading, phrase)
    if phrase.lemma in COUNTRIES and not phrase_words(reading.found, phrase) - listed("side"):
        return _country(reading, phrase)
    return None


def _government(reading: Reading, phrase: Phrase) -> Cluster | None:
    key = reading.state_key(phrase) or _owners_state(reading, phrase)
    if key is None:
        if phrase.form != "definite" or phrase_words(reading.found, phrase) - listed("side") or phrase.lemma != "government":
            return None
        key = _topical(reading, phrase)
        return _government_of(reading, phrase, key) if key else None
    return None if phrase.form == "indefinite" else _government_of(reading, phrase, key)


def _government_of(reading: Reading, phrase: Phrase, key: str) -> Cluster:
    """The government of a state, new where it has not acted yet; named when the phrase names the state."""
    if key not in reading.governments:
        cluster = reading.new(phrase)
        cluster.state = cluster.country = key
        if reading.state_key(phrase) == key:
            first = phrase.start + (reading.found.lower[phrase.start] in {"the", "this"})
            cluster.named, cluster.name = True, reading.found.slice(first, phrase.end)
        reading.governments[key] = cluster
    return reading.governments[key]


def _country(reading: Reading, phrase: Phrase) -> Cluster | None:
    """The state that ``the country`` means: its owner's, or the one that the sentences before were most about."""
    found = reading.found
    key = _owners_state(reading, phrase) if phrase.form == "possessive" else _topical(reading, phrase)
    if key is None:
        return None
    first, second = reading.governments.get(key), reading.places.get(key)
    return (first or second) if stands_for_government(found, phrase.head) else (second or first)


def _owners_state(reading: Reading, phrase: Phrase) -> str | None:
    """``his country``, ``Abe's government``: the state of the person or body that owns it."""
    owner = reading.owner(phrase)
    return owner.country if phrase.form == "possessive" and owner is not None and owner.type != "place" else None


def _topical(reading: Reading, phrase: Phrase) -> str | None:
    found, here = reading.found, reading.found.sentence[phrase.head]
    weights: dict[str, float] = {}
    for earlier, key in reversed(reading.touched):
        distance = here - found.sentence[earlier.head]
        if distance > 2 * NEAR:
            break
        dep = found.dep[earlier.head]
        aside = dep in {"compound", "nmod"} or (earlier.kind == "noun" and earlier.type in {"group", "other"})
        weight = FADING**distance * (0.1 if aside else 1.5 if dep in {"nsubj", "nsubjpass"} and distance else 1.0)
        weights[key] = weights.get(key, 0.0) + (-math.inf if _in_clause(reading, phrase, earlier) else weight)
    ranked = sorted(weights.items(), key=lambda item: (-round(item[1], 3), item[0]))
    if not ranked or ranked[0][1] <= 0 or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < 0.1):
        return None
    return ranked[0][0]


def _in_clause(reading: Reading, phrase: Phrase, earlier: Phrase) -> bool:
    """``Norland has troops in the country``: a state named as the subject of the very clause is another one.

    A capital is no such name (``Velm wants the troops out of the country``).
    """
    found = reading.found
    if earlier.kind != "name" or found.dep[earlier.head] != "nsubj" or clause_subject(found, phrase.head) != earlier.head:
        return False
    place = country(earlier.name)
    return place.form == "country" if place else reading.states.get(fold(earlier.name)) == fold(earlier.name)


def _known(reading: Reading, phrase: Phrase) -> Cluster | None:
    if reading.found.lower[phrase.start] == "our" and phrase.lemma in words("en", "newsroom_staff"):
        return _own_staff(reading, phrase)
    if phrase.form == "indefinite":
        return _from_title(reading, phrase)
    if phrase.form == "bare" and not _titular(reading, phrase):
        return _same_wording(reading, phrase)
    if reading.found.lower[phrase.start] == "this" and phrase.lemma in words("en", "media_nouns"):
        return _same_wording_of_own(reading, phrase)
    found = _same_head(reading, phrase) or _same_source(reading, phrase) if phrase.lemma != AGE else None
    if found is None and not _restricted(reading.found, phrase):
        found = same_thing(reading, phrase)
    if found is None and phrase.type == "person" and not phrase.plural and not after_several(reading, phrase):
        found = _by_function(reading, phrase) or described_person(reading, phrase)
    if found is None and phrase.lemma in broad_words() and not phrase.plural:
        found = _by_broad_word(reading, phrase) if phrase.form != "possessive" else _own_body(reading, phrase)
    return found


def _own_staff(reading: Reading, phrase: Phrase) -> Cluster | None:
    """``our reporter`` is whoever the text has called so, and no reporter that it tells about."""
    found = reading.found
    called = (c for c in reading.by_lemma.get(phrase.lemma, ()) if c.last >= 0 and not c.plural)
    told = ((c, p) for c in called for p in c.phrases if p.kind != "pronoun")
    own = [c for c, p in told if "our" in found.lower[max(p.start - 1, 0) : p.end]]
    return max(own, key=lambda c: c.last, default=None)


def after_several(reading: Reading, phrase: Phrase) -> bool:
    """Whether several who are called so were told of right before (``two officials``): then ``the official`` is one of them."""
    before = ((p, c) for p, c in reading.recent(phrase, NEAR) if p.start < phrase.start)
    return any(p.kind == "noun" and p.lemma == phrase.lemma and c.plural for p, c in before)


def _same_source(reading: Reading, phrase: Phrase) -> Cluster | None:
    """``our mole says`` after ``an insider told the Bell``: the only unnamed source who spoke right before."""
    inside = words("en", "inside_sources")
    owner = reading.found.lower[phrase.owner] if phrase.owner is not None else "our"
    if phrase.lemma not in inside or phrase.plural or owner != "our" or phrase_words(reading.found, phrase):
        return None
    near = (c for p, c in reading.recent(phrase, NEAR) if p.kind == "noun" and p.lemma in inside and not c.plural)
    sources = {id(c): c for c in near if not c.named and c.type == phrase.type}
    return next(iter(sources.values())) if len(sources) == 1 else None


def _same_wording_of_own(reading: Reading, phrase: Phrase) -> Cluster | None:
    """``this newspaper`` is the report's own outlet, and no other that the report names."""
    own = [c for c in reading.by_lemma.get(phrase.lemma, ()) if not c.named and c.phrases]
    return next((c for c in own if reading.found.lower[c.phrases[0].start] == "this"), None)


def _from_title(reading: Reading, phrase: Phrase) -> Cluster | None:
    """``Man held over fire`` in the title, ``A man has been held`` below it."""
    if phrase.type != "person" or phrase.plural or reading.found.sentence[phrase.head] > LEAD:
        return None
    same = [c for c in reading.by_lemma.get(phrase.lemma, ()) if not c.named and not c.plural]
    above = [c for c in same if c.phrases and all(p.head < reading.found.title_end for p in c.phrases)]
    return above[0] if len(same) == 1 and above else None


def _titular(reading: Reading, phrase: Phrase) -> bool:
    """``Iraqi foreign minister said``: a function without an article used like a name, not ``sworn in as president``."""
    found = reading.found
    named = phrase.type == "person" and not phrase.plural and phrase.lemma in titles()
    return named and found.dep[phrase.head] in {"nsubj", "nsubjpass", "dobj", "appos", "ROOT", "poss"}


def _same_head(reading: Reading, phrase: Phrase) -> Cluster | None:
    """The latest entity that was called by the same noun, where modifiers, possessor, number and country agree."""
    if phrase.form != "possessive" and _restricted(reading.found, phrase):
        return None
    fitting = [c for c in reading.by_lemma.get(phrase.lemma, ()) if c.last >= 0 and _agrees(reading, phrase, c)]
    return max(fitting, key=lambda c: c.last, default=None)


def _restricted(found: Words, phrase: Phrase) -> bool:
    """``the people who left``, ``the post by an outsider``: words right after it say which one, so it needs no other."""
    after = [c for c in found.children[phrase.head] if c > phrase.head and found.text[found.left[c] - 1] != ","]
    return any(found.dep[c] == "relcl" or (found.dep[c] == "prep" and found.lower[c] == "by") for c in after)


def _agrees(reading: Reading, phrase: Phrase, cluster: Cluster) -> bool:
    if phrase.plural != cluster.plural and not (cluster.named and not phrase.plural):
        return False
    state = reading.state_key(phrase)
    if state and state != cluster.country and (cluster.country or cluster.type != "person"):
        return False
    words = _telling(reading, phrase)
    known = cluster.lemmas[phrase.lemma]
    if (known & listed("other_function")) - phrase_words(reading.found, phrase):
        return False
    known = known - listed("side")
    if (state or _has_name(reading.found, phrase)) and cluster.named and cluster.type != "person" and known - words:
        return False
    if words - known and not (cluster.named and (_in_names(words - known, cluster) or _is_central_bank(words, cluster))):
        return False
    if phrase.form == "possessive" and cluster.named and cluster.type != "person" and (not state or state != cluster.country):
        return False
    owner, before = reading.owner_key(phrase), cluster.owners.get(phrase.lemma, "")
    own = reading.found.lower[phrase.start] in listed("owner") and not before
    if own and known - words and cluster.type == "organisation":
        return False
    return not owner or not before or owner == before or bool(state and state == cluster.country)


def _has_name(found: Words, phrase: Phrase) -> bool:
    """``the Norvik army``: a capital before the head that is not the sentence's."""
    return any(found.text[i][:1].isupper() and found.pos[i] in {"PROPN", "ADJ"} for i in range(phrase.start, phrase.head))


def _telling(reading: Reading, phrase: Phrase) -> frozenset[str]:
    """The phrase's words that tell its bearer from others; words for states are compared as states."""
    words = phrase_words(reading.found, phrase) - listed("side")
    return frozenset(w for w in words if w not in reading.states)


def _in_names(words: frozenset[str], cluster: Cluster) -> bool:
    named = {w.casefold() for p in cluster.phrases if p.name for w in p.name.split()}
    return words <= named


def _is_central_bank(words: frozenset[str], cluster: Cluster) -> bool:
    """``the central bank`` for the Bank of Norland or the National Bank."""
    name = cluster.name.casefold()
    return words == {"central"} and (name.startswith("bank of ") or bool(listed("central_bank") & set(name.split())))


def _same_wording(reading: Reading, phrase: Phrase) -> Cluster | None:
    """Phrases without an article refer to the same only in the same words, and never to people (``officials``)."""
    state = reading.state_key(phrase)
    body = phrase.type == "organisation" and state is not None and not phrase.plural
    if phrase.type in {"person", "group", "organisation", "document"} and not body:
        return None
    words = phrase_words(reading.found, phrase)
    same = [
        c for c in reading.by_lemma.get(phrase.lemma, ())
        if not c.named and c.lemmas[phrase.lemma] == words and c.plural == phrase.plural and state in {None, c.country}
    ]  # fmt: skip
    return max(same, key=lambda c: c.last, default=None)


def _by_function(reading: Reading, phrase: Phrase) -> Cluster | None:
    """The one person with a function that ``phrase`` is another or a broader word for: of those nearby, else of all for an
    equal word (``the CEO`` for the chief executive)."""
    people = {id(c): c for _, c in reading.recent(phrase, NEAR)}
    near = [c for c in people.values() if _bears(reading, phrase, c, names=_names_of(reading.found, phrase))]
    if len(near) == 1 or near:
        return near[0] if len(near) == 1 else None
    equal = [c for c in reading.clusters if c.last >= 0 and _bears(reading, phrase, c, names=equal_names(phrase))]
    return equal[0] if len(equal) == 1 else None


def _names_of(found: Words, phrase: Phrase) -> frozenset[str]:
    """The functions for which the phrase is a broader or equal word: by its head, or by head and complement."""
    if "deputy" in phrase_words(found, phrase):
        return frozenset({"deputy"})
    calls = {phrase.lemma, _compound(found, phrase), *_pairs(found, phrase)}
    return frozenset().union(*(roles_called().get(call, ()) for call in calls))


def _compound(found: Words, phrase: Phrase) -> str:
    """``head of state`` for its head, where its complement is one plain word; else empty."""
    if phrase.owner is None or phrase.owner != phrase.head + 2:
        return ""
    if not found.text[phrase.owner].islower() and found.text[phrase.head].islower():
        return ""
    return found.slice(phrase.head, phrase.owner + 1).casefold()


def _pairs(found: Words, phrase: Phrase) -> frozenset[str]:
    """``prime minister``: the head with each word before it."""
    return frozenset(f"{word} {phrase.lemma}" for word in modifier_words(found, phrase.start, phrase.head))


def equal_names(phrase: Phrase) -> frozenset[str]:
    """The functions that are another word for the phrase's, not a broader one: each is listed as a kind of the other."""
    own = role_kinds().get(phrase.lemma, ())
    return frozenset(role for role in own if phrase.lemma in role_kinds().get(role, ()))


def _bears(reading: Reading, phrase: Phrase, cluster: Cluster, *, names: frozenset[str]) -> bool:
    """Whether somebody has one of the functions ``names`` with the telling words of the phrase."""
    roles = [r for r in cluster.roles if names & r.names()]
    offices = [r for r in cluster.roles if r.lemma in titles()]
    if not offices and not _telling(reading, phrase) and any(may_be_titled(p, phrase.lemma) for p in cluster.phrases):
        return cluster.type == "person" and _may_be(phrase, cluster, reading.state_key(phrase))
    if not roles or cluster.type != "person" or cluster.plural or not _may_be(phrase, cluster, reading.state_key(phrase)):
        return False
    words = _telling(reading, phrase)
    kinds = {kind for r in roles for name in r.names() & names for kind in role_kinds().get(name, ())}
    if names == {"deputy"} or _compound(reading.found, phrase) in kinds:
        return True
    words -= {word for word in words if f"{word} {phrase.lemma}" in kinds}
    equal = equal_names(phrase)
    if any(r.names() & equal and not r.modifiers - listed("side") - PLAIN_WORDS for r in roles):
        words = frozenset(w for w in words if noun_type(w) not in {"organisation", "group", "government"})
    return all(any(w in r.modifiers or w == r.lemma for r in roles) for w in words)


def _may_be(phrase: Phrase, cluster: Cluster, state: str | None) -> bool:
    gender = person_genders().get(phrase.lemma, "")
    if gender and cluster.gender and gender != cluster.gender:
        return False
    return not state or state == cluster.country


def _own_body(reading: Reading, phrase: Phrase) -> Cluster | None:
    """``their union``, ``his club``: the only body named nearby that can be called so, and not the owner itself."""
    if reading.found.lower[phrase.start] not in listed("owner") or _telling(reading, phrase):
        return None
    owner = reading.owner(phrase)
    near = {id(c): c for _, c in _called(reading, phrase, broad_words()[phrase.lemma]) if c is not owner}
    return next(iter(near.values())) if len(near) == 1 and (owner is None or owner.type in {"person", "group"}) else None


def _by_broad_word(reading: Reading, phrase: Phrase) -> Cluster | None:
    """The entity of the right kind named last, for ``the city``, ``the group``, bodies before products and sites; none where
    two are as close."""
    words = phrase_words(reading.found, phrase) - listed("side")
    if words - listed("armed"):
        return described_body(reading, phrase, broad_words()[phrase.lemma])
    kinds = broad_words()[phrase.lemma] if not words else ("group",)
    near = _called(reading, phrase, kinds)
    if "place" not in kinds:
        near = [(p, c) for p, c in near if not all(_is_beside(reading.found, q) for q in c.phrases)] or near
    if not near:
        return None
    latest = reading.found.sentence[near[0][0].head]
    same_sentence = {id(c) for p, c in near if reading.found.sentence[p.head] == latest}
    return near[0][1] if len(same_sentence) == 1 or "place" in kinds else None


def _is_beside(found: Words, phrase: Phrase) -> bool:
    """``Orrin night lights``, ``the refinery at Kesh``: a name that only tells which thing or where."""
    above = found.head[phrase.head]
    where = found.dep[phrase.head] == "pobj" and found.lower[above] in listed("inside_place") | {"at", "near"}
    return where or (found.dep[phrase.head] in {"compound", "nmod"} and found.pos[above] == "NOUN")


def _called(reading: Reading, phrase: Phrase, kinds: tuple[str, ...]) -> list[tuple[Phrase, Cluster]]:
    """The named bodies or places nearby that the phrase's noun fits, the latest mention first."""
    recent = ((p, c) for p, c in reading.recent(phrase, NEAR) if c.type in kinds and c.named and not c.state)
    lemma = phrase.lemma
    fitting = [(p, c) for p, c in recent if _fits_class(c, lemma) and may_have_name(c, lemma)]
    return [(p, c) for p, c in fitting if broad_class(lemma) in {"media", ""} or not is_medium(reading.found, c)]
