"""Drawn charts: the SVG that stands in a page, the cache, and a renderer that fails."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from generator.bagan import draw as drawing
from generator.bagan import renderer as rendering
from generator.bagan.draw import GagalMenggambar, Gambar, draw, key, tidy
from generator.bagan.renderer import PerenderTidakAda
from generator.bagan.svg import prefixed
from generator.graph import Bagan
from generator.tenaga import Setempat
from tests.bagan_contoh import ALUR, STRUKTUR, alur, struktur
from tests.bagan_nyata import ROOT, regency_charts
from tests.test_bagan import NASTY

SVG = "{http://www.w3.org/2000/svg}"
BOTH = pytest.mark.parametrize("bagan", [ALUR, STRUKTUR], ids=["alur", "struktur"])


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("gambar")


def picture(bagan: Bagan, cache: Path) -> Gambar:
    return draw([bagan], cache).gambar[key(bagan)]


@BOTH
def test_svg_stands_in_a_page(bagan: Bagan, cache: Path) -> None:
    drawn = picture(bagan, cache)
    root = ElementTree.fromstring(drawn.svg)
    assert drawn.svg.startswith("<svg ")
    assert "xlink" not in drawn.svg and "<!DOCTYPE" not in drawn.svg
    assert root.get("role") == "group"
    named = {node.get("id"): node for node in root if node.tag in (f"{SVG}title", f"{SVG}desc")}
    assert set(named) == {root.get("aria-labelledby"), root.get("aria-describedby")}
    assert (root.get("width"), root.get("height")) == (str(drawn.lebar), str(drawn.tinggi))
    assert root.get("viewBox")


@BOTH
def test_ids_are_unique_and_complete(bagan: Bagan, cache: Path) -> None:
    root = ElementTree.fromstring(picture(bagan, cache).svg)
    ids = [node.get("id") for node in root.iter() if node.get("id")]
    assert len(ids) == len(set(ids))
    assert {kotak.id for kotak in bagan.kotak} | {panah.id for panah in bagan.panah} <= set(ids)


@BOTH
def test_every_box_leads_to_its_clause_and_says_so(bagan: Bagan, cache: Path) -> None:
    root = ElementTree.fromstring(picture(bagan, cache).svg)
    boxes = {node.get("id"): node for node in root.iter(f"{SVG}a")}
    for kotak in bagan.kotak:
        box = boxes[kotak.id]
        assert box.get("href") == kotak.dasar[0].alamat == "~/contoh/peraturan/#pasal-1"
        assert box.get("data-kutipan") == "bunyi pasal"
        name = box.findtext(f"{SVG}title") or ""
        assert name.startswith(kotak.judul) and name.endswith("— Pasal 1: “bunyi pasal”")
        words = " ".join(node.text or "" for node in box.iter(f"{SVG}text")).split()
        shown = " ".join((kotak.judul, *kotak.rincian, *(one.nama for one in kotak.lencana)))
        assert words == shown.split()


@BOTH
def test_every_arrow_is_one_path_with_its_relation_and_citation(bagan: Bagan, cache: Path) -> None:
    root = ElementTree.fromstring(picture(bagan, cache).svg)
    arrows = {node.get("id"): node for node in root.iter(f"{SVG}g")}
    for panah in bagan.panah:
        arrow = arrows[panah.id]
        assert arrow.get("data-relasi") == panah.relasi
        assert (arrow.get("data-dari"), arrow.get("data-ke")) == (panah.dari, panah.ke)
        assert arrow.get("data-klausa") == "pasal-1"
        assert len(arrow.findall(f"{SVG}path")) == 1
        assert len(arrow.findall(f"{SVG}polygon")) == panah.berarah


def test_relations_differ_in_more_than_colour(cache: Path) -> None:
    root = ElementTree.fromstring(picture(STRUKTUR, cache).svg)
    looks = {}
    for arrow in root.iter(f"{SVG}g"):
        if arrow.get("data-relasi") and arrow.find(f"{SVG}path") is not None:
            line = arrow.find(f"{SVG}path")
            assert line is not None
            head = len(arrow.findall(f"{SVG}polygon"))
            looks[arrow.get("data-relasi")] = (line.get("stroke-dasharray"), head)
    assert len(set(looks.values())) == len(looks) == 4


def test_open_branches_and_badges_have_their_classes(cache: Path) -> None:
    flow, chart = picture(ALUR, cache).svg, picture(STRUKTUR, cache).svg
    for name in ("lajur-0", "lajur-1", "tahap", "batas-tahap", "judul-lajur", "judul-tahap"):
        assert f'"{name}"' in flow or f" {name}" in flow or f"{name} " in flow
    assert "jenis-tidak-diatur" in flow and "jenis-keputusan" in flow and "awal" in flow
    assert "lencana lencana-penilai" in chart and "bentuk-luar" in chart


def test_prefixed_ids_let_two_regencies_stand_on_one_page(cache: Path) -> None:
    svg = picture(ALUR, cache).svg
    other = prefixed(svg, "kota-lain")
    ids = {node.get("id") for node in ElementTree.fromstring(svg).iter() if node.get("id")}
    others = {node.get("id") for node in ElementTree.fromstring(other).iter() if node.get("id")}
    assert others == {f"kota-lain-{one}" for one in ids}
    root = ElementTree.fromstring(other)
    assert {root.get("aria-labelledby"), root.get("aria-describedby")} <= others


@pytest.mark.parametrize("words", NASTY)
def test_any_text_is_drawn_as_it_is(words: str, tmp_path: Path) -> None:
    shown = " ".join("".join(c for c in words if c >= " " or c == "\n").split())
    # Data with signs that are not seen is refused; a chart is drawn whatever it holds.
    flow = alur([{"id": "a", "pelaku": "x", "tindakan": "Isi", "lalu": ["selesai"]}])
    flow = replace(flow, kotak=(replace(flow.kotak[0], judul=words), *flow.kotak[1:]))
    chart = struktur([("a", "A", "pimpinan"), ("b", "B", "tim")], [("a", "b", "penugasan", "ke")])
    chart = replace(
        chart,
        kotak=(replace(chart.kotak[0], judul=words), *chart.kotak[1:]),
        panah=tuple(replace(line, label=words) for line in chart.panah),
    )
    for bagan in (flow, chart):
        root = ElementTree.fromstring(picture(bagan, tmp_path).svg)
        box = next(node for node in root.iter(f"{SVG}a") if node.get("id") == bagan.kotak[0].id)
        texts = [node.text or "" for node in box.iter(f"{SVG}text")]
        drawn = " ".join(" ".join(texts).split())
        assert drawn.startswith(shown)
        assert not {"b", "TABLE", "script"} & {node.tag.removeprefix(SVG) for node in root.iter()}


def test_only_what_changed_is_drawn_again(tmp_path: Path) -> None:
    first = draw([ALUR, STRUKTUR], tmp_path)
    again = draw([ALUR, STRUKTUR], tmp_path)
    assert (first.digambar, first.dari_cache) == (2, 0)
    assert (again.digambar, again.dari_cache) == (0, 2)
    assert again.gambar == first.gambar
    other = alur([{"id": "a", "pelaku": "x", "tindakan": "Lain"}])
    assert draw([other, STRUKTUR], tmp_path).digambar == 1


def test_same_pictures_from_any_number_of_processes(tmp_path: Path) -> None:
    charts = list(regency_charts(ROOT / "regencies" / "_contoh"))
    charts += [
        alur([{"id": "a", "pelaku": "x", "tindakan": f"Langkah {n}"}], f"alur-{n}")
        for n in range(2 * drawing.BATCH)
    ]
    found = []
    for cores in (1, 2, 5):
        found.append(draw(charts, tmp_path / str(cores), Setempat(cores)).gambar)
    assert found[0] == found[1] == found[2]
    assert len(found[0]) == len(charts)


def test_entries_that_nobody_asks_for_go_after_a_month(tmp_path: Path) -> None:
    draw([ALUR, STRUKTUR], tmp_path)
    (tmp_path / f"x{drawing.DRAFT}").touch()
    for entry in tmp_path.iterdir():
        used = entry.stat().st_mtime - drawing.UMUR - 60
        os.utime(entry, (used, used))
    draw([ALUR], tmp_path)
    tidy(tmp_path)
    assert len(list(tmp_path.iterdir())) == 1
    again = draw([ALUR, STRUKTUR], tmp_path)
    assert (again.digambar, again.dari_cache) == (1, 1)
    tidy(tmp_path)
    assert draw([ALUR, STRUKTUR], tmp_path).dari_cache == 2


@pytest.mark.parametrize("spoil", ["", "potong", "ganti"])
def test_spoiled_entry_of_the_cache_is_drawn_again(spoil: str, tmp_path: Path) -> None:
    whole = draw([ALUR], tmp_path)
    (entry,) = tmp_path.iterdir()
    kept = entry.read_text(encoding="utf-8")
    entry.write_text({"": "", "potong": kept[:-40], "ganti": kept.replace("Hasil", "Rusak")}[spoil])
    again = draw([ALUR], tmp_path)
    assert (again.digambar, again.gambar) == (1, whole.gambar)
    assert draw([ALUR], tmp_path).dari_cache == 1


def _program(folder: Path, name: str, script: str) -> Path:
    """A program that stands in for Graphviz."""
    folder.mkdir(exist_ok=True)
    file = folder / name
    file.write_text(f"#!{sys.executable}\nimport sys, time, subprocess\n{script}\n")
    file.chmod(0o755)
    return file


POSIX = pytest.mark.skipif(os.name == "nt", reason="program tiruan memakai #!")
PASS_ON = "sys.exit(subprocess.run([{real!r}, *sys.argv[1:]]).returncode)"


@POSIX
def test_falls_back_to_dot_on_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = rendering.renderer()
    fake = _program(tmp_path / "bin", "dot", PASS_ON.format(real=real))
    monkeypatch.setattr(rendering.sys, "executable", str(tmp_path / "kosong" / "python"))
    monkeypatch.setenv("PATH", str(fake.parent))
    assert rendering.renderer() == str(fake)
    assert draw([ALUR], tmp_path / "cache").digambar == 1


def test_missing_renderer_is_told_with_its_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rendering.sys, "executable", str(tmp_path / "python"))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(PerenderTidakAda, match=r"tidak ditemukan.*graphviz-pure.*run\.py site"):
        draw([ALUR], tmp_path / "cache")


CRASH = """
if '-V' in sys.argv: print('palsu 1'); sys.exit()
for file in sys.argv[3:]:
    if 'Hasil sesuai' in open(file).read():
        {deed}
    subprocess.run([{real!r}, '-Tsvg', '-O', file])
