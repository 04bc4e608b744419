"""Figures: value, hedge, interval, and what is counted."""
