"""An entity while it is being gathered: its phrases so far and what they tell of its type, gender, number and roles."""

from collections import Counter
from dataclasses import dataclass, field

from variorum.annotation.mentions.find import Phrase
from variorum.annotation.mentions.types import SURE
from variorum.records.annotation import EntityType


@dataclass(frozen=True, slots=True)
class RoleFound:
    """A function somebody is said to have: its head ``lemma``, the words before it, and its token span."""

    lemma: str
    modifiers: frozenset[str]
    start: int
    end: int

    def names(self) -> frozenset[str]:
        """What the function may be listed as: its head, alone and with each of its words (``general secretary``, ``head of
        state``)."""
        pairs = (pair for word in self.modifiers for pair in (f"{word} {self.lemma}", f"{self.lemma} of {word}"))
        return frozenset({self.lemma, *pairs})


@dataclass(slots=True)
class Cluster:
    """What is known of one entity at a point of the text.

    ``country`` and ``state`` are keys of states (ISO alpha-3, or a folded name): the one it belongs to, the one it is itself.
    ``pair`` marks several people or bodies joined by ``and``, kept only when they are referred to again.
    ``last`` is the number of its latest phrase, -1 before the first.
    """

    type: EntityType
    named: bool = False
    name: str = ""
    gender: str = ""
    plural: bool = False
    country: str | None = None
    state: str | None = None
    phrases: list[Phrase] = field(default_factory=list)
    lemmas: dict[str, frozenset[str]] = field(default_factory=dict)
    owners: dict[str, int | str] = field(default_factory=dict)
    roles: list[RoleFound] = field(default_factory=list)
    pair: bool = False
    members: EntityType = "other"
    last: int = -1

    def take(self, phrase: Phrase, number: int) -> None:
        """Add the next phrase of the text."""
        self.phrases.append(phrase)
        self.last = number
        if phrase.gender in {"m", "f"} and not self.gender:
            self.gender = phrase.gender

    def describe(self, lemma: str, modifiers: frozenset[str]) -> None:
        """Remember that the entity was called ``lemma`` with these modifiers."""
        self.lemmas[lemma] = self.lemmas.get(lemma, frozenset()) | modifiers

    def aliases(self) -> tuple[str, ...]:
        """The names used for it other than ``name``, in order of first use."""
        return tuple(n for n in dict.fromkeys(p.name for p in self.phrases if p.name) if n != self.name)


def voted_type(phrases: list[Phrase]) -> EntityType:
    """The type that most evidence in the names speaks for; a person's full or titled name outweighs labels of bare ones."""
    sure = [p for p in phrases if p.weight >= SURE]
    if any(p.type == "person" and p.weight > 1 for p in phrases) and all(p.type == "person" for p in sure):
        return "person"
    votes: Counter[EntityType] = Counter()
    for phrase in sure or phrases:
        votes[phrase.type] += phrase.weight
    order = {t: n for n, t in reversed(list(enumerate(p.type for p in phrases)))}
    return min(votes, key=lambda t: (-votes[t], order[t]))
