"""What a cue word reports: candidates for the content of an attribution, one small rule per construction."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

from variorum.annotation.attribution_page import Page
from variorum.annotation.attribution_sources import SUBJECTS, is_passive, own_subject, plausible
from variorum.annotation.cues import Cue, CueEntry, cue_table
from variorum.records.annotation import Act, Modality

Rule = Callable[[Page, Cue, CueEntry], "Content | None"]

CLAUSES = ("ccomp", "advcl", "acl", "relcl")
_QUESTION = ("whether", "if", "who", "what", "when", "where", "why", "how", "which", "whom", "whose")
_VERBAL = ("VERB", "AUX")
_PRONOUNS = ("it", "them", "him", "her", "me", "us", "you", "himself", "herself", "themselves", "itself", "this", "that", "so")
_ADDRESSEE_PREP = ("to", "on", "upon", "with")


@dataclass(frozen=True, slots=True)
class Content:
    """A candidate: its tokens, the rule, tokens that join the cue, whom the words are addressed to, what the frame changes.

    ``speaker`` is set where the construction itself names who speaks inside it (``quoted the minister as saying``).
    """

    tokens: frozenset[int]
    rule: str
    cue: tuple[int, ...] = ()
    addressee: Token | None = None
    act: Act | None = None
    modality: Modality | None = None
    speaker: Token | None = None
    owner: Token | None = field(default=None)


def subtree(token: Token) -> set[int]:
    """The tokens of the phrase of ``token``."""
    return {t.i for t in token.subtree}


def contents(page: Page, cue: Cue, entry: CueEntry) -> Iterator[Content]:
    """All candidates for the content of ``cue`` read as ``entry``, the most telling construction first."""
    for frame, rule in _RULES:
        if frame in entry.frames or (frame == "p" and entry.prepositions):
            found = rule(page, cue, entry)
            if found is not None and found.tokens:
                yield found


def _clause(page: Page, cue: Cue, entry: CueEntry) -> Content | None:
    """``said (that) X``: the finite clause after the verb."""
    verb = cue.head
    for child in verb.rights:
        if child.dep_ in CLAUSES and _is_clause(page, child, verb) and not _starts_question(child):
            return Content(frozenset(subtree(child)), "clause", addressee=_addressee(verb, child))
    return None


def _is_clause(page: Page, child: Token, verb: Token) -> bool:
    marks = [c for c in child.children if c.dep_ == "mark" and c.i < child.i]
    that = any(m.lower_ == "that" for m in marks)
    if child.dep_ != "ccomp":
        return that and page.doc[child.left_edge.i].lower_ == "that"
    if (
        marks
        and not that
        and marks[0].lower_ in ("as", "because", "after", "before", "while", "since", "although", "though", "unless", "until")
    ):
        return False
    if any(c.tag_ == "TO" for c in child.lefts):
        return False
    finite = child.tag_ in ("VBD", "VBZ", "VBP", "MD") or any(c.tag_ in ("MD", "VBZ", "VBP", "VBD") for c in child.children)
    return that or finite or any(c.dep_ in SUBJECTS for c in child.children)


def _starts_question(child: Token) -> bool:
    return child.doc[child.left_edge.i].lower_ in _QUESTION


def _question(page: Page, cue: Cue, entry: CueEntry) -> Content | None:
    """``asked whether X``, ``explained how X``."""
    for child in cue.head.rights:
        if child.dep_ in ("ccomp", "advcl", "pcomp") and _starts_question(child) and child.pos_ in _VERBAL:
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


def _infinitive(page: Page, cue: Cue, entry: CueEntry) -> Content | None:
    """``vowed to X``; ``is expected to X`` with its subject."""
    verb = cue.head
    for child in verb.rights:
        if child.dep_ in ("xcomp", "ccomp", "acl", "advcl") and _to_infinitive(child) and own_subject(page, child) is None:
            tokens = subtree(child)
            if child.dep_ in ("acl", "advcl") and (
                cue.kind == "verb" and child.dep_ == "advcl" and child.left_edge.i != verb.i + 1
            ):
                continue
            if is_passive(verb):
                return _raised(page, cue, tokens)
            act: Act | None = "intent" if "to!" in entry.frames and entry.act == "speech" else None
            return Content(
                frozenset(tokens),
                "infinitive",
                act=act,
                modality="planned" if "to!" in entry.frames and entry.polarity == "positive" else None,
            )
    return None


def _raised(page: Page, cue: Cue, tokens: set[int]) -> Content | None:
    subject = own_subject(page, cue.head)
    if subject is None:
        return None
    return Content(frozenset(tokens | subtree(subject)), "raised")


def _to_infinitive(token: Token) -> bool:
    return any(c.tag_ == "TO" for c in token.lefts)


def _gerund(page: Page, cue: Cue, entry: CueEntry) -> Content | None:
    """``denied doing X``."""
    for child in cue.head.rights:
        if child.dep_ in ("xcomp", "ccomp", "pcomp") and child.left_edge.i == cue.head.i + 1:
            if child.tag_ == "VBG" or (child.tag_ == "VBN" and any(c.lower_ == "having" for c in child.lefts)):
                return Content(frozenset(subtree(child)), "gerund")
    return None


def _urged(page: Page, cue: Cue, entry: CueEntry) -> Content | None:
    """``urged them to X``, ``called on them to X``: what is wanted of whom."""
    verb = cue.head
    target = _target(verb, cue)
    for child in verb.rights:
        inner = next((c for c in child.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < child.i), None)
        if child.dep_ in ("ccomp", "xcomp", "advcl", "acl") and _to_infinitive(child):
            whom = inner if inner is not None else target
            if whom is None or not _can_act(whom):
                continue
            tokens = subtree(child) | subtree(whom)
            return Content(
                frozenset(tokens), "urged", addressee=whom if cue.head.lower_ != "for" and "for" not in _words(cue) else None
            )
    if target is not None:
        below = next((c for c in target.children if c.dep_ in ("acl", "relcl") and _to_infinitive(c)), None)
        if below is not None and _can_act(target):
            return Content(frozenset(subtree(target)), "urged", addressee=None if "for" in _words(cue) else target)
    return None


def _can_act(token: Token) -> bool:
    return token.pos_ == "PRON" or plausible(token, "en")


def _words(cue: Cue) -> list[str]:
    return [cue.head.doc[i].lower_ for i in cue.tokens]


def _target(verb: Token, cue: Cue) -> Token | None:
    for child in verb.rights:
        if child.dep_ in ("dobj", "dative"):
            return child
        if (
            child.dep_ == "prep"
            and child.lower_ in (*_ADDRESSEE_PREP, "for")
            and (child.i in cue.tokens or child.lower_ == "to")
        ):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def _object(page: Page, cue: Cue, entry: CueEntry) -> Content | None:
    """``rejected X``, ``announced X``: the object; ``X was rejected by``: the subject."""
    verb = cue.head
    if is_passive(verb):
        subject = own_subject(page, verb)
        passive = subject is not None and subject.lower_ not in _PRONOUNS and any(c.dep_ == "agent" for c in verb.children)
        return Content(frozenset(subtree(subject)), "passive object") if passive and subject is not None else None
    for child in verb.rights:
        inside = child.dep_ == "pobj" and child.head.i in cue.tokens
        if child.dep_ == "dobj" and child.lower_ not in _PRONOUNS and not child.tag_.startswith("W"):
            tokens = subtree(child) - _loose_after(child)
            return Content(frozenset(tokens | _complements_after(verb, child)), "object")
        if child.dep_ == "prep" and child.i in cue.tokens and not inside:
            return _from_preposition(child, "object")
        if child.dep_ in ("ccomp", "xcomp") and child.i in cue.tokens:
            continue
    return None


def _complements_after(verb: Token, noun: Token) -> set[int]:
    """Prepositional phrases right after the object that belong to it though the parse hangs them on the verb."""
    after: set[int] = set()
    end = noun.right_edge.i + 1
    for child in verb.rights:
        if child.left_edge.i == end and child.dep_ in ("prep", "dative"):
            gerund = any(c.dep_ == "pcomp" and c.tag_ == "VBG" for c in child.children)
            if child.lower_ not in _BELONGS and not (child.lower_ in ("in", "on") and gerund):
                break
            after |= subtree(child)
            end = child.right_edge.i + 1
    return after


_BELONGS = ("of", "for", "to", "against", "with", "over", "about", "between", "towards", "toward")


def _loose_after(noun: Token) -> set[int]:
    """A participle after a comma that only seems to belong to the object (``rejected the plan, saying``)."""
    loose: set[int] = set()
    for child in noun.rights:
        if child.dep_ in ("acl", "advcl") and child.tag_ == "VBG" and child.doc[child.left_edge.i - 1].text == ",":
            loose |= subtree(child)
    return loose


def _from_preposition(prep: Token, rule: str) -> Content | None:
    below = next((c for c in prep.children if c.dep_ in ("pobj", "pcomp")), None)
    if below is None or below.lower_ in _PRONOUNS:
        return None
    return Content(frozenset(subtree(below)), rule, cue=(prep.i,))


def _prepositional(page: Page, cue: Cue, entry: CueEntry) -> Content | None:
    """``warned of X``, ``spoke about X``, ``accused Y of X``."""
    head = cue.head
    wanted = entry.prepositions
    places = [head]
    if entry.frames & {"dative", "obj_to"} or entry.lemma in _WITH_TARGET:
        places += [c for c in head.rights if c.dep_ in ("dobj", "dative")]
        places += [g for c in head.rights if c.dep_ == "prep" for g in c.children if g.dep_ == "pobj"]
    for place in places:
        for child in place.rights:
            if child.dep_ in ("prep", "agent", "dative") and child.lower_ in wanted and child.i not in cue.tokens:
                found = _from_preposition(child, "preposition")
                if found is not None:
                    return _with_target(head, place, found, entry)
    return None


_WITH_TARGET = ("accuse", "blame", "praise", "condemn", "criticise", "criticize", "suspect", "thank", "commend", "congratulate")


def _with_target(head: Token, place: Token, found: Content, entry: CueEntry) -> Content:
    target = next((c for c in head.rights if c.dep_ in ("dobj", "dative") and c.i < min(found.tokens)), None)
    cue = found.cue if found.cue and found.cue[0] <= head.i + 3 else ()
    if target is None:
        return Content(found.tokens, found.rule, cue=cue)
    if entry.lemma in _WITH_TARGET:
        own = subtree(target) - found.tokens
        return Content(found.tokens | own | {found.cue[0]}, found.rule)
    return Content(found.tokens, found.rule, cue=cue, addressee=target)


def _described(page: Page, cue: Cue, entry: CueEntry) -> Content | None:
    """``described X as Y``."""
    verb = cue.head
    target = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    if is_passive(verb):
        target = own_subject(page, verb)
    for place in (verb, *([target] if target is not None else [])):
        for child in place.rights:
            if (
                child.dep_ in ("prep", "mark", "advcl")
                and child.lower_ == "as"
                and any(c.dep_ in ("pobj", "pcomp", "amod") for c in child.children)
            ):
                own = subtree(target) if target is not None and target.tag_ not in ("WP", "WDT") else set()
                return Content(frozenset(subtree(child) | own) if own else frozenset(subtree(child) - {child.i}), "as")
    return None


def _predicated(page: Page, cue: Cue, entry: CueEntry) -> Content | None:
    """``called it X``; ``what he called X``: X alone."""
    verb = cue.head
    target = next((c for c in verb.children if c.dep_ in ("dobj", "pobj") and c.i != verb.i), None)
    predicate = next((c for c in verb.rights if c.dep_ in ("oprd", "attr", "acomp") and c.i not in cue.tokens), None)
    if predicate is None:
        small = next(
            (
                c
                for c in verb.rights
                if c.dep_ == "ccomp"
                and own_subject(page, c) is not None
                and not any(g.dep_ in ("aux", "mark", "auxpass") for g in c.children)
                and c.pos_ in ("NOUN", "PROPN", "ADJ")
            ),
            None,
        )
        return Content(frozenset(subtree(small)), "predicate") if small is not None else None
    if target is not None and target.i < predicate.i and target.tag_ not in ("WP", "WDT") and target.i > verb.i:
        return Content(frozenset(subtree(target) | subtree(predicate)), "predicate")
    if is_passive(verb) and (subject := own_subject(page, verb)) is not None:
        return Content(frozenset(subtree(subject) | subtree(predicate)), "predicate")
    return Content(frozenset(subtree(predicate)), "predicate")


def _figure(page: Page, cue: Cue, entry: CueEntry) -> Content | None:
    """``puts the number at X``."""
    verb = cue.head
    number = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    if number is None:
        return None
    last = verb.right_edge.i
    for child in verb.rights:
        if child.i > number.i and (
            child.dep_ in ("advcl", "cc", "conj", "ccomp", "parataxis") or child.text in (",", ";", ".")
        ):
            last = min(last, child.left_edge.i - 1)
    tokens = range(number.left_edge.i, last + 1)
    return (
        Content(frozenset(tokens), "figure")
        if last > number.right_edge.i or "at" in page.text(number.i, last + 1).split()
        else None
    )


def _clear(page: Page, cue: Cue, entry: CueEntry) -> Content | None:
    """``made (it) clear that X``."""
    verb = cue.head
    for clear in verb.rights:
        if clear.lower_ not in ("clear", "plain", "known", "public", "explicit", "understood") or clear.i > verb.i + 4:
            continue
        for place in (clear, verb):
            for child in place.rights:
                if child.i > clear.i and child.pos_ in (*_VERBAL, "NOUN", "ADJ") and child.dep_ in CLAUSES:
                    return Content(frozenset(subtree(child)), "clear", cue=tuple(range(verb.i + 1, clear.i + 1)))
    return None


def _light(page: Page, cue: Cue, entry: CueEntry) -> Content | None:
    """``made a statement that X``, ``issued a warning to X``: the content hangs on the noun."""
    verb = cue.head
    noun = next((c for c in verb.rights if c.dep_ == "dobj" and c.pos_ == "NOUN"), None)
    entries = cue_table("en", "cue_nouns").get(noun.lemma_.lower()) if noun is not None else None
    if noun is None or entries is None:
        return None
    for noun_entry in entries:
        found = noun_content(page, noun, noun_entry)
        if found is not None:
            between = tuple(range(verb.i + 1, noun.i + 1))
            return Content(
                found.tokens, "light", cue=(*between, *found.cue), act=noun_entry.act, modality=noun_entry.modality, owner=noun
            )
    return None


def noun_content(page: Page, noun: Token, entry: CueEntry) -> Content | None:
    """What a reporting noun is about: its clause, infinitive, or the object of its preposition."""
    for child in noun.rights:
        if child.dep_ in ("acl", "relcl", "ccomp", "advcl", "appos") and child.pos_ in (*_VERBAL, "NOUN", "ADJ"):
            first = page.doc[child.left_edge.i]
            if "that" in entry.frames and first.lower_ == "that" and first.dep_ == "mark":
                return Content(frozenset(subtree(child)), "noun clause")
            if "to" in entry.frames and _to_infinitive(child):
                return Content(frozenset(subtree(child)), "noun infinitive")
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ in entry.prepositions:
            found = _from_preposition(child, "noun object")
            if found is not None:
                return found
    if "that" in entry.frames:
        by = next((c for c in noun.rights if c.dep_ == "prep" and c.lower_ in ("by", "from")), None)
        for place in by.children if by is not None else ():
            for child in place.rights:
                first = page.doc[child.left_edge.i]
                if child.dep_ in CLAUSES and first.lower_ == "that" and first.dep_ == "mark":
                    return Content(frozenset(subtree(child)), "noun clause")
    return None


def _quoted_as(page: Page, cue: Cue, entry: CueEntry) -> Content | None:
    """``quoted the minister (as) saying X``: the minister speaks, whoever quotes passes it on."""
    verb = cue.head
    whom = own_subject(page, verb) if is_passive(verb) else next((c for c in verb.rights if c.dep_ == "dobj"), None)
    places = [verb, *verb.rights, *(g for c in verb.rights for g in c.children)]
    saying = next(
        (
            t
            for t in places
            if t.tag_ == "VBG"
            and t.lemma_.lower() in ("say", "tell", "state", "add", "warn", "write", "declare")
            and t.i > verb.i
        ),
        None,
    )
    if saying is None:
        return None
    if whom is None:
        whom = next((c for c in saying.children if c.dep_ == "nsubj"), None)
    clause = next((c for c in saying.rights if c.dep_ in ("ccomp", "dobj", "pobj")), None)
    tokens = subtree(clause) if clause is not None else set(range(saying.i + 1, verb.right_edge.i + 1))
    between = (page.doc[saying.i - 1].i, saying.i) if page.doc[saying.i - 1].lower_ == "as" else (saying.i,)
    return Content(frozenset(tokens), "quoted", cue=between, speaker=whom) if whom is not None and tokens else None


_RULES: tuple[tuple[str, Rule], ...] = (
    ("quoted", _quoted_as),
    ("clear", _clear),
    ("figure", _figure),
    ("light", _light),
    ("that", _clause),
    ("wh", _question),
    ("obj_to", _urged),
    ("to_to", _urged),
    ("to!", _infinitive),
    ("to", _infinitive),
    ("ing", _gerund),
    ("as", _described),
    ("oprd", _predicated),
    ("p", _prepositional),
    ("np", _object),
)
