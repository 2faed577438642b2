"""What one more page costs: `python -m bench.halaman [20] [--kali 3]`.

Of as many made-up regencies: the HTML of every page from data that is ready, the site engine that
makes a page of it, and the look at its links; and beside it MkDocs alone (its own theme, no
navigation, no search) rendering the same text as Markdown, by the difference between all pages
and half of them. Prints milliseconds of processor time for each page.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.buatan import make_project
from bench.polos import write_plain
from bench.proses import run
from bench.tumbuh import marginal
from generator import engine
from generator.checks.situs import survey
from generator.engine import Setelan
from generator.materi.kuis import questions
from generator.pages.situs import about
from generator.pages.values import Situs
from generator.petak.bersama import gather
from generator.petak.siap import prepare_all
from generator.pipeline import build_site
from generator.publish import write_tree
from generator.render import regency_pages, write_pages
from generator.tenaga import Setempat

ROOT = Path(__file__).parent.parent
#: The stages of a page, in their order.
TAHAP = ("HTML", "engine", "links")


def main(count: int, times: int) -> None:
    """Measure in turn and print medians."""
    with tempfile.TemporaryDirectory() as temporary:
        project = Path(temporary, "proyek")
        make_project(ROOT, project, count)
        build_site(project, project / "site")
        folders = [_plain(project, share) for share in (2, 1)]
        ours: list[dict[str, float]] = []
        alone: list[float] = []
        for _ in range(times):
            ours.append(_ours(project))
            alone.append(_alone(folders))
    mkdocs = statistics.median(alone)
    stages = {name: statistics.median(one[name] for one in ours) for name in TAHAP}
    for name, seconds in (*stages.items(), ("together", sum(stages.values()))):
        print(f"{name:<14} {seconds * 1000:6.1f} ms  {seconds / mkdocs:5.2f} x MkDocs alone")
    print(f"{'MkDocs alone':<14} {mkdocs * 1000:6.1f} ms")


def _ours(project: Path) -> dict[str, float]:
    """Seconds of each stage for one page of a regency."""
    ready = prepare_all(project, Setempat(1))
    told = about(Situs(ready.kosakata, ready.daerah))
    shared, setelan = gather(ready), Setelan(project / "mkdocs.yml", extra=told)
    spent = dict.fromkeys(TAHAP, 0.0)
    pages = 0
    for daerah in ready.daerah:
        whole = daerah.whole()
        asked = questions(whole, ready.kosakata, shared.kolam)
        found = shared.findings(whole)
        with tempfile.TemporaryDirectory() as temporary:
            tree, site = Path(temporary, "pohon"), Path(temporary, "situs")
            with _timed(spent, "HTML"):
                made = write_pages(regency_pages(ready.kosakata, whole, shared, found, asked))
                write_tree(tree, made)
            with _timed(spent, "engine"):
                engine.build(tree, site, setelan, part=True)
            with _timed(spent, "links"):
                survey(site)
        pages += len(made)
    return {name: seconds / pages for name, seconds in spent.items()}


@contextmanager
def _timed(spent: dict[str, float], name: str) -> Iterator[None]:
    begun = time.process_time()
    yield
    spent[name] += time.process_time() - begun


def _plain(project: Path, share: int) -> Path:
    """The text of the site as Markdown, or of every second page of it."""
    folder = project.parent / f"polos-{share}"
    write_plain(project / "site", folder)
    for path in sorted((folder / "docs").rglob("*.md"))[1::share] if share > 1 else ():
        path.unlink()
    return folder


def _alone(folders: list[Path]) -> float:
    """Seconds that MkDocs alone takes for one more page."""
    seconds, pages = [], []
    for folder in folders:
        shutil.rmtree(folder / "sendiri", ignore_errors=True)
        seconds.append(run("mkdocs", "build", "-q", "-f", "sendiri.yml", folder=folder).prosesor)
        pages.append(sum(1 for _ in (folder / "docs").rglob("*.md")))
    return marginal(seconds, pages)


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("daerah", type=int, nargs="?", default=20, help="number of regencies")
    options.add_argument("--kali", type=int, default=3, help="how many times")
    chosen = options.parse_args()
    main(chosen.daerah, chosen.kali)
