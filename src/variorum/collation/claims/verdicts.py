"""How two statements or figures stand to each other."""

from dataclasses import dataclass
from typing import Literal

from variorum.records.annotation import AnnotatedArticle
from variorum.records.article import Field, Span, passage_of
from variorum.records.story import Aspect, DisagreementMember, Judgement

Kind = Literal["figure", "date", "place", "agency", "polarity", "quotation", "speaker"]


@dataclass(frozen=True, slots=True)
class Side:
    """What one side of a comparison says: where, the words that differ, in whose voice (entity id, ``None`` the outlet)."""

    article: AnnotatedArticle
    span: Span
    value: str
    voice: str | None
    field: Field = "text"
    low: float | None = None
    high: float | None = None

    def member(self) -> DisagreementMember:
        """The side as a member of a disagreement."""
        passage = passage_of(self.article, self.span, self.field)
        return DisagreementMember(
            passage.article, passage.start, passage.end, passage.exact, self.value, self.voice, self.field, self.low, self.high
        )


@dataclass(frozen=True, slots=True)
class Verdict:
    """A judgement on two sides: ``about`` names the thing in question, ``reason`` is one plain sentence, ``aspect`` says in
    what way they differ where the kind does not, and ``likely`` how likely it is that both sides tell of one thing, where that
    is known."""

    kind: Kind
    judgement: Judgement
    sides: tuple[Side, Side]
    about: str
    score: float
    reason: str
    aspect: Aspect | None = None
    likely: float = 0.5
