"""Answer: who appraises, who may assign, to whom one reports, in a given unit.

One function serves the command, the directory of units and the comparison, so that they cannot
disagree. Rules are data (`model.Aturan`); nothing here knows any regency.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.bahasa import daftar
from generator.graph import Sumber
from generator.model import (
    Asal,
    Aturan,
    Catatan,
    Dasar,
    DataDaerah,
    JenisCatatan,
    Kosakata,
    PerangkatDaerah,
    Perihal,
    Struktur,
)

#: Stands in a rule's ``pola`` for every pattern of the regency.
SEMUA = "semua"

Rujuk = Callable[[Dasar], Sumber]


class Status(StrEnum):
    """Whether the regulation answers a question."""

    DIATUR = "diatur"
    TIDAK_DIATUR = "tidak diatur"
    BERTENTANGAN = "bertentangan"


@dataclass(frozen=True)
class Penjawab:
    """An office that answers a question, under a condition, with its citations.

    ``jabatan`` is a key of ``jenis_simpul``; ``untuk`` holds keys of ``jenjang``; ``asal`` says
    whether the rule was written so or reconstructed.
    """

    jabatan: str
    sebutan: str
    untuk: tuple[str, ...]
    syarat: str
    dasar: tuple[Sumber, ...]
    asal: Asal = Asal.TEKS


@dataclass(frozen=True)
class Jawaban:
    """Who appraises, assigns and is reported to, in one unit."""

    daerah: str
    unit: PerangkatDaerah
    pola: Struktur
    status: Status
    penilai: tuple[Penjawab, ...]
    penugas: tuple[Penjawab, ...]
    melapor_ke: tuple[Penjawab, ...]
    catatan: tuple[Catatan, ...]


@dataclass(frozen=True)
class UnitTidakDikenal:
    """No unit goes by that name; ``terdekat`` are the names most like it."""

    nama: str
    terdekat: tuple[str, ...]


@dataclass(frozen=True)
class Bernama:
    """A unit, its pattern, and every name it goes by, as words.

    ``kinds`` are the names of its kind, where the kind has one entry: they count only when they
    are the whole question ("Sekolah" does, "Sekolah Dasar Negeri 1" is another school). ``id`` is
    unique in its regency and stands in addresses.
    """

    id: str
    unit: PerangkatDaerah
    pola: Struktur
    names: tuple[tuple[str, ...], ...]
    kinds: tuple[tuple[str, ...], ...]


def units(data: DataDaerah) -> Iterator[tuple[PerangkatDaerah, Struktur]]:
    """Every unit that the regulation names, with its pattern."""
    for pola in data.kedudukan.pola:
        for unit in pola.perangkat_daerah:
            yield unit, pola


def rules(data: DataDaerah, perihal: Perihal, pola: str) -> Iterator[Aturan]:
    """The rules about one question that hold in one pattern."""
    for rule in (*data.kedudukan.aturan, *data.penugasan.aturan, *data.peran.aturan):
        if rule.perihal is perihal and (pola in rule.pola or SEMUA in rule.pola):
            yield rule


def ask(
    data: DataDaerah,
    kosakata: Kosakata,
    rujuk: Rujuk,
    unit: PerangkatDaerah,
    pola: Struktur,
    jenjang: Sequence[str] = (),
) -> Jawaban:
    """Answer for one unit; ``jenjang`` narrows it to some classes of officials."""
    found = {
        perihal: tuple(
            rule
            for rule in rules(data, perihal, pola.id)
            if not jenjang or set(jenjang) & set(rule.untuk)
        )
        for perihal in Perihal
    }
    return Jawaban(
        daerah=data.daerah.nama,
        unit=unit,
        pola=pola,
        status=_status(data, found[Perihal.PENILAI]),
        penilai=_answers(found[Perihal.PENILAI], kosakata, rujuk, jenjang),
        penugas=_answers(found[Perihal.PENUGAS], kosakata, rujuk, jenjang),
        melapor_ke=_answers(found[Perihal.MELAPOR], kosakata, rujuk, jenjang),
        catatan=_notes(data, [rule for some in found.values() for rule in some], pola),
    )


def find_unit(
    data: DataDaerah, kosakata: Kosakata, query: str
) -> tuple[PerangkatDaerah, Struktur] | UnitTidakDikenal:
    """Find a unit by its name, its usual names, or a name that holds one ("Puskesmas Boja 1")."""
    known = list(named(data, kosakata))
    words = _words(query, data)
    if words:
        for fits in (_same, _part_of, _holds):
            found = [
                item
                for item in known
                if any(fits(words, name) for name in item.names)
                or (fits is _same and words in item.kinds)
            ]
            if fits is _holds:
                found = _first(words, found)
            if len(found) == 1:
                return found[0].unit, found[0].pola
            if found and fits is _same:
                break
    return UnitTidakDikenal(query, _nearest(query, known))


def find_jenjang(kosakata: Kosakata, query: str) -> tuple[str, ...]:
    """The classes of officials that a word names; empty when it names none.

    "ahli muda" is one, "fungsional" is every class of it, "penyelia" is keterampilan.
    """
    wanted = _simple(query)
    for prefix in ("pejabat ", "jabatan ", "jf ", "fungsional "):
        if wanted.startswith(prefix) and wanted != prefix.strip():
            wanted = wanted.removeprefix(prefix)
    kinds = tuple(key for key, word in kosakata.jenjang.items() if word.jabatan == wanted)
    exact = tuple(
        key
        for key, word in kosakata.jenjang.items()
        if wanted
        in {
            _simple(key.replace("_", " ")),
            *(_simple(name) for name in (word.nama, word.singkat or "", *word.sebutan_lain)),
        }
    )
    return exact or kinds


def _status(data: DataDaerah, found: Sequence[Aturan]) -> Status:
    if not found:
        return Status.TIDAK_DIATUR
    touched = {f"aturan:{rule.id}" for rule in found}
    contested = any(
        note.jenis is JenisCatatan.BERTENTANGAN and touched & set(note.menyentuh)
        for note in data.catatan
    )
    return Status.BERTENTANGAN if contested else Status.DIATUR


def _notes(data: DataDaerah, found: Sequence[Aturan], pola: Struktur) -> tuple[Catatan, ...]:
    """The notes that bear on these rules or this pattern: what to know before relying on them."""
    touched = {f"aturan:{rule.id}" for rule in found} | {f"pola:{pola.id}"}
    return tuple(note for note in data.catatan if touched & set(note.menyentuh))


def _answers(
    found: Sequence[Aturan], kosakata: Kosakata, rujuk: Rujuk, jenjang: Sequence[str]
) -> tuple[Penjawab, ...]:
    return tuple(
        Penjawab(
            jabatan=office.jabatan,
            sebutan=office.sebutan,
            untuk=rule.untuk,
            syarat=_condition(rule, kosakata, narrowed=bool(jenjang)),
            dasar=tuple(rujuk(dasar) for dasar in rule.dasar),
            asal=rule.asal,
        )
        for rule in found
        for office in rule.oleh
    )


def _condition(rule: Aturan, kosakata: Kosakata, *, narrowed: bool) -> str:
    """For whom and when; "for whom" is left out when asked about one class, or it is everyone."""
    parts = []
    if not narrowed and set(rule.untuk) != set(kosakata.jenjang):
        parts.append("untuk " + _for_whom(rule, kosakata))
    if rule.syarat:
        parts.append(rule.syarat)
    return "; ".join(parts)


def _for_whom(rule: Aturan, kosakata: Kosakata) -> str:
    """The classes by name; every functional class together is "Pejabat Fungsional"."""
    functional = {key for key, word in kosakata.jenjang.items() if word.jabatan == "fungsional"}
    if set(rule.untuk) == functional:
        return "Pejabat Fungsional"
    return daftar([_short(kosakata, key) for key in rule.untuk])


def _short(kosakata: Kosakata, key: str) -> str:
    word = kosakata.jenjang[key]
    return (word.singkat or word.nama).lower()


def named(data: DataDaerah, kosakata: Kosakata) -> Iterator[Bernama]:
    """Every unit with the names it is found by, as words without `FILLERS` and `own_words`."""
    taken: set[str] = set()
    all_units = list(units(data))
    kinds = [unit.jenis for unit, _pola in all_units]
    for unit, pola in all_units:
        names = [unit.nama, *unit.sebutan_lain]
        kind = kosakata.jenis_unit[unit.jenis]
        alone = kinds.count(unit.jenis) == 1
        yield Bernama(
            _new_id(unit.nama, taken),
            unit,
            pola,
            tuple({_words(name, data): None for name in names}),
            tuple(_words(name, data) for name in (kind.nama, kind.singkat) if alone and name),
        )


def _new_id(name: str, taken: set[str]) -> str:
    """A name as part of an address; the second of two equal ones ends in 2."""
    plain = _simple(name).replace(" ", "-")
    number = 1
    while (found := plain if number == 1 else f"{plain}-{number}") in taken:
        number += 1
    taken.add(found)
    return found


def _same(query: tuple[str, ...], name: tuple[str, ...]) -> bool:
    return sorted(query) == sorted(name)


def _part_of(query: tuple[str, ...], name: tuple[str, ...]) -> bool:
    return set(query) < set(name)


def _holds(query: tuple[str, ...], name: tuple[str, ...]) -> bool:
    return bool(name) and set(name) <= set(query)


def _first(query: tuple[str, ...], found: Sequence[Bernama]) -> list[Bernama]:
    """Of the units whose names stand in the query, the one named first.

    "SMP Negeri 1 pada Dinas Pendidikan" is a school: the smaller unit is named before the larger.
    """
    places = [
        min(
            (min(query.index(word) for word in name), -len(name))
            for name in item.names
            if _holds(query, name)
        )
        for item in found
    ]
    return [item for item, place in zip(found, places, strict=True) if place == min(places)]


def _nearest(query: str, known: Sequence[Bernama]) -> tuple[str, ...]:
    names = {
        _simple(name): item.unit.nama
        for item in known
        for name in (item.unit.nama, *item.unit.sebutan_lain)
    }
    near = difflib.get_close_matches(_simple(query), names, n=5, cutoff=0.4)
    return tuple(dict.fromkeys(names[name] for name in near))


#: Words that tell no unit from another.
FILLERS = ("dan", "pada", "di", "kabupaten", "kota", "kab")


def own_words(data: DataDaerah) -> tuple[str, ...]:
    """The words of the regency's name, which tell none of its units from another."""
    return tuple(_simple(data.daerah.nama_singkat).split())


def _words(name: str, data: DataDaerah) -> tuple[str, ...]:
    """The words that tell a unit; the regency's own name adds nothing to them."""
    own = own_words(data)
    words = [word for word in _simple(name).split() if word not in FILLERS]
    return tuple(word for word in words if word not in own) or tuple(words)


def _simple(text: str) -> str:
    return " ".join(re.sub(r"[^0-9a-z]+", " ", text.casefold()).split())
