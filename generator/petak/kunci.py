"""Keys: what a piece of work was made from, as a checksum, so that it is made once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from platform import python_version

from generator.bagan.renderer import PerenderTidakAda, renderer, version
from generator.pustaka import versions

_PACKAGE = Path(__file__).parents[1]
#: The libraries that have a part in a site; what these need counts with them.
PUSTAKA = (
    *("graphviz", "graphviz-pure", "jinja2", "mkdocs", "mkdocs-material", "pillow", "pydantic"),
    *("python-docx", "python-pptx", "pyyaml", "typst", "xlsxwriter"),
)


def digest(*parts: object) -> str:
    """A checksum of some values by what they look like; sets have no order and are not for it."""
    found = hashlib.sha256()
    for part in parts:
        found.update(part.encode() if isinstance(part, str) else repr(part).encode())
        found.update(b"\0")
    return found.hexdigest()


def digest_files(root: Path, paths: Iterable[Path]) -> str:
    """A checksum of files by their names from ``root`` and their bytes; folders are gone through.

    What does not exist counts as that.
    """
    found = hashlib.sha256()
    for path in paths:
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in files:
            if file.is_file():
                data = file.read_bytes()
                name = file.relative_to(root).as_posix()
                found.update(f"{name}\0{len(data)}\0".encode())
                found.update(data)
    return found.hexdigest()


@cache
def code() -> str:
    """A checksum of this program, its modules, templates and word lists, and of what it runs on."""
    files = (
        path for path in sorted(_PACKAGE.rglob("*")) if path.suffix != ".pyc" and path.is_file()
    )
    return digest(
        digest_files(_PACKAGE, files), versions(PUSTAKA), python_version(), _drawing_program()
    )


def _drawing_program() -> str:
    """What draws charts: a Graphviz of the system is no library."""
    try:
        return version(renderer())
    except PerenderTidakAda:
        return ""
