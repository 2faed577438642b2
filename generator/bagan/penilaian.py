"""The smallest chart: you, and whoever appraises you."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from generator import links
from generator.answer import Penjawab
from generator.graph import Bagan, Kotak, Panah
from generator.model import Asal, Daerah, Kosakata

READER = "Anda"


def appraisal_id(offices: Sequence[Penjawab]) -> str:
    """The same for every answer that shows the same chart."""
    names = repr([(office.jabatan, office.sebutan, office.asal) for office in _distinct(offices)])
    return f"penilai-{hashlib.sha256(names.encode()).hexdigest()[:10]}"


def appraisal(offices: Sequence[Penjawab], daerah: Daerah, kosakata: Kosakata) -> Bagan:
    """The chart of one answer: a box for each appraiser, one for the reader, and their lines."""
    chart = appraisal_id(offices)
    above = _distinct(offices)
    relation = kosakata.relasi["penilaian"]
    reader = Kotak(links.box_id(chart, "anda"), READER, "individu", "kelompok")
    boxes = [_box(chart, number, office, kosakata) for number, office in enumerate(above, 1)]
    return Bagan(
        id=chart,
        slug=daerah.slug,
        daerah=daerah.nama,
        jenis="kedudukan",
        judul="Penilai kinerja Anda",
        keterangan="",
        kotak=(*boxes, reader),
        panah=tuple(
            Panah(
                id=f"garis-{chart}-{number}",
                dari=box.id,
                ke=reader.id,
                relasi="penilaian",
                nama=relation.nama,
                asal=office.asal,
                dasar=office.dasar,
            )
            for number, (box, office) in enumerate(zip(boxes, above, strict=True), 1)
        ),
    )


def _distinct(offices: Sequence[Penjawab]) -> list[Penjawab]:
    """Each office once, though several rules name it."""
    return list(
        {(office.jabatan, office.sebutan): office for office in reversed(offices)}.values()
    )[::-1]


def _box(chart: str, number: int, office: Penjawab, kosakata: Kosakata) -> Kotak:
    kind = kosakata.jenis_simpul[office.jabatan]
    same = office.sebutan.casefold() == kind.nama.casefold()
    return Kotak(
        id=links.box_id(chart, str(number)),
        judul=office.sebutan,
        jenis=office.jabatan,
        bentuk=kind.bentuk,
        rincian=() if same else (kind.singkat or kind.nama,),
        asal=Asal.REKONSTRUKSI if office.asal is Asal.REKONSTRUKSI else Asal.TEKS,
        dasar=office.dasar,
    )
