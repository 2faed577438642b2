"""The legend of a chart: every sign that it shows and no other, in words and with a sample."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.bagan import path, style
from generator.graph import Bagan, Kotak, Panah
from generator.model import Asal, Kosakata

#: Forms of boxes in structures, in words.
FORMS = {
    "jabatan": "Jabatan",
    "kelompok": "Kelompok orang",
    "tim": "Tim kerja",
    "luar": "Di luar unit organisasi",
}
#: Kinds of boxes in flows, in words.
STEPS = {
    "tindakan": "Langkah",
    "keputusan": "Keputusan",
    "selesai": "Alur selesai",
    "tidak_diatur": "Tidak diatur dalam naskah",
    "tidak_terbaca": "Tidak terbaca dalam sumber",
}

#: Outlines of a sample, 34 by 16 pixels.
_OUTLINES = {
    "kotak": "M2 2H32V14H2Z",
    "bulat": "M6 2H28Q32 2 32 6V10Q32 14 28 14H6Q2 14 2 10V6Q2 2 6 2Z",
    "segi-enam": "M2 8L8 2H26L32 8L26 14H8Z",
}
_LINE = ((1.0, 8.0), (33.0, 8.0))


@dataclass(frozen=True)
class Legenda:
    """One sign and its meaning, drawn as in the chart.

    ``kelas`` are the classes of the sample, ``bagian`` those of its path, ``d`` its outline,
    ``atribut`` its colours without style sheet, ``kepala`` the points of an arrow head or nothing.
    ``relasi`` is its key where the sign is a line that can be switched.
    """

    kelas: str
    nama: str
    bagian: str
    d: str
    atribut: tuple[tuple[str, str], ...] = ()
    kepala: str = ""
    relasi: str = ""


def legend(bagan: Bagan, kosakata: Kosakata) -> tuple[Legenda, ...]:
    """The signs of a chart: boxes, borders, roles, lines."""
    found = [*_boxes(bagan), *_borders(bagan), *_roles(bagan), *_lines(bagan, kosakata)]
    return tuple(dict.fromkeys(found))


def _boxes(bagan: Bagan) -> Iterator[Legenda]:
    """Kinds of box, the plain look of each; a flow names kinds of step, a structure forms."""
    flow = bagan.jenis == "mekanisme"
    kinds = {box.jenis if flow else box.bentuk for box in bagan.kotak if not box.awal}
    for key, name in (STEPS if flow else FORMS).items():
        if key in kinds:
            kind = f"{'jenis' if flow else 'bentuk'}-{key}".replace("_", "-")
            yield _box(f"kotak {kind}", name, style.box_style(key, key))


def _borders(bagan: Bagan) -> Iterator[Legenda]:
    """What a border or ground adds: where a flow starts, what is reconstructed."""
    for kotak in bagan.kotak:
        if kotak.awal:
            yield _start(kotak)
    rebuilt = [kotak for kotak in bagan.kotak if kotak.asal is Asal.REKONSTRUKSI]
    if rebuilt:
        look = style.box_style(rebuilt[0].jenis, rebuilt[0].bentuk)
        drawn = _drawn("#616161", 1.1, style.DASHES["dashed"])
        outline = _OUTLINES["bulat" if "rounded" in look.style else "kotak"]
        yield Legenda(
            "kotak asal-rekonstruksi", "Direkonstruksi dari teks", "bidang", outline, drawn
        )


def _start(kotak: Kotak) -> Legenda:
    look = style.box_style(kotak.jenis, kotak.bentuk)
    drawn = _drawn(look.line, style.START_BORDER, "", style.START_FILL)
    kind = f"kotak jenis-{kotak.jenis} awal".replace("_", "-")
    name = "Langkah pertama" if kotak.jenis == "tindakan" else "Keputusan pertama"
    return Legenda(kind, name, "bidang", _OUTLINES[style.form(look)], drawn)


def _box(kind: str, name: str, look: style.BoxStyle) -> Legenda:
    dash = style.DASHES["dashed"] if "dashed" in look.style else ""
    drawn = _drawn(look.line, look.border, dash, look.fill)
    return Legenda(kind, name, "bidang", _OUTLINES[style.form(look)], drawn)


def _roles(bagan: Bagan) -> Iterator[Legenda]:
    """Badges, by the role that they name."""
    roles = {lencana.peran: lencana.nama for box in bagan.kotak for lencana in box.lencana}
    for role, name in roles.items():
        kind = f"lencana lencana-{role}".replace("_", "-")
        drawn = (("fill", style.badge_style(role).fill),)
        yield Legenda("peran", f"Peran: {name}", kind, _OUTLINES["bulat"], drawn)


def _lines(bagan: Bagan, kosakata: Kosakata) -> Iterator[Legenda]:
    present = {line.relasi: line for line in bagan.panah}
    for key, word in kosakata.relasi.items():
        if key in present:
            meaning = f"{word.nama} ({word.keterangan})" if word.keterangan else word.nama
            yield _line(present[key], meaning, key)
    if "lalu" in present:
        yield _line(present["lalu"], present["lalu"].nama)


def _line(panah: Panah, meaning: str, key: str = "") -> Legenda:
    look = style.line_style(panah.relasi)
    points, line = path.head(_LINE, look.arrow) if panah.berarah else ("", _LINE)
    drawn = _drawn(look.colour, look.width, style.DASHES[look.dash])
    kind = f"panah relasi-{panah.relasi}".replace("_", "-")
    return Legenda(kind, meaning, "garis", path.data([line]), drawn, points, key)


def _drawn(line: str, points: float, dash: str, fill: str = "none") -> tuple[tuple[str, str], ...]:
    """Attributes of a path; a width in points, as styles have it."""
    found = (("fill", fill), ("stroke", line), ("stroke-width", f"{points * style.SCALE:.3g}"))
    return (*found, ("stroke-dasharray", dash)) if dash else found
