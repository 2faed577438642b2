"""The drafting rules: hits and no-hits of each, the real texts, origins, and that a note wins."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from generator.account import KoreksiTerbit
from generator.cite import Naskah
from generator.model import (
    AsalCatatan,
    Catatan,
    Daerah,
    Dasar,
    EntriKoreksi,
    JenisCatatan,
    Penandatangan,
    Pengesahan,
    Peraturan,
    Sumber,
)
from generator.naskah import parse
from generator.problems import Severity
from generator.project import read_project, validate_project
from generator.regency import list_slugs
from generator.temuan import KAIDAH, Corpus, Temuan, find, find_in, merge, warnings

HERE = Path(__file__).parent
CASES = yaml.safe_load((HERE / "kasus" / "temuan.yaml").read_text(encoding="utf-8"))
TEXTS = HERE.parent / "content" / "peraturan"


def _daerah(nama: str, provinsi: str = "Jawa Tengah") -> Daerah:
    dasar = (Dasar(klausa="judul", kutipan="PERATURAN"),)
    oleh = Penandatangan(nama="N", jabatan="J")
    acts = Pengesahan(tempat="T", tanggal=date(2023, 1, 1), oleh=oleh, dasar=dasar)
    return Daerah(
        slug=nama.rsplit(maxsplit=1)[-1].lower(),
        nama=nama,
        nama_singkat=nama.rsplit(maxsplit=1)[-1],
        jenis="kabupaten" if nama.startswith("Kabupaten") else "kota",
        provinsi=provinsi,
        kode_wilayah="33.24",
        peraturan=Peraturan(
            jenis="Peraturan Bupati",
            singkatan="Perbup",
            nomor=1,
            tahun=2023,
            tentang="Contoh",
            dasar=dasar,
            ditetapkan=acts,
        ),
        sumber=Sumber(berkas="s", sha256="0" * 64, bentuk="teks", diterima=date(2026, 1, 1)),
    )


def _naskah(slug: str, text: str, annex: str | None = None) -> Naskah:
    lampiran = parse(annex, "lampiran")[0] if annex else None
    return Naskah(slug, parse(text, "peraturan")[0], lampiran)


def _project(case: dict) -> tuple[Naskah, Corpus]:
    own = _naskah("contoh", case["naskah"], case.get("lampiran"))
    texts, regions = [own], {"contoh": _daerah("Kabupaten Contoh")}
    if "lain" in case:
        texts.append(_naskah("lain", case["lain"]))
        regions["lain"] = _daerah("Kota Lain", "Jawa Timur")
    return own, Corpus(tuple(texts), regions)


@pytest.mark.parametrize("case", CASES, ids=[f"{c['kaidah']}: {c['nama']}" for c in CASES])
def test_case(case: dict) -> None:
    naskah, corpus = _project(case)
    found = [item for item in find_in(naskah, (), corpus) if item.id == case["kaidah"]]
    assert [item.klausa for item in found] == [want["klausa"] for want in case["temuan"]]
    wanted = list(case["temuan"])
    for item in found:
        # Findings of one clause may come in any order among themselves.
        match = next(
            want
            for want in wanted
            if want["klausa"] == item.klausa
            and want.get("kutipan", item.kutipan) == item.kutipan
            and want.get("memuat", "") in item.uraian
        )
        wanted.remove(match)


def test_every_rule_has_a_hit_and_a_no_hit() -> None:
    for kaidah in KAIDAH:
        mine = [case for case in CASES if case["kaidah"] == kaidah.id]
        assert any(case["temuan"] for case in mine), kaidah.id
        assert any(not case["temuan"] for case in mine), kaidah.id


def test_rules_are_named_once() -> None:
    assert len({kaidah.id for kaidah in KAIDAH}) == len(KAIDAH)


@pytest.fixture(scope="module")
def nyata() -> Corpus:
    """The real texts, whether or not the data of their regencies is complete."""
    texts = [
        _naskah(
            folder.name.removeprefix("_"),
            (folder / "peraturan.md").read_text(encoding="utf-8"),
            annex.read_text(encoding="utf-8")
            if (annex := folder / "lampiran.md").exists()
            else None,
        )
        for folder in sorted(TEXTS.iterdir())
        if (folder / "peraturan.md").exists() and folder.name != "_contoh"
    ]
    return Corpus(tuple(texts), {})


@pytest.fixture(scope="module")
def ditemukan(nyata: Corpus) -> dict[str, tuple[Temuan, ...]]:
    """The findings in every real text, by its slug."""
    return {naskah.slug: find_in(naskah, (), nyata) for naskah in nyata.naskah}


@pytest.mark.parametrize(
    ("slug", "kaidah", "klausa", "memuat"),
    [
        ("kendal", "rujukan-diri", "pasal-16", "Pasal 16"),
        ("kendal", "rujukan-tanpa-sasaran", "pasal-11-ayat-2", "huruf a"),
        ("kendal", "dua-mulai-berlaku", "pasal-21", "mulai berlaku"),
        ("kendal", "judul-tidak-sama", "menetapkan", "Menetapkan"),
        ("kendal", "kata-ganda", "lampiran-bab-2-d-4-c-2", "oleh"),
        ("magelang", "penomoran-ganda", "bab-4--2", "BAB IV"),
        ("bombana", "penomoran-terputus", "pasal-27", "Pasal 24 sampai dengan Pasal 26"),
        ("probolinggo", "rujukan-diri", "pasal-16", "Pasal 16"),
    ],
)
def test_what_a_reader_sees_is_found(
    ditemukan: dict[str, tuple[Temuan, ...]], slug: str, kaidah: str, klausa: str, memuat: str
) -> None:
    found = [item for item in ditemukan[slug] if (item.id, item.klausa) == (kaidah, klausa)]
    assert found
    assert memuat in found[0].uraian


def test_every_quotation_stands_exactly_once(
    nyata: Corpus, ditemukan: dict[str, tuple[Temuan, ...]]
) -> None:
    for naskah in nyata.naskah:
        for item in ditemukan[naskah.slug]:
            assert naskah.teks[item.klausa].count(item.kutipan) == 1, (naskah.slug, item)


def test_the_same_text_gives_the_same_findings(
    nyata: Corpus, ditemukan: dict[str, tuple[Temuan, ...]]
) -> None:
    again = Corpus(nyata.naskah[::-1], nyata.daerah)
    for naskah in nyata.naskah:
        assert find_in(naskah, (), again) == ditemukan[naskah.slug]


def _origin(text: str, kaidah: str, koreksi: tuple[KoreksiTerbit, ...] = ()) -> AsalCatatan:
    naskah = _naskah("contoh", text)
    found = find_in(naskah, koreksi, Corpus((naskah,), {}))
    return next(item.asal for item in found if item.id == kaidah)


SALAH = "Target kinerja. " * 9 + "Target kimerja."


def _edit(wrong: str, right: str, clause: str = "pasal-1") -> KoreksiTerbit:
    return KoreksiTerbit(
        EntriKoreksi(baris=1, tertulis=wrong, terbit=right, alasan="galat-ocr"), clause
    )


def test_a_slip_of_whole_words_is_the_drafters() -> None:
    text = "Pasal 1\nRincian dalam Pasal 1.\n"
    assert _origin(text, "rujukan-diri") is AsalCatatan.PERANCANG


def test_words_that_a_correction_restored_tell_nothing() -> None:
    text = "Pasal 1\nRincian dalam Pasal 1.\n"
    edits = (_edit("Pasal I", "Pasal 1"),)
    assert _origin(text, "rujukan-diri", edits) is AsalCatatan.TIDAK_DAPAT_DIPASTIKAN


def test_a_number_missing_beside_a_loss_cannot_be_told() -> None:
    text = "Pasal 1\nSatu.\n[tidak terbaca: halaman hilang]\n\nPasal 3\nTiga.\n"
    assert _origin(text, "penomoran-terputus") is AsalCatatan.TIDAK_DAPAT_DIPASTIKAN


def test_a_letter_that_this_scan_confuses_elsewhere_is_the_scans() -> None:
    text = f"Pasal 1\n{SALAH}\n"
    assert _origin(text, "salah-ketik") is AsalCatatan.TIDAK_DAPAT_DIPASTIKAN
    edits = (_edit("tamggal", "tanggal", "pasal-9"), _edit("dam", "dan", "pasal-9"))
    assert _origin(text, "salah-ketik", edits) is AsalCatatan.PINDAIAN


def test_a_misspelling_written_twice_is_the_drafters() -> None:
    text = f"Pasal 1\n{SALAH}\n\nPasal 2\nSetiap target kimerja.\n"
    assert _origin(text, "salah-ketik") is AsalCatatan.PERANCANG


def _note(klausa: str, kutipan: str, jenis: JenisCatatan) -> Catatan:
    return Catatan(
        id="catatan",
        jenis=jenis,
        asal=AsalCatatan.PERANCANG,
        judul="Judul",
        uraian="Uraian.",
        dasar=(Dasar(klausa=klausa, kutipan=kutipan),),
    )


@pytest.mark.parametrize(
    ("klausa", "kutipan", "jenis", "ditutup"),
    [
        ("pasal-16", "dalam Pasal 15 dan Pasal 16", JenisCatatan.RUJUKAN, True),
        ("pasal-16", "Rincian pertanggungjawaban", JenisCatatan.RUJUKAN, False),
        ("pasal-16", "dalam Pasal 15 dan Pasal 16", JenisCatatan.REDAKSI, False),
        ("pasal-15", "Pasal 15", JenisCatatan.RUJUKAN, False),
        ("bab-2", "dalam Pasal 15 dan Pasal 16", JenisCatatan.RUJUKAN, False),
    ],
)
def test_a_note_wins(
    nyata: Corpus,
    ditemukan: dict[str, tuple[Temuan, ...]],
    klausa: str,
    kutipan: str,
    jenis: JenisCatatan,
    ditutup: bool,
) -> None:
    naskah = next(item for item in nyata.naskah if item.slug == "kendal")
    found = [item for item in ditemukan["kendal"] if item.id == "rujukan-diri"]
    left = merge(found, [_note(klausa, kutipan, jenis)], naskah)
    assert (left == ()) is ditutup


def test_findings_are_warnings_with_the_line_of_their_clause(root: Path) -> None:
    slug = list_slugs(root)[0]
    kosakata, files = read_project(root, (slug,))
    (daerah,) = validate_project(kosakata, files).daerah
    corpus = Corpus.of((daerah,))
    problems = list(warnings(daerah, corpus))
    assert problems
    for problem in problems:
        assert problem.severity is Severity.PERINGATAN
        assert problem.place.line > 0
        assert (root / problem.place.file).exists()
    advice = {item.uraian for item in find(daerah.naskah, daerah, corpus) if item.nasihat}
    assert not [p for p in problems if any(text.rstrip(".") in p.what for text in advice)]
