"""To whom letters go, who gets a copy, and what they contain."""

from __future__ import annotations

from collections.abc import Iterator

from generator.bahasa import daftar
from generator.materi.kolam import Kolam, Tawaran
from generator.materi.kuis.nilai import (
    TIDAK_DIATUR,
    Rancangan,
    Soal,
    according_to,
    compose,
    contested,
)
from generator.materi.surat.langkah import receives
from generator.materi.surat.nilai import Surat
from generator.materi.surat.susun import letters
from generator.model import DokumenKerja, Kosakata
from generator.pages.values import DaerahTerbit

_GROUP = "Surat"


def recipients(daerah: DaerahTerbit, kosakata: Kosakata, kolam: Kolam) -> Iterator[Soal]:
    """To whom a letter goes, and who gets a copy."""
    silent = False
    for letter in letters(daerah, kosakata):
        if receives(letter.langkah) or not letter.kepada or letter.langkah.asal != "teks":
            continue
        if not letter.langkah.dokumen or _doubted(daerah, letter):
            continue
        yield from _recipient(daerah, kolam, letter)
        if letter.tembusan or not silent:
            silent = silent or not letter.tembusan
            yield from _copies(daerah, kolam, letter)


def _doubted(daerah: DaerahTerbit, letter: Surat) -> bool:
    here = f"langkah:{letter.alur.id}/{letter.langkah.id}"
    touched = any(here in note.menyentuh for note in daerah.data.catatan)
    return touched or bool(contested(daerah, letter.dasar, f"mekanisme:{letter.alur.id}"))


def _recipient(daerah: DaerahTerbit, kolam: Kolam, letter: Surat) -> Iterator[Soal]:
    right = Tawaran(daftar(letter.kepada), daftar(letter.kepada).casefold())
    draft = Rancangan(
        f"kepada-{letter.id}",
        _GROUP,
        f"Pada alur “{letter.alur.judul}” {according_to(daerah)}, kepada siapa {letter.dari} "
        f"menyampaikan {letter.nama.lower()}?",
        right,
        letter.dasar,
    )
    taken = {*letter.kepada, *letter.tembusan, letter.dari}
    yield from compose(draft, _people(kolam, letter, "kepada", right, taken))


def _copies(daerah: DaerahTerbit, kolam: Kolam, letter: Surat) -> Iterator[Soal]:
    words = daftar(letter.tembusan)
    right = Tawaran(words, words.casefold()) if words else TIDAK_DIATUR
    draft = Rancangan(
        f"tembusan-{letter.id}",
        _GROUP,
        f"Pada alur “{letter.alur.judul}” {according_to(daerah)}, siapa yang menerima tembusan "
        f"{letter.nama.lower()} dari {letter.dari}?",
        right,
        letter.dasar,
    )
    taken = {*letter.kepada, *letter.tembusan, letter.dari}
    yield from compose(draft, _people(kolam, letter, "tembusan", right, taken))


def _people(
    kolam: Kolam, letter: Surat, kind: str, right: Tawaran, taken: set[str]
) -> tuple[Tawaran, ...]:
    """Who gets such a letter elsewhere, then the others in this flow."""
    known = [right, *(Tawaran(one, one.casefold()) for one in (*letter.kepada, *letter.tembusan))]
    here = (
        Tawaran(one.sebutan, one.sebutan.casefold())
        for one in letter.alur.pelaku
        if one.sebutan not in taken and "tidak disebut" not in one.sebutan.casefold()
    )
    return (*kolam.others((kind, letter.langkah.dokumen or ""), known), *here)


def contents(daerah: DaerahTerbit, kosakata: Kosakata, kolam: Kolam) -> Iterator[Soal]:
    """What a letter must contain, among what is asked of other letters and elsewhere."""
    for letter in daerah.data.mekanisme.dokumen:
        yield from _contents(daerah, kosakata, kolam, letter)
    yield from _no_contents(daerah, kosakata, kolam)


def _no_contents(daerah: DaerahTerbit, kosakata: Kosakata, kolam: Kolam) -> Iterator[Soal]:
    """A letter whose contents are set elsewhere and not here."""
    asked = {one.dokumen for one in daerah.data.mekanisme.dokumen}
    for letter in letters(daerah, kosakata):
        kind = letter.langkah.dokumen or ""
        if kind in asked or any(one.dasar for one in letter.memuat):
            continue
        asked.add(kind)
        draft = Rancangan(
            f"isi-{letter.id}",
            _GROUP,
            f"Pada alur “{letter.alur.judul}” {according_to(daerah)}, manakah yang termasuk isi "
            f"minimum {letter.nama.lower()}?",
            TIDAK_DIATUR,
            letter.dasar,
            "Suratnya disebut, isinya tidak ditetapkan.",
        )
        yield from compose(draft, kolam.others(("isi", kind), ()), khusus=())


def _contents(
    daerah: DaerahTerbit, kosakata: Kosakata, kolam: Kolam, letter: DokumenKerja
) -> Iterator[Soal]:
    own = [Tawaran(part.isi, part.isi.casefold()) for part in letter.memuat]
    flows = [one.judul for one in daerah.data.mekanisme.mekanisme if one.id in letter.mekanisme]
    for number, (part, right) in enumerate(zip(letter.memuat, own, strict=True)):
        draft = Rancangan(
            f"isi-{letter.dokumen}-{letter.mekanisme[0]}-{number}",
            _GROUP,
            f"Pada alur {daftar([f'“{one}”' for one in flows])} {according_to(daerah)}, manakah "
            f"yang termasuk isi minimum {kosakata.dokumen[letter.dokumen].nama.lower()}?",
            right,
            tuple(map(daerah.rujuk, part.dasar)),
        )
        wrong = (*kolam.others(("isi", letter.dokumen), own), *kolam.others(("isi",), own))
        found = list(compose(draft, wrong, khusus=(TIDAK_DIATUR,)))
        yield from found
        if found:
            return
