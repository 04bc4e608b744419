"""Who said what: both tiers of Variorum, text in quotation marks, and textacy where it is installed, on the same reports.

Quality (content F1 at Jaccard 0.8, relation F1) and speed (articles a second of processor time, parse included, and the time
as a ratio to the bare parse of the same run). For both tiers also the speakers of the attributions found: those with the name
that gold has, and of the *named* ones shown those that are wrong (the error to fear: lower is better). The reports are those
of ``corpus/attributions`` that are kept for testing. textacy finds direct quotations only.

Usage: python benchmarks/attributions.py [--with-textacy]        (pip install textacy first for the last)
"""

import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from variorum.annotation.annotate import annotate_article
from variorum.annotation.nlp import load_pipeline
from variorum.encoding import load_tagger
from variorum.evaluation import Figure, evaluate, gold_row, read_reports
from variorum.records import Article, to_data

REPORTS = Path(__file__).resolve().parent.parent / "corpus" / "attributions" / "reports"
MARKED = re.compile(r"[\"“‘]([^\"“”‘’]{12,}?)[\"”’]")
"""Text between quotation marks, of twelve characters or more."""
Row = Mapping[str, Any]
Finder = Callable[[str], dict[str, Any]]
"""From a text to the row of a system: ``quotations`` and, where it tells who is who, ``entities``."""


def main(options: list[str]) -> int:
    gold = [gold_row(report) for report in read_reports(REPORTS) if report.number % 5 == 0]
    pipeline = load_pipeline()
    tagger = load_tagger()
    bare = clock(lambda: [pipeline.nlp(row["text"]) for row in gold])
    systems: dict[str, Finder] = {
        "text in quotation marks": between_marks,
        "variorum, fast": lambda text: findings(annotate_article(Article("a", text), pipeline)),
        "variorum, best": lambda text: findings(annotate_article(Article("a", text), pipeline, tagger)),
    }
    if "--with-textacy" in options:
        systems["textacy"] = lambda text: {"quotations": list(with_textacy(pipeline.nlp, text))}
    best: list[Row] = []
    print(f"{len(gold)} reports, {sum(len(row['quotations']) for row in gold)} attributions; bare parse = 1")
    for name, find in systems.items():
        found: list[Row] = []
        seconds = clock(lambda find=find, found=found: found.extend(answers(gold, find)))
        rows = {figure.name: figure for figure in evaluate("quotations", gold, found)}
        f1 = f"content {rows['content, J 0.8'].f1:.3f}   relation {rows['relation'].f1:.3f}"
        if name == "variorum, best":
            best = found
        print(f"{name:26}{f1}   time {seconds / bare:5.2f}   {len(gold) / max(seconds, 1e-9):6.1f} articles a second")
        if name.startswith("variorum"):
            speakers(rows)
    reliability(gold, best)
    lookalikes(best)
    return 0


def speakers(rows: Mapping[str, Figure]) -> None:
    """The speakers of the attributions found: right ones of all that gold names, wrong ones of the named ones shown."""
    right, wrong = rows["right speaker"], rows["wrong named speaker"]
    print(f"{'':26}right speaker {right.right_wanted} of {right.wanted} in gold ({right.recall:.3f})")
    share = wrong.right_given / max(wrong.given, 1)
    print(f"{'':26}wrong named speaker {wrong.right_given} of {wrong.given} named ones shown ({share:.3f})")


def reliability(gold: list[Row], best: list[Row]) -> None:
    """Of what the tier ``best`` shows at each score, the share that gold holds with half of the words."""
    bins: dict[int, list[bool]] = {}
    for wanted, given in zip(gold, best, strict=True):
        held = [letters(wanted["text"], q["content"]) for q in wanted["quotations"]]
        for quotation in given["quotations"]:
            mine = letters(wanted["text"], quotation["content"])
            right = any(len(mine & g) * 2 >= len(mine | g) for g in held if mine)
            bins.setdefault(max(min(int(quotation["by"]["score"] * 10), 9), 6), []).append(right)
    for low, rights in sorted(bins.items(), reverse=True):
        name = f"{low / 10} to {(low + 1) / 10}" if low > 6 else "below 0.7"
        print(f"score {name:12} {len(rights):5} shown, right {sum(rights) / len(rights):.2f}")


def lookalikes(best: list[Row]) -> None:
    """How many scare words, titles and nicknames in quotation marks were taken for a quotation."""
    marked = {r.id: [s for s in r.lookalikes if r.text[s[0]] in "\"'“‘"] for r in read_reports(REPORTS)}
    taken = 0
    for row in best:
        found = [letters(row["text"], q["content"]) for q in row["quotations"]]
        for span in marked[row["id"]]:
            own = letters(row["text"], [span])
            taken += any(len(own & f) >= 0.8 * len(own | f) for f in found if f)
    print(f"{sum(len(marked[row['id']]) for row in best)} quoted lookalikes, {taken} taken for a quotation")


def letters(text: str, spans: Iterable[Iterable[int]]) -> frozenset[int]:
    return frozenset(k for start, end in spans for k in range(start, end) if text[k].isalnum())


def clock(work: Callable[[], Any]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def answers(gold: Iterable[Row], find: Finder) -> Iterator[Row]:
    for row in gold:
        yield {"id": row["id"], "text": row["text"], **find(row["text"])}


def findings(article: Any) -> dict[str, Any]:
    return {"quotations": [to_data(q) for q in article.quotations], "entities": [to_data(e) for e in article.entities]}


def between_marks(text: str) -> dict[str, Any]:
    return {"quotations": [{"content": [[m.start(1), m.end(1)]], "cue": [], "source": []} for m in MARKED.finditer(text)]}


def with_textacy(nlp: Language, text: str) -> Iterator[dict[str, Any]]:
    """Direct quotations by textacy, paragraph by paragraph: a paragraph with an odd count of marks is an error there."""
    from textacy.extract.triples import direct_quotations

    start = 0
    for paragraph in text.split("\n"):
        doc: Doc = nlp(paragraph)
        try:
            for found in direct_quotations(doc):
                content = found.content
                source = [[start + t.idx, start + t.idx + len(t)] for t in found.speaker]
                yield {"content": [[start + content.start_char, start + content.end_char]], "cue": [], "source": source}
        except ValueError:
            pass
        start += len(paragraph) + 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
