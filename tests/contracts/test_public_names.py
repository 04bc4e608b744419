"""The public surface: sorted, complete, and cheap to import."""

import subprocess
import sys

import variorum


def test_public_names_are_sorted_and_exist() -> None:
    assert variorum.__all__ == sorted(variorum.__all__)
    assert all(hasattr(variorum, name) for name in variorum.__all__)


def test_importing_loads_no_model_and_no_heavy_library() -> None:
    code = "import sys, variorum; print([m for m in ('spacy', 'onnxruntime', 'tokenizers', 'thinc') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
