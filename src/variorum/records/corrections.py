"""What a reader corrects by hand about the entities of a story; kept in a file of its own, so that taking it away undoes it.

An entity is named by the id of a story entity, by the id of an entity of an article (``<article>/e<n>``), or by its name.
"""

from dataclasses import dataclass

from variorum.records.annotation import EntityType


@dataclass(frozen=True, slots=True)
class Merge:
    """These entities are one actor."""

    entities: tuple[str, ...]
    because: str = ""

    @property
    def label(self) -> str:
        """The entry in a few words."""
        return "merge " + " and ".join(f"“{e}”" for e in sorted(self.entities))


@dataclass(frozen=True, slots=True)
class Split:
    """What one article means is another actor: all of its entity ``entity``, or only the ``nth`` place of ``words`` in
    ``article``. ``into`` names the actor it is instead: one of the story's, or a new one; empty: an actor of its own."""

    entity: str = ""
    article: str = ""
    words: str = ""
    nth: int = 1
    into: str = ""
    because: str = ""

    @property
    def label(self) -> str:
        """The entry in a few words."""
        what = f"“{self.entity}”" if self.entity else f"“{self.words}” (place {self.nth} in {self.article})"
        return f"split {what}" + (f" into “{self.into}”" if self.into else "")


@dataclass(frozen=True, slots=True)
class Rename:
    """The entity is to be called ``name``."""

    entity: str
    name: str
    because: str = ""

    @property
    def label(self) -> str:
        """The entry in a few words."""
        return f"rename “{self.entity}” to “{self.name}”"


@dataclass(frozen=True, slots=True)
class Retype:
    """The entity is of another type."""

    entity: str
    type: EntityType
    because: str = ""

    @property
    def label(self) -> str:
        """The entry in a few words."""
        return f"set the type of “{self.entity}” to {self.type}"


Correction = Merge | Split | Rename | Retype
