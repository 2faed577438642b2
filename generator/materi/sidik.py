"""What the printed material of one regency is made from, as a checksum.

Taking it costs a few milliseconds; composing a book only to see that nothing has changed would
cost most of a second.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from generator.model import Kosakata
from generator.pages.values import DaerahTerbit


def digest(daerah: DaerahTerbit, kosakata: Kosakata) -> str:
    """The checksum of a regency's data, text, corrections and charts, and of the vocabulary.

    The words of its deck and the parts of its flows follow from these; the deck's questions, which
    are chosen with other regencies in view, are printed nowhere.
    """
    found = hashlib.sha256()
    for told in _told(daerah, kosakata):
        found.update(told.encode() + b"\0")
    return found.hexdigest()


def _told(daerah: DaerahTerbit, kosakata: Kosakata) -> Iterator[str]:
    yield kosakata.model_dump_json()
    yield daerah.data.model_dump_json()
    yield repr(daerah.naskah.akar)
    yield repr(daerah.neraca)
    for chart in daerah.bagan:
        yield repr(chart.bagan)
        yield chart.gambar.svg
