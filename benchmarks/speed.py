"""What annotation costs beside the bare parse, as ratios within one run.

The bare parse is spaCy's ``nlp.pipe`` of the same pipeline with its default components over the same texts on one thread. The
steps are timed apart on the same documents. Machines are noisy: quote the ratios, never the seconds.

Usage: python benchmarks/speed.py [FOLDER OR FILE ...]     (default: the invented stories of this repository)
"""

import gc
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import spacy

import variorum
from variorum.annotation.annotate import annotate_article
from variorum.annotation.claims import find_claims
from variorum.annotation.coreference import find_references
from variorum.annotation.event_mentions import find_event_mentions
from variorum.annotation.loaded_words import find_loaded_words
from variorum.annotation.nlp import load_pipeline
from variorum.annotation.placement import place_article
from variorum.annotation.quantities import find_quantities
from variorum.annotation.quotations import find_quotations
from variorum.annotation.times import find_times

HERE = Path(__file__).resolve().parent.parent
STORIES = [HERE / "examples" / "marenz", *sorted((HERE / "tests" / "stories").glob("*/"))]
ROUNDS = 5
ALLOWED = {"references": 0.12, "quotations": 0.20, "times, figures, events": 0.13, "whole": 1.5}


def timed(work: Callable[[], Any]) -> float:
    """The best of some rounds, in seconds of processor time."""
    best = float("inf")
    for _ in range(ROUNDS):
        gc.collect()
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def main(sources: Sequence[str]) -> int:
    articles = list(variorum.read(sources, on_problem=lambda problem: None))
    pipeline = load_pipeline()
    bare = spacy.load(pipeline.nlp.path)
    texts = [place_article(a).text for a in articles]
    gc.freeze()  # as the command line does
    parse = timed(lambda: list(bare.pipe(texts)))
    whole = timed(lambda: [annotate_article(a, pipeline) for a in articles])
    print(f"{len(articles)} articles, {sum(len(t.split()) for t in texts)} words; bare parse = 1")
    rows = {**steps(articles, texts, pipeline), "whole": whole}
    for name, seconds in rows.items():
        allowed = f"   allowed {ALLOWED[name]:.2f}" if name in ALLOWED else ""
        print(f"{name:26}{seconds / parse:6.2f}{allowed}")
    return 0


def steps(articles: Sequence[variorum.Article], texts: Sequence[str], pipeline: Any) -> dict[str, float]:
    """Each step over all documents; what a step remembers in a document is forgotten between rounds."""
    docs = [pipeline.nlp(text) for text in texts]

    def fresh(work: Callable[[int], Any]) -> float:
        def round_() -> None:
            for number, doc in enumerate(docs):
                doc.user_data.clear()
                work(number)

        return timed(round_)

    references = [find_references(doc) for doc in docs]
    quoted = [find_quotations(doc, refs) for doc, refs in zip(docs, references, strict=True)]
    times = [find_times(doc, a.published) for doc, a in zip(docs, articles, strict=True)]
    figures = [find_quantities(doc, found) for doc, found in zip(docs, times, strict=True)]
    refs = [extended for _, extended in quoted]

    def scene(i: int) -> None:
        find_times(docs[i], articles[i].published)
        find_quantities(docs[i], times[i])
        find_event_mentions(docs[i], refs[i], times[i], quoted[i][0])

    return {
        "references": fresh(lambda i: find_references(docs[i])),
        "quotations": fresh(lambda i: find_quotations(docs[i], references[i])),
        "times, figures, events": fresh(scene),
        "claims": fresh(lambda i: find_claims(docs[i], refs[i], quoted[i][0], times[i], figures[i])),
        "loaded words": fresh(lambda i: find_loaded_words(docs[i])),
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or [str(path) for path in STORIES]))
