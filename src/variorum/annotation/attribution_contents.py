"""What a cue word reports: candidates for the content of an attribution, one small rule per construction."""

from collections.abc import Callable, Iterator

from variorum.annotation.attribution_clauses import clause, gerund, in_heading, infinitive, question, rest, urged
from variorum.annotation.attribution_content import Content
from variorum.annotation.attribution_hearsay import learned_from, let_known
from variorum.annotation.attribution_nouns import clear, light, quoted_as
from variorum.annotation.attribution_objects import counted, described, direct_object, figure, predicated, prepositional, put_at
from variorum.annotation.attribution_page import Page
from variorum.annotation.cues import Cue, CueEntry

Rule = Callable[[Page, Cue, CueEntry], Content | None]


def contents(page: Page, cue: Cue, entry: CueEntry) -> Iterator[Content]:
    """All candidates for the content of ``cue`` read as ``entry``, the most telling construction first."""
    for frame, rule in RULES:
        if frame in entry.frames or (frame == "p" and entry.prepositions) or (frame == "at" and entry.putting):
            found = rule(page, cue, entry)
            if found is not None and found.tokens:
                yield found


RULES: tuple[tuple[str, Rule], ...] = (
    ("quoted", quoted_as),
    ("clear", clear),
    ("from", learned_from),
    ("known", let_known),
    ("figure", figure),
    ("at", put_at),
    ("that", in_heading),
    ("light", light),
    ("that", clause),
    ("wh", question),
    ("that", rest),
    ("obj_to", urged),
    ("to_to", urged),
    ("to!", infinitive),
    ("to", infinitive),
    ("ing", gerund),
    ("as", described),
    ("oprd", predicated),
    ("p", prepositional),
    ("count", counted),
    ("np", direct_object),
)
