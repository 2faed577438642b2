"""Packing a PDF: fewer bytes, the same document."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter

from generator.materi.padat import BukanPdfPolos, pack

PAGES = 250


@pytest.fixture(scope="module")
def plain() -> bytes:
    """A PDF of many objects in one plain table, written by another library than Typst."""
    writer = PdfWriter()
    for number in range(PAGES):
        writer.add_blank_page(100 + number, 50)
        writer.add_outline_item(title=f"Halaman (ke-{number + 1}) \\ ya", page_number=number)
    writer.add_attachment("catatan.txt", b"endobj 7 0 obj endstream")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_packed_document_is_the_same_and_smaller(plain: bytes) -> None:
    packed = pack(plain)
    assert len(packed) < len(plain) / 2
    before, after = PdfReader(BytesIO(plain)), PdfReader(BytesIO(packed), strict=True)
    assert [page.mediabox.width for page in after.pages] == [
        page.mediabox.width for page in before.pages
    ]
    assert [item.title for item in after.outline] == [item.title for item in before.outline]
    assert after.attachments == before.attachments
    assert pack(plain) == packed


@pytest.mark.parametrize("broken", [b"", b"%PDF-1.7\nstartxref\n3\n%%EOF"])
def test_what_is_no_plain_pdf_is_refused(broken: bytes) -> None:
    with pytest.raises(BukanPdfPolos):
        pack(broken)


def test_a_packed_document_is_not_packed_again(plain: bytes) -> None:
    with pytest.raises(BukanPdfPolos):
        pack(pack(plain))


def test_an_object_away_from_its_place_is_refused(plain: bytes) -> None:
    with pytest.raises(BukanPdfPolos, match="benda"):
        pack(plain.replace(b"\n7 0 obj", b"\n8 0 obj", 1))
