"""Kurungan: work on what strangers made, in a process of its own with limits of time and memory.

A file can be made so that reading it never ends or takes all memory, whatever the reader checks.
There the process that reads it is ended, not the machine brought to a stand.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, TypeVar

from generator.problems import BuildFailed
from generator.tenaga import context

if sys.platform != "win32":  # pragma: no cover - the other system has no such limits
    import resource

P = TypeVar("P")
R = TypeVar("R")

#: Where Linux says how large this process is, in pages of memory.
_SIZE = Path("/proc/self/statm")
_ITEM, _END, _FAILED, _MEMORY = "butir", "selesai", "gagal", "memori"


@dataclass(frozen=True)
class Batas:
    """Limits: seconds for each result, seconds for all of them, and bytes of memory."""

    detik: float
    detik_semua: float
    memori: int


class MelampauiBatas(Exception):
    """Work was ended at a limit; ``apa`` is ``waktu`` or ``memori``, ``jadi`` the results so far.

    A process that ends without a word counts as one that ran out of memory: the system ends those.
    """

    def __init__(self, apa: str, jadi: int) -> None:
        self.apa, self.jadi = apa, jadi
        super().__init__(f"{apa} habis sesudah {jadi} hasil")


def confined(work: Callable[[P], Iterable[R]], piece: P, limits: Batas) -> Iterator[R]:
    """The results of work on a piece, each as soon as it is there.

    The work must be a function of a module. Raises MelampauiBatas, or BuildFailed as the work does.
    """
    here, there = context().Pipe(duplex=False)
    process = context().Process(target=_run, args=(there, work, piece, limits.memori), daemon=True)
    process.start()
    there.close()
    try:
        yield from _received(here, limits)
    finally:
        # Not asked to end: a process that hangs in a library does not hear.
        process.kill()
        process.join()
        here.close()


def _received(pipe: Connection, limits: Batas) -> Iterator[Any]:
    last = time.monotonic() + limits.detik_semua
    done = 0
    while True:
        if not pipe.poll(max(0, min(limits.detik, last - time.monotonic()))):
            raise MelampauiBatas("waktu", done)
        try:
            kind, value = pipe.recv()
        except EOFError:
            raise MelampauiBatas("memori", done) from None
        if kind == _END:
            return
        if kind == _FAILED:
            raise BuildFailed(value)
        if kind == _MEMORY:
            raise MelampauiBatas("memori", done)
        done += 1
        yield value


def _run(pipe: Connection, work: Callable[[Any], Iterable[Any]], piece: Any, memory: int) -> None:
    _limit(memory)
    try:
        for result in work(piece):
            pipe.send((_ITEM, result))
        pipe.send((_END, None))
    except BuildFailed as failure:
        pipe.send((_FAILED, failure.problems))
    except MemoryError:
        pipe.send((_MEMORY, None))
    except BrokenPipeError:
        # Nobody wants the rest.
        return


def _limit(memory: int) -> None:
    """Let this process grow by so many bytes, where the system knows such a limit."""
    if sys.platform == "win32" or not _SIZE.exists():  # pragma: no cover
        return
    used = int(_SIZE.read_text().split()[0]) * resource.getpagesize()
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = used + memory if hard == resource.RLIM_INFINITY else min(hard, used + memory)
    resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))
