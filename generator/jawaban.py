"""Every answer of a regency at once: for each pattern, and each class of officials in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.answer import Jawaban, Rujuk, ask
from generator.bagan.penilaian import appraisal
from generator.graph import Bagan
from generator.model import DataDaerah, Kosakata

#: Instead of a class of officials: nobody has said which.
SEMUA_JENJANG = ""
#: By pattern and class of officials.
Daftar = Mapping[tuple[str, str], Jawaban]


def all_answers(data: DataDaerah, kosakata: Kosakata, rujuk: Rujuk) -> Daftar:
    """The answers that hold in every unit of a pattern; patterns without units have none."""
    return {
        (pola.id, jenjang): ask(
            data, kosakata, rujuk, pola.perangkat_daerah[0], pola, (jenjang,) if jenjang else ()
        )
        for pola in data.kedudukan.pola
        if pola.perangkat_daerah
        for jenjang in (SEMUA_JENJANG, *kosakata.jenjang)
    }


def charts(data: DataDaerah, kosakata: Kosakata, answers: Daftar) -> Iterator[Bagan]:
    """The small charts that these answers show, each once."""
    drawn = [
        appraisal(found.penilai, data.daerah, kosakata)
        for found in answers.values()
        if found.penilai
    ]
    yield from {chart.id: chart for chart in drawn}.values()
