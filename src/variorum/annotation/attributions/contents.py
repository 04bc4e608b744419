"""What a cue word reports: candidates for the content of an attribution, one small rule per construction."""

from collections.abc import Callable, Iterator

from variorum.annotation.attributions.clauses import (
    ahead,
    clause,
    fronted,
    gerund,
    in_heading,
    infinitive,
    question,
    rest,
    urged,
)
from variorum.annotation.attributions.content import Content
from variorum.annotation.attributions.cues import Cue, CueEntry
from variorum.annotation.attributions.hearsay import learned_from, let_known
from variorum.annotation.attributions.nouns import clear, light, quoted_as
from variorum.annotation.attributions.objects import (
    counted,
    counted_from,
    described,
    direct_object,
    figure,
    hour,
    predicated,
    prepositional,
    put_at,
)
from variorum.annotation.attributions.page import Page
from variorum.annotation.attributions.terse import first_of_list, terse

Rule = Callable[[Page, Cue, CueEntry], Content | None]


def contents(page: Page, cue: Cue, entry: CueEntry) -> Iterator[Content]:
    """All candidates for the content of ``cue`` read as ``entry``, the most telling construction first."""
    for frame, rule in RULES:
        leads = (frame == "p" and entry.prepositions) or (frame in ("at", "n") and entry.leads_to_number(frame))
        if frame in entry.frames or leads:
            found = rule(page, cue, entry)
            if found is not None and found.tokens:
                yield found


RULES: tuple[tuple[str, Rule], ...] = (
    ("terse", first_of_list),
    ("that", ahead),
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
    ("count", hour),
    ("terse", terse),
    ("count", counted),
    ("n", counted_from),
    ("np", direct_object),
    ("that", fronted),
)
