"""All questions about one regency."""

from __future__ import annotations

from generator.materi.kolam import Kolam
from generator.materi.kuis.alur import actors, contradictions, refusals
from generator.materi.kuis.kedudukan import appraisers
from generator.materi.kuis.nilai import Soal
from generator.materi.kuis.peran import duties, reports
from generator.materi.kuis.peraturan import in_force
from generator.materi.kuis.surat import contents, recipients
from generator.model import Kosakata
from generator.pages.values import DaerahTerbit

_KINDS = (
    in_force,
    appraisers,
    actors,
    recipients,
    contents,
    refusals,
    contradictions,
    duties,
    reports,
)


def questions(daerah: DaerahTerbit, kosakata: Kosakata, kolam: Kolam) -> tuple[Soal, ...]:
    """Every question about one regency that has enough plausible wrong answers."""
    found = (one for kind in _KINDS for one in kind(daerah, kosakata, kolam))
    return tuple({_said(one): one for one in reversed(tuple(found))}.values())[::-1]


def _said(question: Soal) -> tuple[str, ...]:
    """What a question asks a reader to look up: flows that rest on the same clause say the same."""
    right = next(one.teks for one in question.pilihan if one.benar)
    if question.kelompok == "Kedudukan":
        return (question.tanya,)
    return (question.kelompok, right, *sorted(one.klausa for one in question.dasar))
