"""``python -m variorum`` is the command line."""

import sys

from variorum.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
