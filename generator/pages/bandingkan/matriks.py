"""``/bandingkan/``: every aspect of every regulation in one table, to be narrowed by the reader."""

from __future__ import annotations

from generator import links
from generator.banding.kalimat import number
from generator.banding.matrix import Baris, Matriks, Sel
from generator.banding.sejajar import TERCETAK
from generator.exports.tabel import cited
from generator.pages.bandingkan.kedudukan import kinds as kinds_of_unit
from generator.pages.bandingkan.kelompok import grouped
from generator.pages.template import fill
from generator.pages.values import Halaman, Judul, Situs, Tautan

#: The downloads, each with what it is for.
UNDUHAN = (
    ("csv", "CSV", "satu baris untuk setiap daerah dan pertanyaan"),
    ("xlsx", "XLSX", "matriks dan lembar kutipan"),
    ("json", "JSON", "untuk diolah program"),
)


def page(situs: Situs) -> Halaman:
    """The matrix; of many regencies the first few, the others loaded when they are chosen."""
    matrix = situs.matriks
    shown = tuple(matrix.nama)[:TERCETAK]
    return Halaman(
        alamat=links.COMPARE,
        judul="Bandingkan",
        deskripsi=f"{len(matrix.baris)} pertanyaan yang sama kepada {len(matrix.nama)} peraturan "
        "tentang sistem kerja, dengan kutipan setiap jawabannya.",
        isi=fill(
            "bandingkan/matriks.html",
            matriks=matrix,
            tampil=shown,
            kelompok=grouped(matrix),
            cited=cited,
            agreement=agreement,
            label=label,
            unduhan=UNDUHAN,
            alur=situs.alur_banding,
            kosakata=situs.kosakata,
            unit=kinds_of_unit(situs),
        ),
        daftar_isi=(
            Judul("Matriks", "matriks"),
            Judul("Unduh", "unduh"),
            Judul("Perbandingan lain", "lain"),
        ),
        remah=(Tautan("Beranda", links.HOME),),
        gaya=("bandingkan",),
        skrip=("bandingkan",),
    )


def agreement(row: Baris, matrix: Matriks) -> str:
    """How far the regulations agree, in a few words."""
    total = len(matrix.nama)
    if total < 2:
        return ""
    if row.seragam:
        return "semua sama"
    if row.umum is not None:
        return f"{number(len(row.umum.slug))} dari {number(total)} sama"
    return f"beragam: {number(len(row.kelompok))} jawaban"


def label(cell: Sel) -> str:
    """The sign of an answer beside the others, in words."""
    return {"beda": "berbeda", "beragam": "beragam"}.get(cell.tanda, "")
