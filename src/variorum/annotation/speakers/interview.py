"""What is said in an interview: each labelled paragraph whose label is a person's is that person's speech."""

from collections import Counter
from collections.abc import Mapping, Sequence

from spacy.tokens import Token

from variorum.annotation.attributions.assembly import Attribution
from variorum.annotation.attributions.page import Page
from variorum.annotation.coreference.references import References
from variorum.annotation.mentions.turns import ANSWERS, turns

SCORE = 0.9
"""Score of a labelled turn: the label leaves no doubt who speaks. By judgement."""


def with_interview(page: Page, references: References, found: list[Attribution]) -> list[Attribution]:
    """``found`` with an attribution for every labelled paragraph of an interview in which a person answers.

    ``A:`` stands for the person whom the text names most; to labels that ask nothing is added.
    """
    paragraphs = [[t.text for t in page.doc[b.body : b.end] if not t.is_space] for b in page.blocks]
    labelled = turns(paragraphs)
    if not labelled:
        return found
    answering, asking = _most_named(page, references), _asking(paragraphs, labelled)
    made: list[Attribution] = []
    for number in sorted(labelled):
        start, end = page.blocks[number].body, page.blocks[number].end
        colon = next(i for i in range(start, end) if page.doc[i].text == ":")
        asked = page.text(start, colon) in asking
        speaker = None if asked else _speaker(page, references, start, colon, answering)
        content = frozenset(i for i in range(colon + 1, end) if not page.doc[i].is_space)
        if speaker is not None and content:
            found = [a for a in found if a.anchor != colon]
            made.append(_turn(colon, content, (start, colon), speaker))
    return found + made


def without_places(references: References, found: list[Attribution]) -> list[Attribution]:
    """``found`` without headings whose label names a place (``PORT LENT: Two ferries collided``): that is a dateline."""
    return [a for a in found if not (a.rules == ("heading", "label") and _names_place(references, a.speaker))]


def _names_place(references: References, label: Token | None) -> bool:
    mention = references.mention_at(label.idx, label.idx + len(label)) if label is not None else None
    return mention is not None and mention.kind == "name" and references.entity(mention.entity).type == "place"


def _asking(paragraphs: Sequence[Sequence[str]], labelled: Mapping[int, int]) -> frozenset[str]:
    """The labels of which at least every other turn ends with a question."""
    turns_of, questions = Counter[str](), Counter[str]()
    for number, colon in labelled.items():
        label = " ".join(paragraphs[number][:colon])
        turns_of[label] += 1
        questions[label] += paragraphs[number][-1] == "?"
    return frozenset(label for label in turns_of if 2 * questions[label] >= turns_of[label])


def _turn(colon: int, content: frozenset[int], source: tuple[int, int], speaker: Token) -> Attribution:
    rules = ("heading", "label")
    return Attribution((colon,), colon, ":", content, source, speaker, rules, "speech", "positive", "asserted", SCORE)


def _speaker(page: Page, references: References, start: int, colon: int, answering: Token | None) -> Token | None:
    """The token that names who speaks: the label's last word where it is a person's name, the interviewed for ``A``."""
    label = page.doc[colon - 1]
    if page.text(start, colon).casefold() in ANSWERS:
        return answering
    mention = references.mention_at(label.idx, label.idx + len(label))
    person = mention is not None and references.entity(mention.entity).type == "person"
    return label if person else None


def _most_named(page: Page, references: References) -> Token | None:
    """A token that names the person with a full name who is mentioned most."""
    people = {e.id for e in references.entities if e.type == "person" and e.named and " " in e.name}
    counts = Counter(m.entity for m in references.mentions if m.entity in people)
    most = min(counts, key=lambda e: (-counts[e], int(e[1:])), default=None)
    first = next((m for m in references.mentions if m.entity == most and m.kind == "name"), None)
    span = page.doc.char_span(first.start, first.end, alignment_mode="expand") if first is not None else None
    return span.root if span is not None else None
