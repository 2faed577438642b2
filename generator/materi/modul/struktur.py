"""Kedudukan and penugasan: who appraises and who assigns, then every chart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.answer import SEMUA, Penjawab, Status, ask, units
from generator.bahasa import daftar
from generator.graph import Sumber
from generator.materi.halaman_slide import cut
from generator.materi.keterangan import captions
from generator.materi.lama import open_with_first
from generator.materi.nilai import Keadaan, Modul, Poin, Slide, Tabel
from generator.model import Aturan, Kosakata, Perihal, Struktur
from generator.pages.values import DaerahTerbit

#: How many charts, and how many units with many appraisers, a session of 30 and of 60 minutes
#: shows; 90 minutes show all.
_FEW, _SOME = 1, 2
#: Appraisers of one unit that the table of all units still names with their conditions.
_PLAIN = 2
#: How many units of a pattern a cell names before it says how many there are.
_NAMED = 4


@dataclass(frozen=True)
class _Unit:
    """The units of one pattern, which all have the same answer."""

    pola: Struktur
    nama: str
    singkat: str
    banyak: int
    dasar: tuple[Sumber, ...]
    status: Status
    penilai: tuple[Penjawab, ...]


def kedudukan(daerah: DaerahTerbit, kosakata: Kosakata) -> Modul:
    """Where officials sit: tables of appraisers, then the charts, the widest patterns first."""
    groups = tuple(_units(daerah, kosakata))
    charts = _charts(daerah, "kedudukan", daerah.data.kedudukan.pola)
    return Modul(
        "kedudukan",
        "Kedudukan",
        "Di mana pegawai ditempatkan dan siapa penilainya",
        (*_overview(groups), *_details(groups), *charts),
    )


def penugasan(daerah: DaerahTerbit, _kosakata: Kosakata) -> Modul:
    """Who may assign: the rules in words, then the charts."""
    rules = [
        rule
        for rule in (*daerah.data.kedudukan.aturan, *daerah.data.penugasan.aturan)
        if rule.perihal is Perihal.PENUGAS
    ]
    # What holds in every unit comes first: a short session shows no more.
    rules.sort(key=lambda rule: SEMUA not in rule.pola)
    points = tuple(_assigner(daerah, rule) for rule in rules)
    listed = Slide("penugas", "Siapa dapat memberi tugas", 30, points)
    slides = open_with_first(cut(listed), 60) if points else ()
    charts = _charts(daerah, "penugasan", daerah.data.penugasan.struktur)
    return Modul("penugasan", "Penugasan", "Siapa yang dapat memberi tugas", (*slides, *charts))


def _units(daerah: DaerahTerbit, kosakata: Kosakata) -> Iterator[_Unit]:
    """The answer of each pattern that has units."""
    for pola in daerah.data.kedudukan.pola:
        found = [unit for unit, other in units(daerah.data) if other is pola]
        if not found:
            continue
        answer = ask(daerah.data, kosakata, daerah.rujuk, found[0], pola)
        names = [unit.nama for unit in found]
        few, some = (daftar(_first(names, count)) for count in (_PLAIN, _NAMED))
        sources = tuple(daerah.rujuk(one) for one in found[0].dasar)
        yield _Unit(pola, some, few, len(found), sources, answer.status, answer.penilai)


def _first(names: Sequence[str], count: int) -> list[str]:
    """So many names at most, the last one saying how many are left."""
    if len(names) <= count:
        return list(names)
    return [*names[: count - 1], f"{len(names) - count + 1} unit lain"]


def _overview(groups: Sequence[_Unit]) -> tuple[Slide, ...]:
    rows = tuple((Poin(group.nama, group.dasar), _offices(group)) for group in groups)
    if not rows:
        return ()
    slide = Slide(
        id="penilai",
        judul="Siapa menilai kinerja siapa",
        lama=30,
        tabel=Tabel(("Unit", "Penilai kinerja"), rows),
        ucapan=("Baris bertanda bertentangan dibaca bersama catatan pembacanya.",),
    )
    return open_with_first(cut(slide), 60)


def _offices(group: _Unit) -> Poin:
    """The appraisers in a cell; of many only the names, since a slide of their own tells more."""
    if not group.penilai:
        return Poin("Tidak diatur", keadaan="tidak diatur")
    contested: Keadaan = "bertentangan" if group.status is Status.BERTENTANGAN else ""
    each = tuple(dict.fromkeys(map(_office, group.penilai)))
    if len(each) == 1:
        return replace(each[0], keadaan=contested)
    if len(each) > _PLAIN:
        names = daftar(dict.fromkeys(item.sebutan for item in group.penilai))
        sources = tuple(dict.fromkeys(one for item in group.penilai for one in item.dasar))
        return Poin(f"Menurut jenjang dan syaratnya: {names}", sources, keadaan=contested)
    return Poin(f"{len(each)} jawaban, menurut syaratnya:", anak=each, keadaan=contested)


def _office(item: Penjawab) -> Poin:
    name = item.sebutan[:1].upper() + item.sebutan[1:]
    return Poin(name + (f" ({item.syarat})" if item.syarat else ""), item.dasar)


def _details(groups: Sequence[_Unit]) -> Iterator[Slide]:
    """For units with many appraisers: who appraises whom, a table for each pattern."""
    many = [group for group in groups if len(set(map(_office, group.penilai))) > _PLAIN]
    ranked = sorted(many, key=lambda group: -group.banyak)
    for group in many:
        slide = Slide(
            id=f"penilai-{group.pola.id}",
            judul=f"Penilai kinerja pada {group.singkat}",
            lama=_lama(ranked.index(group)),
            tabel=Tabel(("Bagi", "Penilai kinerja"), tuple(_conditions(group))),
            ucapan=(f"Unit: {group.nama}.", f"Pola kedudukannya: {group.pola.judul}."),
        )
        yield from open_with_first(cut(slide), 60)


def _conditions(group: _Unit) -> Iterator[tuple[Poin, ...]]:
    """A row for each condition: the offices that appraise under it."""
    contested: Keadaan = "bertentangan" if group.status is Status.BERTENTANGAN else ""
    by_condition: dict[str, list[Penjawab]] = {}
    for item in group.penilai:
        by_condition.setdefault(item.syarat.removeprefix("untuk "), []).append(item)
    for condition, found in by_condition.items():
        offices = "; ".join(dict.fromkeys(item.sebutan for item in found))
        sources = tuple(dict.fromkeys(one for item in found for one in item.dasar))
        yield Poin(condition or "semua pegawai", keadaan=contested), Poin(offices, sources)


def _lama(rank: int) -> int:
    return 30 if rank < _FEW else 60 if rank < _SOME else 90


def _assigner(daerah: DaerahTerbit, rule: Aturan) -> Poin:
    offices = daftar([office.sebutan for office in rule.oleh])
    where = "" if SEMUA in rule.pola else f" ({_patterns(daerah, rule)})"
    condition = f", {rule.syarat}" if rule.syarat else ""
    state: Keadaan = "rekonstruksi" if rule.asal == "rekonstruksi" else ""
    return Poin(f"{offices}{condition}{where}", tuple(map(daerah.rujuk, rule.dasar)), (), state)


def _patterns(daerah: DaerahTerbit, rule: Aturan) -> str:
    names = [pola.judul for pola in daerah.data.kedudukan.pola if pola.id in rule.pola]
    if len(names) > _PLAIN:
        return f"{len(names)} pola kedudukan"
    return "; ".join(names)


def _charts(daerah: DaerahTerbit, kind: str, structures: Sequence[Struktur]) -> Iterator[Slide]:
    """A slide for each chart in the regulation's order; the patterns of most units come early."""
    ranked = sorted(structures, key=lambda item: -len(item.perangkat_daerah))
    for item in structures:
        rank = ranked.index(item)
        chart = daerah.gambar[kind, item.id]
        source = (chart.bagan.klausa,) if chart.bagan.klausa else ()
        yield Slide(
            id=f"{kind}-{item.id}",
            judul=item.judul,
            lama=_lama(rank),
            butir=captions(item.keterangan, source, item.asal),
            bagan=chart,
        )
