"""Clauses that can change places: neighbours in a list, whole lines of the source each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator import koreksi
from generator.account import entries
from generator.cite import Naskah
from generator.naskah import Alinea, Klausa
from generator.regency import DaerahTerbaca

#: Words at the end of an item but one: there they must stay.
_SAMBUNG = ("dan", "atau", "dan/atau")


@dataclass(frozen=True)
class Butir:
    """An item: its anchor and label, its line of the text, its lines of the source (from 0)."""

    jangkar: str
    label: str
    baris: int
    sumber: range


@dataclass(frozen=True)
class Tukar:
    """Two items of one list, one after the other, in a text (``peraturan`` or ``lampiran``)."""

    akar: str
    kiri: Butir
    kanan: Butir

    @property
    def jangkar(self) -> dict[str, str]:
        """Where the words of each clause stand after the exchange."""
        left, right = self.kiri.jangkar, self.kanan.jangkar
        return {left: right, right: left}

    def in_text(self, lines: list[str]) -> None:
        """Exchange the words in the lines of the text; the labels stay."""
        left, right = self.kiri.baris, self.kanan.baris
        head, tail = _after(lines[left], self.kiri), _after(lines[right], self.kanan)
        lines[left] = lines[left].removesuffix(head) + tail
        lines[right] = lines[right].removesuffix(tail) + head

    def in_source(self, lines: list[str]) -> None:
        """Exchange the lines of the source; the labels and the number of lines stay."""
        one, two = self.kiri.sumber, self.kanan.sumber
        left, right = lines[one.start : one.stop], lines[two.start : two.stop]
        left[0] = left[0].replace(self.kiri.label, self.kanan.label, 1)
        right[0] = right[0].replace(self.kanan.label, self.kiri.label, 1)
        lines[one.start : two.stop] = [*right, *lines[one.stop : two.start], *left]


def _after(line: str, item: Butir) -> str:
    return line.partition(f"{item.label} ")[2]


def find_exchanges(read: DaerahTerbaca, quotations: Sequence[tuple[str, str]]) -> tuple[Tukar, ...]:
    """Every exchange that leaves each quotation whole; no clause is in two of them."""
    quoted: dict[str, list[str]] = {}
    for anchor, words in quotations:
        quoted.setdefault(anchor, []).append(" ".join(words.split()))
    items = _items(read)
    lines = read.berkas.sumber.split("\n")
    found: list[Tukar] = []
    taken: set[str] = set()
    for above, left, right in _neighbours(read.naskah):
        one, two = items.get(left.jangkar), items.get(right.jangkar)
        if one is None or two is None or {left.jangkar, right.jangkar} & taken:
            continue
        together = not any(line.strip() for line in lines[one.sumber.stop : two.sumber.start])
        if together and _keeps(above, left, right, quoted, read.naskah):
            found.append(Tukar(above[0].jenis, one, two))
            taken |= {left.jangkar, right.jangkar}
    return tuple(found)


def _neighbours(naskah: Naskah) -> Iterator[tuple[tuple[Klausa, ...], Klausa, Klausa]]:
    """Every two items that are alike, with all that is above them."""
    for root in naskah.akar:
        for above in _paths((root,)):
            for left, right in zip(above[-1].anak, above[-1].anak[1:], strict=False):
                if _alike(left, right):
                    yield above, left, right


def _paths(path: tuple[Klausa, ...]) -> Iterator[tuple[Klausa, ...]]:
    yield path
    for child in path[-1].anak:
        yield from _paths((*path, child))


def _alike(left: Klausa, right: Klausa) -> bool:
    """Whether two neighbours are items of one line each that end alike."""
    if left.jenis != right.jenis or not (_is_line(left) and _is_line(right)):
        return False
    ends = [_words(clause)[-1] for clause in (left, right)]
    return ends[0][-1] == ends[1][-1] and not set(ends) & set(_SAMBUNG)


def _is_line(clause: Klausa) -> bool:
    return (
        clause.jenis in ("huruf", "angka", "ayat")
        and not clause.judul
        and len(clause.isi) == 1
        and isinstance(clause.isi[0], Alinea)
        and clause.isi[0].is_text
        and clause.isi[0].baris == clause.baris
    )


def _words(clause: Klausa) -> list[str]:
    return [word for part in clause.isi if isinstance(part, Alinea) for word in part.teks.split()]


def _items(read: DaerahTerbaca) -> Mapping[str, Butir]:
    """The items that are whole lines of the source, with no correction, by their anchors."""
    source = read.kata_sumber
    corrected, _ = koreksi.apply(entries(read.data.koreksi), source)
    on_line: dict[int, int] = {}
    for word in source:
        on_line[word.baris] = on_line.get(word.baris, 0) + 1
    lines = read.berkas.sumber.split("\n")
    found = {}
    place = 0
    for clause, count in (pair for root in read.naskah.akar for pair in _in_order(root)):
        words = corrected[place : place + count]
        place += count
        if not _is_line(clause) or any(word.koreksi for word in words):
            continue
        rows = range(words[0].baris - 1, words[-1].baris)
        whole = sum(on_line.get(row + 1, 0) for row in rows) == count
        # A word that goes on below its line would stay behind.
        whole = whole and not lines[rows[-1]].rstrip().endswith("-")
        if whole and lines[rows.start].split()[:1] == [clause.label]:
            found[clause.jangkar] = Butir(clause.jangkar, clause.label, clause.baris - 1, rows)
    return found


def _in_order(clause: Klausa) -> Iterator[tuple[Klausa, int]]:
    """Clauses, and single paragraphs as clauses of their own, each with its number of words."""
    label = "" if clause.jenis == "butir" else clause.label
    if _is_line(clause):
        yield clause, len(label.split()) + len(_words(clause))
        return
    yield clause, len(label.split()) + len(clause.judul.split())
    for part in clause.isi:
        if isinstance(part, Klausa):
            yield from _in_order(part)
        elif part.is_text:
            yield clause, len(part.teks.split())


def _keeps(
    above: Sequence[Klausa],
    left: Klausa,
    right: Klausa,
    quoted: Mapping[str, Sequence[str]],
    naskah: Naskah,
) -> bool:
    """Whether no quotation from a clause above runs over an end of either item."""
    first, second = " ".join(_words(left)), " ".join(_words(right))
    for clause, words in ((left, first), (right, second)):
        # A quotation may begin with the label, which stays where it is.
        if any(quotation not in words for quotation in quoted.get(clause.jangkar, ())):
            return False
    for clause in above:
        text = naskah.teks.get(clause.jangkar, "")
        begin, end = text.find(first), text.rfind(second) + len(second)
        for quotation in quoted.get(clause.jangkar, ()):
            place = text.find(quotation)
            apart = place + len(quotation) <= begin or place >= end
            if not (apart or quotation in first or quotation in second):
                return False
    return True
