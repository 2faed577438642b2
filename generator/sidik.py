"""Checksums: what a piece of work was made from, so that it is made once."""

from __future__ import annotations

import hashlib
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
