"""Words side by side: which both texts have, which only one, which differ in form alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import groupby

from generator.compare.bobot import SIMPANAN
from generator.compare.nilai import Beda, Kata, Satuan

#: Words between two longer changes that both texts happen to share are not shown as shared.
PULAU = 2
_ATOM = r"""
    (?P<kepala>(?:bupati|wali\ ?kota|gubernur)\b)
  | (?P<wilayah>(?:(?:kabupaten|kota|provinsi)\ )?{wilayah}\b)
  | (?P<rujukan>{nomor}(?!(?:\ {nomor})*\ (?:peraturan|undang-undang|qanun|keputusan)\b))
  | (?P<pilihan>dan\ ?/\ ?atau\b)
  | (?P<kata>[^\s/]+/?|/)
"""
#: The number of a clause; before the name of another law it is that law's, and counts as a word.
_NOMOR = r"(?:pasal|ayat|huruf|angka)\ (?:\(\w{1,3}\)|\d+|[a-z](?!\w)\)?)"
_NOT_LETTERS = re.compile(r"[\W_]+")
_PUNCTUATION = " \n.,:;()[]“”\"'/"
_LABEL = "§"


@dataclass(frozen=True)
class _Atom:
    """A word as it stands, with the blanks after it, and the key by which it is compared."""

    teks: str
    kunci: str


@dataclass(frozen=True)
class HasilKata:
    """Two texts side by side, the words that both have, and all words of each."""

    kata: tuple[Kata, ...]
    sama: int
    kiri: int
    kanan: int


class Pembanding:
    """Compares texts of two regions; ``kiri`` and ``kanan`` are the regions' short names."""

    def __init__(self, kiri: str, kanan: str) -> None:
        self._kiri = kiri
        self._kanan = kanan

    def compare(self, kiri: Sequence[Satuan], kanan: Sequence[Satuan]) -> HasilKata:
        """Put the words of units next to each other.

        What is ``lama`` in the runs joins to the text of the left units, ``baru`` to the right's;
        a unit that repeats what another says is told after them.
        """
        lefts = [_atoms(unit.baris, self._kiri) for unit in kiri]
        rights = [_atoms(unit.baris, self._kanan) for unit in kanan]
        if len(lefts) > 1:
            kept, rest = _without_repeats(lefts, rights[0])
            return _sum(_result(kept, rights[0]), [_result(one, ()) for one in rest])
        if len(rights) > 1:
            kept, rest = _without_repeats(rights, lefts[0])
            return _sum(_result(lefts[0], kept), [_result((), one) for one in rest])
        return _result(lefts[0] if lefts else (), rights[0] if rights else ())


def _result(left: Sequence[_Atom], right: Sequence[_Atom]) -> HasilKata:
    runs, same = _align(left, right) if left and right else (list(_changed(left, right)), 0)
    return HasilKata(tuple(_joined(runs)), same, _words(left), _words(right))


def _sum(first: HasilKata, rest: Sequence[HasilKata]) -> HasilKata:
    every = [first, *rest]
    return HasilKata(
        tuple(run for one in every for run in one.kata),
        first.sama,
        sum(one.kiri for one in every),
        sum(one.kanan for one in every),
    )


def _without_repeats(
    many: Sequence[Sequence[_Atom]], one: Sequence[_Atom]
) -> tuple[list[_Atom], list[Sequence[_Atom]]]:
    """The units that share the words of one between them, joined; and those that repeat others.

    A unit that says again what another one says is told after them, as a whole.
    """
    keys = Counter(atom.kunci for atom in one)
    kept: list[int] = []
    for place in sorted(range(len(many)), key=lambda n: (-_shared(many[n], keys), n)):
        if not kept or 2 * _shared(many[place], keys) >= len(many[place]):
            kept.append(place)
            keys.subtract(atom.kunci for atom in many[place])
    rest = [atoms for place, atoms in enumerate(many) if place not in kept]
    return [atom for place in sorted(kept) for atom in many[place]], rest


def _shared(atoms: Sequence[_Atom], keys: Counter[str]) -> int:
    own = Counter(atom.kunci for atom in atoms)
    return sum(min(count, max(keys[key], 0)) for key, count in own.items())


def _words(atoms: Sequence[_Atom]) -> int:
    return sum(atom.kunci != _LABEL for atom in atoms)


@lru_cache(maxsize=64)
def _pattern(wilayah: str) -> re.Pattern[str]:
    text = _ATOM.format(wilayah=re.escape(wilayah), nomor=_NOMOR)
    return re.compile(rf"(?:{text})[^\w\s/]*(?:\s+[.,:;]+(?=\s|$))?\s*", re.IGNORECASE | re.VERBOSE)


