"""Exercises: questions with their key, evenly from all parts of the session."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from generator.materi.kuis import Soal
from generator.materi.nilai import LAMA, Modul, Poin, Slide

#: How many questions a session of 30, 60 and 90 minutes asks.
_BANYAK = dict(zip(LAMA, (3, 5, 10), strict=True))


def module(questions: Sequence[Soal]) -> Modul:
    """Each question on a slide, its answer on the next."""
    chosen = evenly(questions)[: max(_BANYAK.values())]
    slides = [slide for number, one in enumerate(chosen, 1) for slide in _slides(number, one)]
    return Modul("latihan", "Latihan", "Soal dan pembahasannya", tuple(slides))


def evenly(questions: Sequence[Soal]) -> list[Soal]:
    """The questions in an order that takes one of each part in turn, spread over each part."""
    groups: dict[str, list[Soal]] = {}
    for question in sorted(questions, key=lambda one: one.id[::-1]):
        groups.setdefault(question.kelompok, []).append(question)
    return [one for turn in zip_longest(*groups.values()) for one in turn if one is not None]


def _slides(number: int, question: Soal) -> Iterator[Slide]:
    lama = next(time for time, count in _BANYAK.items() if number <= count)
    letters = "ABCDEFGH"
    answers = tuple(
        Poin(f"{letters[index]}. {one.teks}") for index, one in enumerate(question.pilihan)
    )
    yield Slide(f"soal-{number}", f"Soal {number}", lama, (Poin(question.tanya, anak=answers),))
    right = next(one for one in question.pilihan if one.benar)
    key = Poin(f"{question.kunci}. {right.teks}", question.dasar, keadaan=question.keadaan)
    more = () if question.pembahasan == right.teks else (Poin(question.pembahasan),)
    yield Slide(
        id=f"jawaban-{number}",
        judul=f"Jawaban soal {number}",
        lama=lama,
        butir=(key, *more),
        menjawab=f"soal-{number}",
    )
