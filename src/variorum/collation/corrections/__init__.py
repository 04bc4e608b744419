"""Corrections by hand: merge, split, rename; the result says so."""
