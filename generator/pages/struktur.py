"""The pages of kedudukan and penugasan: every structure as a chart and in words, with its rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from generator import links
from generator.answer import SEMUA
from generator.graph import Sumber
from generator.model import Aturan, Catatan, Ketentuan, Kosakata, Struktur
from generator.pages import menu
from generator.pages.kembaran import Cabang, outline
from generator.pages.legenda import Legenda, legend
from generator.pages.miniatur import miniature
from generator.pages.rujukan import notes_on
from generator.pages.sorotan import PilihanSorotan, in_structure
from generator.pages.template import fill
from generator.pages.values import BaganTerbit, DaerahTerbit, Halaman, Judul, Tautan

_INTRO = {
    "kedudukan": (
        "Di mana Pejabat Fungsional dan pelaksana ditempatkan dalam struktur organisasi, "
        "dan siapa atasan langsung yang menilai kinerjanya."
    ),
    "penugasan": (
        "Siapa yang dapat menugaskan Pejabat Fungsional dan pelaksana, "
        "secara individu atau dalam tim kerja."
    ),
}

Jenis = Literal["kedudukan", "penugasan"]


@dataclass(frozen=True)
class Bagian:
    """One structure on its page: the chart, its words, and what holds in it alone."""

    struktur: Struktur
    klausa: Sumber
    terbit: BaganTerbit
    miniatur: str
    cabang: tuple[Cabang, ...]
    sorotan: PilihanSorotan
    legenda: tuple[Legenda, ...]
    aturan: tuple[Aturan, ...]
    ketentuan: tuple[Ketentuan, ...]
    catatan: tuple[Catatan, ...]
    terkait: tuple[Tautan, ...]


def page(daerah: DaerahTerbit, kosakata: Kosakata, jenis: Jenis) -> Halaman:
    """The page of one kind of structure."""
    data = daerah.data.kedudukan if jenis == "kedudukan" else daerah.data.penugasan
    structures = (
        daerah.data.kedudukan.pola if jenis == "kedudukan" else daerah.data.penugasan.struktur
    )
    sections = tuple(_section(daerah, kosakata, jenis, item) for item in structures)
    general = tuple(rule for rule in data.aturan if SEMUA in rule.pola)
    statements = tuple(item for item in data.ketentuan if not item.pola or SEMUA in item.pola)
    title = menu.PAGES[jenis]
    return Halaman(
        alamat=links.section(daerah.slug, jenis),
        judul=f"{title} – {daerah.nama}",
        deskripsi=f"{title} dalam {daerah.data.daerah.judul_peraturan}: {len(sections)} bagan, "
        "masing-masing dengan kutipan pasalnya.",
        isi=fill(
            "struktur.html",
            daerah=daerah,
            kosakata=kosakata,
            jenis=jenis,
            nama=title,
            pengantar=_INTRO[jenis],
            bagian=sections,
            aturan_umum=general,
            ketentuan_umum=statements,
            catatan_umum=notes_on(daerah, *(f"aturan:{rule.id}" for rule in general)),
        ),
        daftar_isi=tuple(_contents(sections, bool(general or statements))),
        menu=menu.menu(daerah),
        remah=menu.crumbs(daerah),
        gaya=("alat-bagan",),
        skrip=("bagan",),
    )


def _section(daerah: DaerahTerbit, kosakata: Kosakata, jenis: Jenis, item: Struktur) -> Bagian:
    data = daerah.data.kedudukan if jenis == "kedudukan" else daerah.data.penugasan
    patterns = {item.id} if jenis == "kedudukan" else set(item.pola)
    chart = daerah.gambar[jenis, item.id]
    rules = tuple(rule for rule in data.aturan if patterns & set(rule.pola))
    touched = [f"{'pola' if jenis == 'kedudukan' else 'struktur'}:{item.id}"]
    touched += [f"aturan:{rule.id}" for rule in rules]
    return Bagian(
        struktur=item,
        klausa=clause(daerah, item.klausa),
        terbit=chart,
        miniatur=miniature(chart.gambar.svg),
        cabang=outline(chart.bagan),
        sorotan=in_structure(chart.bagan, links.box_id(f"{jenis}-{item.id}", "")),
        legenda=legend(chart.bagan, kosakata),
        aturan=rules,
        ketentuan=tuple(entry for entry in data.ketentuan if patterns & set(entry.pola)),
        catatan=notes_on(daerah, *touched),
        terkait=_related(daerah, jenis, item),
    )


def _related(daerah: DaerahTerbit, jenis: Jenis, item: Struktur) -> tuple[Tautan, ...]:
    """The charts of the other kind, and the flows, that belong to the same patterns."""
    data = daerah.data
    patterns = {item.id} if jenis == "kedudukan" else set(item.pola)
    keys: list[tuple[str, str]] = []
    if jenis == "kedudukan":
        keys += [("penugasan", s.id) for s in data.penugasan.struktur if patterns & set(s.pola)]
    else:
        keys += [("kedudukan", pola.id) for pola in data.kedudukan.pola if pola.id in patterns]
    keys += [("mekanisme", m.id) for m in data.mekanisme.mekanisme if patterns & set(m.pola)]
    charts = [daerah.gambar[key] for key in keys]
    return tuple(
        Tautan(f"{menu.PAGES[chart.bagan.jenis]}: {chart.bagan.judul}", chart.alamat)
        for chart in charts
    )


def clause(daerah: DaerahTerbit, anchor: str) -> Sumber:
    """A clause as a whole, to be linked to; its words are on its own page."""
    return Sumber(anchor, daerah.naskah.sebutan[anchor], "", links.clause(daerah.slug, anchor))


def _contents(sections: Sequence[Bagian], general: bool) -> Iterator[Judul]:
    if general:
        yield Judul("Berlaku untuk semua pola", "ketentuan-umum")
    for section in sections:
        yield Judul(section.struktur.judul, section.terbit.jangkar)
