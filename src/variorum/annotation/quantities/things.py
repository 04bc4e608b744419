"""What a number counts: the noun it belongs to, as a span and as lemmas that distinguish it."""

import functools
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from variorum.annotation.quantities.scene import Figure
from variorum.annotation.words.lists import listed
from variorum.annotation.words.text import sentence_around
from variorum.language.frequency import rarity
from variorum.language.lexicon import word_list, words

MODIFIERS = ("amod", "compound", "nmod", "poss")
NOUNS = ("NOUN", "PROPN")
FORWARD = 4
"""How many words after a number its noun may stand when the parse does not say."""
SENTENCE = 20
"""How many words before a number the noun for a figure may stand in a headline."""
SUBJECTS = ("nsubj", "nsubjpass")


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted: characters (``None`` where it is not named beside the number) and lemmas, head noun last."""

    span: tuple[int, int] | None
    thing: tuple[str, ...]


NOBODY = Counted(None, ())


def counted_by(doc: Doc, figure: Figure) -> Counted:
    """What ``figure`` counts; an empty thing where nothing says so."""
    number = doc.char_span(*figure.number, alignment_mode="expand")
    if number is None or not len(number):
        return NOBODY
    if said := _state(number) or _graded(number) or _exchanged(number):
        return said
    head = _of_noun(doc, number, money=figure.unit is not None) or _governing_noun(number) or _next_noun(doc, number)
    if head is not None and head.lower_ in words("en", "dwellers") and _is_settled(doc, figure):
        return Counted((head.idx, head.idx + len(head)), ("inhabitant",))
    if head is not None and lemma_of(head) != figure.unit:
        return _described(head, number)
    return _from_clause(number, figure)


def _state(number: Span) -> Counted | None:
    """``12 dead``, ``40 hurt``: the word that says what became of the ones counted, unless a noun follows it."""
    following = number.doc[number.end] if number.end < len(number.doc) else None
    if following is None:
        return None
    if following.lower_ not in words("en", "states_of_people"):
        return _modified_state(following)
    noun = following.nbor(1) if following.i + 1 < len(following.doc) else None
    if noun is not None and noun.pos_ in NOUNS and noun.tag_ != "NNP":
        return None
    return Counted((following.idx, following.idx + len(following)), (following.lower_,))


def _graded(number: Span) -> Counted | None:
    """``magnitude 6.1``, ``of magnitude 6.1``: the grade before a number says what it measures, whatever noun follows."""
    before = number.doc[number.start - 1].lower_ if number.start else ""
    return Counted(None, (before,)) if before in listed("graded") else None


def _exchanged(number: Span) -> Counted | None:
    """``14.32 to the dollar``: what is exchanged, by the subject of the clause, at so many to one of another currency."""
    after = [t.lower_ for t in number.doc[number.end : number.end + 3]]
    if len(after) < 3 or after[0] not in ("to", "against") or after[1] not in ("the", "a") or after[2] not in _moneys():
        return None
    verb = _verb_above(number.root)
    for _ in range(3):
        subject = next((c for c in verb.children if c.dep_ in SUBJECTS and _is_counted(c)), None) if verb is not None else None
        if subject is not None:
            return Counted(None, (*_whole(subject).thing, EXCHANGE))
        verb = verb.head if verb is not None else None
    return Counted(None, (EXCHANGE,))


EXCHANGE = "exchange rate"
"""What a number of one money to one of another measures."""


@functools.cache
def _moneys() -> frozenset[str]:
    return frozenset(row["word"] for row in word_list("en", "currencies") if row["class"] == "MONEYW")


def _is_settled(doc: Doc, figure: Figure) -> bool:
    """Whether the noun before says that so many live there: "a village of about 600 people"."""
    whole = doc.char_span(figure.start, figure.end, alignment_mode="expand")
    if whole is None or whole.start < 2 or doc[whole.start - 1].lower_ != "of":
        return False
    return doc[whole.start - 2].lemma_.lower() in words("en", "settlements")


def _modified_state(modifier: Token) -> Counted | None:
    """``12 civilian dead``: the state with the one word before it."""
    state = modifier.nbor(1) if modifier.i + 1 < len(modifier.doc) else None
    if state is None or modifier.pos_ not in ("ADJ", "NOUN") or state.lower_ not in words("en", "nouns_of_state"):
        return None
    return Counted((modifier.idx, state.idx + len(state)), (modifier.lemma_.lower(), state.lower_))


def _of_noun(doc: Doc, number: Span, *, money: bool) -> Token | None:
    """The noun in "dozens of people", "20 percent of voters"; with a unit also in "$5 million in aid"."""
    after = doc[number.end] if number.end < len(doc) else None
    if after is None or after.lower_ not in (("of", "in") if money else ("of",)):
        return None
    if after.lower_ == "in" and not number.start <= after.head.i < number.end:
        return None
    for child in after.children:
        if child.dep_ == "pobj":
            return child if child.pos_ in NOUNS or child.lower_ in words("en", "nouns_of_state") else None
    return None


def _governing_noun(number: Span) -> Token | None:
    """The noun to the right that the number modifies ("9,000 American troops", "a $2 billion deal")."""
    token = number.root
    for _ in range(4):
        if token.dep_ not in ("nummod", "compound", "amod", "nmod", "quantmod", "poss", "npadvmod", "det", "advmod", "predet"):
            return None
        token = token.head
        if token.i >= number.end and token.pos_ in NOUNS:
            return token if not _starts_clause(number, token) else None
        if token.i < number.start:
            return None
    return None


def _starts_clause(number: Span, noun: Token) -> bool:
    """Whether punctuation or a verb stands between the number and the noun it is said to modify."""
    between = number.doc[number.end : noun.i]
    return any(t.pos_ in ("VERB", "AUX") and t.dep_ not in ("amod", "compound") for t in between) or any(
        t.text in (".", ";", ":", "(", ")") for t in between
    )


def _next_noun(doc: Doc, number: Span) -> Token | None:
    """The plural noun that follows the number with only its modifiers between, where the parse is no help."""
    for token in doc[number.end : number.end + FORWARD]:
        if token.tag_ in ("NNS", "NNPS") or (token.pos_ == "NOUN" and token.lower_ in words("en", "plain_plurals")):
            return token
        if token.pos_ not in ("ADJ", "NOUN", "PROPN", "ADV", "DET") and token.text != "-":
            return None
    return None


def _described(head: Token, number: Span) -> Counted:
    """The span and lemmas of a counted noun with its modifiers and an "of" that says which kind."""
    doc = head.doc
    left = [c for c in head.lefts if c.dep_ in MODIFIERS and c.i >= number.end and c.pos_ not in ("NUM", "DET", "PRON")]
    modifiers = [t for c in left for t in c.subtree if _tells(t) and t.i >= number.end]
    kind = _kind(head)
    first = min([head.i, *(t.i for c in left for t in c.subtree if t.i >= number.end)])
    last = max(head.i, kind.i if kind is not None else head.i)
    lemmas = [lemma_of(t) for t in (*modifiers, *((kind,) if kind is not None else ()), head)]
    span = (doc[first].idx, doc[last].idx + len(doc[last]))
    return Counted(span, tuple(dict.fromkeys(lemmas)))


def _tells(token: Token) -> bool:
    """Whether a modifier distinguishes what is counted ("American", not "other")."""
    return token.pos_ in ("ADJ", "NOUN", "PROPN", "VERB") and token.lemma_.lower() not in words("en", "plain_modifiers")


def _kind(head: Token) -> Token | None:
    """The noun after "of" that says which kind ("members of parliament", "barrels of oil")."""
    following = head.nbor(1) if head.i + 1 < len(head.doc) else None
    if following is None or following.lower_ != "of" or following.head.i != head.i:
        return None
    said = (c for c in following.children if c.dep_ in ("pobj", "pcomp", "amod") and c.i - head.i <= 4)
    return next((c for c in said if c.pos_ in NOUNS or c.lower_ in words("en", "states_of_people")), None)


def lemma_of(token: Token) -> str:
    """The lower-case lemma without dots; a plural that the parser took for a name, or did not know, loses its ending."""
    if token.lower_ in words("en", "states_of_people"):
        return token.lower_
    lemma = token.lemma_.lower().replace(".", "")
    plural = token.tag_ == "NNPS" or (token.tag_ in ("NN", "NNP") and rarity(lemma) >= UNKNOWN)
    if plural and lemma == token.lower_ and lemma.endswith("s") and not lemma.endswith("ss"):
        lemma = lemma[:-1]
    return lemma


UNKNOWN = 1.0
"""Rarity of words that the list of frequencies lacks, whose plural the tagger may not know ("dravas")."""


def _from_clause(number: Span, figure: Figure) -> Counted:
    """What a number that stands alone counts, by the clause it stands in."""
    token = number.root
    if noun := _worth(number) or _inhabitants(number, figure):
        return noun
    verb = _verb_above(token)
    if verb is None:
        return _figure_named(number)
    if noun := _number_noun(verb, number) or _put_at(verb, number, figure) or _are_called(token, verb):
        return noun
    if figure.unit is None and verb.lemma_.lower() in words("en", "verbs_on_people") and _is_patient(token, verb):
        return Counted(None, ("people",))
    if state := _are_so(token, verb):
        return state
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS and _is_counted(c)), None)
    measured = verb.lemma_.lower() in words("en", "verbs_of_measure")
    if subject is not None and measured and token.i > subject.i:
        return _whole(subject) if not _inside(subject, number) else NOBODY
    return _figure_named(number)


def _worth(number: Span) -> Counted | None:
    """``agreements worth $5 billion``: the noun before "worth"."""
    before = [t for t in number.doc[max(number.start - 4, 0) : number.start] if t.lower_ == "worth"]
    noun = before[-1].nbor(-1) if before and before[-1].i else None
    return _whole(noun) if noun is not None and noun.pos_ in NOUNS else None


def _whole(noun: Token) -> Counted:
    """A noun with all its modifiers."""
    return _described(noun, noun.doc[noun.left_edge.i : noun.left_edge.i])


def _are_called(token: Token, verb: Token) -> Counted | None:
    """``of the 300 passengers, 45 were children``: the noun that is said of the number."""
    if token.dep_ != "nsubj" or verb.lemma_ != "be":
        return None
    noun = next((c for c in verb.children if c.dep_ == "attr" and c.pos_ in NOUNS and c.i > token.i), None)
    return _whole(noun) if noun is not None else None


def _are_so(token: Token, verb: Token) -> Counted | None:
    """``38 were missing``, ``12 remain trapped``: the state that is said of the people."""
    if token.dep_ not in SUBJECTS or token.pos_ != "NUM":
        return None
    said = [verb, *(c for c in verb.children if c.dep_ in ("acomp", "oprd", "attr", "xcomp"))]
    state = next((t for t in said if t.lower_ in words("en", "states_of_people") and t.i > token.i), None)
    return Counted((state.idx, state.idx + len(state)), (state.lower_,)) if state is not None else None


def _inhabitants(number: Span, figure: Figure) -> Counted | None:
    """``a town of about 38,000``: those who live there; ``a crew of 22``: those who make it up."""
    if _is_settled(number.doc, figure):
        return Counted(None, ("inhabitant",))
    before = number.doc[number.start - 1] if number.start else None
    if before is None or before.lower_ != "of" or before.i == 0:
        return None
    noun = before.nbor(-1)
    return _whole(noun) if noun.lemma_.lower() in words("en", "groups_of_people") else None


def _put_at(verb: Token, number: Span, figure: Figure) -> Counted | None:
    """``put the crowd at 50,000``, ``the crowd was put at 50,000``, ``gives its dead as six``: what the verb is done to."""
    whole = number.doc.char_span(figure.start, figure.end, alignment_mode="expand") or number
    placed = whole.start > 0 and number.doc[whole.start - 1].lower_ in ("at", "as")
    if not placed or verb.lemma_.lower() not in words("en", "putting_verbs"):
        return None
    noun = next((c for c in verb.children if c.dep_ in ("dobj", "nsubjpass") and _is_counted(c)), None)
    if noun is None and verb.dep_ == "acl" and verb.head.pos_ in NOUNS:
        noun = verb.head
    if noun is None:
        return None
    return _named(noun)


def _is_counted(token: Token) -> bool:
    return token.pos_ in NOUNS or token.lower_ in words("en", "states_of_people")


def _named(noun: Token) -> Counted:
    """What a noun for a figure stands for: the troops in "the number of troops", else the noun itself."""
    kind = _kind(noun) if noun.lemma_.lower() in words("en", "number_nouns") else None
    return _whole(kind if kind is not None else noun)


def _figure_named(number: Span) -> Counted:
    """``Death toll in Oruba climbs to 1,250``: the noun for a figure before a number that follows "to" or "at"."""
    doc, start = number.doc, number.start
    if start == 0 or doc[start - 1].lower_ not in listed("reaches"):
        return NOBODY
    first = max(start - SENTENCE, sentence_around(doc[start]).start)
    noun = next((t for t in reversed(doc[first:start]) if t.lemma_.lower() in words("en", "number_nouns")), None)
    return _named(noun) if noun is not None and noun.pos_ in NOUNS else NOBODY


def _inside(token: Token, number: Span) -> bool:
    return number.start <= token.i < number.end


def _verb_above(token: Token) -> Token | None:
    for _ in range(4):
        if token.pos_ in ("VERB", "AUX"):
            return token
        if token.head is token:
            return None
        token = token.head
    return None


def _is_patient(token: Token, verb: Token) -> bool:
    """Whether the number stands for the people that the verb befalls."""
    if token.dep_ in ("dobj", "nsubjpass"):
        return True
    return token.dep_ == "nsubj" and verb.lemma_.lower() in words("en", "verbs_of_people")


def _number_noun(verb: Token, number: Span) -> Counted | None:
    """The thing behind "the number of troops is put at", "the death toll rose to"."""
    for child in verb.children:
        named = child.dep_ in (*SUBJECTS, "dobj") and child.lemma_.lower() in words("en", "number_nouns")
        if named and not _inside(child, number):
            return _named(child)
    return None
