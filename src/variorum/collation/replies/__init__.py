"""Two voices that a report sets side by side: their turns, and how likely they contradict each other."""
