"""The chapter of positions: each pattern with its chart, its units and its appraisers, once."""

from __future__ import annotations

from collections.abc import Iterator

from generator.answer import Penjawab, Status, ask, units
from generator.materi.buku_bagan import Blok, around, blocks, pointed
from generator.materi.buku_poin import point, quoted_once, source
from generator.materi.nilai import Keadaan, Poin
from generator.model import Kosakata, Struktur
from generator.pages.values import DaerahTerbit


def patterns(daerah: DaerahTerbit, kosakata: Kosakata) -> Iterator[Blok]:
    """Every pattern; appraisers that an earlier pattern has too are not listed again."""
    told: dict[tuple[Poin, ...], str] = {}
    for pola in daerah.data.kedudukan.pola:
        chart = daerah.gambar["kedudukan", pola.id]
        yield {"jenis": "judul", "teks": pola.judul}
        yield {
            "jenis": "menurut",
            "dasar": [source(chart.bagan.klausa)] if chart.bagan.klausa else [],
            "keadaan": "rekonstruksi" if pola.asal == "rekonstruksi" else "",
        }
        if pola.keterangan:
            yield {"jenis": "alinea", "teks": pola.keterangan, "lekat": True}
        (block,) = blocks([chart])
        units_of_it = [*_units(daerah, pola)]
        yield from pointed(block, close=bool(units_of_it))
        yield from around(block, units_of_it)
        yield from _appraisers(daerah, kosakata, pola, told)


def _units(daerah: DaerahTerbit, pola: Struktur) -> Iterator[Blok]:
    points = [
        Poin(unit.nama, tuple(map(daerah.rujuk, unit.dasar))) for unit in pola.perangkat_daerah
    ]
    if points:
        yield {"jenis": "anak_judul", "teks": "Unit dengan pola ini"}
        yield {"jenis": "unit", "butir": [point(one) for one in points]}


def _appraisers(
    daerah: DaerahTerbit, kosakata: Kosakata, pola: Struktur, told: dict[tuple[Poin, ...], str]
) -> Iterator[Blok]:
    unit = next((unit for unit, other in units(daerah.data) if other is pola), None)
    if unit is None:
        return
    answer = ask(daerah.data, kosakata, daerah.rujuk, unit, pola)
    state: Keadaan = "bertentangan" if answer.status is Status.BERTENTANGAN else ""
    points = tuple(dict.fromkeys(_office(one) for one in answer.penilai))
    yield {"jenis": "anak_judul", "teks": "Penilai kinerja"}
    if not points:
        points = (Poin("Penilai kinerja tidak diatur", keadaan="tidak diatur"),)
    if points in told:
        words = f"Sama seperti pada pola “{told[points]}”."
        yield {"jenis": "butir", "butir": [point(Poin(words, keadaan=state))]}
        return
    told[points] = pola.judul
    if state:
        words = "Ketentuannya saling bertentangan; baca bersama bab Catatan pembaca."
        yield {"jenis": "butir", "butir": [point(Poin(words, keadaan=state))]}
    yield {"jenis": "butir", "butir": quoted_once(points)}


def _office(one: Penjawab) -> Poin:
    return Poin(one.sebutan + (f" ({one.syarat})" if one.syarat else ""), one.dasar)
