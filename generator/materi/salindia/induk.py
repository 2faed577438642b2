"""The master of the slides: where titles, foot lines and numbers stand, letters, colours.

It starts from the empty presentation that python-pptx brings along; what we do not use of it is
taken out (eleven layouts but two, its picture, its settings of a printer).
"""

from __future__ import annotations

import re
from copy import deepcopy
from typing import Any

from pptx import Presentation
from pptx.oxml.ns import qn

from generator.materi.salindia.teks import Kotak
from generator.materi.salindia.ukuran import BAHASA, HURUF, emu, points
from generator.materi.susun import (
    AKSEN,
    ISI_ATAS,
    ISI_LEBAR,
    ISI_TINGGI,
    JUDUL_ATAS,
    JUDUL_TINGGI,
    KAKI_ATAS,
    KAKI_TINGGI,
    LEBAR,
    REDUP,
    TEPI,
    TINGGI,
    TINTA,
)

_SAMPUL, _JUDUL = "Title Slide", "Title Only"
_NAMES = {_SAMPUL: "Sampul", _JUDUL: "Judul dan isi"}
_NOMOR = 60.0
_PLACES = {
    "title": Kotak(TEPI, JUDUL_ATAS, ISI_LEBAR, JUDUL_TINGGI),
    "body": Kotak(TEPI, ISI_ATAS, ISI_LEBAR, ISI_TINGGI),
    "ftr": Kotak(TEPI, KAKI_ATAS, ISI_LEBAR - _NOMOR - 10, KAKI_TINGGI),
    "sldNum": Kotak(LEBAR - TEPI - _NOMOR, KAKI_ATAS, _NOMOR, KAKI_TINGGI),
    "ctrTitle": Kotak(TEPI * 2, 190, LEBAR - 4 * TEPI, 150),
    "subTitle": Kotak(TEPI * 2, 360, LEBAR - 4 * TEPI, 160),
}
_SIZES = {"ftr": 14.0, "sldNum": 16.0, "subTitle": 26.0}
_PALETTE = {
    "dk1": TINTA,
    "dk2": REDUP,
    "lt2": "#eaf0f2",
    "accent1": AKSEN,
    "accent2": "#31546f",
    "accent3": "#7a5b12",
    "accent4": "#2c6140",
    "accent5": "#9a3412",
    "accent6": "#6a1b9a",
    "hlink": AKSEN,
    "folHlink": "#6a1b9a",
}
_TEXTS = {
    "Click to edit Master title style": "Judul",
    "Click to edit Master text styles": "Isi",
    "Click to edit Master subtitle style": "Peraturan",
    "Second level": "Tingkat kedua",
    "Third level": "Tingkat ketiga",
    "Fourth level": "Tingkat keempat",
    "Fifth level": "Tingkat kelima",
}


def blank() -> Any:
    """A presentation without slides, its master and its two layouts in place."""
    file = Presentation()
    file.slide_width, file.slide_height = emu(LEBAR), emu(TINGGI)
    for layout in list(file.slide_layouts):
        if layout.name not in _NAMES:
            file.slide_layouts.remove(layout)
    for page in (file.slide_master, *file.slide_layouts):
        _arrange(page)
    for layout in file.slide_layouts:
        layout._element.cSld.set("name", _NAMES[layout.name])
    _title_style(file.slide_master)
    _theme(file.slide_master)
    _drop(file.part.package, "thumbnail")
    _drop(file.part, "printerSettings")
    return file


def cover(file: Any) -> Any:
    """A new first slide, with a title and a subtitle."""
    return file.slides.add_slide(file.slide_layouts[0])


def page(file: Any, foot: str) -> Any:
    """A new slide with a title; its foot line and its number are placeholders of the layout."""
    layout = file.slide_layouts[1]
    slide = file.slides.add_slide(layout)
    for shape in layout.placeholders:
        if _kind(shape) in ("ftr", "sldNum"):
            _repeat(slide, shape, foot)
    return slide


