"""Who speaks with a verb: its subject, whoever it shares one with, the speaker a participle goes on with, a noun after it."""

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from variorum.annotation.attributions.content import to_infinitive
from variorum.annotation.attributions.cues import LANGUAGE, Cue, companions
from variorum.annotation.attributions.page import Page
from variorum.annotation.attributions.sources import (
    VERBAL,
    Source,
    agent,
    before_commas,
    is_addressed,
    is_aged,
    is_document,
    is_passive,
    outside_quote,
    own_subject,
    plausible,
    source_at,
    unbound,
    word,
)
from variorum.annotation.words.lists import listed
from variorum.language.lexicon import words

_FINITE = ("VBD", "VBZ", "VBP", "MD")


def verb_sources(page: Page, cue: Cue, cues: Mapping[int, Cue], language: str) -> Iterator[Source]:
    """Candidates for the source of a verb, the best first. ``cues`` are the verb cues of the text by token."""
    verb = cue.head
    saying = any(e.strong and "par" in e.frames for e in cue.entries)
    if saying and (official := unbound(verb)) is not None and outside_quote(page, official, verb):
        yield source_at(page, official, verb, "order")
        return
    if is_passive(verb):
        by = agent(verb)
        if by is not None:
            yield source_at(page, by, verb, "agent")
        return
    subject = own_subject(page, verb)
    if subject is not None and is_addressed(verb, subject) and any("dative" in e.frames for e in cue.entries):
        if (teller := before_commas(page, verb)) is not None:
            yield source_at(page, teller, verb, "subject")
        return
    if subject is None and saying and (named := _name_before(page, verb)) is not None:
        yield named
        return
    if subject is not None and _parenthetical(page, verb, subject):
        yield from inverted(page, verb, language)
    if subject is None:
        yield from _without_subject(page, verb, cues, language)
    elif _is_relative(subject, verb):
        yield source_at(page, subject, verb, "relative")
    elif word(subject) not in listed("no_source"):
        yield source_at(page, subject, verb, "subject")


def _name_before(page: Page, verb: Token) -> Source | None:
    """``On Monday Varnia said``, ``In a letter "Captain Orr" said``: the name right before a verb without a subject, which the
    parse took for a part of the day or of the phrase before."""
    closes = verb.i > 1 and page.doc[verb.i - 1].tag_ == "''"
    head = page.doc[max(verb.i - (2 if closes else 1), 0)]
    if verb.tag_ not in ("VBD", "VBZ") or head.pos_ != "PROPN" or head.dep_ not in ("pobj", "appos"):
        return None
    start = head.i
    while start > 0 and page.doc[start - 1].pos_ == "PROPN" and not _is_day(page.doc[start - 1]):
        start -= 1
    if closes and page.doc[start - 1].tag_ == "``":
        return Source(head, start - 1, verb.i, "order")
    return Source(head, start, verb.i, "order") if _is_day(page.doc[start - 1]) and not _is_day(head) else None


def _is_day(token: Token) -> bool:
    return token.lower_ in words(LANGUAGE, "weekdays") | words(LANGUAGE, "months")


def _is_relative(subject: Token, verb: Token) -> bool:
    return (
        word(subject) in listed("relative")
        and subject.tag_ in ("WP", "WDT")
        and any(v.dep_ == "relcl" for v in (verb, verb.head))
    )


def _parenthetical(page: Page, verb: Token, subject: Token) -> bool:
    """``And Kovel, said Moor, does not forget``: a comma right before the verb of saying and a closed phrase after it."""
    if subject.i > verb.i or page.doc[verb.i - 1].text != "," or verb.lemma_.lower() not in companions(LANGUAGE, "inverting"):
        return False
    noun = next(
        (
            page.doc[i]
            for i in range(verb.i + 1, min(verb.i + 6, len(page.doc)))
            if page.doc[i].pos_ in ("NOUN", "PROPN", "PRON") and page.doc[i].dep_ not in ("compound", "poss", "amod")
        ),
        None,
    )
    if noun is None or noun.ent_type_ in ("DATE", "TIME") or noun.head.i > noun.i:
        return False
    return page.doc[min(noun.i + 1, len(page.doc) - 1)].is_punct


def rejoined(token: Token, above: Token) -> bool:
    """``emphasised that X should be kept and agreed to Y``, ``urged them to wait and called on Y``: a tense that does not fit
    the modal verb or the infinitive it is joined to."""
    if token.dep_ != "conj" or token.head.i <= above.i or above.tag_ not in ("VBD", "VBZ", "VBP", "VBN"):
        return False
    modal = token.head.tag_ in ("VB", "VBN", "VBG") and any(c.tag_ == "MD" for c in token.head.children)
    if not modal and not (token.head.tag_ == "VB" and to_infinitive(token.head)):
        return False
    own = any(c.dep_ in ("nsubj", "nsubjpass") for c in token.children)
    tense = token.tag_ in ("VBD", "VBZ") or any(
        c.dep_ in ("aux", "auxpass") and c.tag_ in ("VBD", "VBZ", "VBP") for c in token.children
    )
    return tense and not own


