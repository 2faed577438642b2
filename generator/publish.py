"""Publish: a new site takes the old one's place whole, or not at all."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from generator.cakram import EnvironmentLacks, disk_errors, exchange, remove
from generator.problems import BuildFailed, Place, Problem

if sys.platform == "win32":  # pragma: no cover - the other system's half
    import msvcrt
else:
    import fcntl

#: Says that a folder was made by this program, and may be replaced by it.
MARK = ".peta-kerja"

#: The lock that this process holds.
_HELD: list[BinaryIO] = []


def _let_go() -> None:
    while _HELD:
        _HELD.pop().close()


if hasattr(os, "register_at_fork"):
    # A copy of this process would hold the lock for as long as it lives, even when this is killed.
    os.register_at_fork(after_in_child=_let_go)


@contextmanager
def only_one_build(root: Path) -> Iterator[None]:
    """Hold the lock of a project; the system lets go of it even when the process is killed."""
    folder = root / "build"
    with disk_errors(folder):
        folder.mkdir(exist_ok=True)
        handle = (folder / "kunci").open("a+b")
    with handle:
        try:
            if sys.platform == "win32":  # pragma: no cover
                msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise EnvironmentLacks(
                "Pembangunan lain sedang berjalan dalam folder ini. Tunggu sampai selesai, "
                "lalu ulangi."
            ) from None
        _HELD.append(handle)
        try:
            yield
        finally:
            _HELD.remove(handle)


@contextmanager
def replacing(out: Path) -> Iterator[Path]:
    """Give an empty folder; when the block ends well, it takes the place of ``out``.

    When it does not, ``out`` stays as it was. A folder that this program did not make is never
    replaced.
    """
    out = _meant(out)
    new, old = _aside(out)
    _refuse_foreign(out)
    restore(out)
    with disk_errors(out.parent):
        out.parent.mkdir(parents=True, exist_ok=True)
        remove(new)
        new.mkdir()
        (new / MARK).write_text("Folder ini dibuat oleh petakerja dan dapat diganti olehnya.\n")
    try:
        with disk_errors(new):
            yield new
            _take_place(new, out, old)
    finally:
        restore(out)
        shutil.rmtree(new, ignore_errors=True)


def restore(out: Path) -> None:
    """Put the old site back if a build was stopped when it had just been put aside."""
    out = _meant(out)
    _, old = _aside(out)
    with disk_errors(out.parent):
        if old.exists() and not out.exists():
            old.rename(out)
    shutil.rmtree(old, ignore_errors=True)


def _meant(out: Path) -> Path:
    """Where a link leads, since swapped for a folder it would lead there no longer."""
    return Path(os.path.realpath(out))


def _aside(out: Path) -> tuple[Path, Path]:
    """Where the new site is made, and where the old one is put for a moment."""
    return out.with_name(f".{out.name}.baru"), out.with_name(f".{out.name}.lama")


def _take_place(new: Path, out: Path, old: Path) -> None:
    """Swap in one step where the system can, so that there is no moment without a site."""
    if not out.exists():
        new.rename(out)
    elif not exchange(new, out):
        out.rename(old)
        new.rename(out)


def write_tree(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Write files by their paths; a path that leaves the folder is refused."""
    base = folder.resolve()
    for name, content in files.items():
        target = (base / name).resolve()
        if not target.is_relative_to(base):
            raise BuildFailed(
                [Problem(Place(name), "alamat keluar dari folder hasil", "perbaiki alamatnya")]
            )
        target.parent.mkdir(parents=True, exist_ok=True)
        _write(target, content.encode() if isinstance(content, str) else content)


def _write(target: Path, data: bytes) -> None:
    """Write a file; one that is there already stays until the new one is whole."""
    if not target.exists():
        target.write_bytes(data)
        return
    draft = target.with_name(f".{target.name}.baru")
    try:
        draft.write_bytes(data)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


#: What the theme brings and no page of this site loads: its search, and maps of its sources.
UNUSED = (
    "assets/javascripts/lunr",
    "assets/javascripts/workers",
    "assets/javascripts/*.map",
    "assets/stylesheets/*.map",
    "assets/images/favicon.png",
    # A copy of the map with the time of the build in it.
    "sitemap.xml.gz",
)


def drop_unused(site: Path, *, mapped: bool, offline: bool = False) -> None:
    """Remove what no reader loads.

    The map goes too when the site's address is not known (``mapped``), and offline the page that
    only a server shows.
    """
    more = (*(() if mapped else ("sitemap.xml",)), *(("404.html", "robots.txt") if offline else ()))
    for pattern in (*UNUSED, *more):
        for path in tuple(site.glob(pattern)):
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()


def _refuse_foreign(out: Path) -> None:
    if out.is_dir() and any(out.iterdir()) and not (out / MARK).exists():
        raise BuildFailed(
            [
                Problem(
                    Place(str(out)),
                    "folder tujuan sudah berisi berkas yang bukan buatan petakerja",
                    "pilih folder lain dengan --out, atau kosongkan folder itu",
                )
            ]
        )
    if out.exists() and not out.is_dir():
        raise BuildFailed(
            [
                Problem(
                    Place(str(out)),
                    "tujuan bukan folder",
                    "singkirkan berkas itu, atau pilih folder lain dengan --out",
                )
            ]
        )
