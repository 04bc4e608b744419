"""Names of outlets and agencies: which are one, which are an outlet's at all, and whose own name stands short."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from variorum.language.frequency import rarity
from variorum.language.lexicon import Row, marked, values, word_list, words
from variorum.language.names import fold, is_acronym_of
from variorum.records.article import Article

GENERIC = marked("en", "collation_words", "generic")
BROADCASTING = words("en", "outlet_openers")
"""Words for broadcasters and agencies before the name of their place or number."""
STATIONS = marked("en", "relay_words", "station")
"""Those that names of broadcasters end with."""
_ASIDE = re.compile(r"\s*\([^()]*\)")


_SITE = re.compile(
    r"(?:https?://)?(?:[a-z]{1,10}\.)?(?P<domain>(?:the)?(?P<label>[a-z0-9-]{3,})(?:\.(?:com?|org|net|gov|ac))?\.[a-z]{2,8})/?"
)
"""An outlet that goes by the address of its site (``www.thesun.co.uk``): the label is its name written as one word."""


_LETTERS = re.compile(r"[A-Z]{2,5}")
_SMALL = re.compile(rf" (?:{'|'.join(sorted(words('en', 'name_particles')))}) ")
_ON_SITES = marked("en", "collation_words", "on_site")
"""Behind the name of an outlet they say where it is read."""
LEAST_ENDED = 6
"""Letters beyond which a word can be one of an outlet by its ending."""
ORDINARY = 0.95
"""Rarity under which a listed name of one word is an ordinary word as well (``Time``, ``Salon``, ``The Hill``)."""


def outlet_key(name: str) -> str:
    """A key that the names of one outlet share: its usual name where we list it, small and generic words left out."""
    site = _SITE.fullmatch(name.casefold().strip())
    plain = _sites("en").get(site["domain"], site["label"]) if site else fold(_ASIDE.sub("", name) or name)
    parts = plain.removeprefix("the ").split()
    kept = [p for p in parts if p not in GENERIC] or parts
    return _listed("en").get(plain) or _listed("en").get(" ".join(kept), "".join(kept))


def is_agency(name: str) -> bool:
    """Whether ``name`` is a news agency in our list."""
    return fold(name) in _agencies("en") or outlet_key(name) in set(_agencies("en").values())


def is_listed(name: str) -> bool:
    """Whether ``name`` is one of an outlet in our list and no ordinary word."""
    plain = fold(name)
    word = plain.removeprefix("the ")
    return plain in _listed("en") and (" " in word or name.isupper() or rarity(word) >= ORDINARY)


def is_outlet(name: str) -> bool:
    """Whether ``name`` is in our list or has a word (``Radio``, ``Gazette``) or ending (``Morgonblad``, ``Orleninform``) that
    names of outlets have; a word that other names have as well (``Star``) must end it, or begin it as those of broadcasters do
    (``Channel West``). A journal of science is none."""
    if is_agency(name) or is_listed(name):
        return True
    parts = fold(name).removeprefix("the ").split()
    parts = parts[:-1] if len(parts) > 1 and parts[-1] in _ON_SITES else parts
    if {"journal", "journals"} & set(parts) and (set(parts) & words("en", "science_journals") or "of" in parts):
        return False
    media, common = words("en", "media_words"), words("en", "media_words_common")
    if parts[:1] and len(parts) > 1 and parts[0] in words("en", "outlet_openers"):
        return True
    if any(part in media and (part not in common or n == len(parts) - 1) for n, part in enumerate(parts)):
        return True
    return any(part.endswith(_endings()) and len(part) > LEAST_ENDED for part in parts)


def is_common_name(name: str) -> bool:
    """Whether nothing but a word that other names have as well makes ``name`` an outlet's (``Norvik Mail``)."""
    parts, own = fold(name).split(), words("en", "media_words") - words("en", "media_words_common")
    return not is_agency(name) and not is_listed(name) and not own & set(parts) and len(parts) > 1


def same_outlet(name: str, article: Article) -> bool:
    """Whether ``name`` is the outlet of ``article``, in full, short or as an acronym."""
    outlet = article.outlet
    if not outlet:
        return False
    acronym = is_acronym_of(name, outlet) or is_acronym_of(outlet, name) or _are_letters_of(name, outlet)
    return acronym or outlet_key(name) == outlet_key(outlet)


