"""The pipeline, read aloud: gather everything, then write.

read → validate → check → resolve → graph → draw → render → engine → data → check the result
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from generator import engine
from generator.arsip import pack
from generator.bagan.build import alur, struktur
from generator.bagan.draw import GagalMenggambar, Gambar, Hasil, Kunci, PerenderTidakAda, draw, key
from generator.banding.sejajar import compare_flows
from generator.checks.situs import check_site
from generator.exports.bagan import export_charts
from generator.exports.compare import compare_schema
from generator.exports.data import export_data
from generator.exports.padanan import export_alignments
from generator.exports.tabel import export_table
from generator.exports.xlsx import export_workbook
from generator.graph import Bagan
from generator.model import Kosakata
from generator.pages.indeks import robots
from generator.pages.situs import about, newest
from generator.pages.values import BaganTerbit, DaerahTerbit, Situs
from generator.problems import BuildFailed, Place, Problem
from generator.project import DaerahTerperiksa, approve, read_project, validate_project
from generator.publish import EnvironmentLacks, drop_unused, only_one_build, replacing, write_tree
from generator.read import read_text
from generator.render import render


@dataclass(frozen=True)
class Ukuran:
    """How long a stage took, in seconds, and what it did."""

    tahap: str
    detik: float
    keterangan: str = ""


@dataclass(frozen=True)
class HasilBangun:
    """What a build made."""

    halaman: int
    bagan: int
    waktu: tuple[Ukuran, ...]


def build_site(root: Path, out: Path, *, offline: bool = False, site_url: str = "") -> HasilBangun:
    """Build the whole site of a project into ``out``; offline, its archive beside it too.

    ``site_url`` is where the site will stand; without it, what ``mkdocs.yml`` says.
    Raises BuildFailed when the data is wrong and EnvironmentLacks when the machine lacks
    something; either way the site that was in ``out`` stays as it was.
    """
    clock = _Clock()
    with only_one_build(root):
        with clock("baca"):
            kosakata, files = read_project(root)
            guide = _read_guide(root)
        with clock("validasi"):
            proyek = validate_project(kosakata, files)
        with clock("periksa"):
            regencies = approve(proyek)
        with clock("susun"):
            charts = [chart for item in regencies for chart in chart_regency(item, kosakata)]
            flows = compare_flows([(i.terbaca.data, i.rujuk) for i in regencies], kosakata)
            beside = [chart for kind in flows for chart in kind.bagan]
        with clock("gambar") as told:
            drawn = _draw([*charts, *beside], root / "build" / "bagan")
            told(f"{drawn.digambar} digambar, {drawn.dari_cache} dari simpanan")
        with clock("halaman") as told:
            published = _publishable(regencies, charts, drawn.gambar)
            situs = Situs(kosakata, published, flows, drawn.gambar)
            pages = {**guide, **render(situs, offline=offline)}
            data = _open_data(situs, regencies)
            told(f"{len(pages)} halaman")
        with clock("tulis"), replacing(root / "build" / "docs") as tree:
            write_tree(tree, {**pages, **data})
        with replacing(out) as site:
            with clock("mesin"):
                address = engine.build(
                    root / "build" / "docs",
                    site,
                    root / "mkdocs.yml",
                    offline=offline,
                    site_url=site_url,
                    extra=about(situs),
                )
                write_tree(site, {"robots.txt": robots(address)})
                drop_unused(site, mapped=bool(address), offline=offline)
            with clock("periksa hasil"):
                problems = tuple(check_site(site, urlsplit(address).path or "/"))
                if problems:
                    raise BuildFailed(problems)
        if offline:
            with clock("arsip"):
                pack(out, out.with_name(f"{out.name}.zip"), newest(situs))
    return HasilBangun(len(pages), len(charts) + len(beside), tuple(clock.stages))


def chart_regency(item: DaerahTerperiksa, kosakata: Kosakata) -> Iterator[Bagan]:
    """Every chart of a regency: structures of kedudukan and penugasan, and flows."""
    data = item.terbaca.data
    for pola in data.kedudukan.pola:
        yield struktur(pola, "kedudukan", data.daerah, kosakata, item.rujuk)
    for assignment in data.penugasan.struktur:
        placed = [pola for pola in data.kedudukan.pola if pola.id in assignment.pola]
        yield struktur(assignment, "penugasan", data.daerah, kosakata, item.rujuk, placed)
    for flow in data.mekanisme.mekanisme:
        yield alur(flow, data.daerah, kosakata, item.rujuk)


def _draw(charts: Sequence[Bagan], cache: Path) -> Hasil:
    try:
        return draw(charts, cache)
    except PerenderTidakAda as lack:
        raise EnvironmentLacks(str(lack)) from None
    except GagalMenggambar as failure:
        raise BuildFailed(
            [Problem(Place(f"regencies/{failure.kunci[0]}"), str(failure), "lihat pesan di atas")]
        ) from None


def _publishable(
    regencies: Sequence[DaerahTerperiksa],
    charts: Sequence[Bagan],
    drawings: Mapping[Kunci, Gambar],
) -> tuple[DaerahTerbit, ...]:
    by_regency: dict[str, list[BaganTerbit]] = {}
    for chart in charts:
        drawn = BaganTerbit(chart, drawings[key(chart)])
        by_regency.setdefault(chart.slug, []).append(drawn)
    return tuple(
        DaerahTerbit(
            item.terbaca.data,
            item.terbaca.naskah,
            item.neraca,
            item.rujuk,
            tuple(by_regency.get(item.terbaca.slug, ())),
        )
        for item in regencies
    )


def _open_data(situs: Situs, regencies: Sequence[DaerahTerperiksa]) -> Mapping[str, str | bytes]:
    """Every file below ``data/`` by its path."""
    return {
        **export_data([(item.terbaca, item.neraca) for item in regencies], situs.kosakata),
        **export_charts(_charts(situs)),
        **export_alignments([item.naskah for item in regencies], situs.selaras),
        **compare_schema(),
        **export_table(situs.matriks),
        "data/bandingkan.xlsx": export_workbook(situs.matriks),
    }


def _charts(situs: Situs) -> Iterator[BaganTerbit]:
    """Every chart that a page offers as a file: of the regencies, and their differences."""
    for item in situs.daerah:
        yield from item.bagan
    for kind in situs.alur_banding:
        for one in kind.selisih:
            yield BaganTerbit(one.bagan, situs.gambar_banding[key(one.bagan)])


def _read_guide(root: Path) -> dict[str, str]:
    """The pages written by hand: ``content/tentang.md`` is ``tentang/index.md`` in the tree."""
    pages = {}
    for path in sorted((root / "content").glob("*.md")):
        name = "index.md" if path.stem == "index" else f"{path.stem}/index.md"
        pages[name] = read_text(path, f"content/{path.name}")
    return pages


@dataclass
class _Clock:
    """Takes the time of stages."""

    stages: list[Ukuran] = field(default_factory=list)

    @contextmanager
    def __call__(self, name: str) -> Iterator[_Told]:
        told = _Told()
        begun = time.perf_counter()
        yield told
        self.stages.append(Ukuran(name, time.perf_counter() - begun, told.words))


@dataclass
class _Told:
    """What a stage says about itself."""

    words: str = ""

    def __call__(self, words: str) -> None:
        self.words = words
