"""Utterances: one saying of one speaker, followed across reports: in full, trimmed, edited, paraphrased, indirect."""

from collections.abc import Mapping, Sequence

from variorum.collation.encoder import Encoder
from variorum.collation.entities.find import story_ids
from variorum.collation.utterances.candidates import candidates
from variorum.collation.utterances.clusters import cluster, same_wordings, together
from variorum.collation.utterances.evidence import Agreement, Encoders, score_clauses
from variorum.collation.utterances.sayings import Saying, find_sayings
from variorum.collation.utterances.scores import are_beside, chances, judge
from variorum.collation.utterances.speakers import is_described, voices_of
from variorum.collation.utterances.unquoted import Echo, find_echoes, with_echoes
from variorum.collation.utterances.variants import Wording, find_variants, wordings_of
from variorum.language.changes import gravest
from variorum.records.annotation import AnnotatedArticle
from variorum.records.ids import finding_id
from variorum.records.provenance import Provenance
from variorum.records.story import Change, StoryEntity, Utterance, Variant

METHOD = "utterances@1"


def follow_utterances(
    articles: Sequence[AnnotatedArticle],
    entities: Sequence[StoryEntity],
    encoder: Encoder | None,
    statements: Encoder | None = None,
) -> tuple[Utterance, ...]:
    """Sayings that two quotations or more report, within a report (a headline and its text) or across reports.

    Quotations are compared sentence by sentence, so that one quotation may belong to several utterances. The first of
    ``quotations`` is the fullest wording, which each variant is set against: direct words before indirect, longer before
    shorter, earlier before later. ``encoder`` may be ``None``: then shared words alone decide; ``statements`` encodes what is
    said as statements, else ``encoder`` does. Duplicates are left out.
    One quotation is enough where a statement outside quotations says the same (see ``utterance_unquoted``).
    """
    by_id, encoders = {entity.id: entity for entity in entities}, Encoders(encoder, statements)
    kept, speakers = [a for a in articles if a.duplicate_of is None], story_ids(entities)
    sayings = find_sayings(kept, speakers)
    wordings = same_wordings(sayings)
    heads = [same[0] for same in wordings]
    voices = voices_of(entities, kept, speakers)
    agreements = score_clauses(heads, candidates(heads, voices), encoders)
    found = chances(heads, agreements, voices)
    joined = {(a, b): v for (a, b), v in agreements.items() if judge(heads[a], heads[b], v, found[a, b], voices)}
    joined = {(a, b): v for (a, b), v in joined.items() if not are_beside(wordings[a], wordings[b], v)}
    groups = cluster(heads, joined, {pair: chance.learned for pair, chance in found.items()})
    values = _values(heads, joined)
    parts = together([[saying for number in group for saying in wordings[number]] for group in groups])
    echoes = find_echoes(kept, sayings, speakers, voices, encoders)
    told = [_utterance(alike, repeated, by_id, values) for alike, repeated in with_echoes(parts, sayings, echoes)]
    return tuple(sorted(told, key=lambda u: ([(q.article, q.quotation) for q in u.quotations], u.id)))


def _values(sayings: Sequence[Saying], joined: Mapping[tuple[int, int], Agreement]) -> dict[tuple[str, str, int], float]:
    """The best agreement of each saying with another."""
    values: dict[tuple[str, str, int], float] = {}
    for pair, agreement in joined.items():
        for number in pair:
            key = sayings[number].key
            values[key] = max(values.get(key, 0.0), agreement.value)
    return values


def _utterance(
    parts: Sequence[Saying],
    echoes: Sequence[Echo],
    entities: Mapping[str, StoryEntity],
    values: Mapping[tuple[str, str, int], float],
) -> Utterance:
    fullest, *others = wordings_of(parts)
    variants = find_variants(fullest, others)
    speaker = _party(parts, echoes) or _speaker(parts, entities)
    given = sorted({entities[p.speaker].name for p in parts if p.known and p.speaker and p.speaker in entities})
    reason = _reason(entities.get(speaker or ""), given, [fullest, *others], variants, echoes)
    value = round(min([*(values.get(part.key, 1.0) for part in parts), *(e.likelihood for e in echoes)]), 3)
    unquoted = sorted((p for e in echoes for p in e.statement.passages), key=lambda p: (p.article, p.start))
    return Utterance(
        id=finding_id("utterance", [*(p for part in parts for p in part.passages), *unquoted]),
        speaker=speaker,
        quotations=tuple(w.ref for w in (fullest, *others)),
        variants=variants,
        by=Provenance(METHOD, value, reason),
        unquoted=tuple(unquoted),
    )


def _party(parts: Sequence[Saying], echoes: Sequence[Echo]) -> str | None:
    """The party in whose own release the words stand, where no report names who said them ("the company")."""
    parties = {echo.party for echo in echoes if echo.party}
    return min(parties) if len(parties) == 1 and all(is_described(part) for part in parts) else None


def _speaker(parts: Sequence[Saying], entities: Mapping[str, StoryEntity]) -> str | None:
    """The speaker whom most sentences name: one with a name first, and a person before the state spoken for."""
    counts: dict[str, int] = {}
    for part in parts:
        if part.speaker:
            counts[part.speaker] = counts.get(part.speaker, 0) + 1
    named = {s for s in counts if s in entities and entities[s].named} or set(counts)
    people = {s for s in named if s in entities and entities[s].type == "person"}
    if len(people) > 1 and not _one_surname([entities[s] for s in people]):
        return None
    return min(people or named, key=lambda s: (-counts[s], s), default=None)


def _one_surname(people: Sequence[StoryEntity]) -> bool:
    """Whether all have the last word of one's name, so that they may be one person under two forms of it."""
    names = [frozenset(person.name.casefold().split()) for person in people]
    return any(all(person.name.casefold().split()[-1] in name for name in names) for person in people)


def _reason(
    speaker: StoryEntity | None,
    given: Sequence[str],
    worded: Sequence[Wording],
    variants: Sequence[Variant],
    echoes: Sequence[Echo],
) -> str:
    whose = f"One saying of {speaker.name}" if speaker else "One saying of a speaker who is not named"
    if speaker is None and len(given) > 1:
        whose = f"One saying, given to {' and to '.join(given)}"
    reports = len({w.ref.article for w in worded} | {e.statement.article.id for e in echoes})
    where = f"in {reports} reports" if reports > 1 else f"told {len(worded)} times in one report"
    if echoes:
        where += f", in {len(echoes)} of them outside quotations"
    kinds: set[Change | None] = {gravest(v.edits) for v in variants if v.judgement == "conflict"}
    changed = [kind for kind in ("negation", "modality", "number") if kind in kinds]
    alike = bool(variants) and not echoes and {"same", "trimmed"} >= {v.relation for v in variants}
    how = f"; the wordings differ in {' and '.join(changed)}" if changed else "; in the same words" if alike else ""
    return f"{whose}, {where}{how}."
