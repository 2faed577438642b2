"""The difference of two flows as a chart: one of them, with what it lacks drawn in and signed.

Every difference is a line of words on its box, so that nothing is told by colour alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator import links
from generator.banding.alur import Beda, Jodoh, same_actor
from generator.graph import Bagan, Kotak, Lajur, Panah
from generator.model import Kosakata, Mekanisme, Pelaku

#: The end of every id that comes from the other flow.
ASAL = "-pembanding"


@dataclass(frozen=True)
class Sisi:
    """One of two flows: the name of its regency, its data, its chart."""

    nama: str
    mekanisme: Mekanisme
    bagan: Bagan

    def box(self, step: str) -> str:
        """The id of the box of a step."""
        return links.box_id(self.mekanisme.id, step)

    def actor(self, actor: str) -> Pelaku:
        """An actor by its id."""
        return next(one for one in self.mekanisme.pelaku if one.id == actor)


def difference(base: Sisi, other: Sisi, pairs: Sequence[Jodoh], kosakata: Kosakata) -> Bagan:
    """The chart of ``other`` beside ``base``; ``pairs`` have ``other`` at the left."""
    same = {
        base.box(pair.kanan.langkah.id): other.box(pair.kiri.langkah.id)
        for pair in pairs
        if pair.kiri and pair.kanan
    }
    lanes = _lanes(base, other, pairs)
    boxes = [box for pair in pairs for box in _boxes(base, other, pair, lanes, kosakata)]
    stages = _stages(base.bagan, other.bagan, kosakata)
    return replace(
        other.bagan,
        id=f"beda-{base.bagan.slug}-{base.bagan.id}-{other.bagan.id}",
        judul=f"{other.bagan.judul}: {other.nama} dibandingkan dengan {base.nama}",
        keterangan="",
        kotak=tuple(_by_stage(boxes, stages)),
        panah=(*other.bagan.panah, *_arrows(base, same)),
        lajur=(*other.bagan.lajur, *(lane for _, lane in lanes.values() if lane)),
        tahap=tuple(stages),
    )


def _lanes(
    base: Sisi, other: Sisi, pairs: Sequence[Jodoh]
) -> Mapping[str, tuple[str, Lajur | None]]:
    """The lane for each actor of a missing step: one that is there, else a lane of its own."""
    acting = [other.actor(lane.id) for lane in other.bagan.lajur]
    missing = (pair.kanan.pelaku for pair in pairs if pair.kanan and not pair.kiri)
    found: dict[str, tuple[str, Lajur | None]] = {}
    for actor in missing:
        known = next((one.id for one in acting if same_actor(one, actor)), None)
        own = f"{actor.id}{ASAL}"
        title = f"{actor.sebutan} ({base.nama})"
        found[actor.id] = (known, None) if known else (own, Lajur(own, title))
    return found


def _boxes(
    base: Sisi,
    other: Sisi,
    pair: Jodoh,
    lanes: Mapping[str, tuple[str, Lajur | None]],
    kosakata: Kosakata,
) -> Iterator[Kotak]:
    """The box of a step with its signs, then the ends that it leads to."""
    if pair.kiri is not None:
        found = _step_and_ends(other, pair.kiri.langkah.id)
        signs = tuple(_signs(base, pair, kosakata))
        yield replace(found[0], beda=_kind(pair), rincian=(*signs, *found[0].rincian))
        yield from found[1:]
        return
    assert pair.kanan is not None
    sign = f"− hanya di {base.nama}"
    for number, box in enumerate(_step_and_ends(base, pair.kanan.langkah.id)):
        yield replace(
            box,
            id=f"{box.id}{ASAL}",
            lajur=lanes[box.lajur or ""][0],
            awal=False,
            beda=str(Beda.HILANG),
            rincian=(sign, *box.rincian) if number == 0 else box.rincian,
        )


def _kind(pair: Jodoh) -> str:
    """Seen from the base: what only the other flow has is added."""
    return str(pair.mirrored.beda)


def _signs(base: Sisi, pair: Jodoh, kosakata: Kosakata) -> Iterator[str]:
    if pair.kanan is None:
        yield f"+ tidak ada di {base.nama}"
        return
    if pair.beda in (Beda.PELAKU, Beda.KEDUANYA):
        yield f"≠ pelaku; di {base.nama}: {pair.kanan.pelaku.sebutan}"
    if pair.beda in (Beda.DOKUMEN, Beda.KEDUANYA):
        letter = pair.kanan.langkah.dokumen
        words = kosakata.dokumen[letter].nama if letter else "tanpa dokumen"
        yield f"≠ dokumen; di {base.nama}: {words}"


def _step_and_ends(side: Sisi, step: str) -> list[Kotak]:
    """The box of a step and the boxes of the ends that only it leads to."""
    steps = {side.box(one.id) for one in side.mekanisme.langkah}
    own = side.box(step)
    ends = {p.ke for p in side.bagan.panah if p.dari == own and p.ke not in steps}
    return [box for box in side.bagan.kotak if box.id == own or box.id in ends]


def _arrows(base: Sisi, same: Mapping[str, str]) -> Iterator[Panah]:
    """The arrows of the base that touch a box which the other flow lacks."""
    steps = {base.box(one.id) for one in base.mekanisme.langkah}
    for arrow in base.bagan.panah:
        from_missing = arrow.dari not in same
        to_missing = arrow.ke in steps and arrow.ke not in same
        if from_missing or to_missing:
            yield replace(
                arrow,
                id=f"{arrow.id}{ASAL}",
                dari=same.get(arrow.dari, f"{arrow.dari}{ASAL}"),
                ke=same.get(arrow.ke, f"{arrow.ke}{ASAL}"),
                beda=str(Beda.HILANG),
            )


def _stages(base: Bagan, other: Bagan, kosakata: Kosakata) -> list[Lajur]:
    known = {stage.id: stage for chart in (base, other) for stage in chart.tahap}
    return [known[key] for key in kosakata.tahap if key in known]


def _by_stage(boxes: Sequence[Kotak], stages: Sequence[Lajur]) -> list[Kotak]:
    """Boxes of one stage together, whatever stood between them in the other flow."""
    order = [stage.id for stage in stages]
    placed: list[tuple[int, Kotak]] = []
    here = 0
    for box in boxes:
        here = order.index(box.tahap) if box.tahap in order else here
        placed.append((here, box))
    return [box for _, box in sorted(placed, key=lambda item: item[0])]
