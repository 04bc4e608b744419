"""``The builder said`` right after a sentence about one person: a description where a name or pronoun could stand."""

from variorum.annotation.coreference_clusters import Cluster
from variorum.annotation.coreference_pronouns import is_speaking
from variorum.annotation.coreference_state import Reading
from variorum.annotation.entity_types import has_age, noun_type, person_genders, titles
from variorum.annotation.mentions import Phrase
from variorum.annotation.roles import phrase_words, role_kinds


def described_person(reading: Reading, phrase: Phrase) -> Cluster | None:
    """The only person of the sentence before, when a description new to the text opens the next one.

    Nobody with a function of another kind is meant, nor anybody while an unnamed person is about, nor by a description that
    tells by itself who is meant (``the doctor who treated him``).
    """
    found = reading.found
    if phrase.form != "definite" or phrase.owner is not None or found.dep[phrase.head] != "nsubj":
        return None
    aged = has_age(found, phrase.head + 1)
    if (phrase_words(found, phrase) and not aged) or not _opens_sentence(reading, phrase) or reading.state_key(phrase):
        return None
    if any(found.dep[c] == "relcl" and found.text[found.left[c] - 1] != "," for c in found.children[phrase.head]):
        return None
    people = {id(c): c for p, c in reading.recent(phrase, 1) if c.type == "person" and p.start < phrase.start}
    person = next(iter(people.values())) if len(people) == 1 else None
    if person is None or not person.named or person.plural or not _fits(phrase, person):
        return None
    return person


def described_body(reading: Reading, phrase: Phrase, kinds: tuple[str, ...]) -> Cluster | None:
    """``Zentrix fell after the software company said``: the only body named in this sentence and the one before."""
    found = reading.found
    if phrase.form != "definite" or phrase.owner is not None or reading.state_key(phrase):
        return None
    bodies = {id(c): (p, c) for p, c in reading.recent(phrase, 1) if c.type in {"organisation", "group"} and c.type in kinds}
    if len(bodies) != 1:
        return None
    earlier, cluster = next(iter(bodies.values()))
    told = any(kind not in kinds for kind in (noun_type(w) for w in cluster.lemmas) if kind)
    return cluster if cluster.named and not told and not is_speaking(found, earlier.head) else None


def _opens_sentence(reading: Reading, phrase: Phrase) -> bool:
    found, start = reading.found, phrase.start
    return start > 0 and found.sentence[start - 1] != found.sentence[start]


def _fits(phrase: Phrase, person: Cluster) -> bool:
    """Whether gender and known functions allow the description."""
    gender = person_genders().get(phrase.lemma, "")
    if gender and person.gender and gender != person.gender:
        return False
    functions = [r.lemma for r in person.roles if titles().get(r.lemma, ("office", ""))[0] not in {"honorific", "rank"}]
    return not functions or any(phrase.lemma in role_kinds().get(f, ()) for f in functions)
