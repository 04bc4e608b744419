"""Whether a text is in a language that can be read: by the share of that language's common words."""

from variorum.language.frequency import rarity
from variorum.language.tokens import Words, article_words
from variorum.records.article import Article

COMMON, LEAST_SHARE, LEAST_WORDS = 0.45, 0.15, 30
"""A word less rare than the first is common. In reports in English, 0.26 to 0.5 of all words are (measured on the reports of
``corpus/attributions``), in German, French, Spanish, Turkish or Russian under 0.1. Shorter texts are not judged."""


def is_foreign(article: Article, language: str = "en") -> bool:
    """Whether ``article`` says, or seems, to be in another language."""
    told = article.language
    return bool(told and told.split("-")[0].lower() != language) or not seems_to_be(article_words(article), language)


def seems_to_be(words: Words, language: str = "en") -> bool:
    """Whether ``words`` seem to be in ``language``; short texts do."""
    if len(words) < LEAST_WORDS:
        return True
    common = sum(rarity(key, language) < COMMON for key in words.keys)
    return round(common / len(words), 3) >= LEAST_SHARE
