"""A drawn chart as an SVG that stands in a page: classes, links, citations, words for readers.

It is written from numbers (`tata`), so that nothing of Graphviz's own markup is in it: boxes are
links to their clause, each arrow is one path.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from generator.bagan import path, style
from generator.bagan.path import short
from generator.bagan.tata import Baris, Bidang, Kata, KotakTata, PanahTata, Tata
from generator.bagan.text import clean
from generator.graph import Bagan, Kotak, Panah, Sumber

FONTS = "Arimo, Arial, Helvetica, sans-serif"
#: Pixels: how round the corners of a round box are, and those of a badge.
ROUND = 14.0
BADGE_ROUND = 6.0
_SPECIAL = re.compile(r'[&<>"\x00-\x1f\x7f\ufffe\uffff]')
_ENTITIES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\t": "&#9;"}
)
_ID = re.compile(r'\b(id|aria-labelledby|aria-describedby)="([^"]+)"')


def inline(bagan: Bagan, tata: Tata) -> str:
    """The SVG for a page."""
    kotak = {one.id: one for one in bagan.kotak}
    panah = {one.id: one for one in bagan.panah}
    parts = [
        _start(bagan, tata),
        *(_ground(ground) for ground in (*tata.lajur, *tata.tahap)),
        *(_rule(rule) for rule in tata.batas),
        *(_arrow(bagan, panah[one.id], one) for one in tata.panah),
        *(_titles("judul-lajur", ground) for ground in tata.lajur),
        *(_titles("judul-tahap", ground) for ground in tata.tahap),
        *(_box(bagan, kotak[one.id], one) for one in tata.kotak),
        *(_words(one) for one in tata.kata),
        "</svg>",
    ]
    return "".join(parts)


def prefixed(svg: str, prefix: str) -> str:
    """The same SVG with other ids, for a page on which charts of several regencies stand."""

    def rename(match: re.Match[str]) -> str:
        ids = " ".join(f"{prefix}-{one}" for one in match[2].split())
        return f'{match[1]}="{ids}"'

    return _ID.sub(rename, svg)


def _tag(tag: str, values: Mapping[str, object], inside: str | None = None) -> str:
    """An element; without ``inside`` an empty one."""
    start = f"<{tag} {_attributes(values)}"
    return f"{start}/>" if inside is None else f"{start}>{inside}</{tag}>"


def _attributes(values: Mapping[str, object]) -> str:
    """Attributes, quoted; those without a value are left out."""
    return " ".join(f'{key}="{_data(str(value))}"' for key, value in values.items() if value != "")


def _data(text: str) -> str:
    """Text as data in XML, in an element or in an attribute."""
    return clean(text).translate(_ENTITIES) if _SPECIAL.search(text) else text


def _said(text: str) -> str:
    return f"<title>{_data(text)}</title>"


def _start(bagan: Bagan, tata: Tata) -> str:
    ident = f"gambar-{bagan.jenis}-{bagan.id}"
    values = {
        "xmlns": "http://www.w3.org/2000/svg",
        "id": ident,
        "class": f"bagan bagan-{bagan.jenis}",
        "role": "group",
        "aria-labelledby": f"{ident}-judul",
        "aria-describedby": f"{ident}-uraian",
        "width": short(tata.lebar),
        "height": short(tata.tinggi),
        "viewBox": f"0 0 {short(tata.lebar)} {short(tata.tinggi)}",
        "font-family": FONTS,
    }
    title = _data(f"{bagan.judul}, {bagan.daerah}")
    described = _data(_described(bagan))
    return (
        f"<svg {_attributes(values)}>"
        f'<title id="{ident}-judul">{title}</title><desc id="{ident}-uraian">{described}</desc>'
    )


def _described(bagan: Bagan) -> str:
    """What a chart shows, in a sentence or two."""
    if bagan.jenis == "mekanisme":
        steps = sum(kotak.jenis in ("tindakan", "keputusan") for kotak in bagan.kotak)
        lanes = ", ".join(lajur.judul for lajur in bagan.lajur)
        words = f"Bagan alur dengan {steps} langkah. Pelaku: {lanes}."
    else:
        relations = ", ".join(dict.fromkeys(panah.nama for panah in bagan.panah))
        words = f"Bagan struktur dengan {len(bagan.kotak)} kotak. Garis: {relations or '-'}."
    return f"{words} {bagan.keterangan}".strip()


def _rectangle(one: Bidang | KotakTata, kind: str, **more: object) -> str:
    values: dict[str, object] = {"class": kind, "x": short(one.x), "y": short(one.y)}
    values |= {"width": short(one.lebar), "height": short(one.tinggi), **more}
    return _tag("rect", values)


def _ground(ground: Bidang) -> str:
    """A lane or a stage."""
    inside = _rectangle(ground, "", fill=ground.isi, stroke=ground.tepi)
    return _tag("g", {"class": ground.kelas}, inside)


def _titles(kind: str, ground: Bidang) -> str:
    return _tag("g", {"class": kind}, _texts(ground.baris))


def _rule(rule: tuple[path.Place, path.Place]) -> str:
    (x1, y), (x2, _) = rule
    values = {"class": "batas-tahap", "fill": "none", "stroke": style.STAGE_LINE}
    values |= {"stroke-dasharray": style.DASHES["dashed"]}
    return _tag("path", values | {"d": f"M{short(x1)},{short(y)}H{short(x2)}"})


def _texts(lines: Iterable[Baris]) -> str:
    return "".join(_text(line) for line in lines)


def _text(line: Baris) -> str:
    values = {
        "class": line.kelas,
        "x": short(line.x),
        "y": short(line.y),
        "text-anchor": "middle" if line.jangkar == "middle" else "",
        "font-size": f"{line.ukuran:g}",
        "font-weight": "bold" if line.tebal else "",
        "fill": line.warna,
    }
    return _tag("text", values, _data(line.isi))


def _arrow(bagan: Bagan, panah: Panah, drawn: PanahTata) -> str:
    """One arrow: a path, its head, its words; with its citation for reader and script."""
    lines, points = drawn.garis, ""
    if drawn.kepala:
        points, last = path.head(lines[-1], drawn.kepala)
        lines = (*lines[:-1], last)
    line = {
        "class": "garis",
        "d": path.data(lines),
        "fill": "none",
        "stroke": drawn.warna,
        "stroke-width": f"{drawn.tebal:g}",
        "stroke-dasharray": drawn.putus,
    }
    kinds = f"panah relasi-{panah.relasi} asal-{panah.asal}".replace("_", "-")
    values = {
        "id": panah.id,
        "class": f"{kinds} beda-{panah.beda}" if panah.beda else kinds,
        "data-relasi": panah.relasi,
        "data-dari": panah.dari,
        "data-ke": panah.ke,
        **_cited(panah.dasar),
    }
    inside = [_said(_arrow_words(bagan, panah)), _tag("path", line)]
    if points:
        inside.append(_tag("polygon", {"class": "kepala", "points": points, "fill": drawn.warna}))
    return _tag("g", values, "".join([*inside, _texts(drawn.baris)]))


def _arrow_words(bagan: Bagan, panah: Panah) -> str:
    titles = {kotak.id: kotak.judul for kotak in bagan.kotak}
    name = f"{panah.nama} ({panah.label})" if panah.label else panah.nama
    return f"{name}: {titles[panah.dari]} → {titles[panah.ke]}{_quoted(panah.dasar)}"


def _box(bagan: Bagan, kotak: Kotak, drawn: KotakTata) -> str:
    """A box as a link to its clause; without a citation it is no link."""
    values = {"id": kotak.id, "class": drawn.kelas}
    if kotak.dasar:
        values["href"] = kotak.dasar[0].alamat
    if kotak.lajur:
        values["data-pelaku"] = next(one.judul for one in bagan.lajur if one.id == kotak.lajur)
    if kotak.lencana:
        values["data-peran"] = " ".join(lencana.peran for lencana in kotak.lencana)
    badges = (_rectangle(b, b.kelas, rx=BADGE_ROUND, fill=b.isi) for b in drawn.lencana)
    inside = [_said(_box_words(kotak)), _shape(drawn), *badges, _texts(drawn.baris)]
    return _tag("a" if kotak.dasar else "g", values | _cited(kotak.dasar), "".join(inside))


def _shape(drawn: KotakTata) -> str:
    look: dict[str, object] = {"fill": drawn.isi, "stroke": drawn.tepi}
    look |= {"stroke-width": f"{drawn.tebal:g}", "stroke-dasharray": drawn.putus}
    if drawn.bentuk == "segi-enam":
        points = " ".join(f"{short(x)},{short(y)}" for x, y in _hexagon(drawn))
        return _tag("polygon", {"class": "bidang", "points": points, **look})
    radius = min(ROUND, drawn.tinggi / 3) if drawn.bentuk == "bulat" else 0
    return _rectangle(drawn, "bidang", **({"rx": short(radius)} if radius else {}), **look)


def _hexagon(drawn: KotakTata) -> Iterator[path.Place]:
    left, right = drawn.x, drawn.x + drawn.lebar
    top, bottom = drawn.y, drawn.y + drawn.tinggi
    yield from ((left, (top + bottom) / 2), (left + drawn.lancip, top), (right - drawn.lancip, top))
    yield from ((right, (top + bottom) / 2), (right - drawn.lancip, bottom))
    yield left + drawn.lancip, bottom


def _box_words(kotak: Kotak) -> str:
    roles = (lencana.nama for lencana in kotak.lencana)
    return ". ".join([kotak.judul, *kotak.rincian, *roles]) + _quoted(kotak.dasar)


def _words(kata: Kata) -> str:
    values = {"class": f"kata relasi-{kata.relasi}".replace("_", "-"), "data-relasi": kata.relasi}
    return _tag("g", values, _texts(kata.baris))


def _quoted(dasar: tuple[Sumber, ...]) -> str:
    return f" — {dasar[0].sebutan}: “{dasar[0].kutipan}”" if dasar else ""


def _cited(dasar: tuple[Sumber, ...]) -> dict[str, str]:
    """The first citation, for the page's script; the twin in words lists all of them."""
    if not dasar:
        return {}
    first = dasar[0]
    return {
        "data-klausa": first.klausa,
        "data-sebutan": first.sebutan,
        "data-kutipan": first.kutipan,
    }
