"""The words of a parsed document in columns: plain tuples that are quick to read, with quotes and headlines marked."""

from collections import Counter
from dataclasses import dataclass
from itertools import accumulate

from spacy.attrs import DEP, ENT_TYPE, HEAD, LEMMA, ORTH, POS, SENT_START, SPACY, TAG
from spacy.tokens import Doc

from variorum.annotation.attributions.marks import find_quoted

NAME_LABELS = frozenset(
    {"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "LAW", "WORK_OF_ART", "PRODUCT"}
)  # fmt: skip
DASHES = frozenset({"-", "\u2013", "\u2014", "--"})
LONGEST_DATELINE = 16
"""Tokens in which a dateline must end."""
LONGEST_TITLE = 40
"""Tokens in a title."""
HEADLINE_SHARE = 0.6
"""Share of longer words with a capital from which a line counts as set in title case."""


@dataclass(frozen=True, slots=True)
class Words:
    """Columns over the tokens of one document; ``head``, ``left`` and ``right`` are token numbers (edges inclusive).

    ``quoted`` says which tokens stand inside quotation marks, ``statement`` counts sentences but takes those inside one
    quotation for one, ``headline`` which stand in a line set in title case,
    ``dateline`` which name the place before the dash that opens a report; tokens before ``title_end`` are its title.
    """

    text: tuple[str, ...]
    lower: tuple[str, ...]
    lemma: tuple[str, ...]
    pos: tuple[str, ...]
    tag: tuple[str, ...]
    dep: tuple[str, ...]
    head: tuple[int, ...]
    children: tuple[tuple[int, ...], ...]
    left: tuple[int, ...]
    right: tuple[int, ...]
    start: tuple[int, ...]
    end: tuple[int, ...]
    sentence: tuple[int, ...]
    paragraph: tuple[int, ...]
    quoted: tuple[bool, ...]
    statement: tuple[int, ...]
    headline: tuple[bool, ...]
    dateline: tuple[bool, ...]
    label: tuple[str, ...]
    entities: tuple[tuple[int, int, str], ...]
    title_end: int
    source: str

    def __len__(self) -> int:
        return len(self.text)

    def slice(self, start: int, end: int) -> str:
        """The characters from token ``start`` up to token ``end``."""
        return self.source[self.start[start] : self.end[end - 1]]

    def child(self, token: int, *deps: str) -> int | None:
        """The first child of ``token`` with one of these dependency labels."""
        return next((c for c in self.children[token] if self.dep[c] in deps), None)


def words_of(doc: Doc) -> Words:
    """Read the columns out of a parsed document."""
    head = _heads(doc)
    left, right = _edges(head)
    text, pos = _strings(doc, ORTH), _strings(doc, POS)
    start = _starts(doc, text)
    paragraph = _paragraphs(text)
    sentence, quoted = _sentences(doc), _quoted(doc.text, start)
    return Words(
        text=tuple(text),
        lower=_folded(text),
        lemma=_folded(_strings(doc, LEMMA)),
        pos=tuple(pos),
        tag=tuple(_strings(doc, TAG)),
        dep=tuple(_strings(doc, DEP)),
        head=tuple(head),
        children=_children(head),
        left=tuple(left),
        right=tuple(right),
        start=tuple(start),
        end=tuple(s + len(w) for s, w in zip(start, text, strict=True)),
        sentence=sentence,
        paragraph=tuple(paragraph),
        quoted=quoted,
        statement=_statements(sentence, quoted),
        headline=_headlines(text, paragraph),
        dateline=_datelines(text, paragraph, pos),
        label=tuple(_strings(doc, ENT_TYPE)),
        entities=tuple((e.start, e.end, e.label_) for e in doc.ents if e.label_ in NAME_LABELS),
        title_end=_title_end(text, paragraph),
        source=doc.text,
    )


def _strings(doc: Doc, attribute: int) -> list[str]:
    """One attribute of every token; each value is looked up once, which is several times faster than token by token."""
    values: list[int] = doc.to_array([attribute]).ravel().tolist()  # type: ignore[assignment]
    known = {value: doc.vocab.strings[value] for value in set(values)}
    return [known[value] for value in values]


def _folded(column: list[str]) -> tuple[str, ...]:
    known = {word: word.casefold() for word in set(column)}
    return tuple(known[word] for word in column)


def _starts(doc: Doc, text: list[str]) -> list[int]:
    """The first character of every token: words follow each other directly or after one blank."""
    spaces = doc.to_array([SPACY]).ravel().tolist()
    ends = accumulate(len(word) + int(space) for word, space in zip(text, spaces, strict=True))
    return [0, *ends][: len(text)]


def _heads(doc: Doc) -> list[int]:
    """The head of every token; spaCy gives it as a distance, wrapped round below zero."""
    distances = doc.to_array([HEAD]).astype("int64").ravel().tolist()
    return [i + distance for i, distance in enumerate(distances)]


def _edges(head: list[int]) -> tuple[list[int], list[int]]:
    """First and last token of the subtree of every token."""
    left, right = list(range(len(head))), list(range(len(head)))
    for token in range(len(head)):
        above = token
        while head[above] != above:
            above = head[above]
            if left[above] <= token <= right[above]:
                break
            left[above], right[above] = min(left[above], token), max(right[above], token)
    return left, right


def _children(head: list[int]) -> tuple[tuple[int, ...], ...]:
    children: list[list[int]] = [[] for _ in head]
    for token, above in enumerate(head):
        if above != token:
            children[above].append(token)
    return tuple(tuple(c) for c in children)


def _sentences(doc: Doc) -> tuple[int, ...]:
    """The number of its sentence for every token."""
    starts = doc.to_array([SENT_START]).astype("int64").ravel().tolist()
    numbers, number = [], -1
    for mark in starts:
        number += mark == 1 or number < 0
        numbers.append(number)
    return tuple(numbers)


def _paragraphs(text: list[str]) -> list[int]:
    numbers, number = [], 0
    for word in text:
        numbers.append(number)
        number += "\n" in word
    return numbers


def _quoted(source: str, start: list[int]) -> tuple[bool, ...]:
    """Which tokens stand inside quotation marks, the marks counted."""
    outer = [(q.start, q.end) for q in find_quoted(source) if q.level == 0]
    flags, at = [], 0
    for first in start:
        while at < len(outer) and outer[at][1] <= first:
            at += 1
        flags.append(at < len(outer) and outer[at][0] <= first)
    return tuple(flags)


def _statements(sentence: tuple[int, ...], quoted: tuple[bool, ...]) -> tuple[int, ...]:
    """The number of its sentence for every token, the sentences inside one quotation counted as one."""
    numbers, number = [], -1
    for n, own in enumerate(sentence):
        begins = n == 0 or own != sentence[n - 1]
        number += begins and not (n > 0 and quoted[n] and quoted[n - 1])
        numbers.append(number)
    return tuple(numbers)


def _headlines(text: list[str], paragraph: list[int]) -> tuple[bool, ...]:
    """Which tokens stand in a line whose longer words mostly have capitals and that does not end like a sentence."""
    flags: list[bool] = []
    start = 0
    for n in range(1, len(text) + 1):
        if n == len(text) or paragraph[n] != paragraph[start]:
            flags += [_is_headline([w for w in text[start:n] if w.strip()])] * (n - start)
            start = n
    return tuple(flags)


def _is_headline(line: list[str]) -> bool:
    long = [w for w in line if len(w) > 3 and w[0].isalpha()]
    if not len(long) >= 3 or len(line) > 30 or line[-1] in {".", "\u201d", '"'}:
        return False
    return round(sum(w[0].isupper() for w in long) / len(long), 3) >= HEADLINE_SHARE


def _title_end(text: list[str], paragraph: list[int]) -> int:
    """Where the first line ends if it is a title: short, without a full stop, and followed by more; else 0."""
    end = next((i for i in range(1, len(text)) if paragraph[i] != paragraph[0]), 0)
    line = [w for w in text[:end] if w.strip()]
    return end if line and len(line) <= LONGEST_TITLE and line[-1] != "." else 0


def _datelines(text: list[str], paragraph: list[int], pos: list[str]) -> tuple[bool, ...]:
    """``VELM, Norland (Agency) - ...``: the words before the bracket, dash or colon at the head of a paragraph."""
    marks = [False] * len(text)
    starts = [n for n in range(len(text)) if n == 0 or paragraph[n] != paragraph[n - 1]]
    labels = Counter(text[n] for n in starts)
    for start in starts:
        end = _dateline_end(text, paragraph, pos, start)
        if end and not (text[end] == ":" and (labels[text[start]] > 1 or _is_surname(text, start))):
            stop = next((i for i in range(start, end) if text[i] == "("), end)
            marks[start:stop] = [True] * (stop - start)
    return tuple(marks)


def _is_surname(text: list[str], label: int) -> bool:
    """Whether a label in capitals is the last word of somebody's name in the text (``VELM:``, ``Ada Velm``)."""
    name = text[label].title()
    return any(word == name and text[n - 1].istitle() for n, word in enumerate(text) if n > 0)


def _dateline_end(text: list[str], paragraph: list[int], pos: list[str], start: int) -> int:
    """The token number of the dash that closes a dateline which begins at ``start``; 0 where there is none."""
    first = text[start]
    apart = "(" in text[start + 1 : start + 4] or text[start + 1 : start + 2] == [","]
    if not first[:1].isupper() or not (first.isupper() or apart):
        return 0
    for i in range(start + 1, min(len(text), start + LONGEST_DATELINE)):
        if paragraph[i] != paragraph[start] or pos[i] in {"VERB", "AUX", "PRON"} or text[i] in {".", "?", "!"}:
            return 0
        glued = text[i] == "-" and text[i - 1].isupper() and text[i + 1 : i + 2] != [] and text[i + 1].isupper()
        dash = text[i] in DASHES and (text[i - 1] == ")" or (first.isupper() and not glued))
        if dash or (text[i] == ":" and first.isupper() and i < start + 4):
            return i
    return 0
