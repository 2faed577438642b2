"""What others have made: the real project is in order, and each disorder is found."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from generator.cli import app
from generator.pasokan.audit import TABLE, audit
from generator.pasokan.bawaan import LIST
from generator.pasokan.kunci import read_lock

REVEAL = "site_overrides/assets/reveal"


@pytest.fixture
def salinan(root: Path, tmp_path: Path) -> Path:
    """What the audit reads of the project."""
    for name in ("requirements.txt", "pyproject.toml", LIST, TABLE, "content/gambar/situs.png"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(root / name, tmp_path / name)
    for name in ("site_overrides", "generator/materi/huruf"):
        shutil.copytree(root / name, tmp_path / name)
    return tmp_path


def change(path: Path, pattern: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    changed = re.sub(pattern, new, text, count=1)
    assert changed != text
    path.write_text(changed, encoding="utf-8")


def test_the_project_is_in_order(root: Path) -> None:
    assert [str(problem) for problem in audit(root)] == []


def test_so_is_the_copy(salinan: Path) -> None:
    assert [str(problem) for problem in audit(salinan)] == []


def test_every_file_of_the_reader_has_its_licence_in_the_site(situs: Path) -> None:
    for name in ("reveal/LICENSE", "fonts/arimo/OFL.txt", "lisensi/mkdocs-material.txt"):
        assert (situs / "assets" / name).stat().st_size > 500
    assert "Apache 2.0" in (situs / "assets" / "lisensi" / "pictogrammers.txt").read_text()


#: A file, what to change in it, into what; the words that must be said.
DISORDERS = {
    "tanpa sidik": (
        "requirements.txt",
        r"(jinja2==\S+ \\)(\n    --hash=\S+(?: \\)?)+",
        r"\1",
        "`jinja2` tidak dikunci pada satu versi dengan sidik sha256",
    ),
    "tanpa versi": ("requirements.txt", r"jinja2==\S+", "jinja2", "tidak dikunci"),
    "dari tempat lain": (
        "requirements.txt",
        r"(?m)^jinja2==",
        "--extra-index-url https://lain.example/\njinja2==",
        "tidak dikunci",
    ),
    "hilang dari kunci": (
        "requirements.txt",
        r"markupsafe==\S+ \\(\n    \S+( \\)?)+(\n    #.*)+\n",
        "",
        "(jinja2):0:0: galat: `MarkupSafe",
    ),
    "belum dikunci": (
        "pyproject.toml",
        r'"pypdf>=6"',
        '"pypdf>=6", "numpy>=2"',
        "`numpy>=2` tidak ada dalam kunci",
    ),
    "terlalu lama": ("pyproject.toml", r"pypdf>=6", "pypdf>=99", "`pypdf>=99` tidak ada"),
    "versi lain terpasang": (
        "requirements.txt",
        r"jinja2==\S+",
        "jinja2==3.1.99",
        "dikunci 3.1.99; jalankan python3 run.py audit",
    ),
    "tidak terpasang": (
        "requirements.txt",
        r"jinja2==\S+ \\",
        r"tidak-ada==1 \\\n    --hash=sha256:" + "0" * 64 + r"\n\g<0>",
        "`tidak-ada` belum terpasang",
    ),
    "lisensi tak dikenal": (
        LIST,
        r'axe-playwright-python = "MIT"\n',
        "",
        "lisensi `axe-playwright-python` tidak diketahui; baca lisensinya",
    ),
    "lisensi tak boleh": (LIST, r'"ISC" = ""\n', "", "lisensi `shellingham` (ISC) belum"),
    "lisensi berubah": (LIST, r'zipp = "MIT"', 'zipp = "ISC"', "tercatat ISC, padahal MIT"),
    "berkas berubah": (f"{REVEAL}/reveal.js", r"\Z", " ", "isinya tidak seperti saat diterima"),
    "naskah lisensi hilang": (
        LIST,
        rf'"{REVEAL}/LICENSE" = "\w+"\n',
        "",
        "naskah lisensi reveal.js tidak ada di antara berkasnya",
    ),
    "tabel usang": (TABLE, "jinja2", "jinja3", "jalankan petakerja audit --tulis"),
}


@pytest.mark.parametrize("name", DISORDERS)
def test_each_disorder_is_found(name: str, salinan: Path) -> None:
    file, pattern, new, words = DISORDERS[name]
    if name == "lisensi berubah" and not any(one.nama == "zipp" for one in _needed(salinan)):
        file, pattern, new = LIST, r'librt = "MIT"', 'librt = "ISC"'
    change(salinan / file, pattern, new)
    result = CliRunner().invoke(app, ["audit", "--proyek", str(salinan)])
    assert result.exit_code == 1
    assert words in result.output, result.output


def _needed(root: Path) -> list[object]:
    return [one for one in read_lock(root) if one.berlaku]


#: Files that somebody else has made, as they would be brought in without a word.
UNLISTED = {
    "site_overrides/assets/js/d3.min.js": "var d3={}",
    "site_overrides/assets/js/lain.js": "/*! lain v1.0 | MIT */ var x",
    "site_overrides/assets/css/lain.css": "/* Copyright (c) 2020 Orang Lain */",
    "site_overrides/assets/fonts/lain.woff2": "wOF2",
    "generator/materi/huruf/Lain.otf": "OTTO",
    "generator/templates/mesin.wasm": "asm",
}


@pytest.mark.parametrize("name", UNLISTED)
def test_a_file_that_nobody_listed(name: str, salinan: Path) -> None:
    (salinan / name).parent.mkdir(parents=True, exist_ok=True)
    (salinan / name).write_text(UNLISTED[name])
    (found,) = audit(salinan)
    assert str(found).startswith(f"{name}:0:0: galat: tampaknya karya pihak lain")


def test_a_listed_file_that_is_gone(salinan: Path) -> None:
    (salinan / REVEAL / "LICENSE").unlink()
    (found,) = audit(salinan)
    assert str(found).startswith(f"{REVEAL}/LICENSE:0:0: galat: berkas yang tercatat tidak ada")


def test_the_table_is_written_anew(salinan: Path) -> None:
    (salinan / TABLE).unlink()
    words = ["audit", "--proyek", str(salinan)]
    assert CliRunner().invoke(app, words).exit_code == 1
    assert CliRunner().invoke(app, [*words, "--tulis"]).exit_code == 0
    assert "| reveal.js | 6.0.2 | [MIT]" in (salinan / TABLE).read_text(encoding="utf-8")


def test_elsewhere_than_in_the_project(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["audit", "--proyek", str(tmp_path)])
    assert result.exit_code == 3
    assert "jalankan dalam folder Peta Kerja" in result.output
