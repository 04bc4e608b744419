"""Names that nothing but what was told them shows to be an outlet's (``told OrlenTA``, ``an interview with the Lantern``)."""

import re
from collections.abc import Iterator

from variorum.collation.relay_lines import Credit
from variorum.collation.relay_names import is_outlet
from variorum.language.lexicon import values, word_list, words
from variorum.language.names import country, fold, given_name_gender
from variorum.records.annotation import AnnotatedArticle, Entity, Mention

_TOLD = re.compile(
    r"\b(?:(?:tells?|told|telling|inform(?:s|ed)|speaking to|spoke to|speaks to) "
    r"|(?P<interview>\binterview (?:with|to|for|by) (?:the )?))$",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"[A-Z]{3,7}|[A-Z][a-z]+[A-Z]{2,3}")
"""Names as agencies have them: capitals only (``KTA``), or behind a syllable (``OrlenTA``)."""
_OWNER = re.compile(r"['\u2019]s? \w")
_WORKS = frozenset({"document", "work"})


def told_names(article: AnnotatedArticle) -> Iterator[Credit]:
    """Credits for names that somebody told something, when no body, person or party can be meant.

    Told by a bare ``told``, it is a name in capitals or one that was taken for a written work; an interview is given to any
    other as well. Whoever says something in the report is a party, not an outlet.
    """
    entities = {e.id: e for e in article.entities}
    speaking = {q.speaker for q in article.quotations}
    for mention in article.mentions:
        entity = entities.get(mention.entity)
        if mention.kind != "name" or mention.field != "text" or entity is None or entity.id in speaking:
            continue
        if _was_told(article, mention, entity):
            yield Credit(entity.name, (mention.start, mention.end), "quotation", entity.id)


def _was_told(article: AnnotatedArticle, mention: Mention, entity: Entity) -> bool:
    found = _TOLD.search(article.text[max(0, mention.start - 40) : mention.start])
    if found is None or _OWNER.match(article.text, mention.end) or is_body(entity) or _is_person(entity):
        return False
    name = article.text[mention.start : mention.end].removeprefix("the ")
    if found["interview"]:
        return len(name.split()) > 1 or bool(_INITIALS.fullmatch(name))
    return bool(_INITIALS.fullmatch(name)) or (entity.type in _WORKS and len(name.split()) > 1)


def is_body(entity: Entity) -> bool:
    """Whether a name is a court's, a ministry's, a company's or a country's, or one that is known for something else."""
    known = {n for row in word_list("en", "known_names") for n in (row["name"], *values(row, "aliases"))}
    bodies = {row["word"] for row in word_list("en", "body_classes") if row["class"] != "media"}
    names = [n for n in (entity.name, *entity.aliases) if not is_outlet(n)]
    return any(n in known or country(n) or set(fold(n).split()) & (bodies | words("en", "platforms")) for n in names)


def _is_person(entity: Entity) -> bool:
    first = entity.name.split(" ")[0]
    return entity.type == "person" or given_name_gender(first) is not None
