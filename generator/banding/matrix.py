"""The matrix: every aspect of every regulation, and which answers differ from the usual one."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.answer import Status
from generator.aspek import JawabanAspek
from generator.banding.ringkas import RUMUSAN, short
from generator.model import KataAspek, Kosakata


class Tanda(StrEnum):
    """How an answer stands beside the others: as more than half, unlike them, or no such half."""

    SAMA = "sama"
    BEDA = "beda"
    BERAGAM = "beragam"


@dataclass(frozen=True)
class Kelompok:
    """Regulations that answer alike, by their slugs; ``wakil`` is the answer of the first."""

    nomor: int
    slug: tuple[str, ...]
    wakil: JawabanAspek


@dataclass(frozen=True)
class Sel:
    """One answer: in short, the number of its group, and how it stands beside the others."""

    slug: str
    jawaban: JawabanAspek
    ringkas: str
    kelompok: int
    tanda: Tanda


@dataclass(frozen=True)
class Baris:
    """One aspect: a cell for every regulation by its slug, and the groups, the largest first.

    ``umum`` is the answer of more than half of the regulations, where there is one.
    """

    id: str
    aspek: KataAspek
    sel: Mapping[str, Sel]
    kelompok: tuple[Kelompok, ...]
    umum: Kelompok | None

    @property
    def seragam(self) -> bool:
        """Whether all regulations answer alike."""
        return len(self.kelompok) <= 1

    @property
    def rumusan(self) -> bool:
        """Whether the answers are compared by their wording."""
        return self.aspek.turunan in RUMUSAN


@dataclass(frozen=True)
class Matriks:
    """Every aspect, in the order of the vocabulary, and the names of the regencies by slug."""

    baris: tuple[Baris, ...]
    nama: Mapping[str, str]


def build(
    answers: Mapping[str, Iterable[JawabanAspek]], names: Mapping[str, str], kosakata: Kosakata
) -> Matriks:
    """The answers of every regulation beside each other; answers and names are by slug."""
    given = {slug: {one.aspek: one for one in found} for slug, found in answers.items()}
    rows = (
        row(key, aspek, {slug: found[key] for slug, found in given.items()}, kosakata)
        for key, aspek in kosakata.aspek.items()
    )
    return Matriks(tuple(rows), names)


def answer_key(answer: JawabanAspek) -> Hashable:
    """What makes two answers alike: their status and their keys, marks and case left aside.

    Whatever leads to "tidak diatur" is one answer: no such flow, or a flow that does not say.
    """
    if answer.status is Status.TIDAK_DIATUR:
        return Status.TIDAK_DIATUR
    return answer.status, frozenset(_plain(key) for key in answer.kunci)


def group(keys: Mapping[str, Hashable]) -> tuple[tuple[str, ...], ...]:
    """Names with equal keys together: larger groups first, as large ones in the order given.

    >>> group({"a": 1, "b": 2, "c": 2})
    (('b', 'c'), ('a',))
    """
    found: dict[Hashable, list[str]] = {}
    for name, key in keys.items():
        found.setdefault(key, []).append(name)
    return tuple(tuple(names) for names in sorted(found.values(), key=lambda names: -len(names)))


def usual(groups: Sequence[Sequence[str]]) -> int | None:
    """The number of the group that holds more than half of all; None when none does.

    >>> usual([("b", "c"), ("a",)]), usual([("a", "b"), ("c", "d")]), usual([("a",)])
    (0, None, None)
    """
    total = sum(map(len, groups))
    if total > 1 and 2 * len(groups[0]) > total:
        return 0
    return None


def row(
    key: str, aspek: KataAspek, answers: Mapping[str, JawabanAspek], kosakata: Kosakata
) -> Baris:
    """One aspect: the answers of all regulations, grouped and marked."""
    named = group({slug: answer_key(answer) for slug, answer in answers.items()})
    groups = tuple(Kelompok(number, slugs, answers[slugs[0]]) for number, slugs in enumerate(named))
    common = usual(named)
    of = {slug: one.nomor for one in groups for slug in one.slug}
    cells = {
        slug: Sel(
            slug,
            answer,
            short(answer, aspek, kosakata),
            of[slug],
            _mark(of[slug], common, len(groups)),
        )
        for slug, answer in answers.items()
    }
    return Baris(key, aspek, cells, groups, None if common is None else groups[common])


def _mark(number: int, common: int | None, groups: int) -> Tanda:
    if groups <= 1 or number == common:
        return Tanda.SAMA
    return Tanda.BERAGAM if common is None else Tanda.BEDA


def _plain(key: str) -> str:
    return " ".join(re.findall(r"\w+", key.casefold()))
