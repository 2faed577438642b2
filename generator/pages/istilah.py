"""The pages of terms: how each regulation defines them, and where the definitions differ.

The terms of a dozen regulations stand on one page. Of more, that page leads to one for each letter:
all of them together would be the words of a book.
"""

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
#: With more terms than these each letter has a page, and the first page names so many.
SEHALAMAN, DINAMAI = 150, 60


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
    many regulations define the term. ``huruf`` is the letter on whose page it stands, where there
    are such pages.
    """

    nama: str
    alias: tuple[str, ...]
    ragam: tuple[Ragam, ...]
    rumusan: int
    banyak: int
    huruf: str = ""

    @property
    def jangkar(self) -> str:
        """The anchor of the term on the page."""
        return f"istilah-{term_key(self.nama)}"

    @property
    def alamat(self) -> str:
        """Where the term stands."""
        return f"{links.glossary(self.huruf)}#{self.jangkar}"


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
    many = len(groups) > SEHALAMAN
    entries = {id(group): _entry(group, lettered=many) for group in groups}
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


def pages(kamus: Kamus) -> Iterator[Halaman]:
    """Every term with its definitions side by side, on one page or on one for each letter."""
    letters = {entry.huruf: None for entry in kamus.entri}
    if not any(letters):
        yield _page("", kamus.entri, fill("istilah.html", entri=kamus.entri))
        return
    usual = sorted(kamus.entri, key=lambda entry: -entry.banyak)[:DINAMAI]
    named = sorted(usual, key=_alphabet)
    count = Counter(entry.huruf for entry in kamus.entri)
    told = {"huruf": sorted(letters), "hitungan": count, "jumlah": len(kamus.entri)}
    yield _page("", (), fill("istilah_huruf.html", di_sini="", entri=named, **told))
    for letter in sorted(letters):
        own = tuple(entry for entry in kamus.entri if entry.huruf == letter)
        body = fill("istilah_huruf.html", di_sini=letter, entri=(), **told)
        yield _page(letter, own, body + fill("istilah.html", entri=own))


def _page(letter: str, entries: Sequence[Entri], body: str) -> Halaman:
    named = letter.upper() if len(letter) == 1 else "tanda lain"
    above = (Tautan("Istilah", links.GLOSSARY),) if letter else ()
    return Halaman(
        alamat=links.glossary(letter),
        judul=f"Istilah: {named}" if letter else "Istilah",
        deskripsi="Istilah yang didefinisikan dalam setiap peraturan, berdampingan, dengan "
        "perbedaannya kata demi kata.",
        isi=body,
        daftar_isi=tuple(Judul(entry.nama, entry.jangkar) for entry in entries),
        remah=(Tautan("Beranda", links.HOME), *above),
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


def _entry(group: Sequence[Takrif], *, lettered: bool) -> Entri:
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
    # A regulation may define a term twice, by each of its names.
    regulations = {(at.daerah, at.klausa.alamat.partition("#")[0]) for at in group}
    letter = _letter(name) if lettered else ""
    return Entri(name, tuple(others), shown, len(order), len(regulations), letter)


def _letter(name: str) -> str:
    first = term_key(name)[:1]
    return first if first.isascii() and first.isalpha() else "lain"


def _words(term: Istilah) -> str:
    """The definition without its last mark, which says only how the list goes on."""
    return " ".join(term.definisi.split()).rstrip(".;")


def _alphabet(entry: Entri) -> str:
    return entry.nama.casefold()
