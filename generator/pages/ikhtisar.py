"""The overview of one regency: which regulation this is, what is inside, how complete it is."""

from __future__ import annotations

from dataclasses import dataclass

from generator import answer, links
from generator.coverage import cover
from generator.naskah import Alinea, JenisAlinea, iterate
from generator.pages import menu
from generator.pages.metadata import json_ld
from generator.pages.template import fill
from generator.pages.values import DaerahTerbit, Halaman, Judul, Tautan


@dataclass(frozen=True)
class Isi:
    """One page of the regency, and what it holds in a few words."""

    judul: str
    alamat: str
    ringkas: str


def page(daerah: DaerahTerbit) -> Halaman:
    """The overview."""
    identity = daerah.data.daerah
    return Halaman(
        alamat=links.overview(daerah.slug),
        judul=daerah.nama,
        deskripsi=f"{identity.judul_peraturan} tentang {identity.peraturan.tentang}: "
        "naskah, bagan kedudukan dan penugasan, alur, dan temuan.",
        isi=fill(
            "ikhtisar.html",
            daerah=daerah,
            identitas=identity,
            aturan=identity.peraturan,
            isi=_inside(daerah),
            hilang=_gaps(daerah),
            metadata=json_ld(identity),
            cakupan=cover(daerah.data, daerah.naskah),
        ),
        daftar_isi=(
            Judul("Isi", "isi-situs"),
            Judul("Peraturan", "peraturan"),
            Judul("Kelengkapan naskah", "kelengkapan"),
        ),
        menu=menu.menu(daerah),
        remah=(Tautan("Beranda", links.HOME),),
        skrip=("daerah",),
    )


def _inside(daerah: DaerahTerbit) -> tuple[Isi, ...]:
    data, text = daerah.data, daerah.naskah
    articles = sum(clause.jenis == "pasal" for clause in iterate(text.peraturan))
    duties = sum(len(role.butir) for role in data.peran.tanggung_jawab)
    short = {
        "peraturan": f"{articles} pasal",
        "kedudukan": f"{len(data.kedudukan.pola)} bagan: di mana Anda ditempatkan",
        "penugasan": f"{len(data.penugasan.struktur)} bagan: siapa yang dapat menugaskan",
        "mekanisme": f"{len(data.mekanisme.mekanisme)} alur langkah demi langkah",
        "perangkat-daerah": f"{len(list(answer.units(data)))} unit dan penilainya",
        "peran": f"{duties} tanggung jawab dan pelaporannya",
        "surat": "templat surat, diisi dan dicetak di tempat",
        "kuis": "soal dari isi peraturan ini, dengan kunci",
        "temuan": f"{len(data.catatan)} catatan, {len(data.koreksi)} koreksi pindaian",
    }
    if text.lampiran is not None:
        clauses = sum(bool(clause.jangkar) for clause in iterate(text.lampiran))
        short["lampiran"] = f"{clauses} klausa pedoman"
    pages = [
        Isi(title, links.section(daerah.slug, name), short[name])
        for name, title in menu.PAGES.items()
        if name in short
    ]
    training = Isi(
        "Bahan sosialisasi", f"{links.TRAINING}#{daerah.slug}", "salindia dan bahan pelatihan"
    )
    return (*pages, training)


def _gaps(daerah: DaerahTerbit) -> int:
    """How many places in the text cannot be read in the source."""
    return sum(
        isinstance(part, Alinea) and part.jenis is JenisAlinea.TIDAK_TERBACA
        for root in daerah.naskah.akar
        for clause in iterate(root)
        for part in clause.isi
    )
