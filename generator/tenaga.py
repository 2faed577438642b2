"""Tenaga: what carries out work that can be spread, and the one seam to another executor.

A build hands out work in pieces that know nothing of each other: batches of charts, files of
training material, the pages of one regency. `Setempat` runs them over the cores of this machine;
`Titipan` gives them to any `concurrent.futures.Executor`, such as the one of a cluster that shares
this machine's file system. Both give back results in the order of the pieces.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import pickle
import signal
import tempfile
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, CancelledError, Executor, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import connection
from pathlib import Path
from typing import Any, Protocol, TypeVar

P = TypeVar("P")
R = TypeVar("R")

#: Where Linux lists the threads of this process, those of libraries in other languages too.
_THREADS = Path("/proc/self/task")


class TenagaHilang(Exception):
    """Whoever carried out a piece has gone, such as a process that the system killed."""

    def __init__(self) -> None:
        super().__init__(
            "Proses pembantu berhenti mendadak, biasanya karena memori habis. Tutup program lain, "
            "lalu ulangi; yang sudah selesai tidak dikerjakan lagi."
        )


class Tenaga(Protocol):
    """Something that runs a function on many pieces.

    ``pekerja`` is how many pieces it runs at once. The function must be one of a module, and it
    and the pieces must be able to travel to another process.
    """

    @property
    def pekerja(self) -> int:
        """How many pieces run at once."""
        ...

    def map(self, function: Callable[[P], R], pieces: Sequence[P]) -> Iterator[R]:
        """The result of every piece, in their order; raises what the first failing piece raised.

        Raises TenagaHilang when a piece is lost with its worker.
        """
        ...


@dataclass(frozen=True)
class Setempat:
    """The cores of this machine, or as many processes as asked for."""

    pekerja: int = field(default_factory=lambda: os.cpu_count() or 1)

    def map(self, function: Callable[[P], R], pieces: Sequence[P]) -> Iterator[R]:
        """As `Tenaga.map`; a single piece, or a single core, is not worth a process."""
        workers = min(self.pekerja, len(pieces))
        if workers < 2:
            yield from map(function, pieces)
            return
        given = (function, pieces, tempfile.tempdir)
        with (
            ProcessPoolExecutor(workers, context(), _receive, given) as pool,
            _ended_with_this(),
            _losses(),
        ):
            # As `pool.map`, which takes back what was not begun when a piece has failed: the
            # pool's own thread then finds that its workers have ended too, and prints a traceback.
            waiting = deque(pool.submit(_run, number) for number in range(len(pieces)))
            while waiting:
                yield waiting.popleft().result()


@dataclass(frozen=True)
class Titipan:
    """An executor that somebody else runs; it is used, and neither opened nor closed here."""

    pelaksana: Executor
    pekerja: int

    def map(self, function: Callable[[P], R], pieces: Sequence[P]) -> Iterator[R]:
        """As `Tenaga.map`."""
        # An executor may look into what it is given (dask makes a checksum of it, however deep it
        # is), and may know nothing of how it travels: bytes are bytes.
        packed = [pickle.dumps((function, piece)) for piece in pieces]
        with _losses():
            yield from self.pelaksana.map(_run_packed, packed)


def _run_packed(packed: bytes) -> Any:
    function, piece = pickle.loads(packed)
    return function(piece)


@contextmanager
def _losses() -> Iterator[None]:
    try:
        yield
    except (BrokenExecutor, CancelledError) as error:
        raise TenagaHilang from error


@contextmanager
def _ended_with_this() -> Iterator[None]:
    """Stop workers that were begun in this block when it ends badly, not after all their work."""
    before = set(multiprocessing.active_children())
    try:
        yield
    except BaseException:
        for worker in set(multiprocessing.active_children()) - before:
            worker.terminate()
        raise


def context() -> Any:
    """How processes are begun: as a copy of this one where that is safe, because it is quickest.

    A copy has only the thread that asked for it. If there are others, such as those of a server or
    of a library that works in parallel, their locks stay shut in the copy for ever.
    """
    ways = multiprocessing.get_all_start_methods()
    if "fork" in ways and _THREADS.is_dir() and len(list(_THREADS.iterdir())) == 1:
        return multiprocessing.get_context("fork")
    return multiprocessing.get_context("forkserver" if "forkserver" in ways else "spawn")


#: What a worker is there for. It is handed over once, when the worker begins: a copied process has
#: it without any work, while pieces sent through a queue one by one cost a tenth of drawing them.
_GIVEN: list[tuple[Callable[[Any], Any], Sequence[Any]]] = []


def _receive(function: Callable[[Any], Any], pieces: Sequence[Any], folder: str | None) -> None:
    """Begin a worker: its work, and where its temporary files lie."""
    _GIVEN[:] = [(function, pieces)]
    tempfile.tempdir = folder
    # Ctrl-C reaches workers too; they end without a word, since the one who began them speaks.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    # What the worker began with is not looked through for garbage again and again.
    gc.freeze()


def _end_with_parent() -> None:
    """A worker whose parent was killed would wait for work for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _run(number: int) -> Any:
    function, pieces = _GIVEN[0]
    return function(pieces[number])
