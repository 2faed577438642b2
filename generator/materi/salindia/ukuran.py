"""Measures and colours of a slide, 16 to 9. Lengths are CSS pixels until they are written."""

from __future__ import annotations

from pptx.dml.color import RGBColor
from pptx.util import Emu, Pt

LEBAR, TINGGI = 1280.0, 720.0
TEPI = 48.0
JUDUL_ATAS, JUDUL_TINGGI = 30.0, 64.0
ISI_ATAS = 112.0
KAKI_ATAS = 682.0
ISI_LEBAR = LEBAR - 2 * TEPI
ISI_TINGGI = KAKI_ATAS - ISI_ATAS - 8


def _rgb(six: str) -> RGBColor:
    made: RGBColor = RGBColor.from_string(six)  # type: ignore[no-untyped-call]
    return made


TINTA = _rgb("102027")
REDUP = _rgb("4A5A63")
AKSEN = _rgb("00606B")
AWAS = _rgb("8A2F0B")
GARIS = _rgb("B8C4CA")
BIDANG = _rgb("F3F6F7")
PUTIH = _rgb("FFFFFF")
HURUF = "Arial"

_EMU = 9525


def emu(pixels: float) -> Emu:
    """A length in CSS pixels as PowerPoint counts it."""
    return Emu(round(pixels * _EMU))


def points(pixels: float) -> Pt:
    """A size of letters in CSS pixels; PowerPoint keeps hundredths of a point."""
    return Pt(round(pixels * 75) / 100)


def colour(web: str) -> RGBColor:
    """A colour such as ``#e7f0fa``."""
    return _rgb(web.removeprefix("#").upper())