"""


@POSIX
@pytest.mark.parametrize("deed", ["sys.exit('layout meledak')", "time.sleep(60)"])
def test_failure_names_the_chart(
    deed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = CRASH.format(deed=deed, real=rendering.renderer())
    fake = _program(tmp_path / "bin", "graphviz-pure", script)
    monkeypatch.setattr(rendering.sys, "executable", str(fake.with_name("python")))
    monkeypatch.setattr(rendering, "TIMEOUT", 1.0)
    with pytest.raises(GagalMenggambar, match=r"mekanisme `contoh` \(contoh\) .*(meledak|detik)"):
        draw([STRUKTUR, ALUR], tmp_path / "cache")


@POSIX
def test_failure_in_another_process_names_the_chart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = CRASH.format(deed="sys.exit('layout meledak')", real=rendering.renderer())
    fake = _program(tmp_path / "bin", "graphviz-pure", script)
    monkeypatch.setattr(rendering.sys, "executable", str(fake.with_name("python")))
    others = [
        alur([{"id": "a", "pelaku": "x", "tindakan": "Bekerja"}], f"alur-{n}")
        for n in range(2 * drawing.BATCH)
    ]
    with pytest.raises(GagalMenggambar, match=r"mekanisme `contoh` \(contoh\) .*meledak"):
        draw([*others, ALUR], tmp_path / "cache", Setempat(2))
