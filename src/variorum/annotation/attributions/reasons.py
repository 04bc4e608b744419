"""Why an attribution is believed, in one sentence for a reader that names the words which decided."""

from variorum.annotation.attributions.assembly import Attribution
from variorum.annotation.attributions.interview import TURN
from variorum.annotation.attributions.page import Page
from variorum.annotation.attributions.told_on import TOLD_ON

_EXPLAINED = {
    "clause": "the clause after it is what is reported",
    "quote": "it stands beside the words in quotation marks",
    "after": "it closes the sentence that is reported",
    "around": "it stands inside the sentence that is reported",
    "question": "the question after it is what is reported",
    "quoted": "the words are passed on by somebody who quotes them",
    "infinitive": "the infinitive after it is what is meant",
    "heading": "the headline names who says it beside a colon",
    "tagged": "a learned tagger marks it, and what depends on it as reported",
    "turn": "the label opens what is said in an interview",
    "colon": "a colon leads to the words in quotation marks",
}
_NAMED = {
    "participle": "the participle goes on with the speaker of the verb before it",
    "relative": "a relative pronoun stands for the source",
    "inverted": "the source follows the verb",
    "agent": "the source follows “by”",
    "owner": "the source owns the noun",
    "shared": "the source is shared with the verb before",
    "none": "no source is named",
}


def reason_for(page: Page, item: Attribution, found: list[Attribution]) -> str:
    """The reason for ``item``; ``found`` are all attributions of the text."""
    if item.rules[0] == TURN and not item.cue and item.speaker is not None:
        return f"A paragraph of an interview that answers a question; “{item.speaker.text}” names who answers."
    if item.rules == TOLD_ON:
        return "A sentence in the past perfect goes on with what was said in the one before, to the same speaker."
    if item.follows is not None:
        other = next((a for a in found if a.anchor == item.follows), None)
        word = f" (“{other.label}”)" if other is not None and other.label else ""
        return f"A quotation without an attribution of its own, given to the speaker of the nearest one{word}."
    if not item.cue and item.speaker is not None:
        return (
            f"A quotation without an attribution of its own, given to “{item.speaker.text}”, who acts in the sentence before."
        )
    if not item.cue:
        return "Words in quotation marks that nobody near is named for; the candidates are the last people mentioned."
    who = page.text(*item.source) if item.source else ""
    why = _EXPLAINED.get(item.rules[0], "what depends on it is reported")
    name = _NAMED.get(item.rules[1], "")
    source = f"; the source is “{who}”" if who else ""
    return f"“{item.label}” attributes: {why}{source}{', ' + name if name else ''}."
