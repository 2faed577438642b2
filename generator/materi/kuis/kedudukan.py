"""Who appraises whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.answer import Jawaban, Penjawab, Status, ask, units
from generator.materi.kolam import Kolam, Tawaran, office_answer, vague
from generator.materi.kuis.nilai import (
    BERTENTANGAN,
    TIDAK_DIATUR,
    Rancangan,
    Soal,
    according_to,
    compose,
)
from generator.model import JenisCatatan, Kosakata, PerangkatDaerah, Struktur
from generator.pages.values import DaerahTerbit


def appraisers(daerah: DaerahTerbit, kosakata: Kosakata, kolam: Kolam) -> Iterator[Soal]:
    """One question for each pattern and each answer in it, asked about its first unit."""
    seen: set[str] = set()
    alike: dict[tuple[str, ...], int] = {}
    for unit, pola in units(daerah.data):
        if pola.id in seen:
            continue
        seen.add(pola.id)
        for question in _pattern(daerah, kosakata, kolam, unit, pola):
            # Patterns that differ elsewhere may agree here, and a quiz should not repeat itself.
            key = (question.tanya.split(" di ")[0], *sorted(one.teks for one in question.pilihan))
            alike[key] = alike.get(key, 0) + 1
            if alike[key] == 1:
                yield question


def _pattern(
    daerah: DaerahTerbit, kosakata: Kosakata, kolam: Kolam, unit: PerangkatDaerah, pola: Struktur
) -> Iterator[Soal]:
    answers = {
        jenjang: ask(daerah.data, kosakata, daerah.rujuk, unit, pola, (jenjang,))
        for jenjang in kosakata.jenjang
    }
    rights = {jenjang: _plain(found) for jenjang, found in answers.items()}
    whole = len({one.kunci if one else "" for one in rights.values()}) == 1
    told: set[str] = set()
    for jenjang, right in rights.items():
        if right is None or right.kunci in told:
            continue
        told.add(right.kunci)
        whom = "Pejabat Fungsional dan Pelaksana" if whole else kosakata.jenjang[jenjang].nama
        found = answers[jenjang]
        notes = [one for one in found.catatan if one.jenis is JenisCatatan.BERTENTANGAN]
        draft = Rancangan(
            f"penilai-{unit.jenis}-{pola.id}-{jenjang}",
            "Kedudukan",
            f"Siapa penilai kinerja {whom} di {unit.nama} {according_to(daerah)}?",
            right,
            tuple(dict.fromkeys(s for one in found.penilai for s in one.dasar))
            or tuple(map(daerah.rujuk, unit.dasar)),
            f"{notes[0].judul}. {notes[0].uraian}" if right is BERTENTANGAN and notes else "",
        )
        yield from compose(draft, _wrong(kolam, unit.jenis, jenjang, found.penilai, right))


def _plain(found: Jawaban) -> Tawaran | None:
    """The one right answer; none where several hold under conditions."""
    if found.status is Status.BERTENTANGAN:
        return BERTENTANGAN
    if found.status is Status.TIDAK_DIATUR:
        return TIDAK_DIATUR
    (first, *rest) = found.penilai
    if rest or first.syarat:
        return None
    return office_answer(first)


def _wrong(
    kolam: Kolam, kind: str, jenjang: str, found: Sequence[Penjawab], right: Tawaran
) -> tuple[Tawaran, ...]:
    """Answers of other regulations; where the text is contested, each of its own alone."""
    own = [office_answer(one) for one in found]
    if right is BERTENTANGAN:
        return tuple({one.teks: Tawaran(f"Hanya {one.teks}", one.kunci) for one in own}.values())
    near = kolam.others(("penilai", kind, jenjang), [right, *own])
    far = kolam.others(("penilai",), [right, *own])
    return tuple(one for one in (*near, *far) if not vague(one))
