"""Resolve: a reference as written becomes clauses, each exactly one, or a reason why not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.naskah import Klausa
from generator.rujukan.nilai import Keadaan, Sasaran
from generator.rujukan.peta import Peta, Tempat
from generator.rujukan.pindai import Jalur, Ungkapan

#: Only these speak for themselves; that a BAB names its own number says nothing about a slip.
_SPEAKING = frozenset({"pasal", "ayat", "huruf", "angka"})


@dataclass(frozen=True)
class _Gagal:
    """Why a target is not exactly one clause."""

    label: str
    keadaan: Keadaan
    sebab: str


def resolve(ungkapan: Ungkapan, text: str, place: Tempat, peta: Peta) -> tuple[Sasaran, ...]:
    """Every target of a reference in order, what a range names between its ends included."""
    return tuple(_targets(ungkapan, text, place, peta))


def _targets(ungkapan: Ungkapan, text: str, place: Tempat, peta: Peta) -> Iterator[Sasaran]:
    before: Klausa | None = None
    for target in ungkapan.jalur:
        words = text[target.awal : target.akhir]
        found = _find(target, text, place, peta)
        if isinstance(found, _Gagal):
            yield Sasaran(
                target.awal, target.akhir, words, None, found.label, found.keadaan, found.sebab
            )
            before = None
            continue
        end = _describe(Sasaran(target.awal, target.akhir, words, None, ""), found, target, place)
        end = replace(end, jangkar=_anchor(found), label=_name(found, peta))
        if target.rentang and before is not None:
            between = peta.between(before, found)
            if between is None:
                reason = f"rentang dari {_name(before, peta)} ke {end.label} tidak berurutan"
                end = replace(end, jangkar=None, keadaan=Keadaan.TIDAK_PASTI, sebab=reason)
            start, stop = target.rentang
            for clause in between or ():
                yield Sasaran(start, stop, text[start:stop], _anchor(clause), _name(clause, peta))
        yield end
        before = found


def _find(target: Jalur, text: str, place: Tempat, peta: Peta) -> Klausa | _Gagal:
    here: Klausa | None = None
    for part in target.unsur:
        words = text[part.awal : part.akhir]
        candidates = peta.start(part, place) if here is None else peta.next(here, part)
        if len(candidates) != 1:
            around = "" if here is None else _name(here, peta)
            if here is None and part.jenis == "ayat":
                around = next((c.label for c in place[0] if c.jenis == "pasal"), "")
            return _failure(around, f"{part.jenis} {words.split()[-1]}", words, len(candidates))
        (here,) = candidates
    assert here is not None, "sebuah jalur mempunyai paling sedikit satu unsur"
    return here


def _failure(around: str, part: str, words: str, count: int) -> _Gagal:
    name = part if part.partition(" ")[0] in _SPEAKING else words
    label = f"{around} {name}".strip()
    label = label[0].upper() + label[1:]
    if count:
        return _Gagal(label, Keadaan.TIDAK_PASTI, f"ada {count} klausa bernama {label}")
    reason = f"{around} tidak mempunyai {name}" if around else f"{label} tidak ada"
    return _Gagal(label, Keadaan.TIDAK_ADA, reason)


def _describe(target: Sasaran, found: Klausa, path: Jalur, place: Tempat) -> Sasaran:
    last = path.unsur[-1]
    if found.jenis in _SPEAKING and any(found is clause for clause in place[0]):
        reason = "klausa ini menunjuk dirinya sendiri"
        return replace(target, keadaan=Keadaan.DIRI_SENDIRI, sebab=reason)
    if last.kurung and not found.label.endswith(")"):
        reason = f"ditulis dengan kurung, sedangkan labelnya “{found.label}”"
        return replace(target, keadaan=Keadaan.LABEL_LAIN, sebab=reason)
    return target


def _anchor(clause: Klausa) -> str:
    # The root of the Lampiran has no anchor of its own; its page has one.
    return clause.jangkar or clause.jenis


def _name(clause: Klausa, peta: Peta) -> str:
    return peta.naskah.sebutan.get(clause.jangkar) or clause.jenis.capitalize()
