"""Two texts side by side: one sentence against another, or a headline against a report."""

from dataclasses import dataclass

from variorum.collation.comparing.bodies import judge_body
from variorum.collation.comparing.sentences import judge_sentences
from variorum.collation.encoder import Encoder
from variorum.records.annotation import AnnotatedArticle
from variorum.records.story import Judgement

LONG = 4
"""A text of more sentences is a report, against which the other one is read as its headline."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two texts stand to each other; ``score`` is how alike they are, 0..1, three decimals."""

    judgement: Judgement
    score: float
    reason: str


def compare_texts(a: AnnotatedArticle, b: AnnotatedArticle, encoder: Encoder | None) -> Comparison:
    """Judge two annotated texts: ``agree`` (the same), ``refine`` (one tells more, or leaves open what the other tells),
    ``conflict``, ``unrelated`` or ``unsure``. Without an encoder words alone decide."""
    short, long = sorted((a, b), key=lambda text: (len(text.sentences), text is b))
    if len(long.sentences) > LONG and len(short.sentences) <= LONG:
        judgement, score, reason = judge_body(short, long, encoder)
    else:
        judgement, score, reason = judge_sentences(a, b, encoder)
    return Comparison(judgement, min(max(score, 0.0), 1.0), reason)
