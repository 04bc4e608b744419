"""Whom a pronoun refers to: recent mentions that agree, weighed by place, part in the clause and who was speaking."""

from dataclasses import dataclass

from variorum.annotation.attributions.cues import reporting_verbs
from variorum.annotation.coreference.clusters import Cluster
from variorum.annotation.coreference.governments import is_agentive
from variorum.annotation.coreference.mistyped import mistyped_person, speaks_nearer
from variorum.annotation.coreference.state import Reading
from variorum.annotation.mentions.find import Phrase
from variorum.annotation.mentions.nouns import Pronoun, pronoun_table
from variorum.annotation.mentions.types import SURE
from variorum.annotation.mentions.words import Words
from variorum.annotation.words.lists import listed
from variorum.language.lexicon import words
from variorum.records.annotation import EntityType

REACH = 3
"""Sentences back that a pronoun may reach."""
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "dative"})
ACTORS: frozenset[EntityType] = frozenset({"organisation", "government", "group", "document"})

CLOSING_MARKS = frozenset({",", ".", ";", "\u2013", "\u2014"})
AWAY = frozenset({"from", "to", "against", "by"})
"""Prepositions behind which a pronoun never means the subject, whatever they hang on (``Orr wanted the money from her``)."""
NEWSPAPERS = words("en", "outlet_nouns") - {"agency"}
"""What a body is called that ``they`` does not mean: it writes of others who are."""
SPEAKERS = ACTORS | {"person", "people"}


@dataclass(frozen=True, slots=True)
class Weights:
    """Points for and against an antecedent. Set by hand, checked on the development half of GUM's news-like genres."""

    sentence: float = -0.7
    paragraph: float = 0.7
    token: float = -0.002
    subject: float = 0.8
    object: float = 0.4
    possessor: float = 0.2
    own_clause: float = 0.6
    main_clause: float = 0.3
    both_subjects: float = 0.1
    both_objects: float = 0.1
    named: float = 0.2
    unintroduced: float = -0.4
    gender_known: float = 0.5
    ending: float = -0.4
    pronoun: float = 0.35
    leaves_quote: float = -1.0
    speaker_in_own_quote: float = -1.0
    same_speaker: float = 0.8
    speaker_elsewhere: float = -0.2
    actor_wanted: float = 0.2
    single_for_they: float = -0.6
    thing: float = 0.0
    margin_person: float = 0.1
    margin_thing: float = 0.15
    least_person: float = -1.2
    least_thing: float = 0.4
    least_many: float = 0.2


WEIGHTS = Weights()


def resolve_pronoun(reading: Reading, phrase: Phrase, weights: Weights = WEIGHTS) -> Cluster | None:
    """The entity the pronoun refers to, ``None`` when no antecedent is clear. The mention is recorded in ``reading``."""
    features = pronoun_table()[phrase.lemma]
    if features.person != "third":
        return None
    speaks = is_speaking(reading.found, phrase.head) or _is_inserted(reading.found, phrase.head)
    own = list(reading.speakers.get(reading.found.paragraph[phrase.head], ())) if reading.found.quoted[phrase.head] else []
    own += _named_in_own_words(reading, phrase) if speaks else []
    own += _bodies_in_own_words(reading, phrase) if speaks and not features.gender else []
    best: dict[int, tuple[float, Cluster]] = {}
    here: set[int] = set()
    for earlier, cluster in reading.recent(phrase, REACH):
        if (speaks and cluster.type not in SPEAKERS) or any(cluster is s for s in own):
            continue
        if _is_unsure_person(cluster) and not _acts_on_own(reading.found, phrase, earlier, features):
            continue
        if _agrees(features, cluster) and _allowed(reading.found, phrase, earlier, features):
            if reading.found.paragraph[earlier.head] == reading.found.paragraph[phrase.head]:
                here.add(id(cluster))
            score = round(_score(reading.found, phrase, (earlier, cluster), features, weights), 3)
            if id(cluster) not in best or score > best[id(cluster)][0]:
                best[id(cluster)] = (score, cluster)
    chosen = (_speaks_of_self(reading, phrase, features) if speaks else None) or _clear_best(
        list(best.values()), features, weights
    )
    if chosen is not None and features.gender in {"m", "f"}:
        elsewhere = (here and id(chosen) not in here) or speaks_nearer(reading, phrase, chosen)
        if elsewhere or _owns_subject(reading, phrase, features, chosen):
            return None
        if speaks and _introduced_here(reading, phrase, features, own, chosen):
            return None
    if chosen is not None and not features.gender and _is_body_far_off(reading, phrase, chosen):
        return None
    if chosen is None and not best and features.gender in {"m", "f"}:
        chosen = mistyped_person(reading, phrase)
    if chosen is not None:
        reading.mention(phrase, chosen)
    return chosen