def _without_subject(page: Page, verb: Token, cues: Mapping[int, Cue], language: str) -> Iterator[Source]:
    if (named := _after_quotation(page, verb)) is not None:
        yield source_at(page, named, verb, "order")
        return
    noun = verb.head
    if verb.dep_ == "acl" and noun.pos_ in ("NOUN", "PROPN") and outside_quote(page, noun, verb):
        direct = verb.i - noun.i <= 2 and page.doc[verb.i - 1].text != ","
        if verb.tag_ == "VBG" and direct and plausible(noun, language):
            writer = _writer(page, noun, language)
            yield source_at(page, writer, verb, "shared") if writer is not None else source_at(page, noun, verb, "noun")
            return
    if verb.tag_ == "VBG":
        yield from _participle(page, verb, cues)
    else:
        shared = [*_shared(page, verb, language)]
        yield from shared or _joined(page, verb, cues)
    if verb.tag_ in ("VBD", "VBZ", "VBN", "VBP", "VB") or verb.dep_ == "ROOT":
        yield from inverted(page, verb, language)


def _after_quotation(page: Page, verb: Token) -> Token | None:
    """``"...", the head of the club, Anna Roe, said``: all that stands between a closing mark and the verb, if it can speak."""
    start = verb.i
    while start > 0 and verb.i - start < 14 and page.quote_at[start - 1] < 0 and not page.doc[start - 1].is_space:
        start -= 1
    words = [page.doc[i] for i in range(start, verb.i) if not page.doc[i].is_punct]
    closes = start > 1 and page.quote_at[start - 1] >= 0 and page.doc[start - 2].text in (",", "?", "!")
    if not closes or not words or verb.tag_ not in ("VBD", "VBZ") or any(t.pos_ in VERBAL for t in words):
        return None
    head = next((t for t in words if t.pos_ in ("NOUN", "PROPN") and not start <= t.head.i < verb.i), None)
    return (
        head
        if head is not None and words[0].pos_ in ("DET", "NOUN", "PROPN", "ADJ", "PRON") and plausible(head, LANGUAGE)
        else None
    )


def _writer(page: Page, noun: Token, language: str) -> Token | None:
    """``issued a statement saying``: who issued it."""
    verb = noun.head
    if (
        noun.dep_ != "dobj"
        or not is_document(noun, language)
        or verb.lemma_.lower() not in companions(language, "issuing")
        or is_passive(verb)
    ):
        return None
    subject = own_subject(page, verb)
    return subject if subject is not None and plausible(subject, language) else None


