"""The checksum of what makes training material: its code, and all code that it imports."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from generator.pustaka import versions
from generator.sidik import digest, digest_files

_HERE = Path(__file__).parent
_PACKAGE = _HERE.parent
#: Imports stand at the left edge (a test keeps them there): "from generator.x import (a, b)".
_IMPORT = re.compile(r"^from (generator[\w.]*) import (\([^)]*\)|.*)$", re.MULTILINE)
_NAME = re.compile(r"\w+")
#: The libraries that write the files; what these need counts with them.
_LIBRARIES = ("python-docx", "python-pptx", "typst")


@cache
def code_digest() -> str:
    """Changes when this package, a module that it needs, or a library that writes files does."""
    return digest(versions(_LIBRARIES), digest_files(_PACKAGE, sorted(sources())))


def sources() -> frozenset[Path]:
    """Every file of this package, and every module of the project that one of these imports."""
    found: set[Path] = set()
    waiting = [path for path in _HERE.rglob("*") if path.is_file() and path.suffix != ".pyc"]
    while waiting:
        path = waiting.pop()
        if path not in found:
            found.add(path)
            waiting += _imported(path) if path.suffix == ".py" else ()
    return frozenset(found)


def _imported(path: Path) -> Iterator[Path]:
    """The modules that a module imports, with the doors of the packages that they stand in."""
    for module, names in _IMPORT.findall(path.read_text(encoding="utf-8")):
        for name in (module, *(f"{module}.{one}" for one in _NAME.findall(names))):
            base = _PACKAGE.parent.joinpath(*name.split("."))
            for file in (
                base.with_suffix(".py"),
                base / "__init__.py",
                base.parent / "__init__.py",
            ):
                if file.is_file():
                    yield file
