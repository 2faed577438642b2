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
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol, TypeVar

P = TypeVar("P")
R = TypeVar("R")

#: Where Linux lists the threads of this process, those of libraries in other languages too.
_THREADS = Path("/proc/self/task")


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
        """The result of every piece, in their order; raises what the first failing piece raised."""
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
        with ProcessPoolExecutor(
            workers, context(), initializer=_receive, initargs=(function, pieces)
        ) as pool:
            yield from pool.map(_run, range(len(pieces)))


@dataclass(frozen=True)
class Titipan:
    """An executor that somebody else runs; it is used, and neither opened nor closed here."""

    pelaksana: Executor
    pekerja: int

    def map(self, function: Callable[[P], R], pieces: Sequence[P]) -> Iterator[R]:
        """As `Tenaga.map`."""
        return self.pelaksana.map(function, pieces)


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


def _receive(function: Callable[[Any], Any], pieces: Sequence[Any]) -> None:
    _GIVEN[:] = [(function, pieces)]
    # What the worker began with is not looked through for garbage again and again.
    gc.freeze()


def _run(number: int) -> Any:
    function, pieces = _GIVEN[0]
    return function(pieces[number])
