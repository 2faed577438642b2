"""The only module that knows pypdf: a PDF with a text layer becomes text, a form feed a page."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator

from pypdf import PdfReader
from pypdf.errors import LimitReachedError

from generator.kurungan import Batas, MelampauiBatas, confined
from generator.problems import BuildFailed, Place, Problem

MAX_PAGES = 3_000
MAX_TEXT = 5_000_000
#: A page takes about 20 milliseconds, a page full of drawings a few seconds.
LIMITS = Batas(detik=60, detik_semua=600, memori=1_500_000_000)
#: Fewer letters a page than this is a scan without a text layer, with perhaps a stamp on it.
_LETTERS = 15
_END = 2_048
_PLAIN = "simpan ulang sebagai PDF biasa (cetak ke PDF), lalu impor lagi"


def read_pdf(raw: bytes, file: str) -> tuple[str, int]:
    """The text of a PDF and its number of pages.

    Raises BuildFailed for a PDF that is cut off, encrypted, damaged, too large, takes too long, or
    has no text. It is read in a process of its own.
    """
    if b"%%EOF" not in raw[-_END:]:
        raise _failed(
            file, "PDF terpotong (tanda akhir %%EOF tidak ada)", "unduh ulang berkas yang utuh"
        )
    try:
        pages = list(confined(_pages, (raw, file), LIMITS))
    except MelampauiBatas as limit:
        unit = "waktunya terlalu lama" if limit.apa == "waktu" else "memorinya terlalu besar"
        raise _failed(
            file, f"PDF tidak selesai dibaca: pada halaman {limit.jadi + 1} {unit}", _PLAIN
        ) from None
    text = "\n\f".join(pages)
    if sum(letter.isalpha() for letter in text) < _LETTERS * max(1, len(pages)):
        raise _failed(
            file,
            "PDF ini hanya gambar, tanpa lapisan teks",
            "jalankan OCR (misalnya ocrmypdf -l ind) dahulu, lalu impor hasilnya",
        )
    return text, len(pages)


def _pages(given: tuple[bytes, str]) -> Iterator[str]:
    raw, file = given
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        yield from _texts(PdfReader(io.BytesIO(raw)), file)
    except (BuildFailed, MemoryError):
        raise
    except LimitReachedError:
        what = "PDF ini mengembang terlalu besar, atau susunannya terlalu dalam"
        raise _failed(file, what, _PLAIN) from None
    except Exception as error:  # pypdf raises errors of every kind on damaged files
        raise _failed(
            file,
            f"PDF rusak atau tidak dikenal ({type(error).__name__})",
            f"unduh ulang, atau {_PLAIN}",
        ) from None


def _texts(reader: PdfReader, file: str) -> Iterator[str]:
    # Many official PDFs are locked against editing only: they open with an empty password.
    if reader.is_encrypted and not reader.decrypt(""):
        raise _failed(file, "PDF terkunci dengan kata sandi", "buka kuncinya dahulu, lalu impor")
    if len(reader.pages) > MAX_PAGES:
        raise _failed(
            file,
            f"PDF terlalu panjang ({len(reader.pages)} halaman)",
            f"bagi menjadi berkas paling panjang {MAX_PAGES} halaman",
        )
    size = 0
    for page in reader.pages:
        text = page.extract_text().encode("utf-8", "replace").decode("utf-8")
        size += len(text)
        if size > MAX_TEXT:
            raise _failed(file, "teks PDF terlalu besar", "bagi menjadi beberapa berkas")
        yield _clean(text)


def _clean(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", " ").replace("\f", "\n")
    return lines.strip("\n")


def _failed(file: str, what: str, todo: str) -> BuildFailed:
    return BuildFailed([Problem(Place(file), what, todo)])
