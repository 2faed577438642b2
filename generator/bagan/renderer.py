"""The only module that runs Graphviz: DOT texts in, SVG texts out.

The renderer is ``graphviz-pure`` beside this Python, else ``dot`` on PATH.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

#: Seconds for one chart, and for each further one in a batch; a chart takes some milliseconds.
TIMEOUT, FURTHER = 30.0, 2.0


class PerenderTidakAda(Exception):
    """There is no Graphviz here (exit code 3)."""

    def __init__(self) -> None:
        super().__init__(
            "program penggambar bagan tidak ditemukan: tidak ada `graphviz-pure` di samping "
            f"{sys.executable} dan tidak ada `dot` di PATH; pasang kebutuhan proyek dengan "
            "`python3 run.py site`, atau pasang Graphviz (https://graphviz.org/download/)"
        )


def renderer() -> str:
    """The program that draws; raises `PerenderTidakAda`."""
    suffix = ".exe" if os.name == "nt" else ""
    own = Path(sys.executable).parent / f"graphviz-pure{suffix}"
    found = str(own) if own.is_file() else shutil.which("dot")
    if found is None:
        raise PerenderTidakAda
    return found


def version(program: str) -> str:
    """What the program calls itself; raises `PerenderTidakAda` if it does not run."""
    try:
        done = subprocess.run([program, "-V"], capture_output=True, timeout=TIMEOUT, check=True)
    except (OSError, subprocess.SubprocessError) as error:
        raise PerenderTidakAda from error
    return (done.stdout + done.stderr).decode("utf-8", "replace").strip()


def render(program: str, dots: Sequence[str]) -> list[tuple[str, str]]:
    """Draw several charts in one process: for each its SVG, or ``""`` and what the program said.

    What did not come out is tried alone, so that one bad chart does not take others with it.
    """
    if not dots:
        return []
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder, f"{number}.dot") for number in range(len(dots))]
        for file, text in zip(files, dots, strict=True):
            file.write_text(text, encoding="utf-8")
        _run(program, files)
        return [_one(program, file) for file in files]


def _one(program: str, file: Path) -> tuple[str, str]:
    drawn = file.with_name(f"{file.name}.svg")
    words = "" if _complete(drawn) else _run(program, [file])
    if not _complete(drawn):
        return "", words or "program berhenti tanpa hasil"
    return drawn.read_text(encoding="utf-8"), ""


def _run(program: str, files: Sequence[Path]) -> str:
    """Run the renderer on files; returns what it said if it failed."""
    command = [program, "-Tsvg", "-O", *map(str, files)]
    limit = TIMEOUT + FURTHER * (len(files) - 1)
    try:
        done = subprocess.run(command, capture_output=True, timeout=limit, check=False)
    except subprocess.TimeoutExpired:
        return f"program tidak selesai dalam {limit:g} detik"
    words = done.stderr.decode("utf-8", "replace").strip()
    return words or (f"kode keluar {done.returncode}" if done.returncode else "")


def _complete(drawn: Path) -> bool:
    return drawn.is_file() and drawn.read_bytes().rstrip().endswith(b"</svg>")
