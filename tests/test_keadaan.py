"""Situations: the cases were written from the text of the regulations, not from the vocabulary."""

from __future__ import annotations

import functools
from pathlib import Path

import pytest
import yaml
from pydantic import ValidationError

from generator.keadaan import find_flows, key, overview, situations
from generator.model import DataDaerah, Kosakata
from generator.project import read_project, validate_project

HERE = Path(__file__).parent
CASES = yaml.safe_load((HERE / "kasus" / "keadaan.yaml").read_text(encoding="utf-8"))


@functools.cache
def _project() -> tuple[Kosakata, dict[str, DataDaerah]]:
    project = validate_project(*read_project(HERE.parent))
    return project.kosakata, {item.slug: item.data for item in project.daerah}


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['daerah']}:{'.'.join(c['keadaan'])}")
def test_situation(case: dict) -> None:
    kosakata, data = _project()
    found = find_flows(data[case["daerah"]], kosakata, tuple(case["keadaan"]))
    assert [flow.id for flow in found.alur] == case["alur"]
    assert [flow.id for flow in found.mungkin] == case.get("mungkin", [])
    assert set(case.get("catatan", [])) <= {note.id for note in found.catatan}


def test_every_flow_of_assignment_is_found_by_some_situation() -> None:
    kosakata, data = _project()
    for regency in data.values():
        found = {
            flow.id
            for one in situations(kosakata)
            for flow in find_flows(regency, kosakata, one).alur
        }
        assigning = {
            flow.id
            for flow in regency.mekanisme.mekanisme
            if kosakata.jenis_mekanisme[flow.jenis].kelompok == "penugasan"
        }
        assert found == assigning


def test_the_overview_says_nothing_else_than_each_situation() -> None:
    kosakata, data = _project()
    for regency in data.values():
        rows = list(overview(regency, kosakata))
        for one in situations(kosakata):
            (row,) = [row for row in rows if set(row.keadaan) <= set(one)]
            found = find_flows(regency, kosakata, one)
            assert row.isi == found.isi, key(one)


@pytest.mark.parametrize(
    ("untuk", "words"),
    [
        ({"cara": ["individu"]}, "harus menjawab setiap keadaan"),
        (
            {"cara": ["berdua"], "lingkup": ["dalam-unit"], "prakarsa": ["ditunjuk"]},
            "“berdua” bukan pilihan cara",
        ),
    ],
)
def test_a_kind_that_answers_wrongly_is_refused(untuk: dict, words: str) -> None:
    kosakata, _data = _project()
    values = kosakata.model_dump()
    values["jenis_mekanisme"]["umum"]["untuk"] = untuk
    with pytest.raises(ValidationError, match=words):
        Kosakata.model_validate(values)
