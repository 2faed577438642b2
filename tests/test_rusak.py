"""Bad input: one broken file for each rule, and the words that its message must contain."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner

from generator.cli import app

HERE = Path(__file__).parent
CASES = sorted((HERE / "rusak").glob("*.yaml"))


def _path(project: Path, name: str) -> Path:
    if name.startswith("content/"):
        return project / "content" / "peraturan" / "contoh" / name.removeprefix("content/")
    return project / "regencies" / "contoh" / name


def test_the_example_itself_is_good(contoh: Path) -> None:
    result = CliRunner().invoke(app, ["check", "--proyek", str(contoh)])
    assert result.exit_code == 0, result.output
    assert "1 daerah diperiksa, 0 galat" in result.output


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_broken_file(case: Path, contoh: Path) -> None:
    broken = yaml.safe_load(case.read_text(encoding="utf-8"))
    path = _path(contoh, broken["berkas"])
    text = path.read_text(encoding="utf-8")
    assert text.count(broken["dari"]) >= 1, "kasus uji tidak lagi cocok dengan contoh"
    path.write_text(text.replace(broken["dari"], broken["menjadi"], 1), encoding="utf-8")

    result = CliRunner().invoke(app, ["check", "--proyek", str(contoh)])

    assert result.exit_code == 1, result.output
    lines = [line for line in result.output.splitlines() if ": galat: " in line]
    told = [line for line in lines if all(words in line for words in broken["pesan"])]
    assert told, result.output
    file, line, column, _ = told[0].split(":", 3)
    assert (contoh / file).is_file()
    assert int(line) >= 1 or file.endswith("sumber.txt")
    assert int(column) >= 0
    assert "; " in told[0], "pesan menyebut apa yang harus dilakukan"
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"pola: \xff\xfe", "bukan teks UTF-8"),
        (b"pola: \x00", "bita NUL"),
        (b"", "harus berupa pasangan kunci dan nilai"),
        (b"- 1\n- 2\n", "harus berupa pasangan kunci dan nilai"),
        (b"[" * 5000, "galat"),
        (b"a: " + b"{a: " * 300 + b"1" + b"}" * 300, "terlalu dalam"),
        (b"x" * 6_000_000, "terlalu besar"),
        (b"\xef\xbb\xbfpola: []\r\nstruktur: []\r\n", "tidak dikenal"),
    ],
    ids=["latin1", "nul", "kosong", "daftar", "terbuka", "dalam", "besar", "bom-crlf"],
)
def test_hostile_bytes(raw: bytes, words: str, contoh: Path) -> None:
    (contoh / "regencies" / "contoh" / "kedudukan.yaml").write_bytes(raw)
    result = CliRunner().invoke(app, ["check", "--proyek", str(contoh)])
    assert result.exit_code == 1, result.output
    assert words in result.output
    assert result.exception is None or isinstance(result.exception, SystemExit)


def test_a_doubt_about_flows_beside_a_flow_of_no_known_kind(contoh: Path) -> None:
    """Which situations a flow serves is looked up by its kind, which is checked elsewhere."""
    data = contoh / "regencies" / "contoh"
    for name, old, new in (
        (
            "catatan.yaml",
            "menyentuh: [",
            "antara: [penunjukan]\n  menyentuh: [keadaan:lintas-unit, ",
        ),
        ("mekanisme.yaml", "jenis: ", "jenis: bukan-"),
    ):
        text = (data / name).read_text(encoding="utf-8")
        assert old in text
        (data / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    result = CliRunner().invoke(app, ["check", "--proyek", str(contoh)])
    assert isinstance(result.exception, SystemExit)
    (line,) = (line for line in result.output.splitlines() if ": galat: " in line)
    assert "bukan-" in line


def test_every_problem_is_told_at_once(contoh: Path) -> None:
    data = contoh / "regencies" / "contoh"
    for name in ("kedudukan.yaml", "mekanisme.yaml"):
        path = data / name
        path.write_text(path.read_text() + "\nkunci_asing: 1\n", encoding="utf-8")
    (data / "peran.yaml").unlink()
    (contoh / "regencies" / "contoh" / "catatan.yaml").unlink()
    result = CliRunner().invoke(app, ["check", "--proyek", str(contoh)])
    assert result.output.count("berkas tidak ada") == 2


def test_unknown_regency_names_the_known(contoh: Path) -> None:
    result = CliRunner().invoke(app, ["check", "kendall", "--proyek", str(contoh)])
    assert result.exit_code == 1
    assert "daerah “kendall” tidak ada; pilih salah satu: contoh" in result.output
