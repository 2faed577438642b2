"""Flows of one kind side by side: lanes in one order, steps in one table, one base to compare with.

Pairs grow with the square of the regulations, so only the first few flows are drawn and aligned,
each against one base; `petakerja compare` answers for any two.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from generator.bagan.build import alur as flow_chart
from generator.banding.alur import AMBANG, Jodoh, Tapak, match, score, similarity, steps
from generator.banding.selisih import Sisi, difference
from generator.graph import Bagan, Sumber
from generator.model import Dasar, DataDaerah, Kosakata, Mekanisme, Pelaku

#: Flows of one kind that are drawn beside each other.
TERCETAK = 8

Rujuk = Callable[[Dasar], Sumber]


@dataclass(frozen=True)
class Alur:
    """A flow of a regency; ``bagan`` has its lanes in the order that all flows of the kind have."""

    slug: str
    nama: str
    mekanisme: Mekanisme
    tapak: tuple[Tapak, ...]
    bagan: Bagan

    @property
    def sisi(self) -> Sisi:
        """The flow as one side of a difference."""
        return Sisi(self.nama, self.mekanisme, self.bagan)


@dataclass(frozen=True)
class Selisih:
    """A flow beside the base: pairs with the base at the left, percent alike, and the chart."""

    alur: Alur
    jodoh: tuple[Jodoh, ...]
    kemiripan: int
    bagan: Bagan


@dataclass(frozen=True)
class JenisAlur:
    """A kind of flow: those drawn, the base, the differences, and a row for each step.

    A row holds the matching step of each flow of ``alur``, None where it has none. ``lainnya``
    are the flows that are not drawn, as (slug, id of the flow).
    """

    id: str
    alur: tuple[Alur, ...]
    pembanding: Alur
    selisih: tuple[Selisih, ...]
    baris: tuple[tuple[Tapak | None, ...], ...]
    lainnya: tuple[tuple[str, str], ...]

    @property
    def digambar(self) -> tuple[Bagan, ...]:
        """Every chart that must be drawn."""
        return (*(flow.bagan for flow in self.alur), *(one.bagan for one in self.selisih))


def compare_flows(
    regencies: Iterable[tuple[DataDaerah, Rujuk]],
    kosakata: Kosakata,
    besides: Mapping[str, Iterable[tuple[str, str]]] = MappingProxyType({}),
    limit: int = TERCETAK,
) -> tuple[JenisAlur, ...]:
    """Every kind of flow that more than one regulation has, in the order of the vocabulary.

    ``besides`` are flows of regencies of which nothing is drawn, by slug: id and kind of each.
    """
    drawn: dict[str, list[Alur]] = {}
    others: dict[str, list[tuple[str, str]]] = {}
    for data, rujuk in regencies:
        for flow in data.mekanisme.mekanisme:
            flows = drawn.setdefault(flow.jenis, [])
            if len(flows) < limit:
                flows.append(_flow(data, rujuk, flow, kosakata))
            else:
                others.setdefault(flow.jenis, []).append((data.slug, flow.id))
    for slug, known in besides.items():
        for ident, kind in known:
            others.setdefault(kind, []).append((slug, ident))
    return tuple(
        _kind(kind, drawn[kind], others.get(kind, ()), kosakata)
        for kind in kosakata.jenis_mekanisme
        if len(_slugs(drawn.get(kind, ()), others.get(kind, ()))) > 1
    )


def _slugs(flows: Iterable[Alur], others: Iterable[tuple[str, str]]) -> set[str]:
    return {flow.slug for flow in flows} | {slug for slug, _ in others}


def _kind(
    kind: str, flows: Sequence[Alur], others: Sequence[tuple[str, str]], kosakata: Kosakata
) -> JenisAlur:
    base = medoid(flows)
    compared = [flow for flow in flows if flow is not base]
    return JenisAlur(
        id=kind,
        alur=(base, *compared),
        pembanding=base,
        selisih=tuple(_difference(base, flow, kosakata) for flow in compared),
        baris=align([base.tapak, *(flow.tapak for flow in compared)]),
        lainnya=tuple(others),
    )


def _flow(data: DataDaerah, rujuk: Rujuk, flow: Mekanisme, kosakata: Kosakata) -> Alur:
    chart = flow_chart(flow, data.daerah, kosakata, rujuk)
    order = {actor.id: number for number, actor in enumerate(ordered(flow.pelaku, kosakata))}
    lanes = tuple(sorted(chart.lajur, key=lambda lane: order[lane.id]))
    # The steps themselves have pages: here the chart needs an id of its own.
    chart = replace(chart, id=f"sejajar-{flow.id}", lajur=lanes)
    return Alur(data.slug, data.daerah.nama_singkat, flow, steps(flow), chart)


def ordered(actors: Sequence[Pelaku], kosakata: Kosakata) -> list[Pelaku]:
    """Actors in the order of the vocabulary: offices by rank, then roles, then all others."""
    offices, roles = list(kosakata.jenis_simpul), list(kosakata.peran)

    def place(actor: Pelaku) -> tuple[int, int]:
        if actor.jabatan in offices:
            return 0, offices.index(actor.jabatan)
        if actor.peran in roles:
            return 1, roles.index(actor.peran)
        return 2, 0

    return sorted(actors, key=place)


def medoid(flows: Sequence[Alur]) -> Alur:
    """The flow most like all others; of equals the first."""

    def total(flow: Alur) -> int:
        others = (other for other in flows if other is not flow)
        return sum(similarity(match(flow.tapak, other.tapak)) for other in others)

    return max(flows, key=total)


def align(flows: Sequence[Sequence[Tapak]]) -> tuple[tuple[Tapak | None, ...], ...]:
    """A row for each step: the first flow's steps, and between them those it lacks."""
    rows: list[list[Tapak | None]] = [[step] for step in flows[0]]
    for number, flow in enumerate(flows[1:], 1):
        rows = _merge(rows, flows[0], flow, number)
    return tuple(tuple(row) for row in rows)


def _merge(
    rows: list[list[Tapak | None]], base: Sequence[Tapak], flow: Sequence[Tapak], number: int
) -> list[list[Tapak | None]]:
    """Add a flow: beside the base's steps as they match, else beside those of other flows."""
    of_base = {id(row[0]): row for row in rows if row[0] is not None}
    place = {
        id(pair.kanan): of_base[id(pair.kiri)]
        for pair in match(base, flow)
        if pair.kiri and pair.kanan
    }
    free = [row for row in rows if row[0] is None]
    merged = list(rows)
    here = -1
    for step in flow:
        row = place.get(id(step)) or _beside(free, step)
        if row is None:
            row = [None] * number
            merged.insert(here + 1, row)
        free = [other for other in free if other is not row]
        row.append(step)
        here = next(index for index, other in enumerate(merged) if other is row)
    return [[*row, None][: number + 1] for row in merged]


def _beside(rows: Sequence[list[Tapak | None]], step: Tapak) -> list[Tapak | None] | None:
    """The row whose step is most like a step, if it is like it enough."""
    scored = [(max(score(one, step) for one in row if one), row) for row in rows]
    best, row = max(scored, key=lambda item: item[0], default=(0, None))
    return row if best >= AMBANG else None


def _difference(base: Alur, flow: Alur, kosakata: Kosakata) -> Selisih:
    pairs = match(base.tapak, flow.tapak)
    mirrored = match(flow.tapak, base.tapak)
    return Selisih(
        flow,
        pairs,
        similarity(pairs),
        difference(base.sisi, flow.sisi, mirrored, kosakata),
    )
