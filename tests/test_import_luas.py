"""The importer on many made regulations, whole and damaged: words, Pasal and parents are right."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.importers import Draf, import_file
from generator.importers.impor import import_source
from generator.importers.nilai import Sumber
from generator.naskah import iterate, parse, print_text
from tests.impor_contoh import Contoh, make
from tests.impor_luas import DAMAGES, Rusak, make_amendment, make_code
from tests.test_import import assert_accounted

SEEDS = range(4)
MAKERS: tuple[Callable[[int], Contoh], ...] = (make, make_amendment, make_code)


def _import(lines: list[str]) -> Draf:
    return import_source(Sumber("\n".join(lines), "ocr", 1), "uji")


def _own(draf: Draf, kind: str = "") -> list[str]:
    """The anchors of the body, in order."""
    return [
        clause.jangkar
        for clause in iterate(draf.pohon["peraturan"])
        if clause.jangkar.startswith(("pasal-", "bab-", "buku-"))
        and (not kind or clause.jenis == kind)
    ]


def _articles(anchors: list[str]) -> list[str]:
    return [anchor for anchor in anchors if anchor.split("-")[-2] == "pasal"]


@pytest.mark.parametrize("maker", MAKERS, ids=lambda maker: maker.__name__)
def test_whole_regulations_are_recovered(maker: Callable[[int], Contoh]) -> None:
    for seed in SEEDS:
        made = maker(seed)
        draf = _import("\n".join(made.baris).split("\n"))
        assert _own(draf) == made.jangkar, seed


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
@pytest.mark.parametrize("maker", MAKERS, ids=lambda maker: maker.__name__)
def test_damaged_regulations_are_recovered(maker: Callable[[int], Contoh], damage: Rusak) -> None:
    wanted = found = 0
    for seed in SEEDS:
        made = maker(seed)
        lines = damage("\n".join(made.baris).split("\n"), random.Random(seed))
        draf = _import(lines)
        assert_accounted(draf)
        assert _own(draf, "pasal") == _articles(made.jangkar), seed
        wanted += len(made.jangkar)
        found += len(set(made.jangkar) & set(_own(draf)))
    assert found / wanted > 0.99


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_other_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes("Pasal 1\r\nPasar “rakyat” dibuka.\r\nPasal 2\r\nTutup.\r\n".encode(encoding))
    draf = import_file(file, "uji")
    assert "Pasar “rakyat” dibuka." in draf.naskah["peraturan"]
    assert _own(draf) == ["pasal-1", "pasal-2"]
    guessed = [doubt.apa for doubt in draf.ragu if "bukan UTF-8" in doubt.apa]
    assert bool(guessed) == (encoding != "utf-8-sig")


def test_a_script_is_called_no_regulation(tmp_path: Path) -> None:
    file = tmp_path / "a.sh"
    file.write_text("#!/bin/sh\nset -e\necho selesai\n", "utf-8")
    draf = import_file(file, "uji")
    assert draf.peringatan.startswith("berkas ini tampaknya bukan peraturan")
    assert [doubt.apa for doubt in draf.ragu] == [draf.peringatan]


@pytest.mark.parametrize(
    ("text", "anchors"),
    [
        ("BUKU KESATU\nATURAN\n\nBAB I\nUMUM\n\nPasal 1\nSatu.\n",
         ["buku-1", "buku-1-bab-1", "pasal-1"]),
        ("Menetapkan :\n\nKESATU :\n  Satu.\n\nKEDUA :\n  Dua:\n  a. satu.\n",
         ["menetapkan", "menetapkan-diktum-1", "menetapkan-diktum-2",
          "menetapkan-diktum-2-huruf-a"]),
        ("Menetapkan :\n  PERATURAN.\n\nPasal 1\nSatu.\n", ["menetapkan", "pasal-1"]),
        ("[penjelasan]\n\nPasal 2 sampai dengan Pasal 4\nCukup.\n\nPasal 5 dan Pasal 6\nSama.\n",
         ["penjelasan", "penjelasan-pasal-2-sampai-4", "penjelasan-pasal-5-dan-6"]),
        ('Pasal I\n1. Ketentuan Pasal 5 diubah:\n\n  "Pasal 5\n    (1) Satu."\n',
         ["pasal-i", "pasal-i-angka-1", "pasal-i-angka-1-pasal-5",
          "pasal-i-angka-1-pasal-5-ayat-1"]),
    ],
)  # fmt: skip
def test_the_layout_of_what_is_imported(text: str, anchors: list[str]) -> None:
    """Every form the importer writes can be read and printed again."""
    tree, problems = parse(text, "peraturan")
    assert problems == ()
    assert [clause.jangkar for clause in iterate(tree)][1:] == anchors
    assert print_text(tree) == text


def test_a_penjelasan_after_the_lampiran_has_anchors_of_its_page() -> None:
    tree, _ = parse("[judul]\nLAMPIRAN\n\n[penjelasan]\n\nPasal 1\nCukup jelas.\n", "lampiran")
    anchors = [clause.jangkar for clause in iterate(tree)][1:]
    assert anchors == ["lampiran-judul", "lampiran-penjelasan", "lampiran-penjelasan-pasal-1"]
