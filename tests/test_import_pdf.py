"""PDF: real files made here, whole and broken."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from fpdf import FPDF

from generator.importers import import_file
from generator.naskah import iterate
from generator.problems import BuildFailed

PAGES = (
    ("PERATURAN BUPATI CONTOH", "NOMOR 1 TAHUN 2030", "TENTANG", "PASAR", "MEMUTUSKAN:",
     "Menetapkan : PERATURAN BUPATI TENTANG PASAR.", "Pasal 1", "Pasar dibuka setiap hari.",
     "Pasal 2", "(1) Pasar dijaga oleh:", "a. petugas; dan", "b. pedagang yang"),
    ("ditunjuk.", "(2) Penjagaan dilakukan siang dan", "malam.", "Pasal 3", "Pasar ditutup."),
    ("Pasal 4", "Peraturan Bupati ini mulai berlaku.", "Ditetapkan di Contoh", "BUPATI CONTOH,"),
)  # fmt: skip


def write_pdf(path: Path, pages: Sequence[Sequence[str]], *, key: str = "") -> Path:
    """Write a PDF with a text layer; every page has a running head and a page mark."""
    pdf = FPDF()
    pdf.set_font("Times", size=12)
    if key:
        pdf.set_encryption(owner_password="pemilik", user_password=key)
    for number, lines in enumerate(pages, start=1):
        pdf.add_page()
        for line in (f"2030, No.77 -{number}-", "Salinan Resmi Contoh", *lines):
            pdf.cell(0, 7, line, new_x="LMARGIN", new_y="NEXT")
        pdf.cell(0, 7, "www.peraturan.go.id", new_x="LMARGIN", new_y="NEXT")
    pdf.output(str(path))
    return path


def test_text_layer_with_running_heads(tmp_path: Path) -> None:
    draf = import_file(write_pdf(tmp_path / "a.pdf", PAGES), "uji")
    anchors = [clause.jangkar for clause in iterate(draf.pohon["peraturan"])]
    assert draf.halaman == 3
    assert draf.sumber.teks.count("\f") == 2
    assert [a for a in anchors if a.startswith("pasal")] == [
        *("pasal-1", "pasal-2", "pasal-2-ayat-1", "pasal-2-ayat-1-huruf-a"),
        *("pasal-2-ayat-1-huruf-b", "pasal-2-ayat-2", "pasal-3", "pasal-4"),
    ]
    text = draf.naskah["peraturan"]
    assert "b. pedagang yang ditunjuk." in text
    assert "Salinan Resmi" not in text
    assert "No.77" not in text
    assert "www" not in text


def test_three_hundred_pages(tmp_path: Path) -> None:
    articles = [
        (f"Pasal {n}", "(1) Pasar dibuka setiap hari oleh petugas yang ditunjuk.", "(2) Buka.")
        for n in range(1, 301)
    ]
    draf = import_file(write_pdf(tmp_path / "a.pdf", [(*PAGES[0][:6],), *articles]), "uji")
    found = [c.label for c in iterate(draf.pohon["peraturan"]) if c.jenis == "pasal"]
    assert found == [f"Pasal {n}" for n in range(1, 301)]


def test_truncated(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", PAGES)
    path.write_bytes(path.read_bytes()[:-900])
    with pytest.raises(BuildFailed, match=r"PDF terpotong.*unduh ulang"):
        import_file(path, "uji")


def test_damaged_inside(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", PAGES)
    raw = path.read_bytes()
    path.write_bytes(raw[:200] + b"%%EOF")
    with pytest.raises(BuildFailed, match="PDF"):
        import_file(path, "uji")


def test_encrypted(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", PAGES, key="rahasia")
    with pytest.raises(BuildFailed, match=r"terkunci.*buka kuncinya"):
        import_file(path, "uji")


def test_image_only(tmp_path: Path) -> None:
    pdf = FPDF()
    for _ in range(3):
        pdf.add_page()
        pdf.rect(20, 20, 100, 100, style="F")
    pdf.output(str(tmp_path / "a.pdf"))
    with pytest.raises(BuildFailed, match=r"hanya gambar.*OCR"):
        import_file(tmp_path / "a.pdf", "uji")
