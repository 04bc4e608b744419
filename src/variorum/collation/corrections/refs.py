"""What the entries of a file of corrections mean in one story: which entities, or why none."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from variorum.collation.corrections.mentions import find_mention, is_last, piece_id
from variorum.language.names import fold
from variorum.records.annotation import AnnotatedArticle, Mention
from variorum.records.corrections import Correction, Merge, Split
from variorum.records.story import StoryEntity

Key = tuple[str, str]
"""A part of an entity that stays whole: ``("entity", its id)`` what is left of a story's, ``("piece", id)`` what was split
from one, ``("new", name)`` an actor that only a split names."""

NAMED_BY = 4
"""Entities that a message about an ambiguous name lists."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an entry is not followed; ``unknown`` where it names something that the story does not have."""

    reason: str
    unknown: bool = False


@dataclass(frozen=True, slots=True)
class Taken:
    """What a split takes away: the article entity ``member`` of the story entity ``home``, or one ``mention`` of it (which
    then becomes the article entity ``piece``); ``into`` is where it belongs instead."""

    piece: str
    member: str
    home: str
    mention: Mention | None
    into: Key


@dataclass(frozen=True, slots=True)
class Index:
    """Look-up of what an entry names. ``names`` has those by which a story calls an entity first, ``aliases`` the others."""

    homes: Mapping[str, str]
    size: Mapping[str, int]
    labels: Mapping[str, str]
    names: Mapping[str, Sequence[str]]
    aliases: Mapping[str, Sequence[str]]
    articles: Mapping[str, AnnotatedArticle]

    def entity(self, given: str) -> str | Refusal:
        """The id of the story entity that an id or a name means."""
        if given in self.homes:
            return self.homes[given]
        for table in (self.names, self.aliases):
            found = table.get(fold(given), ())
            if len(found) == 1:
                return found[0]
            if found:
                ids = ", ".join(f"{i} (“{self.labels[i]}”)" for i in found[:NAMED_BY])
                return Refusal(f"“{given}” is a name of {len(found)} entities; write an id instead: {ids}")
        advice = "write the name as the page has it, or an id from “entities” in story.json"
        return Refusal(f"nothing in the story is called “{given}”; {advice}", unknown=True)


def index_of(entities: Sequence[StoryEntity], articles: Sequence[AnnotatedArticle]) -> Index:
    """The look-up of a story."""
    names, aliases = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
    for entity in sorted(entities, key=lambda e: e.id):
        names[fold(entity.name)].append(entity.id)
        for alias in dict.fromkeys(fold(a) for a in entity.aliases):
            aliases[alias].append(entity.id)
    return Index(
        homes={member: e.id for e in entities for member in e.members},
        size={e.id: len(e.members) for e in entities},
        labels={e.id: e.name for e in entities},
        names=names,
        aliases=aliases,
        articles={a.id: a for a in articles},
    )


def taken_by(split: Split, index: Index) -> Taken | Refusal:
    """What ``split`` takes away from which entity."""
    mention = None
    if split.words:
        article = index.articles.get(split.article)
        if article is None or article.duplicate_of:
            copied = f", it is a copy of {article.duplicate_of}: correct that one" if article else "; write the id of a report"
            return Refusal(f"no report {split.article!r} is compared in the story{copied}", unknown=article is None)
        mention = find_mention(article, split)
        if mention is None:
            return Refusal(f"{split.article} mentions nobody at place {split.nth} of “{split.words}”; count its places again")
        member = mention.entity
        mention = None if is_last(article, mention) else mention
    elif split.entity in index.homes:
        member = split.entity
    else:
        return Refusal(f"no report has an entity {split.entity!r}; write an id from “members” in story.json", unknown=True)
    home = index.homes[member]
    if mention is None and index.size[home] == 1 and not split.into:
        return Refusal(f"“{index.labels[home]}” already stands alone; leave the entry out")
    piece = piece_id(mention) if mention else member
    into = _destination(split, piece, index)
    return into if isinstance(into, Refusal) else Taken(piece, member, home, mention, into)


def _destination(split: Split, piece: str, index: Index) -> Key | Refusal:
    if not split.into:
        return "piece", piece
    found = index.entity(split.into)
    if isinstance(found, Refusal):
        return ("new", fold(split.into)) if found.unknown else found
    return "entity", found


def key_of(given: str, index: Index, taken: Iterable[Taken]) -> Key | Refusal:
    """The part that an id or a name means once the splits are done: a piece by its id, a new actor by the name it was given."""
    splits = tuple(taken)
    for split in splits:
        if given == split.piece or (split.into == ("new", fold(given)) and fold(given) not in index.names):
            return split.into
    found = index.entity(given)
    return found if isinstance(found, Refusal) else ("entity", found)


def parts_of(entry: Correction, index: Index, taken: Mapping[Correction, Taken]) -> tuple[Key, ...] | Refusal:
    """The parts that an entry speaks of: where a split leads, all that a merge names, one for the others."""
    if isinstance(entry, Split):
        return (taken[entry].into,)
    names = entry.entities if isinstance(entry, Merge) else (entry.entity,)
    keys = [key_of(name, index, taken.values()) for name in names]
    refusals = [k for k in keys if isinstance(k, Refusal)]
    if refusals:
        return min(refusals, key=lambda r: (r.unknown, r.reason))
    return tuple(sorted({k for k in keys if not isinstance(k, Refusal)}))
