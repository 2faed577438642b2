"""The audit: the lock is whole, licences may be used, files of others are as they were received.

Nothing is asked of the network; whether a library has a known hole is asked by hand
(CONTRIBUTING.md).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.pasokan.bawaan import LIST, check_files, read_parts
from generator.pasokan.kunci import check_lock, of_the_site, read_lock
from generator.pasokan.lisensi import check_licences, licence
from generator.pasokan.tabel import table
from generator.problems import Place, Problem

#: The table of all parts, in the repository.
TABLE = "generator/pasokan/README.md"


def audit(root: Path) -> Iterator[Problem]:
    """Every problem of a checkout of this project at ``root``."""
    listed, packages = _read(root), read_lock(root)
    yield from check_lock(root, packages)
    yield from check_licences(packages, listed["paket"], listed["boleh"])
    own = listed["sendiri"]["berkas"]
    yield from check_files(root, read_parts(listed), own, listed["boleh"])
    written = root / TABLE
    if not written.is_file() or written.read_text(encoding="utf-8") != write_table(root):
        what = "tabel pihak ketiga tidak lagi sama dengan kenyataan"
        yield Problem(Place(TABLE), what, "jalankan petakerja audit --tulis, lalu baca bedanya")


def write_table(root: Path) -> str:
    """The table of all parts, as it should be."""
    listed, packages = _read(root), read_lock(root)
    return table(
        read_parts(listed),
        {one: licence(one.nama, listed["paket"]) for one in packages},
        of_the_site(root, packages),
        listed["boleh"],
        listed["program"],
    )


def _read(root: Path) -> dict[str, Any]:
    return tomllib.loads((root / LIST).read_text(encoding="utf-8"))
