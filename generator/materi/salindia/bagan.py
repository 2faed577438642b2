"""Charts on a slide as native shapes: boxes, badges, lanes, connectors, where Graphviz put them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Emu

from generator.bagan.tata import Baris, Bidang, KotakTata, Tata
from generator.graph import Bagan, Kotak, Panah, Sumber
from generator.materi.huruf_ukur import text_width
from generator.materi.salindia.panah import add_arrow, add_rule
from generator.materi.salindia.panggung import Panggung, add_shape, dash, name
from generator.materi.salindia.teks import Kotak as Tempat
from generator.materi.salindia.teks import add_run, bare
from generator.materi.salindia.ukuran import PUTIH, colour, emu, points
from generator.materi.susun import TINTA, Lari
from generator.model import Asal

#: The hexagon of flow charts: unlike the plain one it has points for connectors above and below.
SHAPES = {
    "kotak": MSO_SHAPE.RECTANGLE,
    "bulat": MSO_SHAPE.ROUNDED_RECTANGLE,
    "segi-enam": MSO_SHAPE.FLOWCHART_PREPARATION,
}
ROUND = 0.12
_RULE = "#90a4ae"
#: Where a base line stands below the top of its line, in sizes of the letters (Arial).
_ASCENT = 0.905
_LINE = 1.149
#: Room around words that stand in a line, in pixels of the chart.
_ROOM = 3.0


def add_chart(slide: Any, place: Tempat, bagan: Bagan, tata: Tata) -> None:
    """Draw a chart in the order of its painting: grounds, boxes, lines, words."""
    stage = Panggung(place, tata)
    for ground in (*tata.lajur, *tata.tahap):
        _ground(slide, stage, ground)
    for rule in tata.batas:
        name(add_rule(slide, stage, rule, _RULE), "Batas tahap")
    values = {one.id: one for one in bagan.kotak}
    boxes = {one.id: _box(slide, stage, one, values[one.id]) for one in tata.kotak}
    arrows = {one.id: one for one in bagan.panah}
    for arrow in tata.panah:
        shape = add_arrow(slide, stage, arrow, boxes)
        name(shape, f"Panah {arrow.id}", _arrow_words(arrows[arrow.id], values))
    for ground in (*tata.lajur, *tata.tahap):
        _label(slide, stage, ground.baris, "")
    for words in tata.kata:
        _label(slide, stage, words.baris, PUTIH)
    for arrow in tata.panah:
        _label(slide, stage, arrow.baris, _below(tata, arrow.baris))


def _ground(slide: Any, stage: Panggung, ground: Bidang) -> None:
    place = stage.place(ground.x, ground.y, ground.lebar, ground.tinggi)
    shape = add_shape(slide.shapes, MSO_SHAPE.RECTANGLE, place, ground.isi, ground.tepi, 0.75)
    title = " ".join(line.isi for line in ground.baris)
    name(shape, f"Bidang {ground.id}", f"{ground.kelas.split()[0].capitalize()}: {title}")


def _box(slide: Any, stage: Panggung, box: KotakTata, value: Kotak) -> Any:
    """A box with its words; with badges, box and badges are a group that moves as one."""
    shapes = slide.shapes
    if box.lencana:
        group = slide.shapes.add_group_shape()
        name(group, f"Kelompok {box.id}")
        shapes = group.shapes
    place = stage.place(box.x, box.y, box.lebar, box.tinggi)
    shape = add_shape(shapes, SHAPES[box.bentuk], place, box.isi, box.tepi, box.tebal * stage.skala)
    name(shape, f"Kotak {box.id}", _box_words(value))
    dash(shape, box.putus)
    if box.bentuk == "bulat":
        shape.adjustments[0] = ROUND
    own = [line for line in box.baris if "peran" not in line.kelas.split()]
    _inside(shape, stage, box, own)
    for badge in box.lencana:
        _badge(shapes, stage, badge, [line for line in box.baris if _on(line, badge)])
    return shape


def _on(line: Baris, badge: Bidang) -> bool:
    inside = badge.y <= line.y <= badge.y + badge.tinggi + 1
    return inside and "peran" in line.kelas.split()


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
        add_run(paragraph, Lari(line.isi, size, line.tebal, line.warna or TINTA))


def _badge(shapes: Any, stage: Panggung, badge: Bidang, lines: Sequence[Baris]) -> None:
    place = stage.place(badge.x, badge.y, badge.lebar, badge.tinggi)
    shape = add_shape(shapes, MSO_SHAPE.ROUNDED_RECTANGLE, place, badge.isi, badge.tepi, 0.5)
    shape.adjustments[0] = 0.25
    name(shape, f"Peran {badge.id}", "Peran: " + " ".join(line.isi for line in lines))
    frame = bare(shape.text_frame, MSO_ANCHOR.MIDDLE)
    frame.word_wrap = False
    _lines(frame, stage, lines)


def _label(slide: Any, stage: Panggung, lines: Sequence[Baris], ground: str) -> None:
    """Words outside boxes, on a ground that hides what passes below: one box for each place."""
    for _place, run in groupby(lines, key=lambda line: (line.jangkar, line.x)):
        _label_at_one_place(slide, stage, list(run), ground)


def _label_at_one_place(slide: Any, stage: Panggung, lines: Sequence[Baris], ground: str) -> None:
    room = _ROOM if ground else 0.0
    first, last = lines[0], lines[-1]
    width = max(text_width(line.isi, line.ukuran, line.tebal) for line in lines) + 2 * room
    left = first.x - width / 2 if first.jangkar == "middle" else first.x - room
    top = first.y - first.ukuran * _ASCENT
    tall = last.y - first.y + first.ukuran * _LINE
    shape = slide.shapes.add_textbox(*_corners(stage.place(left, top, width, tall)))
    name(shape, f"Kata {' '.join(line.isi for line in lines)}")
    frame = bare(shape.text_frame)
    frame.word_wrap = False
    if ground:
        shape.fill.solid()
        shape.fill.fore_color.rgb = colour(ground)
        if first.jangkar != "middle":
            frame.margin_left = emu(room * stage.skala)
    _lines(frame, stage, lines)


def _corners(place: Tempat) -> tuple[Emu, Emu, Emu, Emu]:
    return emu(place.x), emu(place.y), emu(place.lebar), emu(place.tinggi)


def _below(tata: Tata, lines: Sequence[Baris]) -> str:
    """The colour of the lane in which words stand: no ground of theirs should be seen."""
    for lane in tata.lajur:
        if lines and lane.x <= lines[0].x <= lane.x + lane.lebar:
            return lane.isi
    return PUTIH


def _box_words(value: Kotak) -> str:
    parts = [value.judul, *value.rincian]
    parts += [f"peran {badge.nama}" for badge in value.lencana]
    if value.asal is Asal.REKONSTRUKSI:
        parts.append("rekonstruksi")
    return _sentence("; ".join(parts), value.dasar)


def _arrow_words(value: Panah, boxes: Mapping[str, Kotak]) -> str:
    what = f"{value.nama} ({value.label})" if value.label else value.nama
    words = f"{what}: dari {boxes[value.dari].judul} ke {boxes[value.ke].judul}"
    return _sentence(words, value.dasar)


def _sentence(words: str, sources: Sequence[Sumber]) -> str:
    names = "; ".join(dict.fromkeys(one.sebutan for one in sources))
    return f"{words}. {names}." if names else f"{words}."
