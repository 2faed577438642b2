"""The pipeline, read aloud: make every regency ready, build its plot, put the plots together.

prepare (read → validate → check → compose → draw) → pages → engine → assemble → check the result
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from generator.arsip import pack
from generator.bagan.draw import GAMBAR, tidy
from generator.cakram import EnvironmentLacks, disk_errors, temporary_below
from generator.engine import Setelan
from generator.materi.terbit import Kabar, make_all
from generator.pages.indeks import robots, sitemap
from generator.pages.situs import about, newest
from generator.pages.values import Situs
from generator.petak.bersama import base, beside, gather
from generator.petak.cetak import (
    POHON,
    SITUS,
    Percetakan,
    assemble,
    build_plots,
    check_plots,
    result,
)
from generator.petak.dahulu import Dahulu
from generator.petak.isi import Cara, all_material
from generator.petak.rencana import plan
from generator.petak.siap import prepare_all
from generator.problems import BuildFailed
from generator.publish import drop_unused, only_one_build, replacing, restore, write_tree
from generator.read import read_text
from generator.tenaga import Setempat, Tenaga, TenagaHilang


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


def build_site(  # noqa: PLR0913 - each is an option of the commands
    root: Path,
    out: Path,
    *,
    offline: bool = False,
    site_url: str = "",
    kabar: Kabar | None = None,
    tenaga: Tenaga | None = None,
    dahulu: Dahulu | None = None,
) -> HasilBangun:
    """Build the whole site of a project into ``out``; offline, its archive beside it too.

    ``site_url`` is where the site will stand; without it, what ``mkdocs.yml`` says.
    Files of training material are made only where ``kabar`` wants to hear of them; otherwise those
    that were made before are published, as long as the data still says the same.
    ``tenaga`` carries out the work; without it, the cores of this machine do. ``dahulu`` shows a
    page of the site that stands in ``out`` as soon as it can be made.
    Raises BuildFailed when the data is wrong and EnvironmentLacks when the machine lacks
    something; either way the site that was in ``out`` stays as it was.
    """
    clock = _Clock()
    workers = tenaga or Setempat()
    root = root.absolute()
    with _undisturbed(root, out):
        with clock("daerah") as told:
            ready = prepare_all(root, workers)
            guide = _read_guide(root)
            told(f"{ready.disiapkan} disiapkan, {len(ready.ringkasan)} seluruhnya")
        cara = Cara(root, ready.kosakata, offline, len(ready.daerah))
        shared = gather(ready)
        setelan = Setelan(
            root / "mkdocs.yml", offline, site_url, about(Situs(ready.kosakata, ready.daerah))
        )
        if dahulu is not None:
            dahulu.show(cara, ready, shared, setelan)
        with clock("gambar") as told:
            flows = beside(ready, root, workers)
            situs = Situs(ready.kosakata, ready.daerah, flows.alur, flows.gambar)
            drawn, charts = ready.digambar + flows.digambar, ready.bagan + flows.bagan
            told(f"{drawn} digambar, {charts + ready.potongan - drawn} dari simpanan")
        if kabar is not None:
            with clock("bahan"):
                make_all(
                    lambda: all_material(cara, ready.daerah, situs, shared), root, kabar, workers
                )
        printing = Percetakan.of(root, setelan)
        with clock("petak") as told:
            planned = plan(cara, ready, situs, flows, shared, base(ready))
            told(planned.progress(build_plots(planned.semua, printing, workers)))
        with clock("petak situs"):
            around, pages = planned.around(cara, situs, guide, printing)
            build_plots([around], printing, workers)
        names = [plot.nama for plot in (*planned.semua, around)]
        with clock("rakit"):
            with replacing(root / "build" / "docs") as tree:
                assemble(tree, POHON, printing, names)
            printing.lemari.drop_all_but(frozenset(names))
        with replacing(out) as site:
            with clock("rakit situs"):
                _put_together(site, printing, names)
            if offline:
                with clock("arsip"):
                    pack(site, out.with_name(f"{out.name}.zip"), newest(situs))
    pages += result(printing, around.nama)
    return HasilBangun(pages, charts, tuple(clock.stages))


def _put_together(site: Path, printing: Percetakan, names: Sequence[str]) -> None:
    """All plots as one site, checked, with its map, and without what no reader loads."""
    assemble(site, SITUS, printing, names)
    problems = tuple(check_plots(printing, names))
    if problems:
        raise BuildFailed(problems)
    address = printing.setelan.alamat
    pages = (path.relative_to(site).as_posix() for path in site.rglob("index.html"))
    (site / "sitemap.xml").unlink(missing_ok=True)
    write_tree(site, {"robots.txt": robots(address), "sitemap.xml": sitemap(address, pages)})
    drop_unused(site, mapped=bool(address), offline=printing.setelan.offline)


@contextmanager
def _undisturbed(root: Path, out: Path) -> Iterator[None]:
    """One build at a time, in folders without what a killed one left."""
    with only_one_build(root), temporary_below(root / "build" / "sementara"), disk_errors(root):
        restore(out)
        tidy(root / GAMBAR)
        try:
            yield
        except TenagaHilang as lost:
            raise EnvironmentLacks(str(lost)) from None


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
