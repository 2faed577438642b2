"""What to watch out for: where the regulation contradicts itself or is silent."""

from __future__ import annotations

from collections.abc import Iterator

from generator.materi.halaman_slide import cut
from generator.materi.lama import open_with_first
from generator.materi.nilai import Keadaan, Modul, Poin, Slide
from generator.model import Catatan, JenisCatatan, Kosakata
from generator.pages.values import DaerahTerbit

#: The kind of note, its title and state, and when its first part is shown and when the others.
_KINDS: tuple[tuple[JenisCatatan, str, Keadaan, int, int], ...] = (
    (JenisCatatan.BERTENTANGAN, "Yang bertentangan dalam naskah", "bertentangan", 30, 90),
    (JenisCatatan.TIDAK_DIATUR, "Yang tidak diatur naskah", "tidak diatur", 60, 90),
)


def module(daerah: DaerahTerbit, _kosakata: Kosakata) -> Modul:
    """Contradictions and gaps, with the clauses they rest on."""
    return Modul(
        "perhatian",
        "Yang perlu diperhatikan",
        "Ketentuan yang bertentangan dan yang tidak diatur",
        tuple(_slides(daerah)),
    )


def _slides(daerah: DaerahTerbit) -> Iterator[Slide]:
    for kind, title, state, lama, rest in _KINDS:
        notes = [note for note in daerah.data.catatan if note.jenis is kind]
        if notes:
            points = tuple(_point(daerah, note, state) for note in notes)
            yield from open_with_first(cut(Slide(str(kind), title, lama, points)), rest)


def _point(daerah: DaerahTerbit, note: Catatan, state: Keadaan) -> Poin:
    sources = tuple(map(daerah.rujuk, note.dasar))
    return Poin(note.judul, sources, keadaan=state, uraian=note.uraian)
