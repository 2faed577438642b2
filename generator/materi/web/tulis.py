"""A deck as a page of its own: every slide in it, so that it opens from a memory stick."""

from __future__ import annotations

from collections.abc import Sequence

from generator import __version__, links
from generator.materi.nilai import LAMA, Dek
from generator.materi.web.layar import screens
from generator.pages.template import fill
from generator.pages.values import Tautan


def write_deck(
    dek: Dek, daerah: Sequence[Tautan], *, note: str = "", offline: bool = False
) -> tuple[str, str]:
    """The path in the page tree, and the whole HTML document.

    ``daerah`` are the regencies of the deck with their overviews; ``note`` is said on its first
    slide. Without JavaScript, and on a narrow screen, it is a document to be read from top to
    bottom.
    """
    address = links.deck(dek.id)
    text = fill(
        "tayang.html",
        dek=dek,
        daerah=daerah,
        layar=tuple(screens(dek)),
        lama=LAMA,
        catatan=note,
        versi=__version__,
        luring=offline,
    )
    path = f"{address.removeprefix(links.HOME)}index.html"
    return path, links.relativize(text, address, offline=offline)
