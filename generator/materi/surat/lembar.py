"""An empty sheet for a letter: A4, margins, fonts, language, and blanks that Word can fill."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

from generator.materi.kemas import as_property
from generator.materi.surat.nilai import Ruas

_HURUF = "Arial"
#: So that the same letter is the same file on any day.
_DAY = datetime(2000, 1, 1, tzinfo=UTC)
_REDUP = RGBColor(0x55, 0x5F, 0x66)


def sheet(title: str, subject: str) -> Any:
    """A new document with the styles that letters use."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(2.5), Cm(2)
    section.top_margin, section.bottom_margin = Cm(2), Cm(2)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = _HURUF, Pt(11)
    normal.paragraph_format.space_after = Pt(4)
    normal.paragraph_format.line_spacing = 1.08
    _heading(document.styles["Heading 1"])
    for style in document.styles.element.iter(qn("w:lang")):
        style.set(qn("w:val"), "id-ID")
    properties = document.core_properties
    properties.title, properties.subject = as_property(title), as_property(subject)
    properties.language = "id-ID"
    properties.author, properties.comments = "Peta Kerja", ""
    properties.created = properties.modified = _DAY
    return document


def _heading(style: Any) -> None:
    style.font.name, style.font.size, style.font.bold = _HURUF, Pt(13), True
    style.font.color.rgb = RGBColor(0, 0, 0)
    fonts = style.element.rPr.find(qn("w:rFonts"))
    for name in list(fonts.attrib):
        if "heme" in name:
            del fonts.attrib[name]


def line(holder: Any, text: str = "", *, align: str = "", after: float | None = None) -> Any:
    """A paragraph; ``align`` is "", "center" or "right"; ``after`` is the space below in points."""
    paragraph = holder.add_paragraph(text)
    if align:
        paragraph.alignment = getattr(WD_ALIGN_PARAGRAPH, align.upper())
    if after is not None:
        paragraph.paragraph_format.space_after = Pt(after)
    return paragraph


def muted(paragraph: Any, text: str) -> None:
    """Words of ours that are no part of the letter."""
    run = paragraph.add_run(text)
    run.font.size, run.font.italic, run.font.color.rgb = Pt(9), True, _REDUP


def blank(paragraph: Any, ruas: Ruas) -> None:
    """A content control at the end of a paragraph, showing in brackets what goes there."""
    control = parse_xml(
        f"<w:sdt {nsdecls('w')}><w:sdtPr><w:alias/><w:tag/><w:showingPlcHdr/>"
        f"<w:text w:multiLine='{int(ruas.panjang)}'/></w:sdtPr>"
        "<w:sdtContent><w:r><w:rPr><w:color w:val='555F66'/></w:rPr>"
        "<w:t xml:space='preserve'></w:t></w:r></w:sdtContent></w:sdt>"
    )
    control.find(f".//{qn('w:alias')}").set(qn("w:val"), ruas.nama[:60])
    control.find(f".//{qn('w:tag')}").set(qn("w:val"), ruas.kunci)
    control.find(f".//{qn('w:t')}").text = ruas.petunjuk
    paragraph._p.append(control)


def rule(paragraph: Any) -> None:
    """A line below a paragraph, as below a letterhead."""
    paragraph._p.get_or_add_pPr().append(
        parse_xml(
            f"<w:pBdr {nsdecls('w')}><w:bottom w:val='thinThickSmallGap' w:sz='18' w:space='4' "
            "w:color='000000'/></w:pBdr>"
        )
    )


def pairs(document: Any, rows: list[tuple[str, Ruas | str]], width: float = 3.6) -> None:
    """Names and what belongs to them, with colons one below the other; ``width`` is in cm."""
    table = document.add_table(rows=0, cols=3)
    table.autofit = False
    widths = (Cm(width), Cm(0.5), Cm(16 - width))
    for column, wide in zip(table.columns, widths, strict=True):
        column.width = wide
    for name, value in rows:
        cells = table.add_row().cells
        for cell, wide in zip(cells, widths, strict=True):
            cell.width = wide
            cell.paragraphs[0].paragraph_format.space_after = Pt(1)
        cells[0].paragraphs[0].add_run(name)
        cells[1].paragraphs[0].add_run(":")
        if isinstance(value, Ruas):
            blank(cells[2].paragraphs[0], value)
        else:
            cells[2].paragraphs[0].add_run(value)
