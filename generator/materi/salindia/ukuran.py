"""Lengths and colours as PowerPoint writes them, from CSS pixels and web colours."""

from __future__ import annotations

from pptx.dml.color import RGBColor
from pptx.util import Emu, Pt

PUTIH = "#ffffff"
BIDANG = "#eaf0f2"
GARIS = "#b8c4ca"
HURUF = "Arial"
BAHASA = "id-ID"

_EMU = 9525


def emu(pixels: float) -> Emu:
    """A length in CSS pixels as PowerPoint counts it."""
    return Emu(round(pixels * _EMU))


def points(pixels: float) -> Pt:
    """A size of letters in CSS pixels; PowerPoint keeps hundredths of a point."""
    return Pt(round(pixels * 75) / 100)


def colour(web: str) -> RGBColor:
    """A colour such as ``#e7f0fa``."""
    made: RGBColor = RGBColor.from_string(  # type: ignore[no-untyped-call]
        web.removeprefix("#").upper()
    )
    return made
