"""Those counted differently: the nouns that reports put to the numbers which a disagreement sets side by side."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from variorum.collation.claims.words import LANGUAGE
from variorum.collation.naming.counts import differ, noun_counted
from variorum.collation.naming.groups import GENERAL, bears_arms, is_civil, is_people
from variorum.collation.naming.phrases import Phrase, kinds, things, verb_places
from variorum.language.lexicon import marked
from variorum.records.annotation import AnnotatedArticle
from variorum.records.story import Disagreement, DisagreementMember

Row = tuple[str, list[Phrase]]
Place = tuple[str, tuple[int, int]]


def tolls(articles: Sequence[AnnotatedArticle], disagreements: Iterable[Disagreement]) -> list[Row]:
    """Label and phrases of each group of people whose number is told differently ("14 fighters", "16 servicemen").

    Differences that share a passage are of one group.
    """
    homes = {a.id: a for a in articles}
    groups: list[dict[Place, Phrase]] = []
    for d in disagreements:
        if d.kind == "figure":
            found = {(p.article.id, p.span): p for m in d.members for p in _counted(homes, m)}
            same = [g for g in groups if not g.keys().isdisjoint(found)]
            groups = [*(g for g in groups if g not in same), {k: p for g in (*same, found) for k, p in g.items()}]
    rows = [_of_one_sort([g[key] for key in sorted(g)]) for g in groups]
    return [(f"the {_label(row)}", row) for row in rows if differ(row) and _is_telling(row) and _is_one(row)]


def _of_one_sort(row: list[Phrase]) -> list[Phrase]:
    """The phrases, less general ones ("people") where some bear arms, as these may be anybody, and less the police beside those
    whom they fight ("two attackers and a police officer")."""
    armed = any(bears_arms(p) for p in row)
    hostile = any(p.head in kinds()[kind] for p in row for kind in ("fighters", "attackers", "crowd"))
    kept = [p for p in row if not (armed and p.head in ("people", "person"))]
    return [p for p in kept if not (hostile and any(w.startswith("police") for w in p.words))]


def _is_telling(row: Sequence[Phrase]) -> bool:
    """Whether a noun for people says more than that they are dead, hurt or people."""
    plain = GENERAL | marked(LANGUAGE, "collation_words", "hurt")
    return any(is_people(p.head) and p.head not in plain for p in row)


def _is_one(row: Sequence[Phrase]) -> bool:
    """Whether a row holds no civilians beside those who bear arms and no prisoners beside guards: the dead of two sides may be
    set against each other."""
    if any(is_civil(p) for p in row) and any(bears_arms(p) for p in row):
        return False
    kept = any(p.head in kinds()["captives"] and p.head not in GENERAL for p in row)
    return not (kept and any(p.head in kinds()["army"] or p.head in kinds()["police"] for p in row))


def _counted(homes: Mapping[str, AnnotatedArticle], member: DisagreementMember) -> Iterator[Phrase]:
    article = homes.get(member.article)
    if article is None or member.field != "text":
        return
    verbs = verb_places(article)
    starts = {start: n for n, (start, _) in enumerate(article.tokens)}
    for q in article.quantities:
        if q.field == "text" and q.unit is None and q.start < member.end and member.start < q.end:
            phrase = noun_counted(article, q, verbs, starts)
            if phrase is not None and (is_people(phrase.head) or (phrase.head not in things() and q.value > 1)):
                yield phrase


def _label(row: Sequence[Phrase]) -> str:
    """The plainest noun of the row as written: a usual word before a general one, the one of most reports."""
    told: dict[str, set[str]] = {}
    for p in row:
        told.setdefault(p.text.split()[-1].casefold(), set()).add(p.article.id)
    heads = {p.text.split()[-1].casefold(): p.head for p in row}
    return min(told, key=lambda w: (heads[w] in GENERAL, not is_people(heads[w]), -len(told[w]), w))
