"""What surrounds a page of a regency: the same page elsewhere, its neighbours, how far to trust it.

What the pages share is gathered once for the whole site, so that the cost of a page does not grow
with the number of regencies.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from generator import links
from generator.model import Asal
from generator.pages import menu
from generator.pages.values import (
    MANY,
    DaerahTerbit,
    Halaman,
    Kepercayaan,
    Konteks,
    Menu,
    Pindah,
    Tautan,
)


@dataclass(frozen=True)
class Tujuan:
    """Where the pages of one regency are: by section, and its first flow of each kind."""

    slug: str
    nama: str
    bagian: tuple[str, ...]
    alur: Mapping[str, str]
    jenis: Mapping[str, str]

    @classmethod
    def of(cls, daerah: DaerahTerbit) -> Tujuan:
        """The places of one regency."""
        flows = daerah.data.mekanisme.mekanisme
        first: dict[str, str] = {}
        for flow in flows:
            first.setdefault(flow.jenis, links.flow(daerah.slug, flow.id))
        sections = set(menu.PAGES)
        if daerah.naskah.lampiran is None:
            sections.remove("lampiran")
        kinds = {links.flow(daerah.slug, flow.id): flow.jenis for flow in flows}
        return cls(daerah.slug, daerah.nama, tuple(sorted(sections)), first, kinds)


@dataclass(frozen=True)
class Sekitar:
    """The regencies of a site, as every page of them needs them."""

    tujuan: Mapping[str, Tujuan]

    @classmethod
    def of(cls, tujuan: Iterable[Tujuan]) -> Sekitar:
        """Gather once what all pages share."""
        return cls({place.slug: place for place in sorted(tujuan, key=_name)})

    def surround(self, halaman: Halaman, daerah: DaerahTerbit) -> Halaman:
        """A page of a regency with what surrounds it."""
        before, after = neighbours(halaman)
        return replace(
            halaman,
            konteks=Konteks(
                daerah.nama,
                tuple(self._elsewhere(halaman.alamat, daerah.slug)),
                before,
                after,
                trust(daerah),
            ),
        )

    def _elsewhere(self, address: str, slug: str) -> Iterator[Pindah]:
        if len(self.tujuan) > MANY:
            return
        own = self.tujuan[slug]
        for place in self.tujuan.values():
            if place.slug != slug:
                yield elsewhere(address, own, place)


def elsewhere(address: str, own: Tujuan, place: Tujuan) -> Pindah:
    """The page of another regency that is of the same kind, or the nearest one, saying so."""
    section = address.removeprefix(links.overview(own.slug)).partition("/")[0]
    kind = own.jenis.get(address)
    if kind is not None and kind in place.alur:
        return Pindah(place.nama, place.alur[kind])
    if kind is not None:
        lacking = "tidak ada alur sejenis; buka daftarnya"
        return Pindah(place.nama, links.section(place.slug, section), lacking)
    if section in place.bagian:
        return Pindah(place.nama, links.section(place.slug, section))
    if section == "lampiran":
        lacking = "tanpa Lampiran; buka peraturannya"
        return Pindah(place.nama, links.section(place.slug, "peraturan"), lacking)
    return Pindah(place.nama, links.overview(place.slug), "" if not section else "buka ikhtisarnya")


def neighbours(halaman: Halaman) -> tuple[Tautan | None, Tautan | None]:
    """The pages before and after a page in its regency's navigation."""
    order = list(_flat(halaman.menu))
    at = next((i for i, entry in enumerate(order) if entry.alamat == halaman.alamat), None)
    if at is None:
        return None, None
    before = order[at - 1] if at else None
    after = order[at + 1] if at + 1 < len(order) else None
    return before, after


def trust(daerah: DaerahTerbit) -> Kepercayaan:
    """Which source a regency's pages stand on, and how complete they are."""
    identity, account = daerah.data.daerah, daerah.neraca
    return Kepercayaan(
        slug=daerah.slug,
        peraturan=identity.judul_peraturan,
        bentuk=identity.sumber.bentuk,
        diterima=identity.sumber.diterima,
        terbit=account.terbit,
        bagian_tetap=account.bagian_tetap,
        koreksi=len(account.koreksi),
        bagan=len(daerah.bagan),
        rekonstruksi=sum(chart.bagan.asal is Asal.REKONSTRUKSI for chart in daerah.bagan),
    )


def _flat(entries: tuple[Menu, ...]) -> Iterator[Tautan]:
    for entry in entries:
        yield Tautan(entry.judul, entry.alamat)
        yield from _flat(entry.anak)


def _name(place: Tujuan) -> str:
    return place.nama
