"""The flows: a list of them, and a page for each with its chart, its steps and its letters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator import links
from generator.answer import SEMUA
from generator.graph import Bagan, Panah
from generator.keadaan import overview
from generator.materi.surat.susun import of_flow
from generator.model import (
    SELESAI,
    TIDAK_DIATUR,
    TIDAK_TERBACA,
    DokumenKerja,
    Kosakata,
    Langkah,
    Mekanisme,
)
from generator.pages import menu
from generator.pages.legenda import legend
from generator.pages.miniatur import miniature
from generator.pages.rujukan import notes_on
from generator.pages.sorotan import in_flow
from generator.pages.struktur import clause
from generator.pages.template import KATA, fill
from generator.pages.values import DaerahTerbit, Halaman, Judul, Tautan

_ENDS = {
    SELESAI: "Selesai",
    TIDAK_DIATUR: "Tidak diatur dalam naskah",
    TIDAK_TERBACA: "Lanjutannya tidak terbaca dalam sumber",
}


@dataclass(frozen=True)
class Lanjut:
    """Where a step leads: under which answer, to which step (by its number) or end.

    ``panah`` is the same way in the chart.
    """

    bila: str
    ke: str
    jangkar: str
    panah: Panah


@dataclass(frozen=True)
class Baris:
    """A step as a row of the table."""

    nomor: int
    langkah: Langkah
    jangkar: str
    kotak: str
    tahap: str
    pelaku: str
    bersama: tuple[str, ...]
    dokumen: str
    kepada: tuple[str, ...]
    tembusan: tuple[str, ...]
    lanjut: tuple[Lanjut, ...]


def pages(daerah: DaerahTerbit, kosakata: Kosakata) -> Iterator[Halaman]:
    """The list, and one page for each flow."""
    yield _list(daerah, kosakata)
    for flow in daerah.data.mekanisme.mekanisme:
        yield _flow(daerah, kosakata, flow)


def _list(daerah: DaerahTerbit, kosakata: Kosakata) -> Halaman:
    flows = daerah.data.mekanisme.mekanisme
    kinds = kosakata.jenis_mekanisme
    grouped = {
        group: [flow for flow in flows if kinds[flow.jenis].kelompok == group]
        for group in KATA["kelompok"]
    }
    return Halaman(
        alamat=links.section(daerah.slug, "mekanisme"),
        judul=f"Mekanisme kerja – {daerah.nama}",
        deskripsi=f"{len(flows)} alur kerja menurut {daerah.data.daerah.judul_peraturan}.",
        isi=fill(
            "mekanisme.html",
            daerah=daerah,
            kosakata=kosakata,
            kelompok={group: found for group, found in grouped.items() if found},
            keadaan=list(overview(daerah.data, kosakata)),
            clause=clause,
            miniatur={
                flow.id: miniature(daerah.gambar["mekanisme", flow.id].gambar.svg) for flow in flows
            },
        ),
        daftar_isi=(
            Judul("Keadaan Anda", "keadaan"),
            *(Judul(KATA["kelompok"][group], group) for group, found in grouped.items() if found),
        ),
        menu=menu.menu(daerah),
        remah=menu.crumbs(daerah),
        gaya=("alat-bagan",),
    )


def _flow(daerah: DaerahTerbit, kosakata: Kosakata, flow: Mekanisme) -> Halaman:
    chart = daerah.gambar["mekanisme", flow.id]
    steps = tuple(rows(flow, kosakata, chart.bagan))
    papers = tuple(letters(daerah, flow))
    notes = notes_on(daerah, f"mekanisme:{flow.id}")
    contents = [Judul("Bagan alur", chart.jangkar), Judul("Langkah demi langkah", "langkah")]
    contents += [Judul("Surat dan isinya", "surat")] if papers else []
    contents += [Judul("Catatan pembaca", "catatan")] if notes else []
    return Halaman(
        alamat=links.flow(daerah.slug, flow.id),
        judul=f"{flow.judul} – {daerah.nama}",
        deskripsi=f"{flow.judul}: {len(steps)} langkah menurut "
        f"{daerah.naskah.sebutan[flow.klausa]} {daerah.data.daerah.judul_peraturan}.",
        isi=fill(
            "alur.html",
            daerah=daerah,
            kosakata=kosakata,
            alur=flow,
            klausa=clause(daerah, flow.klausa),
            terbit=chart,
            legenda=legend(chart.bagan, kosakata),
            sorotan=in_flow(flow, links.box_id(flow.id, "")),
            baris=steps,
            surat=papers,
            templat=tuple(_templates(daerah, kosakata, flow)),
            catatan=notes,
            terkait=_related(daerah, flow),
        ),
        daftar_isi=tuple(contents),
        menu=menu.menu(daerah),
        remah=menu.crumbs(
            daerah, Tautan("Mekanisme kerja", links.section(daerah.slug, "mekanisme"))
        ),
        gaya=("alat-bagan",),
        skrip=("bagan", "langkah"),
    )


def rows(flow: Mekanisme, kosakata: Kosakata, bagan: Bagan) -> Iterator[Baris]:
    """Every step of a flow, in its order; ``bagan`` is its chart."""
    names = {actor.id: actor.sebutan for actor in flow.pelaku}
    numbers = {step.id: number for number, step in enumerate(flow.langkah, 1)}
    for number, step in enumerate(flow.langkah, 1):
        yield Baris(
            nomor=number,
            langkah=step,
            jangkar=links.step_id(flow.id, step.id),
            kotak=links.box_id(flow.id, step.id),
            tahap=kosakata.tahap[step.tahap].nama if step.tahap else "",
            pelaku=names[step.pelaku],
            bersama=tuple(names[actor] for actor in step.bersama),
            dokumen=kosakata.dokumen[step.dokumen].nama if step.dokumen else "",
            kepada=tuple(names[actor] for actor in step.kepada),
            tembusan=tuple(names[actor] for actor in step.tembusan),
            lanjut=tuple(_onward(flow, step, numbers, bagan)),
        )


def _onward(
    flow: Mekanisme, step: Langkah, numbers: dict[str, int], bagan: Bagan
) -> Iterator[Lanjut]:
    branches = [("", target) for target in step.lalu]
    branches += [(branch.label, branch.ke) for branch in step.bila]
    box = links.box_id(flow.id, step.id)
    # The chart has one arrow for each branch, in the same order.
    arrows = (arrow for arrow in bagan.panah if arrow.dari == box)
    for (label, target), arrow in zip(branches, arrows, strict=True):
        if target in _ENDS:
            yield Lanjut(label, _ENDS[target], "", arrow)
        else:
            yield Lanjut(label, f"langkah {numbers[target]}", links.step_id(flow.id, target), arrow)


def letters(daerah: DaerahTerbit, flow: Mekanisme) -> Iterator[DokumenKerja]:
    """The letters of a flow whose contents the regulation sets, or says it uses."""
    for letter in daerah.data.mekanisme.dokumen:
        if flow.id in letter.mekanisme:
            yield letter


def _templates(daerah: DaerahTerbit, kosakata: Kosakata, flow: Mekanisme) -> Iterator[Tautan]:
    """The letters of a flow that can be filled in; the same name twice tells who makes it."""
    found = of_flow(daerah, kosakata, flow)
    names = [one.nama for one in found]
    for one in found:
        whose = f" ({one.dari})" if names.count(one.nama) > 1 and one.dari else ""
        yield Tautan(f"{one.nama}{whose}", links.letter(daerah.slug, one.id))


def _related(daerah: DaerahTerbit, flow: Mekanisme) -> tuple[Tautan, ...]:
    """The charts of kedudukan and penugasan of the patterns to which a flow belongs."""
    patterns = set(flow.pola) - {SEMUA}
    keys = [("kedudukan", pola.id) for pola in daerah.data.kedudukan.pola if pola.id in patterns]
    keys += [("penugasan", s.id) for s in daerah.data.penugasan.struktur if patterns & set(s.pola)]
    charts = [daerah.gambar[key] for key in keys]
    return tuple(
        Tautan(f"{menu.PAGES[chart.bagan.jenis]}: {chart.bagan.judul}", chart.alamat)
        for chart in charts
    )
