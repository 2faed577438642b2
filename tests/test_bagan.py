"""Charts before they are drawn: what they show, where it stands, what Graphviz is told."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from generator import model
from generator.bagan import build, lanes, text, tree
from generator.bagan.dot import dot
from generator.bagan.plan import plan
from generator.graph import Bagan
from tests.bagan_contoh import ALUR, DAERAH, KOSAKATA, STRUKTUR, alur, rujuk, struktur

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize(("name", "bagan"), [("alur", ALUR), ("struktur", STRUKTUR)])
def test_golden_dot(name: str, bagan: Bagan) -> None:
    """After a wanted change: python -m tests.perbarui_golden."""
    assert dot(bagan) == (GOLDEN / f"{name}.dot").read_text(encoding="utf-8")


#: Prints a checksum over the DOT of every chart of the project.
_CHECKSUM = """
import hashlib
from generator.bagan.dot import dot
from tests.bagan_nyata import ROOT, regency_charts
from generator.regency import list_slugs
found = hashlib.sha256()
for slug in list_slugs(ROOT):
    for chart in regency_charts(ROOT / "regencies" / slug):
        found.update(dot(chart).encode())
print(found.hexdigest())
"""


def test_same_data_same_dot_in_every_process() -> None:
    """The order of a set differs from process to process: it must not be seen in the DOT."""
    sums = {
        subprocess.run(
            [sys.executable, "-c", _CHECKSUM],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(GOLDEN.parent.parent)},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("0", "1", "4321")
    }
    assert len(sums) == 1


def test_penugasan_shows_the_kedudukan_that_its_pattern_gives_to_the_same_boxes() -> None:
    def data(ident: str, boxes: list[str], relation: str, **more: object) -> model.Struktur:
        cited = [{"klausa": "pasal-2", "kutipan": relation}]
        ids = {name: f"{ident}-{number}" for number, name in enumerate(boxes)}
        lines = [
            {"dari": ids[boxes[0]], "ke": below, "relasi": relation, "dasar": cited}
            for below in list(ids.values())[1:]
        ]
        nodes = [{"id": i, "sebutan": s, "jenis": "tim", "dasar": cited} for s, i in ids.items()]
        shared = {"id": ident, "judul": ident, "klausa": "pasal-1", "asal": "bagan", **more}
        return model.Struktur.model_validate({**shared, "simpul": nodes, "garis": lines})

    given = data("tugas", ["Kepala", "Kelompok", "Tim"], "penugasan", pola=["satu", "dua"])
    one = data("satu", ["Kepala", "Kelompok", "Bidang"], "kedudukan")
    two = data("dua", ["Kepala", "Kelompok"], "kedudukan")
    other = data("tiga", ["Kepala", "Bidang"], "kedudukan")
    chart = build.struktur(given, "penugasan", DAERAH, KOSAKATA, rujuk, [one, two])
    (line,) = [panah for panah in chart.panah if panah.relasi == "kedudukan"]
    titles = {kotak.id: kotak.judul for kotak in chart.kotak}
    assert (titles[line.dari], titles[line.ke]) == ("Kepala", "Kelompok")
    assert line.dasar[0].kutipan == "kedudukan"
    again = build.struktur(given, "penugasan", DAERAH, KOSAKATA, rujuk, [one, other])
    assert all(panah.relasi == "penugasan" for panah in again.panah)


def test_end_box_only_where_a_step_names_selesai() -> None:
    endless = alur([{"id": "a", "pelaku": "x", "tindakan": "Bekerja"}])
    assert [kotak.jenis for kotak in endless.kotak] == ["tindakan"]
    assert [kotak.jenis for kotak in ALUR.kotak].count("selesai") == 1


def test_open_branch_is_a_box_with_the_citation_of_its_decision() -> None:
    (gap,) = [kotak for kotak in ALUR.kotak if kotak.jenis == "tidak_diatur"]
    decision = next(kotak for kotak in ALUR.kotak if kotak.judul == "Menyetujui pelibatan?")
    assert gap.judul == "Tidak diatur dalam naskah"
    assert gap.dasar == decision.dasar
    assert any(panah.ke == gap.id and panah.label == "menolak" for panah in ALUR.panah)


def test_copies_documents_and_conditions_stand_in_the_box() -> None:
    first, second = ALUR.kotak[:2]
    assert first.rincian == ("dokumen: Surat permohonan", "tembusan: Pejabat penilai")
    assert second.rincian == ("setelah: rekomendasi",)


def test_who_only_receives_a_copy_has_no_lane() -> None:
    assert [lajur.id for lajur in ALUR.lajur] == ["pemohon", "dituju"]


def test_one_step_a_row_and_open_ends_beside_their_decision() -> None:
    grid = lanes.place(ALUR)
    steps = [k.id for k in ALUR.kotak if k.jenis != "tidak_diatur"]
    rows = [grid.cells[step][1] for step in steps]
    assert rows == sorted(set(rows))
    gap = next(k.id for k in ALUR.kotak if k.jenis == "tidak_diatur")
    source = next(panah.dari for panah in ALUR.panah if panah.ke == gap)
    assert grid.cells[gap][1] == grid.cells[source][1]
    assert grid.columns[grid.cells[gap][0]].lane == "dituju"


def test_four_open_branches_all_find_a_place() -> None:
    branches = [{"label": f"cabang {n}", "ke": "tidak_diatur"} for n in range(4)]
    bagan = alur([{"id": "a", "pelaku": "x", "keputusan": "Apa?", "bila": branches}])
    cells = lanes.place(bagan).cells
    assert len(set(cells.values())) == len(cells) == 1 + 1 + 4


def test_superior_stands_above_subordinate() -> None:
    cells = tree.place(STRUKTUR).cells
    for panah in STRUKTUR.panah:
        if panah.relasi in ("kedudukan", "penugasan"):
            assert cells[panah.dari][1] < cells[panah.ke][1]


def test_many_leaves_hang_below_each_other() -> None:
    boxes = [("a", "A", "pimpinan"), ("b", "B", "administrator"), ("c", "C", "administrator")]
    leaves = [(f"{top}{n}", f"Sub {n}", "kelompok") for top in "bc" for n in range(4)]
    lines = [("a", "b", "kedudukan"), ("a", "c", "kedudukan")]
    lines += [(leaf[0][0], leaf[0], "kedudukan") for leaf in leaves]
    grid = tree.place(struktur(boxes + leaves, lines))
    assert len({grid.cells[f"simpul-penugasan-contoh-b{n}"][0] for n in range(4)}) == 1
    assert len(grid.hanging) == 8


def test_boxes_that_stand_above_each_other_in_a_circle_are_drawn() -> None:
    boxes = [("a", "A", "pimpinan"), ("b", "B", "administrator")]
    bagan = struktur(boxes, [("a", "b", "kedudukan"), ("b", "a", "kedudukan")])
    assert "digraph" in dot(bagan)


@pytest.mark.parametrize("bagan", [ALUR, STRUKTUR], ids=["alur", "struktur"])
def test_lines_run_straight_and_through_no_box(bagan: Bagan) -> None:
    chart = plan(bagan)
    assert len(chart.runs) == len(bagan.panah)
    for run in chart.runs:
        assert chart.nodes[run.spots[0]].box == run.panah.dari
        assert chart.nodes[run.spots[-1]].box == run.panah.ke
        assert all(chart.nodes[spot].box is None for spot in run.spots[1:-1])
        assert all((a[0] == b[0]) != (a[1] == b[1]) for a, b in pairwise(run.spots))


def test_line_of_appraisal_runs_along_the_line_of_kedudukan() -> None:
    spots = {run.panah.relasi: run for run in plan(STRUKTUR).runs if run.panah.ke.endswith("-jf")}
    assert spots["penilaian"].spots == spots["kedudukan"].spots
    assert (spots["kedudukan"].beside, spots["penilaian"].beside) == (0, 1)


def test_words_of_one_line_do_not_stand_on_the_trunk_it_shares() -> None:
    chart = plan(STRUKTUR)
    (place,) = [spot for spot, node in chart.nodes.items() if ("kedudukan", "atau") in node.words]
    using = [run.panah.ke for run in chart.runs if place in run.spots]
    assert using == ["simpul-penugasan-contoh-sekretaris"]


NASTY = [
    "<b>tebal</b>",
    "<TABLE>",
    "a & b &amp; c",
    "kata \"kunci\" dan 'ini'",
    "baris\nbaru",
    "miring\\n \\N \\L \\",
    "{{ jinja }} {% x %}",
    "<",
    ">",
    "]]>",
    "\x00\x07\x1b kendali",
    "”é–→",
    "x" * 200,
]


@pytest.mark.parametrize("words", NASTY)
def test_text_is_data_never_markup(words: str) -> None:
    label = text.escape(words)
    assert not set(label) & set('<>"')
    assert text.quote(words).startswith('"') or text.quote(words).isalnum()
    assert "\n" not in text.quote(words)


def test_wrapping_keeps_every_word_whole() -> None:
    words = "Pejabat Fungsional dan pelaksana yang bertanggungjawab kepada Pimpinan Unit Organisasi"
    lines = text.wrap(words, 26)
    assert " ".join(lines) == words
    assert max(map(len, lines)) <= 26
    assert text.wrap("Ketidakbertanggungjawabannya", 10) == ("Ketidakbertanggungjawabannya",)
    assert text.wrap("   ", 10) == ()
