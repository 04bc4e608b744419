"""Noun phrases that can act, speak or be spoken of, and pronouns."""

import functools
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from variorum.annotation.mentions.find import Form, Phrase
from variorum.annotation.mentions.types import country_at, noun_type, person_genders, thing_types, titles
from variorum.annotation.mentions.words import Words
from variorum.annotation.words.lists import listed
from variorum.language.lexicon import word_list
from variorum.language.lexicon import words as word_set
from variorum.records.annotation import EntityType

LEFT = frozenset(
    {"det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "predet", "advmod", "npadvmod", "punct", "neg"}
)
INNER = frozenset({"compound", "nmod", "npadvmod", "amod", "quantmod", "nummod", "advmod", "punct"})
TIME_LABELS = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL"})
DEFINITE = frozenset({"the", "both"})
BREAKS = frozenset(',;:()"\u201c\u201d\n\u2013\u2014')
CLAUSE_TAGS = frozenset({"WDT", "WP", "WRB", "VBD", "MD", "TO", "VBZ", "VBP"})
LONGEST_TAIL = 9
"""Most words that a phrase keeps after its head."""


class Pronoun(NamedTuple):
    """A personal pronoun's features; ``gender`` is ``m``, ``f``, ``n`` or empty."""

    gender: str
    person: str
    number: str
    form: str


@functools.cache
def pronoun_table() -> dict[str, Pronoun]:
    """Personal pronouns by their lower-case form."""
    return {r["pronoun"]: Pronoun(r["gender"], r["person"], r["number"], r["form"]) for r in word_list("en", "pronouns")}


def find_nouns(found: Words, names: Iterable[Phrase]) -> tuple[Phrase, ...]:
    """Noun phrases whose head is no part of a name, a time or a figure, in text order."""
    taken = bytearray(len(found))
    for phrase in names:
        for i in range(phrase.title_span[0] if phrase.title else phrase.name_span[0], phrase.name_span[1]):
            taken[i] = 1
    heads = [i for i in range(len(found)) if not taken[i] and _is_head(found, i)]
    aged = (p for p in (_aged(found, i) for i, word in enumerate(found.lower) if word in AGED) if p is not None)
    nouns = (p for p in (_noun_phrase(found, i, taken) for i in heads) if p is not None)
    return tuple(sorted((*nouns, *aged), key=lambda p: (p.head, p.start)))


def _aged(found: Words, i: int) -> Phrase | None:
    """``the 57-year-old`` for a person; before a noun it only describes (``the 57-year-old driver``)."""
    start = i - 4
    if start < 0 or found.text[i - 1] != "-" or found.lower[i - 2] != "year" or not found.text[start].isdigit():
        return None
    if i + 1 < len(found) and found.pos[i + 1] in {"NOUN", "PROPN", "ADJ"}:
        return None
    first = found.lower[start - 1] if start else ""
    form: Form | None = "definite" if first == "the" else "indefinite" if first in {"a", "an"} else None
    if form is None:
        return None
    return Phrase(start - 1, i + 1, i, "noun", form, "person" if found.lower[i] == "old" else "group", AGE, 1)


AGED = frozenset({"old", "olds"})
AGE = "year-old"
"""The lemma of a description by age alone."""


def _is_head(found: Words, i: int) -> bool:
    if _hyphened_title(found, i) or _of_rank(found, i):
        return True
    if found.pos[i] not in {"NOUN", "PROPN"} or found.label[i] in TIME_LABELS or not found.text[i][0].isalpha():
        return False
    if found.pos[i] == "PROPN" and not _is_noun_word(found.lower[i]):
        return False
    if i + 1 < len(found) and found.text[i + 1] == "-" and found.end[i] == found.start[i + 1] and not _in_law(found, i):
        return False
    return not (found.dep[i] in INNER and found.head[i] > i and found.pos[found.head[i]] in {"NOUN", "PROPN", "ADJ", "VERB"})


def _in_law(found: Words, i: int) -> bool:
    """``sister-in-law``, of which the pipeline makes five tokens: whether its first is at ``i``."""
    return found.lower[i + 1 : i + 5] == ("-", "in", "-", "law")


def _hyphened_title(found: Words, i: int) -> str:
    """``director-general`` for its last word; empty for any other word."""
    if i < 2 or found.text[i - 1] != "-" or found.end[i - 1] != found.start[i]:
        return ""
    whole = f"{found.lower[i - 2]}-{found.lower[i]}"
    return whole if whole in titles() else ""


def _of_rank(found: Words, i: int) -> str:
    """``ambassador`` for the last word of ``Ambassador Extraordinary``; empty for any other word."""
    before = found.lower[i - 1] if i else ""
    ranked = before in titles() and not _is_noun_word(found.lower[i]) and f"{before} {found.lower[i]}" in titles()
    return before if ranked else ""


def _is_noun_word(word: str) -> bool:
    """Whether a word that was taken for a name is a common noun, a title or a word of respect."""
    return (
        word in titles()
        or word in word_set("en", "honours")
        or any(noun_type(w) for w in (word, word.removesuffix("s"), word.removesuffix("es")))
    )


def _noun_phrase(found: Words, head: int, taken: bytearray) -> Phrase | None:
    start = _left_edge(found, head)
    if found.headline[head]:
        start = next((i + 1 for i in range(head - 1, start - 1, -1) if taken[i]), start)
    form = _form(found, start, head)
    if form is None:
        return None
    lemma = found.lemma[head] if found.pos[head] == "NOUN" else found.lower[head]
    honour = lemma in word_set("en", "honours")
    taken_for_name = found.pos[head] == "PROPN" and noun_type(lemma) is None and lemma.endswith("s") and not honour
    plural = found.tag[head] in {"NNS", "NNPS"} or taken_for_name
    lemma = _hyphened_title(found, head) or _of_rank(found, head) or _singular(found.lower[head], lemma, plural=plural)
    kind = "person" if lemma in titles() and "-" in lemma else _compound_type(found, head, lemma) or noun_type(lemma)
    if lemma == "head" and form == "possessive" and found.tag[found.child(head, "poss") or head] == "PRP$":
        kind = None
    if kind == "person" and plural:
        kind = "group"
    gender = person_genders().get(lemma, "") if kind == "person" else ""
    if honour and form == "possessive":
        kind, gender = "person", _owner_gender(found, head)
    modifiers = frozenset(found.lemma[i] for i in range(start, head) if found.pos[i] in {"NOUN", "PROPN", "ADJ", "VERB", "NUM"})
    return Phrase(
        start=start, end=_right_edge(found, head), head=head, kind="noun", form=form, type=kind or "other", lemma=lemma,
        weight=1 if kind else 0, gender=gender, plural=plural,
        modifiers=modifiers, owner=None if honour else _owner(found, head), country=_country_inside(found, start, head),
    )  # fmt: skip


def _compound_type(found: Words, head: int, lemma: str) -> EntityType | None:
    """``coast guard``: the type of a noun together with the word before it."""
    return thing_types().get(f"{found.lower[head - 1]} {lemma}") if head and found.head[head - 1] == head else None


def _owner_gender(found: Words, head: int) -> str:
    """``His Majesty``: the possessive tells the gender of the one who is meant."""
    owner = found.child(head, "poss")
    features = pronoun_table().get(found.lower[owner]) if owner is not None else None
    return features.gender if features is not None else ""


def _singular(lower: str, lemma: str, *, plural: bool) -> str:
    """The lemma of a plural also where the pipeline left it as it was."""
    if plural and lemma == lower and lower.endswith("s") and noun_type(lower) is None:
        for ending, new in (("ies", "y"), ("men", "man"), ("s", "")):
            if lower.endswith(ending) and noun_type(lower[: -len(ending)] + new):
                return lower[: -len(ending)] + new
    if plural and lower.endswith("men") and noun_type(lower[:-2] + "an"):
        return lower[:-2] + "an"
    return lemma


def _left_edge(found: Words, head: int) -> int:
    start = head
    for child in reversed(found.children[head]):
        if child < start and found.dep[child] in LEFT and found.right[child] == start - 1:
            if found.dep[child] == "punct" and found.text[child] not in {"-", "\u201c", '"', "\u2018", "'"}:
                break
            start = found.left[child]
    while start < head and _is_lead_in(found, start):
        start += 1
    return start


def _is_lead_in(found: Words, i: int) -> bool:
    """Marks and words such as ``at least`` that stand before a phrase without being of it."""
    if found.pos[i] in {"PUNCT", "SPACE", "ADV"}:
        return found.lower[i] != "then"
    return found.dep[i] in {"advmod", "quantmod"} and found.pos[i] not in {"NUM", "NOUN", "DET"}


def _right_edge(found: Words, head: int) -> int:
    """After the head and the ``of``, ``for``, ``from`` ... phrases that follow it at once, without clauses."""
    end = head + (5 if _in_law(found, head) else 1)
    if _of_rank(found, head):
        return next((i for i in range(end, min(end + LONGEST_TAIL, len(found))) if found.text[i][0] in BREAKS), end)
    for child in found.children[head]:
        if child == end and found.dep[child] == "prep" and found.lower[child] in listed("joins_phrase"):
            stop = min(found.right[child] + 1, head + 1 + LONGEST_TAIL)
            end = _before_clause(found, child, stop)
    return end


def _before_clause(found: Words, start: int, stop: int) -> int:
    for i in range(start + 1, stop):
        if found.text[i][0] in BREAKS or found.tag[i] in CLAUSE_TAGS:
            return i if i > start + 1 else start
    return stop


def _form(found: Words, start: int, head: int) -> Form | None:
    """How the phrase picks out its referent; ``None`` for phrases that pick out nobody (``no official``)."""
    first = found.lower[start]
    denied = first == "not" or (start and found.lower[start - 1] == "not" and first in {"a", "one"})
    if denied or (first in listed("names_none") and start < head):
        return None
    if first in DEFINITE:
        return "definite"
    if first in listed("demonstrative") and start < head:
        return "demonstrative"
    if found.child(head, "poss") is not None:
        return "possessive"
    if start < head and (found.pos[start] == "DET" or found.pos[start] == "NUM" or found.tag[start] == "PDT"):
        return "indefinite"
    return "bare"


def _owner(found: Words, head: int) -> int | None:
    """The head token of the possessor or of the ``of`` complement."""
    owner = found.child(head, "poss")
    if owner is not None:
        return owner
    for child in found.children[head]:
        if found.dep[child] == "prep" and found.lower[child] in {"of", "for", "from"} and child > head:
            return found.child(child, "pobj")
    return None


def _country_inside(found: Words, start: int, head: int) -> str | None:
    """The country that a word before the head (or its ``of`` complement) names."""
    owner = _owner(found, head)
    last = owner if owner is not None and owner > head else None
    tokens = [*range(head - 1, start - 1, -1), *([last] if last is not None else [])]
    return next((place.code for i in tokens if (place := country_at(found, i))), None)


def find_pronouns(found: Words, names: Iterable[Phrase]) -> tuple[Phrase, ...]:
    """Personal pronouns that stand for somebody or something, in text order; ``it`` without a referent is left out."""
    inside = {i for p in names for i in range(*p.name_span)}
    return tuple(p for p in _pronoun_phrases(found) if p.head not in inside)


def _pronoun_phrases(found: Words) -> Iterator[Phrase]:
    table = pronoun_table()
    for i, word in enumerate(found.lower):
        features = table.get(word)
        if features is None or found.text[i] == "US" or (word == "it" and _empty_it(found, i)):
            continue
        if found.pos[i] not in {"PRON", "DET"}:
            continue
        kind = "person" if features.gender in {"m", "f"} or features.person != "third" else "other"
        yield Phrase(
            start=i, end=i + 1, head=i, kind="pronoun", form="pronoun", type=kind, lemma=word,  # type: ignore[arg-type]
            gender=features.gender, plural=features.number == "plural",
        )  # fmt: skip


def _empty_it(found: Words, i: int) -> bool:
    """``it is clear that``, ``it took``, ``it rained``: ``it`` that refers to nothing."""
    if found.dep[i] == "expl":
        return True
    verb = found.head[i]
    lemma = found.lemma[verb]
    if lemma in listed("weather") or (
        lemma == "come" and found.child(verb, "prep") is not None and found.lower[i - 1] == "when"
    ):
        return True
    if found.dep[i] not in {"nsubj", "nsubjpass", "dobj"}:
        return False
    after = [c for c in found.children[verb] if c > i]
    clause = any(found.dep[c] in {"ccomp", "csubj", "csubjpass", "advcl", "xcomp", "relcl"} for c in after)
    if found.dep[i] == "nsubjpass":
        return any(found.dep[c] in {"ccomp", "csubjpass"} for c in after)
    if lemma in listed("empty_subject") and found.dep[i] == "nsubj":
        return _empty_subject(found, after, clause=clause)
    return found.dep[i] == "dobj" and lemma in listed("finds_it") and clause


def _empty_subject(found: Words, after: list[int], *, clause: bool) -> bool:
    """``it is`` + adjective, noun or time with a clause behind it."""
    for c in after:
        if found.dep[c] == "dobj" and found.label[c] in TIME_LABELS and clause:
            return True
        if found.dep[c] in {"acomp", "attr", "oprd"}:
            inner = any(found.dep[k] in {"ccomp", "xcomp", "relcl", "advcl", "acl", "csubj"} for k in found.children[c])
            if inner or clause or found.label[c] in TIME_LABELS or found.lemma[c] in listed("clause_noun"):
                return True
    return (
        clause
        and not any(found.dep[c] == "xcomp" and found.tag[c] == "VBG" for c in after)
        and any(found.dep[c] in {"ccomp", "csubj"} for c in after)
    )
