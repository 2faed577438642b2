"""How fast charts are drawn, side by side in one run: `python bench/bagan.py [TIMES]`.

cold: all charts of all regencies from an empty cache, by the project's own function; one process:
the same renderer, started once, over the very DOT files that the cold run writes; warm: everything
in the cache. The three take turns, so that a machine that slows down slows all alike. Prints
medians in milliseconds, each as a ratio of the one process, and the ratio of each turn; then the
time of processors, children included, which other jobs on the machine disturb less: what is cold,
shared by the cores, can be no faster than its processor time divided by their number.

Seen on two cores that other jobs shared, in five runs: processor time 1.5 to 2.2 of the one
process; by the clock medians of 0.97, 0.98, 1.08, 1.92 and 2.42, with the load of the machine
between 3 and 14. Run it on a quiet one before drawing conclusions.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from generator.bagan.draw import draw
from generator.bagan.renderer import renderer, version
from generator.graph import Bagan
from generator.project import approve, read_project, validate_project
from generator.susun import chart_regency

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Spent:
    """Seconds by the clock, and seconds of processors."""

    clock: float
    processor: float


def main(times: int) -> None:
    """Measure and print."""
    kosakata, files = read_project(ROOT)
    regencies = approve(validate_project(kosakata, files))
    charts = [chart for item in regencies for chart in chart_regency(item, kosakata)]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        cache = folder / "cache"
        dots = _write_dots(charts, folder)
        states: dict[str, Callable[[], None]] = {
            "cold": lambda: _cold(charts, cache),
            "one process": lambda: _one_process(dots),
            "warm": lambda: _warm(charts, cache),
        }
        runs: dict[str, list[Spent]] = {state: [] for state in states}
        for _ in range(times):
            for state, work in states.items():
                runs[state].append(_spent(work))
    _print(runs, len(charts))


def _write_dots(charts: list[Bagan], folder: Path) -> list[Path]:
    pictures = draw(charts, folder / "first").gambar.values()
    dots = [folder / f"{number}.dot" for number in range(len(charts))]
    for file, picture in zip(dots, pictures, strict=True):
        file.write_text(picture.dot, encoding="utf-8")
    return dots


def _cold(charts: list[Bagan], cache: Path) -> None:
    shutil.rmtree(cache, ignore_errors=True)
    done = draw(charts, cache)
    assert done.digambar == len(charts), "dari simpanan, padahal simpanannya kosong"


def _warm(charts: list[Bagan], cache: Path) -> None:
    done = draw(charts, cache)
    assert done.dari_cache == len(charts), "digambar ulang, padahal tidak ada yang berubah"


def _one_process(dots: list[Path]) -> None:
    subprocess.run([renderer(), "-Tsvg", "-O", *map(str, dots)], check=True, capture_output=True)


def _spent(work: Callable[[], None]) -> Spent:
    begun, busy = time.perf_counter(), os.times()
    work()
    clock, done = time.perf_counter() - begun, os.times()
    return Spent(clock, sum(done[:4]) - sum(busy[:4]))


def _print(runs: dict[str, list[Spent]], charts: int) -> None:
    print(
        f"{charts} charts, {os.cpu_count()} cores, {version(renderer())}, {len(runs['cold'])} turns"
    )
    _table("clock", {state: [one.clock for one in spent] for state, spent in runs.items()})
    _table("processor", {state: [one.processor for one in spent] for state, spent in runs.items()})


def _table(what: str, runs: dict[str, list[float]]) -> None:
    print(f"{what:<14}{'median (ms)':>12}{'ratio':>8}  ratio in each turn")
    single = statistics.median(runs["one process"])
    for state, seconds in runs.items():
        middle = statistics.median(seconds)
        turns = " ".join(
            f"{own / other:.2f}" for own, other in zip(seconds, runs["one process"], strict=True)
        )
        print(f"{state:<14}{middle * 1000:12.0f}{middle / single:8.2f}  {turns}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
