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
    return tuple({one.tanya: one for one in found}.values())
