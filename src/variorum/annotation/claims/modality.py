"""How a clause stands: asserted, possible, planned, demanded, conditional or asked, and whether it is denied.

A clause has marks of its own (auxiliaries, adverbs, conjunctions) and what the word above makes of it: "refused to sign"
denies the signing, "urged them to sign" demands it.
"""

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from variorum.annotation.claims.clauses import Clause
from variorum.annotation.claims.negation_scope import negators
from variorum.annotation.claims.polarity import is_denied_by_shared, is_negated
from variorum.annotation.words.lists import listed
from variorum.language.lexicon import Row, word_list
from variorum.records.annotation import Modality, Polarity

LANGUAGE = "en"
_MEMO = "variorum.stances"
ORDER: tuple[Modality, ...] = ("asserted", "planned", "demanded", "possible", "conditional", "question")
"""From firm to open: where two marks meet, the later one holds."""


@dataclass(frozen=True, slots=True)
class Stance:
    """Polarity and modality of one clause."""

    polarity: Polarity
    modality: Modality

    @property
    def asserted(self) -> bool:
        """Whether the clause is said to be so, neither denied nor left open."""
        return self.polarity == "positive" and self.modality == "asserted"


@functools.cache
def _marks(kind: str) -> Mapping[str, Modality]:
    return {row["word"]: _modality(row) for row in word_list(LANGUAGE, "modality") if row["kind"] == kind}


@functools.cache
def _matrix() -> Mapping[tuple[str, str], Row]:
    return {(row["word"], row["frame"]): row for row in word_list(LANGUAGE, "matrix")}


def _modality(row: Row) -> Modality:
    return next(m for m in ORDER if m == row["modality"].partition("_if_")[0])


def weaker(*modalities: Modality) -> Modality:
    """The most open of several modalities."""
    return max(modalities, key=ORDER.index)


def governing(clause: Clause) -> Row | None:
    """The entry of the word that governs ``clause`` and changes how it stands ("refuse", "urge", "plan"), if there is one."""
    head = clause.head
    while head.dep_ == "conj" and head.head.pos_ in ("VERB", "AUX") and clause.above is not None:
        if clause.above.head != head.head or clause.form == "finite":
            return None
        head = head.head
    if head.dep_ not in ("xcomp", "ccomp", "pcomp", "acl", "advcl", "relcl"):
        return None
    word, frame = _governor(head, clause)
    if head.dep_ in ("advcl", "relcl") and (frame != "to" or word.pos_ != "NOUN") and not _fills(clause):
        return None
    frames = (frame, "bare") if clause.form == "bare" else (frame,)
    keys = ((name, f) for f in frames for name in (_with_particle(word), word.lemma_.lower()))
    return next((row for key in keys if (row := _matrix().get(key))), None)


def _governor(head: Token, clause: Clause) -> tuple[Token, str]:
    """The word above ``head`` and the frame it stands in: to, ing, bare, that, or a preposition."""
    if head.dep_ == "pcomp":
        return head.head.head, head.head.lower_
    subject = any(c.dep_ in ("nsubj", "nsubjpass") for c in clause.children)
    if clause.form == "infinitive":
        return head.head, "to"
    if clause.form == "finite" or (clause.form == "bare" and subject and head.dep_ == "ccomp"):
        return _judging(head.head) or head.head, "that"
    return head.head, "ing" if clause.form == "participle" else "bare"


def _fills(clause: Clause) -> bool:
    """Whether the clause tells what a noun says ("reports *that it leaked*"), whatever the parse makes of it."""
    mark = clause.parts.get("mark")
    return clause.head.dep_ == "acl" or (clause.head.dep_ == "relcl" and mark is not None and mark.lower_ == "that")


def _judging(word: Token) -> Token | None:
    """The adjective by which "it is" judges what follows ("it is not *true* that"), or that is said of the noun which holds it
    ("reports that it leaked were *wrong*")."""
    verb = word.head if word.dep_ == "nsubj" else word
    return next((c for c in verb.children if c.dep_ == "acomp"), None) if verb.lemma_ == "be" else None


def _with_particle(word: Token) -> str:
    particle = next((c.lower_ for c in word.children if c.dep_ == "prt"), "")
    return f"{word.lemma_.lower()} {particle}".strip()


def nominal_governor(noun: Token) -> Row | None:
    """The entry of the word whose object the event noun is ("rejects the construction of", "the need for a withdrawal")."""
    word, name = noun.head, ""
    if noun.dep_ == "pobj" and word.dep_ == "prep":
        word, name = word.head, word.lower_
    elif noun.dep_ not in ("dobj", "nsubjpass"):
        return None
    phrase = f"{_with_particle(word)} {name}".strip()
    return _matrix().get((phrase, "np")) if word.pos_ == "VERB" or (name and word.pos_ == "NOUN") else None


CARRYING = ("asserted", "possible", "planned")
"""Governing words that, denied, deny the act too: who does not agree to a sale does not sell; who does not demand it may."""


def nominal_stance(noun: Token, above: Clause | None) -> Stance:
    """How an act named by a noun stands: by its own words, by the verb it is the object of, else as the clause around it."""
    row = nominal_governor(noun)
    around = stance_of(above) if above is not None else Stance("positive", "asserted")
    own = [_marks("adjective").get(c.lower_, "asserted") for c in noun.children if c.dep_ in ("amod", "det")]
    none = any(c.dep_ == "det" and c.lower_ in negators("determiner") for c in noun.children)
    if row is None:
        return Stance("negative" if none else "positive", weaker(around.modality, *own))
    through = row["modality"] in CARRYING and around.polarity == "negative"
    denied = (bool(row["polarity"]) != none) != through
    held = around.modality if row["modality"] == "asserted" else "asserted"
    return Stance("negative" if denied else "positive", weaker(_modality(row), held, *own))


