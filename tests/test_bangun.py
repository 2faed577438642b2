"""The whole way: from data to a site, on the example and on the real regencies."""

from __future__ import annotations

import html
import json
import re
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from generator.checks.situs import check_site
from generator.cli import app
from generator.pipeline import build_site
from generator.problems import BuildFailed

#: The pages of one regency, whose addresses are fixed.
PAGES = (
    "",
    "peraturan/",
    "lampiran/",
    "kedudukan/",
    "penugasan/",
    "mekanisme/",
    "perangkat-daerah/",
    "peran/",
    "temuan/",
)
NASTY = (
    "<b>A & \"B\" 'C' {{ 7919*7919 }} *x* [a](javascript:alert(1)) `q` <script>alert(1)</script>"
)


def test_every_fixed_address_is_there(situs: Path, root: Path) -> None:
    assert (situs / "index.html").is_file()
    for page in ("temuan/", "tentang/", "istilah/"):
        assert (situs / page / "index.html").is_file()
    slugs = [p.name for p in (root / "regencies").iterdir() if p.is_dir() and p.name[0] != "_"]
    for slug in slugs:
        for page in PAGES:
            assert (situs / slug / page / "index.html").is_file(), f"{slug}/{page}"
        data = json.loads((situs / "data" / f"{slug}.json").read_text(encoding="utf-8"))
        for flow in data["mekanisme"]["mekanisme"]:
            assert (situs / slug / "mekanisme" / flow["id"] / "index.html").is_file()


def test_links_and_anchors_of_the_real_site(situs: Path) -> None:
    assert list(check_site(situs)) == []