def _owns_subject(reading: Reading, phrase: Phrase, features: Pronoun, chosen: Cluster) -> bool:
    """``Ada Roe runs the inn. Her sister works nights. She said``: the owner is not clearly meant where the sentence before is
    about somebody without a name who is hers."""
    found = reading.found
    for earlier, cluster in reading.recent(phrase, 2):
        if cluster is chosen and earlier.kind != "pronoun":
            return False
        subject = earlier.kind == "noun" and earlier.lemma in words("en", "kin_words") and found.dep[earlier.head] in SUBJECTS
        before = found.statement[earlier.head] < found.statement[phrase.head]
        if subject and before and not cluster.named and reading.owner(earlier) is chosen and _agrees(features, cluster):
            return True
    return False


def _introduced_here(reading: Reading, phrase: Phrase, features: Pronoun, own: list[Cluster], chosen: Cluster) -> bool:
    """``Her minister, Per Dahl, will travel to Velm, he said``: who is introduced in words that are not put back in time may
    say them, so that nobody of an earlier sentence is clearly meant."""
    found, here = reading.found, reading.found.statement[phrase.head]
    if any(found.statement[p.head] == here for p, c in reading.recent(phrase, 0) if c is chosen):
        return False
    told = [(p, c) for p, c in reading.recent(phrase, 0) if any(c is o for o in own) and c.named and not found.quoted[p.head]]
    new = [p for p, c in told if _agrees(features, c) and all(found.statement[q.head] == here for q in c.phrases)]
    subjects = [s for p in new if found.dep[s := beside_noun(found, p.head)] in SUBJECTS]
    said = [w for s in subjects for w in (found.head[s], *found.children[found.head[s]]) if w < phrase.start]
    return any(found.tag[w] in {"VBZ", "VBP"} or found.lower[w] in {"will", "can"} for w in said)


def _is_body_far_off(reading: Reading, phrase: Phrase, chosen: Cluster) -> bool:
    """``The Bell had this. I have seen the minutes, and they say``: a body named before this sentence is not ``they`` where
    things in the plural stand in between."""
    found, first = reading.found, phrase.head
    if chosen.plural or chosen.type != "organisation" or "police" in chosen.name.casefold().split():
        return False
    while first and found.sentence[first - 1] == found.sentence[phrase.head]:
        first -= 1
    return chosen.phrases[-1].start < first and any(found.tag[i] == "NNS" for i in range(first, phrase.head))


def _named_in_own_words(reading: Reading, phrase: Phrase) -> list[Cluster]:
    """``"Orlin pays nothing," he said``, ``Orlin had been ill, he said``: who is named in the words before the verb of saying
    does not say them, nor does somebody who is told of there for the first time."""
    found = reading.found
    if found.quoted[phrase.head]:
        return []
    spoken_of = _meant_in_quotation(reading, phrase)
    here = [
        (p, c) for p, c in reading.recent(phrase, 0) if p.kind != "pronoun" and c.type in SPEAKERS and p.end <= phrase.start
    ]
    inserted = _is_inserted(found, phrase.head)
    return spoken_of + [
        c
        for p, c in here
        if (p.kind == "name" and inserted and found.dep[p.head] in SUBJECTS)
        or (c.type == "person" and ((p.kind == "name" and found.quoted[p.head]) or _is_reported(found, p.head, phrase.head)))
    ]


