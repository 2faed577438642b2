"""A comparison as JSON and as a report for a terminal."""

from __future__ import annotations

import json
import textwrap
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal

from pydantic import TypeAdapter

from generator.compare import Jenis, Selaras
from generator.compare.perubahan import Perbandingan
from generator.compare.selisih import Change, Sisi
from generator.exports.padanan import KemiripanTerbit, likeness
from generator.graph import Sumber

#: Lines of a quotation on a terminal are no longer than this.
LEBAR = 96
_TITLES = {
    "aspek": "Jawaban yang berbeda",
    "struktur": "Struktur kedudukan",
    "alur": "Langkah alur",
    "hukum": "Peraturan lain yang disebut",
    "naskah": "Naskah",
}
Lingkup = Literal["naskah", "aspek", "struktur", "alur", "hukum"]


@dataclass(frozen=True)
class SumberTerbit:
    """A citation: the anchor and name of a clause, words of it verbatim, its address."""

    klausa: str
    sebutan: str
    kutipan: str
    alamat: str


@dataclass(frozen=True)
class SisiTerbit:
    """What one regulation says, and the clauses that say it."""

    teks: str
    dasar: tuple[SumberTerbit, ...]


@dataclass(frozen=True)
class PerubahanTerbit:
    """One difference; ``old`` is the base's side, ``new`` the other's, null where it is silent."""

    lingkup: Lingkup
    kind: Literal["same", "changed", "moved", "split", "merged", "added", "missing"]
    perihal: str
    old: SisiTerbit | None
    new: SisiTerbit | None
    pindah: bool
    kemiripan: float | None


@dataclass(frozen=True)
class PerbandinganTerbit:
    """What ``petakerja compare --json`` prints; no ``kemiripan`` when only aspects were asked."""

    dasar: str
    dengan: str
    aspek: tuple[str, ...]
    kemiripan: KemiripanTerbit | None
    perubahan: tuple[PerubahanTerbit, ...]


def compare_json(found: Perbandingan) -> str:
    """The comparison as one JSON object; its keys are a contract with whoever asks."""
    published = PerbandinganTerbit(
        found.dasar,
        found.dengan,
        found.aspek,
        likeness(found.selaras) if found.selaras else None,
        tuple(_change(change) for change in found.perubahan),
    )
    return json.dumps(asdict(published), ensure_ascii=False, indent=2)


def compare_schema() -> Mapping[str, str]:
    """The schema of that object, by its path in the site."""
    schema: Any = TypeAdapter(PerbandinganTerbit).json_schema()
    return {"data/perbandingan.schema.json": json.dumps(schema, ensure_ascii=False, indent=1)}


def compare_text(found: Perbandingan, names: Mapping[str, str]) -> str:
    """The comparison for a reader; ``names`` are the short names of both regencies by slug."""
    own, theirs = names[found.dasar], names[found.dengan]
    lines = [f"{own} (dasar) dibandingkan dengan {theirs}"]
    if found.selaras:
        lines += _summary(found.selaras)
    for scope, title in _TITLES.items():
        changes = [change for change in found.perubahan if change.lingkup == scope]
        if changes:
            lines += ["", f"{title} ({len(changes)})", ""]
            lines += [line for change in changes for line in _lines(change, own, theirs)]
    if not found.perubahan:
        lines += ["", "Tidak ada perbedaan."]
    return "\n".join(lines)


def _summary(aligned: Selaras) -> Iterator[str]:
    alike = likeness(aligned)
    yield (
        f"Kemiripan naskah {_percent(alike.seluruh)} (batang tubuh {_percent(alike.peraturan)}, "
        f"Lampiran {_percent(alike.lampiran)}): bagian kata yang sama dari semua kata."
    )
    counts = Counter(match.jenis for match in aligned.padanan)
    yield "Klausa: " + ", ".join(
        f"{counts[kind]} {_words('', '')[kind].strip()}" for kind in Jenis if counts[kind]
    )


def _lines(change: Change, own: str, theirs: str) -> Iterator[str]:
    moved = ", lain tempat" if change.pindah and change.kind is not Jenis.PINDAH else ""
    alike = ""
    if change.kemiripan is not None and change.old and change.new:
        alike = f", {_percent(change.kemiripan)} kata sama"
    yield f"- {change.perihal}: {_words(own, theirs)[change.kind]}{moved}{alike}"
    for name, side in ((own, change.old), (theirs, change.new)):
        if side is None:
            if change.lingkup == "aspek":
                yield f"    {name}: tidak diatur"
            continue
        yield from _side(name, side, change.lingkup)


def _side(name: str, side: Sisi, scope: str) -> Iterator[str]:
    if scope == "naskah":
        clauses = ", ".join(source.sebutan for source in side.dasar)
        yield from _wrapped(f"{name}, {clauses}: “{side.teks}”", "    ")
        return
    if scope in ("aspek", "alur"):
        yield from _wrapped(f"{name}: {side.teks}", "    ")
    for source in side.dasar:
        yield from _wrapped(f"{name}, {source.sebutan}: “{source.kutipan}”", "      ")


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(text, LEBAR, initial_indent=indent, subsequent_indent=f"{indent}  ")


def _words(own: str, theirs: str) -> Mapping[Jenis, str]:
    there = f" di {theirs}" if theirs else " di pembanding"
    here = f" di {own}" if own else " di dasar"
    return {
        Jenis.SAMA: "sama",
        Jenis.BERUBAH: "berbeda",
        Jenis.PINDAH: "lain tempat",
        Jenis.DIPECAH: f"dibagi ke beberapa klausa{there}",
        Jenis.DIGABUNG: f"dihimpun dalam satu klausa{there}",
        Jenis.TAMBAHAN: f"tidak ada{here}",
        Jenis.TIDAK_ADA: f"tidak ada{there}",
    }


def _percent(value: float) -> str:
    return f"{value * 100:.0f}%"


def _change(change: Change) -> PerubahanTerbit:
    return PerubahanTerbit(
        _scope(change.lingkup),
        change.kind.value,
        change.perihal,
        _published(change.old),
        _published(change.new),
        change.pindah,
        change.kemiripan,
    )


def _scope(name: str) -> Lingkup:
    match name:
        case "naskah" | "aspek" | "struktur" | "alur" | "hukum":
            return name
        case other:
            raise ValueError(other)


def _published(side: Sisi | None) -> SisiTerbit | None:
    if side is None:
        return None
    return SisiTerbit(side.teks, tuple(_source(source) for source in side.dasar))


def _source(source: Sumber) -> SumberTerbit:
    address = source.alamat.removeprefix("~/")
    return SumberTerbit(source.klausa, source.sebutan, source.kutipan, address)
