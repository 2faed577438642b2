"""The pipeline, read aloud: gather everything, then write.

read → validate → check → resolve → graph → draw → render → engine → data → check the result
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from generator import engine
from generator.arsip import pack
from generator.bagan.draw import GagalMenggambar, PerenderTidakAda, draw
from generator.banding.sejajar import compare_flows
from generator.cari import index_site
from generator.checks.situs import check_site
from generator.exports.terbuka import open_data
from generator.materi.semua import cut_flows
from generator.materi.simpanan import Kabar
from generator.materi.terbit import train
from generator.pages.indeks import robots
from generator.pages.situs import about, newest
from generator.pages.tanya_data import tanya_data
from generator.pages.values import Situs
from generator.problems import BuildFailed, Place, Problem
from generator.project import approve, read_project, validate_project
from generator.publish import EnvironmentLacks, drop_unused, only_one_build, replacing, write_tree
from generator.read import read_text
from generator.render import pages, write_pages
from generator.susun import compose


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


def build_site(
    root: Path,
    out: Path,
    *,
    offline: bool = False,
    site_url: str = "",
    kabar: Kabar | None = None,
) -> HasilBangun:
    """Build the whole site of a project into ``out``; offline, its archive beside it too.

    ``site_url`` is where the site will stand; without it, what ``mkdocs.yml`` says.
    Files of training material are made only where ``kabar`` wants to hear of them; otherwise those
    that were made before are published, as long as the data still says the same.
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
            composed = [compose(item, kosakata) for item in regencies]
            flows = compare_flows([(i.terbaca.data, i.rujuk) for i in regencies], kosakata)
            charts = [chart for one in composed for chart in one.digambar]
            charts += [chart for kind in flows for chart in kind.digambar]
        with clock("gambar") as told, _drawing():
            folder = root / "build" / "bagan"
            drawn = draw(charts, folder)
            cut = tuple(cut_flows((chart for one in composed for chart in one.bagan), folder))
            pictures = draw([part.bagan for part in cut], folder).gambar
            told(f"{drawn.digambar} digambar, {drawn.dari_cache} dari simpanan")
        published = tuple(one.publish(drawn.gambar) for one in composed)
        situs = Situs(kosakata, published, flows, drawn.gambar)
        with clock("bahan") as told:
            parts = [(part, part.publish(pictures)) for part in cut]
            materi = train(situs, parts, root / "build", kabar, offline=offline)
            told(f"{len(materi.jadi)} dari {len(materi.bahan)} berkas")
        with clock("halaman") as told:
            made = tuple(pages(situs, materi))
            texts = {**guide, **write_pages(made, offline=offline)}
            data = {**open_data(situs, regencies), **tanya_data(situs, offline=offline)}
            told(f"{len(texts)} halaman")
        with clock("indeks cari"):
            index = index_site(situs, made, guide)
        with clock("tulis"), replacing(root / "build" / "docs") as tree:
            write_tree(tree, {**texts, **data, **index, **materi.berkas})
        with replacing(out) as site:
            with clock("mesin"):
                address = engine.build(
                    root / "build" / "docs",
                    site,
                    root / "mkdocs.yml",
                    offline=offline,
                    site_url=site_url,
                    extra={**about(situs), "salindia": materi.halaman},
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
    return HasilBangun(len(texts), len(charts), tuple(clock.stages))


@contextmanager
def _drawing() -> Iterator[None]:
    """What goes wrong in drawing, as a build says it."""
    try:
        yield
    except PerenderTidakAda as lack:
        raise EnvironmentLacks(str(lack)) from None
    except GagalMenggambar as failure:
        raise BuildFailed(
            [Problem(Place(f"regencies/{failure.kunci[0]}"), str(failure), "lihat pesan di atas")]
        ) from None


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