def _shared(page: Page, verb: Token, language: str) -> Iterator[Source]:
    """A subject that the verb shares with the verb it is joined to or that governs it."""
    past = next((a for a in verb.ancestors if rejoined(verb, a)), None)
    current = verb
    for _ in range(5):
        parent = past if past is not None else current.head
        past = None
        if parent is current or current.dep_ not in ("conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "acomp"):
            return
        if current.dep_ == "xcomp" and (controlled := _controller(page, parent)) is not None:
            yield source_at(page, controlled, verb, "control")
            return
        if (
            parent.pos_ in VERBAL
            and (subject := own_subject(page, parent)) is not None
            and word(subject) not in listed("no_source")
        ):
            passive = is_passive(parent) and current.dep_ == "advcl"
            unlikely = verb.tag_ == "VB" and (word(subject) == "it" or not plausible(subject, language))
            if not passive and not unlikely and outside_quote(page, subject, verb):
                yield source_at(page, subject, verb, "shared")
            return
        current = parent


def _joined(page: Page, verb: Token, cues: Mapping[int, Cue]) -> Iterator[Source]:
    """``The guild claimed to have won and said Y``: by word order, the speaker of the cue before ``and`` in the same tense,
    where the parse joins the verb to something else."""
    first, _ = page.sentence(verb)
    start = next((i for i in range(verb.i - 1, first, -1) if page.doc[i].pos_ != "ADV"), first)
    if page.doc[start].tag_ != "CC" or verb.tag_ not in _TENSES or page.quote_at[verb.i] >= 0:
        return
    before = (page.doc[i] for i in range(start - 1, first, -1) if i in cues and page.doc[i].tag_ == verb.tag_)
    leads = next((t for t in before if page.quote_at[t.i] < 0), None)
    subject = own_subject(page, leads) if leads is not None else None
    if subject is not None and subject.tag_ not in ("WP", "WDT") and subject.i < verb.i and plausible(subject, LANGUAGE):
        yield source_at(page, subject, verb, "shared")


_TENSES = ("VBD", "VBZ")


def _controller(page: Page, verb: Token) -> Token | None:
    """The object that acts in the infinitive of a verb such as ``ask``; ``None`` where the subject does."""
    return next((c for c in verb.children if c.dep_ in ("dobj", "dative") and c.i > verb.i and c.pos_ != "VERB"), None)


def _participle(page: Page, verb: Token, cues: Mapping[int, Cue]) -> Iterator[Source]:
    """``..., stressing that``: the speaker of the verb of saying before it or above it, else the subject above."""
    for reporting in (_finite_before(page, verb, cues), _reporting_above(page, verb, cues)):
        if reporting is None:
            continue
        subject = _speaking_subject(page, reporting)
        if subject is not None:
            yield source_at(page, subject, verb, "participle")
            return
    yield from _subject_above(page, verb)


def _speaking_subject(page: Page, reporting: Token) -> Token | None:
    if is_passive(reporting):
        return None
    subject = own_subject(page, reporting)
    if subject is None and reporting.dep_ == "conj":
        subject = own_subject(page, reporting.head)
    if subject is None and reporting.dep_ == "acl" and reporting.tag_ in ("VBN", "VBD"):
        subject = reporting.head
    return subject if subject is not None and word(subject) not in listed("no_source") else None


def _finite_before(page: Page, verb: Token, cues: Mapping[int, Cue]) -> Token | None:
    """The nearest verb with a tense before ``verb`` in its sentence, where it is a plain verb of saying."""
    start, _ = page.sentence(verb)
    for i in range(verb.i - 1, start - 1, -1):
        token = page.doc[i]
        if page.quote_at[i] != page.quote_at[verb.i]:
            continue
        if token.tag_ in _FINITE or (i in cues and token.tag_ == "VBN"):
            reports = i in cues and any(e.act == "speech" and e.strong and "that" in e.frames for e in cues[i].entries)
            return token if reports else None
    return None


def _reporting_above(page: Page, verb: Token, cues: Mapping[int, Cue]) -> Token | None:
    """The verb above that says what happened: the nearest one that people did, else the one that reports it."""
    above = [
        a
        for a in verb.ancestors
        if a.i in cues and a.i < verb.i and a.tag_ != "VBG" and page.quote_at[a.i] in (-1, page.quote_at[verb.i])
    ]
    if not above:
        return next((a for a in verb.ancestors if a.i in cues and a.tag_ != "VBG" and page.quote_at[a.i] < 0), None)
    speaking = [a for a in above if any(e.act == "speech" and e.strong and "that" in e.frames for e in cues[a.i].entries)]
    nearest = above[0]
    subject = own_subject(page, nearest)
    acts = not any(c.tag_ == "MD" or c.dep_ == "neg" for c in nearest.children) and nearest.tag_ in ("VBD", "VBN", "VBZ", "VBP")
    personal = subject is not None and (
        subject.ent_type_ == "PERSON" or word(subject) in listed("personal") or subject.pos_ == "NOUN"
    )
    names = subject is not None and subject.pos_ == "PROPN" and verb.lemma_.lower() not in companions(LANGUAGE, "adding")
    if nearest in speaking or (acts and (personal or names)) or not speaking:
        return nearest
    return speaking[0]


def _subject_above(page: Page, verb: Token) -> Iterator[Source]:
    for above in verb.ancestors:
        if above.pos_ in VERBAL:
            subject = own_subject(page, above)
            if subject is not None:
                if word(subject) not in listed("no_source") and outside_quote(page, subject, verb):
                    yield source_at(page, subject, verb, "participle above")
                return


def closes_quotation(page: Page, verb: int) -> bool:
    """Whether the verb at ``verb`` stands right behind a quotation that leads on to it (``"...," fumed the brief``)."""
    before = page.quote_at[verb - 1] if verb > 1 else -1
    return before >= 0 and before != page.quote_at[verb] and page.doc[verb - 2].text in (",", "?", "!")


def inverted(page: Page, verb: Token, language: str) -> Iterator[Source]:
    """``"...", said the minister``: the noun phrase right after the verb; behind ``told`` stands who was told."""
    if verb.lemma_.lower() == "tell":
        return
    before = page.doc[verb.i - 1] if verb.i > page.sentence(verb)[0] else None
    if before is not None and not before.is_punct and before.pos_ not in ("ADV", "SCONJ", "AUX", "CCONJ"):
        return
    for i in range(verb.i + 1, min(verb.i + 8, page.sentence(verb)[1])):
        token = page.doc[i]
        if page.quote_at[i] != page.quote_at[verb.i] or (token.is_punct and token.tag_ != "HYPH"):
            return
        if (
            token.lower_ == "one"
            or is_aged(token)
            or (token.pos_ in ("NOUN", "PROPN", "PRON") and token.head.i not in range(i + 1, i + 6))
        ):
            likely = plausible(token, language) or (token.pos_ == "NOUN" and closes_quotation(page, verb.i))
            if likely and token.ent_type_ not in ("DATE", "TIME"):
                yield source_at(page, token, verb, "inverted")
            return
        if token.pos_ in ("NOUN", "PROPN") and token.dep_ in ("compound", "nmod", "poss", "amod", "npadvmod"):
            continue
        if token.pos_ in ("ADP", "VERB", "SCONJ"):
            return