def _repeat(slide: Any, shape: Any, foot: str) -> None:
    """A placeholder of the layout on a slide: PowerPoint shows it only where it stands again."""
    made = deepcopy(shape._element)
    tree = slide.shapes._spTree
    made.nvSpPr.cNvPr.set("id", str(max(one.shape_id for one in slide.shapes) + 1))
    for child in list(made.spPr):
        made.spPr.remove(child)
    tree.append(made)
    paragraph = made.txBody.p_lst[0]
    if _kind(shape) == "ftr":
        paragraph.add_r(foot).get_or_add_rPr().set("lang", BAHASA)
        return
    # What stands in the field is seen until a program counts for itself.
    text = next(paragraph.iter(qn("a:t")))
    text.text = str(len(slide.part.package.presentation_part.presentation.slides))


def _kind(shape: Any) -> str:
    return str(shape._element.nvSpPr.nvPr.ph.get("type") or "body")


def _arrange(page: Any) -> None:
    """Placeholders to their places; the date goes: a trainer's day is not that of the file."""
    for shape in list(page.placeholders):
        kind = _kind(shape)
        if kind == "dt":
            shape._element.getparent().remove(shape._element)
            continue
        place = _PLACES[kind]
        shape.left, shape.top = emu(place.x), emu(place.y)
        shape.width, shape.height = emu(place.lebar), emu(place.tinggi)
        _look(shape, kind)
    for text in page._element.iter(qn("a:t")):
        text.text = _TEXTS.get(text.text, text.text)
    for element in page._element.iter(qn("a:rPr"), qn("a:endParaRPr")):
        element.set("lang", BAHASA)
        element.attrib.pop("smtClean", None)


def _look(shape: Any, kind: str) -> None:
    """No margins, no shrinking, and the sizes of the small ones."""
    body = shape._element.txBody.bodyPr
    for side in ("lIns", "tIns", "rIns", "bIns"):
        body.set(side, "0")
    body.set("anchor", {"ctrTitle": "b", "subTitle": "t", "body": "t"}.get(kind, "ctr"))
    for child in list(body):
        body.remove(child)
    for number, style in enumerate(shape._element.txBody.iter(qn("a:lvl1pPr"))):
        if number == 0 and kind in _SIZES:
            style.set("algn", "r" if kind == "sldNum" else "l")
            style.find(qn("a:defRPr")).set("sz", str(round(_SIZES[kind] * 75)))


def _title_style(master: Any) -> None:
    style = master._element.find(qn("p:txStyles")).find(qn("p:titleStyle")).find(qn("a:lvl1pPr"))
    style.set("algn", "l")
    letters = style.find(qn("a:defRPr"))
    letters.set("sz", str(round(points(30).pt * 100)))
    letters.set("b", "1")


def _theme(master: Any) -> None:
    """Letters and colours of the theme: what a trainer adds looks like the rest."""
    part = next(
        one.target_part for one in master.part.rels.values() if one.reltype.endswith("/theme")
    )
    text = part.blob.decode("utf-8")
    text = re.sub(r'<a:latin typeface="[^"]*"', f'<a:latin typeface="{HURUF}"', text)
    for name, web in _PALETTE.items():
        made = f'<a:{name}><a:srgbClr val="{web.removeprefix("#").upper()}"/></a:{name}>'
        text = re.sub(rf"<a:{name}>.*?</a:{name}>", made, text, flags=re.DOTALL)
    text = re.sub(r'(<a:theme [^>]*name=)"[^"]*"', r'\1"Peta Kerja"', text)
    part._blob = text.encode("utf-8")


def _drop(part: Any, kind: str) -> None:
    """Take out what a package holds for a relation of this kind."""
    relations = part._rels
    for key in [key for key, one in relations.items() if one.reltype.endswith(f"/{kind}")]:
        relations.pop(key)
