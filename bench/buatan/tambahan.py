"""Clauses that no regulation has, added to the text, the source, the ledger and the data."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bench.buatan.asli import PENUTUP, Asli
from bench.buatan.kata import cross, join

#: As many Pasal are added at most.
TERBANYAK = 3


@dataclass(frozen=True)
class Tambahan:
    """A line that is added to the text; ``jangkar`` is empty for a heading."""

    teks: str
    jangkar: str = ""

    @property
    def isi(self) -> str:
        """The line without its label."""
        return self.teks.partition(" ")[2]


def added_clauses(
    asli: Asli, words: Mapping[str, str], chance: random.Random
) -> tuple[Tambahan, ...]:
    """One to some Pasal after the last one, of sentences that stand half here and half there."""
    sentences = [join(pieces, words) for pieces in asli.kalimat]
    lines = []
    for number in range(asli.pasal + 1, asli.pasal + 1 + chance.randint(1, TERBANYAK)):
        lines.append(Tambahan(f"Pasal {number}"))
        lines += [
            Tambahan(f"({ayat}) {cross(sentences, chance)}", f"pasal-{number}-ayat-{ayat}")
            for ayat in (1, 2)
        ]
    return tuple(lines)


def with_clauses(text: str, added: Sequence[Tambahan]) -> str:
    """The text with clauses before its ending, in the canonical layout."""
    lines = "".join(f"{line.teks}\n" if line.jangkar else f"\n{line.teks}\n" for line in added)
    return text.replace(f"\n{PENUTUP}\n", f"{lines}\n{PENUTUP}\n", 1)


def with_lines(lines: Sequence[str], place: int, added: Sequence[Tambahan]) -> list[str]:
    """The lines of the source with the same clauses before the line ``place``, from 1."""
    return [*lines[: place - 1], *(line.teks for line in added), *lines[place - 1 :]]


def moved(ledger: Sequence[Mapping[str, Any]], place: int, count: int) -> list[dict[str, Any]]:
    """The corrections at their new lines."""
    return [
        {**entry, "baris": entry["baris"] + (count if entry["baris"] >= place else 0)}
        for entry in ledger
    ]


def with_provisions(data: Mapping[str, Any], added: Sequence[Tambahan]) -> dict[str, Any]:
    """What the added clauses say, as data that cites them."""
    provisions = [
        {
            "id": f"tambahan-{line.jangkar}",
            "isi": line.isi,
            "pola": ["semua"],
            "dasar": {"klausa": line.jangkar, "kutipan": line.isi},
        }
        for line in added
        if line.jangkar
    ]
    return {**data, "ketentuan": [*data.get("ketentuan", ()), *provisions]}
