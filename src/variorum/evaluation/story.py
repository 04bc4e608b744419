"""Scores a ``story.json`` against a gold story: every kind of finding, matched by passage.

Gold is one JSON object, ``"schema": "variorum/gold-story@1"``; passages are ``{"article", "exact", "nth"}`` (``nth``: which
occurrence, 1 by default). Its lists, all optional: ``attributions`` (article, content pieces, speaker, kind), ``aliases``
(name, mentions), ``times`` and ``quantities`` (passage with value, low, high), ``reuse``, ``utterances``, ``agreements``
(lists of passages), ``relays`` (from, to), ``origins`` (partition), ``disagreements`` (kind, judgement, members),
``exclusives``, ``naming`` (about, terms), ``timeline`` (earliest, latest, status, passages), ``furniture``, ``events``
(partition).

A gold passage is met by a finding that shares at least half of the shorter of the two.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from variorum.evaluation.figures import Figure, recall_only
from variorum.evaluation.names import same_name
from variorum.evaluation.passages import Data, Place, characters, jaccard, locate, meets, overlap, place_of

Texts = Mapping[str, str]


def score_story(gold: Data, story: Data) -> tuple[Figure, ...]:
    """All rows for one story. Raises ``GoldError`` when a gold passage does not stand in its article."""
    texts = {a["id"]: a["text"] for a in story["articles"]}
    rows: list[Figure] = []
    for key, scorer in SCORERS.items():
        if gold.get(key):
            rows += scorer(gold[key], story, texts)
    return tuple(rows)


def attributions(gold: Sequence[Data], story: Data, texts: Texts) -> list[Figure]:
    """Contents found (Jaccard of letters at least 0.5), speakers right, direct quotations whole; of the *named* speakers shown
    for those found, the wrong ones (the error to fear: lower is better).

    A quotation answers for one attribution of gold: where gold gives the same words to two ("he denied that it sank, as the
    radio had reported") and it has the right speaker of one, it is not a wrong one for the other, which is missed.
    """
    persons = {e["id"] for a in story["articles"] for e in a["entities"] if e["named"]}
    answers = _answers(gold, story, texts)
    settled = {_key(answer) for answer in answers if answer.right}
    given = [a for a in answers if a.speaker and (a.right or _key(a) not in settled)]
    named = [a for a in given if a.speaker in persons]
    right = sum(a.right for a in given)
    direct = [a.share for item, a in zip(gold, answers, strict=True) if item["kind"] == "direct"]
    return [
        recall_only("attributions found", sum(a.share >= FOUND_FROM for a in answers), len(gold)),
        Figure("right speaker", right, len(given), right, len(gold)),
        Figure("wrong named speaker", sum(not a.right for a in named), len(named), 0, 0),
        recall_only("direct quotations whole", sum(share >= WHOLE_FROM for share in direct), len(direct)),
    ]


FOUND_FROM, WHOLE_FROM = 0.5, 0.95
"""Jaccard of letters from which an attribution counts as found and a direct quotation as whole."""


@dataclass(frozen=True, slots=True)
class _Answer:
    """What is shown for an attribution of gold: the quotation nearest in words, how near, its speaker where it is near enough,
    and whether that is gold's."""

    article: str
    quotation: str | None
    share: float
    speaker: str | None
    right: bool


def _key(answer: _Answer) -> tuple[str, str | None]:
    return answer.article, answer.quotation


def _answers(gold: Sequence[Data], story: Data, texts: Texts) -> list[_Answer]:
    names = _speaker_names(story)
    quotations = [(a["id"], q) for a in story["articles"] for q in a["quotations"] if q["field"] == "text"]
    found = []
    for item in gold:
        article = item["article"]
        wanted = characters([locate(texts, {"article": article, "exact": e}) for e in item["content"]], texts[article])
        best, share = _best_quotation(article, wanted, quotations, texts)
        speaker = best["speaker"] if best and share >= FOUND_FROM else None
        right = speaker is not None and same_name(item["speaker"], names.get(speaker, ()))
        found.append(_Answer(article, best["id"] if best else None, share, speaker, right))
    return found


def _best_quotation(
    article: str, wanted: set[int], quotations: Iterable[tuple[str, Data]], texts: Texts
) -> tuple[Data | None, float]:
    best: Data | None = None
    share = 0.0
    for owner, quotation in quotations:
        if owner == article:
            given = characters([Place(owner, s, e) for s, e in quotation["content"]], texts[owner])
            value = len(given & wanted) / (len(given | wanted) or 1)
            if value > share:
                best, share = quotation, value
    return best, share


def _speaker_names(story: Data) -> dict[str, tuple[str, ...]]:
    """Article entity id -> every name and role of its story entity."""
    roles = {e["id"]: [r["text"] for r in e["roles"]] for a in story["articles"] for e in a["entities"]}
    table = {}
    for entity in story["entities"]:
        names = [entity["name"], *entity["aliases"], *entity["roles"]]
        for member in entity["members"]:
            table[member] = (*names, *roles.get(member, ()))
    return table


def aliases(gold: Sequence[Data], story: Data, texts: Texts) -> list[Figure]:
    """Pairs of gold mentions of one entity that one story entity holds; precision over pairs of different ones."""
    owner: list[tuple[int, str | None]] = []
    for number, entity in enumerate(gold):
        owner += [(number, _entity_at(story, locate(texts, m))) for m in entity["mentions"]]
    wanted = given = right = 0
    for (g1, s1), (g2, s2) in combinations(owner, 2):
        together = s1 is not None and s1 == s2
        wanted, given, right = wanted + (g1 == g2), given + together, right + (together and g1 == g2)
    return [Figure("aliases (pairs)", right, given, right, wanted)]


def _entity_at(story: Data, place: Place) -> str | None:
    best, share = None, 0.0
    for entity in story["entities"]:
        for mention in entity["mentions"]:
            value = jaccard(place, place_of(mention)) if mention["article"] == place.article else 0.0
            if value > share:
                best, share = entity["id"], value
    return best


def times(gold: Sequence[Data], story: Data, texts: Texts) -> list[Figure]:
    """Gold expressions found with their value."""
    return [recall_only("times, right value", sum(_value_found(g, story, texts, "times", ("value",)) for g in gold), len(gold))]


def quantities(gold: Sequence[Data], story: Data, texts: Texts) -> list[Figure]:
    """Gold figures found with value and, where gold gives them, interval and thing counted."""
    keys = ("value", "low", "high")
    return [
        recall_only("figures, right value", sum(_value_found(g, story, texts, "quantities", keys) for g in gold), len(gold))
    ]


def _value_found(gold: Data, story: Data, texts: Texts, kind: str, keys: Sequence[str]) -> bool:
    place = locate(texts, gold)
    for article in story["articles"]:
        for found in article[kind] if article["id"] == place.article else ():
            if overlap(place, Place(article["id"], found["start"], found["end"])) and found.get("field", "text") == "text":
                return all(found[k] == gold[k] for k in keys if k in gold)
    return False


def groups_of(name: str, key: str, members: Callable[[Data, Data], Iterable[Place]]) -> Callable[..., list[Figure]]:
    """A scorer for groups of passages: pairs of gold passages that one system group of ``key`` meets; precision over system
    pairs of passages both of which gold knows."""

    def scorer(gold: Sequence[Any], story: Data, texts: Texts) -> list[Figure]:
        golds = [[locate(texts, m) for m in (g["members"] if isinstance(g, Mapping) else g)] for g in gold]
        systems = [list(members(group, story)) for group in story[key]]
        wanted = {(i, a, b) for i, g in enumerate(golds) for a, b in combinations(range(len(g)), 2)}
        hit = {(i, a, b) for i, a, b in wanted if any(meets(golds[i][a], s) and meets(golds[i][b], s) for s in systems)}
        given = right = 0
        for system in systems:
            for one, other in combinations(system, 2):
                homes = [{i for i, g in enumerate(golds) if any(meets(p, [x]) for p in g)} for x in (one, other)]
                if homes[0] and homes[1]:
                    given, right = given + 1, right + bool(homes[0] & homes[1])
        return [Figure(name, right, given, len(hit), len(wanted))]

    return scorer


def _passages(group: Data, story: Data) -> Iterable[Place]:
    return (place_of(m) for m in group["members"])


def _utterance_places(group: Data, story: Data) -> Iterable[Place]:
    quotations = {(a["id"], q["id"]): q for a in story["articles"] for q in a["quotations"]}
    for ref in group["quotations"]:
        content = quotations[ref["article"], ref["quotation"]]["content"]
        yield Place(ref["article"], content[0][0], content[-1][1])
    yield from (place_of(passage) for passage in group.get("unquoted", ()))


def relays(gold: Sequence[Data], story: Data, texts: Texts) -> list[Figure]:
    """Edges from an article, agency or outlet to an article."""
    names = {e["id"]: (e["name"], *e["aliases"]) for e in story["entities"]}
    outlets = {a["id"]: (a["id"], a["outlet"] or "") for a in story["articles"]}
    given = [((*names.get(r["from"], ()), *outlets.get(r["from"], ()), r["from"]), r["to"]) for r in story["relays"]]
    edges = [((g["from"], *outlets.get(g["from"], ())), g["to"]) for g in gold]
    same = [[any(same_name(a, [b]) for a in g[0] if a for b in s[0] if b) and g[1] == s[1] for s in given] for g in edges]
    right_given = sum(any(row[j] for row in same) for j in range(len(given)))
    return [Figure("relays", right_given, len(given), sum(any(row) for row in same), len(gold))]


def origins(gold: Sequence[Sequence[str]], story: Data, texts: Texts) -> list[Figure]:
    """Pairs of articles of one origin; a missed pair is an independence over-claimed."""
    wanted = {p for group in gold for p in combinations(sorted(group), 2)}
    given = {p for group in story["origins"] for p in combinations(sorted(group), 2)}
    return [Figure("one origin (pairs)", len(wanted & given), len(given), len(wanted & given), len(wanted))]


def agreements(gold: Sequence[Sequence[Data]], story: Data, texts: Texts) -> list[Figure]:
    """Gold agreements of which a claim group of several reports meets at least two passages."""
    groups = [[place_of(m) for m in g["members"]] for g in story["claim_groups"] if g["status"] != "single"]
    hit = sum(any(sum(meets(locate(texts, m), g) for m in item) >= 2 for g in groups) for item in gold)
    return [recall_only("agreements", hit, len(gold))]


def disagreements(gold: Sequence[Data], story: Data, texts: Texts) -> list[Figure]:
    """Gold disagreements met on both sides (kind not required, and required), and the shown ones that gold knows."""
    shown = [d for d in story["disagreements"] if d["judgement"] in ("conflict", "update", "unsure")]
    sides = [(d["kind"], [place_of(m) for m in d["members"]]) for d in shown]
    wanted = [(g["kind"], [locate(texts, m) for m in g["members"]]) for g in gold]
    match = [[sum(meets(p, s[1]) for p in w[1]) >= 2 for s in sides] for w in wanted]
    hits = sum(any(row) for row in match)
    kinds = sum(any(m and s[0] == w[0] for m, s in zip(row, sides, strict=True)) for row, w in zip(match, wanted, strict=True))
    right = sum(any(row[j] for row in match) for j in range(len(sides)))
    return [
        Figure("disagreements", right, len(sides), hits, len(gold)),
        recall_only("disagreements, right kind", kinds, len(gold)),
    ]


def exclusives(gold: Sequence[Data], story: Data, texts: Texts) -> list[Figure]:
    """Gold passages that an exclusive meets."""
    found = [place_of(p) for e in story["exclusives"] for p in e["passages"]]
    return [recall_only("exclusives", sum(meets(locate(texts, g), found) for g in gold), len(gold))]


def naming(gold: Sequence[Data], story: Data, texts: Texts) -> list[Figure]:
    """Gold terms that stand in the naming entry which holds most of their group."""
    hit = wanted = 0
    for item in gold:
        places = [locate(texts, t) for t in item["terms"]]
        counts = [sum(meets(p, [place_of(t) for t in n["terms"]]) for p in places) for n in story["naming"]]
        hit, wanted = hit + max(counts, default=0), wanted + len(places)
    return [recall_only("naming, terms together", hit, wanted)]


def timeline(gold: Sequence[Data], story: Data, texts: Texts) -> list[Figure]:
    """Gold entries met by one with the same days and status."""
    keys = ("earliest", "latest", "status")
    hit = dated = 0
    for item in gold:
        places = [locate(texts, p) for p in item["passages"]]
        near = [e for e in story["timeline"] if any(meets(p, [place_of(x) for x in e["passages"]]) for p in places)]
        dated += any(all(e[k] == item[k] for k in keys[:2]) for e in near)
        hit += any(all(e[k] == item[k] for k in keys) for e in near)
    return [recall_only("timeline, right days", dated, len(gold)), recall_only("timeline, days and status", hit, len(gold))]


def furniture(gold: Sequence[Data], story: Data, texts: Texts) -> list[Figure]:
    """Characters marked as furniture."""
    given = {
        (a["id"], i)
        for a in story["articles"]
        for f in a["furniture"]
        for i in range(f["start"], f["end"])
        if a["text"][i].isalnum()
    }
    wanted: set[tuple[str, int]] = set()
    for item in gold:
        wanted |= {(item["article"], i) for i in _everywhere(item, texts)}
    return [Figure("furniture (characters)", len(given & wanted), len(given), len(given & wanted), len(wanted))]


def _everywhere(item: Data, texts: Texts) -> Iterable[int]:
    """Positions of each occurrence of a gold piece of furniture (glued markup recurs)."""
    text, at = texts[item["article"]], locate(texts, item).start
    while at >= 0:
        yield from (i for i in range(at, at + len(item["exact"])) if text[i].isalnum())
        at = text.find(item["exact"], at + 1)


def events(gold: Sequence[Sequence[str]], story: Data, texts: Texts) -> list[Figure]:
    """Pairs of articles of one event."""
    wanted = {p for group in gold for p in combinations(sorted(group), 2)}
    given = {p for event in story["events"] for p in combinations(sorted(event["articles"]), 2)}
    return [Figure("one event (pairs)", len(wanted & given), len(given), len(wanted & given), len(wanted))]


SCORERS: Mapping[str, Callable[..., list[Figure]]] = {
    "attributions": attributions,
    "aliases": aliases,
    "times": times,
    "quantities": quantities,
    "reuse": groups_of("reuse (pairs)", "reuse", _passages),
    "utterances": groups_of("utterances (pairs)", "utterances", _utterance_places),
    "relays": relays,
    "origins": origins,
    "events": events,
    "agreements": agreements,
    "disagreements": disagreements,
    "exclusives": exclusives,
    "naming": naming,
    "timeline": timeline,
    "furniture": furniture,
}
