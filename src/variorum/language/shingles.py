"""Shingles: hashes of runs of words, computed here and by no engine, so that they are equal everywhere.

A word's code is the first 8 bytes of blake2b over its key; a shingle is a polynomial over the codes modulo 2**64,
mixed by the finaliser of splitmix64 (Steele et al. 2014).
"""

import hashlib
from collections.abc import Iterable, MutableMapping

import numpy as np
import numpy.typing as npt

Hashes = npt.NDArray[np.uint64]

_BASE = 0x9E3779B97F4A7C15
_MASK = (1 << 64) - 1


def word_code(key: str) -> int:
    """The 64-bit code of one word key."""
    digest = hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big")


def word_codes(keys: Iterable[str], known: MutableMapping[str, int] | None = None) -> Hashes:
    """Codes of ``keys``, shape (n,); ``known`` is filled with what was computed and spares it the next time."""
    table = {} if known is None else known
    codes = []
    for key in keys:
        code = table.get(key)
        if code is None:
            code = table[key] = word_code(key)
        codes.append(code)
    return np.array(codes, dtype=np.uint64)


def shingle_hashes(codes: Hashes, size: int) -> Hashes:
    """Hashes of every run of ``size`` words, shape ``(max(0, n - size + 1),)``; the i-th run starts at word i.

    Raises ``ValueError`` when ``size`` is below 1.
    """
    if size < 1:
        raise ValueError(f"a shingle has at least one word, not {size}")
    count = max(0, len(codes) - size + 1)
    total = np.zeros(count, dtype=np.uint64)
    factor = 1
    for offset in range(size):
        total += codes[offset : offset + count] * np.uint64(factor)
        factor = factor * _BASE & _MASK
    return _mixed(total)


def _mixed(values: Hashes) -> Hashes:
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))
