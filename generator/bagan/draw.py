"""Charts to pictures: the only module that runs Graphviz.

The renderer is ``graphviz-pure`` beside this Python, else ``dot`` on PATH. What it draws is kept on
disk under the checksum of the DOT text and the renderer's version: only what changed is drawn.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

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
    """A chart on its way: its plan, its DOT, and the file of the cache that will hold its SVG."""

    bagan: Bagan
    chart: Plan
    dot: str
    kept: Path


def draw(bagan: Sequence[Bagan], cache: Path) -> Hasil:
    """Pictures of all charts; raises `PerenderTidakAda` or `GagalMenggambar`."""
    program = renderer()
    version = _version(program)
    cache.mkdir(parents=True, exist_ok=True)
    jobs = [_job(one, cache, version) for one in bagan]
    raw = {job.kept: text for job in jobs if (text := _read(job.kept)) is not None}
    missing = list({job.kept: job for job in jobs if job.kept not in raw}.values())
    raw |= _render(program, missing)
    return Hasil(
        {key(job.bagan): _picture(job, raw[job.kept]) for job in jobs},
        digambar=len(missing),
        dari_cache=len(jobs) - len(missing),
    )


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


def _job(bagan: Bagan, cache: Path, version: str) -> _Job:
    chart = plan(bagan)
    text = dots.text(bagan, chart)
    digest = hashlib.sha256(f"{version}\n{text}".encode()).hexdigest()
    return _Job(bagan, chart, text, cache / f"{digest}.svg")


def _picture(job: _Job, raw: str) -> Gambar:
    svg, width, height = svgs.inline(job.bagan, job.chart, raw)
    return Gambar(svg, width, height, job.dot)


def _render(program: str, jobs: Sequence[_Job]) -> dict[Path, str]:
    """Draw what is missing, several processes at a time, and keep it."""
    batches = [jobs[start : start + BATCH] for start in range(0, len(jobs), BATCH)]
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        drawn = [pair for pairs in pool.map(lambda b: _batch(program, b), batches) for pair in pairs]
    for kept, text in drawn:
        _write(kept, text)
    return dict(drawn)


def _batch(program: str, jobs: Sequence[_Job]) -> list[tuple[Path, str]]:
    """Several charts in one process; what did not come out is tried alone, to find the culprit."""
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder, f"{number}.dot") for number in range(len(jobs))]
        for file, job in zip(files, jobs, strict=True):
            file.write_text(job.dot, encoding="utf-8")
        _run(program, files)
        return [(job.kept, _one(program, file, job)) for file, job in zip(files, jobs, strict=True)]


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


def _read(kept: Path) -> str | None:
    """What the cache holds, if it is whole: its first line is the checksum of the rest."""
    if not kept.is_file():
        return None
    digest, _, text = kept.read_text(encoding="utf-8", errors="replace").partition("\n")
    return text if digest == hashlib.sha256(text.encode()).hexdigest() else None


def _write(kept: Path, text: str) -> None:
    """Write in one move, so that an interrupted build leaves no half entry."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", newline="", dir=kept.parent, delete=False
    ) as file:
        file.write(f"{digest}\n{text}")
    Path(file.name).replace(kept)
