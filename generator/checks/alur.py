"""Flows: every step is reached and leads on, every decision says what happens either way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model import (
    SELESAI,
    TIDAK_DIATUR,
    TIDAK_TERBACA,
    Kosakata,
    Langkah,
    Mekanisme,
    Pelaku,
)
from generator.problems import Problem
from generator.read import Path_
from generator.regency import DaerahTerbaca

#: A decision has at least two ways on.
WAYS = 2


def check_flows(daerah: DaerahTerbaca, _kosakata: Kosakata) -> Iterator[Problem]:
    """Check every flow."""
    for index, flow in enumerate(daerah.data.mekanisme.mekanisme):
        path: Path_ = ("mekanisme", index)
        yield from _ids(daerah, path, flow)
        for at, step in enumerate(flow.langkah):
            yield from _step(daerah, (*path, "langkah", at), step, flow)
        yield from _reach(daerah, path, flow)


def _problem(daerah: DaerahTerbaca, path: Path_, what: str, todo: str) -> Problem:
    return Problem(daerah.berkas.place("mekanisme", path), what, todo)


def _ids(daerah: DaerahTerbaca, path: Path_, flow: Mekanisme) -> Iterator[Problem]:
    lists: tuple[tuple[str, Sequence[Pelaku | Langkah]], ...] = (
        ("pelaku", flow.pelaku),
        ("langkah", flow.langkah),
    )
    for key, items in lists:
        seen: set[str] = set()
        for at, item in enumerate(items):
            if item.id in seen or item.id in (SELESAI, TIDAK_DIATUR, TIDAK_TERBACA):
                yield _problem(
                    daerah,
                    (*path, key, at, "id"),
                    f"id {key} “{item.id}” sudah dipakai dalam “{flow.id}”",
                    "beri id lain",
                )
            seen.add(item.id)


def _step(daerah: DaerahTerbaca, path: Path_, step: Langkah, flow: Mekanisme) -> Iterator[Problem]:
    actors = {actor.id for actor in flow.pelaku}
    named = [("pelaku", step.pelaku)]
    for key in ("bersama", "kepada", "tembusan"):
        named += [(key, actor) for actor in getattr(step, key)]
    for key, actor in named:
        if actor not in actors:
            yield _problem(
                daerah,
                (*path, key),
                f"pelaku “{actor}” tidak ada dalam “{flow.id}”",
                f"pilih salah satu: {', '.join(sorted(actors))}",
            )
    steps = {other.id for other in flow.langkah} | {SELESAI, TIDAK_TERBACA}
    for target in step.lalu:
        if target not in steps:
            yield _unknown(daerah, (*path, "lalu"), target, flow)
    for at, branch in enumerate(step.bila):
        if branch.ke not in steps | {TIDAK_DIATUR}:
            yield _unknown(daerah, (*path, "bila", at, "ke"), branch.ke, flow)
    yield from _ways(daerah, path, step)


def _unknown(daerah: DaerahTerbaca, path: Path_, target: str, flow: Mekanisme) -> Problem:
    return _problem(
        daerah,
        path,
        f"langkah “{target}” tidak ada dalam “{flow.id}”",
        f"tulis id sebuah langkah, {SELESAI}, {TIDAK_TERBACA}, atau (pada cabang) {TIDAK_DIATUR}",
    )


def _ways(daerah: DaerahTerbaca, path: Path_, step: Langkah) -> Iterator[Problem]:
    if step.keputusan is not None and len(step.bila) < WAYS:
        yield _problem(
            daerah,
            (*path, "keputusan"),
            f"keputusan “{step.id}” tidak lengkap: hanya {len(step.bila)} cabang",
            f"tulis cabang lainnya, dengan “ke: {TIDAK_DIATUR}” bila naskah tidak mengaturnya",
        )
    if step.keputusan is not None and step.lalu:
        yield _problem(
            daerah, (*path, "lalu"), f"keputusan “{step.id}” tidak memakai lalu", "pakai bila"
        )
    if step.tindakan is not None and step.bila:
        yield _problem(
            daerah,
            (*path, "bila"),
            f"tindakan “{step.id}” bercabang",
            "tulis sebagai keputusan, atau pakai lalu",
        )
    if step.tindakan is not None and not step.lalu:
        yield _problem(
            daerah,
            (*path, "id"),
            f"langkah “{step.id}” berhenti tanpa lanjutan",
            f"tulis lalu: langkah berikut, atau lalu: {SELESAI}",
        )


def _reach(daerah: DaerahTerbaca, path: Path_, flow: Mekanisme) -> Iterator[Problem]:
    steps = {step.id: step for step in flow.langkah}
    reached: set[str] = set()
    waiting = [flow.langkah[0].id]
    while waiting:
        name = waiting.pop()
        if name in reached or name not in steps:
            continue
        reached.add(name)
        waiting += steps[name].tujuan
    for at, step in enumerate(flow.langkah):
        if step.id not in reached:
            yield _problem(
                daerah,
                (*path, "langkah", at, "id"),
                f"langkah “{step.id}” tidak dapat dicapai dari langkah pertama",
                "hubungkan dengan lalu atau bila dari langkah lain",
            )
    ends = {target for step in flow.langkah for target in step.tujuan}
    if not ends & {SELESAI, TIDAK_TERBACA}:
        yield _problem(
            daerah, (*path, "langkah"), f"alur “{flow.id}” tidak pernah selesai", "tulis selesai"
        )
