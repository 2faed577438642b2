"""Everything a person wrote about one regency, together."""

from __future__ import annotations

from generator.model.catatan import Catatan, EntriKoreksi
from generator.model.daerah import Daerah
from generator.model.dasar import Nilai
from generator.model.mekanisme import DaftarMekanisme
from generator.model.peran import DaftarPeran
from generator.model.struktur import Kedudukan, Penugasan


class DataDaerah(Nilai):
    """Everything a person wrote about one regency."""

    daerah: Daerah
    kedudukan: Kedudukan
    penugasan: Penugasan
    mekanisme: DaftarMekanisme
    peran: DaftarPeran
    koreksi: tuple[EntriKoreksi, ...]
    catatan: tuple[Catatan, ...]

    @property
    def slug(self) -> str:
        """The regency's part of every address."""
        return self.daerah.slug
