"""Figures of several reports that count one thing."""
