"""Charts to pictures, in batches over the cores of the machine.

Pictures are kept on disk under the checksum of the chart's value, of this package's own code and
of the renderer's version: only what changed is drawn again, and what nobody asked for in a month
goes (`tidy`). Beside each picture its numbers are kept, for exports that draw shapes of their own
(`layouts`).
"""

from __future__ import annotations

import gc
import heapq
import json
import os
import tempfile
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from xml.etree import ElementTree

from generator.bagan import dot as dots
from generator.bagan import svg as svgs
from generator.bagan import tata as tatas
from generator.bagan.compact import compact
from generator.bagan.measure import measure
from generator.bagan.plan import plan
from generator.bagan.renderer import PerenderTidakAda, render, renderer, version
from generator.bagan.tata import Tata
from generator.graph import Bagan
from generator.sidik import digest, digest_files
from generator.tenaga import Setempat, Tenaga

__all__ = [
    "GAMBAR",
    "GagalMenggambar",
    "Gambar",
    "Hasil",
    "Kunci",
    "PerenderTidakAda",
    "draw",
    "key",
    "layouts",
    "renderer",
    "tidy",
]

#: Regency, kind of chart, id of the chart.
Kunci = tuple[str, str, str]

#: Where a project keeps its drawings.
GAMBAR = Path("build/bagan")

#: A chart to be drawn, and the file of the cache for it.
_Job = tuple[Bagan, Path]

#: Charts given to one process of Graphviz at most; fewer of them are not worth a second core.
BATCH = 12

#: Seconds after which an entry that was not used belongs to a chart that is no more, most likely.
UMUR = 30 * 24 * 3600

#: How the name of an entry ends as long as it is not whole.
DRAFT = ".baru"


class GagalMenggambar(Exception):
    """The renderer failed on one chart; the message names it."""

    def __init__(self, kunci: Kunci, sebab: str) -> None:
        self.kunci, self.sebab = kunci, sebab
        slug, jenis, ident = kunci
        super().__init__(
            f"bagan {jenis} `{ident}` ({slug}) tidak dapat digambar: {sebab}; periksa datanya di "
            f"regencies/{slug}/{jenis}.yaml, atau laporkan sebagai kesalahan program"
        )

    def __reduce__(self) -> tuple[type[GagalMenggambar], tuple[Kunci, str]]:
        """So that it can come from another process."""
        return GagalMenggambar, (self.kunci, self.sebab)


@dataclass(frozen=True)
class Gambar:
    """A drawn chart: SVG to stand in a page, its size in pixels, and the DOT it came from."""

    svg: str
    lebar: int
    tinggi: int
    dot: str


@dataclass(frozen=True)
class Hasil:
    """All pictures, and how many were drawn anew and how many came from the cache."""

    gambar: Mapping[Kunci, Gambar]
    digambar: int
    dari_cache: int


def draw(bagan: Sequence[Bagan], cache: Path, tenaga: Tenaga | None = None) -> Hasil:
    """Pictures of all charts; raises `PerenderTidakAda` or `GagalMenggambar`.

    ``tenaga`` draws what is not in the cache; without it, the cores of this machine do.
    """
    program = renderer()
    entries = _entries(program, bagan, cache)
    found = {one: Gambar(**json.loads(lines[0])) for one, lines in _kept(entries).items()}
    drawn = dict(_draw_all(program, _missing(bagan, entries, found), tenaga or Setempat()))
    pictures = found | drawn
    return Hasil({key(one): pictures[key(one)] for one in bagan}, len(drawn), len(found))


def tidy(cache: Path) -> None:
    """Remove what a killed build did not finish, and what was not used for `UMUR`.

    Only while no other build runs. A chart that is wanted after all is drawn again.
    """
    if not cache.is_dir():
        return
    limit = time.time() - UMUR
    with os.scandir(cache) as entries:
        gone = [e.path for e in entries if e.name.endswith(DRAFT) or e.stat().st_mtime < limit]
    for path in gone:
        Path(path).unlink()


def layouts(
    bagan: Sequence[Bagan], cache: Path, tenaga: Tenaga | None = None
) -> Mapping[Kunci, Tata]:
    """The numbers behind the pictures of these charts, in their order; what is missing is drawn.

    Raises as `draw` does.
    """
    program = renderer()
    entries = _entries(program, bagan, cache)
    kept = _kept(entries)
    drawn = dict(_draw_all(program, _missing(bagan, entries, kept), tenaga or Setempat()))
    kept |= _kept({one: entries[one] for one in drawn})
    return {key(one): tatas.load(kept[key(one)][1]) for one in bagan}


