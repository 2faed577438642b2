"""From Graphviz's SVG to one that stands in a page: classes, links, citations, words for readers.

The drawing is taken apart and written anew, so that nothing of Graphviz's own markup is left:
boxes become links to their clause, the pieces of an arrow one path.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree as ET

from generator.bagan import attributes, path, style
from generator.bagan.dot import name, piece_id
from generator.bagan.path import Place, Stretch
from generator.bagan.plan import Plan
from generator.bagan.text import restore
from generator.bagan.track import Spot
from generator.graph import Bagan, Kotak, Panah, Sumber

#: Pixels in a point.
SCALE = 4 / 3
SVG = "{http://www.w3.org/2000/svg}"
FONTS = "Arimo, Arial, Helvetica, sans-serif"
_SHAPES = ("polygon", "path", "ellipse", "polyline", "text")
_KEPT = (
    *("points", "d", "x", "y", "cx", "cy", "rx", "ry", "text-anchor", "fill", "stroke"),
    *("stroke-width", "stroke-dasharray", "font-size", "font-weight"),
)
_NUMBER = re.compile(r"-?\d+\.\d+")
_ID = re.compile(r'\b(id|aria-labelledby|aria-describedby)="([^"]+)"')


def inline(bagan: Bagan, chart: Plan, raw: str) -> tuple[str, int, int]:
    """The SVG for a page, with its width and height in pixels."""
    old = ET.fromstring(raw)
    width, height = _size(old)
    root = _root(bagan, width, height)
    groups = {group.get("id", ""): group for group in old.iter(f"{SVG}g")}
    by_title = {group.findtext(f"{SVG}title", ""): group for group in old.iter(f"{SVG}g")}
    canvas = ET.SubElement(root, "g", {"transform": _move(old)})
    canvas.extend(_grounds(bagan, by_title))
    canvas.extend(_rules(chart, groups))
    drawn = {pair: _ends(groups[piece_id(*pair)]) for pair in _pairs(chart)}
    boxes = {node.box: by_title[name(spot)] for spot, node in chart.nodes.items() if node.box}
    for run in chart.runs:
        frames = _frame(boxes[run.panah.dari]), _frame(boxes[run.panah.ke])
        parts = path.reaching(path.stretches(run, drawn), *frames)
        canvas.append(_arrow(bagan, run.panah, parts, groups[piece_id(*run.spots[:2])]))
    canvas.extend(_nodes(bagan, chart, boxes, by_title))
    return restore(ET.tostring(root, encoding="unicode")), math.ceil(width), math.ceil(height)


def prefixed(svg: str, prefix: str) -> str:
    """The same SVG with other ids, for a page on which charts of several regencies stand."""

    def rename(match: re.Match[str]) -> str:
        ids = " ".join(f"{prefix}-{one}" for one in match[2].split())
        return f'{match[1]}="{ids}"'

    return _ID.sub(rename, svg)


def _size(old: ET.Element) -> tuple[float, float]:
    """Width and height in pixels; Graphviz writes points."""
    width, height = (old.get(side, "0").removesuffix("pt") for side in ("width", "height"))
    return SCALE * float(width), SCALE * float(height)


def _root(bagan: Bagan, width: float, height: float) -> ET.Element:
    ident = f"gambar-{bagan.jenis}-{bagan.id}"
    root = ET.Element(
        "svg",
        {
            "xmlns": SVG.strip("{}"),
            "id": ident,
            "class": f"bagan bagan-{bagan.jenis}",
            "role": "group",
            "aria-labelledby": f"{ident}-judul",
            "aria-describedby": f"{ident}-uraian",
            "width": str(math.ceil(width)),
            "height": str(math.ceil(height)),
            "viewBox": f"0 0 {_short(width / SCALE)} {_short(height / SCALE)}",
            "font-family": FONTS,
        },
    )
    ET.SubElement(root, "title", {"id": f"{ident}-judul"}).text = f"{bagan.judul}, {bagan.daerah}"
    ET.SubElement(root, "desc", {"id": f"{ident}-uraian"}).text = _described(bagan)
    return root


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


def _move(old: ET.Element) -> str:
    """The shift that Graphviz gives its drawing: its origin is at the bottom."""
    graph = old.find(f"{SVG}g")
    found = re.search(r"translate\([^)]*\)", "" if graph is None else graph.get("transform", ""))
    return found[0] if found else "translate(0 0)"


def _grounds(bagan: Bagan, by_title: Mapping[str, ET.Element]) -> Iterator[ET.Element]:
    """Lanes and stages."""
    grounds = [f"lajur-{lajur.id}" for lajur in bagan.lajur]
    grounds += [f"tahap-{tahap.id}" for tahap in bagan.tahap]
    for which in grounds:
        group = ET.Element("g", {"class": str(attributes.ground(bagan, which)["class"])})
        group.extend(_shapes(by_title[f"cluster_{which}"]))
        yield group


def _rules(chart: Plan, groups: Mapping[str, ET.Element]) -> Iterator[ET.Element]:
    """The line at the end of a stage, as one path from side to side."""
    for rule in chart.rules:
        (x1, y), _ = _ends(groups[piece_id(*rule[:2])])
        _, (x2, _) = _ends(groups[piece_id(*rule[-2:])])
        values = {"class": "batas-tahap", "fill": "none", "stroke": style.STAGE_LINE}
        values |= {"stroke-dasharray": style.DASHES["dashed"]}
        yield ET.Element("path", {**values, "d": f"M{_short(x1)},{_short(y)}H{_short(x2)}"})


def _pairs(chart: Plan) -> set[tuple[Spot, Spot]]:
    return {
        (one, two) if one < two else (two, one)
        for run in chart.runs
        for one, two in zip(run.spots, run.spots[1:], strict=False)
    }


def _ends(group: ET.Element) -> tuple[Place, Place]:
    """Where a piece begins and ends, the tip of its arrow head included."""
    line = group.find(f".//{SVG}path")
    numbers = [float(n) for n in re.findall(r"-?[\d.]+", "" if line is None else line.get("d", ""))]
    start, end = (numbers[0], numbers[1]), (numbers[-2], numbers[-1])
    for polygon in group.iter(f"{SVG}polygon"):
        corners = [tuple(map(float, pair.split(","))) for pair in polygon.get("points", "").split()]
        ends = (max(corners, key=lambda c: math.dist(c, one)) for one in (end, start))
        ahead, behind = ends
        if min(math.dist(c, end) for c in corners) < min(math.dist(c, start) for c in corners):
            end = (ahead[0], ahead[1])
        else:
            start = (behind[0], behind[1])
    return start, end


def _frame(box: ET.Element) -> path.Frame:
    """The edges of a box."""
    shape = next(one for one in _shapes(box) if one.tag != "text")
    text = shape.get("points") or shape.get("d") or ""
    numbers = [float(number) for number in re.findall(r"-?[\d.]+", text)]
    xs, ys = numbers[::2], numbers[1::2]
    return min(xs), min(ys), max(xs), max(ys)


def _arrow(bagan: Bagan, panah: Panah, parts: list[Stretch], first: ET.Element) -> ET.Element:
    """One arrow: a path, its head, its words; with its citation for reader and script."""
    look = style.line_style(panah.relasi)
    group = ET.Element(
        "g",
        {
            "id": panah.id,
            "class": f"panah relasi-{panah.relasi} asal-{panah.asal}".replace("_", "-"),
            "data-relasi": panah.relasi,
            "data-dari": panah.dari,
            "data-ke": panah.ke,
            **_cited(panah.dasar),
        },
    )
    ET.SubElement(group, "title").text = _arrow_words(bagan, panah)
    points = ""
    if panah.berarah:
        points, parts[-1] = path.head(parts[-1], look.arrow)
    values = {"class": "garis", "d": path.data(parts), "fill": "none", "stroke": look.colour}
    values |= {"stroke-width": str(look.width), "stroke-dasharray": style.DASHES[look.dash]}
    ET.SubElement(group, "path", {key: value for key, value in values.items() if value})
    if points:
        ET.SubElement(group, "polygon", {"class": "kepala", "points": points, "fill": look.colour})
    group.extend(_labels(first))
    return group


def _arrow_words(bagan: Bagan, panah: Panah) -> str:
    titles = {kotak.id: kotak.judul for kotak in bagan.kotak}
    name_ = f"{panah.nama} ({panah.label})" if panah.label else panah.nama
    return f"{name_}: {titles[panah.dari]} → {titles[panah.ke]}{_quoted(panah.dasar)}"


def _labels(piece: ET.Element) -> Iterator[ET.Element]:
    """The words beside a piece, if it carries any."""
    return (shape for shape in _shapes(piece) if shape.tag == "text")


def _nodes(
    bagan: Bagan, chart: Plan, boxes: Mapping[str, ET.Element], by_title: Mapping[str, ET.Element]
) -> Iterator[ET.Element]:
    """Titles; boxes in the order of the data, so that the keyboard follows the steps; words."""
    known = {kotak.id for kotak in bagan.kotak}
    lanes = {lajur.id: lajur.judul for lajur in bagan.lajur}
    for box, drawn in boxes.items():
        if box not in known:
            kind = "judul-tahap" if box.startswith("tahap-") else "judul-lajur"
            group = ET.Element("g", {"class": kind})
            group.extend(_labels(drawn))
            yield group
    for kotak in bagan.kotak:
        yield _box(kotak, lanes, boxes[kotak.id])
    for spot, node in chart.nodes.items():
        if node.words is not None:
            relation = f"kata relasi-{node.relation}".replace("_", "-")
            group = ET.Element("g", {"class": relation, "data-relasi": node.relation or ""})
            group.extend(_labels(by_title[name(spot)]))
            yield group


def _box(kotak: Kotak, lanes: Mapping[str, str], drawn: ET.Element) -> ET.Element:
    """A box as a link to its clause; without a citation it is no link."""
    values = {"id": kotak.id, "class": " ".join(attributes.box_classes(kotak))}
    if kotak.dasar:
        values["href"] = kotak.dasar[0].alamat
    if kotak.lajur:
        values["data-pelaku"] = lanes[kotak.lajur]
    if kotak.lencana:
        values["data-peran"] = " ".join(lencana.peran for lencana in kotak.lencana)
    group = ET.Element("a" if kotak.dasar else "g", values | _cited(kotak.dasar))
    ET.SubElement(group, "title").text = _box_words(kotak)
    shapes = list(_shapes(drawn))
    for number, shape in enumerate(shapes):
        shape.set("class", "bidang" if number == 0 else _part(shape, kotak))
        group.append(shape)
    return group


def _part(shape: ET.Element, kotak: Kotak) -> str:
    """What a piece of a box is: a role's ground or words, the title, or a smaller line."""
    for lencana in kotak.lencana:
        look = style.badge_style(lencana.peran)
        role = lencana.peran.replace("_", "-")
        if shape.get("fill") in (look.fill, look.line):
            return f"lencana lencana-{role}" if shape.tag != "text" else f"peran peran-{role}"
    small = float(shape.get("font-size", "0")) < style.TITLE_SIZE
    return "rincian" if small and kotak.jenis not in ("tidak_diatur", "tidak_terbaca") else "judul"


def _box_words(kotak: Kotak) -> str:
    roles = (lencana.nama for lencana in kotak.lencana)
    return ". ".join([kotak.judul, *kotak.rincian, *roles]) + _quoted(kotak.dasar)


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


def _shapes(group: ET.Element) -> Iterator[ET.Element]:
    """Copies of what is drawn in a group, with the attributes that matter."""
    for old in group.iter():
        tag = old.tag.removeprefix(SVG)
        if tag not in _SHAPES:
            continue
        values = {key: _rounded(old.get(key, "")) for key in _KEPT if old.get(key)}
        if values.get("stroke-width") == "0" or not (old.text or tag != "text"):
            continue
        shape = ET.Element(tag, values)
        shape.text = old.text
        yield shape


def _rounded(value: str) -> str:
    return _NUMBER.sub(lambda match: _short(float(match[0])), value)


def _short(number: float) -> str:
    return f"{round(number, 1) + 0.0:g}"
