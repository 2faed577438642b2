"""The numbers behind a chart: they say what its picture shows."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

from generator.bagan.compact import compact
from generator.bagan.dot import text as dot_text
from generator.bagan.draw import draw, key, layouts
from generator.bagan.measure import measure
from generator.bagan.plan import plan
from generator.bagan.renderer import render, renderer
from generator.bagan.tata import KotakTata, Tata, Titik
from generator.graph import Bagan
from generator.regency import list_slugs
from tests.bagan_contoh import ALUR, STRUKTUR, alur
from tests.bagan_nyata import ROOT, regency_charts

SVG = "{http://www.w3.org/2000/svg}"
BOTH = pytest.mark.parametrize("bagan", [ALUR, STRUKTUR], ids=["alur", "struktur"])


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("tata")


def _layout(bagan: Bagan, cache: Path) -> Tata:
    return layouts([bagan], cache)[key(bagan)]


def _svg(bagan: Bagan, cache: Path) -> ElementTree.Element:
    return ElementTree.fromstring(draw([bagan], cache).gambar[key(bagan)].svg)


def _frame(shape: ElementTree.Element) -> tuple[float, float, float, float]:
    if shape.tag == f"{SVG}rect":
        x, y, width, height = (float(shape.get(k, "")) for k in ("x", "y", "width", "height"))
        return x, y, width, height
    points = [tuple(map(float, pair.split(","))) for pair in shape.get("points", "").split()]
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)


@BOTH
def test_boxes_stand_where_the_picture_shows_them(bagan: Bagan, cache: Path) -> None:
    drawn = {}
    for node in _svg(bagan, cache).iter():
        if "kotak" in node.get("class", "").split():
            shape = next(one for one in node.iter() if one.get("class") == "bidang")
            words = [text.text for text in node.iter(f"{SVG}text")]
            drawn[node.get("id")] = (_frame(shape), words, node.get("class"), shape.get("fill"))
    tata = _layout(bagan, cache)
    assert list(drawn) == [one.id for one in tata.kotak] == [one.id for one in bagan.kotak]
    for one in tata.kotak:
        frame, words, kind, fill = drawn[one.id]
        assert frame == pytest.approx((one.x, one.y, one.lebar, one.tinggi), abs=1)
        assert (words, kind, fill) == ([line.isi for line in one.baris], one.kelas, one.isi)


@BOTH
def test_arrows_run_level_or_upright_from_box_to_box(bagan: Bagan, cache: Path) -> None:
    tata = _layout(bagan, cache)
    boxes = {one.id: one for one in tata.kotak}
    assert [one.id for one in tata.panah] == [one.id for one in bagan.panah]
    for panah in tata.panah:
        assert _on_edge(boxes[panah.dari], panah.garis[0][0])
        assert _on_edge(boxes[panah.ke], panah.garis[-1][-1])
        for line in panah.garis:
            assert all(abs(a[0] - b[0]) < 1 or abs(a[1] - b[1]) < 1 for a, b in pairwise(line))


def _on_edge(box: KotakTata, point: Titik) -> bool:
    x, y = point[0] - box.x, point[1] - box.y
    level = min(abs(x), abs(x - box.lebar)) < 1 and -1 < y < box.tinggi + 1
    upright = min(abs(y), abs(y - box.tinggi)) < 1 and -1 < x < box.lebar + 1
    return level or upright


def test_lanes_and_stages_lie_side_by_side_with_their_titles(cache: Path) -> None:
    tata = _layout(ALUR, cache)
    assert [(one.id, one.baris[0].isi) for one in tata.lajur] == [
        ("pemohon", "Pejabat pemohon"),
        ("dituju", "Pejabat dituju"),
    ]
    assert [one.id for one in tata.tahap] == ["awal", "akhir"]
    left, right = tata.lajur
    assert left.x + left.lebar < right.x and left.tinggi == right.tinggi
    for lane in tata.lajur:
        assert lane.baris[0].x == pytest.approx(lane.x + lane.lebar / 2, abs=0.1)
    above, below = tata.tahap
    ((start, end),) = tata.batas
    assert above.y + above.tinggi < start[1] == end[1] < below.y
    assert (start[0], end[0]) == (above.x, pytest.approx(right.x + right.lebar, abs=0.1))


@BOTH
def test_everything_lies_on_the_canvas(bagan: Bagan, cache: Path) -> None:
    tata = _layout(bagan, cache)
    for one in (*tata.lajur, *tata.tahap, *tata.kotak):
        assert one.x >= 0 and one.x + one.lebar <= tata.lebar
        assert one.y >= 0 and one.y + one.tinggi <= tata.tinggi
    points = [point for panah in tata.panah for line in panah.garis for point in line]
    assert all(0 <= x <= tata.lebar and 0 <= y <= tata.tinggi for x, y in points)


def test_numbers_come_from_the_cache_of_the_picture(tmp_path: Path) -> None:
    first = layouts([ALUR, STRUKTUR], tmp_path)
    # An entry that is written anew is another file; its time only says when it was used.
    kept = {file: file.stat().st_ino for file in tmp_path.iterdir()}
    assert layouts([ALUR, STRUKTUR], tmp_path) == first
    # As they were asked for, whichever was there before.
    assert list(layouts([STRUKTUR, ALUR], tmp_path)) == [key(STRUKTUR), key(ALUR)]
    assert {file: file.stat().st_ino for file in tmp_path.iterdir()} == kept
    assert draw([ALUR, STRUKTUR], tmp_path).digambar == 0


def test_numbers_come_as_asked_for_whatever_was_there_before(tmp_path: Path) -> None:
    layouts([STRUKTUR], tmp_path)
    assert list(layouts([ALUR, STRUKTUR], tmp_path)) == [key(ALUR), key(STRUKTUR)]


def test_a_flow_is_made_lower_and_keeps_its_order() -> None:
    """Steps in different lanes may overlap in height, but each begins below the one before it."""
    steps = [
        {"id": f"s{n}", "pelaku": "abc"[n % 3], "tindakan": "Kerja " * (n * 7 % 23 + 1)}
        for n in range(9)
    ]
    for one, two in pairwise(steps):
        one["lalu"] = two["id"]
    chart = alur(steps)
    planned = plan(chart)
    ((raw, _),) = render(renderer(), [dot_text(chart, planned)])
    loose = measure(chart, planned, raw)
    tight = compact(loose)
    assert tight.tinggi < 0.8 * loose.tinggi
    tops = [one.y for one in tight.kotak]
    assert all(one + 10 < two for one, two in pairwise(tops))
    assert [one.x for one in tight.kotak] == [one.x for one in loose.kotak]
    assert all(one.y + one.tinggi < tight.lajur[0].y + tight.lajur[0].tinggi for one in tight.kotak)
    boxes = {one.id: one for one in tight.kotak}
    for panah in tight.panah:
        assert _on_edge(boxes[panah.ke], panah.garis[-1][-1])
        assert panah.garis[-1][-1][1] - panah.garis[-1][-2][1] >= 20


def test_a_structure_is_left_as_it_was_drawn(cache: Path) -> None:
    tata = _layout(STRUKTUR, cache)
    assert compact(tata) == tata


#: About how wide a letter on a line is; what a line keeps from borders and from boxes it passes.
LETTER, FROM_BORDER, FROM_BOX = 5.7, 8, 10


@pytest.mark.parametrize("slug", (*list_slugs(ROOT), "_contoh"))
def test_words_and_lines_of_a_flow_keep_off_borders(slug: str, cache: Path) -> None:
    charts = [one for one in regency_charts(ROOT / "regencies" / slug) if one.lajur]
    assert charts
    for (_, _, ident), tata in layouts(charts, cache).items():
        assert [*_across(tata), *_hugging(tata)] == [], ident


def test_a_branch_that_turns_beside_its_decision_has_room_for_its_words(cache: Path) -> None:
    """Two branches to steps below, in one lane: one of them must go around the other."""
    steps = [
        {
            "id": "a",
            "pelaku": "x",
            "tindakan": "Permohonan pelibatan disetujui?",
            "bila": [{"label": "ya", "ke": "b"}, {"label": "tidak disetujui", "ke": "c"}],
        },
        {"id": "b", "pelaku": "x", "tindakan": "Menyampaikan persetujuan", "lalu": ["selesai"]},
        {"id": "c", "pelaku": "x", "tindakan": "Menyampaikan penolakan", "lalu": ["selesai"]},
    ]
    chart = alur(steps, "samping")
    tata = _layout(chart, cache)
    aside = [one for one in tata.panah if one.baris and one.garis[0][0][1] == one.garis[0][1][1]]
    assert aside
    assert [*_across(tata), *_hugging(tata)] == []


def _across(tata: Tata) -> list[str]:
    """Words of a branch that stand across the border of a lane, or outside the lanes."""
    return [
        f"{panah.id}: {line.isi}"
        for panah in tata.panah
        for line in panah.baris
        if not any(
            lane.x < line.x and line.x + LETTER * len(line.isi) < lane.x + lane.lebar
            for lane in tata.lajur
        )
    ]


def _hugging(tata: Tata) -> list[str]:
    """Upright pieces that run close along a border or along a box."""
    borders = [x for lane in tata.lajur for x in (lane.x, lane.x + lane.lebar)]
    found = []
    for panah in tata.panah:
        for (x, y1), (x2, y2) in (pair for line in panah.garis for pair in pairwise(line)):
            if x == x2:
                low, high = sorted((y1, y2))
                beside = [b for b in tata.kotak if b.y < high and b.y + b.tinggi > low]
                gaps = [max(b.x - x, x - b.x - b.lebar) for b in beside]
                near = any(abs(edge - x) < FROM_BORDER for edge in borders)
                found += [panah.id] if near or any(0 < gap < FROM_BOX for gap in gaps) else []
    return found
