"""Countries of one article, known or invented: which words name the same state, its people and its capital."""

from collections.abc import Iterable
from itertools import pairwise

from variorum.annotation.mentions.find import Phrase
from variorum.annotation.mentions.words import Words
from variorum.annotation.words.lists import listed
from variorum.language.names import country, fold, is_demonym_of

REACH = 6
"""Tokens between ``capital`` and the name it belongs to."""


def state_words(found: Words, places: Iterable[Phrase]) -> dict[str, str]:
    """Folded words (names, demonyms, capitals) to the key of their state: ISO alpha-3, or the folded name of an unknown one."""
    names = {fold(p.name): _code(p.name) or fold(p.name) for p in places}
    table = dict(sorted(names.items()))
    invented = [n for n in table if " " not in n and country(n.title()) is None]
    for word in sorted(_capitalised(found)):
        home = country(word)
        if home:
            table[fold(word)] = home.code
        else:
            table.update({fold(word): table[n] for n in invented if is_demonym_of(word, n)})
    _learn_capitals(found, list(places), table)
    _learn_datelines(found, list(places), table)
    return table


def nations(found: Words, places: Iterable[Phrase], table: dict[str, str]) -> frozenset[str]:
    """The keys of states among all places: known countries, and unknown places with a people or a government of their own."""
    keys = {table[fold(p.name)] for p in places if fold(p.name) in table}
    formed = {table[w] for w in table if w not in keys and country(w.title()) is None and table[w] in keys}
    owning = (p for p in places if found.dep[p.head] in {"poss", "compound", "nmod"})
    ruled = {table[fold(p.name)] for p in owning if found.lemma[found.head[p.head]] in listed("of_state")}
    return frozenset(k for k in keys if (len(k) == 3 and k.isupper()) or k in formed | ruled)


def _code(name: str) -> str | None:
    found = country(name)
    return found.code if found else None


def _capitalised(found: Words) -> set[str]:
    kinds = {"ADJ", "PROPN", "NOUN"}
    return {w for w, pos in zip(found.text, found.pos, strict=True) if w[:1].isupper() and len(w) > 1 and pos in kinds}


def _learn_capitals(found: Words, places: list[Phrase], table: dict[str, str]) -> None:
    """``Velm, the capital of Norland``, ``the Norland capital, Velm``: the capital takes the key of the state."""
    for token, word in enumerate(found.lower):
        if word == "capital" and found.pos[token] == "NOUN":
            near = [p for p in places if 0 < abs(p.head - token) <= REACH and found.sentence[p.head] == found.sentence[token]]
            state = next((p for p in near if _owns(found, p, token)), None)
            key = table.get(fold(state.name)) if state else _adjective_key(found, token, table)
            city = min((p for p in near if p is not state), key=lambda p: abs(p.head - token), default=None)
            if key and city and country(city.name) is None:
                table[fold(city.name)] = key


def _learn_datelines(found: Words, places: list[Phrase], table: dict[str, str]) -> None:
    """``VELM, Norland (Agency) -``: the town of an unknown state takes its key, as a capital does."""
    dated = sorted((p for p in places if found.dateline[p.head]), key=lambda p: p.start)
    for city, state in pairwise(dated):
        if city.end + 1 == state.start and country(city.name) is None and country(state.name) is None:
            table[fold(city.name)] = table.get(fold(state.name), fold(state.name))


def _owns(found: Words, place: Phrase, token: int) -> bool:
    above = found.head[place.head]
    if above == token and found.dep[place.head] in {"poss", "compound", "nmod"}:
        return True
    return found.dep[place.head] == "pobj" and found.lower[above] == "of" and found.head[above] == token


def _adjective_key(found: Words, token: int, table: dict[str, str]) -> str | None:
    before = [found.lower[c] for c in found.children[token] if c < token and found.text[c][:1].isupper()]
    return next((table[fold(w)] for w in before if fold(w) in table), None)


def key_in(found: Words, phrase: Phrase, table: dict[str, str]) -> str | None:
    """The state that the words before the head of a phrase, or its possessor, name."""
    if phrase.country:
        return phrase.country
    owner = [phrase.owner] if phrase.owner is not None else []
    for i in [*owner, *range(phrase.head - 1, phrase.start - 1, -1)]:
        if found.text[i][:1].isupper() and fold(found.text[i]) in table:
            return table[fold(found.text[i])]
    return None
