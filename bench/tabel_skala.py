"""What was measured at several numbers of regencies, as tables."""

from __future__ import annotations

import json
import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from bench.berat import Berat
from bench.proses import Jalan
from bench.tumbuh import fit, fit_square, marginal

#: As many governments there are below the provinces, with their provinces.
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
    print(f"{name:<32}" + "".join(f"{value:>12}" for value in values))


def print_stages(found: Sequence[Ukuran]) -> None:
    """The time of every stage, in all and for each regency."""
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
    (
        "first search, sent (kB)",
        lambda site: "none" if site.cari is None else f"{site.cari / 1000:.0f}",
    ),
)


def print_sites(found: Sequence[Ukuran]) -> None:
    """What the sites weigh, the plain ones below."""
    memory = [max(one.puncak for one in each.penuh) for each in found]
    _row("peak memory (MB)", [f"{peak / _MB:.0f}" for peak in memory])
    for name, tell in _SITE:
        _row(name, [tell(one.berat) if one.berat else "–" for one in found])
    if not any(one.polos for one in found):
        return
    # Its search is loaded with the first page, so that the first search needs nothing more.
    print("\nplain Material site of the same text, every page in its navigation")
    _row("whole build (s)", [f"{_clock(o.polos):.2f}" if o.polos else "–" for o in found])
    _row("processor (s)", [f"{_seconds(o.polos):.2f}" if o.polos else "–" for o in found])
    memory = [max((one.puncak for one in each.polos), default=0) for each in found]
    _row("peak memory (MB)", [f"{peak / _MB:.0f}" if peak else "–" for peak in memory])
    for name, tell in _SITE:
        _row(name, [tell(one.berat_polos) if one.berat_polos else "–" for one in found])
    print("MkDocs rendering the same Markdown alone")
    _row("processor (s)", [f"{_seconds(o.sendiri):.2f}" if o.sendiri else "–" for o in found])


def print_changes(found: Sequence[Ukuran]) -> None:
    """How long a second build takes."""
    print("\nbuilt again")
    for name, seconds in (("", _clock), (", processor", _seconds)):
        _row(f"nothing changed{name} (s)", [f"{seconds(one.sama):.2f}" for one in found])
        _row(f"one word changed{name} (s)", [f"{seconds(one.ubah):.2f}" for one in found])
        ratios = [seconds(one.penuh) / seconds(one.ubah) for one in found]
        _row(f"full / one word{name}", [f"{ratio:.1f}" for ratio in ratios])
    stages = [_stages(one.ubah) for one in found]
    for stage in stages[0]:
        _row(f"  {stage}, one word (s)", [f"{measured[stage]:.2f}" for measured in stages])


def print_growth(found: Sequence[Ukuran]) -> None:
    """How cost grows from the least to the most regencies, and what follows for all there are."""
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
    ours = _at_all({one.daerah: _seconds(one.penuh) for one in found})
    times = {one.daerah: _seconds(one.polos) for one in plain}
    _print_laws("processor time (s)", ours, times)
    sizes = {one.daerah: one.berat.bita / _MB for one in found if one.berat}
    theirs = {one.daerah: one.berat_polos.bita / _MB for one in plain if one.berat_polos}
    _print_laws("bytes (MB)", _at_all(sizes), theirs)
    pages = [one.berat.halaman for one in plain if one.berat]
    cost = {
        "ours": marginal([_seconds(one.penuh) for one in plain], pages),
        "plain": marginal([_seconds(one.polos) for one in plain], pages),
        "MkDocs alone": marginal([_seconds(one.sendiri) for one in plain], pages),
    }
    for name, seconds in cost.items():
        share = seconds / cost["MkDocs alone"]
        print(f"one more page, {name}: {seconds * 1000:.1f} ms ({share:.2f} x MkDocs alone)")


def _print_laws(name: str, ours: float, theirs: Mapping[int, float]) -> None:
    """What two laws say of the plain site of all: one of its last two sizes, one of every size."""
    power = fit(dict(sorted(theirs.items())[-2:]))
    square = fit_square(theirs)
    told = [
        (f"N^{power.pangkat:.2f}, by the last two", power.at(SEMUA)),
        (f"{square.satuan:.3g} N + {square.pasangan:.3g} N^2", square.at(SEMUA)),
        *((("measured", theirs[SEMUA]),) if SEMUA in theirs else ()),
    ]
    for law, value in told:
        print(f"plain, {name} as {law}: {value:.0f} at {SEMUA}; ours / plain {ours / value:.3f}")
    for count, value in theirs.items():
        print(f"  measured at {count}: {value:.1f}; by the parabola {square.at(count):.1f}")


def _at_all(measured: Mapping[int, float]) -> float:
    """What was measured with all regencies, or what follows from fewer."""
    return measured[SEMUA] if SEMUA in measured else fit(measured).at(SEMUA)
