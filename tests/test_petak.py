"""Plots: what is built again when something changes, and that nothing else differs."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from generator import compare, pipeline
from generator.pages import konteks, situs, sosialisasi, values
from generator.pages import temuan as temuan_pages
from generator.petak import cetak, rencana
from generator.petak.lemari import Lemari
from generator.problems import BuildFailed
from generator.tenaga import Setempat

ONE = Setempat(1)


@pytest.fixture
def bertiga(contoh: Path) -> Path:
    """A project of three regencies that are alike but for their names."""
    for slug in ("dua", "tiga"):
        for start in ("regencies", "content/peraturan"):
            shutil.copytree(contoh / start / "contoh", contoh / start / slug)
        _edit(contoh, slug, "daerah.yaml", r"^slug: contoh\b", f"slug: {slug}")
    return contoh


def _edit(root: Path, slug: str, file: str, old: str, new: str) -> None:
    path = root / "regencies" / slug / file
    text = path.read_text(encoding="utf-8")
    changed, count = re.subn(old, new, text, count=1, flags=re.MULTILINE)
    assert count == 1
    path.write_text(changed, encoding="utf-8")


def _build(root: Path, out: str = "site") -> dict[str, str]:
    result = pipeline.build_site(root, root / out, tenaga=ONE)
    return {stage.tahap: stage.keterangan for stage in result.waktu}


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_change_builds_one_regency_and_what_is_around(bertiga: Path) -> None:
    told = _build(bertiga)
    assert told["petak"] == "daerah 3 dari 3, pasangan 3 dari 3, bersama 4 dari 4"
    told = _build(bertiga)
    assert told["petak"] == "daerah 0 dari 3, pasangan 0 dari 3, bersama 0 dari 4"
    _edit(bertiga, "dua", "kedudukan.yaml", "Dinas yang dipimpin", "Dinas yang baru dipimpin")
    told = _build(bertiga)
    assert told["daerah"] == "1 disiapkan, 3 seluruhnya"
    assert told["petak"] == "daerah 1 dari 3, pasangan 0 dari 3, bersama 1 dari 4"
    page = (bertiga / "site" / "dua" / "kedudukan" / "index.html").read_text(encoding="utf-8")
    assert "Dinas yang baru dipimpin" in page


def test_a_site_built_bit_by_bit_is_the_one_built_at_once(bertiga: Path) -> None:
    _build(bertiga)
    for slug, file, old, new in (
        ("tiga", "mekanisme.yaml", "tindakan: Melaksanakan", "tindakan: Menjalankan"),
        ("dua", "kedudukan.yaml", "Dinas yang dipimpin", "Dinas yang baru dipimpin"),
        ("dua", "catatan.yaml", "judul: Penolakan", "judul: Soal penolakan"),
        ("tiga", "peran.yaml", "sebutan: Kepala Dinas", "sebutan: Kadis"),
        ("contoh", "daerah.yaml", "nama_singkat: Contoh", "nama_singkat: Teladan"),
    ):
        _edit(bertiga, slug, file, old, new)
        _build(bertiga)
    grown = _files(bertiga / "site")
    shutil.rmtree(bertiga / "build")
    _build(bertiga)
    assert _files(bertiga / "site") == grown


def test_a_regency_that_is_gone_leaves_nothing(bertiga: Path) -> None:
    _build(bertiga)
    for start in ("regencies", "content/peraturan"):
        shutil.rmtree(bertiga / start / "dua")
    _build(bertiga)
    left = [name for name in _files(bertiga / "site") if re.search(r"\bdua\b", name)]
    assert left == []
    assert not list((bertiga / "build").rglob("*dua*"))


def test_a_plot_that_was_not_finished_is_built_again(bertiga: Path) -> None:
    _build(bertiga)
    whole = _files(bertiga / "site")
    plot = bertiga / cetak.DARING / rencana.regency_name("tiga")
    (plot / "kunci").unlink()
    shutil.rmtree(plot / cetak.SITUS)
    assert _build(bertiga)["petak"].startswith("daerah 1 dari 3")
    assert _files(bertiga / "site") == whole


def test_a_link_to_another_plot_that_leads_nowhere_stops_the_build(bertiga: Path) -> None:
    page = bertiga / "content" / "tentang.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(f'{text}\n<a href="../dua/kedudukan/">ada</a>\n', encoding="utf-8")
    _build(bertiga)
    before = _files(bertiga / "site")
    for address, fault in (("../dua/tiada/", "tautan mati"), ("../dua/#tiada", "jangkar mati")):
        page.write_text(f'{text}\n<a href="{address}">tidak ada</a>\n', encoding="utf-8")
        with pytest.raises(BuildFailed, match=fault):
            _build(bertiga)
    assert _files(bertiga / "site") == before


def test_problems_of_all_regencies_are_told_at_once(bertiga: Path) -> None:
    for slug in ("contoh", "tiga"):
        _edit(bertiga, slug, "kedudukan.yaml", "judul:", "judl:")
    with pytest.raises(BuildFailed) as failure:
        _build(bertiga)
    files = {problem.place.file for problem in failure.value.problems}
    assert files == {f"regencies/{slug}/kedudukan.yaml" for slug in ("contoh", "tiga")}


def test_many_regencies_are_compared_with_one_and_told_in_numbers(
    bertiga: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compare, "SEMUA_PASANGAN", 2)
    monkeypatch.setattr(values, "CONTOH", 2)
    for module in (konteks, situs, sosialisasi, temuan_pages, rencana):
        monkeypatch.setattr(module, "MANY", 2)
    told = _build(bertiga)
    assert "pasangan 2 dari 2" in told["petak"]
    texts = sorted(path.name for path in (bertiga / "site" / "bandingkan" / "naskah").glob("*/*"))
    assert len(texts) == 4 + len(compare.pairs(("a", "b", "c"), "a")) - 2
    findings = (bertiga / "site" / "temuan" / "index.html").read_text(encoding="utf-8")
    assert '<th scope="col">Daerah</th>' in findings
    assert _build(bertiga)["petak"].startswith("daerah 0 dari 3")


def test_the_cabinet_keeps_what_it_was_given_under_its_key(tmp_path: Path) -> None:
    cabinet = Lemari(tmp_path)
    assert not cabinet.holds("a", "1")
    cabinet.keep("a", "1", {"angka": 7, "kata": ["x"]})
    assert cabinet.holds("a", "1")
    assert not cabinet.holds("a", "2")
    assert (cabinet.load("a", "angka"), Lemari(tmp_path).load("a", "kata")) == (7, ["x"])
    with pytest.raises(RuntimeError), cabinet.filling("a", "2"):
        raise RuntimeError
    assert not cabinet.holds("a", "1")
    assert not cabinet.holds("a", "2")
