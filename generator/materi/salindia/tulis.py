"""A deck as a PowerPoint file: slides, notes with the quotations, numbers."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from generator.bagan.draw import Kunci, key
from generator.bagan.tata import Tata
from generator.materi import kemas
from generator.materi.nilai import Dek, Slide
from generator.materi.salindia.induk import blank, cover, page
from generator.materi.salindia.lembar import add_chart_page
from generator.materi.salindia.tabel import add_table
from generator.materi.salindia.teks import Kotak, add_body, write
from generator.materi.salindia.ukuran import BAHASA, emu
from generator.materi.susun import (
    AKSEN,
    ISI_ATAS,
    ISI_LEBAR,
    ISI_TINGGI,
    REDUP,
    TEPI,
    Alinea,
    Lari,
    height,
)

#: What stands in the file as its day: the same deck is the same file.
_TANGGAL = datetime(2000, 1, 1)
_RESMI = "Bukan publikasi resmi. Untuk keperluan hukum, gunakan naskah yang diundangkan."
_JUDUL = (32.0, 30.0, 28.0, 26.0, 24.0, 22.0, 20.0)
_SAMPUL = (46.0, 42.0, 38.0, 34.0, 30.0)


def write_pptx(dek: Dek, tata: Mapping[Kunci, Tata], lama: int) -> bytes:
    """The slides of a session of ``lama`` minutes; ``tata`` holds the numbers of its charts.

    The same deck gives the same bytes.
    """
    file = blank()
    _properties(file, dek)
    _cover(file, dek, lama)
    asked = {slide.id: slide for slide in dek.slide}
    for module in dek.modul:
        foot = f"{dek.anak_judul} · {module.judul} · bukan publikasi resmi"
        for slide in module.within(lama):
            _slide(file, foot, _with_question(slide, asked), tata)
    written = io.BytesIO()
    file.save(written)
    return kemas.repack(written.getvalue())


def notes(slide: Slide) -> str:
    """What the speaker reads: our words, then every quotation with its clause."""
    said = [*slide.ucapan]
    said += [f"{point.teks}: {point.uraian}" for point in slide.butir if point.uraian]
    cited = [f"{source.sebutan}: “{source.kutipan}”" for source in slide.dasar if source.kutipan]
    return "\n".join([*said, *cited])


def _properties(file: Any, dek: Dek) -> None:
    properties = file.core_properties
    properties.title = kemas.as_property(f"{dek.judul}: {dek.anak_judul}")
    properties.subject = kemas.as_property(dek.anak_judul)
    properties.author = properties.last_modified_by = "Peta Kerja"
    properties.comments = _RESMI
    properties.language = BAHASA
    properties.revision = 1
    properties.created = properties.modified = _TANGGAL


def _cover(file: Any, dek: Dek, lama: int) -> None:
    slide = cover(file)
    title, below = slide.placeholders
    _title(title, dek.judul, _SAMPUL)
    modules = ", ".join(one.judul for one in dek.modul if one.within(lama))
    write(
        below.text_frame,
        [
            Alinea(0, (Lari(dek.anak_judul, 28),)),
            Alinea(0, (Lari(f"Sosialisasi {lama} menit: {modules}", 20, False, REDUP),), 12),
            Alinea(0, (Lari(f"Peta Kerja. {_RESMI}", 18, False, AKSEN),), 12),
        ],
    )
    _notes(slide, f"Peta Kerja. {_RESMI}")


def _slide(file: Any, foot: str, slide: Slide, tata: Mapping[Kunci, Tata]) -> None:
    made = page(file, foot)
    _title(made.shapes.title, slide.judul, _JUDUL)
    body = Kotak(TEPI, ISI_ATAS, ISI_LEBAR, ISI_TINGGI)
    if slide.bagan is not None:
        add_chart_page(made, slide, slide.bagan.bagan, tata[key(slide.bagan.bagan)])
    elif slide.tabel is not None:
        add_table(made, body, slide.tabel, slide.judul)
    else:
        add_body(made, body, slide.butir)
    _notes(made, notes(slide))


def _with_question(slide: Slide, asked: Mapping[str, Slide]) -> Slide:
    """An answer with its question above it: on a slide of its own it would say little."""
    if not slide.menjawab:
        return slide
    question = [replace(one, anak=()) for one in asked[slide.menjawab].butir]
    return replace(slide, butir=(*question, *slide.butir))


def _title(shape: Any, words: str, sizes: Sequence[float]) -> None:
    """A title in the largest letters with which it fits its place."""
    width, tall = shape.width / emu(1), shape.height / emu(1)
    tried = ([Alinea(0, (Lari(words, size, True),))] for size in sizes)
    fitting = next((one for one in tried if height(one, width) <= tall), None)
    write(shape.text_frame, fitting or [Alinea(0, (Lari(words, sizes[-1], True),))])


def _notes(slide: Any, words: str) -> None:
    frame = slide.notes_slide.notes_text_frame
    frame.text = words
    for paragraph in frame.paragraphs:
        for run in paragraph.runs:
            run._r.get_or_add_rPr().set("lang", BAHASA)
