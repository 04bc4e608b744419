"""What is told in a word or a number alone: ``The mill says 40 minutes, its crew told us 35``, ``the mayor says sabotage``."""

from spacy.tokens import Token

from variorum.annotation.attributions.content import Content
from variorum.annotation.attributions.cues import LANGUAGE, Cue, CueEntry
from variorum.annotation.attributions.page import Page
from variorum.annotation.attributions.sources import head_of, is_passive, own_subject, plausible
from variorum.language.lexicon import marked

_FINITE = ("VBD", "VBZ", "VBP", "MD")
_LONGEST = 9
"""Words of a number with what it counts."""
_LONGEST_BARE = 3
"""Words that stand for a whole statement without a number."""


def first_of_list(page: Page, cue: Cue, entry: CueEntry) -> Content | None:
    """``The mill says 40, the union says fewer than 30``: a list, which the parse takes for one clause."""
    found = terse(page, cue, entry)
    if found is None or page.text(max(found.tokens) + 1, max(found.tokens) + 2) not in (",", ";"):
        return None
    start = max(found.tokens) + 2
    stop = next((i for i in range(start, page.sentence(cue.head)[1]) if page.doc[i].is_punct), start)
    says = any(t.tag_ in _FINITE and t.lemma_ in _marked("says") for t in page.doc[start + 1 : stop])
    return found if says else None


def terse(page: Page, cue: Cue, entry: CueEntry) -> Content | None:
    """A number with what it counts, or a bare noun, right behind a verb of saying and up to the next mark."""
    verb = cue.head
    if is_passive(verb) or verb.tag_ not in _FINITE or any(c.dep_ == "mark" for c in verb.lefts):
        return None
    words = _words_behind(page, cue, entry)
    if not words or any(page.quote_at[t.i] >= 0 or t.tag_ in (*_FINITE, "PRP", "WDT", "WP", "WRB") for t in words):
        return None
    if any(t.lower_ in _marked("silent") for t in words):
        return None
    number = any(_is_number(t) for t in words)
    stands = _gives_number(verb, words) if number else _names_only(page, verb, words, entry)
    return Content(frozenset((*(t.i for t in words), *_added(page, words[-1].i + 1))), "terse") if stands else None


def _added(page: Page, comma: int) -> range:
    """``six, out of kindness``, ``40, among them two guards``: what a comma adds up to the end of the sentence."""
    _, last = page.sentence(page.doc[comma - 1])
    while last > comma and (page.doc[last - 1].is_punct or page.doc[last - 1].is_space):
        last -= 1
    rest = page.doc[comma:last]
    whole = len(rest) > 1 and rest[0].text == "," and not any(t.tag_ in _FINITE or page.quote_at[t.i] >= 0 for t in rest)
    return range(comma, last) if whole else range(0)


def of_a_list(page: Page, token: Token) -> tuple[Content, Token, int] | None:
    """Content, source head and end of ``26 according to the clinic, 27 according to the Post``: each number has its source."""
    first, last = page.sentence(token)
    others = any(t.lower_ == "according" and t.i != token.i for t in page.doc[first:last])
    if not others or token.i == first or token.lower_ != "according":
        return None
    stop = token.i - (page.doc[token.i - 1].text == ",")
    start = next((i + 1 for i in range(stop - 1, first - 1, -1) if page.doc[i].is_punct and page.doc[i].tag_ != "$"), first)
    start += page.doc[start].tag_ == "CC"
    end = next((i for i in range(token.i + 2, last) if page.doc[i].is_punct), last)
    number = page.doc[start:stop]
    bare = all(t.pos_ not in ("VERB", "AUX") and page.quote_at[t.i] < 0 for t in number)
    head = head_of(page, (token.i + 2, end)) if end > token.i + 2 else None
    if head is None or not bare or not any(t.tag_ == "CD" for t in number) or len(number) > _LONGEST_LISTED:
        return None
    return (Content(frozenset(range(start, stop)), "terse"), head, end) if plausible(head, LANGUAGE) else None


_LONGEST_LISTED = 6


def _is_number(token: Token) -> bool:
    return token.tag_ == "CD" or token.lower_ in _marked("number")


def _words_behind(page: Page, cue: Cue, entry: CueEntry) -> list[Token]:
    """What stands between the cue, and who is told, and the next mark or a joined clause."""
    start, (_, last) = max(cue.tokens) + 1, page.sentence(cue.head)
    if entry.lemma == "tell":
        told = next((c for c in cue.head.rights if c.dep_ in ("dobj", "dative") and c.left_edge.i == start), None)
        if told is None or any(_is_number(t) for t in told.subtree):
            return []
        start = told.right_edge.i + 1
    stop = next((i for i in range(start, last) if _ends(page, i, last)), last)
    words = [t for t in page.doc[start:stop] if not t.is_space]
    quoted = stop < last and page.quote_at[stop] >= 0
    return words if len(words) <= _LONGEST and not quoted else []


def _ends(page: Page, i: int, last: int) -> bool:
    """Whether a mark stands at ``i``, or a conjunction that joins a clause."""
    token = page.doc[i]
    if token.lower_ in ("and", "but", "while", "because"):
        mark = next((k for k in range(i, last) if page.doc[k].is_punct), last)
        return token.lower_ == "because" or any(page.doc[k].tag_ in _FINITE for k in range(i, mark))
    return token.is_punct and token.tag_ not in ("$", "HYPH") and token.text not in ("%", "-")


def _gives_number(verb: Token, words: list[Token]) -> bool:
    """``16 months``, ``not one coin``, ``fewer than 90``; behind a past tense no date or hour, which tells when it was said."""
    first = words[0]
    opens = _is_number(first) or first.tag_ == "$" or first.lower_ in _marked("opens")
    if verb.lemma_ == "write" and any(t.tag_ in ("NN", "NNS") for t in words):
        return False
    if verb.tag_ != "VBD":
        return opens or first.ent_type_ == "DATE"
    unit = words[-1].lower_ in _marked("unit")
    return opens and (unit or not any(t.ent_type_ in ("DATE", "TIME") for t in words))


def _names_only(page: Page, verb: Token, words: list[Token], entry: CueEntry) -> bool:
    """``The mayor says sabotage, the mill says frost``: nouns without an article, where a clause begins with the subject."""
    subject = own_subject(page, verb)
    if entry.lemma != "say" or verb.tag_ == "VBD" or subject is None or subject.i > verb.i or len(words) > _LONGEST_BARE:
        return False
    bare = all(t.tag_ in ("NN", "NNS", "NNP", "NNPS", "JJ", "HYPH") for t in words)
    return bare and words[0].ent_type_ != "PERSON" and _opens_clause(page, subject.left_edge.i)


def _opens_clause(page: Page, start: int) -> bool:
    """Whether a sentence begins at ``start``, or a clause behind one that says something too."""
    first, _ = page.sentence(page.doc[start])
    before = next((i for i in range(start - 1, first - 1, -1) if not page.doc[i].is_space), -1)
    if before < first or page.doc[before].text == ":":
        return True
    joined = page.doc[before].text in (",", ";") or page.doc[before].lower_ in ("and", "but", "while")
    return joined and any(page.doc[i].lemma_ in _marked("says") for i in range(first, before))


def _marked(mark: str) -> frozenset[str]:
    return marked(LANGUAGE, "terse_words", mark)
