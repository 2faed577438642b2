"""Making files that take long, and only when something they are made from has changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

#: Called before each file is made: how many are done, how many there are, and which is next.
Kabar = Callable[[int, int, str], None]

_PACKAGE = Path(__file__).parents[1]
#: Below these nothing bears on training material.
_ASIDE = ("importers", "pages", "cari", "compare")


@dataclass(frozen=True)
class Bahan:
    """A file to be made: where it stands in the site, what it is called, how to make it.

    ``bentuk`` is its ending, such as ``pptx``; ``isi`` is everything that it is made from, as JSON
    would hold it: the file is made again when that, or the code, has changed.
    """

    alamat: str
    judul: str
    bentuk: str
    daerah: tuple[str, ...]
    isi: Any
    buat: Callable[[], bytes]

    @property
    def kunci(self) -> str:
        """What the file is kept under."""
        told = json.dumps([self.alamat, self.isi], ensure_ascii=False, sort_keys=True, default=str)
        return hashlib.sha256(f"{_code()}{told}".encode()).hexdigest()


@dataclass(frozen=True)
class Jadi:
    """A file that is there: its bytes, and the day on which it was made."""

    bahan: Bahan
    data: bytes
    tanggal: date


def make(bahan: Sequence[Bahan], folder: Path, kabar: Kabar, today: date) -> tuple[Jadi, ...]:
    """Every file, from the folder of kept ones where nothing has changed; ``today`` dates new ones.

    What was kept of files that are asked for no longer is removed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for number, item in enumerate(bahan):
        kept = _read(folder, item)
        if kept is None:
            kabar(number, len(bahan), item.alamat)
            kept = _write(folder, item, today)
        made.append(kept)
    kabar(len(bahan), len(bahan), "")
    wanted = {item.kunci for item in bahan}
    for path in folder.iterdir():
        if path.stem not in wanted:
            path.unlink()
    return tuple(made)


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


def _write(folder: Path, item: Bahan, today: date) -> Jadi:
    data = item.buat()
    (folder / f"{item.kunci}.isi").write_bytes(data)
    # Written last: a file without its day was not finished, and is made again.
    (folder / f"{item.kunci}.tanggal").write_text(today.isoformat(), encoding="utf-8")
    return Jadi(item, data, today)


@cache
def _code() -> str:
    """A checksum of the code and templates that make training material."""
    digest = hashlib.sha256()
    for path in sorted(_PACKAGE.rglob("*")):
        aside = path.relative_to(_PACKAGE).parts[0] in _ASIDE
        if path.is_file() and path.suffix != ".pyc" and not aside:
            digest.update(path.read_bytes())
    return digest.hexdigest()
