"""Who does what in a flow, what follows a no, and where the text contradicts itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.bahasa import daftar
from generator.materi.kolam import Kolam, Tawaran, actor_answer
from generator.materi.kuis.nilai import (
    BERTENTANGAN,
    TIDAK_DIATUR,
    Rancangan,
    Soal,
    according_to,
    compose,
    contested,
)
from generator.materi.surat.langkah import receives
from generator.model import TIDAK_DIATUR as NOWHERE
from generator.model import TIDAK_TERBACA, Cabang, Kosakata, Langkah, Mekanisme
from generator.pages.values import DaerahTerbit

_GROUP = "Mekanisme kerja"
#: So many of each kind at most: flows are alike, and a quiz is not.
_TERBANYAK = 4
_SECOND_ACTOR = re.compile(r"^[^ ]+:|^(?:Dan/atau|Atau):|^Menerima\b|^Diberi\b")
#: What no regulation says; each would be a rule that a reader could look up.
_TAKEN_FOR_GRANTED = (
    Tawaran("Permohonan dianggap disetujui sesudah batas waktunya lewat", "dianggap setuju"),
    Tawaran("Penentuannya diserahkan kepada atasan kedua pihak", "atasan"),
    Tawaran("Pegawai yang bersangkutan dapat mengajukan keberatan", "keberatan"),
)


def actors(daerah: DaerahTerbit, _kosakata: Kosakata, kolam: Kolam) -> Iterator[Soal]:
    """Who makes a letter or a plan in a flow."""
    asked: dict[str, int] = {}
    for flow in daerah.data.mekanisme.mekanisme:
        for step in flow.langkah:
            if asked.get(step.dokumen or "", 0) < 2 and _asks(daerah, flow, step):
                for question in _actor(daerah, kolam, flow, step):
                    asked[step.dokumen or ""] = asked.get(step.dokumen or "", 0) + 1
                    yield question


def _actor(daerah: DaerahTerbit, kolam: Kolam, flow: Mekanisme, step: Langkah) -> Iterator[Soal]:
    people = {one.id: one for one in flow.pelaku}
    together = [people[one].sebutan for one in step.bersama]
    right = actor_answer(people[step.pelaku])
    # Where two send such a letter, only its recipient tells which one is meant.
    to = daftar([people[one].sebutan for one in step.kepada])
    whom = f" kepada {to}" if len(_makers(flow, step)) > 1 else ""
    if together:
        right = Tawaran(f"{right.teks} bersama {' dan '.join(together)}", right.kunci)
    others = [
        actor_answer(one)
        for one in flow.pelaku
        if one.id != step.pelaku and one.id not in step.bersama
    ]
    draft = Rancangan(
        f"langkah-{flow.id}-{step.id}",
        _GROUP,
        f"Pada alur “{flow.judul}”, siapa yang {_verb(step)}{whom} {according_to(daerah)}",
        right,
        tuple(map(daerah.rujuk, step.dasar)),
    )
    wrong = (*kolam.others(("pelaku", flow.jenis, step.dokumen or ""), [right]), *others)
    if not _unnamed(right):
        yield from compose(draft, [one for one in wrong if not _unnamed(one)])


def _makers(flow: Mekanisme, step: Langkah) -> set[str]:
    """Who makes such a letter in a flow, the maker of this one included."""
    return {one.pelaku for one in flow.langkah if one.dokumen == step.dokumen and not receives(one)}


def _verb(step: Langkah) -> str:
    return step.teks[:1].lower() + step.teks[1:]


def _unnamed(one: Tawaran) -> bool:
    """Whether an actor is one whom the text does not name."""
    return "tidak disebut" in one.teks.casefold()


def _asks(daerah: DaerahTerbit, flow: Mekanisme, step: Langkah) -> bool:
    """Whether a step can be asked about: one letter, one sender, and nobody doubts it."""
    makers = _makers(flow, step)
    here = f"langkah:{flow.id}/{step.id}"
    sources = tuple(map(daerah.rujuk, step.dasar))
    return (
        bool(step.dokumen)
        and step.asal == "teks"
        and _SECOND_ACTOR.match(step.teks) is None
        and (len(makers) == 1 or bool(step.kepada))
        and not any(here in note.menyentuh for note in daerah.data.catatan)
        and not contested(daerah, sources, f"mekanisme:{flow.id}")
    )


def refusals(daerah: DaerahTerbit, kosakata: Kosakata, _kolam: Kolam) -> Iterator[Soal]:
    """What the text says should a decision be no."""
    asked = 0
    for flow in daerah.data.mekanisme.mekanisme:
        if kosakata.jenis_mekanisme[flow.jenis].kelompok != "penugasan":
            continue
        if any(TIDAK_TERBACA in step.tujuan for step in flow.langkah):
            continue
        for step in flow.langkah:
            other = [branch for branch in step.bila if branch.label != "ya"]
            if len(other) == 1 and step.asal == "teks":
                found = () if asked == _TERBANYAK else _refusal(daerah, flow, step, other[0])
                for question in found:
                    asked += 1
                    yield question


def _refusal(
    daerah: DaerahTerbit, flow: Mekanisme, step: Langkah, branch: Cabang
) -> Iterator[Soal]:
    names = {one.id: one.sebutan for one in flow.pelaku}
    steps = {one.id: one for one in flow.langkah}
    then = steps.get(branch.ke)
    if then is None and branch.ke != NOWHERE:
        return
    right = Tawaran(f"{names[then.pelaku]} {_verb(then)}", "surat") if then else TIDAK_DIATUR
    sources = tuple(map(daerah.rujuk, (*step.dasar, *(then.dasar if then else ()))))
    if contested(daerah, sources, f"langkah:{flow.id}/{step.id}"):
        return
    draft = Rancangan(
        f"tolak-{flow.id}-{step.id}",
        "Penolakan",
        f"Pada alur “{flow.judul}”, {names[step.pelaku]} harus memutuskan: “{step.teks}” Apa yang "
        f"berlaku bila jawabannya “{branch.label}” {according_to(daerah)}",
        right,
        sources,
        "" if then else "Tidak ada klausa yang menyebut kelanjutannya.",
    )
    yield from compose(draft, _TAKEN_FOR_GRANTED)


def contradictions(daerah: DaerahTerbit, _kosakata: Kosakata, _kolam: Kolam) -> Iterator[Soal]:
    """Steps about which the text says two things; each contradiction is asked about once."""
    asked: set[str] = set()
    for flow in daerah.data.mekanisme.mekanisme:
        for step in flow.langkah:
            for note in contested(daerah, (), f"langkah:{flow.id}/{step.id}"):
                if note.id in asked or len(asked) >= _TERBANYAK or step.keputusan:
                    continue
                asked.add(note.id)
                yield from compose(
                    Rancangan(
                        f"tentang-{flow.id}-{step.id}-{note.id}",
                        "Pertentangan",
                        f"Pada alur “{flow.judul}” ada langkah “{step.teks}”. Apa yang dikatakan "
                        f"naskah tentang langkah itu {according_to(daerah)}",
                        BERTENTANGAN,
                        tuple(map(daerah.rujuk, note.dasar)),
                        f"{note.judul}. {note.uraian}",
                    ),
                    (Tawaran("Semua ketentuan mengaturnya dengan cara yang sama", "sama"),),
                )
