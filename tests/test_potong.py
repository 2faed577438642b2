"""Long flows in parts: every step once, in order, and no part that cannot be read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from generator.graph import Bagan
from generator.materi.potong import LANGKAH, SAMBUNGAN, legible
from generator.project import approve, read_project, validate_project
from generator.susun import compose


@pytest.fixture(scope="module")
def alur(root: Path) -> list[Bagan]:
    kosakata, files = read_project(root)
    composed = [compose(one, kosakata) for one in approve(validate_project(kosakata, files))]
    return [chart for one in composed for chart in one.bagan if chart.jenis == "mekanisme"]


def _steps(chart: Bagan) -> list[str]:
    return [box.id for box in chart.kotak if box.jenis in ("tindakan", "keputusan")]


def _all(asked: Sequence[Bagan]) -> list[bool]:
    return [True] * len(asked)


def _short(asked: Sequence[Bagan]) -> list[bool]:
    return [len(_steps(one)) <= 2 for one in asked]


@pytest.mark.parametrize(("readable", "most"), [(_all, LANGKAH), (_short, 2)])
def test_every_step_stands_in_one_part(alur: list[Bagan], readable, most: int) -> None:
    for chart, parts in zip(alur, legible(alur, readable), strict=True):
        assert [step for part in parts for step in _steps(part)] == _steps(chart)
        assert max(len(_steps(part)) for part in parts) <= most
        assert all(part.slug == chart.slug for part in parts)
        # Short stages are not cut, and of two steps none stands alone.
        stages = {box.tahap for box in chart.kotak}
        assert len(parts) <= -(-len(_steps(chart)) // most) + len(stages)


def test_a_short_flow_that_can_be_read_is_left_whole(alur: list[Bagan]) -> None:
    for chart, parts in zip(alur, legible(alur, _all), strict=True):
        if len(_steps(chart)) <= LANGKAH:
            assert parts == (chart,)
        else:
            assert len(parts) > 1


def test_what_leads_on_names_a_step_that_another_part_holds(alur: list[Bagan]) -> None:
    """A reader finds it: titles of parts say which steps they hold."""
    seen = 0
    for chart, parts in zip(alur, legible(alur, _short), strict=True):
        if len(parts) == 1:
            continue
        names = {number: step for number, step in enumerate(_steps(chart), 1)}
        held = {step: _titled(part) for part in parts for step in _steps(part)}
        for part in parts:
            for box in part.kotak:
                if box.jenis != SAMBUNGAN:
                    continue
                seen += 1
                number = int(box.judul.removeprefix("ke langkah "))
                assert names[number] not in _steps(part)
                assert number in held[names[number]]
    assert seen > 100


def _titled(part: Bagan) -> range:
    """The steps in a title such as "Penunjukan, langkah 5–8"."""
    first, _, last = part.judul.rpartition(", langkah ")[2].partition("–")
    return range(int(first), int(last or first) + 1)


def test_no_part_is_asked_about_twice(alur: list[Bagan]) -> None:
    """Each answer costs a drawing; a part is the same however the rest of its flow is cut."""
    asked: dict[tuple[str, str], Bagan] = {}

    def readable(charts: Sequence[Bagan]) -> list[bool]:
        new = {(one.slug, one.id): one for one in charts}
        assert len(new) == len(charts)
        assert not new.keys() & asked.keys()
        asked.update(new)
        return [len(_steps(one)) <= 3 for one in charts]

    made = legible(alur, readable)
    cut = [part for parts in made for part in parts if len(_steps(part)) > 2]
    assert all(asked[part.slug, part.id] == part for part in cut)
    assert max(len(_steps(part)) for part in cut) == 3
