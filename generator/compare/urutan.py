"""Order: where each match stands for a reader of the base, and which clauses were moved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.compare.nilai import Bacaan, Jenis, Padanan, Satuan


def ordered(matches: Sequence[Padanan], kiri: Bacaan, kanan: Bacaan) -> list[Padanan]:
    """Matches in the order of the base; what only the other has follows what precedes it there."""
    left, right = places(kiri), places(kanan)
    partner: dict[int, int] = {}
    for match in matches:
        if match.kiri:
            partner |= {right[anchor]: left[match.kiri[-1]] for anchor in match.kanan}

    def key(match: Padanan) -> tuple[int, int, int]:
        if match.kiri:
            return (left[match.kiri[0]], 0, 0)
        here = right[match.kanan[0]]
        before = next((partner[j] for j in range(here, -1, -1) if j in partner), -1)
        return (before, 1, here)

    return sorted(matches, key=key)


def moved(matches: Sequence[Padanan], kiri: Bacaan, kanan: Bacaan) -> list[Padanan]:
    """Mark the matches outside the longest common order, or in another part, as moved.

    The order of definitions says nothing.
    """
    left, right = places(kiri), places(kanan)
    units = {unit.jangkar: unit for unit in kiri.satuan}
    others = {unit.jangkar: unit for unit in kanan.satuan}
    both = [m for m in matches if m.kiri and m.kanan and not units[m.kiri[0]].istilah]
    both.sort(key=lambda match: left[match.kiri[0]])
    here = [m for m in both if _same_part(m, units, others)]
    kept = {here[at].kiri for at in _longest([right[m.kanan[0]] for m in here], _weights(here))}
    away = {match.kiri for match in both} - kept
    return [_moved(match) if match.kiri in away else match for match in matches]


def places(bacaan: Bacaan) -> dict[str, int]:
    """The place of every unit in reading order."""
    return {unit.jangkar: place for place, unit in enumerate(bacaan.satuan)}


def _moved(match: Padanan) -> Padanan:
    plain = match.jenis in (Jenis.SAMA, Jenis.BERUBAH)
    return replace(match, pindah=True, jenis=Jenis.PINDAH if plain else match.jenis)


def _same_part(match: Padanan, units: Mapping[str, Satuan], others: Mapping[str, Satuan]) -> bool:
    return units[match.kiri[0]].akar == others[match.kanan[0]].akar


def _weights(matches: Sequence[Padanan]) -> list[int]:
    return [match.kata_kiri + match.kata_kanan for match in matches]


def _longest(values: Sequence[int], weights: Sequence[int]) -> list[int]:
    """Places of the heaviest run of rising values."""
    best: list[int] = []
    before: list[int] = []
    for at, value in enumerate(values):
        earlier = [k for k in range(at) if values[k] < value]
        last = max(earlier, key=lambda k: best[k], default=-1)
        before.append(last)
        best.append(weights[at] + (best[last] if last >= 0 else 0))
    chosen: list[int] = []
    at = max(range(len(best)), key=lambda k: best[k], default=-1)
    while at >= 0:
        chosen.append(at)
        at = before[at]
    return chosen[::-1]
