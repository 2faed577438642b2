"""Indonesian as it is written in sentences."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

_BULAN = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)


def daftar(items: Iterable[str]) -> str:
    """Words as a list in a sentence.

    >>> daftar(["a", "b", "c"])
    'a, b, dan c'
    """
    words = list(items)
    if len(words) > 2:
        return f"{', '.join(words[:-1])}, dan {words[-1]}"
    return " dan ".join(words)


def tanggal(value: date) -> str:
    """A date in words.

    >>> tanggal(date(2023, 9, 22))
    '22 September 2023'
    """
    return f"{value.day} {_BULAN[value.month - 1]} {value.year}"
