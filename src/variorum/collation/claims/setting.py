"""What two statements are judged against: who belongs to whom, which place lies in which, when reports appeared."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from variorum.collation.claims.statements import Roll, Statement, roll_of
from variorum.collation.claims.weights import Weights, weigh
from variorum.language.lexicon import alternatives, marked
from variorum.language.names import is_demonym_of, spelling_key
from variorum.records.annotation import AnnotatedArticle
from variorum.records.story import StoryEntity

PLACE_TYPES = ("place", "government")


@dataclass(frozen=True, slots=True)
class Setting:
    """Look-ups shared by all judgements of one story. ``lies_in`` holds pairs of place entities
    (part, whole); ``entity_of`` maps entities of articles to those of the story, ``roll`` also states to one for all forms."""

    weights: Weights
    entities: Mapping[str, StoryEntity]
    lies_in: frozenset[tuple[str, str]]
    entity_of: Mapping[str, str]
    roll: Roll

    def inside(self, one: str, other: str) -> bool:
        """Whether some report writes the two places as part and whole."""
        return one == other or (one, other) in self.lies_in

    def related(self, one: str | None, other: str | None) -> bool:
        """Whether two story entities can stand for each other: the same, of one country, one named in the other's roles."""
        if one is None or other is None or one == other:
            return True
        if self.roll.nations.canonical.get(one, one) == self.roll.nations.canonical.get(other, other):
            return True
        a, b = self.entities.get(one), self.entities.get(other)
        if a is None or b is None or not (a.named and b.named):
            return True
        return _same_side(a, b) or _named_in(a, b) or _named_in(b, a)

    def apart(self, one: str, other: str) -> bool:
        """Whether two places are known to be different and neither is known to lie in the other."""
        a, b = self.entities.get(one), self.entities.get(other)
        if one == other or a is None or b is None:
            return False
        if (one, other) in self.lies_in or (other, one) in self.lies_in:
            return False
        alike = _shared_words(a.name, b.name) or spelling_key(a.name) == spelling_key(b.name)
        return _is_country(a) == _is_country(b) and not alike


def setting_of(statements: Sequence[Statement], entities: Sequence[StoryEntity]) -> Setting:
    """The setting of a story, from its statements and entities."""
    articles = {s.article.id: s.article for s in statements}
    roll = roll_of(entities)
    names = {member: e.id for member, e in roll.names.items()}
    places = _containments(list(articles.values()), {member: roll.party(member) or "" for member in names})
    return Setting(weigh([s.terms for s in statements]), {e.id: e for e in entities}, places, names, roll)


def _same_side(a: StoryEntity, b: StoryEntity) -> bool:
    """One country stands behind both, and they are not two persons or two bodies of it."""
    if a.country is None or a.country != b.country:
        return False
    return any(map(_is_country, (a, b))) or (a.type == "person") != (b.type == "person")


def _is_country(entity: StoryEntity) -> bool:
    return entity.country is not None and entity.type in (*PLACE_TYPES, "people")


def _named_in(a: StoryEntity, b: StoryEntity) -> bool:
    """Whether a name of ``a`` stands in the name or a role of ``b``."""
    titles = " | ".join((b.name, *b.aliases, *b.roles)).casefold()
    known = any(re.search(rf"\b{re.escape(name.casefold())}", titles) for name in (a.name, *a.aliases) if len(name) > 2)
    return known or (_is_state(a) and any(is_demonym_of(w, a.name) for w in titles.split()))


def _is_state(entity: StoryEntity) -> bool:
    return entity.type in (*PLACE_TYPES, "people")


def _shared_words(one: str, other: str) -> bool:
    return bool(set(one.casefold().split()) & set(other.casefold().split()))


def _containments(articles: Sequence[AnnotatedArticle], names: Mapping[str, str]) -> frozenset[tuple[str, str]]:
    """Pairs (part, whole) that some report writes as ``part, whole`` or ``part in whole`` or ``whole's ... part``."""
    pairs: set[tuple[str, str]] = set()
    for article in articles:
        found = [m for m in article.mentions if m.kind == "name" and m.field == "text" and m.type in (*PLACE_TYPES, "people")]
        for left, right in pairwise(found):
            between = article.text[left.end : right.start]
            one, other = names.get(left.entity), names.get(right.entity)
            if one and other and one != other and len(between) <= 30 and _BELONGS.fullmatch(between):
                pairs |= {(one, other), (other, one)}
    return frozenset(pairs)


LYING_IN_WORDS = alternatives(marked("en", "collation_words", "lying_in"))
_BELONGS = re.compile(
    r"\s*(?:,\s*|\s\(|\sin (?:\w+ ){0,2}|['’]s (?:\w+ ){0,3}"
    rf"|\s(?:\w+ ){{0,2}}(?:{LYING_IN_WORDS}) of )"
)
"""What stands between a place and the place it lies in, either way round; the pair is kept both ways since the order varies."""
