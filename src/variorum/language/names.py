"""Keys of names: what stays the same when one person, organisation or country is written in different ways.

Nothing here knows records: every function takes and returns plain strings, so that the reading of one article and the
comparison of many use the same keys.
"""

import functools
import re
import unicodedata
from typing import Literal, NamedTuple

from variorum.language.lexicon import values, word_list, words

CountryForm = Literal["country", "demonym", "capital"]

_MARKS = re.compile(r"['\u2018\u2019\u02bc\u02bb`\u00b4.]")
_BREAKS = re.compile(r"[^\w]+")
_POSSESSIVE = re.compile(r"(?:['\u2019]s|(?<=s)['\u2019])$")
_GENERATIONS = frozenset({"jr", "sr", "junior", "senior", "ii", "iii"})
_SMALL = frozenset({"of", "the", "for", "and", "in", "on", "to", "de", "du", "la", "des", "&", "a", "an", "al"})
_SHORTEST_STEM = 4
_SAME_START = 3
_DEMONYM_ENDINGS = frozenset(
    {
        "an", "ans", "ian", "ians", "ean", "eans", "n", "ns", "ese", "ish", "ic", "i", "is", "er", "ers", "ite", "ites",
    }
)  # fmt: skip
_SPELLINGS = (
    ("ph", "f"), ("dh", "d"), ("th", "t"), ("kh", "h"), ("gh", "g"), ("ck", "k"), ("q", "k"), ("sch", "sh"), ("tch", "ch"),
    ("iy", "i"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ei", "i"), ("ai", "i"), ("ey", "i"), ("ay", "i"),
    ("y", "i"), ("e", "i"), ("o", "u"), ("w", "v"),
)  # fmt: skip


class Country(NamedTuple):
    """A country that a name stands for: ISO 3166 alpha-3 ``code``, its usual ``name``, and the ``form`` the name has."""

    code: str
    name: str
    form: CountryForm


@functools.lru_cache(maxsize=50_000)
def fold(name: str) -> str:
    """``name`` in lower case without diacritics, apostrophes, dots and hyphens; words parted by single spaces."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", _POSSESSIVE.sub("", name.strip())) if not unicodedata.combining(c))
    return _BREAKS.sub(" ", _MARKS.sub("", plain)).strip().casefold()


@functools.lru_cache(maxsize=20_000)
def name_words(name: str, *, language: str = "en") -> tuple[str, ...]:
    """The telling words of a personal name, folded: honorifics and particles left out (``Dr Ali al-Hakim``: ali hakim)."""
    parts = fold(name).split()
    skip = words(language, "name_particles") | _honorifics(language)
    first = name.strip().split(maxsplit=1)[:1]
    given = bool(first) and first[0][0].isupper() and first[0].casefold() in _given_particles(language)
    kept = tuple(p for n, p in enumerate(parts) if p not in skip or (n == 0 and given))
    return kept or tuple(parts[-1:])


@functools.lru_cache(maxsize=20_000)
def spelling_key(word: str) -> str:
    """A key that different transliterations of one word share: double letters, vowel classes and digraphs levelled."""
    key = fold(word).replace(" ", "")
    if key.startswith("mc"):
        key = "mac" + key[2:]
    for old, new in _SPELLINGS:
        key = key.replace(old, new)
    return re.sub(r"(.)\1+", r"\1", key)


def surname_key(name: str, *, language: str = "en") -> str:
    """The key of the last word of a personal name: the same for ``al-Jaffari``, ``Jafari`` and ``Dr Ja'afari``."""
    parts = name_words(name, language=language)
    return spelling_key(parts[-1]) if parts else ""


def same_person_name(one: str, other: str, *, language: str = "en") -> bool:
    """Whether two personal names can be one person's: the shorter has no word that the longer lacks, surname included.

    Words match by ``spelling_key`` or as an initial. A single word must be the surname or the first word of the longer name.
    """
    a, b = name_words(one, language=language), name_words(other, language=language)
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    if not short or (len(short) > 1 and set(short) & _GENERATIONS != set(long) & _GENERATIONS):
        return False
    if len(short) == 1:
        return len(short[0]) > 1 and spelling_key(short[0]) in {spelling_key(long[0]), spelling_key(long[-1])}
    ends_alike = spelling_key(short[-1]) == spelling_key(long[-1]) or spelling_key(short[0]) == spelling_key(long[0])
    return ends_alike and all(any(_same_word(s, t) for t in long) for s in short)


def _same_word(one: str, other: str) -> bool:
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return spelling_key(one) == spelling_key(other)


def is_acronym_of(short: str, long: str) -> bool:
    """Whether ``short`` is made of the initials of ``long``, small words counted or not (``U.N.``: United Nations); initials
    in it stand whole (``USAF``: US Air Force)."""
    letters = _MARKS.sub("", short).strip()
    if not 2 <= len(letters) <= 8 or sum(c.isupper() for c in letters) < 2 or " " in letters:
        return False
    parts = [p for p in re.split(r"[\s\-\u2010-\u2015/]+", long.strip()) if p and p[0].isalnum()]
    kept = [p for p in parts if p.casefold() not in _SMALL]
    wanted = letters.casefold()
    whole = [p if p.isupper() and len(p) < 4 else p[0] for p in kept]
    forms = {"".join(p[0] for p in some).casefold() for some in (parts, kept)} | {"".join(whole).casefold()}
    return len(kept) > 1 and (wanted in forms or wanted.rstrip("s") in forms)


def given_name_gender(name: str, *, language: str = "en") -> str | None:
    """``m``, ``f``, ``u`` (borne by both) for a known given name, ``None`` for any other word."""
    return _given_names(language).get(name.casefold())


@functools.lru_cache(maxsize=50_000)
def country(name: str, *, language: str = "en") -> Country | None:
    """The country that ``name`` is the name, the demonym (also in the plural) or the capital of; case matters."""
    table = _countries(language)
    bare = _POSSESSIVE.sub("", name.strip())
    short = bare[4:] if bare[:4] in ("the ", "The ") else bare
    return table.get(bare) or table.get(short) or (table.get(short[:-1]) if short.endswith("s") else None)


def country_of(name: str, *, language: str = "en") -> str | None:
    """The ISO 3166 alpha-3 code of the country that ``name`` is the name, demonym or capital of."""
    found = country(name, language=language)
    return found.code if found else None


def is_demonym_of(word: str, place: str) -> bool:
    """Whether ``word`` is formed from ``place`` like a demonym (``Norlandic``, ``Norlander``: Norland); both folded first."""
    one, other = fold(word), fold(place)
    if one[:_SAME_START] != other[:_SAME_START]:
        return False
    bare = other.rstrip("aeiouy")
    stem = bare if len(bare) >= _SHORTEST_STEM else other
    rest = one.removeprefix(stem)
    return len(other) >= _SHORTEST_STEM and one not in (other, rest) and rest in _DEMONYM_ENDINGS


@functools.cache
def _countries(language: str) -> dict[str, Country]:
    table: dict[str, Country] = {}
    forms: tuple[tuple[str, CountryForm], ...] = (("aliases", "country"), ("demonyms", "demonym"), ("capitals", "capital"))
    for row in word_list(language, "countries"):
        table[row["name"]] = Country(row["code"], row["name"], "country")
    for column, form in forms:
        for row in word_list(language, "countries"):
            for value in values(row, column):
                table.setdefault(value, Country(row["code"], row["name"], form))
    return table


@functools.cache
def _given_names(language: str) -> dict[str, str]:
    return {row["name"].casefold(): row["gender"] for row in word_list(language, "first_names")}


@functools.cache
def _given_particles(language: str) -> frozenset[str]:
    return frozenset(row["particle"] for row in word_list(language, "name_particles") if row["given"])


@functools.cache
def _honorifics(language: str) -> frozenset[str]:
    kinds = ("honorific", "nobility")
    return frozenset(fold(row["title"]) for row in word_list(language, "titles") if row["kind"] in kinds)
