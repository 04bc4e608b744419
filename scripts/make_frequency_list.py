"""Write language/en/frequency.tsv: English words by falling frequency, from the order of the tokenizer's vocabulary.

The vocabulary of the uncased WordPiece tokenizer (Apache-2.0, kept in encoding/tokenizer) lists whole words roughly by their
frequency in the text it was made from; the rank stands in for a document frequency that no collection can change.

Usage: python scripts/make_frequency_list.py
"""

import json
from pathlib import Path

ROOM = Path(__file__).resolve().parent.parent / "src" / "variorum"


def main() -> None:
    vocabulary = json.loads((ROOM / "encoding/tokenizer/tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"]
    words = [w for w in sorted(vocabulary, key=vocabulary.get) if w.isascii() and w.isalpha() and len(w) > 1]
    origin = "from the tokenizer's vocabulary (Apache-2.0): scripts/make_frequency_list.py"
    head = f"# English words by falling frequency, {origin}\nword\n"
    (ROOM / "language/en/frequency.tsv").write_text(head + "\n".join(words) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
