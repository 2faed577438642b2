"""Indonesian as it is written in sentences."""

from __future__ import annotations

from collections.abc import Iterable


def daftar(items: Iterable[str]) -> str:
    """Words as a list in a sentence.

    >>> daftar(["a", "b", "c"])
    'a, b, dan c'
    """
    words = list(items)
    if len(words) > 2:
        return f"{', '.join(words[:-1])}, dan {words[-1]}"
    return " dan ".join(words)
