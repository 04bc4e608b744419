"""``The builder said`` right after a sentence about one person: a description where a name or pronoun could stand."""

import functools

from variorum.annotation.attributions.cues import reporting_verbs
from variorum.annotation.coreference.ages import aged_person, told_age
from variorum.annotation.coreference.clusters import Cluster
from variorum.annotation.coreference.pronouns import closes_quotation, is_speaking
from variorum.annotation.coreference.roles import phrase_words, role_kinds
from variorum.annotation.coreference.state import Reading
from variorum.annotation.mentions.find import Phrase
from variorum.annotation.mentions.nouns import AGE
from variorum.annotation.mentions.types import noun_type, person_genders, titles
from variorum.annotation.mentions.words import Words
from variorum.language.lexicon import values, word_list, words


def described_person(reading: Reading, phrase: Phrase) -> Cluster | None:
    """The only person of the sentence before, when a description new to the text opens the next one.

    Nobody with a function of another kind is meant, nor anybody while an unnamed person is about, nor by a description that
    tells by itself who is meant (``the doctor who treated him``).
    """
    found = reading.found
    if told_age(found, phrase) is not None:
        person = aged_person(reading, phrase)
        return person if person is not None and _fits(phrase, person) else None
    kin = phrase.lemma in words("en", "kin_words") and phrase.form in {"definite", "possessive"}
    described = phrase.form == "definite" and _self_contained(reading, phrase)
    if found.dep[phrase.head] != "nsubj" or not (described or (kin and _opens_sentence(reading, phrase))):
        return None
    if any(found.dep[c] == "relcl" and found.text[found.left[c] - 1] != "," for c in found.children[phrase.head]):
        return None
    people = {id(c): c for p, c in reading.recent(phrase, 1) if _may_be_meant(found, p, c) and p.start < phrase.start}
    person = next(iter(people.values())) if len(people) == 1 else None
    if person is None or not person.named or person.plural or not _fits(phrase, person):
        return None
    if not described:
        return person if _has_namesake(reading, person) else None
    return None if _speaks_for_an_office(found, phrase) and not _functions(person) else person


def _has_namesake(reading: Reading, person: Cluster) -> bool:
    """``Per Dahl nods. The engineer's brother ...``: whether somebody else of the text has the surname."""
    surname = person.name.rpartition(" ")[2]
    others = (c for c in reading.clusters if c is not person and c.named and c.type == "person" and " " in c.name)
    return " " in person.name and any(c.name.rpartition(" ")[2] == surname for c in others)


def _speaks_for_an_office(found: Words, phrase: Phrase) -> bool:
    """``The mayor said`` after a sentence about somebody: whoever holds the office, unless it is known to be that one."""
    speaks = is_speaking(found, phrase.head) or closes_quotation(found, phrase.head)
    return speaks and titles().get(phrase.lemma, ("",))[0] == "office"


def _self_contained(reading: Reading, phrase: Phrase) -> bool:
    """Whether a description takes the place of a name: it opens its sentence, or names who said what stands before it, and
    adds no words that would tell somebody else (``the father of three`` may, ``the father of the victim`` not)."""
    found = reading.found
    counted = phrase.owner is not None and phrase.owner > phrase.head and found.pos[phrase.owner] == "NUM"
    speaks = is_speaking(found, phrase.head) or closes_quotation(found, phrase.head)
    closes = (phrase.start > 1 and found.quoted[phrase.start - 1] and speaks) or _follows_verb(found, phrase)
    if closes and _is_office(reading, phrase):
        return True
    telling = phrase.owner is not None and not counted
    known = closes or (_opens_sentence(reading, phrase) and _told_aside(found, phrase))
    if known and not telling and phrase.lemma in words("en", "passing_functions"):
        return True
    aside = closes and titles().get(phrase.lemma, ("",))[0] != "office"
    if telling or (phrase_words(found, phrase) and not (counted or aside)) or reading.state_key(phrase):
        return False
    return closes or _opens_sentence(reading, phrase)


def _follows_verb(found: Words, phrase: Phrase) -> bool:
    """``"...," said the widow``: right behind a verb of saying that follows words in quotation marks, whatever the parse."""
    verb = phrase.start - 1
    behind = verb > 1 and found.quoted[verb - 1] and not found.quoted[verb]
    return behind and found.tag[verb] in {"VBD", "VBZ"} and found.lemma[verb] in reporting_verbs()