def test_every_clause_is_an_anchor_and_every_word_is_there(situs: Path) -> None:
    for path in sorted((situs / "data").glob("*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        for name, tree in data.get("naskah", {}).items():
            page = (situs / path.stem / name / "index.html").read_text(encoding="utf-8")
            # A link or a term may end inside a word ("Pasal 3."): these tags are no blanks.
            page = re.sub(r"</?(?:a|dfn|span)\b[^>]*>", "", page)
            ids = set(re.findall(r'\bid="([^"]+)"', page))
            words = html.unescape(re.sub(r"<[^>]+>", " ", page)).split()
            for clause in _clauses(tree):
                assert clause.get("jangkar", name) in ids | {name}
                for part in clause["isi"]:
                    if "teks" in part:
                        assert _stands_in(part["teks"].split(), words), part["teks"]


def _clauses(node: dict) -> list[dict]:
    inner = [child for part in node["isi"] if "isi" in part for child in _clauses(part)]
    return [node, *inner]


def _stands_in(wanted: list[str], words: list[str]) -> bool:
    # Text may be cut by markup (a marked correction, a gap): words are looked for one by one.
    return set(wanted) <= set(words)


def test_charts_are_inline_with_links_and_quotations(situs: Path) -> None:
    page = (situs / "kendal" / "kedudukan" / "index.html").read_text(encoding="utf-8")
    assert page.count("<svg") >= 10
    assert "xlink:href" not in page
    assert re.search(r'<a [^>]*href="(?:\.\./)+kendal/(?:peraturan|lampiran)/#', page)
    assert 'role="group"' in page


def test_a_second_build_draws_nothing(contoh: Path) -> None:
    notes = []
    for _ in range(2):
        result = build_site(contoh, contoh / "site")
        notes.append(next(s.keterangan for s in result.waktu if s.tahap == "gambar"))
    drawn, kept = (tuple(map(int, re.findall(r"\d+", note))) for note in notes)
    assert drawn[0] > 3
    assert drawn[1] == 0
    assert kept == (0, drawn[0])


def test_two_builds_are_the_same_bytes(
    contoh: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    trees = []
    for name in ("satu", "dua"):
        build_site(contoh, tmp_path / name)
        trees.append(
            {
                path.relative_to(tmp_path / name).as_posix(): path.read_bytes()
                for path in (tmp_path / name).rglob("*")
                if path.is_file()
            }
        )
    assert trees[0].keys() == trees[1].keys()
    assert [name for name in trees[0] if trees[0][name] != trees[1][name]] == []


def test_a_bad_file_leaves_the_old_site(contoh: Path) -> None:
    runner = CliRunner()
    words = ["build", "--proyek", str(contoh), "--out", str(contoh / "site")]
    assert runner.invoke(app, words).exit_code == 0
    before = (contoh / "site" / "index.html").stat().st_mtime_ns
    bad = contoh / "regencies" / "contoh" / "mekanisme.yaml"
    bad.write_text(bad.read_text(encoding="utf-8").replace("lalu: selesai", "lalu: entah"))
    result = runner.invoke(app, words)
    assert result.exit_code == 1
    assert "langkah “entah” tidak ada" in result.output
    assert (contoh / "site" / "index.html").stat().st_mtime_ns == before


def test_nasty_labels_reach_the_page_as_text(contoh: Path) -> None:
    data = contoh / "regencies" / "contoh"
    for name in ("kedudukan.yaml", "mekanisme.yaml", "catatan.yaml", "daerah.yaml"):
        path = data / name
        text = path.read_text(encoding="utf-8")
        quoted = json.dumps(NASTY)
        text = text.replace("sebutan: Kepala Dinas   #", f"sebutan: {quoted} #")
        text = text.replace("tindakan: Melaksanakan tugas", f"tindakan: {quoted}")
        text = text.replace("judul: Penolakan permohonan tidak diatur", f"judul: {quoted}")
        text = text.replace("nama: Kabupaten Contoh", f"nama: {quoted}")
        path.write_text(text, encoding="utf-8")
    build_site(contoh, contoh / "site")
    for path in (contoh / "site").rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert "<script>alert" not in text, path
        assert str(7919 * 7919) not in text, path
        assert 'href="javascript:' not in text, path
        assert "<em>x</em>" not in text, path
    chart = (contoh / "site" / "contoh" / "kedudukan" / "index.html").read_text(encoding="utf-8")
    plain = html.unescape(re.sub(r"<[^>]+>", " ", chart[chart.index("<svg") :]))
    assert "{{ 7919*7919 }}" in " ".join(plain.split())


def test_a_label_of_several_lines(contoh: Path) -> None:
    path = contoh / "regencies" / "contoh" / "kedudukan.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("sebutan: Pelaksana", 'sebutan: "Pelaksana\\nbaris kedua \\\\n"'),
        encoding="utf-8",
    )
    build_site(contoh, contoh / "site")


@pytest.mark.parametrize("slug", ["../luar", "Kendal", "a b", "a/b", "kendal.", ""])
def test_a_slug_that_is_none_is_refused(slug: str, contoh: Path) -> None:
    path = contoh / "regencies" / "contoh" / "daerah.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("slug: contoh ", f'slug: "{slug}" '), encoding="utf-8")
    result = CliRunner().invoke(app, ["build", "--proyek", str(contoh)])
    assert result.exit_code == 1
    assert "daerah.yaml:2:7" in result.output


def test_export_and_format(contoh: Path) -> None:
    runner = CliRunner()
    text = runner.invoke(app, ["export", "text", "contoh", "--proyek", str(contoh)])
    assert text.exit_code == 0
    assert "(1) Pelaksana pada Dinas berkedudukan di bawah Kepala Dinas." in text.stdout
    data = runner.invoke(app, ["export", "json", "contoh", "--proyek", str(contoh)])
    assert json.loads(data.stdout)["daerah"]["slug"] == "contoh"
    assert runner.invoke(app, ["export", "docx", "contoh", "--proyek", str(contoh)]).exit_code == 2

    path = contoh / "content" / "peraturan" / "contoh" / "peraturan.md"
    before = path.read_text(encoding="utf-8")
    path.write_text(before.replace("\nPasal 2\n", "\n\n\nPasal 2\n\n"), encoding="utf-8")
    result = runner.invoke(app, ["format", "--proyek", str(contoh)])
    assert "ditata ulang" in result.output
    assert path.read_text(encoding="utf-8") == before


def test_a_new_regency_begins_as_a_draft(contoh: Path, root: Path) -> None:
    for name in ("regencies", "content/peraturan"):
        shutil.copytree(root / name / "_contoh", contoh / name / "_contoh")
    runner = CliRunner()
    assert runner.invoke(app, ["new", "kab-baru", "--proyek", str(contoh)]).exit_code == 0
    draft = runner.invoke(app, ["check", "_kab-baru", "--proyek", str(contoh)])
    assert draft.exit_code == 0, draft.output
    built = runner.invoke(app, ["build", "--proyek", str(contoh)])
    assert built.exit_code == 0, built.output
    assert not (contoh / "site" / "kab-baru").exists()
    for folder in (contoh / "regencies", contoh / "content" / "peraturan"):
        (folder / "_kab-baru").rename(folder / "kab-baru")
    assert runner.invoke(app, ["build", "--proyek", str(contoh)]).exit_code == 0
    assert (contoh / "site" / "kab-baru" / "kedudukan" / "index.html").is_file()
    again = runner.invoke(app, ["new", "kab-baru", "--proyek", str(contoh)])
    assert again.exit_code == 1
    assert "sudah ada" in again.output


@pytest.mark.parametrize("slug", ["../x", "Baru", "a b", "", "-a", "a" * 60])
def test_a_new_regency_needs_a_slug(slug: str, contoh: Path) -> None:
    result = CliRunner().invoke(app, ["new", "--proyek", str(contoh), "--", slug])
    assert result.exit_code == 1
    assert re.search(r"galat: slug “.*” (?:tidak sah|terlalu panjang); ", result.output)


@pytest.mark.parametrize("name", ["tanya", "istilah", "contoh"])
def test_a_page_by_hand_is_not_lost_to_one_that_the_site_makes(contoh: Path, name: str) -> None:
    """One around all others, one that regencies share, one of a regency."""
    page = contoh / "content" / f"{name}.md"
    page.write_text("# Judul\n", encoding="utf-8")
    said = rf"content/{name}\.md:.*situs membuat sendiri halaman {name}/"
    with pytest.raises(BuildFailed, match=said):
        build_site(contoh, contoh / "site")
