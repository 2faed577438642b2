"""Numbers as regulations write them: Roman numerals and Indonesian ordinals."""

from __future__ import annotations

import re
from typing import Final

_ROMAN: Final = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_ROMAN_FORM = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_UNITS: Final = {
    "pertama": 1,
    "satu": 1,
    "dua": 2,
    "tiga": 3,
    "empat": 4,
    "lima": 5,
    "enam": 6,
    "tujuh": 7,
    "delapan": 8,
    "sembilan": 9,
    "sepuluh": 10,
    "sebelas": 11,
}


def is_roman(text: str) -> bool:
    """Whether a text is a Roman numeral in its usual form."""
    return bool(text) and _ROMAN_FORM.fullmatch(text) is not None


def roman(text: str) -> int:
    """The value of a Roman numeral.

    >>> roman("XIV")
    14
    """
    values = [_ROMAN[letter] for letter in text]
    signed = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in signed)


def ordinal(text: str) -> int | None:
    """The value of an Indonesian ordinal, None when it is not one.

    >>> ordinal("Kesatu"), ordinal("Kedua Belas"), ordinal("Kedua Puluh Satu")
    (1, 12, 21)
    """
    first, *rest = text.lower().removeprefix("ke").split()
    value = _UNITS.get(first)
    if value is None:
        return None
    match rest:
        case []:
            return value
        case ["belas"]:
            return 10 + value
        case ["puluh"]:
            return 10 * value
        case ["puluh", unit] if unit in _UNITS:
            return 10 * value + _UNITS[unit]
        case _:
            return None
