"""Contents that are clauses: ``said that X``, ``asked whether X``, ``vowed to X``, ``denied doing X``, ``urged them to X``."""

from spacy.tokens import Token

from variorum.annotation.attributions.content import CLAUSES, VERBAL, Content, subtree, to_infinitive
from variorum.annotation.attributions.cues import LANGUAGE, Cue, CueEntry, companions, cue_table
from variorum.annotation.attributions.page import Page
from variorum.annotation.attributions.sources import SUBJECTS, is_passive, own_subject, plausible
from variorum.annotation.words.lists import listed
from variorum.records.annotation import Act, Modality

_OPENS_CLAUSE = ("DET", "PRON", "NOUN", "PROPN", "ADJ", "NUM", "SCONJ")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_BREAKS = (",", ";", ".", ":", "—", "–", "--", "?", "!")


def clause(page: Page, cue: Cue, entry: CueEntry) -> Content | None:
    """``said (that) X``: the finite clause after the verb."""
    verb = cue.head
    for child in verb.rights:
        missing = child.dep_ == "xcomp" and child.tag_ in ("VBD", "VBZ", "VBP") and verb.dep_ == "relcl"
        if missing or (child.dep_ in CLAUSES and _is_clause(page, child, verb) and not _starts_question(child)):
            if _parted(page, verb, child):
                continue
            tokens = subtree(child)
            tokens = tokens.union(_cut_short(page, tokens))
            return Content(frozenset(tokens), "clause", addressee=_addressee(verb, child))
    return _strayed(page, verb, entry)


def _parted(page: Page, verb: Token, clause: Token) -> bool:
    """``X, it now says; Y``: what a semicolon parts from the verb is no clause of it."""
    return any(page.doc[i].text == ";" and page.quote_at[i] < 0 for i in range(verb.i, clause.left_edge.i))


def fronted(page: Page, cue: Cue, entry: CueEntry) -> Content | None:
    """``That the bridge was old he does not dispute``: the clause that opens the sentence of its verb."""
    first, _ = page.sentence(cue.head)
    if page.doc[first].lower_ not in ("that", "whether") or is_passive(cue.head):
        return None
    before = (c for c in cue.head.lefts if c.dep_ in (*CLAUSES, "csubj") and c.left_edge.i == first and _is_finite(c))
    found = next(before, None)
    return Content(frozenset(subtree(found)), "clause") if found is not None else None


def ahead(page: Page, cue: Cue, entry: CueEntry) -> Content | None:
    """``That she was ill she denied on Sunday``, ``That it had sunk, Mayor Orr disputes.``: by word order, what stands before
    the subject of a verb that no clause and no object follows."""
    verb = cue.head
    first, last = page.sentence(verb)
    if page.doc[first].tag_ != "IN" or page.doc[first].lower_ != "that" or is_passive(verb) or page.quote_at[verb.i] >= 0:
        return None
    low = verb.i
    while low > first and page.doc[low - 1].pos_ in ("AUX", "PART", "ADV"):
        low -= 1
    start = low - 1
    if page.doc[start].tag_ != "PRP":
        start = next((i + 1 for i in range(low - 1, max(first, low - 7), -1) if page.doc[i].text == ","), first)
    behind = page.doc[min(verb.i + 1, last - 1)]
    ends = behind.is_punct or behind.pos_ in ("ADP", "ADV") or behind.ent_type_ in ("DATE", "TIME")
    clause = range(first, start)
    aside = "as" in (page.doc[start - 1].lower_, page.doc[start].lower_)
    if aside or not ends or not any(page.doc[i].tag_ in _FINITE for i in clause):
        return None
    return Content(frozenset(clause), "clause")


def _is_finite(verb: Token) -> bool:
    return verb.pos_ in VERBAL and any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in (verb, *verb.lefts))


