"""The text that the annotators see, and the way back: an article less its furniture, each character mapped to its source.

A title that stands outside the text is put in front of it as a first paragraph. Spans found in the analysis text are
placed back so that they start and end on kept characters and run over the junk between.
"""

from dataclasses import dataclass

from variorum.records.article import Article, Field, Span

_PLAIN = str.maketrans({"\u00a0": " ", "\u2009": " ", "\u202f": " ", "\t": " ", "\r": " ", "\u200b": " ", "\ufeff": " "})


@dataclass(frozen=True, slots=True)
class Placement:
    """``text`` is what is analysed; ``offsets[i]`` is where its i-th character stands in its field; the first
    ``title_length`` characters belong to an outside title (0 when there is none)."""

    text: str
    offsets: tuple[int, ...]
    title_length: int

    def place(self, start: int, end: int) -> tuple[Field, Span]:
        """The field and span of the source that the analysis span ``[start, end)`` stands for."""
        field: Field = "title" if start < self.title_length else "text"
        if field == "title":
            end = min(end, self.title_length)
        return field, (self.offsets[start], self.offsets[end - 1] + 1)


def place_article(article: Article) -> Placement:
    """Leave out the furniture of ``article`` and put an outside title in front."""
    kept = _kept(article)
    text, offsets = "".join(article.text[i] for i in kept), kept
    title = (article.title or "") if article.title_span is None else ""
    if title:
        joined = title + "\n\n"
        tail = max(len(title) - 1, 0)
        text, offsets = joined + text, [*range(len(title)), tail, tail, *offsets]
        return Placement(text.translate(_PLAIN), tuple(offsets), len(joined))
    return Placement(text.translate(_PLAIN), tuple(offsets), 0)


def _kept(article: Article) -> list[int]:
    gone = bytearray(len(article.text))
    for piece in article.furniture:
        gone[piece.start : piece.end] = b"\x01" * (piece.end - piece.start)
    return [i for i in range(len(article.text)) if not gone[i]]
