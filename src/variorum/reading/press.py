"""Which outlet a report is from, when only its address or dateline says so."""

from urllib.parse import urlsplit

from variorum.language.lexicon import Row, values, word_list


def outlet_of(url: str | None, source: str | None, language: str = "en") -> str | None:
    """The outlet whose domain ``url`` has, else the one a dateline names in brackets (``source``).

    An agency in a dateline is where the report comes from and not its outlet, so it gives none; nor does a name that is
    neither a known outlet nor ends like one (``Gazette``, ``News``, ``24``).
    """
    return _by_domain(url, language) or _by_dateline(source, language)


def _by_domain(url: str | None, language: str) -> str | None:
    try:
        host = (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return None
    domains = {d: row["name"] for row in _press(language) for d in values(row, "domains")}
    labels = host.split(".")
    tails = (".".join(labels[i:]) for i in range(len(labels) - 1))
    return next((domains[tail] for tail in tails if tail in domains), None)


def _by_dateline(source: str | None, language: str) -> str | None:
    if not source or _named(source, word_list(language, "agencies")):
        return None
    if known := _named(source, word_list(language, "outlets")):
        return known["name"]
    kinds = {row["word"]: row["kind"] for row in word_list(language, "outlets_words")}
    parts = source.casefold().split()
    ends = (" ".join(parts[-n:]) for n in (2, 1))
    kind = next((kinds[end] for end in ends if end in kinds), None)
    return source.strip() if kind == "outlet" and len(parts) > 1 and "/" not in source else None


def _press(language: str) -> tuple[Row, ...]:
    return (*word_list(language, "agencies"), *word_list(language, "outlets"))


def _named(name: str, rows: tuple[Row, ...]) -> Row | None:
    wanted = name.strip().casefold()
    return next((r for r in rows if wanted in {n.casefold() for n in (r["name"], *values(r, "aliases"))}), None)