def _strayed(page: Page, verb: Token, entry: CueEntry) -> Content | None:
    """``confirmed for the first time that X``, ``told the paper that X``: the parse hangs the clause on a noun between."""
    nouns = [c for c in verb.rights if c.dep_ in ("dobj", "dative") and "dative" in entry.frames]
    places = [c for c in (*verb.rights, *(g for n in nouns for g in n.rights)) if c.dep_ == "prep"]
    said_in = [g for c in places if c.lower_ in listed("said_in") for g in c.rights if g.dep_ == "pobj"]
    nouns += [g for c in places for g in c.rights if g.dep_ == "pobj"]
    nouns += [c for c in verb.rights if c.dep_ == "advcl" and c.lemma_.lower() in companions(LANGUAGE, "citing")]
    for noun in nouns:
        if noun.lemma_.lower() in cue_table(LANGUAGE, "cue_nouns") and not (entry.strong and noun in said_in):
            continue
        for child in noun.rights:
            first = page.doc[child.left_edge.i]
            if child.dep_ in CLAUSES and first.lower_ == "that" and first.dep_ == "mark":
                told = next((c for c in verb.rights if c.dep_ in ("dobj", "dative") and c.i < child.i), None)
                return Content(frozenset(subtree(child)), "clause", addressee=told)
    return None


def _cut_short(page: Page, tokens: set[int]) -> range:
    """What follows a clause that ends right before a verb: the parse has cut it short, so it goes on to the next comma."""
    start = max(tokens) + 1
    _, end = page.sentence(page.doc[start - 1])
    first = start
    while first < end and page.doc[first].pos_ == "ADV":
        first += 1
    if first >= end or page.doc[first].pos_ not in VERBAL or page.doc[first].tag_ == "VBG":
        return range(0)
    stop = next((i for i in range(first, end) if page.doc[i].text in _BREAKS and page.quote_at[i] < 0), end)
    return range(start, stop)


def rest(page: Page, cue: Cue, entry: CueEntry) -> Content | None:
    """``said X`` where the parse saw no clause: what follows up to the end, when it has a verb of its own."""
    verb = cue.head
    if not entry.strong or cue.kind != "verb" or is_passive(verb) or own_subject(page, verb) is None:
        return None
    start = max(cue.tokens) + 1
    told = next((c for c in verb.rights if c.dep_ in ("dobj", "dative") and "dative" in entry.frames), None)
    if told is not None and any(c.dep_ == "mark" for c in told.children):
        told = None
    if told is not None:
        start = told.i + 1
    _, end = page.sentence(verb)
    if start >= end or page.quote_at[start] != page.quote_at[verb.i] or page.doc[start].pos_ not in _OPENS_CLAUSE:
        return None
    end = next((i for i in range(start, end) if page.doc[i].text == ";" and page.quote_at[i] < 0), end)
    if page.doc[start].lower_ == "that" and page.doc[start].dep_ == "mark":
        return Content(frozenset(range(start, end)), "rest", addressee=told)
    for i in range(start, end):
        token = page.doc[i]
        if token.tag_ in ("VBD", "VBZ", "VBP", "MD") and i > start:
            return Content(frozenset(range(start, end)), "rest", addressee=told)
        if token.text in _BREAKS or token.dep_ == "cc" or (token.tag_ in ("WDT", "WP", "TO") and i > start):
            return None
    return None


def in_heading(page: Page, cue: Cue, entry: CueEntry) -> Content | None:
    """``Mayor says X`` in a headline: everything after the verb, since headlines parse badly."""
    verb = cue.head
    block = page.blocks[page.block_at[verb.i]]
    plain = entry.strong and not entry.frames & {"np", "dative", "obj_to", "to"}
    if not block.heading or not plain or cue.kind != "verb" or is_passive(verb) or own_subject(page, verb) is None:
        return None
    start = max(cue.tokens) + 1
    colon = (i for i in range(start, block.end) if page.doc[i].text in (":", "|") and page.quote_at[i] < 0)
    tokens = frozenset(range(start, next(colon, block.end)))
    return Content(tokens, "rest") if len(tokens) > 2 and page.doc[start].pos_ not in ("ADP", "PART", "PUNCT") else None


def _is_clause(page: Page, child: Token, verb: Token) -> bool:
    marks = [c for c in child.children if c.dep_ == "mark" and c.i < child.i]
    that = any(m.lower_ == "that" for m in marks)
    if child.dep_ != "ccomp":
        return that and _opens_with_that(page, child)
    if marks and not that and marks[0].lower_ in listed("beside_content"):
        return False
    if any(c.tag_ == "TO" for c in child.lefts):
        return False
    finite = child.tag_ in ("VBD", "VBZ", "VBP", "MD") or any(c.tag_ in ("MD", "VBZ", "VBP", "VBD") for c in child.children)
    return that or finite or any(c.dep_ in SUBJECTS for c in child.children)


def _opens_with_that(page: Page, clause: Token) -> bool:
    """Whether a clause begins with ``that``, one adverb before it at most (``would say only that X``)."""
    opening = page.doc[clause.left_edge.i : clause.left_edge.i + 2]
    return "that" in [t.lower_ for t in opening][: 1 + (opening[0].tag_ == "RB")]


