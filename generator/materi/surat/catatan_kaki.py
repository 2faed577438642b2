"""Footnotes of a Word document: real ones, at the foot of the page, in a part of their own.

python-docx has no footnotes; the part, its two separators and the references are made here as
ECMA-376 (17.11) describes them.
"""

from __future__ import annotations

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r>'
    "<w:continuationSeparator/></w:r></w:p></w:footnote>"
)
#: Half points.
_UKURAN = 17
_GAYA = "footnote text"


class CatatanKaki:
    """The footnotes of one document; `attach` must be called once, before it is saved."""

    def __init__(self, document: Any) -> None:
        self._document = document
        # Without the style, programs write the number of a note as large as the letter.
        self._style = document.styles.add_style(_GAYA, WD_STYLE_TYPE.PARAGRAPH)
        self._style.base_style = document.styles["Normal"]
        self._style.font.size = Pt(_UKURAN / 2)
        self._root = parse_xml(f"<w:footnotes {nsdecls('w')}>{_SEPARATORS}</w:footnotes>")

    def cite(self, paragraph: Any, text: str) -> int:
        """Set a reference at the end of a paragraph; every call makes a note of its own.

        Gives the number that a reader sees.
        """
        number = len(self._root.findall(qn("w:footnote"))) - 1
        self._root.append(_note(number, text, self._style.style_id))
        run = paragraph.add_run()._r
        run.append(parse_xml(f"<w:rPr {nsdecls('w')}><w:vertAlign w:val='superscript'/></w:rPr>"))
        run.append(parse_xml(f"<w:footnoteReference {nsdecls('w')} w:id='{number}'/>"))
        return number

    def attach(self) -> None:
        """Put the notes into the file."""
        main = self._document.part
        blob = serialize_part_xml(self._root)
        part = Part(PackURI("/word/footnotes.xml"), _TYPE, blob, main.package)
        main.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _note(number: int, text: str, style: str) -> Any:
    """One note: its number, then its words."""
    note = parse_xml(
        f"<w:footnote {nsdecls('w')} w:id='{number}'><w:p><w:pPr><w:pStyle w:val='{style}'/>"
        "<w:spacing w:after='40'/></w:pPr>"
        f"<w:r><w:rPr><w:vertAlign w:val='superscript'/><w:sz w:val='{_UKURAN}'/></w:rPr>"
        f"<w:footnoteRef/></w:r><w:r><w:rPr><w:sz w:val='{_UKURAN}'/></w:rPr>"
        "<w:t xml:space='preserve'></w:t></w:r></w:p></w:footnote>"
    )
    # Set as text, never as a part of the XML above: it may hold any character.
    note.find(f".//{qn('w:t')}").text = f" {text}"
    return note
