"""Aspects: every regency answers every question, and an answer cites what it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.answer import Status
from generator.aspek import JawabanAspek, answer_aspects
from generator.project import approve, read_project, validate_project


@pytest.fixture(scope="module")
def answers(root: Path) -> dict[str, dict[str, JawabanAspek]]:
    kosakata, files = read_project(root)
    regencies = approve(validate_project(kosakata, files))
    return {
        item.terbaca.slug: {
            answer.aspek: answer
            for answer in answer_aspects(item.terbaca.data, kosakata, item.rujuk)
        }
        for item in regencies
    }


def test_there_are_enough_questions_and_none_is_left_out(
    answers: dict[str, dict[str, JawabanAspek]],
) -> None:
    questions = {key for of_one in answers.values() for key in of_one}
    assert len(questions) >= 25
    assert all(set(of_one) == questions for of_one in answers.values())


def test_what_is_said_is_cited_and_what_is_not_said_is_not(
    answers: dict[str, dict[str, JawabanAspek]],
) -> None:
    for of_one in answers.values():
        for answer in of_one.values():
            assert all(part.dasar for part in answer.butir), answer.aspek
            if answer.status is not Status.TIDAK_DIATUR:
                assert answer.butir, answer.aspek


@pytest.mark.parametrize(
    ("aspek", "status", "kunci"),
    [
        ("penilai-puskesmas", Status.DIATUR, {"fungsional"}),
        ("penilai-kelurahan", Status.DIATUR, {"pengawas"}),
        ("penilai-kecamatan", Status.BERTENTANGAN, {"administrator", "pengawas"}),
        ("penilai-rsud", Status.TIDAK_DIATUR, {"tidak diatur"}),
        ("penunjukan-lintas-instansi", Status.DIATUR, {"ada"}),
        ("penolakan-lintas-instansi", Status.TIDAK_DIATUR, {"tidak_diatur"}),
        ("penolakan-lintas-unit", Status.DIATUR, {"langkah", "tidak_diatur"}),
        ("mulai-berlaku", Status.DIATUR, {"2023-09-22"}),
        ("pelaporan-individu", Status.DIATUR, {"pimpinan_unit"}),
    ],
)
def test_answers_of_kendal(
    answers: dict[str, dict[str, JawabanAspek]], aspek: str, status: Status, kunci: set[str]
) -> None:
    answer = answers["kendal"][aspek]
    assert answer.status is status
    assert answer.kunci == kunci


def test_a_rule_beside_the_flow_is_an_answer_too(
    answers: dict[str, dict[str, JawabanAspek]],
) -> None:
    """Bombana's Pasal 22 asks for a Keputusan that its flows do not know, and a note says so."""
    answer = answers["bombana"]["penerbit-lintas-instansi"]
    assert answer.status is Status.BERTENTANGAN
    assert {source.klausa for part in answer.butir for source in part.dasar} >= {
        "pasal-22-ayat-1",
        "lampiran-iii-1-iv-3",
    }
