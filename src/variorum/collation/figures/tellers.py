"""Who is named beside a number as the one who gives it, where a sentence has a number of each of two."""

import re

from variorum.collation.claims.sentences import sentence_at
from variorum.collation.claims.statements import Statement
from variorum.collation.figures.things import gives_number
from variorum.records.annotation import AnnotatedArticle, Mention, Quantity

CREDIT = re.compile(r"[^.;:,\d“”\"]{0,40}?\b(?P<by>according to|by)\s+(?:the\s+|a\s+)?")
"""What stands between a number and the one who is credited with it ("5,000 people according to the police")."""

JOINED = re.compile(
    r"(?:[,;–—]\s+(?:(?:and|but|while)\s+)?|\b(?:and|but|while)\s+)(?:(?:the|a|its)\s+)?(?P<name>(?:[^\s,;–—]+\s+){1,6})$"
)
"""The words before a number that begin with somebody whose verb may be left out ("25,000 people, the union 45,000")."""

WHOLE = re.compile(r"\s+(?:of\s+[^,;]*)?")
"""What may stand between that name and the number; a verb there tells of something else ("the castle holds 1,400")."""

REACH = 70
"""Characters before a number in which they stand."""


def teller_of(article: AnnotatedArticle, quantity: Quantity, statement: Statement | None) -> Mention | None:
    """The mention of who gives the number, right behind it ("by" only after a verb that gives numbers) or right before it."""
    if quantity.field != "text":
        return None
    last = max(quantity.end, quantity.of[1]) if quantity.of is not None else quantity.end
    credit = CREDIT.match(article.text, last, sentence_at(article, quantity.start, quantity.end)[1])
    given = statement is not None and gives_number(statement.predicate)
    if credit is not None and (credit["by"] != "by" or given):
        return next((m for m in _spoken(article) if credit.start("by") < m.start <= credit.end() <= m.end), None)
    return None if quantity.of is not None else _left_out(article, quantity)


def _left_out(article: AnnotatedArticle, quantity: Quantity) -> Mention | None:
    """Who opens the words between a comma or "and" and a number without a noun."""
    low = max(quantity.start - REACH, sentence_at(article, quantity.start, quantity.end)[0])
    found = next(iter(JOINED.finditer(article.text[low : quantity.start])), None)
    if found is None:
        return None
    at = low + found.start("name")
    near = (m for m in _spoken(article) if m.start <= at < m.end <= quantity.start)
    return next((m for m in near if WHOLE.fullmatch(article.text, m.end, quantity.start)), None)


def _spoken(article: AnnotatedArticle) -> list[Mention]:
    return [m for m in article.mentions if m.field == "text" and m.kind != "pronoun"]
