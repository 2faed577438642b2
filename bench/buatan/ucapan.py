"""What a made-up regency says: the words of a real one in a way of its own."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bench.buatan import nama
from bench.buatan.asli import NOMOR, Asli
from bench.buatan.kata import BAGIAN, as_written, join, stand_ins
from bench.buatan.nama import JatiDiri
from bench.buatan.tambahan import Tambahan, added_clauses, with_clauses, with_lines
from bench.buatan.tukar import Tukar
from generator.cite import Naskah
from generator.naskah import parse


@dataclass(frozen=True)
class Ucapan:
    """What a made-up regency says.

    ``kata`` are words that stand for others; ``tukar`` are clauses exchanged, ``tambahan`` clauses
    added; ``naskah`` are the texts that this gives, by their names.
    """

    kata: Mapping[str, str]
    tukar: Sequence[Tukar]
    tambahan: Sequence[Tambahan]
    naskah: Mapping[str, str]

    def sumber(self, asli: Asli) -> str:
        """The source that says the same."""
        lines = join(asli.sumber, self.kata).split("\n")
        for exchange in self.tukar:
            exchange.in_source(lines)
        return "\n".join(with_lines(lines, asli.sisip, self.tambahan))


def say(asli: Asli, diri: JatiDiri, chance: random.Random) -> Ucapan:
    """Words and clauses in a way of their own in which every quotation holds.

    A quotation of one word no longer stands once where that word is now part of another.
    """
    while True:
        exchanges = [one for one in asli.tukar if chance.random() < BAGIAN]
        moved = {old: new for one in exchanges for old, new in one.jangkar.items()}
        words = _words(asli, diri, chance) | moved
        texts = {
            name: _exchanged(join(pieces, words), [one for one in exchanges if one.akar == name])
            for name, pieces in asli.naskah.items()
        }
        added = added_clauses(asli, words, chance)
        texts["peraturan"] = with_clauses(texts["peraturan"], added)
        trees = {name: parse(text, name)[0] for name, text in texts.items()}
        naskah = Naskah(diri.slug, trees["peraturan"], trees.get("lampiran"))
        quoted = ((words.get(anchor, anchor), join(said, words)) for anchor, said in asli.kutipan)
        if all(_stands_once(" ".join(q.split()), naskah.teks[anchor]) for anchor, q in quoted):
            return Ucapan(words, exchanges, added, texts)


def _exchanged(text: str, exchanges: Sequence[Tukar]) -> str:
    lines = text.split("\n")
    for exchange in exchanges:
        exchange.in_text(lines)
    return "\n".join(lines)


def _stands_once(quotation: str, text: str) -> bool:
    place = text.find(quotation)
    return place >= 0 and text.find(quotation, place + 1) < 0


def _words(asli: Asli, diri: JatiDiri, chance: random.Random) -> dict[str, str]:
    """Every word and number that another stands for, as they are written."""
    year = int(asli.data["daerah"]["peraturan"]["tahun"])
    other = year - chance.randint(1, 4)
    pairs = {
        **stand_ins(asli.biasa, chance),
        **{part: nama.person(chance).lower() for part in asli.nama},
        asli.tempat: nama.capital(diri.tempat, diri.urutan).lower(),
        asli.slug: diri.tempat.lower(),
    }
    years = {str(year): str(other), str(other): str(year)}
    return as_written(asli.kata, pairs) | years | {NOMOR: str(diri.nomor)}
