"""Numbering: gaps, duplicates, and labels that change their dress inside one list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from generator.cite import Naskah
from generator.naskah import Klausa, iterate
from generator.naskah.jangkar import number_of
from generator.temuan.baca import clauses, name, opening
from generator.temuan.corpus import Corpus
from generator.temuan.deret import Anggota, Deret, Nomor, runs
from generator.temuan.nilai import Dugaan


def gaps(naskah: Naskah, _corpus: Corpus) -> Iterator[Dugaan]:
    """A number is left out, or the first one is missing."""
    for sequence in _sequences(naskah):
        yield from _first(naskah, sequence)
        for before, after in pairwise(sequence.anggota):
            if after.nomor.nilai > before.nomor.nilai + 1:
                left_out = _left_out(before, after)
                yield Dugaan(
                    after.klausa.jangkar,
                    opening(naskah, after.klausa.jangkar),
                    f"Sesudah {_label(before)} langsung {_label(after)}; {left_out} tidak ada.",
                    after.klausa.label,
                )


def duplicates(naskah: Naskah, _corpus: Corpus) -> Iterator[Dugaan]:
    """A number is used twice in one sequence."""
    for sequence in _sequences(naskah):
        for before, after in pairwise(sequence.anggota):
            if after.nomor.nilai <= before.nomor.nilai and after.nomor.jenis != "butir":
                yield Dugaan(
                    after.klausa.jangkar,
                    opening(naskah, after.klausa.jangkar),
                    f"Sesudah {_label(before)} tertulis {_label(after)} lagi."
                    if after.nomor.nilai == before.nomor.nilai
                    else f"Sesudah {_label(before)} nomor kembali ke {_label(after)}.",
                    after.klausa.label,
                )


def repeated_lists(naskah: Naskah, _corpus: Corpus) -> Iterator[Dugaan]:
    """Two lists below one clause use the same numbers, so that a reference to one is unclear."""
    for parent in clauses(naskah):
        seen: dict[Nomor, Klausa] = {}
        for sequence in runs(parent):
            again = [
                item
                for item in sequence.anggota
                if item.nomor in seen and item.nomor.jenis != "butir"
            ]
            if again:
                first = again[0].klausa
                others = ", ".join(item.klausa.label for item in again)
                yield Dugaan(
                    first.jangkar,
                    opening(naskah, first.jangkar),
                    f"Di bawah {name(naskah, parent.jangkar) if parent.jangkar else 'naskah ini'} "
                    f"nomor {others} dipakai lagi oleh rincian lain, sehingga rujukan kepadanya "
                    "dapat menunjuk dua tempat.",
                    first.label,
                )
            seen |= {item.nomor: item.klausa for item in sequence.anggota}


def dress(naskah: Naskah, _corpus: Corpus) -> Iterator[Dugaan]:
    """Labels change from "a." to "a)" inside one list."""
    for parent in clauses(naskah):
        for sequence in runs(parent):
            styles = [
                (style, [item.klausa for item in items])
                for style, items in groupby(sequence.anggota, key=lambda item: item.nomor.gaya)
            ]
            if len(styles) > 1:
                first = styles[1][1][0]
                before = styles[0][1][-1]
                yield Dugaan(
                    first.jangkar,
                    opening(naskah, first.jangkar),
                    f"Rincian ini bernomor {before.label}, lalu berganti bentuk menjadi "
                    f"{first.label}",
                    first.label,
                )


def _sequences(naskah: Naskah) -> Iterator[Deret]:
    """Structural headings of the whole text, then the runs below every clause."""
    for root in naskah.akar:
        yield from _headings(root)
    for parent in clauses(naskah):
        yield from runs(parent)


def _headings(root: Klausa) -> Iterator[Deret]:
    # The Pasal of a Penjelasan, and those that an amendment quotes, are counted elsewhere.
    pasal = tuple(c for c in iterate(root) if re.fullmatch(r"pasal-\d+(?:--\d+)?", c.jangkar))
    yield from _numbered(root, pasal)
    for parent in iterate(root):
        for kind in ("bab", "bagian", "paragraf"):
            yield from _numbered(parent, tuple(c for c in parent.anak if c.jenis == kind))


def _numbered(parent: Klausa, headings: tuple[Klausa, ...]) -> Iterator[Deret]:
    # "Pasal 12A" stands between Pasal 12 and Pasal 13 and breaks no sequence.
    members = tuple(
        Anggota(clause, Nomor(clause.jenis, int(number), ""))
        for clause in headings
        if (number := number_of(clause)).isdigit()
    )
    if members:
        yield Deret(parent, members, None, None, celah=False)


def _first(naskah: Naskah, sequence: Deret) -> Iterator[Dugaan]:
    first = sequence.anggota[0]
    if first.nomor.nilai > 1 and first.nomor.jenis != "butir":
        yield Dugaan(
            first.klausa.jangkar,
            opening(naskah, first.klausa.jangkar),
            f"Urutan ini mulai dari {_label(first)}; nomor sebelumnya tidak ada.",
            first.klausa.label,
        )


def _label(item: Anggota) -> str:
    """How a sentence names an item: "Pasal 27", "huruf b", "angka (3)"."""
    label = item.klausa.label.removesuffix(".")
    if item.klausa.jenis in ("bab", "bagian", "paragraf", "pasal"):
        return label
    kind = "nomor" if item.nomor.jenis.startswith("romawi") else item.klausa.jenis
    return f"{kind} {label}"


def _left_out(before: Anggota, after: Anggota) -> str:
    first, last = before.nomor.nilai + 1, after.nomor.nilai - 1
    what = "nomor" if first == last else "nomor-nomor"
    if before.klausa.jenis == "pasal":
        return f"Pasal {first}" if first == last else f"Pasal {first} sampai dengan Pasal {last}"
    return f"{what} di antaranya"