def _bodies_in_own_words(reading: Reading, phrase: Phrase) -> list[Cluster]:
    """``A guard of the Harbour Ministry had the key, they said``: the body named there is not who ``they`` are."""
    found = reading.found
    named = ((p, c) for p, c in reading.recent(phrase, 0) if p.kind == "name" and p.end <= phrase.start)
    return [c for p, c in named if c.type in ACTORS and _is_reported(found, p.head, phrase.head)]


def _meant_in_quotation(reading: Reading, phrase: Phrase) -> list[Cluster]:
    """``His brother came across. "He walked alone," he said``: who is the quoted ``he`` is not who says it; nor is an unnamed
    person whom the words mean otherwise (``"I saw him"``)."""
    found = reading.found
    told = [
        (p, c) for p, c in reading.recent(phrase, 0) if p.kind == "pronoun" and found.quoted[p.head] and p.end <= phrase.start
    ]
    return [c for p, c in told if c.type == "person" and (not c.named or pronoun_table()[p.lemma].form == "subject")]


def _is_inserted(found: Words, subject: int) -> bool:
    """``Orlin had paid nothing, he repeats;``: subject and verb of saying stand alone between a comma and another mark."""
    verb, after = subject + 1, subject + 2
    while after < len(found) and found.pos[after] in {"ADV", "ADP", "SCONJ"}:
        after += 1
    alone = found.head[subject] == verb and after < len(found) and found.text[after] in CLOSING_MARKS
    return alone and subject > 0 and found.text[subject - 1] == ","


def _is_reported(found: Words, token: int, speaker: int) -> bool:
    """Whether a word stands in the clause before the verb of saying that tells what is said."""
    verb = found.head[speaker]
    above = token
    while found.head[above] not in {above, verb}:
        above = found.head[above]
    reports = found.lemma[above] in reporting_verbs() and ";" in found.text[above:speaker]
    if not found.quoted[token] and _quotes_sentence(found, token, speaker):
        return False
    return found.head[above] == verb != above and found.dep[above] == "ccomp" and above < speaker and not reports


def _quotes_sentence(found: Words, start: int, end: int) -> bool:
    """``Orlin read a statement. "It is over," he said``: whether a whole sentence in quotation marks stands in between."""
    first = next((i for i in range(start, end) if found.quoted[i] and found.text[i][0].isalnum()), end)
    return first < end and found.text[first][0].isupper() and found.text[max(first - 2, 0)] not in {",", ":"}


def _speaks_of_self(reading: Reading, phrase: Phrase, features: Pronoun) -> Cluster | None:
    """``Her call had come late, she said``: whom the pronoun of the reported words means also says them."""
    found = reading.found
    if found.quoted[phrase.head] or features.gender not in {"m", "f"}:
        return None
    here = [
        (p, c) for p, c in reading.recent(phrase, 0) if _is_reported(found, p.head, phrase.head) and not found.quoted[p.head]
    ]
    if any(p.kind != "pronoun" and c.type == "person" and _agrees(features, c) for p, c in here):
        return None
    meant = {id(c): c for p, c in here if p.kind == "pronoun" and p.gender == features.gender and _agrees(features, c)}
    return next(iter(meant.values())) if len(meant) == 1 else None


def _clear_best(scored: list[tuple[float, Cluster]], features: Pronoun, weights: Weights) -> Cluster | None:
    """The leader, if it is good enough and well ahead of the next entity."""
    ranked = sorted(scored, key=lambda s: -s[0])
    person = features.gender in {"m", "f"}
    least = weights.least_person if person else weights.least_thing if features.gender else weights.least_many
    margin = weights.margin_person if person else weights.margin_thing
    if not ranked or ranked[0][0] < least or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < margin):
        return None
    return ranked[0][1]


def _agrees(features: Pronoun, cluster: Cluster) -> bool:
    """Whether gender, number and type allow the entity."""
    if features.gender in {"m", "f"}:
        return cluster.type == "person" and not cluster.plural and cluster.gender in {"", features.gender}
    if features.gender == "n":
        return cluster.type not in {"person", "people"} and not cluster.plural
    many = cluster.type == "organisation" and cluster.named and not cluster.lemmas.keys() & NEWSPAPERS
    return cluster.plural or cluster.type in {"group", "people"} or many


