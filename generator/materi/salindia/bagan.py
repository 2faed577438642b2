"""Charts on a slide as native shapes: boxes, badges, lanes, connectors, where Graphviz put them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn

from generator.bagan.tata import Baris, Bidang, KotakTata, PanahTata, Tata, Titik
from generator.materi.salindia.teks import Kotak, Lari, add_box, add_run, bare
from generator.materi.salindia.ukuran import colour, emu, points

_SHAPES = {
    "kotak": MSO_SHAPE.RECTANGLE,
    "bulat": MSO_SHAPE.ROUNDED_RECTANGLE,
    "segi-enam": MSO_SHAPE.HEXAGON,
}
#: No chart is enlarged beyond this: a small one should not shout.
_TERBESAR = 1.7
#: Where a base line stands below the top of its line, in sizes of the letters (Arial).
_ASCENT = 0.905
_LINE = 1.149
_HEADS = {"normal": "triangle", "vee": "arrow", "diamond": "diamond"}


class Panggung:
    """A place on a slide in which a chart stands: its own pixels become those of the slide."""

    def __init__(self, place: Kotak, tata: Tata) -> None:
        self.skala = min(place.lebar / tata.lebar, place.tinggi / tata.tinggi, _TERBESAR)
        self._x = place.x + (place.lebar - tata.lebar * self.skala) / 2
        self._y = place.y + (place.tinggi - tata.tinggi * self.skala) / 2

    def at(self, point: Titik) -> Titik:
        """A point of the chart on the slide."""
        return self._x + point[0] * self.skala, self._y + point[1] * self.skala

    def place(self, x: float, y: float, width: float, height: float) -> Kotak:
        """A rectangle of the chart on the slide."""
        left, top = self.at((x, y))
        return Kotak(left, top, width * self.skala, height * self.skala)


def add_chart(slide: Any, place: Kotak, tata: Tata) -> None:
    """Draw a chart in the order of its painting: grounds, lines, boxes, words."""
    stage = Panggung(place, tata)
    for ground in (*tata.lajur, *tata.tahap):
        _ground(slide, stage, ground)
    for rule in tata.batas:
        _line(slide, stage, rule, "#90a4ae", 1.0, "")
    boxes = {box.id: _box(slide, stage, box) for box in tata.kotak}
    for arrow in tata.panah:
        _arrow(slide, stage, arrow, boxes)
    for words in tata.kata:
        _label(slide, stage, words.baris)
    for arrow in tata.panah:
        _label(slide, stage, arrow.baris)


def _ground(slide: Any, stage: Panggung, ground: Bidang) -> None:
    place = stage.place(ground.x, ground.y, ground.lebar, ground.tinggi)
    shape = _shape(slide, MSO_SHAPE.RECTANGLE, place, ground.isi, ground.tepi, 0.75)
    shape.name = f"Bidang {ground.id}"
    for line in ground.baris:
        _label(slide, stage, (line,))


def _box(slide: Any, stage: Panggung, box: KotakTata) -> Any:
    place = stage.place(box.x, box.y, box.lebar, box.tinggi)
    shape = _shape(slide, _SHAPES[box.bentuk], place, box.isi, box.tepi, box.tebal * stage.skala)
    shape.name = f"Kotak {box.id}"
    if box.putus:
        _dash(shape, box.putus)
    if box.bentuk == "bulat":
        shape.adjustments[0] = 0.12
    if box.bentuk == "segi-enam" and place.tinggi:
        shape.adjustments[0] = box.lancip / min(box.tinggi, box.lebar)
    badges = {line for badge in box.lencana for line in badge.baris}
    own = [line for line in box.baris if line not in badges and "peran" not in line.kelas]
    _inside(shape, stage, box, own)
    for badge in box.lencana:
        _badge(slide, stage, badge, [line for line in box.baris if _on(line, badge)])
    return shape


def _on(line: Baris, badge: Bidang) -> bool:
    return badge.y <= line.y <= badge.y + badge.tinggi + 1


def _inside(shape: Any, stage: Panggung, box: KotakTata, lines: Sequence[Baris]) -> None:
    """The words of a box in its own text frame, line by line where Graphviz put them."""
    frame = bare(shape.text_frame)
    frame.word_wrap = False
    if not lines:
        return
    above = lines[0].y - lines[0].ukuran * _ASCENT - box.y
    frame.margin_top = emu(max(above, 0) * stage.skala)
    _lines(frame, stage, lines)


def _lines(frame: Any, stage: Panggung, lines: Sequence[Baris]) -> None:
    """Lines as one paragraph each, at their exact distance."""
    for number, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.alignment = PP_ALIGN.CENTER if line.jangkar == "middle" else PP_ALIGN.LEFT
        step = line.y - lines[number - 1].y if number else line.ukuran * _LINE
        paragraph.line_spacing = points(step * stage.skala)
        size = line.ukuran * stage.skala
        add_run(paragraph, Lari(line.isi, size, line.tebal, colour(line.warna or "#102027")))


def _badge(slide: Any, stage: Panggung, badge: Bidang, lines: Sequence[Baris]) -> None:
    place = stage.place(badge.x, badge.y, badge.lebar, badge.tinggi)
    shape = _shape(slide, MSO_SHAPE.RECTANGLE, place, badge.isi, badge.tepi, 0.5)
    shape.name = f"Peran {badge.id}"
    frame = bare(shape.text_frame, MSO_ANCHOR.MIDDLE)
    frame.word_wrap = False
    _lines(frame, stage, lines)


def _label(slide: Any, stage: Panggung, lines: Sequence[Baris]) -> None:
    """Words beside or in a line, each in a box of its own on white ground where in a line."""
    for line in lines:
        width = max(len(line.isi) * line.ukuran * 0.62, line.ukuran)
        left = line.x - width / 2 if line.jangkar == "middle" else line.x
        top = line.y - line.ukuran * _ASCENT
        frame = add_box(slide, stage.place(left, top, width, line.ukuran * _LINE))
        frame.word_wrap = False
        _lines(frame, stage, (line,))


def _shape(slide: Any, kind: Any, place: Kotak, fill: str, line: str, width: float) -> Any:
    shape = slide.shapes.add_shape(
        kind, emu(place.x), emu(place.y), emu(place.lebar), emu(place.tinggi)
    )
    _plain(shape)
    if fill in ("", "none", "transparent"):
        shape.fill.background()
    else:
        shape.fill.solid()
        shape.fill.fore_color.rgb = colour(fill)
    if line in ("", "none", "transparent"):
        shape.line.fill.background()
    else:
        shape.line.color.rgb = colour(line)
        shape.line.width = emu(width)
    return shape


def _plain(shape: Any) -> None:
    """Take the theme's look from a shape: its shadow is seen even where it is switched off."""
    style = shape._element.find(qn("p:style"))
    if style is not None:
        shape._element.remove(style)


