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


def sejak(cara: str, hari: date) -> str:
    """Since when something holds: the words of the text, and the day unless they name it.

    >>> sejak("pada tanggal ditetapkan", date(2023, 9, 22))
    'pada tanggal ditetapkan (22 September 2023)'
    >>> sejak("pada tanggal 1 Januari 2024", date(2024, 1, 1))
    'pada tanggal 1 Januari 2024'
    """
    words = tanggal(hari)
    return cara if words in cara else f"{cara} ({words})"
