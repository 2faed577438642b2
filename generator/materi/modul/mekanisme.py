"""Flows: for each its chart, its steps, and the letters that it uses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.bahasa import daftar
from generator.graph import Sumber
from generator.materi.halaman_slide import cut
from generator.materi.keterangan import captions
from generator.materi.lama import open_with_first
from generator.materi.nilai import Keadaan, Modul, Poin, Slide, Tabel
from generator.model import (
    SELESAI,
    TIDAK_DIATUR,
    TIDAK_TERBACA,
    DokumenKerja,
    Kosakata,
    Langkah,
    Mekanisme,
)
from generator.pages.values import BaganTerbit, DaerahTerbit

#: The parts of long flows, by the id of the flow.
Potongan = Mapping[str, Sequence[BaganTerbit]]

#: How many flows of assigning a session of 60 minutes shows, and one letter; one of 30 minutes
#: shows the first flow that has more steps than `_SHORT`.
_FEW = 2
_SHORT = 2

_ENDS = {
    SELESAI: "selesai",
    TIDAK_DIATUR: "tidak diatur dalam naskah",
    TIDAK_TERBACA: "lanjutannya tidak terbaca dalam sumber",
}


def module(daerah: DaerahTerbit, kosakata: Kosakata, potongan: Potongan) -> Modul:
    """Every flow; those by which people are assigned come first and in shorter sessions."""
    kinds = kosakata.jenis_mekanisme
    flows = daerah.data.mekanisme.mekanisme
    assigning = [flow for flow in flows if kinds[flow.jenis].kelompok == "penugasan"]
    others = [flow for flow in flows if flow not in assigning]
    first = next((flow for flow in assigning if len(flow.langkah) > _SHORT), None)
    slides = [*_overview(daerah, [*assigning, *others])]
    for number, flow in enumerate(assigning):
        lama = 30 if flow is first else 60 if number < _FEW else 90
        slides += _flow(daerah, kosakata, flow, potongan, lama)
    for number, letter in enumerate(daerah.data.mekanisme.dokumen):
        slides += _letter(daerah, kosakata, letter, 60 if number == 0 else 90)
    for flow in others:
        slides += _flow(daerah, kosakata, flow, potongan, 90)
    return Modul("mekanisme", "Mekanisme kerja", "Alur langkah demi langkah", tuple(slides))


def _overview(daerah: DaerahTerbit, flows: Sequence[Mekanisme]) -> Iterator[Slide]:
    """All flows in a list: what there is to choose from."""
    points = tuple(
        Poin(
            f"{flow.judul}: {len(flow.langkah)} langkah",
            _clause(daerah.gambar["mekanisme", flow.id]),
        )
        for flow in flows
    )
    if points:
        yield from open_with_first(cut(Slide("alur", "Alur yang ada", 30, points)), 60)


def _clause(chart: BaganTerbit) -> tuple[Sumber, ...]:
    return (chart.bagan.klausa,) if chart.bagan.klausa else ()


def _flow(
    daerah: DaerahTerbit, kosakata: Kosakata, flow: Mekanisme, potongan: Potongan, lama: int
) -> Iterator[Slide]:
    """The parts of the chart, then the same steps as a table."""
    whole = daerah.gambar["mekanisme", flow.id]
    words = captions(flow.keterangan, _clause(whole), whole.bagan.asal)
    for number, chart in enumerate(potongan.get(flow.id, (whole,)), 1):
        yield Slide(
            id=f"mekanisme-{flow.id}" + (f"-{number}" if number > 1 else ""),
            judul=chart.bagan.judul,
            lama=lama,
            butir=words if number == 1 else (),
            bagan=chart,
        )
    rows = tuple(_row(daerah, kosakata, flow, number) for number in range(len(flow.langkah)))
    yield from cut(
        Slide(
            id=f"langkah-{flow.id}",
            judul=f"Langkah: {flow.judul}",
            lama=90,
            tabel=Tabel(("No.", "Langkah", "Pelaksana", "Surat dan penerimanya"), rows),
        )
    )


def _row(daerah: DaerahTerbit, kosakata: Kosakata, flow: Mekanisme, index: int) -> tuple[Poin, ...]:
    step = flow.langkah[index]
    names = {actor.id: actor.sebutan for actor in flow.pelaku}
    who = daftar([names[step.pelaku], *(names[one] for one in step.bersama)])
    state: Keadaan = "rekonstruksi" if step.asal == "rekonstruksi" else ""
    return (
        Poin(str(index + 1)),
        Poin(_words(flow, step), tuple(map(daerah.rujuk, step.dasar)), keadaan=state),
        Poin(who),
        Poin(_letters(kosakata, step, names)),
    )


def _words(flow: Mekanisme, step: Langkah) -> str:
    """What is done; of a decision, also where each answer leads."""
    numbers = {other.id: f"langkah {number}" for number, other in enumerate(flow.langkah, 1)}
    answers = [f"{branch.label}: {(numbers | _ENDS)[branch.ke]}" for branch in step.bila]
    return step.teks + (f" ({'; '.join(answers)})" if answers else "")


def _letters(kosakata: Kosakata, step: Langkah, names: dict[str, str]) -> str:
    parts = [kosakata.dokumen[step.dokumen].nama] if step.dokumen else []
    if step.kepada:
        parts.append(f"kepada {daftar([names[one] for one in step.kepada])}")
    if step.tembusan:
        parts.append(f"tembusan {daftar([names[one] for one in step.tembusan])}")
    return ", ".join(parts) or "–"


def _letter(
    daerah: DaerahTerbit, kosakata: Kosakata, letter: DokumenKerja, lama: int
) -> Iterator[Slide]:
    name = kosakata.dokumen[letter.dokumen].nama
    contents = tuple(
        Poin(item.isi, tuple(map(daerah.rujuk, item.dasar))) for item in letter.memuat
    ) or (Poin("Isi surat ini tidak diatur", keadaan="tidak diatur"),)
    number = daerah.data.mekanisme.dokumen.index(letter)
    yield from cut(
        Slide(
            id=f"surat-{letter.dokumen}-{number}",
            judul=f"Isi {name.lower()}",
            lama=lama,
            butir=contents,
            ucapan=(f"Dipakai dalam {len(letter.mekanisme)} alur.",),
        )
    )
