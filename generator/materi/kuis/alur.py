"""Who does what in a flow, what follows a no, and where the text contradicts itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.bahasa import daftar
from generator.materi.kolam import Kolam, Tawaran, actor_answer, near, refusal_answer
from generator.materi.kuis.nilai import (
    TIDAK_DIATUR,
    Rancangan,
    Soal,
    according_to,
    compose,
    contested,
)
from generator.materi.surat.langkah import receives
from generator.model import TIDAK_DIATUR as NOWHERE
from generator.model import (
    TIDAK_TERBACA,
    Cabang,
    Catatan,
    JenisCatatan,
    Kosakata,
    Langkah,
    Mekanisme,
)
from generator.pages.values import DaerahTerbit

_GROUP = "Mekanisme kerja"
#: So many of each kind at most: flows are alike, and a quiz is not.
_TERBANYAK = 4
#: So many of the clauses that disagree are named.
_NAMED = 2
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
    taking_part = _makers(flow, step) | _helpers(flow, step)
    others = [actor_answer(one) for one in flow.pelaku if one.id not in taking_part]
    draft = Rancangan(
        f"langkah-{flow.id}-{step.id}",
        _GROUP,
        f"Pada alur “{flow.judul}” {according_to(daerah)}, siapa yang {_verb(step)}{whom}?",
        right,
        tuple(map(daerah.rujuk, step.dasar)),
    )
    wrong = (*kolam.others(("pelaku", flow.jenis, step.dokumen or ""), [right]), *others)
    if not _unnamed(right):
        yield from compose(draft, [one for one in wrong if not _unnamed(one)])


def _makers(flow: Mekanisme, step: Langkah) -> set[str]:
    """Who makes such a letter in a flow, the maker of this one included."""
    return {one.pelaku for one in flow.langkah if one.dokumen == step.dokumen and not receives(one)}


def _helpers(flow: Mekanisme, step: Langkah) -> set[str]:
    """With whom such a letter is made anywhere in a flow."""
    alike = (one for one in flow.langkah if one.dokumen == step.dokumen)
    return {who for one in alike for who in one.bersama}


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


def refusals(daerah: DaerahTerbit, kosakata: Kosakata, kolam: Kolam) -> Iterator[Soal]:
    """What the text says should a decision be no."""
    asked = 0
    elsewhere = kolam.others(("tolak",), ())
    for flow in daerah.data.mekanisme.mekanisme:
        if kosakata.jenis_mekanisme[flow.jenis].kelompok != "penugasan":
            continue
        if any(TIDAK_TERBACA in step.tujuan for step in flow.langkah):
            continue
        for step in flow.langkah:
            other = [branch for branch in step.bila if branch.label != "ya"]
            if len(other) == 1 and step.asal == "teks":
                found = list(_refusal(daerah, flow, step, other[0], asked, elsewhere))
                yield from found[: _TERBANYAK - asked]
                asked = min(_TERBANYAK, asked + len(found))


def _refusal(
    daerah: DaerahTerbit,
    flow: Mekanisme,
    step: Langkah,
    branch: Cabang,
    number: int,
    elsewhere: Sequence[Tawaran],
) -> Iterator[Soal]:
    people = {one.id: one for one in flow.pelaku}
    steps = {one.id: one for one in flow.langkah}
    then = steps.get(branch.ke)
    if then is None and branch.ke != NOWHERE:
        return
    right = refusal_answer(people[then.pelaku], then) if then else TIDAK_DIATUR
    who = daftar([people[one].sebutan for one in (step.pelaku, *step.bersama)])
    sources = tuple(map(daerah.rujuk, (*step.dasar, *(then.dasar if then else ()))))
    if contested(daerah, sources, f"langkah:{flow.id}/{step.id}"):
        return
    draft = Rancangan(
        f"tolak-{flow.id}-{step.id}",
        "Penolakan",
        f"Pada alur “{flow.judul}” {according_to(daerah)}, apa yang berlaku bila jawaban {who} "
        f"atas “{step.teks}” adalah “{branch.label}”?",
        right,
        sources,
        "" if then else "Tidak ada klausa yang menyebut kelanjutannya.",
    )
    # A letter as elsewhere is plausible where the text is silent, and silence where it is not.
    turn = number % len(_TAKEN_FOR_GRANTED)
    assumed = (*_TAKEN_FOR_GRANTED[turn:], *_TAKEN_FOR_GRANTED[:turn])
    first = (TIDAK_DIATUR,) if then else tuple(elsewhere[number:] or elsewhere)[:1]
    yield from compose(draft, (*first, *assumed), khusus=())


def contradictions(daerah: DaerahTerbit, _kosakata: Kosakata, _kolam: Kolam) -> Iterator[Soal]:
    """What clauses disagree about; wrong answers are what other clauses disagree about."""
    notes = [one for one in daerah.data.catatan if one.jenis is JenisCatatan.BERTENTANGAN]
    in_flows = [one for one in notes if any(at.startswith("langkah:") for at in one.menyentuh)]
    asked = 0
    for note in dict.fromkeys((*in_flows, *notes)):
        others = [one for one in notes if _apart(note, one)]
        turned = others[asked:] + others[:asked]
        found = list(_contradiction(daerah, note, turned)) if asked < _TERBANYAK else []
        asked += len(found)
        yield from found


def _contradiction(
    daerah: DaerahTerbit, note: Catatan, others: Sequence[Catatan]
) -> Iterator[Soal]:
    first, *rest = map(daerah.rujuk, note.dasar)
    names = list(dict.fromkeys(one.sebutan for one in rest if one.klausa != first.klausa))
    if len(names) > _NAMED + 1:
        names[_NAMED:] = [f"{len(names) - _NAMED} klausa lain"]
    if not names:
        return
    draft = Rancangan(
        f"bertentangan-{note.id}",
        "Pertentangan",
        f"Dalam {daerah.data.daerah.judul_peraturan}, {first.sebutan} berbunyi “{first.kutipan}”. "
        f"Bersama {daftar(names)}, klausa itu memuat ketentuan yang bertentangan. Tentang apa?",
        Tawaran(note.judul, note.id),
        (first, *rest),
        note.uraian,
        "bertentangan",
    )
    wrong = [Tawaran(one.judul, one.id) for one in others]
    yield from compose(draft, wrong, khusus=(), serupa=lambda one, two: near(one.teks, two.teks))


def _apart(one: Catatan, other: Catatan) -> bool:
    """Whether two notes speak of different clauses, none of which stands within another."""
    return not any(
        f"{a.klausa}-".startswith(f"{b.klausa}-") or f"{b.klausa}-".startswith(f"{a.klausa}-")
        for a in one.dasar
        for b in other.dasar
    )
