"""Whom a reader may follow through a chart: roles and offices, and the boxes that are theirs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.graph import Bagan
from generator.model import Mekanisme


@dataclass(frozen=True)
class Sorotan:
    """One choice: its words, and its boxes without the part of their ids that all share.

    ``menerima`` are steps of a flow in which the actor is written to and does not act.
    """

    nama: str
    kotak: tuple[str, ...]
    menerima: tuple[str, ...] = ()


@dataclass(frozen=True)
class KelompokSorotan:
    """Choices of one kind."""

    nama: str
    pilihan: tuple[Sorotan, ...]


@dataclass(frozen=True)
class PilihanSorotan:
    """What a chart offers to follow; ``awalan`` begins the id of each of its boxes."""

    awalan: str
    kelompok: tuple[KelompokSorotan, ...]


def in_structure(bagan: Bagan, prefix: str) -> PilihanSorotan:
    """Roles that its offices have, then its offices; a choice of all boxes is none."""
    roles: dict[str, list[str]] = {}
    offices: dict[str, list[str]] = {}
    for box in bagan.kotak:
        key = box.id.removeprefix(prefix)
        offices.setdefault(box.judul, []).append(key)
        for badge in box.lencana:
            roles.setdefault(badge.nama, []).append(key)
    groups = (("Peran", roles), ("Jabatan", offices))
    return PilihanSorotan(prefix, tuple(_groups(groups)))


def _groups(found: Iterable[tuple[str, dict[str, list[str]]]]) -> Iterator[KelompokSorotan]:
    for name, boxes in found:
        if boxes:
            chosen = (Sorotan(title, tuple(dict.fromkeys(keys))) for title, keys in boxes.items())
            yield KelompokSorotan(name, tuple(chosen))


def in_flow(flow: Mekanisme, prefix: str) -> PilihanSorotan:
    """The actors of a flow, in the order of the data."""
    return PilihanSorotan(
        prefix,
        (KelompokSorotan("Pelaku", tuple(_actor(flow, a.id, a.sebutan) for a in flow.pelaku)),),
    )


def _actor(flow: Mekanisme, actor: str, name: str) -> Sorotan:
    acts = [s.id for s in flow.langkah if actor == s.pelaku or actor in s.bersama]
    told = [s.id for s in flow.langkah if actor in s.kepada or actor in s.tembusan]
    return Sorotan(name, tuple(acts), tuple(step for step in told if step not in acts))
