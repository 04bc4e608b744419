"""Dates, clock times and durations, resolved."""
