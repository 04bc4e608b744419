"""Dated facts of a story in their order."""
