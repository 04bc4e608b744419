"""Whom the lines around a report credit: datelines, bylines, credit lines, and lines of that kind that nobody marked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from variorum.collation.relays.names import GENERIC, is_agency, is_outlet, outlet_key, same_outlet
from variorum.language.lexicon import alternatives, marked, values, word_list, words
from variorum.language.names import fold
from variorum.records.article import Article, Field, Furniture, Span

Place = Literal["dateline", "credit", "quotation"]

FIRST_LINES, LAST_LINES, LONGEST_LINE = 5, 3, 90
"""Where a credit line stands that nobody marked as furniture, and how many characters it may have."""
LONGEST_HEAD = 40
"""Characters before the words of a release (``Selde, 4 May 2031, for immediate release``)."""

_BRACKETS = re.compile(r"\(([^()]{2,40})\)")
_DATELINE = re.compile(r"[^\W\d_][^()\n]{1,60}\(([^()\n]{2,40})\)\.?\s*[-\u2012-\u2015:]")
_SLASHED = re.compile(r"[^\W\d_][^()/\n]{1,60}/(?! )([^/\n]{2,40})(?<! )/\.?(?=\s|$)")
"""The same as agencies of eastern Europe write it (``SELDE, May 4. /TNA/.``); paths on a site have spaces there."""
_CREDIT_MATTER_WORDS = alternatives(marked("en", "collation_words", "credit_matter"))
_CREDIT_TEXT_WORDS = alternatives(marked("en", "collation_words", "credit_text"))
_CREDIT = re.compile(
    rf"(?<!\bfurther )(?<!\bmore )\b(?:{_CREDIT_MATTER_WORDS})(?:\s+(?:from|by|of)\s|\s*:)\s*(?:the\s+)?(?P<sure_a>[^.;|)\n]+)"
    r"|\b(?:source|via|courtesy(?:\s+of)?|agency|agencies)\s*:?\s+(?:the\s+)?(?P<sure_b>[^.;|)\n]+)"
    rf"|\b(?:{_CREDIT_TEXT_WORDS})\s+(?:from|by)\s+(?:the\s+)?(?P<maybe_a>[^.;|)\n]+)"
    r"|(?P<maybe_b>[^.;|(\n]+?)\s+(?:contributed|reported\s+from)\b",
    re.IGNORECASE,
)
"""Phrases of credit lines; those that journalists and places share with outlets count for names of outlets only. ``For further
information: Press Service`` says whom to ask."""
_OPENING = re.compile(rf"(?:with\s+)?(?:additional\s+)?(?:{_CREDIT_MATTER_WORDS}|source)\b", re.IGNORECASE)
_PARTS = re.compile(r"\s*(?:,|/|&|\band\b|\+)\s*")
_BYLINE_PARTS = re.compile(r"\s*(?:,|;|/|&|\+|\b(?:by|from|and|with|via)\b)\s*", re.IGNORECASE)
_BYLINE = re.compile(r"\s*(?:By|BY|From)\s+(?:our\b|[A-Z])")
_BESIDE = re.compile(r"(?:\b(?:and|with|via)\s+|[;/+]\s*)([A-Z]{3,5})\b(?! ?[A-Z\u2019'-])")
"""The letters of an agency beside a journalist (``By Ann Orr, with TNA``); behind a comma may stand what the journalist is."""
_STATION = re.compile(r"\s+(?:in|at|for|on)\s.*", re.DOTALL)
_ACRONYM = re.compile(r"[A-Z]{2,6}")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)[ .]+$")
_WORD_AFTER = re.compile(r" ([^\W\d_]+)")
_RELEASE = re.compile(
    r"\b(?:press|media|news) (?:release|contacts?|office|desk|inquiries|enquiries|statement)\b|\bfor immediate release\b"
    r"|\b(?:press|media|information) (?:bureau|department|section|wing)\b"
    r"|\bcontacts? for (?:journalists|the (?:press|media))|\bnotes? (?:to|for) editors\b|\binvestor relations\b"
    r"|\b(?:media|press|ir|investors)@",
    re.IGNORECASE,
)
_TITLED = re.compile(
    r"^(?:(?:joint|press|public|official|media)\s+)?(?:statement|communiqu[eé]|declaration|bulletin|press release)\b"
    r"(?:\s+n[or]\.?\s*\d+)?(?:\s+(?:of|by|from)\b|\s*:|\s*$)",
    re.IGNORECASE,
)
"""The first words of the title of a release."""
_SPEECH = re.compile(r"[\u201c\"][^\u201d\"]*[\u201d\"]")
_PATH = re.compile(r" [/>|\u00bb\u203a] ")
"""What parts the steps of a path on a site (``Ledger Online / Companies / Transport``)."""
_OWN_PEOPLE = re.compile(r"\b[Oo]ur (?:[a-z-]+ ){0,3}(?P<role>[a-z-]+),? (?=[A-Z][\w'\u2019-]+ [A-Z])")
"""Somebody by name whom a text calls its own (``our secretary, Ann Orr``)."""


@dataclass(frozen=True, slots=True)
class Credit:
    """A source that a report names: as written, where, and whether that place speaks for the whole report.

    ``entity`` is the article entity that the name refers to, where a quotation's chain gave it.
    """

    name: str
    span: Span
    place: Place
    entity: str | None = None
    field: Field = "text"

    @property
    def whole(self) -> bool:
        """Datelines and credit lines speak for the report, a quotation only for itself."""
        return self.place != "quotation"


def line_credits(article: Article, known: frozenset[str]) -> Iterator[Credit]:
    """The credits of the furniture of ``article`` and of its first and last lines. ``known``: keys of outlets whose reports
    stand beside."""
    for piece in article.furniture:
        yield from _in_furniture(article, piece, known)
    for start, line in _outer_lines(article):
        dateline = _dateline(line)
        if dateline:
            yield from _made(_names(dateline[1], start + dateline.start(1)), "dateline")
        elif len(line) <= LONGEST_LINE:
            yield from _made(((start + at, name) for at, name in _unmarked(line, known)), "credit")


def signatures(article: Article) -> tuple[str, ...]:
    """The names of its own outlet that stand in brackets in a dateline of ``article``."""
    found = (_dateline(line) for _, line in _outer_lines(article))
    return tuple(match[1] for match in found if match and same_outlet(match[1], article))


def is_dispatch(article: Article) -> bool:
    """Whether ``article`` is an agency's own dispatch: its outlet is an agency or stands in brackets in its dateline."""
    return bool(article.outlet) and (is_agency(str(article.outlet)) or bool(signatures(article)))


