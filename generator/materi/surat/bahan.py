"""The letters of one regency as files."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from generator import links
from generator.materi.nilai import Dek
from generator.materi.simpanan import Bahan
from generator.materi.surat.susun import letters
from generator.materi.surat.tulis import write
from generator.model import Kosakata
from generator.pages.values import DaerahTerbit


def bahan(daerah: DaerahTerbit, _dek: Dek, kosakata: Kosakata, _folder: Path) -> Iterator[Bahan]:
    """A Word document for each letter, each named for its regency, flow and step."""
    for surat in letters(daerah, kosakata):
        yield Bahan(
            alamat=links.letter_file(daerah.slug, surat.id).removeprefix("~/"),
            judul=surat.judul,
            bentuk="docx",
            daerah=(daerah.slug,),
            isi=[repr(surat), daerah.data.daerah.model_dump(mode="json")],
            buat=partial(write, surat, daerah.data.daerah),
        )
