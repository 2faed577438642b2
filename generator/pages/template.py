"""Templates: the only module that fills them. Everything put into a page is escaped."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator import links
from generator.bahasa import daftar, tanggal
from generator.templat import TERKOMPILASI

#: Words of the site for keys of the model that are not in the shared vocabulary.
KATA: dict[str, dict[str, str]] = {
    "asal": {
        "teks": "dari teks",
        "bagan": "dari bagan dalam sumber",
        "rekonstruksi": "direkonstruksi dari teks",
    },
    "perihal": {
        "penilai": "Penilai kinerja",
        "penugas": "Pemberi tugas",
        "melapor_ke": "Penerima laporan",
    },
    "jenis_catatan": {
        "bertentangan": "Bertentangan",
        "tidak-diatur": "Tidak diatur",
        "rujukan": "Rujukan",
        "penomoran": "Penomoran",
        "istilah": "Istilah",
        "redaksi": "Redaksi",
        "bacaan-ragu": "Bacaan ragu",
        "hilang-dalam-sumber": "Hilang dalam sumber",
    },
    "asal_catatan": {
        "perancang": "kekhilafan perancang",
        "pindaian": "kerusakan pindaian",
        "tidak-dapat-dipastikan": "tidak dapat dipastikan",
    },
    "alasan": {
        "galat-ocr": "Huruf salah baca",
        "nomor-terlepas": "Nomor terlepas dari teksnya",
        "pindah-letak": "Tersalin di tempat lain",
        "bukan-naskah": "Bukan kata-kata naskah",
        "bagan": "Serpihan gambar yang tidak terbaca",
        "data-pribadi": "Data pribadi",
    },
    "kelompok": {
        "penugasan": "Alur penugasan",
        "kinerja": "Alur mekanisme kinerja",
        "umum": "Alur umum",
    },
}


def fill(template: str, **values: Any) -> str:
    """Fill a template; the result holds no blank lines."""
    text = _ENVIRONMENT.get_template(template).render(values)
    return "\n".join(line for line in text.split("\n") if line.strip()) + "\n"


def angka(value: int) -> str:
    """A number with points between its thousands.

    >>> angka(8841)
    '8.841'
    """
    return f"{value:,}".replace(",", ".")


def persen(value: float) -> str:
    """A share as a percentage, never rounded up to a whole that it is not.

    >>> persen(0.98766), persen(0.99999), persen(1)
    ('98,7%', '99,9%', '100%')
    """
    tenths = int(value * 1000)
    whole, tenth = divmod(tenths, 10)
    return f"{whole}%" if tenth == 0 else f"{whole},{tenth}%"


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parents[1] / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=TERKOMPILASI,
    )
    environment.filters |= {"tanggal": tanggal, "angka": angka, "persen": persen, "daftar": daftar}
    environment.globals |= {"links": links, "kata": KATA}
    return environment


_ENVIRONMENT = _environment()
