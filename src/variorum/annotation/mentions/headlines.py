"""Names in lines set in title case, where a capital says nothing: those that the text below bears out."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from variorum.annotation.mentions.find import Phrase
from variorum.annotation.mentions.types import known_names
from variorum.annotation.mentions.words import NAME_LABELS, Words
from variorum.language.frequency import rarity
from variorum.language.names import country, given_name_gender

RARE = 0.9
"""Words at least this rare stand for the longer name that they begin, and may be parts of a name that the text lacks."""
Spellings = dict[str, list[tuple[tuple[str, ...], Phrase]]]
"""The words of names by their first, longest names first; words in lower case."""


def with_headline_names(found: Words, phrases: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """The names outside title-case lines, and in such lines those that the text below has too (``Roe`` and ``Brandt`` in ``Roe
    Names Brandt Envoy``), in text order; of the others those that are known or that look like somebody's full name."""
    below = [p for p in phrases if not found.headline[p.head]]
    names = {p.name for p in below}
    above = [p for p in phrases if found.headline[p.head]]
    whole = [p for p in above if p.name in names and (p.title or _is_name_here(found, *p.name_span, p))]
    taken = {i for p in whole for i in range(p.start, p.end)}
    parts = list(_borne_out(found, _spellings(found, below), taken))
    taken |= {i for p in parts for i in range(p.start, p.end)}
    free = (p for p in above if p.name not in names and taken.isdisjoint(range(p.start, p.end)))
    rest = (p for p in free if _is_plain(found, p, names))
    return tuple(sorted((*below, *whole, *parts, *rest), key=lambda p: (p.start, p.end)))


def _spellings(found: Words, below: Sequence[Phrase]) -> Spellings:
    table: defaultdict[str, dict[tuple[str, ...], Phrase]] = defaultdict(dict)
    for phrase in below:
        words = found.lower[slice(*phrase.name_span)]
        short = words[-1:] if phrase.type == "person" else words[:1]
        for form in (words, short) if _may_stand_alone(short[0]) else (words,):
            table[form[0]].setdefault(form, phrase)
    return {first: sorted(forms.items(), key=lambda row: -len(row[0])) for first, forms in table.items()}


def _may_stand_alone(word: str) -> bool:
    return round(rarity(word), 3) >= RARE and given_name_gender(word) is None and country(word.capitalize()) is None


def _borne_out(found: Words, spellings: Spellings, taken: set[int]) -> Iterator[Phrase]:
    """The names of the text below that stand in title-case lines, less those in ``taken`` tokens."""
    free = 0
    for i, word in enumerate(found.lower):
        if i < free or not found.headline[i] or i in taken or not found.text[i][0].isupper():
            continue
        for words, phrase in spellings.get(word, ()):
            end = i + len(words)
            if found.lower[i:end] == words and taken.isdisjoint(range(i, end)) and _is_name_here(found, i, end, phrase):
                free = end
                yield _placed(found, i, end, phrase)
                break


def _is_name_here(found: Words, start: int, end: int, phrase: Phrase) -> bool:
    """A single usual word may be itself here (``Prices Rose``); hyphens join it to another name."""
    joined = any(0 <= i < len(found) and found.text[i] in {"-", "\u2011"} for i in (start - 1, end))
    usual = end - start == 1 and round(rarity(found.lower[start]), 3) < RARE and phrase.name not in known_names()
    return not joined and not (usual and country(phrase.name) is None and found.label[start] not in NAME_LABELS)


def _placed(found: Words, start: int, end: int, phrase: Phrase) -> Phrase:
    inside = [i for i in range(start, end) if not start <= found.head[i] < end]
    return replace(
        phrase, start=start, end=end, head=inside[-1] if inside else end - 1, lemma=found.lower[end - 1],
        name=phrase.name if end - start > 1 or " " not in phrase.name else found.text[start], name_span=(start, end),
        title="", title_span=(start, start),
    )  # fmt: skip


def _is_plain(found: Words, phrase: Phrase, names: set[str]) -> bool:
    """Whether a name that the text below lacks is known, made of its names' words, or somebody's full name of rare words."""
    if phrase.name in known_names() or country(phrase.name):
        return True
    words = phrase.name.split()
    parts = {word for name in names for word in name.split()}
    if all(w in parts for w in words):
        return True
    person = phrase.type == "person" and phrase.weight > 1 and len(words) > 1 and found.label[phrase.head] == "PERSON"
    return person and all(given_name_gender(w) is not None or round(rarity(w.casefold()), 3) >= RARE for w in words)