@lru_cache(maxsize=SIMPANAN)
def _atoms(lines: tuple[tuple[str, str], ...], wilayah: str) -> tuple[_Atom, ...]:
    atoms: list[_Atom] = []
    for label, words in lines:
        if label:
            atoms.append(_Atom(f"{label} ", _LABEL))
        for match in _pattern(wilayah).finditer(f"{words}\n"):
            atoms.append(_Atom(match[0], _key(match[0], match.lastgroup or "kata")))
    return tuple(atoms)


def _key(text: str, kind: str) -> str:
    if kind == "kata":
        return text.casefold().strip(_PUNCTUATION)
    if kind == "rujukan":
        return f"§{text.split(maxsplit=1)[0].casefold()}"
    if kind == "pilihan":
        return "dan/atau"
    return f"§{kind}"


def _align(left: Sequence[_Atom], right: Sequence[_Atom]) -> tuple[list[Kata], int]:
    matcher = SequenceMatcher(
        None, [a.kunci for a in left], [a.kunci for a in right], autojunk=False
    )
    codes = matcher.get_opcodes()
    same = sum(_words(left[start:end]) for tag, start, end, *_right in codes if tag == "equal")
    # "antar unit" and "antarunit" are the same words.
    same += sum(
        min(_words(left[code[1] : code[2]]), _words(right[code[3] : code[4]]))
        for code in codes
        if code[0] == "replace" and _same_letters(left[code[1] : code[2]], right[code[3] : code[4]])
    )
    runs: list[Kata] = []
    for tag, start, end, begin, stop in _without_islands(codes):
        if tag == "equal":
            runs += map(_equal, left[start:end], right[begin:stop])
        else:
            runs += _changed(left[start:end], right[begin:stop])
    return runs, same


Kode = tuple[str, int, int, int, int]


def _without_islands(codes: Sequence[Kode]) -> list[Kode]:
    """Fold short shared runs into the changes around them, so that a reader sees phrases."""
    merged: list[Kode] = []
    for place, code in enumerate(codes):
        kept = code[0] == "equal" and not _island(codes, place)
        if kept or not merged or merged[-1][0] == "equal":
            merged.append(code if kept else ("replace", *code[1:]))
        else:
            last = merged.pop()
            merged.append(("replace", last[1], code[2], last[3], code[4]))
    return merged


def _island(codes: Sequence[Kode], place: int) -> bool:
    size = codes[place][2] - codes[place][1]
    if size > PULAU or not 0 < place < len(codes) - 1:
        return False
    return min(_size(codes[place - 1]), _size(codes[place + 1])) > 2 * size


def _size(code: Kode) -> int:
    return max(code[2] - code[1], code[4] - code[3])


def _equal(left: _Atom, right: _Atom) -> Kata:
    if left.teks.split() == right.teks.split():
        return Kata(Beda.SAMA, left.teks, right.teks)
    kinds = {"§kepala": Beda.SEBUTAN, "§wilayah": Beda.SEBUTAN}
    reference = left.kunci.startswith("§") and left.kunci != _LABEL
    kind = kinds.get(left.kunci, Beda.RUJUKAN if reference else Beda.BENTUK)
    if kind is not Beda.BENTUK and _plain(left.teks) == _plain(right.teks):
        kind = Beda.BENTUK
    return Kata(kind, left.teks, right.teks)


def _changed(left: Sequence[_Atom], right: Sequence[_Atom]) -> Iterator[Kata]:
    old, new = "".join(a.teks for a in left), "".join(a.teks for a in right)
    keys = {atom.kunci for atom in (*left, *right)}
    if _plain(old) == _plain(new) or keys <= {_LABEL, ""}:
        yield Kata(Beda.BENTUK, old, new)
    elif all(key.startswith("§") and key != _LABEL for key in keys) and left and right:
        yield Kata(Beda.RUJUKAN, old, new)
    else:
        if old:
            yield Kata(Beda.HILANG, old, "")
        if new:
            yield Kata(Beda.TAMBAH, "", new)


def _joined(runs: Iterable[Kata]) -> Iterator[Kata]:
    """Neighbouring runs of one kind as one."""
    for kind, parts in groupby(runs, key=lambda run: run.beda):
        group = list(parts)
        yield Kata(kind, "".join(p.lama for p in group), "".join(p.baru for p in group))


def _same_letters(left: Sequence[_Atom], right: Sequence[_Atom]) -> bool:
    return _plain("".join(a.teks for a in left)) == _plain("".join(a.teks for a in right))


def _plain(text: str) -> str:
    return _NOT_LETTERS.sub("", text.casefold())
