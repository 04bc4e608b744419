"""Exit codes, the same for every command."""

DONE = 0
FELL_SHORT = 1
BAD_USE = 2
"""Also: nothing could be read, or a fault of ours ended the run."""
REFUSED = 3
"""Done, but some input was refused."""
INTERRUPTED = 130