def is_release(article: Article) -> bool:
    """Whether ``article`` is a party's own release: it says so, or has a contact for the press, and no agency sent it."""
    if is_dispatch(article):
        return False
    lines = [line for _, line in _outer_lines(article)]
    if any(_TITLED.match(line.strip()) for line in lines[:FIRST_LINES]) or _is_of_body(article.outlet or ""):
        return True
    pieces = (article.text[f.start : f.end] for f in article.furniture)
    return not is_outlet(article.outlet or "") and any(map(_is_contact, (*lines, *pieces)))


def is_party(article: Article) -> bool:
    """Whether ``article`` is the text of a party: a release, or one that speaks of itself or calls people its own."""
    own = not is_outlet(article.outlet or "") and not is_dispatch(article) and _has_own_people(article)
    return own or is_release(article) or speaks_of_itself(article)


def _has_own_people(article: Article) -> bool:
    """Whether ``article`` calls somebody its own who works for no newsroom, outside what it quotes."""
    plain = _SPEECH.sub(lambda spoken: " " * len(spoken[0]), article.text)
    found = (m for line in plain.splitlines() if not _BYLINE.match(line) for m in _OWN_PEOPLE.finditer(line))
    return bool(article.outlet) and any(match["role"] not in words("en", "newsroom_staff") for match in found)


def speaks_of_itself(article: Article) -> bool:
    """Whether the title or the first sentence of ``article`` begins with the name of whoever published it: a party's text
    tells what the party did. Behind a dash stands what the outlet is about (``Orlen Notes \u2013 reactors explained``)."""
    outlet = (article.outlet or "").casefold().removeprefix("the ")
    lines = [line for _, line in _outer_lines(article)[:2] if not _PATH.search(line)]
    doing = re.compile(rf"(?:the )?{re.escape(outlet)} (?:has|is|was|will|(?!news)[a-z]+s|[a-z]+ed)\b")
    own = bool(outlet) and any(doing.match(line.casefold()) for line in lines)
    return own and not is_outlet(outlet) and not is_dispatch(article)


def _is_of_body(outlet: str) -> bool:
    """Whether what handed a text out is called a ministry, a union or a company and nothing that outlets are called."""
    bodies = {row["word"] for row in word_list("en", "body_classes") if row["class"] not in ("media", "site")}
    bodies -= words("en", "media_nouns")
    return bool(bodies & set(fold(outlet).split())) and not is_outlet(outlet)


def _is_contact(line: str) -> bool:
    """Whether a short line gives a contact for the press, or says at its head that it is a release."""
    found = _RELEASE.search(line) if len(line) <= 2 * LONGEST_LINE else None
    return found is not None and (found.start() <= LONGEST_HEAD or "@" in line or line[found.end() :].lstrip()[:1] == ":")


def _dateline(line: str) -> re.Match[str] | None:
    return _DATELINE.match(line) or _SLASHED.match(line)


def _outer_lines(article: Article) -> list[tuple[int, str]]:
    """The first and last lines that are not empty, with their offsets."""
    lines = [(m.start(), m[0]) for m in re.finditer(r"[^\n]*\S[^\n]*", article.text)]
    return lines if len(lines) <= FIRST_LINES + LAST_LINES else [*lines[:FIRST_LINES], *lines[-LAST_LINES:]]


