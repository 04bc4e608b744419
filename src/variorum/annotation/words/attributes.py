"""The attribute rules of a spaCy pipeline as a table.

spaCy's ``attribute_ruler`` (coarse parts of speech and lemmas from tags, words and relations) runs every pattern over every
word: a sixth of the parse. Its patterns look at tag, word, relation and white space only, so words that agree in these get
the same attributes: each such class of words is worked out once. The result is the ruler's own, rule after rule.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from spacy.attrs import DEP, IS_SPACE, LOWER, TAG
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.strings import StringStore
from spacy.tokens import Doc
from spacy.tokens._retokenize import set_token_attrs

COLUMNS = ("LOWER", "TAG", "DEP", "IS_SPACE")
TAG_COLUMN = COLUMNS.index("TAG")
Key = tuple[int, ...]
"""What the rules see of a word: its values in ``COLUMNS``, with 0 for a lower-case form that no rule names."""


@dataclass(frozen=True, slots=True)
class _Test:
    """One condition: the value in ``column`` is ``among`` these (or is not), or its string has the ``shape``."""

    column: int
    among: frozenset[int] = frozenset()
    negated: bool = False
    shape: re.Pattern[str] | None = None

    def holds(self, key: Key, strings: StringStore) -> bool:
        """Whether a word with that key passes."""
        if self.shape is not None:
            return self.shape.search(strings[key[self.column]]) is not None
        return (key[self.column] in self.among) != self.negated


@dataclass(frozen=True, slots=True)
class _Rule:
    """Conditions for each of some adjoining words, and the attributes that the one ``at`` gets; ``number`` is its rank."""

    number: int
    words: tuple[tuple[_Test, ...], ...]
    attrs: Mapping[int, int]
    at: int


class AttributeTable:
    """A component that sets what ``ruler`` sets; ``ValueError`` for a ruler whose patterns look at more than ``COLUMNS``."""

    FACTORY = "variorum_attributes"

    def __init__(self, ruler: AttributeRuler) -> None:
        self._strings = ruler.vocab.strings
        self._rules = tuple(_rules(ruler))
        lowers = [t for rule in self._rules for word in rule.words for t in word if COLUMNS[t.column] == "LOWER"]
        if any(t.negated or (t.shape and t.shape.search("")) for t in lowers):
            raise ValueError("a pattern that most words fit")
        self._named = frozenset(value for t in lowers for value in t.among)
        self._shapes = tuple(t.shape for t in lowers if t.shape is not None)
        self._by_tag = _by_tag(self._rules)
        self._known: dict[Key, tuple[tuple[_Rule, ...], tuple[_Rule, ...], dict[int, int]]] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set the attributes of every word of ``doc``."""
        keys = self._keys(doc)
        known = self._known
        later: dict[int, list[_Rule]] = {}
        for i, key in enumerate(keys):
            for rule in (known.get(key) or self._learn(key))[1]:
                if self._match(rule, keys[i : i + len(rule.words)]):
                    later.setdefault(range(i, i + len(rule.words))[rule.at], []).append(rule)
        for i, key in enumerate(keys):
            attrs = _merged((*known[key][0], *later[i])) if i in later else known[key][2]
            set_token_attrs(doc[i], attrs)
        return doc

    def _keys(self, doc: Doc) -> list[Key]:
        rows: list[list[int]] = doc.to_array([LOWER, TAG, DEP, IS_SPACE]).reshape(-1, len(COLUMNS)).tolist()  # type: ignore[assignment]
        telling = {lower for lower in {row[0] for row in rows} if self._tells(lower)}
        return [(row[0] if row[0] in telling else 0, row[1], row[2], row[3]) for row in rows]

    def _tells(self, lower: int) -> bool:
        return lower in self._named or any(shape.search(self._strings[lower]) for shape in self._shapes)

    def _learn(self, key: Key) -> tuple[tuple[_Rule, ...], tuple[_Rule, ...], dict[int, int]]:
        """The rules for one word that hold for ``key``, those for several that may begin with it, and what the former set."""
        by_tag = (*self._by_tag.get(key[TAG_COLUMN], ()), *self._by_tag[None])
        begun = [rule for rule in by_tag if self._match(rule, [key], only=1)]
        single = tuple(rule for rule in begun if len(rule.words) == 1)
        known = single, tuple(rule for rule in begun if len(rule.words) > 1), _merged(single)
        self._known[key] = known
        return known

    def _match(self, rule: _Rule, keys: Sequence[Key], *, only: int | None = None) -> bool:
        words = rule.words[:only]
        if len(words) != len(keys):
            return False
        for word, key in zip(words, keys, strict=True):
            for test in word:
                if not test.holds(key, self._strings):
                    return False
        return True


def _by_tag(rules: Iterable[_Rule]) -> dict[int | None, list[_Rule]]:
    """The rules by the tags that their first word may have, those for any tag under ``None``."""
    found: dict[int | None, list[_Rule]] = {None: []}
    for rule in rules:
        tags = next((t.among for t in rule.words[0] if t.column == TAG_COLUMN and t.among and not t.negated), None)
        for tag in [None] if tags is None else sorted(tags):
            found.setdefault(tag, []).append(rule)
    return found


def _merged(rules: Iterable[_Rule]) -> dict[int, int]:
    """What the rules set together: of two that set one attribute, the later one counts."""
    attrs: dict[int, int] = {}
    for rule in sorted(rules, key=lambda r: r.number):
        attrs |= rule.attrs
    return attrs


def _rules(ruler: AttributeRuler) -> Iterator[_Rule]:
    strings = ruler.vocab.strings
    patterns: Any = [row["patterns"] for row in ruler.patterns]
    for number, (alternatives, attrs, at) in enumerate(zip(patterns, ruler.attrs, ruler.indices, strict=True)):
        if "_" in attrs:
            raise ValueError("a pattern that sets an extension attribute")
        for pattern in alternatives:
            yield _Rule(number, tuple(_tests(word, strings) for word in pattern), attrs, at)


def _tests(word: Mapping[str, Any], strings: StringStore) -> tuple[_Test, ...]:
    return tuple(test for name, given in word.items() for test in _named_tests(name, given, strings))


def _named_tests(name: str, given: Any, strings: StringStore) -> Iterator[_Test]:
    """The conditions that a pattern of spaCy's matcher puts on one attribute of a word."""
    if name not in COLUMNS:
        raise ValueError(f"a pattern that looks at {name}")
    column = COLUMNS.index(name)
    for kind, value in given.items() if isinstance(given, dict) else (("IN", [given]),):
        if kind == "REGEX":
            yield _Test(column, shape=re.compile(str(value)))
        elif kind in ("IN", "NOT_IN"):
            values = frozenset(strings.add(v) if isinstance(v, str) else int(v) for v in value)
            yield _Test(column, values, negated=kind == "NOT_IN")
        else:
            raise ValueError(f"a pattern with {kind}")


@Language.factory(AttributeTable.FACTORY)
def attribute_table(nlp: Language, name: str) -> AttributeTable:
    """The table for the ``attribute_ruler`` of ``nlp``. Raises ``ValueError`` where its patterns are of another kind."""
    return AttributeTable(nlp.get_pipe("attribute_ruler"))  # type: ignore[arg-type]
