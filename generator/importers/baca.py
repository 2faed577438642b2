"""Read a source: a file becomes text, its form is recognised, its text becomes lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from generator.importers.nilai import Larik, Sumber, Terbit
from generator.importers.pdf import read_pdf
from generator.koreksi import read_words
from generator.problems import BuildFailed, Place, Problem
from generator.read import read_bytes, read_text

MAX_BYTES = 100_000_000
#: Of a text; a statute of a thousand pages has about 2,500,000 letters and 350,000 words.
MAX_TEXT = 5_000_000
MAX_WORDS = 600_000
MAX_LINES = 100_000
#: How files begin that people take for a text or a PDF, and what to do with them.
_KINDS = (
    (b"PK\x03\x04", "dokumen Word atau arsip ZIP", "simpan sebagai PDF atau teks, lalu impor"),
    (b"\xd0\xcf\x11\xe0", "dokumen Word lama", "simpan sebagai PDF atau teks, lalu impor"),
    (b"\x89PNG", "gambar", "jalankan OCR dahulu, lalu impor teksnya"),
    (b"\xff\xd8\xff", "gambar", "jalankan OCR dahulu, lalu impor teksnya"),
    (b"II*\0", "gambar", "jalankan OCR dahulu, lalu impor teksnya"),
    (b"{\\rtf", "dokumen RTF", "simpan sebagai teks, lalu impor"),
    (b"<!DOCTYPE", "halaman web", "salin teksnya ke berkas .txt, lalu impor"),
    (b"<html", "halaman web", "salin teksnya ke berkas .txt, lalu impor"),
    (b"GIF8", "gambar", "jalankan OCR dahulu, lalu impor teksnya"),
    (b"\x1f\x8b", "arsip terkompresi", "buka arsipnya dahulu, lalu impor isinya"),
    (b"\x7fELF", "program", "impor teks atau PDF peraturannya"),
)
#: What no text of whatever encoding has.
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1b\x81\x8d\x8f\x90\x9d]")
_NO_WIDTH = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff"))
_BULLET = re.compile(r"\s*- +\(?(?:\d{1,3}|[a-z])[.)]+ |\s*(?:- )?\*\*\S")
#: A line ends before the margin when it is shorter than this share of the usual full line.
_SHORT = 0.8


def read_source(path: Path) -> Sumber:
    """Read a text or a PDF; raises BuildFailed, with what to do, for everything else."""
    file = path.name
    raw = read_bytes(path, file, MAX_BYTES)
    if raw[:1024].lstrip().startswith(b"%PDF-"):
        text, pages = read_pdf(raw, file)
        _measure(text, file)
        return Sumber(text, "pdf", pages)
    if path.suffix.lower() == ".pdf":
        raise _failed(file, "bukan PDF (tidak diawali %PDF-)", "unduh ulang berkasnya")
    for start, what, todo in _KINDS:
        if raw.startswith(start):
            raise _failed(file, f"ini {what}, bukan teks atau PDF", todo)
    text, guessed = _decoded(raw, path)
    if not text.strip():
        raise _failed(file, "berkas kosong", "periksa berkas yang diimpor")
    _measure(text, file)
    form = "markdown" if sum(map(bool, map(_BULLET.match, text.split("\n")))) > 2 else "ocr"
    return Sumber(text, form, text.count("\f") + 1, guessed)


def read_lines(source: Sumber) -> tuple[Larik, ...]:
    """Every line that has words; each word carries its order in the source, from 0."""
    lines = list(_lines(source))
    lengths = sorted(len(line.teks) for line in lines)
    full = lengths[len(lengths) * 4 // 5] if lengths else 0
    return tuple(replace(line, pendek=len(line.teks) < _SHORT * full) for line in lines)


def _lines(source: Sumber) -> Iterator[Larik]:
    page, order, apart = 1, 0, True
    for number, text in enumerate(source.teks.split("\n"), start=1):
        if "\f" in text:
            page, apart = page + text.count("\f"), True
        found = read_words(text, markdown=source.bentuk == "markdown")
        if not found:
            apart = True
            continue
        words = tuple(Terbit(word.teks, (order + at,)) for at, word in enumerate(found))
        order += len(words)
        dash = text.lstrip().startswith("- ") and words[0].teks != "-"
        yield Larik(number, page, words, terpisah=apart, butir=dash)
        apart = False


def _decoded(raw: bytes, path: Path) -> tuple[str, str]:
    """The text, and the encoding where it is not UTF-8 and had to be guessed.

    Marks of no width are no words; they would stand between a label and the line's start.
    """
    guessed = ""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        guessed = "UTF-16"
    elif not _is_utf8(raw) and not _CONTROL.search(raw):
        guessed = "Windows-1252"
    if not guessed:
        return read_text(path, path.name).translate(_NO_WIDTH), ""
    try:
        text = raw.decode("utf-16" if guessed == "UTF-16" else "cp1252")
    except UnicodeDecodeError:
        return read_text(path, path.name), ""  # which says what is wrong with it
    if "\0" in text:
        raise _failed(path.name, "ada bita NUL", "hapus bita itu; berkas mungkin rusak")
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_NO_WIDTH), guessed


def _measure(text: str, file: str) -> None:
    """Refuse a text that no regulation is as long as: each word of it costs a kilobyte."""
    if len(text) > MAX_TEXT or text.count("\n") > MAX_LINES or len(text.split()) > MAX_WORDS:
        raise _failed(
            file,
            f"teks terlalu panjang ({len(text)} huruf, {text.count(chr(10)) + 1} baris)",
            f"bagi menjadi berkas paling panjang {MAX_TEXT} huruf, {MAX_LINES} baris, "
            f"dan {MAX_WORDS} kata",
        )


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _failed(file: str, what: str, todo: str) -> BuildFailed:
    return BuildFailed([Problem(Place(file), what, todo)])
