"""What is known about words, read from the data files beside this module."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.read import read_text, read_yaml

_FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Pengetahuan:
    """Roots, affixes, exceptions, stop words and synonyms, as they stand in the data files.

    ``imbuhan`` and ``kata`` keep the shape of ``imbuhan.yaml`` and ``kata.yaml``: the browser gets
    them as they are.
    """

    akar: frozenset[str]
    imbuhan: dict[str, Any]
    kata: dict[str, Any]


def read_knowledge() -> Pengetahuan:
    """Read the data files; raises BuildFailed when one cannot be read."""
    roots = read_text(_FOLDER / "akar.txt", "generator/cari/akar.txt")
    affixes, words = (
        read_yaml(_FOLDER / f"{name}.yaml", f"generator/cari/{name}.yaml").nilai
        for name in ("imbuhan", "kata")
    )
    return Pengetahuan(frozenset(roots.split()), affixes, words)
