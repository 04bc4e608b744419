"""How much one input may hold. Beyond these a file is not a news report, and reading on would exhaust memory.

``ARTICLE_CHARACTERS``: the language pipeline holds a whole text at once and refuses texts over a million characters; half
of that is about eighty thousand words, a book. ``LINE_BYTES``: an annotated article of that length as one JSON line.
``DOCUMENT_BYTES``: a JSON document is parsed as a whole.
"""

ARTICLE_CHARACTERS = 500_000
LINE_BYTES = 64 * 1024 * 1024
DOCUMENT_BYTES = 256 * 1024 * 1024
TEXT_BYTES = 4 * ARTICLE_CHARACTERS + 4
"""No UTF-8 or UTF-16 text of at most ``ARTICLE_CHARACTERS`` is longer than this."""
