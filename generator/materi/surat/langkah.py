"""Which steps of a flow make a letter, and of which kind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.materi.surat.bentuk import BENTUK
from generator.model import TIDAK_DIATUR, Langkah, Mekanisme

_RECEIVES = re.compile(r"(?:Menerima|Diberi)\b")
_ANSWERS = re.compile(r"\bmenjawab\b", re.IGNORECASE)
_ORAL = re.compile(r"\blisan\b", re.IGNORECASE)
_VOLUNTARY = "sukarela"
_YES = "ya"
_EMPLOYEE = "pegawai"


def made(flow: Mekanisme) -> Iterator[tuple[Langkah, str]]:
    """The steps that make a letter, each with its kind.

    A step that only receives one counts where no step before it makes that kind: there is a letter,
    and nobody said who makes it.
    """
    given = {step.dokumen for step in flow.langkah if not receives(step)}
    for step in flow.langkah:
        kind = _kind(flow, step)
        if kind and (not receives(step) or step.dokumen not in given):
            yield step, kind


def receives(step: Langkah) -> bool:
    """Whether a step takes a letter that another has made."""
    return _RECEIVES.match(step.teks) is not None


def oral(step: Langkah) -> bool:
    """Whether the text says that something is said, not written."""
    return _ORAL.search(step.teks) is not None


def refuses(flow: Mekanisme, step: Langkah) -> bool:
    """Whether only an answer other than yes leads to a step."""
    before = [
        (branch.label, other)
        for other in flow.langkah
        for branch in other.bila
        if branch.ke == step.id
    ]
    return bool(before) and all(label != _YES for label, _ in before)


def unanswered(flow: Mekanisme) -> Iterator[Langkah]:
    """The decisions after which the text says nothing, should the answer be no."""
    for step in flow.langkah:
        if step.keputusan and any(branch.ke == TIDAK_DIATUR for branch in step.bila):
            yield step


def by_employee(flow: Mekanisme, step: Langkah) -> bool:
    """Whether the actor of a step is the employee."""
    return any(one.id == step.pelaku and one.peran == _EMPLOYEE for one in flow.pelaku)


def _kind(flow: Mekanisme, step: Langkah) -> str:
    """The key of a kind of letter, or nothing."""
    if step.dokumen in BENTUK:
        refused = step.dokumen == "surat_jawaban" and refuses(flow, step)
        return "surat_penolakan" if refused else step.dokumen
    if step.dokumen or step.keputusan:
        return ""
    if _ANSWERS.search(step.teks) and step.kepada:
        return "surat_penolakan" if refuses(flow, step) else "surat_jawaban"
    first = step is flow.langkah[0]
    asks = first and flow.jenis.startswith(_VOLUNTARY) and by_employee(flow, step)
    return "surat_permohonan_sukarela" if asks and not oral(step) else ""
