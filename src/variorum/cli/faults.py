"""Faults of our own: told in one line, in full for those who ask."""

import os
from pathlib import PurePath
from traceback import extract_tb

FULL = "VARIORUM_TRACEBACK"
"""Environment variable: when it is set, a fault ends the run with its whole traceback."""
REPORT_IT = f"please report this fault; with {FULL}=1 the next run shows where it comes from"


def told(fault: Exception) -> str:
    """What went wrong and where in our code, in one line; raises ``fault`` again where its traceback is asked for."""
    if os.environ.get(FULL):
        raise fault
    frames = [frame for frame in extract_tb(fault.__traceback__) if "variorum" in frame.filename]
    place = f" in {PurePath(frames[-1].filename).name}, line {frames[-1].lineno}" if frames else ""
    return f"{type(fault).__name__}{place}: {str(fault)[:200]}"
