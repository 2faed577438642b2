"""A program run from outside: how long it took, and how much memory it and its children had."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

#: Seconds between two looks at the memory.
JEDA = 0.2
_PROC = Path("/proc")


@dataclass(frozen=True)
class Jalan:
    """A run: seconds, the most bytes of memory that its processes had together, what it printed.

    ``prosesor`` are the seconds that processors worked for it, which say more than ``detik`` where
    the machine has other work too. Memory that processes share counts once (PSS); it is 0 where
    the system does not tell.
    """

    detik: float
    prosesor: float
    puncak: int
    keluaran: str


def run(module: str, *arguments: str, folder: Path) -> Jalan:
    """Run a Python module in a folder and watch it; raises CalledProcessError when it fails."""
    command = [sys.executable, "-m", module, *arguments]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
        begun = time.perf_counter()
        # A session of its own: by it all its processes are known, whoever started them.
        child = subprocess.Popen(
            command,
            cwd=folder,
            env=environment,
            stdout=out,
            stderr=errors,
            start_new_session=True,
        )
        peak, over = [0], threading.Event()
        watcher = threading.Thread(target=_watch, args=(child.pid, peak, over))
        watcher.start()
        try:
            _, status, used = os.wait4(child.pid, 0)
        except BaseException:
            os.killpg(child.pid, signal.SIGTERM)  # nothing goes on when nobody waits for it
            raise
        finally:
            over.set()
            watcher.join()
        seconds = time.perf_counter() - begun
        child.returncode = os.waitstatus_to_exitcode(status)
        printed, complaint = _all(out), _all(errors)
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, command, printed, complaint)
    return Jalan(seconds, used.ru_utime + used.ru_stime, peak[0], printed)


def _all(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode("utf-8", "replace")


def _watch(session: int, peak: list[int], over: threading.Event) -> None:
    while not over.wait(JEDA):
        peak[0] = max(peak[0], sum(_memory(process) for process in _members(session)))


def _members(session: int) -> Iterator[Path]:
    for folder in _PROC.glob("[0-9]*"):
        fields = _words(folder / "stat")
        # After the name in brackets, which may hold blanks: state, parent, group, session.
        if fields and int(fields[fields.rindex(")") + 1 :].split()[3]) == session:
            yield folder


def _memory(process: Path) -> int:
    """Its share of the memory, in bytes."""
    rows: Sequence[str] = _words(process / "smaps_rollup").split("\n")
    return sum(int(row.split()[1]) * 1024 for row in rows if row.startswith("Pss:"))


def _words(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""  # it has ended meanwhile
