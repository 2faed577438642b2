"""What the printed material of one regency is made from, as a checksum.

Taking it costs a few milliseconds; composing a book only to see that nothing has changed would
cost most of a second.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from generator.materi.nilai import Dek
from generator.model import Kosakata
from generator.pages.values import DaerahTerbit


def digest(daerah: DaerahTerbit, dek: Dek, kosakata: Kosakata) -> str:
    """The checksum of a regency's data, text, corrections and charts, and of the vocabulary.

    Of the deck only the drawn parts of flows count: its words follow from the regency, but for the
    questions, which are chosen with other regencies in view and are printed nowhere.
    """
    found = hashlib.sha256()
    for told in _told(daerah, dek, kosakata):
        found.update(told.encode() + b"\0")
    return found.hexdigest()


def _told(daerah: DaerahTerbit, dek: Dek, kosakata: Kosakata) -> Iterator[str]:
    yield kosakata.model_dump_json()
    yield daerah.data.model_dump_json()
    yield repr(daerah.naskah.akar)
    yield repr(daerah.neraca)
    parts = (slide.bagan for slide in dek.slide if slide.bagan)
    for chart in {one.jangkar: one for one in (*daerah.bagan, *parts)}.values():
        yield repr(chart.bagan)
        yield chart.gambar.svg
