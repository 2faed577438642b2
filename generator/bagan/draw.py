"""Charts to pictures: the only module that runs Graphviz.

The renderer is ``graphviz-pure`` beside this Python, else ``dot`` on PATH. Pictures are kept on
disk under the checksum of the chart's value, of this package's own code and of the renderer's
version: only what changed is drawn again.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from xml.etree import ElementTree

from generator.bagan import dot as dots
from generator.bagan import svg as svgs
from generator.bagan.plan import Plan, plan
from generator.graph import Bagan

#: Regency, kind of chart, id of the chart.
Kunci = tuple[str, str, str]

#: Charts given to one process; more would leave a core idle at the end.
BATCH = 16
#: Seconds for one chart; a chart takes some milliseconds.
TIMEOUT = 30.0


class PerenderTidakAda(Exception):
    """There is no Graphviz here (exit code 3)."""

    def __init__(self) -> None:
        super().__init__(
            "program penggambar bagan tidak ditemukan: tidak ada `graphviz-pure` di samping "
            f"{sys.executable} dan tidak ada `dot` di PATH; pasang kebutuhan proyek dengan "
            "`python3 run.py site`, atau pasang Graphviz (https://graphviz.org/download/)"
        )


class GagalMenggambar(Exception):
    """The renderer failed on one chart; the message names it."""

    def __init__(self, kunci: Kunci, sebab: str) -> None:
        self.kunci = kunci
        slug, jenis, ident = kunci
        super().__init__(
            f"bagan {jenis} `{ident}` ({slug}) tidak dapat digambar: {sebab}; periksa datanya di "
            f"regencies/{slug}/{jenis}.yaml, atau laporkan sebagai kesalahan program"
        )


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


@dataclass(frozen=True)
class _Job:
    """A chart to be drawn, and the file of the cache that will hold its picture."""

    bagan: Bagan
    kept: Path
    chart: Plan
    dot: str


def draw(bagan: Sequence[Bagan], cache: Path) -> Hasil:
    """Pictures of all charts; raises `PerenderTidakAda` or `GagalMenggambar`."""
    program = renderer()
    seed = _version(program) + _code()
    cache.mkdir(parents=True, exist_ok=True)
    kept = {key(one): cache / f"{_digest(seed + repr(one))}.json" for one in bagan}
    found = {one: picture for one, file in kept.items() if (picture := _read(file))}
    jobs = [_job(one, kept[key(one)]) for one in bagan if key(one) not in found]
    drawn = {key(job.bagan): _picture(job, raw) for job, raw in _render(program, jobs)}
    for one, picture in drawn.items():
        _write(kept[one], picture)
    pictures = found | drawn
    return Hasil({key(one): pictures[key(one)] for one in bagan}, len(drawn), len(found))


def key(bagan: Bagan) -> Kunci:
    """By what a picture is found."""
    return bagan.slug, bagan.jenis, bagan.id


def renderer() -> str:
    """The program that draws; raises `PerenderTidakAda`."""
    suffix = ".exe" if os.name == "nt" else ""
    own = Path(sys.executable).parent / f"graphviz-pure{suffix}"
    found = str(own) if own.is_file() else shutil.which("dot")
    if found is None:
        raise PerenderTidakAda
    return found


def _version(program: str) -> str:
    try:
        done = subprocess.run([program, "-V"], capture_output=True, timeout=TIMEOUT, check=True)
    except (OSError, subprocess.SubprocessError) as error:
        raise PerenderTidakAda from error
    return (done.stdout + done.stderr).decode("utf-8", "replace").strip()


def _code() -> str:
    """The checksum of the code that makes a picture out of a chart."""
    files = sorted(Path(__file__).parent.glob("*.py"))
    return _digest("".join(file.read_text(encoding="utf-8") for file in files))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _job(bagan: Bagan, kept: Path) -> _Job:
    chart = plan(bagan)
    return _Job(bagan, kept, chart, dots.text(bagan, chart))


def _picture(job: _Job, raw: str) -> Gambar:
    try:
        svg, width, height = svgs.inline(job.bagan, job.chart, raw)
    except (ElementTree.ParseError, LookupError) as error:
        raise GagalMenggambar(key(job.bagan), f"gambarnya tidak terbaca ({error})") from error
    return Gambar(svg, width, height, job.dot)


def _render(program: str, jobs: Sequence[_Job]) -> list[tuple[_Job, str]]:
    """Draw in batches, as many at a time as there are cores."""
    batches = [jobs[start : start + BATCH] for start in range(0, len(jobs), BATCH)]
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        drawn = pool.map(lambda batch: _batch(program, batch), batches)
        return [pair for pairs in drawn for pair in pairs]


def _batch(program: str, jobs: Sequence[_Job]) -> list[tuple[_Job, str]]:
    """Several charts in one process; what did not come out is tried alone, to find the culprit."""
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder, f"{number}.dot") for number in range(len(jobs))]
        for file, job in zip(files, jobs, strict=True):
            file.write_text(job.dot, encoding="utf-8")
        _run(program, files)
        return [(job, _one(program, file, job)) for file, job in zip(files, jobs, strict=True)]


def _one(program: str, file: Path, job: _Job) -> str:
    """The SVG of one chart; raises `GagalMenggambar`."""
    drawn = file.with_name(f"{file.name}.svg")
    words = "" if _complete(drawn) else _run(program, [file])
    if not _complete(drawn):
        raise GagalMenggambar(key(job.bagan), words or "program berhenti tanpa hasil")
    return drawn.read_text(encoding="utf-8")


def _run(program: str, files: Sequence[Path]) -> str:
    """Run the renderer on files; returns what it said if it failed."""
    command = [program, "-Tsvg", "-O", *map(str, files)]
    limit = TIMEOUT * len(files)
    try:
        done = subprocess.run(command, capture_output=True, timeout=limit, check=False)
    except subprocess.TimeoutExpired:
        return f"program tidak selesai dalam {limit:g} detik"
    words = done.stderr.decode("utf-8", "replace").strip()
    return words or (f"kode keluar {done.returncode}" if done.returncode else "")


def _complete(drawn: Path) -> bool:
    return drawn.is_file() and drawn.read_bytes().rstrip().endswith(b"</svg>")


def _read(kept: Path) -> Gambar | None:
    """What the cache holds, if it is whole: its first line is the checksum of the rest."""
    if not kept.is_file():
        return None
    digest, _, text = kept.read_text(encoding="utf-8", errors="replace").partition("\n")
    return Gambar(**json.loads(text)) if digest == _digest(text) else None


def _write(kept: Path, picture: Gambar) -> None:
    """Write in one move, so that an interrupted build leaves no half entry."""
    text = json.dumps(asdict(picture), ensure_ascii=False)
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", newline="", dir=kept.parent, delete=False
    ) as file:
        file.write(f"{_digest(text)}\n{text}")
    Path(file.name).replace(kept)
