"""The page of the two questions: who appraises me, and which flow do I take."""

from __future__ import annotations

from generator import links
from generator.pages.template import fill
from generator.pages.values import Halaman, Judul, Situs, Tautan


def page(situs: Situs) -> Halaman:
    """The form; its answers are loaded for one regency at a time (`tanya_data`)."""
    return Halaman(
        alamat=links.ASK,
        judul="Tanya",
        deskripsi="Siapa penilai kinerja saya, siapa yang dapat menugaskan, kepada siapa melapor, "
        "dan alur mana yang saya tempuh: setiap jawaban dengan kutipan pasalnya.",
        isi=fill("tanya.html", situs=situs, kosakata=situs.kosakata),
        daftar_isi=(
            Judul("Pertanyaan", "pertanyaan"),
            Judul("Jawaban", "jawaban"),
            Judul("Sebagai halaman biasa", "halaman"),
        ),
        remah=(Tautan("Beranda", links.HOME),),
        gaya=("tanya",),
        skrip=("tanya",),
    )
