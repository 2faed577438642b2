"""How cost grows with the number of regencies: `python -m bench.skala 5 20 50 [--polos] [--ubah]`.

For each number a project of made-up regencies is built by a process of its own. Prints the time of
every stage, the most memory, pages, bytes, and what readers load; at the end how it grows.

--polos also builds a plain MkDocs Material site of the same text with every page in its
        navigation, and lets MkDocs render the same Markdown alone; up to 200 regencies.
--ubah  then changes one word in one regency and builds again.
--kali  builds everything so many times, in turn, and takes medians.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser

from bench.berat import Berat, browsing, search_ours, search_stock, weigh
from bench.buatan import make_project
from bench.polos import write_plain
from bench.proses import Jalan, run
from bench.tumbuh import fit, marginal

ROOT = Path(__file__).parent.parent
#: A plain site of more regencies takes hours.
POLOS_TERBANYAK = 200
SEMUA = 552
_MB = 1_000_000


@dataclass
class Ukuran:
    """What was measured at one number of regencies; every run of the same thing is in a list."""

    daerah: int
    penuh: list[Jalan] = field(default_factory=list)
    sama: list[Jalan] = field(default_factory=list)
    ubah: list[Jalan] = field(default_factory=list)
    polos: list[Jalan] = field(default_factory=list)
    sendiri: list[Jalan] = field(default_factory=list)
    berat: Berat | None = None
    berat_polos: Berat | None = None


def main(counts: Sequence[int], times: int, *, plain: bool, change: bool) -> None:
    """Measure and print."""
    found = [Ukuran(count) for count in counts]
    with tempfile.TemporaryDirectory() as folder, browsing() as browser:
        for turn in range(times):
            for one in found:
                place = Path(folder) / f"{one.daerah}"
                if turn == 0:
                    make_project(ROOT, place, one.daerah)
                _measure(one, place, browser, plain=plain, change=change)
    _print_stages(found)
    _print_sites(found)
    if change:
        _print_changes(found)
    if len(found) > 1:
        _print_growth(found)


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
    shutil.rmtree(place / "site")


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


def _seconds(runs: Sequence[Jalan]) -> float:
    """The median of what processors worked: what else the machine has to do counts little."""
    return statistics.median(one.prosesor for one in runs)


def _clock(runs: Sequence[Jalan]) -> float:
    return statistics.median(one.detik for one in runs)


def _stages(runs: Sequence[Jalan]) -> dict[str, float]:
    """The median seconds of each stage."""
    told = [{s["tahap"]: s["detik"] for s in json.loads(one.keluaran)["waktu"]} for one in runs]
    return {stage: statistics.median(one[stage] for one in told) for stage in told[0]}


def _row(name: str, values: Sequence[str]) -> None:
    print(f"{name:<28}" + "".join(f"{value:>12}" for value in values))


def _print_stages(found: Sequence[Ukuran]) -> None:
    stages = [_stages(one.penuh) for one in found]
    _row("regencies", [str(one.daerah) for one in found])
    for stage in stages[0]:
        _row(f"{stage} (s)", [f"{measured[stage]:.2f}" for measured in stages])
    _row("whole build (s)", [f"{_clock(one.penuh):.2f}" for one in found])
    _row("processor (s)", [f"{_seconds(one.penuh):.2f}" for one in found])
    _row("processor s per regency", [f"{_seconds(one.penuh) / one.daerah:.3f}" for one in found])
    for stage in stages[0]:
        _row(
            f"  {stage} (ms each)",
            [f"{m[stage] / one.daerah * 1000:.0f}" for m, one in zip(stages, found, strict=True)],
        )


_SITE: tuple[tuple[str, Callable[[Berat], str]], ...] = (
    ("pages", lambda site: str(site.halaman)),
    ("bytes (MB)", lambda site: f"{site.bita / _MB:.1f}"),
    ("search index (MB)", lambda site: f"{site.indeks / _MB:.2f}"),
    ("first page, sent (kB)", lambda site: f"{site.buka / 1000:.0f}"),
    ("first search, sent (kB)", lambda site: f"{site.cari / 1000:.0f}"),
)


def _print_sites(found: Sequence[Ukuran]) -> None:
    memory = [max(one.puncak for one in each.penuh) for each in found]
    _row("peak memory (MB)", [f"{peak / _MB:.0f}" for peak in memory])
    for name, tell in _SITE:
        _row(name, [tell(one.berat) if one.berat else "–" for one in found])
    if not any(one.polos for one in found):
        return
    print("\nplain Material site of the same text, every page in its navigation")
    _row("whole build (s)", [f"{_clock(o.polos):.2f}" if o.polos else "–" for o in found])
    _row("processor (s)", [f"{_seconds(o.polos):.2f}" if o.polos else "–" for o in found])
    memory = [max((one.puncak for one in each.polos), default=0) for each in found]
    _row("peak memory (MB)", [f"{peak / _MB:.0f}" if peak else "–" for peak in memory])
    for name, tell in _SITE:
        _row(name, [tell(one.berat_polos) if one.berat_polos else "–" for one in found])
    print("MkDocs rendering the same Markdown alone")
    _row("processor (s)", [f"{_seconds(o.sendiri):.2f}" if o.sendiri else "–" for o in found])


def _print_changes(found: Sequence[Ukuran]) -> None:
    print("\nbuilt again")
    for name, seconds in (("", _clock), (", processor", _seconds)):
        _row(f"nothing changed{name} (s)", [f"{seconds(one.sama):.2f}" for one in found])
        _row(f"one word changed{name} (s)", [f"{seconds(one.ubah):.2f}" for one in found])
        ratios = [seconds(one.penuh) / seconds(one.ubah) for one in found]
        _row(f"full / one word{name}", [f"{ratio:.1f}" for ratio in ratios])


def _print_growth(found: Sequence[Ukuran]) -> None:
    first, last = found[0], found[-1]
    print()
    for name, seconds in (("time", _clock), ("processor time", _seconds)):
        times = {one.daerah: seconds(one.penuh) for one in found}
        each = [times[one.daerah] / one.daerah for one in (first, last)]
        law = fit(times)
        print(f"{name} for each regency, {last.daerah} to {first.daerah}: {each[1] / each[0]:.3f}")
        print(f"{name} grows as N^{law.pangkat:.2f}; at {SEMUA} regencies {law.at(SEMUA):.0f} s")
    stages = {one.daerah: _stages(one.penuh) for one in found}
    for stage in stages[first.daerah]:
        power = fit({count: max(row[stage], 1e-3) for count, row in stages.items()}).pangkat
        print(f"  {stage}: N^{power:.2f}")
    plain = [one for one in found if one.polos]
    if len(plain) > 1:
        _print_against_plain(found, plain)


def _print_against_plain(found: Sequence[Ukuran], plain: Sequence[Ukuran]) -> None:
    """Ours beside the plain sites, at as many regencies as there are."""
    ours = fit({one.daerah: _seconds(one.penuh) for one in found}).at(SEMUA)
    law = fit({one.daerah: _seconds(one.polos) for one in plain})
    print(f"plain: processor time grows as N^{law.pangkat:.2f}; at {SEMUA} {law.at(SEMUA):.0f} s")
    print(f"ours / plain at {SEMUA}, processor time: {ours / law.at(SEMUA):.3f}")
    sizes = {one.daerah: one.berat.bita for one in found if one.berat}
    theirs = {one.daerah: one.berat_polos.bita for one in plain if one.berat_polos}
    print(f"ours / plain at {SEMUA}, bytes: {fit(sizes).at(SEMUA) / fit(theirs).at(SEMUA):.3f}")
    pages = [one.berat.halaman for one in plain if one.berat]
    cost = {
        "ours": marginal([_seconds(one.penuh) for one in plain], pages),
        "plain": marginal([_seconds(one.polos) for one in plain], pages),
        "MkDocs alone": marginal([_seconds(one.sendiri) for one in plain], pages),
    }
    for name, seconds in cost.items():
        share = seconds / cost["MkDocs alone"]
        print(f"one more page, {name}: {seconds * 1000:.1f} ms ({share:.2f} x MkDocs alone)")


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("daerah", type=int, nargs="+", help="numbers of regencies")
    options.add_argument("--polos", action="store_true", help="a plain site beside it")
    options.add_argument("--ubah", action="store_true", help="build again after a change")
    options.add_argument("--kali", type=int, default=1, help="how many times")
    chosen = options.parse_args()
    main(sorted(chosen.daerah), chosen.kali, plain=chosen.polos, change=chosen.ubah)
