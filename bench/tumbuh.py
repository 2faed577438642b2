"""How cost grows: a power law through what was measured, and what lies beyond it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Hukum:
    """``faktor`` times a number of regencies to the power of ``pangkat``."""

    faktor: float
    pangkat: float

    def at(self, count: float) -> float:
        """What it says for so many regencies."""
        return float(self.faktor * count**self.pangkat)


def fit(measured: Mapping[int, float]) -> Hukum:
    """The power law nearest to measured values (least squares of logarithms); at least two.

    >>> law = fit({5: 10.0, 10: 20.0, 20: 40.0})
    >>> round(law.pangkat, 3), round(law.at(552))
    (1.0, 1104)
    """
    xs = [math.log(count) for count in measured]
    ys = [math.log(value) for value in measured.values()]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    spread = sum((a - x) ** 2 for a in xs)
    power = sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / spread
    return Hukum(math.exp(y - power * x), power)


def marginal(seconds: Sequence[float], pages: Sequence[int]) -> float:
    """Seconds for one more page, between the last two of several sites that grow.

    >>> marginal([10.0, 30.0], [100, 300])
    0.1
    """
    return (seconds[-1] - seconds[-2]) / (pages[-1] - pages[-2])
