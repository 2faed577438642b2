"""What a question is, and how its wrong answers are chosen."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator.graph import Sumber
from generator.materi.kolam import Tawaran, alike
from generator.materi.nilai import Keadaan
from generator.model import Catatan, JenisCatatan
from generator.pages.values import DaerahTerbit

#: Answers offered, the right one included; a question with fewer than the second is not asked.
PILIHAN = 4
_PALING_SEDIKIT = 3

BERTENTANGAN = Tawaran("Naskah memuat ketentuan yang bertentangan tentang hal ini", "bertentangan")
TIDAK_DIATUR = Tawaran("Tidak diatur dalam naskah", "tidak diatur")


@dataclass(frozen=True)
class Pilihan:
    """An answer offered."""

    teks: str
    benar: bool


@dataclass(frozen=True)
class Soal:
    """A question with its answers, the reason for the right one, and the clauses it rests on.

    ``keadaan`` is "bertentangan" or "tidak diatur" where that is asked about.
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


@dataclass(frozen=True)
class Rancangan:
    """A question before its wrong answers are chosen."""

    id: str
    kelompok: str
    tanya: str
    benar: Tawaran
    dasar: tuple[Sumber, ...]
    pembahasan: str = ""
    keadaan: Keadaan = ""


def compose(
    draft: Rancangan,
    wrong: Sequence[Tawaran],
    *,
    khusus: Sequence[Tawaran] = (TIDAK_DIATUR, BERTENTANGAN),
    serupa: Callable[[Tawaran, Tawaran], bool] = alike,
) -> Iterator[Soal]:
    """The question, if there are enough answers that no reader can take for the right one.

    ``khusus`` may be offered too, as they are wrong here unless one of them is the right answer.
    ``serupa`` tells answers that may mean the same.
    """
    right = draft.benar
    chosen: list[Tawaran] = []
    for one in wrong:
        if not any(serupa(one, other) for other in (right, *chosen)):
            chosen.append(one)
    chosen = _mixed(draft.tanya, chosen[: PILIHAN - 1], [one for one in khusus if one != right])
    if len(chosen) + 1 < _PALING_SEDIKIT:
        return
    offered = [Pilihan(right.teks, True), *(Pilihan(one.teks, False) for one in chosen)]
    states: dict[Tawaran, Keadaan] = {BERTENTANGAN: "bertentangan", TIDAK_DIATUR: "tidak diatur"}
    yield Soal(
        draft.id,
        draft.kelompok,
        draft.tanya,
        tuple(sorted(offered, key=lambda one: _shuffled(draft.tanya, one.teks))),
        draft.pembahasan or right.teks,
        draft.dasar,
        states.get(right, draft.keadaan),
    )


def _mixed(question: str, chosen: list[Tawaran], special: Sequence[Tawaran]) -> list[Tawaran]:
    """Wrong answers with special ones where room is left, and now and then in place of another.

    Were they offered only where nothing else is, or where they are right, they would tell.
    """
    room = PILIHAN - 1 - len(chosen)
    if room or not special:
        return [*chosen, *special[:room]]
    turn = int(_shuffled(question, "")[:8], 16)
    return [*chosen[:-1], special[turn // 2 % len(special)]] if turn % 2 else chosen


def according_to(daerah: DaerahTerbit) -> str:
    """The words that say of whose regulation a question is."""
    return f"menurut {daerah.data.daerah.judul_peraturan}"


def contested(
    daerah: DaerahTerbit, sources: Sequence[Sumber], *touched: str
) -> tuple[Catatan, ...]:
    """Notes of a contradiction in the same clauses, or that touch what is asked about."""
    clauses = {one.klausa for one in sources}
    return tuple(
        note
        for note in daerah.data.catatan
        if note.jenis is JenisCatatan.BERTENTANGAN
        and (clauses & {one.klausa for one in note.dasar} or set(touched) & set(note.menyentuh))
    )


def _shuffled(question: str, answer: str) -> str:
    """A place that looks random and is the same in every build."""
    return hashlib.sha256(f"{question}|{answer}".encode()).hexdigest()