def _arrow(slide: Any, stage: Panggung, arrow: PanahTata, boxes: dict[str, Any]) -> None:
    """A straight arrow is a connector that is tied to its boxes; one with corners a free line.

    A connector with corners finds its own way in every program, and not ours.
    """
    for number, piece in enumerate(arrow.garis):
        last = number == len(arrow.garis) - 1
        head = _HEADS.get(arrow.kepala, "") if last else ""
        if len(piece) == 2:
            shape = _line(
                slide, stage, (piece[0], piece[1]), arrow.warna, arrow.tebal * stage.skala, head
            )
            if number == 0 and arrow.dari in boxes:
                _tie(shape, "a:stCxn", boxes[arrow.dari], stage.at(piece[0]))
            if last and arrow.ke in boxes:
                _tie(shape, "a:endCxn", boxes[arrow.ke], stage.at(piece[1]))
        else:
            shape = _path(slide, stage, piece, arrow, head)
        shape.name = f"Panah {arrow.id}"
        if arrow.putus:
            _dash(shape, arrow.putus)


def _line(
    slide: Any,
    stage: Panggung,
    ends: tuple[Titik, Titik],
    web: str,
    width: float,
    head: str,
) -> Any:
    (x1, y1), (x2, y2) = stage.at(ends[0]), stage.at(ends[1])
    line = slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, emu(x1), emu(y1), emu(x2), emu(y2))
    line.line.color.rgb = colour(web)
    line.line.width = emu(width)
    _head(line, head)
    return line


def _path(slide: Any, stage: Panggung, piece: Sequence[Titik], arrow: PanahTata, head: str) -> Any:
    corners = [stage.at(point) for point in piece]
    builder = slide.shapes.build_freeform(
        round(emu(corners[0][0])), round(emu(corners[0][1])), scale=1.0
    )
    builder.add_line_segments([(emu(x), emu(y)) for x, y in corners[1:]], close=False)
    shape = builder.convert_to_shape()
    _plain(shape)
    shape.fill.background()
    shape.line.color.rgb = colour(arrow.warna)
    shape.line.width = emu(arrow.tebal * stage.skala)
    _head(shape, head)
    return shape


def _tie(line: Any, tag: str, box: Any, point: Titik) -> None:
    """Tie an end of a connector to a box where it meets one of the box's own points for that."""
    ties = line._element.nvCxnSpPr.cNvCxnSpPr
    for index, (x, y) in _sites(box).items():
        if abs(emu(point[0]) - x) < emu(1.5) and abs(emu(point[1]) - y) < emu(1.5):
            tie = ties.get_or_add_stCxn() if tag == "a:stCxn" else ties.get_or_add_endCxn()
            tie.id, tie.idx = box.shape_id, index
            return


def _sites(box: Any) -> dict[int, Titik]:
    """Where connectors can be tied, by number: a hexagon has none in the middle of its top."""
    middle_x, middle_y = box.left + box.width / 2, box.top + box.height / 2
    left, right = (box.left, middle_y), (box.left + box.width, middle_y)
    if box.auto_shape_type == MSO_SHAPE.HEXAGON:
        return {0: right, 3: left}
    return {0: (middle_x, box.top), 1: left, 2: (middle_x, box.top + box.height), 3: right}


def _dash(shape: Any, _pattern: str) -> None:
    line = shape.line._get_or_add_ln()
    short = _pattern.startswith("1")
    element = line.makeelement(qn("a:prstDash"), {"val": "sysDot" if short else "dash"})
    tail = line.find(qn("a:tailEnd"))
    if tail is None:
        line.append(element)
    else:
        tail.addprevious(element)


def _head(shape: Any, head: str) -> None:
    if not head:
        return
    line = shape.line._get_or_add_ln()
    line.append(line.makeelement(qn("a:tailEnd"), {"type": head, "w": "med", "len": "med"}))
