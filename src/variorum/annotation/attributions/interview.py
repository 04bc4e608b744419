"""Answers of an interview in which only some paragraphs are labelled, or none: question and answer take turns."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from variorum.annotation.attributions.assembly import Attribution
from variorum.annotation.attributions.page import Block, Page, TokenRange
from variorum.annotation.coreference.references import References
from variorum.annotation.mentions.turns import ANSWERS
from variorum.annotation.words.lists import listed

TURN = "turn"
"""Rule of what is said in answer: nothing in it is an attribution of the report's own."""
LEAST = 3
"""Questions in paragraphs of their own from which a text counts as an interview."""
LONGEST_QUESTION = 45
"""Words of a paragraph that asks."""
SCORE = 0.88
"""Score of an answer: by judgement, a little below that of a labelled one."""
_LABEL = 5


def with_answers(page: Page, references: References, found: list[Attribution]) -> list[Attribution]:
    """``found`` with an attribution for every answer of an interview without labels; in half of the answers somebody must
    speak of himself, and it must be clear who answers."""
    answering = list(_answers(page))
    speaker = _speaker(page, references, answering)
    said = [b for b in answering if _counts(page, b) and not any(a.anchor in range(b.start, b.body) for a in found)]
    personal = [b for b in said if _speaks_of_himself(page, b)]
    if speaker is None or len(said) < LEAST or 2 * len(personal) < len(said):
        return found
    return [*found, *(_turn(page, block, speaker) for block in said)]


def as_turns(before: Iterable[Attribution], after: Iterable[Attribution]) -> list[Attribution]:
    """``after`` with what was not in ``before`` - the labelled answers of an interview - marked as turns."""
    known = {id(a) for a in before}
    return [a if id(a) in known else replace(a, rules=(TURN, a.rules[1])) for a in after]


def outside_turns(found: list[Attribution]) -> list[Attribution]:
    """``found`` less what somebody says of himself inside an answer (``I think that``): that is part of the answer."""
    said = {i for a in found if a.rules[0] == TURN for i in a.content}
    return [a for a in found if a.rules[0] == TURN or not ({a.anchor, *a.cue} & said) or _of_others(a)] if said else found


def with_questions(page: Page, found: list[Attribution]) -> list[Attribution]:
    """``found`` with the questions of an interview whose paragraphs are labelled with who asks (``Orm Mail: Did it burn?``)."""
    answers = {page.block_at[min(a.content)] for a in found if a.rules[0] == TURN and a.content}
    asking = [b for n, b in enumerate(page.blocks) if n not in answers and n + 1 in answers and _labelled_question(page, b)]
    if len(answers) < LEAST:
        return found
    turns = [
        replace(_turn(page, b, page.doc[b.body - 2]), modality="question") for b in (_without_label(page, q) for q in asking)
    ]
    inside = {i for b in asking for i in range(b.start, b.end)}
    return [*(a for a in found if a.anchor not in inside), *turns]


def _labelled_question(page: Page, block: Block) -> bool:
    """Whether a paragraph is a question behind the name of who asks, which is not an initial or a word such as "Question"."""
    colon = _label_end(page, block)
    label = list(page.doc[block.body : colon]) if colon is not None else []
    named = len(label) > 1 or (len(label) == 1 and label[0].pos_ == "PROPN" and len(label[0]) > _INITIAL)
    return named and _asks(page, _without_label(page, block))


_INITIAL = 3


def _of_others(item: Attribution) -> bool:
    return (
        bool(item.cue)
        and item.speaker is not None
        and item.speaker.lower_ not in listed("first_singular") | listed("first_plural")
    )


def _answers(page: Page) -> Iterator[Block]:
    """The paragraphs between questions that answer them, each less its label."""
    asking = [n for n, block in enumerate(page.blocks) if _asks(page, block)]
    if len(asking) < LEAST:
        return
    for number, after in zip(asking, [*asking[1:], asking[-1] + 2], strict=True):
        between = [_without_label(page, b) for b in page.blocks[number + 1 : after]]
        if len(between) % 2 and len(between) > 1 and all(_prompts(page, between, k) for k in range(1, len(between), 2)):
            yield from between[::2]
        elif len(between) == 2 and _speaks_of_himself(page, between[1]):
            yield from between
        else:
            yield from between[:1]


