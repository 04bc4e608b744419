"""Whether the name of a country or capital stands for its government or for the place, decided by its part in the clause."""

import functools

from variorum.annotation.mentions.words import Words
from variorum.annotation.words.lists import listed
from variorum.language.lexicon import values, word_list, words

QUOTES = frozenset({"'", '"', "\u2018", "\u201c", "`"})
SPORT_WORDS = 5
"""Different words of sport from which a country in an acting part is its team."""
BETWEEN = frozenset({"with", "between", "among"})
MOVING = frozenset({"help", "send", "offer"})
"""Verbs after whose object ``to`` may lead to the place itself (``sent troops to Norland``)."""


@functools.cache
def _parts() -> dict[str, frozenset[str]]:
    """Verbs to the parts (agent, target) in which a place's name means its government."""
    parts = {row["verb"]: frozenset(values(row, "parts")) for row in word_list("en", "actor_verbs")}
    for row in word_list("en", "cues"):
        if row["strength"] == "strong" and " " not in row["lemma"]:
            parts[row["lemma"]] = parts.get(row["lemma"], frozenset()) | {"agent"}
    return parts


@functools.cache
def _policy() -> dict[str, frozenset[str]]:
    return {row["word"]: frozenset(values(row, "kinds")) for row in word_list("en", "policy_words")}


def is_agentive(lemma: str) -> bool:
    """Whether only an actor can be the subject of the verb."""
    return "agent" in _parts().get(lemma, ())


def stands_for_government(found: Words, token: int) -> bool:
    """Whether the place name with its head at ``token`` is used for a government (``Velm rejects``) or not (``in Velm``)."""
    if found.dateline[token]:
        return False
    if _before_verb(found, token):
        return True
    while found.dep[token] in {"conj", "appos"} and found.head[token] != token:
        token = found.head[token]
    dep, head = found.dep[token], found.head[token]
    if dep in {"nsubj", "nsubjpass"}:
        return _as_subject(found, head, passive=dep == "nsubjpass")
    if dep in {"dobj", "dative"}:
        return "target" in _parts().get(found.lemma[head], ())
    if dep == "poss":
        return "decision" in _policy().get(found.lemma[head], ())
    if dep == "pobj":
        return _after_preposition(found, head)
    return False


def is_sport(found: Words) -> bool:
    """Whether the text is about a match or race: several different words of sport."""
    return len({w for w in found.lemma if w in words("en", "sport_words")}) >= SPORT_WORDS


def _before_verb(found: Words, token: int) -> bool:
    """``Norland 'flatly refuses'``: right before a finite verb of acting, whatever the parse made of the quotation mark."""
    if found.dep[token] in {"pobj", "compound", "poss", "dobj", "nsubj", "nsubjpass", "conj"}:
        return False
    after = token + 1
    while after < len(found) and (found.text[after] in QUOTES or found.pos[after] == "ADV"):
        after += 1
    if after >= len(found):
        return False
    opened = found.text[token + 1] in QUOTES and is_agentive(found.lower[after].removesuffix("s"))
    return opened or (found.tag[after] in {"VBZ", "VBD"} and is_agentive(found.lemma[after]))


def _as_subject(found: Words, verb: int, *, passive: bool) -> bool:
    parts = _parts().get(found.lemma[verb]) or _parts().get(found.lower[verb].removesuffix("s"), frozenset())
    if passive:
        return "target" in parts
    if "agent" in parts:
        return True
    inner = found.child(verb, "xcomp", "acomp")
    return inner is not None and (
        found.lemma[inner] in listed("ready")
        or (found.lemma[verb] in listed("leads_to_act") and is_agentive(found.lemma[inner]))
    )


def _after_preposition(found: Words, preposition: int) -> bool:
    word, above = found.lower[preposition], found.head[preposition]
    if word in listed("in_country"):
        return False
    if found.dep[preposition] == "agent" or (word == "by" and found.dep[preposition] == "prep"):
        return is_agentive(found.lemma[above]) or "decision" in _policy().get(found.lemma[above], ())
    thing = found.child(above, "dobj") if found.pos[above] == "VERB" else None
    kinds = _policy().get(found.lemma[above], frozenset())
    kinds |= _policy().get(found.lemma[thing], frozenset()) if thing is not None else frozenset()
    if word in BETWEEN:
        return "relation" in kinds
    if word == "of":
        return "decision" in kinds
    if word == "to" and word == "according":
        return True
    if word == "to" and found.lemma[above] in MOVING and found.child(above, "dobj", "dative") is not None:
        return False
    return word in listed("towards_country") and "exchange" in kinds
