"""Steps of two flows, matched: which are the same, and what is different about them.

A pair is scored by what its steps are in the data: decision or action, document, role, stage,
the branch that leads to them, and the words of their short text. Scores are whole numbers, ties
are broken by place only, and nothing depends on which of the two comes first: B against A is A
against B, mirrored.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from generator.model import Langkah, Mekanisme, Pelaku

#: The least score, out of 100, with which two steps are taken for the same one.
AMBANG = 45
#: The least score where the steps that lead to both are matched and lead to them the same way.
AMBANG_LANJUTAN = 30
#: What the parts of a score weigh.
_WORDS, _DOCUMENT, _ROLE, _BRANCH, _PLACE = 55, 20, 15, 5, 5
#: Words that say nothing about a step, and those that every step of such flows holds.
_EMPTY = frozenset(
    {
        *("dan", "atau", "yang", "dengan", "untuk", "atas", "di", "dari", "oleh", "pada", "serta"),
        *("kepada", "dapat", "harus", "secara", "tidak", "ini", "itu", "tersebut", "dalam"),
        *("pejabat", "fungsional", "pelaksana", "pegawai", "lain", "lainnya"),
    }
)
#: Sides of a request: one role may stand on both, and they are told apart by these words.
_SIDES = {"dituju": "dituju", "pemohon": "pemohon", "pemilik": "pemohon"}
_PREFIX = re.compile(r"^(?:meng|meny|mem|men|me|di|ber|per|pe)(?=\w{4})")
_SUFFIX = re.compile(r"(?<=\w{4})(?:kan|nya|an|i)$")


class Beda(StrEnum):
    """What became of a step: the same in both, in one only, or with something else about it."""

    SAMA = "sama"
    TAMBAH = "tambah"
    HILANG = "hilang"
    PELAKU = "pelaku"
    DOKUMEN = "dokumen"
    KEDUANYA = "keduanya"


@dataclass(frozen=True)
class Tapak:
    """A step with what it is compared by.

    ``masuk`` are the places of the steps that lead to it, each with the way: ``lalu``, ``ya`` (the
    first branch of a decision) or ``lain``; ``tempat`` is its own place, from 0 to 1.
    """

    langkah: Langkah
    pelaku: Pelaku
    masuk: frozenset[tuple[int, str]]
    tempat: float

    @cached_property
    def kata(self) -> frozenset[str]:
        """The telling words of its text, cut down to their roots roughly."""
        words = re.findall(r"\w+", self.langkah.teks.casefold())
        return frozenset(_root(word) for word in words if word not in _EMPTY)

    @cached_property
    def cabang(self) -> frozenset[str]:
        """The ways that lead to it."""
        return frozenset(way for _, way in self.masuk)


@dataclass(frozen=True)
class Jodoh:
    """A step of one flow and the step of the other that matches it, with the score (0 to 100).

    One of the two is None where a step has no counterpart.
    """

    kiri: Tapak | None
    kanan: Tapak | None
    nilai: int

    @property
    def mirrored(self) -> Jodoh:
        """The same pair seen from the other flow."""
        return Jodoh(self.kanan, self.kiri, self.nilai)

    @property
    def beda(self) -> Beda:
        """What is different, seen from the left: what only the right has is added."""
        if self.kiri is None:
            return Beda.TAMBAH
        if self.kanan is None:
            return Beda.HILANG
        actor = same_actor(self.kiri.pelaku, self.kanan.pelaku)
        document = self.kiri.langkah.dokumen == self.kanan.langkah.dokumen
        if actor and document:
            return Beda.SAMA
        if not actor and not document:
            return Beda.KEDUANYA
        return Beda.DOKUMEN if actor else Beda.PELAKU


def steps(flow: Mekanisme) -> tuple[Tapak, ...]:
    """The steps of a flow, each with its actor, what leads to it, and its place."""
    actors = {actor.id: actor for actor in flow.pelaku}
    ways: dict[str, set[tuple[int, str]]] = {}
    for number, step in enumerate(flow.langkah):
        for target in step.lalu:
            ways.setdefault(target, set()).add((number, "lalu"))
        for branch, way in zip(step.bila, ("ya", *["lain"] * len(step.bila)), strict=False):
            ways.setdefault(branch.ke, set()).add((number, way))
    last = max(len(flow.langkah) - 1, 1)
    return tuple(
        Tapak(step, actors[step.pelaku], frozenset(ways.get(step.id, ())), number / last)
        for number, step in enumerate(flow.langkah)
    )


def match(left: Sequence[Tapak], right: Sequence[Tapak]) -> tuple[Jodoh, ...]:
    """Every step of both, in the order of the left; what only the right has follows its neighbour.

    The best pairs are taken first, as long as both steps are free and the score is high enough;
    then those that follow from a pair already taken, with a lower score, as long as there are any.
    """
    pairs = _candidates(left, right)
    partner: dict[int, int] = {}
    values = {(i, j): value for value, i, j in pairs}
    _take((pair for pair in pairs if pair[0] >= AMBANG), partner)
    while True:
        before = len(partner)
        follow = [p for p in pairs if _follows(left[p[1]], right[p[2]], partner)]
        _take(follow, partner)
        if len(partner) == before:
            break
    return tuple(_ordered(left, right, {i: (j, values[i, j]) for i, j in partner.items()}))


def _candidates(left: Sequence[Tapak], right: Sequence[Tapak]) -> tuple[tuple[int, int, int], ...]:
    """Score and places of every pair that may match, in an order that knows no left and right."""
    found = sorted(
        (-value, round(1000 * abs(one.tempat - two.tempat)), i + j, i, j)
        for i, one in enumerate(left)
        for j, two in enumerate(right)
        if (value := score(one, two)) >= AMBANG_LANJUTAN
    )
    return tuple((-value, i, j) for value, _, _, i, j in found)


def _take(pairs: Iterable[tuple[int, int, int]], partner: dict[int, int]) -> None:
    taken = set(partner.values())
    for _, i, j in pairs:
        if i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)


def _follows(one: Tapak, two: Tapak, partner: Mapping[int, int]) -> bool:
    return any((partner.get(i), way) in two.masuk for i, way in one.masuk)


def _ordered(
    left: Sequence[Tapak],
    right: Sequence[Tapak],
    of_left: Mapping[int, tuple[int, int]],
) -> list[Jodoh]:
    after: dict[int, list[int]] = {}
    back = {j: i for i, (j, _) in of_left.items()}
    here = -1
    for j in range(len(right)):
        if j in back:
            here = back[j]
        else:
            after.setdefault(here, []).append(j)
    found = [Jodoh(None, right[j], 0) for j in after.get(-1, ())]
    for i, step in enumerate(left):
        if i in of_left:
            j, value = of_left[i]
            found.append(Jodoh(step, right[j], value))
        else:
            found.append(Jodoh(step, None, 0))
        found += [Jodoh(None, right[k], 0) for k in after.get(i, ())]
    return found


def score(one: Tapak, two: Tapak) -> int:
    """How alike two steps are, from 0 to 100; 0 where one decides or judges and the other not."""
    a, b = one.langkah, two.langkah
    if (a.keputusan is None) != (b.keputusan is None):
        return 0
    if a.tahap and b.tahap and a.tahap != b.tahap:
        return 0
    shared, total = len(one.kata & two.kata), len(one.kata) + len(two.kata)
    value = _WORDS * 2 * shared // total if total else 0
    if a.dokumen and b.dokumen:
        value += _DOCUMENT if a.dokumen == b.dokumen else 0
    elif a.dokumen is None and b.dokumen is None:
        value += _DOCUMENT // 2
    value += _ROLE if same_actor(one.pelaku, two.pelaku) else 0
    value += _BRANCH if bool(one.cabang) == bool(two.cabang) else 0
    value += round(_PLACE * (1 - abs(one.tempat - two.tempat)))
    return value


def same_actor(one: Pelaku, two: Pelaku) -> bool:
    """Whether two actors are the same office or role, on the same side of a request."""
    sides = _side(one.sebutan), _side(two.sebutan)
    if all(sides) and sides[0] != sides[1]:
        return False
    if _plain(one.sebutan) == _plain(two.sebutan):
        return True
    if one.jabatan and two.jabatan:
        return one.jabatan == two.jabatan
    return one.peran is not None and one.peran == two.peran


def similarity(pairs: Sequence[Jodoh]) -> int:
    """How alike two flows are, in percent: the scores of their matches over all their steps."""
    left = sum(pair.kiri is not None for pair in pairs)
    right = sum(pair.kanan is not None for pair in pairs)
    return 2 * sum(pair.nilai for pair in pairs) // max(left + right, 1)


def _side(name: str) -> str:
    words = re.findall(r"\w+", name.casefold())
    return next((_SIDES[word] for word in words if word in _SIDES), "")


def _plain(name: str) -> str:
    return " ".join(re.findall(r"\w+", name.casefold()))


def _root(word: str) -> str:
    return _SUFFIX.sub("", _PREFIX.sub("", word))
