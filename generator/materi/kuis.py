"""Questions made from the data, with wrong answers that are right elsewhere.

Only what the text says once and plainly is asked as such. What it contradicts or leaves open is
asked only in a form that says so.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.answer import Penjawab, Status, ask, units
from generator.graph import Sumber
from generator.materi.kolam import Kolam, Tawaran, alike
from generator.materi.nilai import Keadaan
from generator.model import Catatan, JenisCatatan, Kosakata, Langkah, Mekanisme
from generator.pages.values import DaerahTerbit

#: Answers offered, the right one included; a question with fewer is not asked.
PILIHAN = 4
_PALING_SEDIKIT = 3

_CONTESTED = Tawaran("Naskah memuat ketentuan yang bertentangan tentang hal ini", "bertentangan")
_SILENT = Tawaran("Tidak diatur dalam naskah", "tidak diatur")


@dataclass(frozen=True)
class Pilihan:
    """An answer offered."""

    teks: str
    benar: bool


@dataclass(frozen=True)
class Soal:
    """A question with its answers, the reason for the right one, and the clauses it rests on.

    ``keadaan`` is "bertentangan" or "tidak diatur" where that is the right answer.
    """

    id: str
    kelompok: str
    tanya: str
    pilihan: tuple[Pilihan, ...]
    pembahasan: str
    dasar: tuple[Sumber, ...]
    keadaan: Keadaan = ""

    @property
    def kunci(self) -> str:
        """The letter of the right answer."""
        return "ABCDEFGH"[next(i for i, one in enumerate(self.pilihan) if one.benar)]


def questions(daerah: DaerahTerbit, kosakata: Kosakata, kolam: Kolam) -> tuple[Soal, ...]:
    """Every question about one regency that has enough plausible wrong answers."""
    found = (
        *_appraisers(daerah, kosakata, kolam),
        *_actors(daerah, kosakata, kolam),
        *_contents(daerah, kosakata, kolam),
        *_reports(daerah, kolam),
    )
    return tuple({question.tanya: question for question in found}.values())


def _appraisers(daerah: DaerahTerbit, kosakata: Kosakata, kolam: Kolam) -> Iterator[Soal]:
    """Who appraises: one question for each unit and each class that answers differently."""
    for unit, pola in units(daerah.data):
        told: set[str] = set()
        for jenjang, word in kosakata.jenjang.items():
            found = ask(daerah.data, kosakata, daerah.rujuk, unit, pola, (jenjang,))
            right = _plain(found.status, found.penilai)
            if right is None or right.kunci in told:
                continue
            told.add(right.kunci)
            sources = tuple(dict.fromkeys(s for one in found.penilai for s in one.dasar))
            notes = [n for n in found.catatan if n.jenis is JenisCatatan.BERTENTANGAN]
            yield from _question(
                _Draft(
                    f"penilai-{unit.jenis}-{pola.id}-{jenjang}",
                    "Kedudukan",
                    f"Siapa penilai kinerja {word.nama} di {unit.nama} menurut "
                    f"{daerah.data.daerah.judul_peraturan}?",
                    right,
                    _why(right, notes),
                    sources,
                ),
                _offered(kolam, ("penilai", unit.jenis, jenjang), found.penilai, right),
            )


def _plain(status: Status, found: Sequence[Penjawab]) -> Tawaran | None:
    """The one right answer; none where several hold under conditions."""
    if status is Status.BERTENTANGAN:
        return _CONTESTED
    if status is Status.TIDAK_DIATUR:
        return _SILENT
    (first, *rest) = found
    if rest or first.syarat:
        return None
    return Tawaran(first.sebutan, first.jabatan)


def _offered(
    kolam: Kolam, question: tuple[str, ...], found: Sequence[Penjawab], right: Tawaran
) -> tuple[Tawaran, ...]:
    """Wrong answers; where the text is contested, each of its own answers alone is wrong too."""
    own = [Tawaran(one.sebutan, one.jabatan) for one in found]
    if right is _CONTESTED:
        return tuple({one.teks: one for one in own}.values())
    return kolam.others(question, [right, *own])


def _why(right: Tawaran, notes: Sequence[Catatan]) -> str:
    if right is _CONTESTED and notes:
        return f"{notes[0].judul}. {notes[0].uraian}"
    if right is _SILENT:
        return "Tidak ada klausa yang menyebutnya."
    return right.teks


def _actors(daerah: DaerahTerbit, kosakata: Kosakata, kolam: Kolam) -> Iterator[Soal]:
    """Who issues a letter in a flow."""
    for flow in daerah.data.mekanisme.mekanisme:
        actors = {actor.id: actor for actor in flow.pelaku}
        for step in flow.langkah:
            if not _asks(daerah, flow, step):
                continue
            actor = actors[step.pelaku]
            right = Tawaran(actor.sebutan, actor.peran or actor.jabatan or actor.sebutan)
            others = [
                Tawaran(one.sebutan, one.peran or one.jabatan or one.sebutan)
                for one in flow.pelaku
                if one.id != actor.id and one.id not in step.bersama
            ]
            yield from _question(
                _Draft(
                    f"langkah-{flow.id}-{step.id}",
                    "Mekanisme kerja",
                    f"Siapa pelaksana langkah “{step.teks}” pada alur “{flow.judul}” menurut "
                    f"{daerah.data.daerah.judul_peraturan}?",
                    right,
                    right.teks,
                    tuple(map(daerah.rujuk, step.dasar)),
                ),
                (*kolam.others(("pelaku", flow.jenis, step.dokumen or ""), [right]), *others),
            )


def _asks(daerah: DaerahTerbit, flow: Mekanisme, step: Langkah) -> bool:
    """Whether a step can be asked about: one letter, one sender, and nobody doubts it."""
    twice = sum(other.dokumen == step.dokumen for other in flow.langkah) > 1
    touched = {f"langkah:{flow.id}/{step.id}", f"mekanisme:{flow.id}"}
    doubted = any(touched & set(note.menyentuh) for note in daerah.data.catatan)
    return bool(step.dokumen) and step.asal == "teks" and not twice and not doubted


def _contents(daerah: DaerahTerbit, kosakata: Kosakata, kolam: Kolam) -> Iterator[Soal]:
    """What a letter must contain, among what other regencies ask of the same letter."""
    for letter in daerah.data.mekanisme.dokumen:
        own = [Tawaran(part.isi, part.isi.casefold()) for part in letter.memuat]
        for part, right in zip(letter.memuat, own, strict=True):
            yield from _question(
                _Draft(
                    f"isi-{letter.dokumen}-{letter.memuat.index(part)}",
                    "Surat",
                    f"Manakah yang termasuk isi minimum "
                    f"{kosakata.dokumen[letter.dokumen].nama.lower()} menurut "
                    f"{daerah.data.daerah.judul_peraturan}?",
                    right,
                    right.teks,
                    tuple(map(daerah.rujuk, part.dasar)),
                ),
                kolam.others(("isi", letter.dokumen), own),
            )


def _reports(daerah: DaerahTerbit, kolam: Kolam) -> Iterator[Soal]:
    """To whom one reports, where each reporter has one recipient."""
    lines = daerah.data.peran.pertanggungjawaban
    for line in lines:
        if sum((line.pelapor, line.cara) == (one.pelapor, one.cara) for one in lines) > 1:
            continue
        right = Tawaran(line.kepada, line.jabatan)
        way = "dalam tim kerja" if line.cara == "tim" else "secara individu"
        yield from _question(
            _Draft(
                f"lapor-{line.id}",
                "Peran dan pelaporan",
                f"Kepada siapa {line.pelapor} yang bekerja {way} melapor menurut "
                f"{daerah.data.daerah.judul_peraturan}?",
                right,
                right.teks,
                tuple(map(daerah.rujuk, line.dasar)),
            ),
            kolam.others(("lapor", line.cara), [right]),
        )


@dataclass(frozen=True)
class _Draft:
    """A question before its wrong answers are chosen."""

    id: str
    kelompok: str
    tanya: str
    benar: Tawaran
    pembahasan: str
    dasar: tuple[Sumber, ...]


def _question(draft: _Draft, wrong: Sequence[Tawaran]) -> Iterator[Soal]:
    """The question, if there are enough different wrong answers."""
    right = draft.benar
    chosen: list[Tawaran] = []
    for one in wrong:
        if len(chosen) < PILIHAN - 1 and not any(alike(one, other) for other in (right, *chosen)):
            chosen.append(one)
    if right is not _SILENT and len(chosen) < PILIHAN - 1:
        chosen.append(_SILENT)
    if len(chosen) + 1 < _PALING_SEDIKIT:
        return
    offered = [Pilihan(right.teks, True), *(Pilihan(one.teks, False) for one in chosen)]
    state: Keadaan = (
        "bertentangan" if right is _CONTESTED else "tidak diatur" if right is _SILENT else ""
    )
    yield Soal(
        draft.id,
        draft.kelompok,
        draft.tanya,
        tuple(sorted(offered, key=lambda one: _shuffled(draft.id, one.teks))),
        draft.pembahasan,
        draft.dasar,
        state,
    )


def _shuffled(question: str, answer: str) -> str:
    """A place that looks random and is the same in every build."""
    return hashlib.sha256(f"{question}|{answer}".encode()).hexdigest()
