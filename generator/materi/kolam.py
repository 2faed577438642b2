"""The pool of answers that regulations give to the same question: where wrong answers come from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.answer import Rujuk, ask, units
from generator.model import DataDaerah, Kosakata

#: Enough for any question; more regencies do not make more plausible answers.
_TERBANYAK = 12

#: Words that two offices or contents can share and still be different.
_FILLERS = frozenset(
    ("dan", "atau", "yang", "dalam", "pada", "di", "oleh", "sebagai", "pejabat", "unit", "untuk")
)

#: What was asked: the kind of question and what it is about, such as ("penilai", "dinas", "muda").
Pertanyaan = tuple[str, ...]


@dataclass(frozen=True)
class Tawaran:
    """An answer that some regulation gives: its words, and the key by which answers are equal."""

    teks: str
    kunci: str


@dataclass(frozen=True)
class Kolam:
    """Answers by question, from all regulations; at most a dozen different ones to each."""

    tawaran: Mapping[Pertanyaan, tuple[Tawaran, ...]]

    def others(self, question: Pertanyaan, right: Iterable[Tawaran]) -> tuple[Tawaran, ...]:
        """Answers of other regulations that are neither the right one nor sound like it."""
        known = tuple(right)
        return tuple(
            one
            for one in self.tawaran.get(question, ())
            if not any(alike(one, other) for other in known)
        )


def alike(one: Tawaran, other: Tawaran) -> bool:
    """Whether two answers may mean the same: a wrong answer must be wrong to every reader.

    Half of the words of the shorter one are enough: "Pimpinan Unit Organisasi" is a part of
    "Pimpinan Unit Organisasi dan/atau Perangkat Daerah pemohon".
    """
    if one.kunci == other.kunci:
        return True
    first, second = _words(one.teks), _words(other.teks)
    return 2 * len(first & second) >= min(len(first), len(second))


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold())) - _FILLERS


def collect(data: Iterable[tuple[DataDaerah, Rujuk]], kosakata: Kosakata) -> Kolam:
    """Gather the answers of all regulations, the first ones met of each kind."""
    found: dict[Pertanyaan, dict[str, Tawaran]] = {}
    for item, rujuk in data:
        for question, answer in _answers(item, kosakata, rujuk):
            known = found.setdefault(question, {})
            if len(known) < _TERBANYAK:
                known.setdefault(answer.kunci, answer)
    return Kolam({question: tuple(known.values()) for question, known in found.items()})


def _answers(
    data: DataDaerah, kosakata: Kosakata, rujuk: Rujuk
) -> Iterator[tuple[Pertanyaan, Tawaran]]:
    yield from _appraisers(data, kosakata, rujuk)
    for flow in data.mekanisme.mekanisme:
        actors = {actor.id: actor for actor in flow.pelaku}
        for step in flow.langkah:
            if step.dokumen:
                actor = actors[step.pelaku]
                yield (
                    ("pelaku", flow.jenis, step.dokumen),
                    Tawaran(actor.sebutan, actor.peran or actor.jabatan or actor.sebutan),
                )
    for letter in data.mekanisme.dokumen:
        for part in letter.memuat:
            yield ("isi", letter.dokumen), Tawaran(part.isi, part.isi.casefold())
    for line in data.peran.pertanggungjawaban:
        yield ("lapor", line.cara), Tawaran(line.kepada, line.jabatan)


def _appraisers(
    data: DataDaerah, kosakata: Kosakata, rujuk: Rujuk
) -> Iterator[tuple[Pertanyaan, Tawaran]]:
    seen: set[tuple[str, str]] = set()
    for unit, pola in units(data):
        if (unit.jenis, pola.id) in seen:
            continue
        seen.add((unit.jenis, pola.id))
        for jenjang in kosakata.jenjang:
            for office in ask(data, kosakata, rujuk, unit, pola, (jenjang,)).penilai:
                yield ("penilai", unit.jenis, jenjang), Tawaran(office.sebutan, office.jabatan)
