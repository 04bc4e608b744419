"""The words in which reports name one actor, group, place or happening."""
