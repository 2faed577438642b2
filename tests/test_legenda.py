"""The legend of a chart: what the chart shows, and nothing else."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from generator.bagan.draw import draw, key
from generator.graph import Bagan
from generator.pages.legenda import Legenda, legend
from tests.bagan_contoh import ALUR, KOSAKATA, STRUKTUR, alur

SVG = "{http://www.w3.org/2000/svg}"
SIMPLE = alur([{"id": "a", "pelaku": "x", "tindakan": "Bekerja"}])
REBUILT = alur([{"id": "a", "pelaku": "x", "tindakan": "Bekerja", "asal": "rekonstruksi"}])
ALL = pytest.mark.parametrize(
    "bagan", [ALUR, STRUKTUR, SIMPLE, REBUILT], ids=["alur", "struktur", "satu", "rekonstruksi"]
)


def _drawn(bagan: Bagan, cache: Path) -> ElementTree.Element:
    return ElementTree.fromstring(draw([bagan], cache).gambar[key(bagan)].svg)


def _signs(classes: str, *, flow: bool) -> set[str]:
    """The classes that stand for a sign: of a first step only that it is the first."""
    names = set(classes.split())
    if "awal" in names:
        return names & {"awal", "asal-rekonstruksi"}
    kind = "jenis-" if flow else "bentuk-"
    marks = ("relasi-", "lencana-", kind)
    return {n for n in names if n.startswith(marks) or n == "asal-rekonstruksi"}


def _meant(sign: Legenda, *, flow: bool) -> set[str]:
    return _signs(f"{sign.kelas} {sign.bagian}", flow=flow)


@ALL
def test_every_sign_of_a_chart_and_no_other(bagan: Bagan, tmp_path: Path) -> None:
    flow = bagan.jenis == "mekanisme"
    shown = set[str]().union(
        *(_signs(node.get("class", ""), flow=flow) for node in _drawn(bagan, tmp_path).iter())
    )
    explained = [_meant(sign, flow=flow) for sign in legend(bagan, KOSAKATA)]
    assert set[str]().union(*explained) == shown
    assert all(explained)


@ALL
def test_samples_of_lines_look_like_the_lines(bagan: Bagan, tmp_path: Path) -> None:
    arrows = {
        node.get("data-relasi"): node
        for node in _drawn(bagan, tmp_path).iter(f"{SVG}g")
        if node.get("data-dari")
    }
    for sign in legend(bagan, KOSAKATA):
        if sign.bagian != "garis":
            continue
        relation = sign.relasi or "lalu"
        line, head = arrows[relation].find(f"{SVG}path"), arrows[relation].find(f"{SVG}polygon")
        assert line is not None
        assert dict(sign.atribut).get("stroke-dasharray") == line.get("stroke-dasharray")
        corners = len(head.get("points", "").split()) if head is not None else 0
        assert len(sign.kepala.split()) == corners
