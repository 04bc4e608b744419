"""Exit codes, the same for every command."""

DONE = 0
FELL_SHORT = 1
BAD_USE = 2
"""Also: nothing could be read."""
REFUSED = 3
"""Done, but some input was refused."""
INTERRUPTED = 130
