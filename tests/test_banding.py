"""Comparison as values: who answers alike, the sentence that says so, and the files of it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import openpyxl
import pytest
import yaml

from generator.answer import Status
from generator.aspek import Butir, JawabanAspek, answer_aspects
from generator.banding import matrix
from generator.banding.alur import match, similarity, steps
from generator.banding.kalimat import sentence
from generator.banding.matrix import Matriks, Tanda
from generator.banding.ringkas import short
from generator.banding.sejajar import JenisAlur, compare_flows
from generator.exports import tabel, xlsx
from generator.model import KataAspek, Kosakata, Mekanisme
from generator.project import DaerahTerperiksa, approve, read_project, validate_project

CASES = yaml.safe_load(
    (Path(__file__).parent / "kasus" / "banding.yaml").read_text(encoding="utf-8")
)


@pytest.fixture(scope="module")
def proyek(root: Path) -> tuple[Kosakata, tuple[DaerahTerperiksa, ...]]:
    kosakata, files = read_project(root)
    return kosakata, tuple(approve(validate_project(kosakata, files)))


@pytest.fixture(scope="module")
def matriks(proyek: tuple[Kosakata, tuple[DaerahTerperiksa, ...]]) -> Matriks:
    kosakata, regencies = proyek
    return matrix.build(
        {one.data.slug: answer_aspects(one.data, kosakata, one.rujuk) for one in regencies},
        {one.data.slug: one.data.daerah.nama_singkat for one in regencies},
        kosakata,
    )


@pytest.fixture(scope="module")
def alur(proyek: tuple[Kosakata, tuple[DaerahTerperiksa, ...]]) -> dict[str, Mekanisme]:
    return {
        f"{one.terbaca.slug}/{flow.id}": flow
        for one in proyek[1]
        for flow in one.terbaca.data.mekanisme.mekanisme
    }


@pytest.fixture(scope="module")
def berdampingan(
    proyek: tuple[Kosakata, tuple[DaerahTerperiksa, ...]],
) -> tuple[JenisAlur, ...]:
    kosakata, regencies = proyek
    return compare_flows([(one.terbaca.data, one.rujuk) for one in regencies], kosakata)


# --- the matrix ---------------------------------------------------------------------------------


def test_every_regency_answers_every_question_with_a_citation_or_says_nothing(
    matriks: Matriks,
    proyek: tuple[Kosakata, tuple[DaerahTerperiksa, ...]],
) -> None:
    kosakata, regencies = proyek
    assert [row.id for row in matriks.baris] == list(kosakata.aspek)
    for row in matriks.baris:
        assert set(row.sel) == {one.terbaca.slug for one in regencies}
        for cell in row.sel.values():
            assert cell.ringkas
            if cell.jawaban.status is not Status.TIDAK_DIATUR:
                assert tabel.cited(cell), (row.id, cell.slug)


def test_each_is_in_one_group_and_marked_as_its_group_is(matriks: Matriks) -> None:
    for row in matriks.baris:
        assert sorted(slug for group in row.kelompok for slug in group.slug) == sorted(row.sel)
        for cell in row.sel.values():
            usual = row.umum is not None and cell.kelompok == row.umum.nomor
            assert (cell.tanda is Tanda.SAMA) == (row.seragam or usual)
            assert (cell.tanda is Tanda.BERAGAM) == (row.umum is None and not row.seragam)


@pytest.mark.parametrize("case", CASES["mayoritas"], ids=lambda c: str(c["jawaban"]))
def test_majority(case: dict) -> None:
    groups = matrix.group(case["jawaban"])
    assert [list(group) for group in groups] == case["kelompok"]
    assert matrix.usual(groups) == case["umum"]


@pytest.mark.parametrize("case", CASES["kalimat"], ids=lambda c: c["bunyi"][:60])
def test_sentence(case: dict, proyek: tuple[Kosakata, tuple[DaerahTerperiksa, ...]]) -> None:
    kosakata, _ = proyek
    aspek = KataAspek.model_validate({"nama": "?", "turunan": case.get("turunan", "penilai")})
    answers = {name: _answer(words) for name, words in case["jawaban"].items()}
    row = matrix.row("x", aspek, answers, kosakata)
    assert sentence(row, {name: name for name in answers}) == case["bunyi"]


def test_a_sentence_stays_a_sentence_with_hundreds_of_regencies(
    proyek: tuple[Kosakata, tuple[DaerahTerperiksa, ...]],
) -> None:
    for derived in ("pelaporan", "ketentuan", "penilai", "mekanisme", "penolakan"):
        aspek = KataAspek.model_validate({"nama": "?", "turunan": derived})
        for answers in (
            {f"d{n}": _answer(f"jawaban{n}") for n in range(552)},
            {f"d{n}": _answer(f"jawaban{n // 2}") for n in range(552)},
            {f"d{n}": _answer("-" if n % 3 else "!satu") for n in range(552)},
        ):
            row = matrix.row("x", aspek, answers, proyek[0])
            assert len(sentence(row, {name: name for name in answers})) < 900


def _answer(words: str) -> JawabanAspek:
    if words == "-":
        return JawabanAspek("x", Status.TIDAK_DIATUR, ())
    status = Status.BERTENTANGAN if words.startswith("!") else Status.DIATUR
    keys = words.removeprefix("!").split()
    return JawabanAspek("x", status, tuple(Butir(key, key, ()) for key in keys))


def test_a_short_answer_is_short(matriks: Matriks) -> None:
    assert max(len(cell.ringkas) for row in matriks.baris for cell in row.sel.values()) < 180


@pytest.mark.parametrize(
    ("aspek", "daerah", "ringkas", "tanda"),
    [
        ("pelaporan-individu", "langsa", "Pejabat Penilai Kinerja", "beda"),
        ("pelaporan-individu", "kendal", "Pimpinan Unit Organisasi", "sama"),
        ("mulai-berlaku", "magelang", "1 Januari 2024", "beragam"),
        ("penunjukan-lintas-instansi", "langsa", "Tidak diatur", "beda"),
        ("penerbit-lintas-unit", "kendal", "Pejabat Fungsional atau pelaksana", "beragam"),
        (
            "penilai-kecamatan",
            "kendal",
            "Bertentangan: Pejabat Administrator dan Pejabat Pengawas",
            "sama",
        ),
    ],
)
def test_cells_read_against_the_texts(
    aspek: str, daerah: str, ringkas: str, tanda: str, matriks: Matriks
) -> None:
    row = next(one for one in matriks.baris if one.id == aspek)
    assert row.sel[daerah].ringkas == ringkas
    assert row.sel[daerah].tanda == tanda


# --- files --------------------------------------------------------------------------------------


def test_csv_json_and_workbook_say_the_same(matriks: Matriks) -> None:
    files = tabel.export_table(matriks)
    text = files["data/bandingkan.csv"]
    assert text.startswith("\ufeff")
    table = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    document = json.loads(files["data/bandingkan.json"])
    book = openpyxl.load_workbook(io.BytesIO(xlsx.export_workbook(matriks)))
    sheet, cited = book["Matriks"], book["Kutipan"]
    assert sheet.freeze_panes == "B2"
    of_sheet = [[cell.value or "" for cell in line] for line in cited.iter_rows(min_row=2)]
    assert len(table) == len(of_sheet) == len(matriks.baris) * len(matriks.nama)
    answers = {one["id"]: one["jawaban"] for one in document["aspek"]}
    for line, other in zip(table, of_sheet, strict=True):
        said = answers[line["aspek"]][line["slug"]]
        assert said["ringkas"] == line["jawaban"] == other[7]
        assert str(said["kelompok"]) == line["kelompok"]
        quoted = {source["kutipan"] for part in said["butir"] for source in part["dasar"]}
        assert set(filter(None, line["kutipan"].split("\n"))) == {
            piece for quote in quoted for piece in quote.split("\n")
        }
    for number, row in enumerate(matriks.baris, 2):
        for column, slug in enumerate(matriks.nama, 2):
            value = sheet.cell(number, column).value
            assert value.removeprefix("≠ ").removeprefix("± ") == row.sel[slug].ringkas


def test_no_cell_is_a_formula() -> None:
    for text in ("=1+1", "+62", "-1", "@x", "\tx", "\rx"):
        (line,) = csv.reader(
            io.StringIO(tabel.to_csv([(text,)]).removeprefix("\ufeff"), newline="")
        )
        assert line == [f"'{text}"]
    assert tabel.neutral("Pasal 8") == "Pasal 8"


def test_the_workbook_is_the_same_each_time(matriks: Matriks) -> None:
    assert xlsx.export_workbook(matriks) == xlsx.export_workbook(matriks)


# --- flows --------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", CASES["langkah"], ids=lambda c: " ".join(c["alur"]))
def test_steps_matched_by_hand(case: dict, alur: dict[str, Mekanisme]) -> None:
    one, two = (steps(alur[name]) for name in case["alur"])
    found = {
        (
            pair.kiri.langkah.id if pair.kiri else None,
            pair.kanan.langkah.id if pair.kanan else None,
            str(pair.beda),
        )
        for pair in match(one, two)
    }
    assert {tuple(pair) for pair in case["sepadan"]} <= found


def test_matching_is_symmetric_and_leaves_no_step_out(alur: dict[str, Mekanisme]) -> None:
    flows = [steps(flow) for flow in alur.values()]
    for one in flows:
        for two in flows:
            pairs = match(one, two)
            back = {(pair.kanan, pair.kiri, pair.nilai) for pair in match(two, one)}
            assert {(pair.kiri, pair.kanan, pair.nilai) for pair in pairs} == back
            assert [pair.kiri for pair in pairs if pair.kiri] == list(one)
            assert len([pair for pair in pairs if pair.kanan]) == len(two)


def test_a_flow_is_wholly_like_itself(alur: dict[str, Mekanisme]) -> None:
    for flow in alur.values():
        pairs = match(steps(flow), steps(flow))
        assert all(pair.kiri == pair.kanan and pair.beda == "sama" for pair in pairs)
        assert similarity(pairs) >= 80


def test_the_table_of_steps_holds_each_step_once(berdampingan: tuple[JenisAlur, ...]) -> None:
    assert len(berdampingan) >= 8
    for kind in berdampingan:
        for number, flow in enumerate(kind.alur):
            column = [row[number] for row in kind.baris if row[number] is not None]
            assert sorted(map(id, column)) == sorted(map(id, flow.tapak)), (kind.id, flow.slug)
        assert all(any(row) for row in kind.baris)


def test_lanes_of_all_flows_of_a_kind_stand_in_one_order(
    berdampingan: tuple[JenisAlur, ...],
    proyek: tuple[Kosakata, tuple[DaerahTerperiksa, ...]],
) -> None:
    roles = list(proyek[0].peran)
    for kind in berdampingan:
        for flow in kind.alur:
            actors = {actor.id: actor for actor in flow.mekanisme.pelaku}
            lanes = [actors[lane.id] for lane in flow.bagan.lajur]
            order = [roles.index(one.peran) for one in lanes if one.peran and not one.jabatan]
            assert order == sorted(order), (kind.id, flow.slug)


def test_a_chart_of_differences_shows_every_step_of_both_with_its_sign(
    berdampingan: tuple[JenisAlur, ...],
) -> None:
    signs = {"tambah": "+ ", "hilang": "− ", "pelaku": "≠ ", "dokumen": "≠ ", "keduanya": "≠ "}
    for kind in berdampingan:
        for one in kind.selisih:
            shown = [box for box in one.bagan.kotak if box.jenis in ("tindakan", "keputusan")]
            assert len(shown) == len(one.jodoh), (kind.id, one.alur.slug)
            assert sorted(box.beda for box in shown) == sorted(str(p.beda) for p in one.jodoh)
            for box in shown:
                sign = signs.get(box.beda, "")
                assert not sign or box.rincian[0].startswith(sign)
            ids = {box.id for box in one.bagan.kotak}
            assert len(ids) == len(one.bagan.kotak)
            assert all(line.dari in ids and line.ke in ids for line in one.bagan.panah)


def test_only_some_of_many_flows_are_drawn(
    proyek: tuple[Kosakata, tuple[DaerahTerperiksa, ...]],
) -> None:
    kosakata, regencies = proyek
    kinds = compare_flows([(i.terbaca.data, i.rujuk) for i in regencies], kosakata, limit=2)
    assert all(len(kind.alur) <= 2 and len(kind.selisih) == len(kind.alur) - 1 for kind in kinds)
    assert any(kind.lainnya for kind in kinds)


def test_offices_are_named_in_the_order_of_the_vocabulary(
    proyek: tuple[Kosakata, tuple[DaerahTerperiksa, ...]],
) -> None:
    aspek = KataAspek.model_validate({"nama": "?", "turunan": "penilai"})
    said = [short(_answer(words), aspek, proyek[0]) for words in ("pengawas administrator",)]
    assert said == ["Pejabat Administrator dan Pejabat Pengawas"]
