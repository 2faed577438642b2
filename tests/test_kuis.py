"""The quiz: one right answer to each question, and none that a text contradicts unsaid."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from generator.materi.kolam import Tawaran, alike, offers, pool
from generator.materi.kuis import Soal, questions
from generator.materi.kuis.nilai import BERTENTANGAN, TIDAK_DIATUR
from generator.model import JenisCatatan
from generator.naskah import iterate
from generator.pages.values import DaerahTerbit
from generator.project import approve, read_project, validate_project

Kuis = dict[str, tuple[DaerahTerbit, tuple[Soal, ...]]]


def _quiz(root: Path) -> Kuis:
    kosakata, files = read_project(root)
    daerah = [
        DaerahTerbit(one.terbaca.data, one.terbaca.naskah, one.neraca, one.rujuk, ())
        for one in approve(validate_project(kosakata, files))
    ]
    kolam = pool(offers(one.data, kosakata, one.rujuk) for one in daerah)
    return {one.slug: (one, questions(one, kosakata, kolam)) for one in daerah}


@pytest.fixture(scope="module")
def kuis(root: Path) -> Kuis:
    return _quiz(root)


def _each(kuis: Kuis):
    for item, found in kuis.values():
        for one in found:
            yield item, one


def test_enough_questions_spread_over_topics(kuis: Kuis) -> None:
    for slug, (_, found) in kuis.items():
        groups = Counter(one.kelompok for one in found)
        assert len(found) >= 20, slug
        assert len(groups) >= 6, slug
        assert max(groups.values()) <= len(found) / 2, slug


def test_one_right_answer_and_none_twice(kuis: Kuis) -> None:
    for _, one in _each(kuis):
        texts = [answer.teks for answer in one.pilihan]
        assert sum(answer.benar for answer in one.pilihan) == 1
        assert 3 <= len(texts) <= 4
        assert len({text.casefold() for text in texts}) == len(texts), one.tanya
        assert one.pilihan["ABCD".index(one.kunci)].benar


def test_questions_and_ids_are_unique(kuis: Kuis) -> None:
    for _, found in kuis.values():
        assert len({one.id for one in found}) == len(found)
        assert len({one.tanya for one in found}) == len(found)


def test_every_answer_rests_on_words_of_the_text(kuis: Kuis) -> None:
    for item, one in _each(kuis):
        assert one.dasar, one.tanya
        anchors = {c.jangkar for root in item.naskah.akar for c in iterate(root)}
        for source in one.dasar:
            assert source.klausa in anchors
            assert source.kutipan and source.sebutan


def test_contested_questions_say_so_and_others_are_not_contested(kuis: Kuis) -> None:
    for item, one in _each(kuis):
        right = next(answer.teks for answer in one.pilihan if answer.benar)
        told = right == BERTENTANGAN.teks or one.kelompok == "Pertentangan"
        assert told == (one.keadaan == "bertentangan")
        assert (right == TIDAK_DIATUR.teks) == (one.keadaan == "tidak diatur")
        if one.kelompok in ("Mekanisme kerja", "Surat", "Penolakan", "Tanggung jawab") and (
            one.keadaan == ""
        ):
            clauses = {source.klausa for source in one.dasar}
            for note in item.data.catatan:
                if note.jenis is JenisCatatan.BERTENTANGAN and one.kelompok != "Surat":
                    assert not clauses & {d.klausa for d in note.dasar}, (one.tanya, note.judul)
        if one.keadaan == "bertentangan":
            assert one.pembahasan != right


def test_special_answers_do_not_tell_that_they_are_right(kuis: Kuis) -> None:
    for special in (TIDAK_DIATUR, BERTENTANGAN):
        offered = [
            answer.benar
            for _, one in _each(kuis)
            for answer in one.pilihan
            if answer.teks == special.teks
        ]
        assert 0 < sum(offered) <= len(offered) / 2, special.teks
    for group in ("Surat", "Penolakan", "Pertentangan"):
        rights = Counter(
            answer.teks
            for _, one in _each(kuis)
            if one.kelompok == group
            for answer in one.pilihan
            if answer.benar
        )
        assert len(rights) > 3, group


def test_right_answers_stand_anywhere(kuis: Kuis) -> None:
    keys = Counter(one.kunci for _, one in _each(kuis))
    assert min(keys[key] for key in "ABCD") > keys.total() / 8


def test_no_question_is_asked_twice_about_the_same_clauses(kuis: Kuis) -> None:
    for slug, (_, found) in kuis.items():
        asked = Counter(
            (one.kelompok, one.pembahasan, one.dasar)
            for one in found
            if one.kelompok != "Kedudukan"
        )
        assert max(asked.values()) == 1, slug


def test_actors_that_both_do_it_are_not_set_against_each_other(kuis: Kuis) -> None:
    for item, one in _each(kuis):
        if not one.id.startswith("langkah-"):
            continue
        right = next(answer.teks for answer in one.pilihan if answer.benar)
        flow, step = next(
            (flow, step)
            for flow in item.data.mekanisme.mekanisme
            for step in flow.langkah
            if one.id == f"langkah-{flow.id}-{step.id}"
        )
        names = {actor.id: actor.sebutan for actor in flow.pelaku}
        same = {
            names[other.pelaku]
            for other in flow.langkah
            if other.dokumen == step.dokumen and other.kepada == step.kepada
        }
        assert right.startswith(names[step.pelaku])
        assert not {a.teks for a in one.pilihan if not a.benar} & (same - {names[step.pelaku]})


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Pimpinan Unit Organisasi", "Pimpinan Unit Organisasi dituju", True),
        ("Pejabat Administrator", "Camat", True),
        ("Pejabat Pimpinan Tinggi Pratama", "Sekretaris Daerah", True),
        ("Pejabat Penilai Kinerja", "Pejabat Pengawas", True),
        ("Pejabat Administrator", "Pejabat Pengawas", False),
        ("Ketua Tim", "Anggota Tim", False),
        ("Sekretaris Daerah", "Kepala Perangkat Daerah", False),
        ("Kepala Bagian", "Kepala Dinas", False),
    ],
)
def test_answers_that_may_be_one_person(one: str, other: str, *, expected: bool) -> None:
    first, second = Tawaran(one, one), Tawaran(other, other)
    assert alike(first, second) is alike(second, first) is expected


def test_the_same_data_gives_the_same_quiz(root: Path, kuis: Kuis) -> None:
    again = _quiz(root)
    assert {k: v[1] for k, v in again.items()} == {k: v[1] for k, v in kuis.items()}


def test_no_answer_that_authors_made_up_stands_in_a_text(kuis: Kuis) -> None:
    for item, _ in kuis.values():
        text = " ".join(
            str(getattr(part, "teks", ""))
            for root in item.naskah.akar
            for clause in iterate(root)
            for part in clause.isi
        ).casefold()
        assert len(text) > 1000
        for words in ("dianggap disetujui", "mengajukan keberatan", "atasan kedua"):
            assert words not in text