def _made(found: Iterator[tuple[int, str]], place: Place) -> Iterator[Credit]:
    return (Credit(name, (start, start + len(name)), place) for start, name in found)


def _in_furniture(article: Article, piece: Furniture, known: frozenset[str]) -> Iterator[Credit]:
    if piece.kind not in ("dateline", "credit", "byline"):
        return
    text = article.text[piece.start : piece.end]
    found = [*_bracketed(text, piece.kind, known), *_phrased(text, known), *_listed(text)]
    if piece.kind == "byline":
        found += _in_byline(text, known)
    place: Place = "dateline" if piece.kind == "dateline" else "credit"
    yield from _made(((piece.start + start, name) for start, name in found), place)


def _unmarked(line: str, known: frozenset[str]) -> Iterator[tuple[int, str]]:
    """Names in a short line that reads like a byline or a credit: it begins with the phrase, or a name in brackets ends it."""
    if _BYLINE.match(line):
        yield from _in_byline(line, known)
        return
    start = len(line) - len(line.lstrip(" ([*-\u2013\u2014"))
    phrase = re.match(rf"(?:with\s+)?(?:additional\s+)?(?={_CREDIT_MATTER_WORDS}|source)", line[start:], re.IGNORECASE)
    if phrase:
        yield from ((start + at, name) for at, name in _phrased(line[start:], known) if _is_source(name, known))
        return
    closing = re.search(r"\(([^()]{2,40})\)\s*$", line)
    if closing:
        yield from ((at, name) for at, name in _names(closing[1], closing.start(1)) if _is_source(name, known))


def _is_source(name: str, known: frozenset[str]) -> bool:
    """Whether a name in a line of credit can be a source's: an outlet we know, or letters as agencies have."""
    picture = fold(name) in words("en", "furniture_labels")
    return not picture and (is_outlet(name) or outlet_key(name) in known or bool(_ACRONYM.fullmatch(name)))


def _bracketed(text: str, kind: str, known: frozenset[str]) -> Iterator[tuple[int, str]]:
    """Names in brackets: in a dateline any name, elsewhere only agencies and outlets."""
    for match in _BRACKETS.finditer(text):
        for start, name in _names(match.group(1), match.start(1)):
            if kind == "dateline" or is_agency(name) or outlet_key(name) in known:
                yield start, name


def _phrased(text: str, known: frozenset[str]) -> Iterator[tuple[int, str]]:
    """Names in phrases of credit: any after ``inputs from``, outlets only where a journalist or place could stand."""
    for match in _CREDIT.finditer(text):
        group = next(g for g, found in match.groupdict().items() if found)
        for start, name in _names(match.group(group), match.start(group)):
            if group.startswith("sure") or is_outlet(name) or outlet_key(name) in known:
                yield start, name


def _in_byline(text: str, known: frozenset[str]) -> Iterator[tuple[int, str]]:
    """Outlets that stand in a byline as a journalist would (``By our staff and AFP``, ``By Ann Orr in Selde and Argus``)."""
    at = 0
    for part in _BYLINE_PARTS.split(text):
        start = text.index(part, at)
        at = start + len(part)
        name = _STATION.sub("", part).strip()
        if name[:1].isupper() and (is_agency(name) or outlet_key(name) in known):
            yield start + part.index(name), name
    yield from ((match.start(1), match[1]) for match in _BESIDE.finditer(text))


def _names(text: str, offset: int) -> Iterator[tuple[int, str]]:
    """The capitalised names in a list such as ``Reuters, AP and agencies``."""
    at = 0
    for part in _PARTS.split(text):
        start = text.index(part, at)
        at = start + len(part)
        name = part.strip()
        if name[:1].isupper() and fold(name) not in GENERIC and len(name.split()) <= 5:
            yield offset + start + (len(part) - len(part.lstrip())), name


def _listed(text: str) -> Iterator[tuple[int, str]]:
    """Agencies of our list that stand in the piece, in the case they are written in, and not as part of a longer name."""
    for row in word_list("en", "agencies"):
        for name in (row["name"], *values(row, "aliases")):
            match = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)
            if match and not _inside_name(text, match.span()):
                yield match.start(), name


def _inside_name(text: str, span: Span) -> bool:
    """Whether a name of one word stands in a longer one (``Octavia Stern``): a capital before or behind it, but for words that
    lines of credit begin with."""
    if " " in text[slice(*span)]:
        return False
    before, after = _WORD_BEFORE.search(text[: span[0]]), _WORD_AFTER.match(text[span[1] :])
    first = before is not None and before[1][0].isupper() and before[1].casefold() not in words("en", "credit_openers")
    return first or (after is not None and after[1][0].isupper() and fold(after[1]) not in GENERIC)
