"""The state of reading: which entities have been mentioned so far, in which order, and under which words."""

from dataclasses import dataclass, field

from variorum.annotation.coreference.clusters import Cluster
from variorum.annotation.coreference.states import key_in
from variorum.annotation.mentions.find import Phrase
from variorum.annotation.mentions.words import Words

BODIES = frozenset({"organisation", "government", "place"})


@dataclass(slots=True)
class Reading:
    """Entities and their mentions up to the current word.

    ``by_lemma`` leads from head nouns to entities, ``at_head`` from tokens read so far, ``bearers`` from the head tokens of
    all names; ``states`` are the words that name places and their people, ``nations`` the keys of those that are countries,
    ``governments`` and ``places`` the entities of a state's key; ``touched`` lists which state was named where; ``pairs``
    are rows of two by their members; ``speakers`` the named speakers of each paragraph, also those after their words.
    """

    found: Words
    states: dict[str, str] = field(default_factory=dict)
    nations: frozenset[str] = frozenset()
    clusters: list[Cluster] = field(default_factory=list)
    history: list[tuple[Phrase, Cluster]] = field(default_factory=list)
    by_lemma: dict[str, list[Cluster]] = field(default_factory=dict)
    at_head: dict[int, Cluster] = field(default_factory=dict)
    governments: dict[str, Cluster] = field(default_factory=dict)
    places: dict[str, Cluster] = field(default_factory=dict)
    touched: list[tuple[Phrase, str]] = field(default_factory=list)
    pairs: dict[tuple[int, int], Cluster] = field(default_factory=dict)
    speakers: dict[int, list[Cluster]] = field(default_factory=dict)
    bearers: dict[int, Cluster] = field(default_factory=dict)

    def mention(self, phrase: Phrase, cluster: Cluster) -> None:
        """Record that ``phrase`` refers to ``cluster``."""
        cluster.take(phrase, len(self.history))
        self.history.append((phrase, cluster))
        self.at_head[phrase.head] = cluster
        if phrase.kind == "noun":
            cluster.owners.setdefault(phrase.lemma, self.owner_key(phrase))
        key = cluster.state or self.state_key(phrase)
        if key:
            self.touched.append((phrase, key))

    def index(self, cluster: Cluster, lemma: str, modifiers: frozenset[str]) -> None:
        """Let later phrases headed by ``lemma`` find ``cluster``."""
        cluster.describe(lemma, modifiers)
        known = self.by_lemma.setdefault(lemma, [])
        if not any(c is cluster for c in known):
            known.append(cluster)

    def new(self, phrase: Phrase) -> Cluster:
        """A new entity without a name, introduced by ``phrase``."""
        cluster = Cluster(phrase.type, gender=phrase.gender, plural=phrase.plural, country=self.state_key(phrase))
        self.clusters.append(cluster)
        return cluster

    def state_key(self, phrase: Phrase) -> str | None:
        """The state that the phrase's own words name, or to which the body or place that it belongs to belongs."""
        key = key_in(self.found, phrase, self.states)
        owner = self.owner(phrase) if key is None else None
        return owner.country if owner is not None and owner.type in BODIES else key

    def owner(self, phrase: Phrase) -> Cluster | None:
        """The entity that the phrase's possessor or complement refers to, as far as it is known."""
        if phrase.owner is None:
            return None
        return self.at_head.get(phrase.owner) or self.bearers.get(phrase.owner)

    def owner_key(self, phrase: Phrase) -> int | str:
        """Who the phrase's possessor is: an entity's identity where it is known, else the word; empty without one."""
        if phrase.owner is None:
            return ""
        owner = self.owner(phrase)
        return id(owner) if owner is not None else self.found.lower[phrase.owner]

    def recent(self, phrase: Phrase, sentences: int) -> list[tuple[Phrase, Cluster]]:
        """Mentions in the phrase's sentence and up to ``sentences`` before it, latest first."""
        here = self.found.statement[phrase.head]
        kept = []
        for earlier, cluster in reversed(self.history):
            if here - self.found.statement[earlier.head] > sentences:
                break
            kept.append((earlier, cluster))
        return kept
