"""One deed under different verbs ("captured", "liberated"): what reports say was done to the same named one, or by it."""

import functools
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from variorum.collation.claims.alignment import is_nominal
from variorum.collation.claims.sentences import words_in
from variorum.collation.claims.statements import Statement
from variorum.collation.claims.words import LANGUAGE, predicate_forms
from variorum.collation.naming.happenings import sorts
from variorum.collation.naming.phrases import OWNERS, Phrase, kinds
from variorum.language.lexicon import marked, values, word_list
from variorum.records.article import Span
from variorum.records.story import StoryEntity

Deed = tuple[str, str]
"""What was done, and to whom or by whom: a story entity's id, or the kind of an unnamed thing that a story has one of."""


@functools.cache
def _deeds() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Role to verb to the deeds that it can tell of."""
    table: dict[str, dict[str, tuple[str, ...]]] = {"object": {}, "subject": {}}
    for row in word_list(LANGUAGE, "deed_verbs"):
        for verb in values(row, "verbs"):
            table[row["role"]][verb] = (*table[row["role"]].get(verb, ()), row["deed"])
    return table


TOLD = ("asserted", "planned")
"""How a deed is told: as done, or as what somebody will do."""


def deeds_told(statements: Iterable[Statement], entities: Mapping[str, StoryEntity]) -> list[tuple[Deed, list[Statement]]]:
    """Each deed with the statements that tell of it, in order of report and place."""
    found: dict[Deed, list[Statement]] = {}
    bare: dict[str, list[Statement]] = {}
    for s in statements:
        if s.polarity == "positive" and s.modality in TOLD and s.claim.field == "text" and not is_nominal(s):
            for deed in _deeds_of(s, entities):
                (found.setdefault(deed, []) if deed[1] else bare.setdefault(deed[0], [])).append(s)
    for name, sites in bare.items():
        known = [d for d in sorted(found) if d[0] == name]
        if len(known) < 2:
            found.setdefault(known[0] if known else (name, _site_of(sites)), []).extend(sites)
    return sorted(found.items())


SEVERAL = 2
"""Reports that must tell of a deed before its verbs stand beside the nouns for it."""


def verbs_by_kind(
    deeds: Sequence[tuple[Deed, list[Statement]]], entities: Mapping[str, StoryEntity]
) -> dict[str, tuple[str, list[Phrase]]]:
    """Kind of happening to the deed of that kind which most reports tell of: its label and its verbs ("was sacked")."""
    best: dict[str, tuple[int, int, str, list[Statement]]] = {}
    for deed, told in deeds:
        rank = (len({s.article.id for s in told}), len(told), deed_label(deed, entities), told)
        for kind in _kinds_of().get(deed[0], ()):
            if rank[0] >= SEVERAL and rank[:2] > best.get(kind, (0, 0))[:2]:
                best[kind] = rank
    return {
        kind: (label, [_verb(s) for s in told if s.claim.predicate_span]) for kind, (*_, label, told) in sorted(best.items())
    }


def deed_label(deed: Deed, entities: Mapping[str, StoryEntity]) -> str:
    """How a table calls a deed, by whom or what it befell."""
    return f"what happened: {entities[deed[1]].name if deed[1] in entities else deed[1]}"


def _verb(s: Statement) -> Phrase:
    return Phrase(s.article, s.claim.predicate_span or s.claim.span, (predicate_forms(s.predicate)[-1],), plural=False)


@functools.cache
def _kinds_of() -> Mapping[str, tuple[str, ...]]:
    return {row["deed"]: values(row, "kinds") for row in word_list(LANGUAGE, "deed_verbs")}


def _deeds_of(s: Statement, entities: Mapping[str, StoryEntity]) -> Iterator[Deed]:
    if s.claim.predicate_span is None:
        return
    for role, id, span in (("object", s.object, s.claim.object_span), ("subject", s.subject, s.claim.subject_span)):
        deeds = next((d for form in _forms(s) if (d := _deeds()[role].get(form))), ())
        if role == "subject" and not deeds:
            deeds = _passives().get(s.predicate, ()) or _bare(s)
        party = _party(s, id, span, entities) if deeds else ""
        deeds = tuple(deed for deed in deeds if _befalls(deed, party, entities))
        if party and not (role == "subject" and s.claim.object is not None and not _is_loose(s)):
            yield from ((deed, party) for deed in deeds)
        elif role == "object" and span is not None and _is_site(s, span):
            yield from ((deed, "") for deed in deeds)


def _befalls(deed: str, party: str, entities: Mapping[str, StoryEntity]) -> bool:
    """Whether a deed can befall the one named, or an unnamed thing of a kind; a site (empty) is a thing."""
    entity = entities.get(party)
    person = entity is not None and entity.type == "person"
    return {"people": entity is not None, "things": not person}.get(_whom()[deed], True)


@functools.cache
def _whom() -> Mapping[str, str]:
    return {row["deed"]: row["whom"] for row in word_list(LANGUAGE, "deed_verbs")}


def _forms(s: Statement) -> tuple[str, ...]:
    """The forms of a predicate, first with the two words behind it ("relieved of her duties", less the owner)."""
    end = (s.claim.predicate_span or s.claim.span)[1]
    behind = [w for _, w in words_in(s.article, (end, end + REACH)) if w not in OWNERS][:2]
    forms = predicate_forms(s.predicate)
    return (" ".join([forms[-1], *behind]), *forms)


REACH = 24
"""Characters behind a verb in which the two words stand that may belong to it."""


def _bare(s: Statement) -> tuple[str, ...]:
    """The deeds of a headline's participle without an object: "Harbour chief sacked over loans"."""
    end = (s.claim.predicate_span or s.claim.span)[1]
    if s.claim.object_span is not None and not _is_loose(s):
        return ()
    found = next((d for form in _forms(s) if (d := _deeds()["object"].get(form))), ())
    return tuple(d for d in found if d in _of_passives()) if s.article.text[end - 2 : end] in ("ed", "en") else ()


