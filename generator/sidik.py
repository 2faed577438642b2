"""Checksums: what a piece of work was made from, so that it is made once."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path


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


def digest_looks(folder: Path, but: Path) -> str:
    """A checksum of how all files below a folder look from outside, without one of them.

    That is names, sizes and times of change: to look costs a hundredth of reading.
    """
    found = []
    for where, _folders, files in os.walk(folder):
        for file in files:
            path = os.path.join(where, file)
            state = os.lstat(path)
            found.append((path, state.st_size, state.st_mtime_ns))
    start = len(str(folder))
    return digest(sorted((path[start:], *look) for path, *look in found if path != str(but)))