def _starts_question(child: Token) -> bool:
    return child.doc[child.left_edge.i].lower_ in listed("question")


def question(page: Page, cue: Cue, entry: CueEntry) -> Content | None:
    """``asked whether X``, ``explained how X``."""
    for child in cue.head.rights:
        if child.dep_ in ("ccomp", "advcl", "pcomp") and _starts_question(child) and child.pos_ in VERBAL:
            if child.dep_ == "advcl" and child.doc[child.left_edge.i].lower_ in ("if", "when", "where"):
                continue
            asks = child.doc[child.left_edge.i].lower_ in ("whether", "if")
            return Content(
                frozenset(subtree(child)),
                "question",
                addressee=_addressee(cue.head, child),
                modality="question" if asks or entry.modality == "question" else None,
            )
    return None


def _addressee(verb: Token, clause: Token) -> Token | None:
    """Whom the words were said to: an object before the clause, or ``to`` / ``with`` and a noun."""
    for child in verb.rights:
        if child.i < clause.i and child.dep_ in ("dobj", "dative", "iobj") and child.pos_ in ("NOUN", "PROPN", "PRON"):
            return child
    return None


def infinitive(page: Page, cue: Cue, entry: CueEntry) -> Content | None:
    """``vowed to X``; ``is expected to X`` with its subject."""
    verb = cue.head
    for child in verb.rights:
        if child.dep_ in ("xcomp", "ccomp", "acl", "advcl") and to_infinitive(child) and own_subject(page, child) is None:
            tokens = subtree(child)
            if cue.kind == "verb" and child.dep_ == "advcl" and child.left_edge.i != verb.i + 1:
                continue
            if is_passive(verb):
                return _raised(page, cue, tokens)
            commits = "to!" in entry.frames
            act: Act | None = "intent" if commits and entry.act == "speech" else None
            modality: Modality | None = "planned" if commits and entry.polarity == "positive" else None
            return Content(frozenset(tokens), "infinitive", act=act, modality=modality)
    return None


def _raised(page: Page, cue: Cue, tokens: set[int]) -> Content | None:
    subject = own_subject(page, cue.head)
    if subject is None:
        return None
    return Content(frozenset(tokens | subtree(subject)), "raised")


def gerund(page: Page, cue: Cue, entry: CueEntry) -> Content | None:
    """``denied doing X``."""
    for child in cue.head.rights:
        if child.dep_ not in ("xcomp", "ccomp", "pcomp") or child.left_edge.i != cue.head.i + 1:
            continue
        if child.tag_ == "VBG" or (child.tag_ == "VBN" and any(c.lower_ == "having" for c in child.lefts)):
            return Content(frozenset(subtree(child)), "gerund")
    return None


def urged(page: Page, cue: Cue, entry: CueEntry) -> Content | None:
    """``urged them to X``, ``called on them to X``: what is wanted of whom."""
    verb = cue.head
    target = _target(verb, cue)
    for child in verb.rights:
        inner = next((c for c in child.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < child.i), None)
        if child.dep_ in ("ccomp", "xcomp", "advcl", "acl") and to_infinitive(child):
            whom = inner if inner is not None else target
            if whom is None or not (_can_act(whom) or entry.act in ("belief", "intent")):
                continue
            tokens = subtree(child) | subtree(whom)
            spoken_to = entry.act == "speech" and "for" not in _words(cue)
            return Content(frozenset(tokens), "urged", addressee=whom if spoken_to else None)
    if target is not None:
        below = next((c for c in target.children if c.dep_ in ("acl", "relcl") and to_infinitive(c)), None)
        if below is not None and _can_act(target):
            return Content(frozenset(subtree(target)), "urged", addressee=None if "for" in _words(cue) else target)
    return None


def _can_act(token: Token) -> bool:
    return token.pos_ == "PRON" or plausible(token, LANGUAGE)


def _words(cue: Cue) -> list[str]:
    return [cue.head.doc[i].lower_ for i in cue.tokens]


def _target(verb: Token, cue: Cue) -> Token | None:
    for child in verb.rights:
        if child.dep_ in ("dobj", "dative"):
            return child
        leads = child.dep_ == "prep" and child.lower_ in listed("addressee")
        if leads and (child.i in cue.tokens or child.lower_ == "to"):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None
