"""Pelaksana: somebody else's executor, by the name of a function that opens it."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from generator.tenaga import Titipan


class PelaksanaKeliru(Exception):
    """The name of a function that opens no executor; the message says what it should be."""


@contextmanager
def open_executor(name: str) -> Iterator[Titipan]:
    """Use the executor of ``MODULE:FUNCTION`` for as long as the block lasts.

    The function takes nothing and gives a context manager, either of a
    `concurrent.futures.Executor` (which an executor itself is) or of a `Titipan`, which also says
    how many pieces it runs at once: otherwise, as many as this machine has cores. Its module is
    looked for where Python looks, and in this folder. Raises PelaksanaKeliru.
    """
    opened = _function(name)()
    if not isinstance(opened, AbstractContextManager):
        raise _wrong(name, f"memberi {type(opened).__name__}, bukan Executor")
    with opened as given:
        if isinstance(given, Executor):
            yield Titipan(given, os.cpu_count() or 1)
        elif isinstance(given, Titipan):
            yield given
        else:
            raise _wrong(name, f"memberi {type(given).__name__}, bukan Executor")


def _function(name: str) -> Callable[[], object]:
    module, colon, function = name.partition(":")
    if not (module and colon and function):
        raise _wrong(name, "bukan MODUL:FUNGSI")
    here = str(Path.cwd())
    if here not in sys.path:
        sys.path.append(here)
    try:
        found = getattr(importlib.import_module(module), function, None)
    except ImportError as error:
        raise _wrong(name, f"modulnya tidak dapat dimuat: {error}") from error
    if not callable(found):
        raise _wrong(name, f"tidak ada fungsi `{function}` dalam modul itu")
    return found  # type: ignore[no-any-return]  # callable; what it gives is looked at


def _wrong(name: str, why: str) -> PelaksanaKeliru:
    return PelaksanaKeliru(
        f"--pelaksana {name}: {why}. Tulis MODUL:FUNGSI, misalnya gugus:buka, dengan fungsi tanpa "
        "argumen yang memberi concurrent.futures.Executor; contohnya ada dalam PUBLISHING.md."
    )
