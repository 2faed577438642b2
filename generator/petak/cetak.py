"""Cetak: plots go through the site engine one by one, are kept, and are put together as a site."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from generator import engine
from generator.cakram import disk_errors
from generator.checks.situs import check_across, survey
from generator.engine import Setelan
from generator.petak.isi import Berkas
from generator.petak.kunci import code
from generator.petak.lemari import Lemari, write_parts
from generator.problems import BuildFailed, Place, Problem
from generator.publish import write_tree
from generator.sidik import digest, digest_files
from generator.tenaga import Tenaga

#: Where plots lie: for the web and for reading offline, since their links differ.
DARING, LURING = Path("build/petak/daring"), Path("build/petak/luring")

#: The folders of a plot: as the engine takes it, and as it gives it.
POHON, SITUS = "pohon", "situs"


@dataclass(frozen=True)
class Percetakan:
    """Where plots lie, how the engine makes their pages, and the checksum of all that."""

    lemari: Lemari
    setelan: Setelan
    kunci: str

    @classmethod
    def of(cls, root: Path, setelan: Setelan) -> Percetakan:
        """The engine as a project sets it up."""
        files = digest_files(root, [setelan.config, root / "site_overrides"])
        told = setelan.offline, setelan.alamat, sorted(setelan.extra.items())
        folder = root / (LURING if setelan.offline else DARING)
        return cls(Lemari(folder), setelan, digest(code(), files, *told))


@dataclass(frozen=True)
class Petak:
    """A plot: its name, what it is made from, and what makes its files and its result.

    ``utuh`` is the plot around all others: with the pages of the navigation, and what the theme
    brings.
    """

    nama: str
    kunci: str
    buat: Callable[[], tuple[Berkas, object]]
    utuh: bool = False


def build_plots(plots: Sequence[Petak], printing: Percetakan, tenaga: Tenaga) -> tuple[str, ...]:
    """Build the plots that are not kept, and give their names. Raises BuildFailed."""
    missing = [
        (one, printing) for one in plots if not printing.lemari.holds(one.nama, _key(one, printing))
    ]
    problems = [problem for found in tenaga.map(_build, missing) for problem in found]
    if problems:
        raise BuildFailed(problems)
    return tuple(plot.nama for plot, _printing in missing)


def result(printing: Percetakan, name: str) -> Any:
    """What the maker of a plot told beside its files."""
    return printing.lemari.load(name, "hasil")


def assemble(target: Path, folder: str, printing: Percetakan, names: Iterable[str]) -> None:
    """Put one folder of every plot (`POHON` or `SITUS`) together; files are shared, not copied.

    Raises BuildFailed when two plots have the same file.
    """
    for name in names:
        start = printing.lemari.folder / name / folder
        for where, _folders, files in os.walk(start):
            there = target / Path(where).relative_to(start)
            there.mkdir(parents=True, exist_ok=True)
            for file in files:
                if (there / file).exists():
                    raise BuildFailed([_twice((there / file).relative_to(target))])
                _share(Path(where, file), there / file)


def check_plots(printing: Percetakan, names: Iterable[str]) -> Iterator[Problem]:
    """Yield a problem for each link from one plot to another that leads nowhere."""
    lemari = printing.lemari
    edges = {name: lemari.load(name, "tepi") for name in names}
    yield from check_across(edges, lambda name: lemari.load(name, "jangkar"))


def _key(plot: Petak, printing: Percetakan) -> str:
    return digest(printing.kunci, plot.kunci)


def _build(task: tuple[Petak, Percetakan]) -> tuple[Problem, ...]:
    plot, printing = task
    lemari, setelan = printing.lemari, printing.setelan
    try:
        with disk_errors(lemari.folder), lemari.filling(plot.nama, _key(plot, printing)) as folder:
            files, told = plot.buat()
            (folder / POHON).mkdir()  # where there is nothing to compare, a plot is empty
            write_tree(folder / POHON, files)
            engine.build(folder / POHON, folder / SITUS, setelan, part=not plot.utuh)
            seen = survey(folder / SITUS, urlsplit(setelan.alamat).path or "/")
            if seen.masalah:
                raise BuildFailed(seen.masalah)
            edge = seen.berkas, seen.keluar
            write_parts(folder, {"hasil": told, "tepi": edge, "jangkar": seen.jangkar})
    except BuildFailed as failure:
        return failure.problems
    return ()


def _twice(file: Path) -> Problem:
    # The second must not be copied over the first: that would change the first one's plot.
    return Problem(
        Place(file.as_posix()),
        "dua bagian situs membuat berkas ini",
        "ganti nama berkas di site_overrides/, atau slug daerahnya",
    )


def _share(source: Path, target: Path) -> None:
    """Two names for one file, where the disk can do that."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