def _asks(page: Page, block: Block) -> bool:
    """Whether a short paragraph outside quotation marks begins or ends with a question."""
    words = _words(page, (block.body, block.end))
    if not 1 < len(words) <= LONGEST_QUESTION or any(page.quote_at[t.i] >= 0 for t in words):
        return False
    ends = [t.text for t in page.doc[block.body : block.end] if t.text in (".", "?", "!")]
    return bool(ends) and "?" in (ends[0], ends[-1]) and len(ends) <= 3


def _prompts(page: Page, between: list[Block], number: int) -> bool:
    """Whether a paragraph between two answers only puts something to the other: one sentence, shorter than both."""
    block = between[number]
    beside = (between[number - 1], between[number + 1])
    own = len(_words(page, (block.body, block.end)))
    sentences = {page.sentence_at[t.i] for t in _words(page, (block.body, block.end))}
    shorter = all(own < len(_words(page, (b.body, b.end))) for b in beside)
    return len(sentences) == 1 and shorter and not _speaks_of_himself(page, block)


def _words(page: Page, where: TokenRange) -> list[Token]:
    return [t for t in page.doc[where[0] : where[1]] if not t.is_punct and not t.is_space]


def _counts(page: Page, block: Block) -> bool:
    """Whether a paragraph can be an answer: words, of which none stand in quotation marks of their own accord."""
    words = _words(page, (block.body, block.end))
    return bool(words) and sum(page.quote_at[t.i] >= 0 for t in words) * 2 < len(words) and not _asks(page, block)


def _speaks_of_himself(page: Page, block: Block) -> bool:
    return any(
        t.lower_ in listed("first_singular") | listed("first_plural") and page.quote_at[t.i] < 0
        for t in page.doc[block.body : block.end]
    )


def _without_label(page: Page, block: Block) -> Block:
    """A paragraph whose text proper begins after its label (``Lorik Orr: No.``)."""
    colon = _label_end(page, block)
    return block if colon is None else replace(block, body=colon + 1)


def _label_end(page: Page, block: Block) -> int | None:
    stop = min(block.body + _LABEL, block.end)
    colon = next((i for i in range(block.body + 1, stop) if page.doc[i].text == ":"), None)
    named = colon is not None and all(page.doc[i].text[:1].isupper() for i in range(block.body, colon))
    return colon if named else None


def _speaker(page: Page, references: References, answering: list[Block]) -> Token | None:
    """Who answers: the name before the colon of an answer, the one a question addresses, else the person named most."""
    for block in answering:
        label = page.doc[block.body - 2] if block.body > 1 and page.doc[block.body - 1].text == ":" else None
        if label is not None and label.lower_ not in ANSWERS:
            return label
    for block in page.blocks if answering else ():
        if _asks(page, block) and (named := _addressed(page, _without_label(page, block))) is not None:
            return named
    return _most_named(page, references) if answering else None


def _addressed(page: Page, question: Block) -> Token | None:
    """``Mr Orr, has the firm paid?``: the name that a question opens with."""
    comma = next((i for i in range(question.body, min(question.body + _LABEL, question.end)) if page.doc[i].text == ","), None)
    name = [page.doc[i] for i in range(question.body, comma)] if comma is not None else []
    return name[-1] if len(name) > 1 and all(t.pos_ == "PROPN" for t in name) else None


def _most_named(page: Page, references: References) -> Token | None:
    """The full name of the person who is mentioned most, where one is."""
    people = {e.id for e in references.entities if e.type == "person" and e.named and " " in e.name}
    counts = Counter(m.entity for m in references.mentions if m.entity in people).most_common(2)
    if not counts or (len(counts) > 1 and counts[0][1] == counts[1][1]):
        return None
    first = next((m for m in references.mentions if m.entity == counts[0][0] and m.kind == "name"), None)
    span = page.doc.char_span(first.start, first.end, alignment_mode="expand") if first is not None else None
    return span.root if span is not None else None


def _turn(page: Page, block: Block, speaker: Token) -> Attribution:
    content = frozenset(i for i in range(block.body, block.end) if not page.doc[i].is_space)
    labelled = block.body > 1 and page.doc[block.body - 1].text == ":"
    source = (_start(page, block.body - 1), block.body - 1) if labelled else None
    rules = (TURN, "label" if labelled else "none")
    return Attribution((), min(content), "", content, source, speaker, rules, "speech", "positive", "asserted", SCORE)


def _start(page: Page, colon: int) -> int:
    return page.blocks[page.block_at[colon]].body
