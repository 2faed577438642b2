"""``koreksi.yaml`` and ``catatan.yaml``: what was corrected, and what a careful reader found."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from generator.model.dasar import DaftarDasar, Id, Nilai, Teks, TeksBoleh


class AlasanKoreksi(StrEnum):
    """Why a reading of the source was changed."""

    GALAT_OCR = "galat-ocr"
    NOMOR_TERLEPAS = "nomor-terlepas"
    PINDAH_LETAK = "pindah-letak"
    BUKAN_NASKAH = "bukan-naskah"
    BAGAN = "bagan"
    DATA_PRIBADI = "data-pribadi"


class EntriKoreksi(Nilai):
    """One difference between the source and the published text."""

    baris: Annotated[int, Field(strict=True, ge=1)]
    tertulis: Teks
    terbit: TeksBoleh
    ke: Annotated[int, Field(strict=True, ge=1)] = 1
    alasan: AlasanKoreksi
    catatan: Teks | None = None


class JenisCatatan(StrEnum):
    """What a note by a careful reader is about."""

    BERTENTANGAN = "bertentangan"
    TIDAK_DIATUR = "tidak-diatur"
    RUJUKAN = "rujukan"
    PENOMORAN = "penomoran"
    ISTILAH = "istilah"
    REDAKSI = "redaksi"
    BACAAN = "bacaan-ragu"
    HILANG = "hilang-dalam-sumber"


class AsalCatatan(StrEnum):
    """Whose slip it is; the three are kept apart."""

    PERANCANG = "perancang"
    PINDAIAN = "pindaian"
    TIDAK_DAPAT_DIPASTIKAN = "tidak-dapat-dipastikan"


class Catatan(Nilai):
    """A gap, a contradiction or a doubtful reading, found by reading.

    ``menyentuh`` names what it bears on, as ``pola:<id>``, ``struktur:<id>``, ``aturan:<id>``,
    ``mekanisme:<id>`` or ``langkah:<id mekanisme>/<id langkah>``: it is shown there too. A
    situation is ``keadaan:<pilihan>``, or answers that hold together,
    ``keadaan:<pilihan>/<pilihan>``. ``antara`` are ids of flows: one of them may be what the text
    means for the situations that the note bears on, and which one cannot be told.
    """

    id: Id
    jenis: JenisCatatan
    asal: AsalCatatan
    judul: Teks
    uraian: Teks
    kaidah: Teks | None = None
    menyentuh: tuple[
        Annotated[
            str,
            StringConstraints(
                pattern=r"^(?:pola|struktur|aturan|mekanisme|langkah|keadaan):[a-z0-9_-]+(?:/[a-z0-9_-]+)?$"
            ),
        ],
        ...,
    ] = ()
    antara: tuple[Id, ...] = ()
    dasar: DaftarDasar
