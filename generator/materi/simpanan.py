"""Making files that take long, and only when something they are made from has changed."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from generator.materi.kode import code_digest
from generator.sidik import digest
from generator.tenaga import Setempat, Tenaga


@dataclass(frozen=True)
class Bahan:
    """A file to be made: where it stands in the site, what it is called, how to make it.

    ``alamat`` is its path from the site's root, ``bentuk`` its ending, such as ``pptx``. ``isi``
    is everything that it is made from, as JSON would hold it: the file is made again when that, or
    the code, has changed. ``buat`` may run in another process: a function of a module, with its
    arguments bound by `functools.partial`.
    """

    alamat: str
    judul: str
    bentuk: str
    daerah: tuple[str, ...]
    isi: Any
    buat: Callable[[], bytes]

    @cached_property
    def kunci(self) -> str:
        """What the file is kept under."""
        told = json.dumps([self.alamat, self.isi], ensure_ascii=False, sort_keys=True, default=str)
        return digest(code_digest(), told)


@dataclass(frozen=True)
class Jadi:
    """A file that is there: its bytes, and the day on which it was made."""

    bahan: Bahan
    data: bytes
    tanggal: date


def make(
    bahan: Sequence[Bahan],
    folder: Path,
    kabar: Callable[[str], None],
    today: date,
    tenaga: Tenaga | None = None,
) -> tuple[Jadi, ...]:
    """Every file, from the folder of kept ones where nothing has changed; ``today`` dates new ones.

    ``kabar`` hears the address of each file that is made. ``tenaga`` makes them; without it, the
    cores of this machine do.
    """
    folder.mkdir(parents=True, exist_ok=True)
    made = {item.alamat: found for item in bahan if (found := _read(folder, item)) is not None}
    missing = [item for item in bahan if item.alamat not in made]
    written = (tenaga or Setempat()).map(_make, [item.buat for item in missing])
    for item, data in zip(missing, written, strict=True):
        made[item.alamat] = _write(folder, item, data, today)
        kabar(item.alamat)
    return tuple(made[item.alamat] for item in bahan)


def sweep(folder: Path, keys: Collection[str]) -> None:
    """Remove what was kept of files that are asked for no longer."""
    if folder.is_dir():
        for path in folder.iterdir():
            if path.stem not in keys:
                path.unlink()


def _make(buat: Callable[[], bytes]) -> bytes:
    return buat()


def is_kept(item: Bahan, folder: Path) -> bool:
    """Whether a file was made before and is still what the data says."""
    return (folder / f"{item.kunci}.tanggal").is_file()


def kept(bahan: Sequence[Bahan], folder: Path) -> Iterator[Jadi]:
    """The files that were made before and are still what the data says; nothing is made."""
    for item in bahan:
        found = _read(folder, item)
        if found is not None:
            yield found


def _read(folder: Path, item: Bahan) -> Jadi | None:
    try:
        made = date.fromisoformat((folder / f"{item.kunci}.tanggal").read_text(encoding="utf-8"))
        return Jadi(item, (folder / f"{item.kunci}.isi").read_bytes(), made)
    except (OSError, ValueError):
        return None


def _write(folder: Path, item: Bahan, data: bytes, today: date) -> Jadi:
    day = folder / f"{item.kunci}.tanggal"
    # Written last: a file without its day was not finished, and is made again.
    day.unlink(missing_ok=True)
    (folder / f"{item.kunci}.isi").write_bytes(data)
    day.write_text(today.isoformat(), encoding="utf-8")
    return Jadi(item, data, today)
