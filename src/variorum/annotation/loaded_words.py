"""Loaded words of one article: marks on words with a charge, never a verdict."""

from spacy.tokens import Doc

from variorum.language.lexicon import word_list
from variorum.records.annotation import LoadedWord


def find_loaded_words(doc: Doc) -> tuple[LoadedWord, ...]:
    """The loaded words of ``doc`` in text order, each with the kind of charge."""
    labels = {row["word"]: row["label"] for row in word_list("en", "loaded")}
    return tuple(
        LoadedWord(token.idx, token.idx + len(token), labels[token.lemma_.lower()])
        for token in doc
        if token.lemma_.lower() in labels
    )
