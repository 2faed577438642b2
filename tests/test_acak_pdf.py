"""PDF files that nobody meant well: a text or a word, within limits of time and memory."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from generator.importers import import_file, pdf
from generator.kurungan import Batas, confined
from generator.naskah import iterate
from generator.problems import BuildFailed
from tests.acak_kamar import PROBLEM, in_room
from tests.acak_pdf import BOMS, pages, read_spoilt

_IMPORT = """
from pathlib import Path
from generator.importers import import_file, pdf
from generator.kurungan import Batas
pdf.LIMITS = Batas(detik=6, detik_semua=20, memori=1_000_000_000)
def run(path):
    return len(import_file(Path(path), "uji").naskah)
"""


@pytest.mark.parametrize("name", BOMS)
def test_a_bomb_is_refused_or_read_within_limits(name: str, tmp_path: Path) -> None:
    make, words = BOMS[name]
    (tmp_path / "a.pdf").write_bytes(make())
    assert words in in_room(_IMPORT, tmp_path / "a.pdf")


def test_a_thousand_pages_are_a_draft(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pages(1_000))
    draf = import_file(tmp_path / "a.pdf", "uji")
    assert draf.halaman == 1_000
    assert [c.label for c in iterate(draf.pohon["peraturan"]) if c.jenis == "pasal"]


def test_spoilt_files_are_read_or_refused() -> None:
    """Seeds 0, 1, 2, …: the number that fails is enough to see the file again."""
    many = settings().max_examples
    seeds = range(many)
    answers = list(confined(read_spoilt, seeds, Batas(60, 3_600, 1_500_000_000)))
    assert len(answers) == many
    for seed, answer in zip(seeds, answers, strict=True):
        assert answer.startswith("jadi: ") or PROBLEM.fullmatch(answer), (seed, answer)


def test_a_reader_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "LIMITS", Batas(detik=0.001, detik_semua=0.001, memori=10**9))
    (tmp_path / "a.pdf").write_bytes(pages(50))
    with pytest.raises(BuildFailed, match="pada halaman 1 waktunya terlalu lama; simpan ulang"):
        import_file(tmp_path / "a.pdf", "uji")