def deeds_of_verb(verb: str) -> tuple[str, ...]:
    """What was done to the one who is told by the participle of a verb ("the sacked banker")."""
    return next((d for form in (verb, *_roots(verb)) if (d := _deeds()["object"].get(form))), ())


def _roots(participle: str) -> tuple[str, ...]:
    """The verbs that a form in "-ed" can belong to."""
    stem = participle.removesuffix("ed")
    return (stem, f"{stem}e", stem[:-1]) if stem != participle and len(stem) > 2 else ()


@functools.cache
def _of_passives() -> frozenset[str]:
    return frozenset(row["deed"] for row in word_list(LANGUAGE, "deed_verbs") if row["bare"])


@functools.cache
def _passives() -> Mapping[str, tuple[str, ...]]:
    """ "Be sacked", read as a state, to the deeds that the verb tells of."""
    table: dict[str, tuple[str, ...]] = {}
    for verb, deeds in _deeds()["object"].items():
        if " " not in verb:
            table |= {f"be {verb}{end}": deeds for end in ("d" if verb.endswith("e") else "ed", f"{verb[-1]}ed")}
    return table


def _is_loose(s: Statement) -> bool:
    """Whether what follows the verb is no object: behind a preposition ("resigned over contracts") or "be"."""
    span, verb = s.claim.object_span, s.claim.predicate_span
    between = words_in(s.article, (verb[1], span[0])) if span and verb and verb[1] < span[0] else []
    return s.predicate.startswith("be ") or any(lemma in LOOSE for _, lemma in between)


LOOSE = marked(LANGUAGE, "naming_words", "loose")


def _site_of(told: Sequence[Statement]) -> str:
    """The place as most reports call it."""
    names = Counter(s.article.text[slice(*s.claim.object_span)].casefold() for s in told if s.claim.object_span)
    return min(names, key=lambda name: (-names[name], name))


def _is_site(s: Statement, span: Span) -> bool:
    """ "The building", "the town": a plain word for the place that a report has named before."""
    lemmas = [lemma for _, lemma in words_in(s.article, span)]
    return len(lemmas) == 2 and lemmas[0] == "the" and lemmas[1] in SITES


SITES = marked(LANGUAGE, "naming_words", "site")
"""Nouns for what is taken, left or destroyed, by which a report goes on about one place."""


def _party(s: Statement, id: str | None, span: tuple[int, int] | None, entities: Mapping[str, StoryEntity]) -> str:
    """The named entity, or the kind of thing or group that a story has one of; empty for anything else."""
    entity = entities.get(id or "")
    if entity is not None and entity.named:
        return entity.id
    lemmas = [lemma for _, lemma in words_in(s.article, span)] if span else []
    fits = [kind for kind, sort in sorts().items() if lemmas and lemmas[-1] in kinds()[kind] and sort.group != "people"]
    return f"the {fits[0]}" if len(fits) == 1 else ""


def is_choice(told: Sequence[Statement]) -> bool:
    """Whether two reports use different verbs, and no report uses them all."""
    used: dict[str, set[str]] = {}
    for s in told:
        used.setdefault(s.article.id, set()).add(s.predicate.split()[0])
    verbs = set().union(*used.values())
    return len(used) > 1 and len(verbs) > 1 and len(set(map(frozenset, used.values()))) > 1