def _told_aside(found: Words, phrase: Phrase) -> bool:
    """``The Norvik star, 28, ...``, ``The mill tycoon, who ...``: more is told of somebody whom the reader knows by now."""
    after = found.lower[phrase.end : phrase.end + 2]
    return after[:1] == (",",) and (after[1:] == ("who",) or told_age(found, phrase) is not None)


def _is_office(reading: Reading, phrase: Phrase) -> bool:
    """``the chief executive of Castelan``: an office in a body of the text."""
    owner = reading.owner(phrase)
    return (
        owner is not None
        and owner.named
        and owner.type == "organisation"
        and phrase.lemma in titles().keys() | role_kinds().keys()
    )


def _may_be_meant(found: Words, phrase: Phrase, cluster: Cluster) -> bool:
    return cluster.type == "person" and not found.quoted[phrase.head]


@functools.cache
def _classes() -> dict[str, str]:
    bodies = {row["word"]: row["class"] for row in word_list("en", "body_classes")}
    return bodies | {row["word"]: row["class"] for row in word_list("en", "broad_words") if row["class"]}


def broad_class(lemma: str) -> str:
    """The class of bodies that a broad word stands for (company, public, media ...); empty for any."""
    return _classes().get(lemma, "")


def described_body(reading: Reading, phrase: Phrase, kinds: tuple[str, ...]) -> Cluster | None:
    """``Zentrix fell after the software company said``: the only body named in this sentence and the one before."""
    found = reading.found
    if phrase.form != "definite" or phrase.owner is not None or reading.state_key(phrase):
        return None
    bodies = {id(c): (p, c) for p, c in reading.recent(phrase, 1) if c.type in {"organisation", "group"} and c.type in kinds}
    if len(bodies) != 1:
        return None
    earlier, cluster = next(iter(bodies.values()))
    if broad_class(phrase.lemma) == "public" and not cluster.lemmas:
        return None
    told = any(kind not in kinds for kind in (noun_type(w) for w in cluster.lemmas) if kind)
    told = told or not may_have_name(cluster, phrase.lemma)
    return cluster if cluster.named and not told and not is_speaking(found, earlier.head) else None


def may_have_name(cluster: Cluster, lemma: str) -> bool:
    """Whether the noun asks for no word in the name, or the name is an acronym or has one (``union``: ``Workers``)."""
    wanted = _name_words().get(lemma, ())
    names = (cluster.name, *cluster.aliases())
    if broad_class(lemma) == "company" and any(c.isdigit() for c in cluster.name):
        return False
    return not wanted or any(n.isupper() or any(_has_part(n.casefold(), w) for w in wanted) for n in names)


def _has_part(name: str, part: str) -> bool:
    """Whether ``part`` stands in a name; one of two letters (``St``) as a word."""
    return part in name if len(part) > 2 else part in name.replace(".", "").split()


@functools.cache
def _name_words() -> dict[str, tuple[str, ...]]:
    return {row["word"]: values(row, "names") for row in word_list("en", "broad_words") if row["names"]}


def _opens_sentence(reading: Reading, phrase: Phrase) -> bool:
    found, start = reading.found, phrase.start
    return start > 0 and found.sentence[start - 1] != found.sentence[start]


def _fits(phrase: Phrase, person: Cluster) -> bool:
    """Whether gender and known functions allow the description."""
    gender = person_genders().get(phrase.lemma, "")
    if gender and person.gender and gender != person.gender:
        return False
    if phrase.lemma in words("en", "passing_functions") or phrase.lemma == AGE:
        return True
    functions = _functions(person)
    return not functions or any(phrase.lemma in role_kinds().get(f, ()) for f in functions)


def _functions(person: Cluster) -> list[str]:
    """What somebody is known to be, honours, ranks, kinship and passing functions left out."""
    known = [r.lemma for r in person.roles if titles().get(r.lemma, ("office", ""))[0] not in {"honorific", "rank"}]
    return [f for f in known if f not in words("en", "passing_functions") | words("en", "kin_words")]
