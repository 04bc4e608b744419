"""Copied passages: candidates, alignment, judgement, direction, edits."""
