"""What annotation costs beside the bare parse, as ratios within one run.

The bare parse is spaCy's ``nlp.pipe`` of the same pipeline with its default components over the same texts on one thread. The
steps are timed apart on the same documents; ``parse`` is ours, one article at a time. All works take turns, round after
round, and the best of each counts, so that a busy machine slows none of them more than another. Machines are noisy all the
same: quote the ratios, never the seconds, and run it twice.

Without arguments two materials are measured: the short invented stories, and reports of the usual length (every tenth of
``corpus/attributions``, marks taken out, some 450 words each).

Usage: python benchmarks/speed.py [FOLDER OR FILE ...]
"""

import gc
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import spacy

import variorum
from variorum.annotation.annotate import annotate_article, words_in
from variorum.annotation.assemble import assemble
from variorum.annotation.attributions.find import find_quotations
from variorum.annotation.claims.find import find_claims
from variorum.annotation.coreference.find import find_references
from variorum.annotation.events.find import find_event_mentions
from variorum.annotation.loaded_words import find_loaded_words
from variorum.annotation.nlp import Pipeline, load_pipeline
from variorum.annotation.placement import place_article
from variorum.annotation.quantities.find import find_quantities
from variorum.annotation.times.datelines import with_dateline_times
from variorum.annotation.times.find import find_times
from variorum.evaluation.attribution_corpus import MarkedReport, read_reports
from variorum.records.article import Published

HERE = Path(__file__).resolve().parent.parent
STORIES = [HERE / "examples" / "marenz", *sorted((HERE / "tests" / "stories").glob("*/"))]
REPORTS = HERE / "corpus" / "attributions" / "reports"
EVERY = 10
ROUNDS = 5
ALLOWED = {"mentions, coreference": 0.12, "quotations": 0.20, "times, figures, events": 0.13, "rest": 0.05, "whole": 1.5}

Work = Callable[[], Any]


def best_times(works: Mapping[str, Work]) -> dict[str, float]:
    """The best of some rounds of each work, in seconds of processor time."""
    best = dict.fromkeys(works, float("inf"))
    for _ in range(ROUNDS):
        for name, work in works.items():
            gc.collect()
            start = time.process_time()
            work()
            best[name] = min(best[name], time.process_time() - start)
    return best


def main(sources: Sequence[str]) -> int:
    pipeline = load_pipeline()
    given = _materials(sources)
    gc.freeze()  # as the command line does
    for name, articles in given.items():
        _print(name, articles, pipeline)
    return 0


def _materials(sources: Sequence[str]) -> dict[str, list[variorum.Article]]:
    if sources:
        return {"given": list(variorum.read(sources, on_problem=lambda problem: None))}
    stories = list(variorum.read([str(path) for path in STORIES], on_problem=lambda problem: None))
    reports = [r for r in read_reports(REPORTS) if r.number % EVERY == 0]
    plain = [variorum.Article(r.id, r.text, published=_published(r)) for r in reports]
    return {"stories": stories, "reports": plain}


def _published(report: MarkedReport) -> Published:
    day = report.fields.get("published")
    return Published(day, "day", "metadata", day, day) if day else Published()


def _print(name: str, articles: Sequence[variorum.Article], pipeline: Pipeline) -> None:
    bare = spacy.load(pipeline.nlp.path)
    texts = [place_article(a).text for a in articles]
    works: dict[str, Work] = {
        "bare": lambda: list(bare.pipe(texts)),
        "parse": lambda: [pipeline.nlp(text) for text in texts],
        **steps(articles, texts, pipeline),
        "whole": lambda: [annotate_article(a, pipeline) for a in articles],
    }
    for work in works.values():
        work()
    best = best_times(works)
    rest = {part: best[part] / best["bare"] for part in ("claims", "loaded words", "records")}
    best["rest"] = sum(rest.values()) * best["bare"]
    print(f"{name}: {len(articles)} articles, {sum(len(t.split()) for t in texts)} words; bare parse = 1")
    for step in ("parse", "mentions, coreference", "quotations", "times, figures, events", "rest", "whole"):
        allowed = f"   allowed {ALLOWED[step]:.2f}" if step in ALLOWED else ""
        print(f"{step:26}{best[step] / best['bare']:6.2f}{allowed}")
    print("rest: " + ", ".join(f"{part} {ratio:.3f}" for part, ratio in rest.items()))


def steps(articles: Sequence[variorum.Article], texts: Sequence[str], pipeline: Pipeline) -> dict[str, Work]:
    """Each step over all documents; what a step remembers in a document is forgotten before, but for clauses and settings
    that an earlier step of the same article has found already."""
    docs = [pipeline.nlp(text) for text in texts]
    count = range(len(docs))
    references = [find_references(doc) for doc in docs]
    quoted = [find_quotations(doc, refs) for doc, refs in zip(docs, references, strict=True)]
    times = [find_times(doc, a.published) for doc, a in zip(docs, articles, strict=True)]
    figures = [find_quantities(docs[i], times[i], quoted[i][0]) for i in count]
    found = [_findings(docs[i], quoted[i], times[i], figures[i]) for i in count]

    def refer() -> None:
        for doc in docs:
            doc.user_data.clear()
            find_references(doc)

    def scene() -> None:
        for i in count:
            find_times(docs[i], articles[i].published)
            find_quantities(docs[i], times[i], quoted[i][0])
            find_event_mentions(docs[i], quoted[i][1], times[i], quoted[i][0])

    def records() -> None:
        for i in count:
            placement = place_article(articles[i])
            with_dateline_times(assemble(articles[i], placement, quoted[i][1], words_in(docs[i]), found[i]), pipeline.nlp)

    return {
        "mentions, coreference": refer,
        "quotations": lambda: [find_quotations(docs[i], references[i]) for i in count],
        "times, figures, events": scene,
        "claims": lambda: [find_claims(docs[i], quoted[i][1], quoted[i][0], times[i], figures[i]) for i in count],
        "loaded words": lambda: [find_loaded_words(doc) for doc in docs],
        "records": records,
    }


def _findings(doc: Any, quoted: Any, times: Any, figures: Any) -> dict[str, Any]:
    quotations, references = quoted
    return {
        "quotations": quotations,
        "times": times,
        "quantities": figures,
        "event_mentions": find_event_mentions(doc, references, times, quotations),
        "claims": find_claims(doc, references, quotations, times, figures),
        "loaded_words": find_loaded_words(doc),
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
