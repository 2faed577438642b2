"""Kedudukan and penugasan: who appraises and who assigns, then every chart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.answer import SEMUA, Penjawab, Status, ask, units
from generator.bahasa import daftar
from generator.materi.halaman_slide import cut
from generator.materi.nilai import Keadaan, Modul, Poin, Slide, Tabel
from generator.model import Aturan, Kosakata, Perihal, Struktur
from generator.pages.values import DaerahTerbit

#: How many charts a session of 30 and of 60 minutes shows; 90 minutes show all.
_FEW, _SOME = 2, 8
#: How many units of a pattern a cell names before it says how many there are.
_NAMED = 4


def kedudukan(daerah: DaerahTerbit, kosakata: Kosakata) -> Modul:
    """Where officials sit: a table of appraisers, then the charts, the widest patterns first."""
    table = tuple(_appraisers(daerah, kosakata))
    slides = cut(
        Slide(
            id="penilai",
            judul="Siapa menilai kinerja siapa",
            lama=30,
            tabel=Tabel(("Unit", "Penilai kinerja"), table),
            ucapan=("Baris bertanda bertentangan dibaca bersama catatan pembacanya.",),
        )
    )
    charts = _charts(daerah, "kedudukan", daerah.data.kedudukan.pola)
    return Modul(
        "kedudukan",
        "Kedudukan",
        "Di mana pegawai ditempatkan dan siapa penilainya",
        (*(slides if table else ()), *charts),
    )


def penugasan(daerah: DaerahTerbit, _kosakata: Kosakata) -> Modul:
    """Who may assign: the rules in words, then the charts."""
    rules = [
        rule
        for rule in (*daerah.data.kedudukan.aturan, *daerah.data.penugasan.aturan)
        if rule.perihal is Perihal.PENUGAS
    ]
    points = tuple(_assigner(daerah, rule) for rule in rules)
    slides = cut(Slide("penugas", "Siapa dapat memberi tugas", 30, points)) if points else ()
    charts = _charts(daerah, "penugasan", daerah.data.penugasan.struktur)
    return Modul("penugasan", "Penugasan", "Siapa yang dapat memberi tugas", (*slides, *charts))


def _appraisers(daerah: DaerahTerbit, kosakata: Kosakata) -> Iterator[tuple[Poin, ...]]:
    """A row for each pattern that has units: they all have the same answer."""
    for pola in daerah.data.kedudukan.pola:
        found = [unit for unit, other in units(daerah.data) if other is pola]
        if not found:
            continue
        answer = ask(daerah.data, kosakata, daerah.rujuk, found[0], pola)
        names = [unit.nama for unit in found]
        if len(names) > _NAMED:
            names = [*names[: _NAMED - 1], f"{len(names) - _NAMED + 1} unit lain"]
        yield (
            Poin(daftar(names), tuple(daerah.rujuk(one) for one in found[0].dasar)),
            _offices(answer.penilai, answer.status),
        )


def _offices(found: Sequence[Penjawab], status: Status) -> Poin:
    if not found:
        return Poin("Tidak diatur", keadaan="tidak diatur")
    contested: Keadaan = "bertentangan" if status is Status.BERTENTANGAN else ""
    each = tuple(dict.fromkeys(_office(item) for item in found))
    if len(each) == 1:
        return replace(each[0], keadaan=contested)
    return Poin(f"{len(each)} jawaban, menurut syaratnya:", anak=each, keadaan=contested)


def _office(item: Penjawab) -> Poin:
    return Poin(item.sebutan + (f" ({item.syarat})" if item.syarat else ""), item.dasar)


def _assigner(daerah: DaerahTerbit, rule: Aturan) -> Poin:
    offices = daftar([office.sebutan for office in rule.oleh])
    where = "" if SEMUA in rule.pola else f" ({_patterns(daerah, rule)})"
    condition = f", {rule.syarat}" if rule.syarat else ""
    state: Keadaan = "rekonstruksi" if rule.asal == "rekonstruksi" else ""
    return Poin(f"{offices}{condition}{where}", tuple(map(daerah.rujuk, rule.dasar)), (), state)


def _patterns(daerah: DaerahTerbit, rule: Aturan) -> str:
    names = [pola.judul for pola in daerah.data.kedudukan.pola if pola.id in rule.pola]
    if len(names) > _NAMED:
        return f"{len(names)} pola kedudukan"
    return "; ".join(names)


def _charts(daerah: DaerahTerbit, kind: str, structures: Sequence[Struktur]) -> Iterator[Slide]:
    """A slide for each chart in the regulation's order; the patterns of most units come early."""
    ranked = sorted(structures, key=lambda item: -len(item.perangkat_daerah))
    for item in structures:
        rank = ranked.index(item)
        state: Keadaan = "rekonstruksi" if item.asal == "rekonstruksi" else ""
        chart = daerah.gambar[kind, item.id]
        words = item.keterangan or ""
        source = (chart.bagan.klausa,) if chart.bagan.klausa else ()
        yield Slide(
            id=f"{kind}-{item.id}",
            judul=item.judul,
            lama=30 if rank < _FEW else 60 if rank < _SOME else 90,
            butir=(Poin(words or "Menurut", source, keadaan=state),),
            bagan=chart,
        )