def _allowed(found: Words, phrase: Phrase, earlier: Phrase, features: Pronoun) -> bool:
    """Leave out antecedents that hold the pronoun, are held by it, or stand beside it under one verb."""
    if earlier.start <= phrase.start < earlier.end or found.dateline[earlier.head]:
        return False
    if features.form == "possessive" and found.head[phrase.head] == earlier.head:
        return False
    verb = found.head[phrase.head]
    if _asks(found, earlier, phrase):
        return False
    if found.dep[phrase.head] == "pobj":
        away = found.lower[verb] in AWAY
        verb = found.head[verb]
        verb = found.head[verb] if away and found.pos[verb] not in {"VERB", "AUX"} else verb
    beside = found.head[earlier.head] == verb and found.dep[earlier.head] in ARGUMENTS
    if _stands_in_front(found, earlier.head, phrase.head):
        return False
    return not (beside and features.form in {"object", "subject"} and earlier.head != phrase.head)


def _stands_in_front(found: Words, earlier: int, subject: int) -> bool:
    """``In a letter it wrote``, ``on the mayor's offer he was cool``, ``asked about Orr's claim she smiled``: what a phrase in
    front of subject and verb names is not the subject, nor is who owns the topic."""
    owned = found.head[earlier] if found.dep[earlier] == "poss" else earlier
    by = found.head[owned]
    topic = owned == earlier or found.lower[by] in listed("topic")
    verb = found.head[by] if found.dep[found.head[by]] != "advcl" else found.head[found.head[by]]
    return (
        found.dep[subject] in SUBJECTS and found.dep[owned] == "pobj" and topic and by < subject and verb == found.head[subject]
    )


def _is_unsure_person(cluster: Cluster) -> bool:
    """``Talmar grew. He said``: one word that only the pipeline takes for a person may be a company or a place; not one that
    ``he`` has meant before."""
    bare = cluster.type == "person" and cluster.named and _bare(cluster)
    return bare and all(p.weight <= 1 and p.gender not in {"m", "f"} for p in cluster.phrases if p.name or p.kind == "pronoun")


def _acts_on_own(found: Words, phrase: Phrase, earlier: Phrase, features: Pronoun) -> bool:
    """``Talmar has cut her budget``: the subject of a main clause that speaks of ``his`` or ``her`` things is a person."""
    owns = features.form == "possessive" and features.gender in {"m", "f"} and found.dep[earlier.head] == "nsubj"
    main = found.dep[found.head[earlier.head]] == "ROOT" and earlier.start < phrase.start
    return owns and main and clause_subject(found, phrase.head) == earlier.head


def _asks(found: Words, earlier: Phrase, phrase: Phrase) -> bool:
    """``Asked by Zubair whether he knew, he replied``, ``asked how the captain had seemed, he replied``: neither who asks nor
    whom the question is about answers."""
    asking = found.head[earlier.head]
    while found.head[asking] != asking and not (found.lemma[asking] in _ANSWERED and found.tag[asking] == "VBN"):
        asking = found.head[asking]
    if found.tag[asking] != "VBN" or found.child(asking, "nsubjpass") is not None or found.lemma[asking] not in _ANSWERED:
        return False
    by = found.lower[found.head[earlier.head]] == "by" and found.head[found.head[earlier.head]] == asking
    about = earlier.kind != "pronoun" and earlier.start < phrase.start and found.right[asking] < phrase.head
    return (by or about) and found.sentence[asking] == found.sentence[phrase.head]


_ANSWERED = listed("waits_for_answer")


def _score(found: Words, phrase: Phrase, candidate: tuple[Phrase, Cluster], features: Pronoun, weights: Weights) -> float:
    earlier, cluster = candidate
    distance = found.statement[phrase.head] - found.statement[earlier.head]
    score = weights.sentence * distance + weights.token * min(phrase.start - earlier.start, 100)
    score += _by_part(found, phrase, earlier, weights)
    score += weights.paragraph * (found.paragraph[phrase.head] == found.paragraph[earlier.head] and earlier.kind != "pronoun")
    score += weights.named * cluster.named
    if features.form in {"possessive", "reflexive"} and clause_subject(found, phrase.head) == earlier.head:
        score += weights.own_clause
    score += weights.gender_known * (bool(cluster.gender) and cluster.gender == features.gender)
    score += weights.ending * (features.gender == "m" and not cluster.gender and _sounds_female(cluster.name))
    score += weights.unintroduced * (cluster.named and features.gender in {"m", "f"} and _bare(cluster))
    score += weights.pronoun * (earlier.kind == "pronoun")
    if features.gender == "n":
        wanted = found.dep[phrase.head] == "nsubj" and is_agentive(found.lemma[found.head[phrase.head]])
        score += weights.actor_wanted * (wanted and cluster.type in ACTORS) + weights.thing * (cluster.type == "other")
    elif not features.gender and not cluster.plural:
        score += weights.single_for_they
    return score + _by_speech(found, phrase, earlier, weights)