def stance_of(clause: Clause) -> Stance:
    """How ``clause`` stands, its own marks and those of the words above it; found once and remembered with the document."""
    known: dict[int, Stance] = clause.head.doc.user_data.setdefault(_MEMO, {})
    path: list[Clause] = []
    above: Clause | None = clause
    while above is not None and above.head.i not in known:
        path.append(above)
        above = above.above
    for missing in reversed(path):
        known[missing.head.i] = _stance(missing, known)
    return known[clause.head.i]


def _stance(clause: Clause, known: Mapping[int, Stance]) -> Stance:
    row = governing(clause)
    denied = is_negated(clause) != bool(row is not None and row["polarity"])
    modality = own_modality(clause)
    if row is not None and clause.above is not None:
        modality = weaker(modality, _modality(row) if _applies(row, clause, clause.above) else "asserted")
        if _carries_through(row, clause):
            above = known[clause.above.head.i]
            modality, twice = weaker(modality, above.modality), is_denied_by_shared(clause)
            denied = (denied != (above.polarity == "negative")) != twice
    elif clause.form == "infinitive" and clause.head.dep_ in ("advcl", "acl", "relcl"):
        modality = weaker(modality, "planned")
    elif clause.head.dep_ == "pcomp" and _only_imagined(clause.head.head):
        modality = weaker(modality, "possible")
    return Stance("negative" if denied else "positive", modality)


def _only_imagined(preposition: Token) -> bool:
    """Whether a gerund after the preposition says what something is for, not what was done ("a base for attacking")."""
    return preposition.lower_ in listed("imagined") and preposition.head.pos_ == "NOUN"


def _carries_through(row: Row, clause: Clause) -> bool:
    """Whether a denied or open governing verb makes its complement so: "was not allowed to stay", "may refuse to pay", "there
    is no proof that"."""
    if _fills(clause):
        noun = clause.head.head
        known = clause.above is not None and (_is_had(noun, clause.above) or _judging(noun) is not None)
        return known and row["modality"] in CARRYING
    if clause.above is None or clause.head.dep_ not in ("xcomp", "ccomp", "pcomp"):
        return False
    return row["control"] == "subject" or clause.above.passive or row["modality"] in ("possible", "asserted")


def _is_had(noun: Token, above: Clause) -> bool:
    """Whether the clause above tells that there is such a thing, or of "no" such thing ("saw no proof")."""
    own = noun in (above.object, above.parts.get("attr"))
    barred = any(c.dep_ == "det" and c.lower_ in negators("determiner") for c in noun.children)
    return own and (barred or above.head.lemma_ in ("be", "have"))


def _applies(row: Row, clause: Clause, above: Clause) -> bool:
    """Whether the entry's condition holds: "demanded that he leave" (bare), "have to leave" (present), "going to leave"."""
    condition = row["modality"].partition("_if_")[2]
    if condition == "bare":
        return clause.form != "finite"
    if condition == "going":
        return above.head.tag_ == "VBG"
    return condition != "present" or above.head.tag_ != "VBD"


def own_modality(clause: Clause) -> Modality:
    """The modality that the clause's own words give it."""
    found: list[Modality] = ["asserted", _auxiliary(clause), _conjunction(clause)]
    for child in clause.children:
        if child.dep_ == "advmod":
            found.append(_marks("adverb").get(child.lower_, "asserted"))
        elif child.dep_ == "advcl" and _is_condition(child) and _hypothetical(clause):
            found.append("conditional")
    if _is_headline_future(clause):
        found.append("planned")
    if _asks(clause):
        found.append("question")
    if _is_alternative(clause):
        found.append("possible")
    return weaker(*found)


def _is_alternative(clause: Clause) -> bool:
    """One of two clauses of which one holds: "Either she gave the order or she did not know"."""
    first = clause.head.head if clause.head.dep_ == "conj" else clause.head
    said = [c.lower_ for c in first.children if c.dep_ in ("cc", "preconj", "advmod")]
    return "either" in said and "or" in said


def _auxiliary(clause: Clause) -> Modality:
    """The modality of the auxiliaries; "would have" with a participle is against fact."""
    words = [a.lower_ for a in clause.auxiliaries]
    if clause.head.tag_ == "VBN" and "have" in words and any(w in ("would", "'d", "’d") for w in words):
        return "conditional"
    return weaker("asserted", *(_marks("auxiliary").get(w, "asserted") for w in words if w not in ("'d", "’d")))


def _conjunction(clause: Clause) -> Modality:
    mark = clause.parts.get("mark")
    if mark is None:
        return "asserted"
    if clause.head.dep_ == "ccomp" and mark.lower_ == "if":
        return "question"
    return _marks("conjunction").get(mark.lower_, "asserted")


def _is_condition(child: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ in ("if", "unless") for c in child.children)


def _hypothetical(clause: Clause) -> bool:
    return any(a.tag_ == "MD" for a in clause.auxiliaries)


def _is_headline_future(clause: Clause) -> bool:
    """An infinitive as the main verb: "Averia to buy missiles" in a headline."""
    return clause.head.dep_ == "ROOT" and clause.form == "infinitive"


def _asks(clause: Clause) -> bool:
    """A main clause before a question mark."""
    head = clause.head
    if head.dep_ not in ("ROOT", "conj", "parataxis"):
        return False
    return any(c.dep_ == "punct" and c.text == "?" and c.i > head.i for c in clause.children)
