"""How large a text may be: far above any regulation, and far below what would take a machine."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.problems import Place, Problem

#: Letters in one line, which is one paragraph; the longest real one has 1,332.
MAX_LINE: Final = 6_000
#: Lines with words; the longest real text has 507.
MAX_LINES: Final = 15_000
#: Letters; the longest real text has about 60,000.
MAX_LETTERS: Final = 1_500_000
#: Clauses inside each other; an amendment of an amendment comes to a dozen.
MAX_DEPTH: Final = 30


def too_large(text: str, file: str) -> Iterator[Problem]:
    """What is too large in a text: a line, or the whole."""
    lines = text.split("\n")
    for number, line in enumerate(lines, start=1):
        if len(line) > MAX_LINE:
            yield Problem(
                Place(file, number, MAX_LINE + 1),
                f"baris terlalu panjang ({len(line)} huruf)",
                f"bagi menjadi beberapa alinea, masing-masing paling panjang {MAX_LINE} huruf",
            )
    count = sum(map(bool, map(str.strip, lines)))
    if count > MAX_LINES or len(text) > MAX_LETTERS:
        yield Problem(
            Place(file),
            f"naskah terlalu panjang ({len(text)} huruf, {count} baris berisi)",
            f"paling panjang {MAX_LETTERS} huruf dan {MAX_LINES} baris; periksa isinya",
        )
