"""The legend of a chart: only what it shows, in words and with a sample."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.bagan.style import box_style, line_style
from generator.graph import Bagan
from generator.model import Asal, Kosakata

_FORMS = {
    "jabatan": "Jabatan",
    "kelompok": "Kelompok orang",
    "tim": "Tim kerja",
    "luar": "Di luar unit organisasi",
}
_STEPS = {
    "tindakan": "Langkah",
    "keputusan": "Keputusan",
    "selesai": "Alur selesai",
    "tidak_diatur": "Tidak diatur dalam naskah",
    "tidak_terbaca": "Tidak terbaca dalam sumber",
}


#: As Graphviz draws them in SVG.
_DASHES = {"dashed": "5,2", "dotted": "1,5"}


@dataclass(frozen=True)
class Legenda:
    """One sign and its meaning, drawn as in the chart: its class, and its SVG attributes.

    ``relasi`` is its key where the sign is a line.
    """

    kelas: str
    nama: str
    atribut: tuple[tuple[str, str], ...] = ()
    relasi: str = ""


def legend(bagan: Bagan, kosakata: Kosakata) -> tuple[Legenda, ...]:
    """The signs of a chart, boxes first."""
    return tuple(dict.fromkeys([*_boxes(bagan), *_lines(bagan, kosakata)]))


def _boxes(bagan: Bagan) -> Iterator[Legenda]:
    flow = bagan.jenis == "mekanisme"
    kinds = {box.jenis if flow else box.bentuk for box in bagan.kotak}
    for key, name in (_STEPS if flow else _FORMS).items():
        if key in kinds:
            look = box_style(key, key)
            kind = f"{'jenis' if flow else 'bentuk'}-{key}".replace("_", "-")
            yield Legenda(kind, name, _drawn(look.line, look.border, look.style, look.fill))
    if any(box.asal is Asal.REKONSTRUKSI for box in bagan.kotak):
        yield Legenda(
            "asal-rekonstruksi", "Direkonstruksi dari teks", _drawn("#616161", 1, "dashed")
        )


def _lines(bagan: Bagan, kosakata: Kosakata) -> Iterator[Legenda]:
    present = {line.relasi for line in bagan.panah}
    for key, word in kosakata.relasi.items():
        if key in present:
            look = line_style(key)
            meaning = f"{word.nama} ({word.keterangan})" if word.keterangan else word.nama
            drawn = _drawn(look.colour, look.width, look.dash)
            yield Legenda(f"relasi-{key}".replace("_", "-"), meaning, drawn, key)


def _drawn(line: str, width: float, style: str, fill: str = "none") -> tuple[tuple[str, str], ...]:
    dash = next((_DASHES[part] for part in style.split(",") if part in _DASHES), "none")
    return (
        ("fill", fill),
        ("stroke", line),
        ("stroke-width", str(width)),
        ("stroke-dasharray", dash),
    )