def _sounds_female(name: str) -> bool:
    """Whether a given name that no list knows ends in ``a``, as in most languages of Europe women's names do."""
    given = name.split()[:1]
    return " " in name and len(given[0]) > 3 and given[0].endswith("a")


def _bare(cluster: Cluster) -> bool:
    """Whether somebody has only been called by one word, without given name, title or function, as companies are."""
    named = [p for p in cluster.phrases if p.name]
    plain = all(" " not in p.name and not p.title and p.weight < SURE for p in named)
    return not cluster.gender and not cluster.roles and plain


def clause_subject(found: Words, token: int) -> int | None:
    """The subject of the finite clause that the word stands in."""
    above = token
    while found.head[above] != above:
        above = found.head[above]
        if found.pos[above] not in {"VERB", "AUX"}:
            continue
        if any(found.lower[c] == "to" and found.dep[c] == "aux" for c in found.children[above]):
            return None
        subject = found.child(above, "nsubj", "nsubjpass")
        if subject is not None:
            return subject
    return None


def _by_part(found: Words, phrase: Phrase, earlier: Phrase, weights: Weights) -> float:
    """Points for the antecedent's part in its clause, and for having the pronoun's."""
    token = beside_noun(found, earlier.head)
    dep, own = found.dep[token], found.dep[phrase.head]
    if dep in SUBJECTS:
        main = found.dep[found.head[token]] == "ROOT"
        return weights.subject + weights.main_clause * main + weights.both_subjects * (own in SUBJECTS)
    if dep in {"dobj", "pobj", "dative"}:
        return weights.object * (dep == "dobj") + weights.both_objects * (own in {"dobj", "pobj", "dative"})
    return weights.possessor if dep == "poss" else 0.0


def _by_speech(found: Words, phrase: Phrase, earlier: Phrase, weights: Weights) -> float:
    """Points for standing inside and outside of quotation marks, and for who spoke last."""
    part = beside_noun(found, earlier.head)
    speaks = is_speaking(found, part) and not (earlier.kind == "pronoun" and found.dep[found.head[part]] == "relcl")
    score = 0.0
    if found.quoted[earlier.head] and not found.quoted[phrase.head]:
        score += weights.leaves_quote
    if found.quoted[phrase.head] and not found.quoted[earlier.head] and speaks:
        score += weights.speaker_in_own_quote
    if speaks and found.dep[phrase.head] == "nsubj":
        score += weights.same_speaker if is_speaking(found, phrase.head) else weights.speaker_elsewhere
    return score


def beside_noun(found: Words, token: int) -> int:
    """``The chairwoman, Ada Roe, said``: a name in apposition has the part of the noun beside it."""
    while found.dep[token] == "appos" and found.head[token] < token:
        token = found.head[token]
    return token


def is_speaking(found: Words, token: int) -> bool:
    """Whether the word is the subject of a verb of saying, or whom something is ``according to``."""
    verb = found.head[token]
    if found.dep[token] == "nsubj":
        return found.lemma[verb] in reporting_verbs()
    return found.dep[token] == "pobj" and found.lower[verb] == "to" and found.lower[found.head[verb]] == "according"


def closes_quotation(found: Words, subject: int) -> bool:
    """``"...," the plumber sobbed``: whether a subject stands right behind words in quotation marks that lead on to it."""
    first = min(found.left[subject], found.head[subject])
    return first > 1 and found.quoted[first - 1] and not found.quoted[first] and found.text[first - 2] in {",", "?", "!"}
