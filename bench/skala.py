"""How cost grows with the number of regencies: `python -m bench.skala 5 20 50 [--polos] [--ubah]`.

For each number a project of made-up regencies is built by a process of its own. Prints the time of
every stage, the most memory, pages, bytes, and what readers load; at the end how it grows.

--polos also builds a plain MkDocs Material site of the same text with every page in its
        navigation, and lets MkDocs render the same Markdown alone; up to 200 regencies.
--ubah  then changes one word in one regency and builds again.
--kali  builds everything so many times, in turn, and takes medians.
--simpan keeps the projects in a folder, to look at one or to profile its next build.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

from bench.berat import browsing, search_ours, search_stock, weigh
from bench.buatan import make_project
from bench.polos import write_plain
from bench.proses import Jalan, run
from bench.tabel_skala import Ukuran, print_changes, print_growth, print_sites, print_stages

ROOT = Path(__file__).parent.parent
#: A plain site of more regencies takes hours.
POLOS_TERBANYAK = 200


@dataclass(frozen=True)
class Pilihan:
    """What is asked for, as described above; ``folder`` is where the projects are written."""

    daerah: Sequence[int]
    kali: int
    polos: bool
    ubah: bool
    simpan: bool
    folder: Path


def main(asked: Pilihan) -> None:
    """Measure and print."""
    found = [Ukuran(count) for count in asked.daerah]
    with browsing() as browser:
        for turn in range(asked.kali):
            for one in found:
                place = asked.folder / f"{one.daerah}"
                if turn == 0:
                    make_project(ROOT, place, one.daerah)
                _measure(one, place, browser, plain=asked.polos, change=asked.ubah)
                if not asked.simpan:
                    shutil.rmtree(place / "site")
    print_stages(found)
    print_sites(found)
    if asked.ubah:
        print_changes(found)
    if len(found) > 1:
        print_growth(found)


def _measure(one: Ukuran, place: Path, browser: Browser, *, plain: bool, change: bool) -> None:
    for name in ("build", "site"):
        shutil.rmtree(place / name, ignore_errors=True)
    one.penuh.append(_build(place))
    one.berat = one.berat or weigh(place / "site", browser, search_ours)
    if plain and one.daerah <= POLOS_TERBANYAK:
        _measure_plain(one, place, browser)
    if change:
        one.sama.append(_build(place))
        _change_word(place, len(one.ubah))
        one.ubah.append(_build(place))


def _build(place: Path) -> Jalan:
    return run("bench.sekali", str(place), str(place / "site"), folder=place)


def _measure_plain(one: Ukuran, place: Path, browser: Browser) -> None:
    folder = place / "polos"
    write_plain(place / "site", folder)
    for name, runs in (("polos", one.polos), ("sendiri", one.sendiri)):
        runs.append(run("mkdocs", "build", "-q", "-f", f"{name}.yml", folder=folder))
    one.berat_polos = one.berat_polos or weigh(folder / "polos", browser, search_stock)
    shutil.rmtree(folder)


def _change_word(place: Path, turn: int) -> None:
    path = sorted(place.glob("regencies/*/kedudukan.yaml"))[0]
    head, key, rest = path.read_text(encoding="utf-8").partition('sebutan: "')
    path.write_text(f"{head}{key}Baru{turn} {rest}", encoding="utf-8")


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("daerah", type=int, nargs="+", help="numbers of regencies")
    options.add_argument("--polos", action="store_true", help="a plain site beside it")
    options.add_argument("--ubah", action="store_true", help="build again after a change")
    options.add_argument("--kali", type=int, default=1, help="how many times")
    options.add_argument("--simpan", type=Path, help="a new folder for the projects")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        main(
            Pilihan(
                daerah=sorted(chosen.daerah),
                kali=chosen.kali,
                polos=chosen.polos,
                ubah=chosen.ubah,
                simpan=bool(chosen.simpan),
                folder=(chosen.simpan or Path(temporary)).absolute(),
            )
        )
