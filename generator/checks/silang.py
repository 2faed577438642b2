"""Names within one regency: given once, and found where another file uses them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.keadaan import is_situation
from generator.model import Kosakata
from generator.problems import Problem
from generator.read import Path_
from generator.regency import DaerahTerbaca

ALL = "semua"


def check_names(daerah: DaerahTerbaca, kosakata: Kosakata) -> Iterator[Problem]:
    """Ids are unique in their list, and patterns, flows and notes point at things that exist."""
    data = daerah.data
    lists: tuple[tuple[str, str, Iterable[str]], ...] = (
        ("kedudukan", "pola", (item.id for item in data.kedudukan.pola)),
        ("penugasan", "struktur", (item.id for item in data.penugasan.struktur)),
        ("kedudukan", "aturan", (item.id for item in data.kedudukan.aturan)),
        ("penugasan", "aturan", (item.id for item in data.penugasan.aturan)),
        ("peran", "aturan", (item.id for item in data.peran.aturan)),
        ("kedudukan", "ketentuan", (item.id for item in data.kedudukan.ketentuan)),
        ("penugasan", "ketentuan", (item.id for item in data.penugasan.ketentuan)),
        ("mekanisme", "mekanisme", (item.id for item in data.mekanisme.mekanisme)),
        ("peran", "pertanggungjawaban", (item.id for item in data.peran.pertanggungjawaban)),
    )
    for file, key, ids in lists:
        yield from _unique(daerah, file, (key,), ids)
    yield from _unique(daerah, "catatan", (), (note.id for note in data.catatan))
    yield from _patterns(daerah)
    yield from _notes(daerah, kosakata)


def _unique(daerah: DaerahTerbaca, file: str, path: Path_, ids: Iterable[str]) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, name in enumerate(ids):
        if name in seen:
            yield Problem(
                daerah.berkas.place(file, (*path, index, "id")),
                f"id “{name}” sudah dipakai",
                "beri id lain",
            )
        seen.add(name)


def _patterns(daerah: DaerahTerbaca) -> Iterator[Problem]:
    data = daerah.data
    known = {item.id for item in data.kedudukan.pola}
    uses: tuple[tuple[str, str, Iterable[tuple[str, ...]], bool], ...] = (
        ("kedudukan", "aturan", (rule.pola for rule in data.kedudukan.aturan), True),
        ("penugasan", "aturan", (rule.pola for rule in data.penugasan.aturan), True),
        ("peran", "aturan", (rule.pola for rule in data.peran.aturan), True),
        ("kedudukan", "ketentuan", (rule.pola for rule in data.kedudukan.ketentuan), True),
        ("penugasan", "ketentuan", (rule.pola for rule in data.penugasan.ketentuan), True),
        ("penugasan", "struktur", (item.pola for item in data.penugasan.struktur), False),
        ("mekanisme", "mekanisme", (flow.pola for flow in data.mekanisme.mekanisme), False),
    )
    for file, key, lists, all_allowed in uses:
        for index, names in enumerate(lists):
            for at, name in enumerate(names):
                if name not in known and not (all_allowed and name == ALL):
                    yield Problem(
                        daerah.berkas.place(file, (key, index, "pola", at)),
                        f"pola “{name}” tidak ada dalam kedudukan.yaml",
                        f"pilih salah satu: {', '.join(sorted(known))}",
                    )
    flows = {flow.id for flow in data.mekanisme.mekanisme}
    for index, letter in enumerate(data.mekanisme.dokumen):
        for at, name in enumerate(letter.mekanisme):
            if name not in flows:
                yield Problem(
                    daerah.berkas.place("mekanisme", ("dokumen", index, "mekanisme", at)),
                    f"mekanisme “{name}” tidak ada",
                    f"pilih salah satu: {', '.join(sorted(flows))}",
                )


def targets(daerah: DaerahTerbaca) -> frozenset[str]:
    """Everything a note may touch, as ``kind:id``."""
    data = daerah.data
    rules = (*data.kedudukan.aturan, *data.penugasan.aturan, *data.peran.aturan)
    return frozenset(
        [f"pola:{item.id}" for item in data.kedudukan.pola]
        + [f"struktur:{item.id}" for item in data.penugasan.struktur]
        + [f"aturan:{rule.id}" for rule in rules]
        + [f"mekanisme:{flow.id}" for flow in data.mekanisme.mekanisme]
        + [
            f"langkah:{flow.id}/{step.id}"
            for flow in data.mekanisme.mekanisme
            for step in flow.langkah
        ]
    )


def _notes(daerah: DaerahTerbaca, kosakata: Kosakata) -> Iterator[Problem]:
    known = targets(daerah)
    for index, note in enumerate(daerah.data.catatan):
        for at, target in enumerate(note.menyentuh):
            if target not in known and not is_situation(target, kosakata):
                yield Problem(
                    daerah.berkas.place("catatan", (index, "menyentuh", at)),
                    f"“{target}” tidak ada",
                    "tulis seperti pola:<id>, aturan:<id>, langkah:<mekanisme>/<langkah>, "
                    "atau keadaan:<pilihan>",
                )
