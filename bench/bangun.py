"""Cold and warm builds, side by side in one run: `python bench/bangun.py [TIMES]`.

cold: nothing drawn, no tree; warm: everything drawn; one file: a comment was added to one YAML
file; one chart: the title of one box was changed. Prints a table of medians in milliseconds, and
each as a ratio of the cold build.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from generator.pipeline import HasilBangun, build_site

ROOT = Path(__file__).parent.parent
NEEDED = ("content", "regencies", "site_overrides", "mkdocs.yml")


def main(times: int) -> None:
    """Build a copy of the project in each state and print the table."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        for name in NEEDED:
            source = ROOT / name
            if source.is_dir():
                shutil.copytree(source, project / name)
            else:
                shutil.copy(source, project / name)
        states: dict[str, Callable[[int], None]] = {
            "cold": lambda _turn: shutil.rmtree(project / "build", ignore_errors=True),
            "warm": lambda _turn: None,
            "one file": lambda turn: _append(project, turn),
            "one chart": lambda turn: _rename_box(project, turn),
        }
        build_site(project, project / "site")
        runs: dict[str, list[HasilBangun]] = {name: [] for name in states}
        # Turn by turn, so that a machine that slows down slows all states alike.
        for turn in range(times):
            for name, prepare in states.items():
                prepare(turn)
                runs[name].append(build_site(project, project / "site"))
    _print(runs)


def _append(project: Path, turn: int) -> None:
    path = _first(project)
    path.write_text(f"{path.read_text(encoding='utf-8')}# {turn}\n", encoding="utf-8")


def _rename_box(project: Path, turn: int) -> None:
    path = _first(project)
    text = path.read_text(encoding="utf-8")
    head, key, rest = text.partition("sebutan: ")
    name, _, after = rest.partition("\n")
    path.write_text(f"{head}{key}{name.split(' #')[0]} {turn}\n{after}", encoding="utf-8")


def _first(project: Path) -> Path:
    return sorted(project.glob("regencies/[a-z]*/kedudukan.yaml"))[0]


def _print(runs: dict[str, list[HasilBangun]]) -> None:
    stages = [stage.tahap for stage in next(iter(runs.values()))[0].waktu]
    table = {
        name: {
            stage: statistics.median(
                measured.detik
                for result in results
                for measured in result.waktu
                if measured.tahap == stage
            )
            for stage in stages
        }
        for name, results in runs.items()
    }
    print(f"{'stage (ms)':<16}" + "".join(f"{name:>12}" for name in table))
    for stage in stages:
        print(f"{stage:<16}" + "".join(f"{row[stage] * 1000:12.0f}" for row in table.values()))
    totals = [sum(row.values()) for row in table.values()]
    print(f"{'total':<16}" + "".join(f"{total * 1000:12.0f}" for total in totals))
    print(f"{'ratio to cold':<16}" + "".join(f"{total / totals[0]:12.2f}" for total in totals))
    drawn = [results[-1].waktu for results in runs.values()]
    notes = [next(s.keterangan for s in stages if s.tahap == "gambar") for stages in drawn]
    for name, note in zip(runs, notes, strict=True):
        print(f"{name}: {note}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
