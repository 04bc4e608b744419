"""Names, nouns and pronouns that mention someone, and the types of those mentioned."""
