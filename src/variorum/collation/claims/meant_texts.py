"""The words of clauses as they are read for their meaning: with names for pronouns and for descriptions of the named."""

from collections.abc import Iterable, Mapping, Sequence

from variorum.collation.claims.sentences import sentence_at
from variorum.collation.claims.statements import Statement, clause_text
from variorum.records.annotation import Mention
from variorum.records.article import Span
from variorum.records.story import StoryEntity

Names = Mapping[str, StoryEntity]


def meant_texts(statements: Iterable[Statement], names: Names) -> tuple[list[str], list[str]]:
    """Each clause and the sentence around it, less furniture; ``names`` maps entities of articles to those of the story.

    A clause of a title outside the text stands for its sentence.
    """
    mentions: dict[tuple[str, str], list[Mention]] = {}
    clauses, sentences = [], []
    for s in statements:
        home = (s.article.id, s.claim.field)
        if home not in mentions:
            own = [m for m in s.article.mentions if m.field == s.claim.field]
            put = _outermost([m for m in own if _is_named(m, names)])
            mentions[home] = [*put, *(m for m in own if m.kind == "name")]
        clauses.append(_text(s, s.claim.span, mentions[home], names))
        sentences.append(_text(s, _around(s), mentions[home], names))
    return clauses, sentences


def _text(s: Statement, span: Span, mentions: Sequence[Mention], names: Names) -> str:
    return clause_text(s.article, span, field_mentions=mentions, names=names, field=s.claim.field, described=True)


def _around(s: Statement) -> Span:
    return sentence_at(s.article, *s.claim.span) if s.claim.field == "text" else s.claim.span


def _is_named(mention: Mention, names: Names) -> bool:
    entity = names.get(mention.entity)
    return mention.kind != "name" and entity is not None and entity.named


def _outermost(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions less those inside another ("their" in "their mayor")."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if not kept or mention.end > kept[-1].end:
            kept.append(mention)
    return kept
