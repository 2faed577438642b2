"""The lock: every library that is installed, its version, its checksums and who wants it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from generator.problems import Place, Problem

LOCK, PROJECT = "requirements.txt", "pyproject.toml"
_PIN = re.compile(r"(?P<nama>[A-Za-z0-9._-]+)==(?P<versi>[^\s;]+)(?: ; (?P<syarat>[^\\]+))?")
_HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}(?![0-9a-f])")
_REMEDY = "kunci lagi dengan perintah pada baris pertama requirements.txt"


@dataclass(frozen=True)
class Paket:
    """A library in the lock: its canonical name, its version, when it is needed, and for whom.

    ``syarat`` is a marker such as ``python_full_version < '3.12'``, or empty; ``untuk`` are
    canonical names of libraries, or of the project.
    """

    nama: str
    versi: str
    syarat: str
    untuk: tuple[str, ...]
    baris: int
    sidik: int

    @property
    def berlaku(self) -> bool:
        """Whether this machine needs it."""
        return not self.syarat or Marker(self.syarat).evaluate()


def read_lock(root: Path) -> tuple[Paket, ...]:
    """Every library of ``requirements.txt``, in its order."""
    return tuple(_packages((root / LOCK).read_text(encoding="utf-8").splitlines()))


def _packages(lines: Sequence[str]) -> Iterator[Paket]:
    starts = [number for number, line in enumerate(lines) if line[:1] not in ("#", " ", "")]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        block = "\n".join(lines[start:end])
        pin = _PIN.match(lines[start])
        nama, versi, syarat = (
            pin.group("nama", "versi", "syarat") if pin else (lines[start], "", "")
        )
        yield Paket(
            canonicalize_name(nama),
            versi,
            (syarat or "").strip(),
            tuple(canonicalize_name(name) for name in re.findall(r"# +(?:via )?(\S+)", block)),
            start + 1,
            len(_HASH.findall(block)),
        )


def wanted(root: Path) -> Mapping[str, tuple[Requirement, ...]]:
    """What the project asks for, by the name of its extra; the site's own needs are ``""``."""
    project = tomllib.loads((root / PROJECT).read_text(encoding="utf-8"))["project"]
    lists = {"": project["dependencies"], **project.get("optional-dependencies", {})}
    return {extra: tuple(map(Requirement, names)) for extra, names in lists.items()}


def of_the_site(root: Path, packages: Sequence[Paket]) -> frozenset[str]:
    """The libraries that a build of the site needs; the others are for development."""
    found: set[str] = {canonicalize_name(one.name) for one in wanted(root)[""]}
    while more := {one.nama for one in packages if set(one.untuk) & found} - found:
        found |= more
    return frozenset(found)


def check_lock(root: Path, packages: Sequence[Paket]) -> Iterator[Problem]:
    """Whether each library is pinned, has checksums, and none is missing, down to the last."""
    for one in packages:
        if not one.versi or not one.sidik:
            what = f"`{one.nama}` tidak dikunci pada satu versi dengan sidik sha256"
            yield Problem(Place(LOCK, one.baris, 1), what, _REMEDY)
    locked = {one.nama: one for one in packages if one.berlaku}
    for needed in (one for group in wanted(root).values() for one in group):
        yield from _found(needed, locked, PROJECT)
    for one in locked.values():
        yield from _check_installed(one, locked)


def _check_installed(one: Paket, locked: Mapping[str, Paket]) -> Iterator[Problem]:
    try:
        installed = metadata.distribution(one.nama)
    except metadata.PackageNotFoundError:
        what = f"`{one.nama}` belum terpasang"
        yield Problem(Place(LOCK, one.baris, 1), what, "jalankan python3 run.py audit")
        return
    if installed.version != one.versi:
        what = f"`{one.nama}` terpasang {installed.version}, dikunci {one.versi}"
        yield Problem(Place(LOCK, one.baris, 1), what, "jalankan python3 run.py audit")
    for text in installed.requires or ():
        yield from _found(Requirement(text), locked, f"{LOCK} ({one.nama})")


def _found(needed: Requirement, locked: Mapping[str, Paket], file: str) -> Iterator[Problem]:
    if needed.marker and not needed.marker.evaluate({"extra": ""}):
        return
    one = locked.get(canonicalize_name(needed.name))
    if one is None or not needed.specifier.contains(one.versi, prereleases=True):
        yield Problem(Place(file), f"`{needed}` tidak ada dalam kunci", _REMEDY)
