"""A deck as a PowerPoint file: slides, notes with the quotations, numbers."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from pptx import Presentation
from pptx.enum.text import MSO_ANCHOR

from generator.bagan.draw import Kunci, key
from generator.bagan.tata import Tata
from generator.materi.nilai import Dek, Slide
from generator.materi.salindia.bagan import add_chart
from generator.materi.salindia.tabel import add_table
from generator.materi.salindia.teks import Kotak, Lari, add_box, add_points, muted, write
from generator.materi.salindia.ukuran import (
    AKSEN,
    ISI_ATAS,
    ISI_LEBAR,
    ISI_TINGGI,
    JUDUL_ATAS,
    JUDUL_TINGGI,
    KAKI_ATAS,
    LEBAR,
    TEPI,
    TINGGI,
    emu,
)

_KOSONG = 6
#: What stands in the file as its day: the same deck is the same file.
_TANGGAL = datetime(2000, 1, 1)


def write_pptx(dek: Dek, tata: Mapping[Kunci, Tata], lama: int) -> bytes:
    """The slides of a session of ``lama`` minutes; ``tata`` holds the numbers of its charts."""
    file = Presentation()
    file.slide_width, file.slide_height = emu(LEBAR), emu(TINGGI)
    _properties(file, dek)
    number = 1
    _cover(file, dek)
    for module in dek.modul:
        for slide in module.within(lama):
            number += 1
            _slide(file, dek, module.judul, slide, tata, number)
    written = io.BytesIO()
    file.save(written)
    return written.getvalue()


def _properties(file: Any, dek: Dek) -> None:
    properties = file.core_properties
    properties.title, properties.subject = dek.judul, dek.anak_judul
    properties.author = properties.last_modified_by = "Peta Kerja"
    properties.language = "id-ID"
    properties.created = properties.modified = _TANGGAL


def _cover(file: Any, dek: Dek) -> None:
    slide = file.slides.add_slide(file.slide_layouts[_KOSONG])
    place = Kotak(TEPI * 1.5, 210, ISI_LEBAR - TEPI, 300)
    write(
        add_box(slide, place),
        [
            (0, (Lari("Peta Kerja", 18, True, AKSEN),)),
            (0, (Lari(dek.judul, 46, True),)),
            (0, (Lari(dek.anak_judul, 26),)),
            (
                0,
                (
                    muted(
                        "Bukan publikasi resmi. Untuk keperluan hukum, gunakan naskah yang "
                        "diundangkan.",
                        18,
                    ),
                ),
            ),
        ],
        gap=14,
    )


def _slide(
    file: Any, dek: Dek, module: str, slide: Slide, tata: Mapping[Kunci, Tata], number: int
) -> None:
    page = file.slides.add_slide(file.slide_layouts[_KOSONG])
    title = Kotak(TEPI, JUDUL_ATAS, ISI_LEBAR, JUDUL_TINGGI)
    size = 32 if len(slide.judul) < 60 else 26 if len(slide.judul) < 85 else 22
    write(add_box(page, title, MSO_ANCHOR.MIDDLE), [(0, (Lari(slide.judul, size, True),))], gap=0)
    body = Kotak(TEPI, ISI_ATAS, ISI_LEBAR, ISI_TINGGI)
    if slide.bagan is not None:
        add_chart(page, body, tata[key(slide.bagan.bagan)])
    elif slide.tabel is not None:
        add_table(page, body, slide.tabel)
    else:
        add_points(page, body, slide.butir)
    _foot(page, dek, module, number)
    page.notes_slide.notes_text_frame.text = notes(slide)


def _foot(page: Any, dek: Dek, module: str, number: int) -> None:
    words = f"{dek.anak_judul} · {module} · bukan publikasi resmi"
    left = Kotak(TEPI, KAKI_ATAS, ISI_LEBAR - 80, 22)
    write(add_box(page, left), [(0, (muted(words, 14),))], gap=0)
    right = Kotak(LEBAR - TEPI - 70, KAKI_ATAS, 70, 22)
    write(add_box(page, right), [(0, (muted(str(number), 14),))], gap=0)


def notes(slide: Slide) -> str:
    """What the speaker reads: our words, then every quotation with its clause."""
    said = [*slide.ucapan]
    said += [f"{point.teks}: {point.uraian}" for point in slide.butir if point.uraian]
    cited = [f"{source.sebutan}: “{source.kutipan}”" for source in slide.dasar if source.kutipan]
    return "\n".join([*said, *cited])
