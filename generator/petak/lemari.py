"""Lemari: the cabinet in which a build keeps what it made of each regency, part by part.

A site of hundreds of regencies does not fit into memory, and most of it did not change since the
last build. What a regency was made into lies here under a key; a part of it is read when somebody
looks at it, and the parts looked at last are held for a while.
"""

from __future__ import annotations

import pickle
import shutil
from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from generator.aspek import JawabanAspek
from generator.cakram import EnvironmentLacks, remove
from generator.graph import Sumber
from generator.materi.kolam import Penawaran
from generator.materi.semua import Bagian
from generator.model import Daerah, Dasar, Kosakata
from generator.pages.values import BaganTerbit, DaerahTerbit
from generator.petak.ringkas import Ringkasan
from generator.project import resolve
from generator.sidik import digest_looks
from generator.temuan import Corpus

#: So many parts are held at once, each about as large as a chapter of a book.
TERBUKA = 48

_KEY = "kunci"


@dataclass
class Lemari:
    """A folder of parts by name; every name has a key that says what its parts were made from."""

    folder: Path
    _open: OrderedDict[tuple[str, str], Any] = field(default_factory=OrderedDict, repr=False)

    def holds(self, name: str, key: str) -> bool:
        """Whether the files of a name were made from what the key says, and lie as they were kept.

        Somebody may have changed one of them, even by writing into a page of the published site,
        which is the same file; and a machine may have lost power before all of it was on the disk.
        """
        folder = self.folder / name
        try:
            kept = (folder / _KEY).read_bytes()
            return kept.startswith(key.encode()) and kept == _seal(folder, key)
        except OSError:
            return False

    @contextmanager
    def filling(self, name: str, key: str) -> Iterator[Path]:
        """Give the emptied folder of a name to be filled; the key is written when it is full.

        When that fails, nothing is left of it.
        """
        folder = self.folder / name
        remove(folder)
        folder.mkdir(parents=True)
        try:
            yield folder
            (folder / _KEY).write_bytes(_seal(folder, key))
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise

    def keep(self, name: str, key: str, parts: Mapping[str, object]) -> None:
        """Put the parts of a name in place of those that are there."""
        with self.filling(name, key) as folder:
            write_parts(folder, parts)

    def load(self, name: str, part: str) -> Any:
        """A part, from the folder or from those held; raises EnvironmentLacks."""
        at = name, part
        if at in self._open:
            self._open.move_to_end(at)
            return self._open[at]
        value = self._open[at] = self._read(name, part)
        while len(self._open) > TERBUKA:
            self._open.popitem(last=False)
        return value

    def _read(self, name: str, part: str) -> Any:
        path = self.folder / name / part
        try:
            with path.open("rb") as file:
                return pickle.load(file)  # written by `keep`, in a folder of this program
        except Exception as error:  # whatever comes of bytes that are not what was written
            (self.folder / name / _KEY).unlink(missing_ok=True)
            raise EnvironmentLacks(
                f"Simpanan {path} tidak dapat dibaca, mungkin rusak. Ulangi perintah yang sama; "
                "simpanan itu akan dibuat lagi."
            ) from error

    def drop_all_but(self, names: frozenset[str]) -> None:
        """Throw away what belongs to no name that is still there."""
        if self.folder.is_dir():
            for path in self.folder.iterdir():
                if path.name not in names:
                    shutil.rmtree(path, ignore_errors=True)

    def __getstate__(self) -> dict[str, Any]:
        """What is held stays here; another process opens the cabinet for itself."""
        return {"folder": self.folder, "_open": OrderedDict()}


def write_parts(folder: Path, parts: Mapping[str, object]) -> None:
    """Write parts for `Lemari.load` into the folder of a name."""
    for part, value in parts.items():
        with (folder / part).open("wb") as file:
            pickle.dump(value, file, protocol=pickle.HIGHEST_PROTOCOL)


def _seal(folder: Path, key: str) -> bytes:
    """What the key's file holds: the key, and how the other files of the folder look."""
    return f"{key} {digest_looks(folder, but=folder / _KEY)}".encode()


#: The parts of a regency, as the fields of DaerahTerbit are called.
BAGIAN = ("data", "naskah", "neraca", "bagan", "jawaban", "penilaian")


class DaerahTersimpan(DaerahTerbit):
    """A regency whose parts stay in the cabinet until somebody looks at them."""

    def __init__(self, lemari: Lemari, ringkasan: Ringkasan) -> None:
        object.__setattr__(self, "_lemari", lemari)
        object.__setattr__(self, "ringkasan", ringkasan)
        # Where these are looked for first: what the parts say of them needs not be read.
        vars(self).update(pola=ringkasan.pola, catatan=ringkasan.catatan)

    def _load(self, part: str) -> Any:
        return self._lemari.load(self.slug, part)

    def __getattr__(self, name: str) -> Any:
        if name in BAGIAN:
            return self._load(name)
        raise AttributeError(name)

    @property
    def slug(self) -> str:
        """Its part of every address."""
        return str(self.ringkasan.slug)

    @property
    def identitas(self) -> Daerah:
        """Its names, and what its regulation is."""
        identity: Daerah = self.ringkasan.identitas
        return identity

    @property
    def koreksi(self) -> int:
        """How many corrections of the scan there are."""
        return int(self.ringkasan.koreksi)

    @property
    def corpus(self) -> Corpus:
        """Its text as the drafting rules know it, counted."""
        counted: Corpus = self._load("corpus")
        return counted

    @property
    def tawaran(self) -> Penawaran:
        """Its answers, from which quizzes of others take wrong ones."""
        answers: Penawaran = self._load("tawaran")
        return answers

    def rujuk(self, dasar: Dasar) -> Sumber:
        """Resolve a citation that the checks have passed."""
        return resolve(dasar, self.naskah)

    @property
    def potongan(self) -> Sequence[tuple[Bagian, BaganTerbit]]:
        """The drawn parts of its long flows."""
        parts: Sequence[tuple[Bagian, BaganTerbit]] = self._load("potongan")
        return parts

    def answer(self, kosakata: Kosakata) -> tuple[JawabanAspek, ...]:
        """Its answer to every aspect, as they were put when it was made ready."""
        answers: tuple[JawabanAspek, ...] = self._load("aspek")
        return answers

    def whole(self) -> DaerahTerbit:
        """All parts in memory, for somebody who is to look at all of them."""
        parts = {name: getattr(self, name) for name in BAGIAN}
        return DaerahTerbit(**parts, rujuk=partial(resolve, naskah=self.naskah))
