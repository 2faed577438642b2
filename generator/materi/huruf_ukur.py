"""How wide words are in the letters of the material: Arimo, which is as wide as Arial."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

from PIL import ImageFont

_FILES = {
    False: Path(__file__).parent / "huruf" / "arimo-latin-400-normal.ttf",
    True: Path(__file__).parent / "huruf" / "arimo-latin-700-normal.ttf",
}
#: Letters are measured at this size, in pixels, and scaled.
_SIZE = 1000
#: Words of one size and weight.
Lari = tuple[str, float, bool]


def text_width(text: str, size: float, bold: bool = False) -> float:
    """How wide a text is on one line, in the unit of ``size``; kerning is not counted on."""
    return _unit(text, bold) * size


def break_lines(runs: Sequence[Lari], room: float) -> list[float]:
    """The sizes of the lines into which runs fall, broken at spaces: each its largest letters.

    ``room`` is the width of a line; a word that is wider stands on lines of its own.
    """
    found: list[float] = []
    used, largest = 0.0, 0.0
    for word, size, bold in _words(runs):
        wide = text_width(word, size, bold)
        bare = text_width(word.rstrip(), size, bold)
        if used and used + bare > room:
            found.append(largest)
            used, largest = 0.0, 0.0
        largest = max(largest, size)
        # A word wider than the room fills lines of its own.
        found += [size] * int(bare // max(room, size))
        used += wide
    return [*found, largest]


def _words(runs: Sequence[Lari]) -> list[Lari]:
    """The words of runs, each with the white space after it."""
    found: list[Lari] = []
    for text, size, bold in runs:
        start = 0
        for index in range(1, len(text)):
            if text[index - 1] == " " and text[index] != " ":
                found.append((text[start:index], size, bold))
                start = index
        found.append((text[start:], size, bold))
    return found


@lru_cache(maxsize=16384)
def _unit(text: str, bold: bool) -> float:
    return sum(_advance(letter, bold) for letter in text) / _SIZE


@cache
def _advance(letter: str, bold: bool) -> float:
    return float(_font(bold).getlength(letter))


@cache
def _font(bold: bool) -> ImageFont.FreeTypeFont:
    # Basic layout: the letters' own widths, whatever libraries this machine has.
    return ImageFont.truetype(str(_FILES[bold]), _SIZE, layout_engine=ImageFont.Layout.BASIC)
