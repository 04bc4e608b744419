"""Those counted differently: the nouns that reports put to the numbers which a disagreement sets side by side."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from variorum.collation.claims.words import LANGUAGE
from variorum.collation.naming.counts import are_near, differ, noun_counted
from variorum.collation.naming.groups import GENERAL, bears_arms, is_civil, is_people
from variorum.collation.naming.phrases import Phrase, kinds, things, verb_places
from variorum.language.lexicon import marked
from variorum.records.annotation import AnnotatedArticle
from variorum.records.story import Disagreement, DisagreementMember

Row = tuple[str, list[Phrase]]

HURT = marked(LANGUAGE, "collation_words", "hurt")
"""Words for those who are dead, hurt or missing."""

DOERS = tuple(sorted(marked(LANGUAGE, "naming_words", "doer_end")))
"""Endings of nouns that mostly mean human beings."""


def tolls(articles: Sequence[AnnotatedArticle], disagreements: Iterable[Disagreement]) -> list[Row]:
    """Label and phrases of each group of people whose number is told differently ("14 fighters", "16 servicemen")."""
    homes = {a.id: a for a in articles}
    groups = []
    for d in disagreements:
        if d.kind == "figure":
            found = {(p.article.id, p.span): (value, p) for m in d.members for value, p in _counted(homes, m)}
            groups.append(_of_one_size([found[key] for key in sorted(found)]))
    rows = [_of_one_sort(g) for g in groups]
    return [(f"the {_label(row)}", row) for row in rows if differ(row) and _is_telling(row) and _is_one(row)]


def _of_one_size(counted: Sequence[tuple[float, Phrase]]) -> list[Phrase]:
    """The phrases; where one report gives numbers too far apart to be of one group ("9 officers", "38 people"), only those
    near the middle number."""
    by_report: dict[str, list[float]] = {}
    for value, p in counted:
        by_report.setdefault(p.article.id, []).append(value)
    mixed = any(not are_near(min(own), max(own)) for own in by_report.values())
    middle = sorted(value for value, _ in counted)[len(counted) // 2] if counted else 0.0
    return [p for value, p in counted if not mixed or are_near(value, middle)]


def _of_one_sort(row: list[Phrase]) -> list[Phrase]:
    """The phrases, less what is not known to be people beside those that are ("4,200 beds"), general ones ("people") where some
    bear arms, as these may be anybody, and the police beside those whom they fight ("two attackers and a police officer")."""
    armed = any(bears_arms(p) for p in row)
    hostile = any(p.head in kinds()[kind] for p in row for kind in ("fighters", "attackers", "crowd"))
    people = any(is_people(p.head) for p in row)
    told = [p for p in row if not people or is_people(p.head) or p.head in HURT or p.head.endswith(DOERS)]
    kept = [p for p in told if not (armed and p.head in ("people", "person"))]
    return [p for p in kept if not (hostile and any(w.startswith("police") for w in p.words))]


def _is_telling(row: Sequence[Phrase]) -> bool:
    """Whether a noun for people says more than that they are dead, hurt or people."""
    return any(is_people(p.head) and p.head not in GENERAL | HURT for p in row)


def _is_one(row: Sequence[Phrase]) -> bool:
    """Whether a row holds no civilians beside those who bear arms and no prisoners beside guards: the dead of two sides may be
    set against each other."""
    if any(is_civil(p) for p in row) and any(bears_arms(p) for p in row):
        return False
    kept = any(p.head in kinds()["captives"] and p.head not in GENERAL for p in row)
    return not (kept and any(p.head in kinds()["army"] or p.head in kinds()["police"] for p in row))


def _counted(homes: Mapping[str, AnnotatedArticle], member: DisagreementMember) -> Iterator[tuple[float, Phrase]]:
    article = homes.get(member.article)
    if article is None or member.field != "text":
        return
    verbs = verb_places(article)
    starts = {start: n for n, (start, _) in enumerate(article.tokens)}
    for q in article.quantities:
        if q.field == "text" and q.unit is None and q.start < member.end and member.start < q.end:
            phrase = noun_counted(article, q, verbs, starts)
            if phrase is not None and (is_people(phrase.head) or (phrase.head not in things() and q.value > 1)):
                yield q.value, phrase


def _label(row: Sequence[Phrase]) -> str:
    """The plainest noun of the row as written: a usual word before a general one, the one of most reports."""
    told: dict[str, set[str]] = {}
    for p in row:
        told.setdefault(p.text.split()[-1].casefold(), set()).add(p.article.id)
    heads = {p.text.split()[-1].casefold(): p.head for p in row}
    return min(told, key=lambda w: (heads[w] in GENERAL, not is_people(heads[w]), -len(told[w]), w))
