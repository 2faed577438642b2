"""The alignment of texts as open data: which clauses match, with scores, word by word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Literal

from pydantic import TypeAdapter

from generator.cite import Naskah, clause_source
from generator.compare import Kemiripan, Padanan, Selaras, SemuaKemiripan
from generator.exports.tulis import write_json

FOLDER = "data/padanan"


@dataclass(frozen=True)
class KlausaTerbit:
    """A clause: its anchor, its name, its address from the site's root."""

    klausa: str
    sebutan: str
    alamat: str


@dataclass(frozen=True)
class KataTerbit:
    """A run of words; ``lama`` joined over all runs is the text of the base, ``baru`` the other's.

    ``sebutan`` and ``rujukan`` (names of the region, numbers of clauses) do not count as different.
    """

    beda: Literal["sama", "bentuk", "sebutan", "rujukan", "hilang", "tambah"]
    lama: str
    baru: str


@dataclass(frozen=True)
class PadananTerbit:
    """Clauses that regulate the same; ``skor`` (0 to 1) is why they were matched.

    ``kemiripan`` (0 to 1) is the share of common words, ``beda`` whether any word of substance
    differs, ``pindah`` whether the place in the order or the part of the regulation does.
    """

    jenis: Literal["same", "changed", "moved", "split", "merged", "added", "missing"]
    kiri: tuple[KlausaTerbit, ...]
    kanan: tuple[KlausaTerbit, ...]
    skor: float
    kemiripan: float
    pindah: bool
    beda: bool
    kata: tuple[KataTerbit, ...]


@dataclass(frozen=True)
class KemiripanTerbit:
    """How alike two regulations are, 0 to 1: all of them, their bodies, their Lampiran."""

    seluruh: float
    peraturan: float
    lampiran: float


@dataclass(frozen=True)
class SelarasTerbit:
    """Two regulations side by side: the base (``dasar``), the other (``dengan``), the matches."""

    dasar: str
    dengan: str
    kemiripan: KemiripanTerbit
    padanan: tuple[PadananTerbit, ...]


def export_alignment(aligned: Selaras, kiri: Naskah, kanan: Naskah) -> Mapping[str, str]:
    """The file of a pair of regulations, by its path."""
    pair = aligned.kiri.slug, aligned.kanan.slug
    return {_path(*pair): write_json(asdict(publish(aligned, kiri, kanan)))}


def export_likeness(mirip: SemuaKemiripan) -> Mapping[str, str]:
    """The index of all pairs, with how alike they are, and the schema."""
    index = [
        {"dasar": a, "dengan": b, "kemiripan": asdict(_rounded(one)), "data": _path(a, b)}
        for (a, b), one in mirip.pasangan.items()
    ]
    return {
        f"{FOLDER}/index.json": write_json({"acuan": mirip.acuan or None, "pasangan": index}),
        "data/padanan.schema.json": write_json(TypeAdapter(SelarasTerbit).json_schema()),
    }


def _path(first: str, second: str) -> str:
    return f"{FOLDER}/{first}--{second}.json"


def publish(aligned: Selaras, kiri: Naskah, kanan: Naskah) -> SelarasTerbit:
    """An alignment as it is published."""
    matches = tuple(_match(match, kiri, kanan) for match in aligned.padanan)
    return SelarasTerbit(aligned.kiri.slug, aligned.kanan.slug, likeness(aligned), matches)


def likeness(aligned: Selaras) -> KemiripanTerbit:
    """The measures of how alike two regulations are, to three places."""
    return _rounded(Kemiripan.of(aligned))


def _rounded(mirip: Kemiripan) -> KemiripanTerbit:
    return KemiripanTerbit(
        round(mirip.seluruh, 3), round(mirip.peraturan, 3), round(mirip.lampiran, 3)
    )


def _match(match: Padanan, kiri: Naskah, kanan: Naskah) -> PadananTerbit:
    return PadananTerbit(
        match.jenis.value,
        _clauses(match.kiri, kiri),
        _clauses(match.kanan, kanan),
        match.skor,
        round(match.kemiripan, 3),
        match.pindah,
        match.beda,
        tuple(KataTerbit(run.beda.value, run.lama, run.baru) for run in match.kata),
    )


def _clauses(anchors: Sequence[str], naskah: Naskah) -> tuple[KlausaTerbit, ...]:
    sources = (clause_source(anchor, "", naskah) for anchor in anchors)
    return tuple(
        KlausaTerbit(one.klausa, one.sebutan, one.alamat.removeprefix("~/")) for one in sources
    )
