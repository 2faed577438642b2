"""Answers: the table was written from the text of the regulations, not from the YAML."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner

from generator.answer import find_jenjang
from generator.cli import app
from generator.regency import read_vocabulary

HERE = Path(__file__).parent
QUESTIONS = [
    (path.stem, question)
    for path in sorted((HERE / "tanya").glob("*.yaml"))
    for question in yaml.safe_load(path.read_text(encoding="utf-8"))
]


def _ask(root: Path, *words: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["ask", *words, "--proyek", str(root)])
    return result.exit_code, result.stdout


@pytest.mark.parametrize(
    ("slug", "question"),
    QUESTIONS,
    ids=[f"{s}:{q['unit']}:{q.get('jabatan')}" for s, q in QUESTIONS],
)
def test_question(slug: str, question: dict, root: Path) -> None:
    jabatan = ["--jabatan", question["jabatan"]] if "jabatan" in question else []
    code, output = _ask(root, slug, question["unit"], *jabatan, "--json")
    assert code == 0, output
    answer = json.loads(output)
    assert set(answer) == {
        "daerah", "unit", "pola", "status", "penilai", "penugas", "melapor_ke",
    }  # fmt: skip
    assert answer["status"] == question.get("status", "diatur")
    for key in ("penilai", "penugas", "melapor_ke"):
        if key in question:
            assert sorted({item["jabatan"] for item in answer[key]}) == sorted(question[key])
        for item in answer[key]:
            assert set(item) == {"jabatan", "sebutan", "syarat", "dasar"}
            assert item["dasar"]
            assert all(source["rujukan"] and source["kutipan"] for source in item["dasar"])
    clauses = {source["rujukan"] for item in answer["penilai"] for source in item["dasar"]}
    assert set(question.get("dasar", [])) <= clauses


def test_an_unknown_unit_names_the_nearest(root: Path) -> None:
    result = CliRunner().invoke(app, ["ask", "kendal", "Dinas Kesehatn", "--proyek", str(root)])
    assert result.exit_code == 1
    assert "Dinas Kesehatan" in result.stderr


def test_an_unknown_office_is_wrong_usage(root: Path) -> None:
    words = ["ask", "kendal", "Puskesmas", "--jabatan", "raja", "--proyek", str(root)]
    result = CliRunner().invoke(app, words)
    assert result.exit_code == 2
    assert "ahli utama" in result.stderr


@pytest.mark.parametrize(
    ("word", "keys"),
    [
        ("ahli muda", ("ahli_muda",)),
        ("Ahli Muda", ("ahli_muda",)),
        ("pejabat fungsional ahli madya", ("ahli_madya",)),
        ("JF ahli pertama", ("ahli_pertama",)),
        ("terampil", ("keterampilan",)),
        ("Jabatan Pelaksana", ("pelaksana",)),
        ("fungsional", ("ahli_utama", "ahli_madya", "ahli_muda", "ahli_pertama", "keterampilan")),
        ("bupati", ()),
    ],
)
def test_words_for_classes_of_officials(word: str, keys: tuple[str, ...], root: Path) -> None:
    assert find_jenjang(read_vocabulary(root), word) == keys
