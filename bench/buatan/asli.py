"""A real regency, read once and cut into words, from which others are made."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.buatan.kata import Potongan, count_ordinary, split
from bench.buatan.tukar import Tukar, find_exchanges
from generator import koreksi
from generator.account import entries, published_words
from generator.cite import Naskah
from generator.naskah import parse
from generator.regency import DaerahTerbaca, read_regency, validate_regency

#: Stands in the text where the regulation's own number is said.
NOMOR = "Nomorperaturanini"
PENUTUP = "[penutup]"

#: Keys whose values are words of a text or of ours; all others are ids, dates and the like.
_WORDS = """
    catatan isi judul keluaran keputusan keterangan kutipan label nama nama_singkat pelapor sebutan
    sebutan_lain setelah syarat tempat tentang terbit tertulis tindakan uraian waktu
"""
_TEXTS = frozenset(_WORDS.split())
#: Of others, some values are ids and some are words.
_BOTH = frozenset({"jabatan", "kepada"})
#: A sentence that can be taken apart: no list, no mark.
_SENTENCE = re.compile(r"^(?:\(\d+\) )?([A-Z][^|#*\[\]]{60,400}\.)$", re.MULTILINE)

_PASAL = re.compile(r"pasal-(\d+)")


@dataclass(frozen=True)
class Asli:
    """A real regency; in ``data`` and ``naskah`` every text is cut into words.

    ``sisip`` is the line (from 1) of the source where the part after the last Pasal begins, and
    ``pasal`` the number of that Pasal. ``nama`` are the parts of names of people, ``tempat`` the
    town from which it is governed, all in small letters. ``kutipan`` are the clauses cited and the
    quotations from them, ``tukar`` the clauses that can change places.
    """

    slug: str
    data: Mapping[str, Any]
    naskah: Mapping[str, Potongan]
    sumber: Potongan
    biasa: Counter[str]
    kata: frozenset[str]
    kalimat: tuple[Potongan, ...]
    kutipan: tuple[tuple[str, Potongan], ...]
    tukar: tuple[Tukar, ...]
    sisip: int
    pasal: int
    nama: tuple[str, ...]
    tempat: str


def read_real(root: Path, slug: str) -> Asli:
    """Read a real regency of the project at ``root``."""
    files = read_regency(root, slug)
    read = validate_regency(files)
    cut = _cutter(read)
    quoted = [pair for item in files.dokumen.values() for pair in _quotations(item.nilai)]
    data = {name: _cut(item.nilai, "", cut) for name, item in files.dokumen.items()}
    texts = {name: cut(text) for name, text in files.naskah_md.items()}
    source = cut(files.sumber)
    people = _people(read)
    town = read.data.daerah.peraturan.ditetapkan.tempat.lower()
    written = [*texts.values(), *(p for value in data.values() for p in _texts(value))]
    names = (*people, town, slug, NOMOR.lower())
    return Asli(
        slug=slug,
        data=data,
        naskah=texts,
        sumber=source,
        biasa=count_ordinary(written, names),
        kata=frozenset(piece for pieces in (*written, source) for piece in pieces[1::2]),
        kalimat=tuple(
            split(m[1]) for text in files.naskah_md.values() for m in _SENTENCE.finditer(text)
        ),
        kutipan=tuple((anchor, cut(words)) for anchor, words in quoted),
        tukar=find_exchanges(read, quoted),
        sisip=_line_of_ending(read),
        pasal=max(int(m[1]) for a in read.naskah.klausa if (m := _PASAL.fullmatch(a))),
        nama=people,
        tempat=town,
    )


def _cutter(read: DaerahTerbaca) -> Callable[[str], Potongan]:
    """What cuts a text into words, the regulation's own number made a word that can be replaced."""
    rule = read.data.daerah.peraturan
    own = re.compile(rf"(nomor\s+){rule.nomor}(\s+tahun\s+{rule.tahun})\b", re.IGNORECASE)
    return lambda text: split(own.sub(rf"\1{NOMOR}\2", text))


def _cut(value: Any, key: str, cut: Callable[[str], Potongan]) -> Any:
    """The same value with every text of it cut into words; a clause's anchor is one word."""
    if isinstance(value, dict):
        return {name: _cut(item, name, cut) for name, item in value.items()}
    if isinstance(value, list):
        return [_cut(item, key, cut) for item in value]
    if isinstance(value, str) and key == "klausa":
        return (value,)
    if isinstance(value, str) and (key in _TEXTS or (key in _BOTH and not value.islower())):
        return cut(value)
    return value


def _texts(value: Any) -> Iterator[Potongan]:
    if isinstance(value, tuple):
        yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _texts(item)


def _quotations(value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict) and "kutipan" in value:
        yield value["klausa"], value["kutipan"]
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _quotations(item)


def _people(read: DaerahTerbaca) -> tuple[str, ...]:
    rule = read.data.daerah.peraturan
    acts = [act for act in (rule.ditetapkan, rule.diundangkan) if act is not None]
    names = [act.oleh.nama for act in acts if not act.oleh.nama.startswith("(")]
    return tuple(sorted({part.lower() for name in names for part in name.split() if part[3:]}))


def _line_of_ending(read: DaerahTerbaca) -> int:
    """The line of the source that begins with the first word after the last Pasal."""
    source = read.kata_sumber
    corrected, _ = koreksi.apply(entries(read.data.koreksi), source)
    before = read.berkas.naskah_md["peraturan"].partition(f"\n{PENUTUP}\n")[0]
    tree, _ = parse(before, "peraturan")
    return corrected[len(published_words(Naskah(read.slug, tree, None)))].baris
