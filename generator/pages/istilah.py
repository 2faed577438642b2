"""The page of terms: how each regulation defines them, and where the definitions differ."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator import links
from generator.pages.alinea import Bacaan
from generator.pages.template import fill
from generator.pages.values import Halaman, Judul, Tautan
from generator.rujukan import Istilah, term_key


@dataclass(frozen=True)
class Takrif:
    """A term as one regulation defines it; ``klausa`` is where."""

    daerah: str
    istilah: Istilah
    klausa: Tautan


@dataclass(frozen=True)
class Kata:
    """A run of words beside the usual definition: ``sama``, ``kurang`` (left out), ``lebih``."""

    beda: str
    teks: str


@dataclass(frozen=True)
class Ragam:
    """One wording of a definition, and every regulation that has it."""

    takrif: tuple[Takrif, ...]
    kata: tuple[Kata, ...]


@dataclass(frozen=True)
class Entri:
    """A term of all regulations that define it; the most usual wording comes first."""

    nama: str
    alias: tuple[str, ...]
    ragam: tuple[Ragam, ...]

    @property
    def jangkar(self) -> str:
        """The anchor of the term on the page."""
        return f"istilah-{term_key(self.nama)}"

    @property
    def alamat(self) -> str:
        """Where the term stands."""
        return f"{links.GLOSSARY}#{self.jangkar}"

    @property
    def banyak(self) -> int:
        """How many regulations define it."""
        return sum(len(wording.takrif) for wording in self.ragam)


@dataclass(frozen=True)
class Kamus:
    """Every defined term, in order of the alphabet."""

    entri: tuple[Entri, ...]

    @cached_property
    def _of(self) -> Mapping[str, Entri]:
        return {
            at.klausa.alamat: entry
            for entry in self.entri
            for wording in entry.ragam
            for at in wording.takrif
        }

    def entry(self, address: str) -> Entri | None:
        """The entry of the definition at the address of a clause."""
        return self._of.get(address)


def collect(read: Iterable[tuple[str, Bacaan]]) -> Kamus:
    """Put the terms of all regulations together: terms that share a name are one."""
    groups: list[list[Takrif]] = []
    for region, bacaan in read:
        for term in bacaan.istilah:
            found = [group for group in groups if _share_a_name(group, term)]
            merged = [taken for group in found for taken in group]
            groups = [group for group in groups if all(group is not other for other in found)]
            groups.append([*merged, Takrif(region, term, bacaan.link(term.jangkar))])
    return Kamus(tuple(sorted((_entry(group) for group in groups), key=_alphabet)))


def page(kamus: Kamus) -> Halaman:
    """Every term with its definitions side by side."""
    return Halaman(
        alamat=links.GLOSSARY,
        judul="Istilah",
        deskripsi="Istilah yang didefinisikan dalam setiap peraturan, berdampingan, dengan "
        "perbedaannya kata demi kata.",
        isi=fill("istilah.html", kamus=kamus),
        daftar_isi=tuple(Judul(entry.nama, entry.jangkar) for entry in kamus.entri),
        remah=(Tautan("Beranda", links.HOME),),
        gaya=("rujukan",),
    )


def compare(usual: str, other: str) -> tuple[Kata, ...]:
    """The words of a definition beside those of the usual one.

    >>> [(k.beda, k.teks) for k in compare("atasan langsung pegawai", "atasan pegawai ASN")]
    [('sama', 'atasan'), ('kurang', 'langsung'), ('sama', 'pegawai'), ('lebih', 'ASN')]
    """
    return tuple(_differences(usual.split(), other.split()))


def _differences(left: Sequence[str], right: Sequence[str]) -> Iterator[Kata]:
    matcher = difflib.SequenceMatcher(None, left, right, autojunk=False)
    for tag, start, end, begin, stop in matcher.get_opcodes():
        if tag == "equal":
            yield Kata("sama", " ".join(right[begin:stop]))
            continue
        if end > start:
            yield Kata("kurang", " ".join(left[start:end]))
        if stop > begin:
            yield Kata("lebih", " ".join(right[begin:stop]))


def _share_a_name(group: Sequence[Takrif], term: Istilah) -> bool:
    own = {term_key(name) for name in term.nama}
    return any(term_key(name) in own for other in group for name in other.istilah.nama)


def _entry(group: Sequence[Takrif]) -> Entri:
    wordings: dict[str, list[Takrif]] = {}
    for at in group:
        wordings.setdefault(_words(at.istilah), []).append(at)
    # Sorting keeps the order of the regions where as many have one wording as another.
    order = sorted(wordings.items(), key=lambda item: -len(item[1]))
    usual = order[0][0]
    names = [at.istilah.istilah for at in group]
    name = max(names, key=names.count)
    others = dict.fromkeys(n for at in group for n in at.istilah.nama if n != name)
    return Entri(
        name, tuple(others), tuple(Ragam(tuple(who), compare(usual, w)) for w, who in order)
    )


def _words(term: Istilah) -> str:
    """The definition without its last mark, which says only how the list goes on."""
    return " ".join(term.definisi.split()).rstrip(".;")


def _alphabet(entry: Entri) -> str:
    return entry.nama.casefold()
