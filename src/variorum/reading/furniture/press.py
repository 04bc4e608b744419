"""How an outlet names itself in its own lines."""

import functools
import re
from dataclasses import dataclass

from variorum.language.lexicon import words

_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class OwnPress:
    """The outlet of a report: ``whole`` is its full name at the head of a line, ``pattern`` any of its names."""

    whole: re.Pattern[str]
    pattern: re.Pattern[str]


@functools.lru_cache(maxsize=512)
def own_press(outlet: str | None, language: str = "en") -> OwnPress:
    """The names of ``outlet``: in full, in capitals, by initials, and by the word that is an outlet's own
    (``the Courier``). Without an outlet nothing matches."""
    name = re.sub(r"^the\s+", "", (outlet or "").strip(), flags=re.IGNORECASE)
    if not name:
        return OwnPress(_NEVER, _NEVER)
    parts = name.split()
    initials = "".join(part[0] for part in parts if part[0].isupper())
    short = [part for part in parts if len(parts) > 1 and part.casefold() in words(language, "outlets_words")]
    names = [name, *short, *([initials] if len(initials) > 1 else [])]
    forms = sorted({form for n in names for form in (n, n.upper())}, key=lambda n: (-len(n), n))
    either = "|".join(re.escape(form) for form in forms)
    full = rf"(?:the\s+)?{re.escape(name)}\W*"
    return OwnPress(re.compile(full, re.IGNORECASE), re.compile(rf"(?<!\w)(?:[Tt]he\s+|THE\s+)?(?:{either})(?:['’]s)?(?!\w)"))