def _are_letters_of(name: str, agency: str) -> bool:
    """Whether ``name`` is how an agency signs, with one letter from inside a word or without its word for news (``NWA``:
    Northway News Agency)."""
    parts = fold(agency).split()
    if not (_LETTERS.fullmatch(name) and set(parts[-1:]) & {"agency", "newswire", "wire"}):
        return False
    pattern = "".join(f"{p[0]}?" if p == "news" else f"{p[0]}[{p}]?" for p in parts)
    return re.fullmatch(pattern, name.casefold()) is not None


def names_own_outlet(name: str, article: Article) -> bool:
    """Whether a report calls its own outlet: in full, by an acronym, by the end or kind of its name (``the Gazette`` in the
    Ostrel Gazette, ``the Radio`` on Radio Orlen), without its town or field (``El Faro`` in El Faro de Orlen, ``the Journal``
    in the Orlen Journal of Law), without what it sends (``Lakeside`` on Lakeside FM), or by its name with the kind of service
    behind it (``QTV Radio`` on QTV)."""
    outlet = _ASIDE.sub("", article.outlet or "")
    own = (outlet_key(outlet) if _SITE.fullmatch(outlet.casefold()) else fold(outlet)).split()
    short = fold(name).removeprefix("the ").split()
    if same_outlet(name, article) or (0 < len(short) < len(own) and own[-len(short) :] == short):
        return True
    if short == own[: len(short)] and short and set(short) <= words("en", "media_words"):
        return True
    small = [n for n, part in enumerate(own) if n and part in words("en", "name_particles") | {"of"}]
    head = own[: small[0]] if small else []
    if len(head) > 1 and short and own[len(head) - len(short) : len(head)] == short:
        return True
    if len(own) > 1 and short == own[:-1] and own[-1] in BROADCASTING | STATIONS:
        return True
    rest = short[len(own) :]
    return bool(own and rest) and short[: len(own)] == own and set(rest) <= words("en", "media_words") | GENERIC


def short_name(name: str) -> str | None:
    """The last word of an outlet's name, by which it goes for short behind ``the``; none where it is whose outlet it is
    (``Voice of Orlen``) or a word that many have (``Orlen News``)."""
    parts = name.split()
    general = GENERIC | BROADCASTING | STATIONS
    if len(parts) < 2 or not parts[-1][0].isupper() or fold(parts[-1]) in general or fold(parts[0]) in BROADCASTING:
        return None
    return None if fold(parts[-2]) in words("en", "name_particles") | {"of", "for", "from"} else parts[-1]


def shorter_names(name: str) -> tuple[str, ...]:
    """What ``name`` goes by for short, from three words on: its capitals (``Orlen Broadcasting Corporation``: OBC), and two
    words or more before ``of`` (``Orlen Journal of Medicine``)."""
    letters = "".join(part[0] for part in name.split() if part[0].isupper())
    head, _, rest = _SMALL.sub(" of ", name, count=1).partition(" of ")
    return (*((letters,) if len(letters) > 2 else ()), *((head,) if rest and " " in head else ()))


@cache
def _endings() -> tuple[str, ...]:
    return tuple(sorted(words("en", "media_endings")))


@cache
def _agencies(language: str) -> Mapping[str, str]:
    """Folded names and aliases of agencies to the folded usual name."""
    return _usual_names(word_list(language, "agencies"))


@cache
def _listed(language: str) -> Mapping[str, str]:
    """The same for agencies and all other outlets."""
    return _usual_names((*word_list(language, "agencies"), *word_list(language, "outlets")))


def _usual_names(rows: Iterable[Row]) -> Mapping[str, str]:
    table: dict[str, str] = {}
    for row in rows:
        usual = fold(row["name"])
        for name in (row["name"], *values(row, "aliases")):
            table.setdefault(fold(name), usual)
    return table


@cache
def _sites(language: str) -> Mapping[str, str]:
    """The domains of agencies and outlets to the folded usual name."""
    rows = (*word_list(language, "agencies"), *word_list(language, "outlets"))
    return {domain: fold(row["name"]) for row in rows for domain in values(row, "domains")}
