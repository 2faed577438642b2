"""What stands above a chart: what the data says about it, and the clause it was drawn from."""

from __future__ import annotations

from generator.graph import Sumber
from generator.materi.nilai import Keadaan, Poin
from generator.model import Asal

#: Stands where a chart has no words of its own before its clause.
DASAR = "Dasar bagan ini"


def captions(words: str | None, source: tuple[Sumber, ...], asal: Asal) -> tuple[Poin, ...]:
    """One statement, or none where there is nothing to say."""
    state: Keadaan = "rekonstruksi" if asal is Asal.REKONSTRUKSI else ""
    if words:
        return (Poin(words, source, keadaan=state),)
    if state:
        return (Poin("Bagan ini direkonstruksi dari teks", source, keadaan=state),)
    return (Poin("Dasar bagan ini", source),) if source else ()
