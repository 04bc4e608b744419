"""Political events: who did what to whom."""
