"""The page of terms: how each regulation defines them, and where the definitions differ."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator import links
from generator.cite import Naskah
from generator.pages.template import fill
from generator.pages.values import Halaman, Judul, Tautan
from generator.rujukan import Istilah, term_key

#: So many wordings of a term are shown, and so many regulations of each; the others are counted.
TERTULIS = 12


@dataclass(frozen=True)
class Takrif:
    """A term as one regulation defines it; ``klausa`` is where."""

    daerah: str
    istilah: Istilah
    klausa: Tautan


def takrif(daerah: str, istilah: Istilah, naskah: Naskah) -> Takrif:
    """A definition with its place; ``daerah`` is the region's short name."""
    place = Tautan(naskah.sebutan[istilah.jangkar], links.clause(naskah.slug, istilah.jangkar))
    return Takrif(daerah, istilah, place)


@dataclass(frozen=True)
class Kata:
    """A run of words beside the usual definition: ``sama``, ``kurang`` (left out), ``lebih``."""

    beda: str
    teks: str


@dataclass(frozen=True)
class Ragam:
    """One wording of a definition: the regulations that have it, some of them shown, its words."""

    takrif: tuple[Takrif, ...]
    banyak: int
    kata: tuple[Kata, ...]


@dataclass(frozen=True)
class Entri:
    """A term of all regulations that define it; the most usual wording comes first.

    Of many wordings the usual ones are shown; ``rumusan`` is how many there are, ``banyak`` how
    many regulations define the term.
    """

    nama: str
    alias: tuple[str, ...]
    ragam: tuple[Ragam, ...]
    rumusan: int
    banyak: int

    @property
    def jangkar(self) -> str:
        """The anchor of the term on the page."""
        return f"istilah-{term_key(self.nama)}"

    @property
    def alamat(self) -> str:
        """Where the term stands."""
        return f"{links.GLOSSARY}#{self.jangkar}"


@dataclass(frozen=True)
class Kamus:
    """Every defined term, in order of the alphabet; ``letak`` is the entry of each definition."""

    entri: tuple[Entri, ...]
    letak: Mapping[str, Entri]

    def entry(self, address: str) -> Entri | None:
        """The entry of the definition at the address of a clause."""
        return self.letak.get(address)


def collect(given: Iterable[Takrif]) -> Kamus:
    """Put the terms of all regulations together: terms that share a name are one."""
    groups = _by_name(given)
    entries = {id(group): _entry(group) for group in groups}
    return Kamus(
        tuple(sorted(entries.values(), key=_alphabet)),
        {at.klausa.alamat: entries[id(group)] for group in groups for at in group},
    )


def _by_name(given: Iterable[Takrif]) -> list[list[Takrif]]:
    """Definitions in groups that share a name, directly or through others."""
    groups: dict[str, list[Takrif]] = {}
    for at in given:
        keys = [term_key(name) for name in at.istilah.nama]
        found = list({id(groups[key]): groups[key] for key in keys if key in groups}.values())
        whole = found[0] if found else []
        for other in found[1:]:
            whole += other
            groups.update({key: whole for key, group in groups.items() if group is other})
        whole.append(at)
        groups.update(dict.fromkeys(keys, whole))
    return list({id(group): group for group in groups.values()}.values())


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


def _entry(group: Sequence[Takrif]) -> Entri:
    wordings: dict[str, list[Takrif]] = {}
    for at in group:
        wordings.setdefault(_words(at.istilah), []).append(at)
    # Sorting keeps the order of the regions where as many have one wording as another.
    order = sorted(wordings.items(), key=lambda item: -len(item[1]))
    usual = order[0][0]
    names = Counter(at.istilah.istilah for at in group)
    name = max(names, key=names.__getitem__)
    others = dict.fromkeys(n for at in group for n in at.istilah.nama if n != name)
    shown = tuple(
        Ragam(tuple(who[:TERTULIS]), len(who), compare(usual, wording))
        for wording, who in order[:TERTULIS]
    )
    return Entri(name, tuple(others), shown, len(order), len(group))


def _words(term: Istilah) -> str:
    """The definition without its last mark, which says only how the list goes on."""
    return " ".join(term.definisi.split()).rstrip(".;")


def _alphabet(entry: Entri) -> str:
    return entry.nama.casefold()
