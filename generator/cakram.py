"""The disk: what it refuses in words, two folders that swap names, a room for temporary files."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing import util
from pathlib import Path

#: Why a system refuses, for the one at the keyboard; the system's own words are English.
_REASONS = {
    errno.ENOSPC: "cakram penuh",
    errno.EDQUOT: "jatah cakram habis",
    errno.EFBIG: "berkasnya melampaui batas ukuran",
    errno.EACCES: "tidak diizinkan",
    errno.EPERM: "tidak diizinkan",
    errno.EROFS: "cakram hanya dapat dibaca",
    errno.ENOENT: "tidak ada",
    errno.EEXIST: "ada berkas dengan nama itu",
    errno.ENOTDIR: "ada berkas di tempat folder",
    errno.EISDIR: "ada folder di tempat berkas",
    errno.EBUSY: "sedang dipakai, misalnya sebagai tempat cakram lain",
    errno.EMFILE: "terlalu banyak berkas terbuka",
    errno.EIO: "cakram rusak atau terputus",
}
#: From Linux' ``fcntl.h`` and ``fs.h``, and from macOS' ``stdio.h``.
_AT_FDCWD, _RENAME_EXCHANGE, _RENAME_SWAP = -100, 2, 2


class EnvironmentLacks(Exception):
    """The machine lacks something; the message says what and how to get it (exit code 3)."""


@contextmanager
def disk_errors(folder: Path) -> Iterator[None]:
    """Turn what the disk refuses below ``folder`` into words for the one at the keyboard."""
    try:
        yield
    except BrokenPipeError:
        # Whoever read our output has gone: nothing that a disk could help.
        raise
    except OSError as error:
        # Of two names the second is where something was to be copied or renamed to.
        place = error.filename2 or error.filename or folder
        raise EnvironmentLacks(
            f"Tidak dapat menulis ke {place} ({reason(error)}). "
            "Periksa sisa ruang cakram dan hak tulisnya, lalu ulangi; yang sudah ada tidak diubah."
        ) from error


def reason(error: OSError) -> str:
    """Why the system refused, in Indonesian where it is one of the usual reasons."""
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)


def remove(folder: Path) -> None:
    """Remove a folder with all that is in it, if it is there; of a link to one, only the link.

    Raises OSError that names the folder; the system's own names only what in it cannot be removed.
    """
    with suppress(FileNotFoundError):
        try:
            folder.unlink() if folder.is_symlink() else shutil.rmtree(folder)
        except OSError as error:
            raise OSError(error.errno, error.strerror, str(folder)) from error


def exchange(one: Path, other: Path) -> bool:
    """Let two folders swap their names in one step; False where the system cannot."""
    if sys.platform == "win32":
        return False
    libc = ctypes.CDLL(None)
    names = os.fsencode(one), os.fsencode(other)
    if hasattr(libc, "renameat2"):
        done = libc.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE)
    elif hasattr(libc, "renamex_np"):
        done = libc.renamex_np(*names, _RENAME_SWAP)
    else:
        return False
    return bool(done == 0)


@contextmanager
def temporary_below(folder: Path) -> Iterator[None]:
    """Let all temporary files of this process lie in ``folder``, which is empty before and after.

    What a killed build left there goes with the next one, instead of staying in the system's.
    """
    # What helping processes need to find each other lies elsewhere: it outlives a build.
    util.get_temp_dir()
    before = tempfile.tempdir
    shutil.rmtree(folder, ignore_errors=True)
    with disk_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
    tempfile.tempdir = str(folder.absolute())
    try:
        yield
    finally:
        tempfile.tempdir = before
        shutil.rmtree(folder, ignore_errors=True)
