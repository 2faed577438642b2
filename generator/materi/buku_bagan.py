"""Charts on the pages of a book: among the words, floating to where a page has room, or alone.

All charts are printed with letters of one size, and shrunk only as long as these can be read; a
flow that would need more is cut into parts of a few steps, each beside the words of its steps.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

from generator.bagan.draw import draw, key
from generator.materi.potong import parts
from generator.pages.legenda import Legenda
from generator.pages.values import BaganTerbit
from generator.tenaga import Setempat

Blok = dict[str, Any]
#: The charts that are printed for each flow, by its id.
Tercetak = Mapping[str, tuple[BaganTerbit, ...]]

#: What a CSS pixel is in points.
PIKSEL = 0.75
#: Smallest letters of a chart as drawn, in CSS pixels; as printed, in points: usually, where there
#: is little room, and on a wide page of its own.
HURUF = 12.0
LAZIM, TERKECIL, TERBESAR = 8.0, 7.5, 10.0
#: How far a chart may be shrunk.
SUSUT = TERKECIL / (HURUF * PIKSEL)
#: Room for a chart in CSS pixels, width and height: upright, across, on a fold-out of A3.
TEGAK, MELINTANG, LIPAT = (725.0, 890.0), (1030.0, 610.0), (1490.0, 940.0)
#: A chart that prints no higher than this stands among the words; a higher one floats.
SELA = 230.0


def choose(charts: Sequence[BaganTerbit], folder: Path) -> Tercetak:
    """The charts that a book prints for each flow, by its id: itself if A4 holds it, else parts.

    ``folder`` keeps drawings.
    """
    cut = {one.bagan.id: parts(one.bagan) for one in charts if not _on_a4(one)}
    asked = [part for run in cut.values() for part in run]
    pictures = draw(asked, folder, Setempat(1)).gambar
    return {
        one.bagan.id: tuple(BaganTerbit(part, pictures[key(part)]) for part in cut[one.bagan.id])
        if one.bagan.id in cut
        else (one,)
        for one in charts
    }


def blocks(charts: Iterable[BaganTerbit]) -> Iterator[Blok]:
    """A block for each chart, with its place and its width on paper in points."""
    for chart in charts:
        spot, shrunk = _spot(chart)
        yield {
            "jenis": "bagan",
            "tempat": spot,
            "berkas": file_name(chart),
            "judul": chart.bagan.judul,
            "alt": f"{chart.bagan.judul}. {chart.bagan.keterangan}".strip(),
            "lebar": chart.gambar.lebar * shrunk * PIKSEL,
        }


def pointed(block: Blok, *, close: bool = False) -> Iterator[Blok]:
    """A line that says on which page a chart is; none for one that stands among the words.

    ``close``: it stays on the page of what follows.
    """
    if block["tempat"] != "sela":
        yield {"jenis": "lihat", "lekat": close, **target(block)}


def target(block: Blok) -> Blok:
    """The label of a chart that does not stand among the words."""
    return {"tujuan": f"bagan-{block['berkas']}"} if block["tempat"] != "sela" else {}


def around(chart: Blok, text: Iterable[Blok]) -> Iterator[Blok]:
    """A chart with the text that is about it: before it among the words, else after its beginning.

    What floats is anchored behind the text, so that it never stands on a page before it.
    """
    if chart["tempat"] == "sela":
        yield chart
        yield from text
    else:
        yield from text
        yield chart


def wide_last(chapter: list[Blok]) -> list[Blok]:
    """The blocks of a chapter with its wide pages at its end, so that none cuts a page short."""
    wide = [one for one in chapter if one.get("tempat") in ("melintang", "lipat")]
    return [one for one in chapter if one not in wide] + wide


def scale(chart: BaganTerbit, room: tuple[float, float]) -> float:
    """How far a chart must be shrunk for a room, or may be enlarged."""
    return min(room[0] / chart.gambar.lebar, room[1] / chart.gambar.tinggi)


def file_name(chart: BaganTerbit) -> str:
    """The name of the picture in the folder of the template."""
    return f"{chart.bagan.jenis}-{chart.bagan.id}.svg"


def sample(sign: Legenda) -> str:
    """One sign of a legend as a picture of 34 by 16 pixels."""
    drawn = "".join(f" {name}={quoteattr(value)}" for name, value in sign.atribut)
    colour = dict(sign.atribut).get("stroke", "none")
    head = f'<polygon points="{sign.kepala}" fill={quoteattr(colour)}/>' if sign.kepala else ""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="34" height="16" viewBox="0 0 34 16">'
        f'<path d="{sign.d}"{drawn}/>{head}</svg>'
    )


def _on_a4(chart: BaganTerbit) -> bool:
    return _readable(chart, TEGAK) or _readable(chart, MELINTANG)


def _readable(chart: BaganTerbit, room: tuple[float, float]) -> bool:
    return scale(chart, room) >= SUSUT


def _spot(chart: BaganTerbit) -> tuple[str, float]:
    """Where a chart stands, and how far it is shrunk."""
    if _readable(chart, TEGAK):
        shrunk = min(scale(chart, TEGAK), LAZIM / (HURUF * PIKSEL))
        return "sela" if chart.gambar.tinggi * shrunk <= SELA else "apung", shrunk
    across = _readable(chart, MELINTANG)
    room = MELINTANG if across else LIPAT
    shrunk = min(scale(chart, room), TERBESAR / (HURUF * PIKSEL))
    return "melintang" if across else "lipat", shrunk
