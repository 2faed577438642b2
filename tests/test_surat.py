"""Letters: what each regulation asks for, and what Word and LibreOffice read of it."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from docx import Document

from generator.materi.kemas import repack
from generator.materi.nilai import Dek
from generator.materi.surat.bahan import bahan
from generator.materi.surat.bentuk import BENTUK
from generator.materi.surat.nilai import Surat
from generator.materi.surat.susun import letters, without
from generator.materi.surat.tulis import write
from generator.model import Kosakata
from generator.pages.values import DaerahTerbit
from generator.project import approve, read_project, validate_project


@pytest.fixture(scope="module")
def terbit(root: Path) -> tuple[Kosakata, tuple[DaerahTerbit, ...]]:
    kosakata, files = read_project(root)
    return kosakata, tuple(
        DaerahTerbit(one.terbaca.data, one.terbaca.naskah, one.neraca, one.rujuk, ())
        for one in approve(validate_project(kosakata, files))
    )


@pytest.fixture(scope="module")
def semua(
    terbit: tuple[Kosakata, tuple[DaerahTerbit, ...]],
) -> dict[str, tuple[DaerahTerbit, dict[str, Surat]]]:
    kosakata, daerah = terbit
    return {d.slug: (d, {one.id: one for one in letters(d, kosakata)}) for d in daerah}


def _body(data: bytes) -> str:
    """Every word of a document, those in tables and content controls too."""
    return "\n".join(
        "".join(part.text or "" for part in paragraph.iter() if part.tag.endswith("}t"))
        for paragraph in Document(io.BytesIO(data)).element.body.iter()
        if paragraph.tag.endswith("}p")
    )


def _footnotes(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        text = archive.read("word/footnotes.xml").decode()
    notes = re.findall(r"<w:footnote w:id=\"\d+\".*?</w:footnote>", text, re.DOTALL)
    words = ("".join(re.findall(r"<w:t[^>]*>(.*?)</w:t>", note, re.DOTALL)) for note in notes)
    return [w.strip().replace("&amp;", "&").replace("&lt;", "<") for w in words]


def test_every_step_with_a_letter_has_a_template(terbit, semua) -> None:
    for item in terbit[1]:
        ids = semua[item.slug][1]
        for flow in item.data.mekanisme.mekanisme:
            kinds = {step.dokumen for step in flow.langkah} & set(BENTUK)
            templates = [one for one in ids.values() if one.alur is flow]
            assert len(kinds) <= len(templates), (item.slug, flow.id)
            for step in flow.langkah:
                if step.dokumen in BENTUK and not step.teks.startswith(("Menerima", "Diberi")):
                    assert f"{flow.id}-{step.id}" in ids
    assert all(len(ids) >= 9 for _, ids in semua.values())


def test_who_writes_to_whom_is_what_the_step_says(semua) -> None:
    for _, found in semua.values():
        for letter in found.values():
            names = {one.id: one.sebutan for one in letter.alur.pelaku}
            assert letter.tembusan == tuple(names[one] for one in letter.langkah.tembusan)
            if letter.dari:
                assert letter.dari == names[letter.langkah.pelaku]
                assert letter.dari in {office for _, office in letter.tanda_tangan}


@pytest.mark.parametrize(
    ("slug", "id_surat", "dari", "diminta"),
    [
        ("kendal", "penunjukan-lintas-unit-permohonan", "Pimpinan Unit Organisasi pemilik", 4),
        ("langsa", "individu-lintas-perangkat-daerah-surat-perintah", "Sekretaris Daerah", 0),
        ("langsa", "tim-dalam-unit-surat-perintah", "Kepala Perangkat Daerah", 4),
        ("bombana", "penunjukan-lintas-unit-penolakan", "Pimpinan Perangkat Daerah", 1),
        ("magelang", "penunjukan-lintas-unit-penolakan", "Pimpinan Perangkat Daerah yang", 1),
        ("probolinggo", "penunjukan-lintas-instansi-permohonan", "Pimpinan Unit Organisasi", 4),
        ("probolinggo", "penunjukan-lintas-instansi-permohonan-instansi", "Pejabat yang", 0),
        ("kendal", "sukarela-dalam-unit-terima-penugasan", "", 0),
    ],
)
def test_letters_known_from_the_texts(semua, slug, id_surat, dari, diminta) -> None:
    letter = semua[slug][1][id_surat]
    assert letter.dari.startswith(dari)
    assert bool(letter.dari) == bool(dari)
    assert sum(bool(one.dasar) for one in letter.memuat) == diminta


def test_a_refusal_gives_its_reason(semua) -> None:
    for _, found in semua.values():
        refusals = [one for one in found.values() if "penolakan" in one.id]
        assert refusals
        for letter in refusals:
            assert any(one.nama.startswith("Alasan") for one in letter.memuat)


def test_what_the_text_does_not_set_is_said(semua, terbit) -> None:
    for item, found in semua.values():
        for letter in found.values():
            told = " ".join(one.teks for one in letter.keterangan)
            assert "bentuk surat" in told.casefold()
            assert letter.tembusan or "Tembusan tidak diatur" in told
            assert letter.dari or "tidak menyebut siapa yang membuat" in told
        assert any("lisan" in one.teks for one in without(item, terbit[0])) or item.slug == "langsa"


def test_a_contradiction_is_a_note_on_the_template(semua) -> None:
    letter = semua["bombana"][1]["penunjukan-lintas-unit-surat-penugasan"]
    assert any("Keputusan Kepala Perangkat Daerah" in one.judul for one in letter.catatan)


def test_word_reads_letter_footnotes_and_blanks(semua) -> None:
    for item, found in semua.values():
        for letter in list(found.values())[::4]:
            data = write(letter, item.data.daerah)
            text, notes = _body(data), _footnotes(data)
            assert f"PEMERINTAH {item.nama.upper()}" in text or letter.tata == "pribadi"
            for one in letter.memuat:
                assert one.nama in text
                for source in one.dasar:
                    assert any(source.kutipan in note for note in notes) or any(
                        note.startswith(source.sebutan) for note in notes
                    )
            assert any(letter.dasar[0].kutipan in note for note in notes)
            for name in (*letter.kepada, *letter.tembusan):
                assert name in text
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                xml = archive.read("word/document.xml").decode()
                references = re.findall(r"footnoteReference w:id=\"(\d+)\"", xml)
                assert references == [str(n) for n in range(1, len(notes) + 1)]
                tags = set(re.findall(r"<w:tag w:val=\"([^\"]+)\"", xml))
                assert tags == {ruas.kunci for ruas in letter.ruas}


def test_numbers_of_two_notes_are_not_read_as_one(semua) -> None:
    seen = 0
    for item, found in semua.values():
        for letter in found.values():
            if len(letter.dasar) > 1:
                seen += 1
                with zipfile.ZipFile(io.BytesIO(write(letter, item.data.daerah))) as archive:
                    xml = archive.read("word/document.xml").decode()
                assert not re.search(r"<w:footnoteReference[^>]*/></w:r><w:r>.{0,90}<w:footn", xml)
    assert seen


def test_an_order_orders(semua) -> None:
    item, found = semua["langsa"]
    text = _body(write(found["individu-lintas-perangkat-daerah-surat-perintah"], item.data.daerah))
    assert "MEMERINTAHKAN:" in text and "MENUGASKAN:" not in text


def test_the_same_letter_is_the_same_file(semua) -> None:
    item, found = semua["kendal"]
    letter = next(iter(found.values()))
    data = write(letter, item.data.daerah)
    assert data == write(letter, item.data.daerah)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {one.date_time[0] for one in archive.infolist()} == {1980}


def test_any_words_stay_words(semua) -> None:
    item, found = semua["kendal"]
    letter = found["penunjukan-lintas-unit-permohonan"]
    odd = '</w:t><script>alert(1)</script> & "x" \u202e'
    contents = tuple(
        one.__class__(odd, one.ruas.__class__(one.ruas.kunci, odd, True), one.dasar)
        for one in letter.memuat
    )
    hostile = Surat(**{**vars(letter), "memuat": contents})
    assert odd in _body(write(hostile, item.data.daerah))


def test_repacking_keeps_every_part() -> None:
    before = io.BytesIO()
    with zipfile.ZipFile(before, "w") as archive:
        archive.writestr("word/b.xml", "b" * 1000)
        archive.writestr("[Content_Types].xml", "a")
    after = zipfile.ZipFile(io.BytesIO(repack(before.getvalue())))
    assert after.namelist() == ["[Content_Types].xml", "word/b.xml"]
    assert after.read("word/b.xml") == b"b" * 1000


def test_each_letter_is_a_file_of_its_regency(terbit) -> None:
    kosakata, daerah = terbit
    for item in daerah:
        deck = Dek(item.slug, "", "", (item.slug,), ())
        files = list(bahan(item, deck, kosakata, Path()))
        addresses = [one.alamat for one in files]
        assert len(set(addresses)) == len(addresses) == len(letters(item, kosakata))
        assert all(a.startswith(f"sosialisasi/{item.slug}/{item.slug}-surat-") for a in addresses)


@pytest.mark.lambat
def test_libreoffice_opens_one_of_each_regency(semua, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        if os.environ.get("PETAKERJA_WAJIB"):
            pytest.fail("LibreOffice tidak ada, padahal uji ini wajib dijalankan")
        pytest.skip("LibreOffice tidak ada")
    paths = []
    for item, found in semua.values():
        letter = list(found.values())[-1]
        paths.append(tmp_path / f"{item.slug}.docx")
        paths[-1].write_bytes(write(letter, item.data.daerah))
    profile = f"-env:UserInstallation=file://{tmp_path / 'profil'}"
    subprocess.run(
        [office, profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, *paths],
        check=True,
        capture_output=True,
        timeout=300,
    )
    for path in paths:
        assert path.with_suffix(".pdf").read_bytes().startswith(b"%PDF")
