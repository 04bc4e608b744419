"""Grammars as data: patterns over classes of words, turned into regular expressions over word codes.

A pattern of ``<topic>_patterns.tsv`` is a row of atoms between blanks: a class in capitals (``MONTH``), a word itself
(``ago``), a macro (``@count``, defined in a row whose rule begins with ``@``) or a group in brackets; ``|``, ``?``, ``*``
and ``+`` mean what they mean in regular expressions (``\\+`` is the sign itself), ``name=`` before an atom keeps what it
matches under that name.
"""

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from variorum.annotation.words.classes import UNKNOWN, Lexicon, code_words, load_lexicon
from variorum.annotation.words.text import WordText
from variorum.language.lexicon import word_list, words

ATOM = re.compile(r"(?P<name>[a-z]\w*=)?(?P<atom>@\w+|\\\S|[A-Z][A-Z0-9]*|[^\s()|?*+@]+|\(|\)|\||\?|\*|\+)")
META = ("(", ")", "|", "?", "*", "+")
REPEATED: Mapping[str, str] = {"*": "{0,12}", "+": "{1,12}"}
"""Repetition is bounded, so that a text of ten thousand number words takes no longer than any other."""
PHRASES: Mapping[str, Mapping[str, str]] = {
    "time": {"@reference": "time_references", "@holiday": "time_holidays"},
    "quantity": {"@hedge": "hedges", "@after": "hedges_after", "@multiple": "unit_phrases"},
}
"""Macros of each grammar that stand for any phrase of a list (column ``phrase``)."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern: its name, the resolver that reads what it finds, and the expression over word codes.

    ``needs`` are sets of codes of each of which a text must hold one for the pattern to match at all.
    """

    name: str
    resolver: str
    expression: re.Pattern[str]
    needs: tuple[frozenset[str], ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """Words ``start`` to ``end`` match a rule; ``groups`` are the kept parts as word positions."""

    rule: Rule
    start: int
    end: int
    groups: Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Grammar:
    """The rules of a language and the lexicon they were made for.

    ``islands`` finds the runs of known words that hold more than words of the list ``glue``; rules look only there.
    """

    lexicon: Lexicon
    rules: tuple[Rule, ...]
    islands: re.Pattern[str]


@functools.cache
def load_grammar(language: str, topic: str) -> Grammar:
    """The grammar ``topic`` (``time`` or ``quantity``) of a language, in the order of its file."""
    rows = word_list(language, f"{topic}_patterns")
    macros = {row["rule"]: row["pattern"] for row in rows if row["rule"].startswith("@")}
    for name, table in PHRASES[topic].items():
        phrases = [row["phrase"] for row in word_list(language, table)]
        longest_first = sorted(phrases, key=lambda phrase: (-len(phrase.split()), phrase))
        macros[name] = "( " + " | ".join(_quoted(phrase) for phrase in longest_first) + " )"
    patterns = [row for row in rows if not row["rule"].startswith("@")]
    texts = [*macros.values(), *(row["pattern"] for row in patterns)]
    lexicon = load_lexicon(language, topic, frozenset(word for text in texts for word in _literals(text)))
    rules = tuple(
        Rule(r["rule"], r["resolver"], re.compile(_translate(r["pattern"], macros, lexicon)), _needs(r["pattern"], lexicon))
        for r in patterns
    )
    return Grammar(lexicon, rules, _islands(lexicon, words(language, "glue")))


def _needs(pattern: str, lexicon: Lexicon) -> tuple[frozenset[str], ...]:
    """The codes of the words that stand in every match: outside brackets, and not followed by ``?`` or ``*``."""
    atoms = [match["atom"] for match in ATOM.finditer(pattern)]
    found, depth = [], 0
    for atom, after in zip(atoms, [*atoms[1:], ""], strict=True):
        depth += (atom == "(") - (atom == ")")
        if depth == 0 and atom == "|":
            return ()
        if depth == 0 and atom not in META and not atom.startswith("@") and after not in ("?", "*"):
            found.append(frozenset(lexicon.members(atom if atom.isupper() else "=" + atom.removeprefix("\\"))))
    return tuple(found)


def _islands(lexicon: Lexicon, glue: frozenset[str]) -> re.Pattern[str]:
    """Runs of known words with at least one that is no glue."""
    only_glue = {lexicon.settled[word] for word in glue if word in lexicon.settled}
    only_glue -= {code for word, code in lexicon.settled.items() if word not in glue}
    telling = "".join(sorted(code for code in lexicon.codes.values() if code not in only_glue))
    return re.compile(f"[^{UNKNOWN}]*[{telling}][^{UNKNOWN}]*")


def _quoted(phrase: str) -> str:
    return " ".join("\\" + word if word in META else word for word in phrase.split())


def _literals(pattern: str) -> Iterator[str]:
    for match in ATOM.finditer(pattern):
        atom = match["atom"]
        if atom not in META and not atom.startswith("@") and not atom.isupper():
            yield atom.removeprefix("\\")


def _translate(pattern: str, macros: Mapping[str, str], lexicon: Lexicon) -> str:
    """The regular expression over word codes for a pattern; a name that is used again gets a number."""
    out: list[str] = []
    names: dict[str, int] = {}
    for match in ATOM.finditer(pattern):
        name, atom = (match["name"] or "")[:-1], match["atom"]
        names[name] = names.get(name, 0) + 1
        opening = f"(?P<{name}__{names[name]}>" if name else "(?:"
        if atom == "(":
            out.append(opening)
        elif atom in META:
            out.append(REPEATED.get(atom, atom))
        elif atom.startswith("@"):
            out.append(opening + _translate(macros[atom], macros, lexicon) + ")")
        else:
            members = lexicon.members(atom if atom.isupper() else "=" + atom.removeprefix("\\"))
            out.append(opening + (f"[{members}]" if members else "(?!)") + ")")
    return "".join(out)


def find_all(text: WordText, grammar: Grammar) -> tuple[Found, ...]:
    """Every match of every rule, by first word, the longest first, then in the order of the rules."""
    codes = code_words(text, grammar.lexicon)
    islands = [match.span() for match in grammar.islands.finditer(codes)]
    joined = UNKNOWN.join(codes[start:end] for start, end in islands)
    shifts: list[int] = []
    for start, end in islands:
        shifts.extend([start - len(shifts)] * (end - start + 1))
    found = []
    present = frozenset(joined)
    for order, rule in enumerate(grammar.rules):
        if any(present.isdisjoint(needed) for needed in rule.needs):
            continue
        for match in rule.expression.finditer(joined):
            by = shifts[match.start()]
            named = match.groupdict()
            groups = {
                name.split("__")[0]: (match.start(name) + by, match.end(name) + by) for name in named if named[name] is not None
            }
            start, end = match.start() + by, match.end() + by
            found.append((start, -end, order, Found(rule, start, end, groups)))
    return tuple(row[3] for row in sorted(found, key=lambda row: row[:3]))
