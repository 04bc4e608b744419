"""Entities as a reader corrected them: merged, split, renamed or of another type, with a notice for every entry."""

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from variorum.collation.corrections.mentions import without_mention
from variorum.collation.corrections.plan import Plan, Refusals, make_plan
from variorum.collation.corrections.refs import Index, Key, index_of
from variorum.collation.entities.find import story_entity
from variorum.collation.entities.profiles import entity_profiles
from variorum.records.annotation import AnnotatedArticle
from variorum.records.corrections import Correction, Rename, Retype, Split
from variorum.records.provenance import Notice, Provenance
from variorum.records.story import StoryEntity

METHOD = "corrections@1"
DONE, REFUSED, UNKNOWN = "correction", "correction-refused", "correction-unknown"
"""Kinds of notice: an entry that was followed, one that was not, and one that names what this story does not have."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """What the rest of collation works with. ``articles`` differ from those given only where a mention was split away."""

    articles: tuple[AnnotatedArticle, ...]
    entities: tuple[StoryEntity, ...]
    notices: tuple[Notice, ...]


def correct(
    articles: Sequence[AnnotatedArticle], entities: Sequence[StoryEntity], corrections: Iterable[Correction]
) -> Corrected:
    """``entities`` of ``articles`` with ``corrections`` followed; those that cannot be are in the notices, with the reason.

    The order of the entries makes no difference. Entities that no entry speaks of stay as they are.
    """
    index = index_of(entities, articles)
    plan, refused = make_plan(corrections, index)
    changed = tuple(_corrected_article(a, plan, index) for a in articles)
    touched: defaultdict[Key, list[Correction]] = defaultdict(list)
    for entry in sorted(plan.parts, key=repr):
        for root in plan.roots(entry):
            touched[root].append(entry)
    kept = [e for e in entities if plan.sets.root(("entity", e.id)) not in touched]
    made = _made(changed, entities, plan, touched)
    return Corrected(changed, tuple(sorted((*kept, *made), key=lambda e: e.id)), _notices(plan, refused))


def _corrected_article(article: AnnotatedArticle, plan: Plan, index: Index) -> AnnotatedArticle:
    """``article`` with the mentions that are split away as entities of their own."""
    found = {t.piece: (t, s.into) for s, t in plan.taken.items() if isinstance(s, Split) and s.article == article.id}
    for _, (taken, into) in sorted(found.items(), key=lambda item: item[0]):
        if taken.mention:
            name = index.labels[taken.into[1]] if taken.into[0] == "entity" else into
            article = without_mention(article, taken.mention, name=name)
    return article


def _made(
    articles: Sequence[AnnotatedArticle],
    entities: Sequence[StoryEntity],
    plan: Plan,
    touched: Mapping[Key, Sequence[Correction]],
) -> list[StoryEntity]:
    profiles = {p.id: p for p in entity_profiles([a for a in articles if a.duplicate_of is None])}
    members: defaultdict[Key, set[str]] = defaultdict(set)
    for entity in entities:
        for member in entity.members:
            members[plan.home(member, entity.id)].add(member)
    for taken in plan.taken.values():
        members[plan.sets.root(taken.into)].add(taken.piece)
    found = [(root, sorted(members[root])) for root in sorted(touched) if members[root]]
    return [_told(story_entity(tuple(profiles[m] for m in ids)), touched[root], root, plan) for root, ids in found]


def _told(entity: StoryEntity, entries: Sequence[Correction], root: Key, plan: Plan) -> StoryEntity:
    """``entity`` with the name and type that the entries give it, and with what was done to it."""
    new = sorted(e.into for e in entries if isinstance(e, Split) and e.into and _is_new(e, root, plan))
    given = [e.name for e in entries if isinstance(e, Rename)] or new
    name = given[0] if given else entity.name
    types = [e.type for e in entries if isinstance(e, Retype)]
    others = dict.fromkeys(n for n in (entity.name, *entity.aliases) if n != name)
    done = "; ".join(_entry(e) for e in entries)
    return dataclasses.replace(
        entity,
        name=name,
        type=types[0] if types else entity.type,
        aliases=tuple(others) if entity.named else entity.aliases,
        roles=entity.roles if entity.named or not given else tuple(dict.fromkeys((entity.name, *entity.roles))),
        named=entity.named or bool(given),
        by=Provenance(METHOD, None, f"Corrected by hand: {done}."),
    )


def _is_new(split: Split, root: Key, plan: Plan) -> bool:
    """Whether a split leads to ``root`` and gives it a name that the story does not have."""
    into = plan.taken[split].into
    return into[0] == "new" and plan.sets.root(into) == root


def _entry(entry: Correction) -> str:
    return entry.label + (f" ({entry.because})" if entry.because else "")


def _notices(plan: Plan, refused: Refusals) -> tuple[Notice, ...]:
    made = [Notice(DONE, e.label, f"corrected by hand: {_entry(e)}") for e in plan.parts]
    left = [
        Notice(UNKNOWN if r.unknown else REFUSED, e.label, f"the correction to {e.label} is not made: {r.reason}")
        for e, r in refused.items()
    ]
    return tuple(sorted((*made, *left), key=lambda n: (n.kind, n.subject or "", n.message)))
