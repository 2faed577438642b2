"""One made-up regency: its files, from a real one's."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bench.buatan import nama
from bench.buatan.asli import NOMOR, PENUTUP, Asli
from bench.buatan.kata import BAGIAN, as_written, cross, join, stand_ins
from bench.buatan.tukar import Tukar
from bench.buatan.tulis import as_yaml
from generator.cite import Naskah
from generator.naskah import parse

#: Lists whose order says nothing, each with the file it is in.
_UNORDERED = (
    ("kedudukan", ("pola", "aturan", "ketentuan")),
    ("penugasan", ("struktur", "aturan", "ketentuan")),
    ("mekanisme", ("mekanisme", "dokumen")),
    ("peran", ("pertanggungjawaban",)),
)
#: As many Pasal are added at most.
TAMBAHAN = 3


@dataclass(frozen=True)
class JatiDiri:
    """What a made-up regency is called, and what only it is: ``urutan`` counts from 0."""

    urutan: int
    tempat: str

    @property
    def slug(self) -> str:
        """Its part of every address."""
        return self.tempat.lower()

    @property
    def nomor(self) -> int:
        """The number of its regulation."""
        return 101 + self.urutan

    @property
    def kode(self) -> str:
        """A code that no region has: real ones begin with 11 or more."""
        return f"{self.urutan // 100:02d}.{self.urutan % 100:02d}"


def make_regency(asli: Asli, diri: JatiDiri, chance: random.Random) -> dict[str, str]:
    """Every file of a made-up regency by its path in the project."""
    said = _said(asli, diri, chance)
    added = _added_clauses(asli, said.kata, chance)
    data = _shuffled(asli.data, chance)
    data["kedudukan"] = _with_provisions(data["kedudukan"], added)
    source = _with_lines(said.sumber(asli), asli.sisip, added)
    data["koreksi"] = _moved(asli.data["koreksi"], asli.sisip, len(added))
    data["daerah"] = _identity(asli.data["daerah"], diri, said.kata, source)
    _sign_charts(data, diri.tempat)
    texts = {**said.naskah, "peraturan": _with_clauses(said.naskah["peraturan"], added)}
    return {
        f"regencies/{diri.slug}/sumber.txt": source,
        **{
            f"regencies/{diri.slug}/{name}.yaml": as_yaml(value, said.kata)
            for name, value in data.items()
        },
        **{f"content/peraturan/{diri.slug}/{name}.md": text for name, text in texts.items()},
    }


@dataclass(frozen=True)
class _Ucapan:
    """What a made-up regency says: words that stand for others, clauses exchanged, its texts."""

    kata: Mapping[str, str]
    tukar: Sequence[Tukar]
    naskah: Mapping[str, str]

    def sumber(self, asli: Asli) -> str:
        """The source that says the same."""
        lines = join(asli.sumber, self.kata).split("\n")
        for exchange in self.tukar:
            exchange.in_source(lines)
        return "\n".join(lines)


def _said(asli: Asli, diri: JatiDiri, chance: random.Random) -> _Ucapan:
    """Words and clauses in a way of their own in which every quotation holds.

    A quotation of one word no longer stands once where that word is now part of another.
    """
    while True:
        exchanges = [one for one in asli.tukar if chance.random() < BAGIAN]
        moved = {old: new for one in exchanges for old, new in one.jangkar.items()}
        words = _words(asli, diri, chance) | moved
        texts = {
            name: _exchanged(join(pieces, words), [one for one in exchanges if one.akar == name])
            for name, pieces in asli.naskah.items()
        }
        trees = {name: parse(text, name)[0] for name, text in texts.items()}
        naskah = Naskah(diri.slug, trees["peraturan"], trees.get("lampiran"))
        quoted = ((words.get(anchor, anchor), join(said, words)) for anchor, said in asli.kutipan)
        if all(_stands_once(" ".join(q.split()), naskah.teks[anchor]) for anchor, q in quoted):
            return _Ucapan(words, exchanges, texts)


def _exchanged(text: str, exchanges: Sequence[Tukar]) -> str:
    lines = text.split("\n")
    for exchange in exchanges:
        exchange.in_text(lines)
    return "\n".join(lines)


def _stands_once(quotation: str, text: str) -> bool:
    place = text.find(quotation)
    return place >= 0 and text.find(quotation, place + 1) < 0


def _words(asli: Asli, diri: JatiDiri, chance: random.Random) -> dict[str, str]:
    """Every word and number that another stands for, as they are written."""
    year = int(asli.data["daerah"]["peraturan"]["tahun"])
    other = year - chance.randint(1, 4)
    pairs = {
        **stand_ins(asli.biasa, chance),
        **{part: nama.person(chance).lower() for part in asli.nama},
        asli.tempat: nama.capital(diri.tempat, diri.urutan).lower(),
        asli.slug: diri.tempat.lower(),
    }
    years = {str(year): str(other), str(other): str(year)}
    return as_written(asli.kata, pairs) | years | {NOMOR: str(diri.nomor)}


@dataclass(frozen=True)
class _Tambahan:
    """A line that is added to the text; ``jangkar`` is empty for a heading."""

    teks: str
    jangkar: str = ""

    @property
    def isi(self) -> str:
        """The line without its label."""
        return self.teks.partition(" ")[2]


def _added_clauses(
    asli: Asli, words: Mapping[str, str], chance: random.Random
) -> tuple[_Tambahan, ...]:
    sentences = [join(pieces, words) for pieces in asli.kalimat]
    lines = []
    for number in range(asli.pasal + 1, asli.pasal + 1 + chance.randint(1, TAMBAHAN)):
        lines.append(_Tambahan(f"Pasal {number}"))
        lines += [
            _Tambahan(f"({ayat}) {cross(sentences, chance)}", f"pasal-{number}-ayat-{ayat}")
            for ayat in (1, 2)
        ]
    return tuple(lines)


def _with_clauses(text: str, added: Sequence[_Tambahan]) -> str:
    """The text with clauses before its ending, in the canonical layout."""
    lines = "".join(f"{line.teks}\n" if line.jangkar else f"\n{line.teks}\n" for line in added)
    return text.replace(f"\n{PENUTUP}\n", f"{lines}\n{PENUTUP}\n", 1)


def _with_lines(source: str, place: int, added: Sequence[_Tambahan]) -> str:
    """The source with the same clauses before the line ``place``, counted from 1."""
    lines = source.split("\n")
    return "\n".join([*lines[: place - 1], *(line.teks for line in added), *lines[place - 1 :]])


def _moved(ledger: Sequence[Mapping[str, Any]], place: int, count: int) -> list[dict[str, Any]]:
    """The corrections at their new lines."""
    return [
        {**entry, "baris": entry["baris"] + (count if entry["baris"] >= place else 0)}
        for entry in ledger
    ]


def _with_provisions(data: Mapping[str, Any], added: Sequence[_Tambahan]) -> dict[str, Any]:
    """What the added clauses say, as data that cites them."""
    provisions = [
        {
            "id": f"tambahan-{line.jangkar}",
            "isi": line.isi,
            "pola": ["semua"],
            "dasar": {"klausa": line.jangkar, "kutipan": line.isi},
        }
        for line in added
        if line.jangkar
    ]
    return {**data, "ketentuan": [*data.get("ketentuan", ()), *provisions]}


def _shuffled(data: Mapping[str, Any], chance: random.Random) -> dict[str, Any]:
    """The data with an order of its own in every list whose order says nothing."""
    found = dict(data)
    for file, keys in _UNORDERED:
        found[file] = dict(data[file])
        for key in keys:
            items = list(data[file].get(key, ()))
            chance.shuffle(items)
            found[file][key] = [_with_units(item, chance) for item in items]
    found["catatan"] = chance.sample(data["catatan"], len(data["catatan"]))
    return found


def _with_units(item: Mapping[str, Any], chance: random.Random) -> dict[str, Any]:
    units = list(item.get("perangkat_daerah", ()))
    if not units:
        return dict(item)
    chance.shuffle(units)
    return {**item, "perangkat_daerah": units}


def _sign_charts(data: Mapping[str, Any], place: str) -> None:
    """Name the place in the first box or lane of every chart, so that no two charts are alike."""
    for file, list_key, part in (
        ("kedudukan", "pola", "simpul"),
        ("penugasan", "struktur", "simpul"),
        ("mekanisme", "mekanisme", "pelaku"),
    ):
        for item in data[file][list_key]:
            item[part] = _signed(item[part], place)
    # Who appraises whom has charts of its own.
    for file in ("kedudukan", "penugasan"):
        for rule in data[file].get("aturan", ()):
            offices = rule["oleh"]
            rule["oleh"] = _signed(offices if isinstance(offices, list) else [offices], place)


def _signed(items: Sequence[Mapping[str, Any]], place: str) -> list[Mapping[str, Any]]:
    first, *others = items
    return [{**first, "sebutan": (*first["sebutan"], f" {place}")}, *others]


def _identity(
    data: Mapping[str, Any], diri: JatiDiri, words: Mapping[str, str], source: str
) -> dict[str, Any]:
    found = dict(_dated(data, words))
    found |= {"slug": diri.slug, "kode_wilayah": diri.kode}
    found["peraturan"] = {**found["peraturan"], "nomor": diri.nomor}
    digest = hashlib.sha256(source.encode()).hexdigest()
    found["sumber"] = {**found["sumber"], "sha256": digest}
    return found


def _dated(value: Any, words: Mapping[str, str]) -> Any:
    """The same value with its years and dates in the years that the text says now."""
    if isinstance(value, dict):
        return {key: _dated(item, words) for key, item in value.items()}
    if isinstance(value, list):
        return [_dated(item, words) for item in value]
    if isinstance(value, int):
        return int(words.get(str(value), value))
    if isinstance(value, str):
        year, dash, rest = value.partition("-")
        return f"{words.get(year, year)}{dash}{rest}" if year.isdigit() else value
    return value
