"""Answers as they are shown: offices that one rule names together, and who is left without."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.answer import Jawaban, Penjawab
from generator.graph import Sumber
from generator.model import Asal, Kosakata


@dataclass(frozen=True)
class Kelompok:
    """The offices that one rule names, for whom and when, and what it cites.

    ``jenis`` is the kind of office, empty where the name already says it.
    """

    sebutan: str
    jenis: str
    syarat: str
    dasar: tuple[Sumber, ...]
    asal: Asal


def grouped(offices: Sequence[Penjawab], kosakata: Kosakata) -> tuple[Kelompok, ...]:
    """The offices, those of one rule together, in the order of the rules."""
    return tuple(_groups(offices, kosakata))


def unanswered(found: Jawaban, kosakata: Kosakata) -> tuple[str, ...]:
    """The classes of officials that no rule of appraisal speaks about, by their short names."""
    named = {key for office in found.penilai for key in office.untuk}
    return tuple(
        (word.singkat or word.nama).lower()
        for key, word in kosakata.jenjang.items()
        if key not in named
    )


def _groups(offices: Sequence[Penjawab], kosakata: Kosakata) -> Iterator[Kelompok]:
    for (condition, cited, origin), group in groupby(
        offices, lambda office: (office.syarat, office.dasar, office.asal)
    ):
        together = list(group)
        yield Kelompok(
            sebutan=" / ".join(office.sebutan for office in together),
            jenis=" / ".join(dict.fromkeys(_kind(office, kosakata) for office in together)).strip(
                " /"
            ),
            syarat=condition,
            dasar=cited,
            asal=origin,
        )


def _kind(office: Penjawab, kosakata: Kosakata) -> str:
    kind = kosakata.jenis_simpul[office.jabatan].nama
    return "" if kind.casefold() in office.sebutan.casefold() else kind
