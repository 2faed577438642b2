"""Two chapters on how far the text can be relied on: a reader's notes, and the account of words."""

from __future__ import annotations

from collections.abc import Iterator

from generator.materi.buku_bagan import Blok
from generator.materi.buku_poin import point
from generator.materi.nilai import Keadaan, Poin
from generator.model import Catatan, JenisCatatan
from generator.pages.template import KATA, angka, persen
from generator.pages.values import DaerahTerbit

_MARKED: dict[JenisCatatan, Keadaan] = {
    JenisCatatan.BERTENTANGAN: "bertentangan",
    JenisCatatan.TIDAK_DIATUR: "tidak diatur",
}


def notes(daerah: DaerahTerbit) -> Iterator[Blok]:
    """Every note by its kind: what contradicts itself first, then what is not regulated."""
    for kind in JenisCatatan:
        found = [_note(daerah, one) for one in daerah.data.catatan if one.jenis is kind]
        if found:
            yield {"jenis": "judul", "teks": f"{KATA['jenis_catatan'][kind]} ({len(found)})"}
            yield {"jenis": "catatan", "butir": [point(one) for one in found]}


def account(daerah: DaerahTerbit) -> Iterator[Blok]:
    """How many words were received, corrected and published."""
    neraca = daerah.neraca
    yield {
        "jenis": "alinea",
        "teks": "Setiap kata naskah di buku ini dihitung terhadap sumber yang diterima. Setiap "
        "perbedaan tercatat satu per satu dengan alasannya di situs.",
        "lekat": True,
    }
    rows = [
        ("Kata dalam sumber yang diterima", angka(neraca.sumber)),
        ("Kata yang diterbitkan", angka(neraca.terbit)),
        ("Terbit tanpa diubah", f"{angka(neraca.tetap)} ({persen(neraca.bagian_tetap)})"),
        *(
            (f"Koreksi: {KATA['alasan'][reason].lower()}", angka(count))
            for reason, count in sorted(neraca.menurut_alasan.items())
        ),
    ]
    yield {
        "jenis": "tabel",
        "kepala": ["Yang dihitung", "Banyaknya"],
        "lebar": [3, 1],
        "baris": [[point(Poin(name)), point(Poin(count))] for name, count in rows],
    }


def _note(daerah: DaerahTerbit, one: Catatan) -> Poin:
    whose = f"Asal: {KATA['asal_catatan'][one.asal]}."
    return Poin(
        one.judul,
        tuple(map(daerah.rujuk, one.dasar)),
        keadaan=_MARKED.get(one.jenis, ""),
        uraian=f"{one.uraian} {whose}",
    )