def _missing(
    bagan: Sequence[Bagan], entries: Mapping[Kunci, Path], found: Collection[Kunci]
) -> list[_Job]:
    """What must be drawn, and where it will be kept."""
    return [(one, entries[key(one)]) for one in bagan if key(one) not in found]


def key(bagan: Bagan) -> Kunci:
    """By what a picture is found."""
    return bagan.slug, bagan.jenis, bagan.id


def _draw_all(program: str, jobs: Sequence[_Job], tenaga: Tenaga) -> Iterator[tuple[Kunci, Gambar]]:
    """A picture of every chart, drawn in batches that are all about as heavy."""
    if len(jobs) <= BATCH:
        yield from _draw_batch((program, jobs))
        return
    batches = [(program, batch) for batch in _batches(jobs, tenaga.pekerja)]
    for drawn in tenaga.map(_draw_batch, batches):
        yield from drawn


def _batches(jobs: Sequence[_Job], workers: int) -> list[list[_Job]]:
    """As many batches for each worker: the heaviest chart goes to the lightest batch so far."""
    count = workers * -(-len(jobs) // (workers * BATCH))
    heap: list[tuple[int, int, list[_Job]]] = [(0, number, []) for number in range(count)]
    for job in sorted(jobs, key=lambda job: _weight(job[0]), reverse=True):
        weight, number, batch = heap[0]
        batch.append(job)
        heapq.heapreplace(heap, (weight + _weight(job[0]), number, batch))
    return [batch for _, _, batch in heap]


def _weight(chart: Bagan) -> int:
    """About how long a chart takes: lines times rows, as its invisible grid grows."""
    return 10 + len(chart.panah) * (len(chart.lajur) + 1)


def _draw_batch(given: tuple[str, Sequence[_Job]]) -> list[tuple[Kunci, Gambar]]:
    """Pictures of some charts, drawn by one process of Graphviz and written into the cache."""
    with _no_garbage():
        return _draw(*given)


@contextmanager
def _no_garbage() -> Iterator[None]:
    """Batches are small and leave no circles behind: looking for garbage would only cost."""
    wanted = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if wanted:
            gc.enable()


def _draw(program: str, jobs: Sequence[_Job]) -> list[tuple[Kunci, Gambar]]:
    plans = [plan(chart) for chart, _ in jobs]
    texts = [dots.text(chart, planned) for (chart, _), planned in zip(jobs, plans, strict=True)]
    found = []
    for (chart, entry), planned, text, (raw, failure) in zip(
        jobs, plans, texts, render(program, texts), strict=True
    ):
        if failure:
            raise GagalMenggambar(key(chart), failure)
        try:
            tata = compact(measure(chart, planned, raw))
        except (ElementTree.ParseError, LookupError) as error:
            raise GagalMenggambar(key(chart), f"gambarnya tidak terbaca ({error})") from error
        picture = Gambar(svgs.inline(chart, tata), int(tata.lebar), int(tata.tinggi), text)
        _write(entry, json.dumps(asdict(picture), ensure_ascii=False), tatas.dump(tata))
        found.append((key(chart), picture))
    return found


def _entries(program: str, bagan: Sequence[Bagan], cache: Path) -> dict[Kunci, Path]:
    """The file of the cache for each chart."""
    cache.mkdir(parents=True, exist_ok=True)
    seed = digest(version(program), _code())
    return {key(one): cache / f"{digest(seed, one)}.json" for one in bagan}


def _code() -> str:
    """The checksum of the code that makes a picture out of a chart."""
    here = Path(__file__).parent
    return digest_files(here, sorted(here.glob("*.py")))


def _kept(entries: Mapping[Kunci, Path]) -> dict[Kunci, tuple[str, str]]:
    """Picture and numbers, each as JSON in a line, of every entry that is whole.

    The first line of an entry is the checksum of the others.
    """
    found = {}
    for one, file in entries.items():
        if file.is_file():
            text = file.read_text(encoding="utf-8", errors="replace")
            checksum, _, rest = text.partition("\n")
            if checksum == digest(rest):
                picture, numbers = rest.split("\n")
                found[one] = picture, numbers
                # Its time is when it was used last; who may only read here uses it all the same.
                with suppress(OSError):
                    os.utime(file)
    return found


def _write(kept: Path, picture: str, numbers: str) -> None:
    """Write in one move, so that an interrupted build leaves no half entry."""
    text = f"{picture}\n{numbers}"
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", newline="", dir=kept.parent, suffix=DRAFT, delete=False
    ) as file:
        try:
            file.write(f"{digest(text)}\n{text}")
            file.flush()
        except OSError:
            Path(file.name).unlink()
            raise
    Path(file.name).replace(kept)
