"""How cost grows: a law through what was measured, and what lies beyond it."""

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


@dataclass(frozen=True)
class Parabola:
    """``satuan`` for each regency and ``pasangan`` for each two of them.

    What a site costs whose every page names every page: its text grows with the number of pages,
    its navigation with the square of it.
    """

    satuan: float
    pasangan: float

    def at(self, count: float) -> float:
        """What it says for so many regencies."""
        return self.satuan * count + self.pasangan * count**2


def fit_square(measured: Mapping[int, float]) -> Parabola:
    """The parabola nearest to measured values (least squares of shares); at least two.

    >>> law = fit_square({5: 15.0, 10: 40.0, 20: 120.0})
    >>> round(law.satuan, 3), round(law.pasangan, 3), round(law.at(100))
    (2.0, 0.2, 2200)
    """
    # Divided by the value, so that ten per cent of a small one count as ten per cent of a great.
    rows = [(count / value, count**2 / value) for count, value in measured.items()]
    xx, xy, yy = (sum(row[i] * row[j] for row in rows) for i, j in ((0, 0), (0, 1), (1, 1)))
    x, y = (sum(row[i] for row in rows) for i in (0, 1))
    determinant = xx * yy - xy**2
    return Parabola((x * yy - y * xy) / determinant, (y * xx - x * xy) / determinant)


def marginal(seconds: Sequence[float], pages: Sequence[int]) -> float:
    """Seconds for one more page, between the last two of several sites that grow.

    >>> marginal([10.0, 30.0], [100, 300])
    0.1
    """
    return (seconds[-1] - seconds[-2]) / (pages[-1] - pages[-2])
