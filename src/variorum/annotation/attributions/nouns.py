"""Attribution by noun and by light verb: ``a statement that X``, ``issued a warning to X``, ``made it clear that X``."""

from spacy.tokens import Token

from variorum.annotation.attributions.content import CLAUSES, VERBAL, Content, subtree, to_infinitive
from variorum.annotation.attributions.cues import LANGUAGE, Cue, CueEntry, companions, cue_table
from variorum.annotation.attributions.objects import from_preposition
from variorum.annotation.attributions.page import Page
from variorum.annotation.attributions.sources import is_passive, own_subject


def clear(page: Page, cue: Cue, entry: CueEntry) -> Content | None:
    """``made (it) clear that X``."""
    verb = cue.head
    for clear in verb.rights:
        if clear.lower_ not in companions(LANGUAGE, "clear") or clear.i > verb.i + 4:
            continue
        for child in (*clear.rights, *verb.rights):
            if child.i > clear.i and child.pos_ in (*VERBAL, "NOUN", "ADJ") and child.dep_ in CLAUSES:
                return Content(frozenset(subtree(child)), "clear", cue=tuple(range(verb.i + 1, clear.i + 1)))
    return None


def light(page: Page, cue: Cue, entry: CueEntry) -> Content | None:
    """``made a statement that X``, ``issued a warning to X``: the content hangs on the noun."""
    verb = cue.head
    noun = next((c for c in verb.rights if c.dep_ == "dobj" and c.pos_ == "NOUN"), None)
    entries = cue_table(LANGUAGE, "cue_nouns").get(noun.lemma_.lower()) if noun is not None else None
    if noun is None or entries is None:
        return None
    for noun_entry in entries:
        found = noun_content(page, noun, noun_entry)
        if found is not None:
            between = tuple(range(verb.i + 1, noun.i + 1))
            whole = (*between, *found.cue)
            return Content(found.tokens, "light", cue=whole, act=noun_entry.act, modality=noun_entry.modality)
    return None


def noun_content(page: Page, noun: Token, entry: CueEntry) -> Content | None:
    """What a reporting noun is about: its clause, infinitive, or the object of its preposition."""
    for child in noun.rights:
        if child.dep_ in ("acl", "relcl", "ccomp", "advcl", "appos") and child.pos_ in (*VERBAL, "NOUN", "ADJ"):
            first = page.doc[child.left_edge.i]
            bare = (
                child.dep_ in ("acl", "ccomp") and child.tag_ in ("VBD", "VBZ", "VBP") and own_subject(page, child) is not None
            )
            if "that" in entry.frames and ((first.lower_ == "that" and first.dep_ == "mark") or bare):
                return Content(frozenset(subtree(child)), "noun clause")
            if "to" in entry.frames and to_infinitive(child):
                return Content(frozenset(subtree(child)), "noun infinitive")
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ in entry.prepositions:
            found = from_preposition(child, "noun object")
            if found is not None:
                return found
    return None


def quoted_as(page: Page, cue: Cue, entry: CueEntry) -> Content | None:
    """``quoted the minister (as) saying X``: the minister speaks, whoever quotes passes it on."""
    verb = cue.head
    whom = own_subject(page, verb) if is_passive(verb) else next((c for c in verb.rights if c.dep_ == "dobj"), None)
    places = [verb, *verb.rights, *(g for c in verb.rights for g in c.children)]
    saying = next(
        (t for t in places if t.tag_ == "VBG" and t.lemma_.lower() in companions(LANGUAGE, "saying") and t.i > verb.i), None
    )
    if saying is None:
        return _quoted_before(page, verb, whom)
    if whom is None:
        whom = next((c for c in saying.children if c.dep_ == "nsubj"), None)
    clause = next((c for c in saying.rights if c.dep_ in ("ccomp", "dobj", "pobj")), None)
    tokens = subtree(clause) if clause is not None else set(range(saying.i + 1, verb.right_edge.i + 1))
    between = (page.doc[saying.i - 1].i, saying.i) if page.doc[saying.i - 1].lower_ == "as" else (saying.i,)
    return Content(frozenset(tokens), "quoted", cue=between, speaker=whom) if whom is not None and tokens else None


def _quoted_before(page: Page, verb: Token, whom: Token | None) -> Content | None:
    """``"...," the mayor is quoted by the paper``: the words in quotation marks right before."""
    mark = whom.left_edge.i - 1 if whom is not None else -1
    if whom is None or mark < 1 or not is_passive(verb) or whom.i > verb.i or page.quote_at[mark] < 0:
        return None
    start, end = page.tokens_of(page.quoted[page.quote_at[mark]])
    return Content(frozenset(range(start, end)), "quoted", speaker=whom)
