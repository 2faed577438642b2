"""Structure charts: lines join boxes that exist, no box stands alone, no line runs in a circle."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Kosakata, Struktur
from generator.problems import Problem
from generator.read import Path_
from generator.regency import DaerahTerbaca

#: The relation that makes the hierarchy; it must not run in a circle.
HIERARCHY = "kedudukan"


def check_structures(daerah: DaerahTerbaca, _kosakata: Kosakata) -> Iterator[Problem]:
    """Check every structure of kedudukan and penugasan."""
    data = daerah.data
    for file, key, items in (
        ("kedudukan", "pola", data.kedudukan.pola),
        ("penugasan", "struktur", data.penugasan.struktur),
    ):
        for index, item in enumerate(items):
            yield from _check(daerah, file, (key, index), item)


def _check(daerah: DaerahTerbaca, file: str, path: Path_, struktur: Struktur) -> Iterator[Problem]:
    place = daerah.berkas.place
    known: set[str] = set()
    for at, box in enumerate(struktur.simpul):
        if box.id in known:
            yield Problem(
                place(file, (*path, "simpul", at, "id")),
                f"simpul “{box.id}” ditulis dua kali",
                "beri id lain",
            )
        known.add(box.id)
    joined: set[str] = set()
    for at, line in enumerate(struktur.garis):
        for end in ("dari", "ke"):
            name = getattr(line, end)
            joined.add(name)
            if name not in known:
                yield Problem(
                    place(file, (*path, "garis", at, end)),
                    f"simpul “{name}” tidak ada dalam “{struktur.id}”",
                    f"pilih salah satu: {', '.join(sorted(known))}",
                )
        if line.dari == line.ke:
            yield Problem(
                place(file, (*path, "garis", at, "ke")),
                f"garis dari “{line.dari}” ke dirinya sendiri",
                "hapus garis ini atau perbaiki ujungnya",
            )
    for at, box in enumerate(struktur.simpul):
        if len(known) > 1 and box.id not in joined:
            yield Problem(
                place(file, (*path, "simpul", at, "id")),
                f"simpul “{box.id}” tidak dihubungkan oleh garis mana pun",
                "tambahkan garis, atau hapus simpul itu",
            )
    if circle := _circle(struktur):
        yield Problem(
            place(file, (*path, "garis")),
            f"garis kedudukan berputar: {' → '.join(circle)}",
            "atasan tidak dapat berada di bawah bawahannya sendiri",
        )


def _circle(struktur: Struktur) -> list[str]:
    """A circle in the hierarchy, empty when there is none."""
    below: dict[str, list[str]] = {}
    for line in struktur.garis:
        if line.relasi == HIERARCHY and line.dari != line.ke:
            below.setdefault(line.dari, []).append(line.ke)
    done: set[str] = set()

    def visit(name: str, way: list[str]) -> list[str]:
        if name in way:
            return [*way[way.index(name) :], name]
        if name in done:
            return []
        for child in below.get(name, ()):
            if found := visit(child, [*way, name]):
                return found
        done.add(name)
        return []

    for name in below:
        if found := visit(name, []):
            return found
    return []
