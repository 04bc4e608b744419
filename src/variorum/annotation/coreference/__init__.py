"""Mentions of one person or body within a report."""
