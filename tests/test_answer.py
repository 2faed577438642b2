"""Answers: the table was written from the text of the regulations, not from the YAML."""

from __future__ import annotations

import functools
import json
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner

from generator.answer import UnitTidakDikenal, ask, find_jenjang, find_unit
from generator.cli import app
from generator.exports.answer import answer_json
from generator.model import Kosakata
from generator.project import DaerahTerperiksa, approve, read_project, validate_project
from generator.regency import list_slugs, read_vocabulary

HERE = Path(__file__).parent
ROOT = HERE.parent
QUESTIONS = [
    (slug, question)
    for slug in list_slugs(ROOT)
    for question in yaml.safe_load((HERE / "tanya" / f"{slug}.yaml").read_text(encoding="utf-8"))
]


@functools.cache
def _read(slug: str) -> tuple[Kosakata, DaerahTerperiksa]:
    kosakata, files = read_project(ROOT, (slug,))
    return kosakata, approve(validate_project(kosakata, files))[0]


def _ask(slug: str, unit: str, jabatan: str | None) -> dict:
    kosakata, item = _read(slug)
    jenjang = find_jenjang(kosakata, jabatan) if jabatan else ()
    assert jenjang or not jabatan, f"jabatan {jabatan} tidak dikenal"
    found = find_unit(item.terbaca.data, kosakata, unit)
    assert not isinstance(found, UnitTidakDikenal), found
    return json.loads(answer_json(ask(item.terbaca.data, kosakata, item.rujuk, *found, jenjang)))


@pytest.mark.parametrize(
    ("slug", "question"),
    QUESTIONS,
    ids=[f"{slug}:{q['unit']}:{q.get('jabatan')}" for slug, q in QUESTIONS],
)
def test_question(slug: str, question: dict) -> None:
    answer = _ask(slug, question["unit"], question.get("jabatan"))
    assert answer["status"] == question.get("status", "diatur")
    for key in ("penilai", "penugas", "melapor_ke"):
        if key in question:
            assert sorted({item["jabatan"] for item in answer[key]}) == sorted(question[key])
        for item in answer[key]:
            assert item["dasar"]
            assert all(source["rujukan"] and source["kutipan"] for source in item["dasar"])
    clauses = {source["rujukan"] for item in answer["penilai"] for source in item["dasar"]}
    assert set(question.get("dasar", [])) <= clauses


def test_the_answer_as_json_is_a_contract(root: Path) -> None:
    words = ["ask", "kendal", "Puskesmas", "--jabatan", "ahli muda", "--json", "--proyek"]
    result = CliRunner().invoke(app, [*words, str(root)])
    assert result.exit_code == 0, result.output
    answer = json.loads(result.stdout)
    assert list(answer) == [
        "daerah", "unit", "pola", "status", "penilai", "penugas", "melapor_ke",
    ]  # fmt: skip
    assert answer["daerah"] == "Kabupaten Kendal"
    assert answer["status"] == "diatur"
    (appraiser,) = answer["penilai"]
    assert set(appraiser) == {"jabatan", "sebutan", "syarat", "dasar"}
    assert appraiser["jabatan"] == "fungsional"
    assert set(appraiser["dasar"][0]) == {"rujukan", "kutipan"}


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
