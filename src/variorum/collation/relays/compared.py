"""Outlets that stand beside what they have, without a verb: in lists that set reports against each other.

``NRT: nine ships. The Herald: ten, with the wreck``; ``the harbour office says nine, the Herald 40``.
"""

import re

from variorum.language.lexicon import alternatives, marked, words
from variorum.records.article import Article, Span

_QUOTES = '\u201c\u201e\u00ab"'
_BEGINS = re.compile(rf"(?:^|[.!?;(\n][\u201d\u2019\"']?)[ \t]*(?:[Tt]he )?[{_QUOTES}]?$")
"""What stands before a name that begins a sentence or an entry of a list."""
_LABEL = re.compile(r"[\u201d\u00bb\"]?: ?[^\s:]")
_VERBLESS = re.compile(rf"(?:[,;:.(]| (?:and|but|while))\s+(?:the )?[{_QUOTES}]?$", re.IGNORECASE)
"""What stands before a name whose verb is left out, as it stands beside another name."""
_ABOUT_WORDS = alternatives(marked("en", "relay_words", "about"))
_FIGURE = re.compile(
    rf"[\u201d\u00bb\"]?(?:, [^,.;:\n]{{1,40}},)? (?:(?:{_ABOUT_WORDS}) )?[$\u20ac\u00a3]?\d[\d.,:]*(?: (?P<unit>[A-Za-z]+))?"
)
LONGEST_BEFORE = 12
"""Characters before a name among which what it begins behind is looked for."""


def has_beside(article: Article, span: Span) -> bool:
    """Whether what the outlet at ``span`` has stands right behind its name: behind a colon, where the name begins a sentence,
    or as a figure, where no verb stands between; no day of an issue (``Herald, 4 May``)."""
    before = article.text[max(0, span[0] - LONGEST_BEFORE) : span[0]]
    if _BEGINS.search(before) and _LABEL.match(article.text, span[1]):
        return True
    figure = _FIGURE.match(article.text, span[1])
    day = figure is not None and (figure["unit"] or "").casefold() in words("en", "months")
    return figure is not None and not day and _VERBLESS.search(before) is not None
