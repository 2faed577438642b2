"""Whose responsibility something is, and to whom one reports."""

from __future__ import annotations

from collections.abc import Iterator

from generator.materi.kolam import Kolam, Tawaran, near
from generator.materi.kuis.nilai import Rancangan, Soal, according_to, compose, contested
from generator.model import Kosakata, Pelaporan
from generator.pages.values import DaerahTerbit

_GROUP = "Peran dan pelaporan"
#: So many duties of each role are asked about.
_TANGGUNG_JAWAB = 3


def duties(daerah: DaerahTerbit, kosakata: Kosakata, _kolam: Kolam) -> Iterator[Soal]:
    """Whose responsibility one is, where no other role has one like it."""
    roles = daerah.data.peran.tanggung_jawab
    every = [(role.peran, part.isi) for role in roles for part in role.butir]
    for role in roles:
        asked = 0
        for number, part in enumerate(role.butir):
            elsewhere = any(other != role.peran and near(part.isi, one) for other, one in every)
            sources = tuple(map(daerah.rujuk, part.dasar))
            if elsewhere or asked == _TANGGUNG_JAWAB or contested(daerah, sources):
                continue
            asked += 1
            yield from compose(
                Rancangan(
                    f"tanggung-jawab-{role.peran}-{number}",
                    "Tanggung jawab",
                    f"Menurut rincian tanggung jawab dalam {daerah.data.daerah.judul_peraturan}, "
                    f"siapa yang “{part.isi}”?",
                    Tawaran(kosakata.peran[role.peran].nama, role.peran),
                    sources,
                ),
                [Tawaran(kosakata.peran[o.peran].nama, o.peran) for o in roles if o is not role],
                khusus=(),
            )


def reports(daerah: DaerahTerbit, _kosakata: Kosakata, kolam: Kolam) -> Iterator[Soal]:
    """To whom one reports, where each reporter has one recipient."""
    lines = daerah.data.peran.pertanggungjawaban
    asked: list[Pelaporan] = []
    for line in lines:
        sources = tuple(map(daerah.rujuk, line.dasar))
        if sum(_same(line, one) for one in lines) > 1 or contested(daerah, sources):
            continue
        if any(_again(line, one) for one in asked):
            continue
        asked.append(line)
        right = Tawaran(line.kepada, line.jabatan)
        when = f" {line.waktu}" if line.waktu else ""
        draft = Rancangan(
            f"lapor-{line.id}",
            _GROUP,
            f"Kepada siapa {_reporter(line)} melapor{when} {according_to(daerah)}?",
            right,
            sources,
        )
        yield from compose(draft, kolam.others(("lapor",), [right]))


def _same(one: Pelaporan, other: Pelaporan) -> bool:
    return (one.pelapor, one.cara) == (other.pelapor, other.cara)


def _again(one: Pelaporan, other: Pelaporan) -> bool:
    """Whether a line says no more than another: "Anggota tim" and "… sebagai anggota tim"."""
    return one.jabatan == other.jabatan and near(one.pelapor, other.pelapor)


def _reporter(line: Pelaporan) -> str:
    """The reporter with the way of working, unless the regulation's own words tell it.

    "Anggota tim" begins small in the middle of a sentence, "Pejabat Fungsional" does not.
    """
    first, _, rest = line.pelapor.partition(" ")
    name = f"{first.lower()} {rest}" if rest[:1].islower() else line.pelapor
    if ("tim" if line.cara == "tim" else "individu") in name.casefold():
        return name
    return f"{name} yang bekerja " + ("dalam tim" if line.cara == "tim" else "sendiri")
