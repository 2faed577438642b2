"""``daerah.yaml``: a regency, its regulation, and where the text came from."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import StringConstraints

from generator.model.dasar import Bulat, DaftarDasar, Nilai, Slug, Teks
from generator.model.tanggal import Tanggal


class Penandatangan(Nilai):
    """Who signed, and in which office."""

    nama: Teks
    jabatan: Teks


class Pengesahan(Nilai):
    """An act at the end of a regulation: ditetapkan or diundangkan."""

    tempat: Teks
    tanggal: Tanggal
    oleh: Penandatangan
    dasar: DaftarDasar


class MulaiBerlaku(Nilai):
    """From when the regulation is in force, and how it says so."""

    cara: Teks
    tanggal: Tanggal
    dasar: DaftarDasar


class BeritaDaerah(Nilai):
    """Where the regulation was promulgated."""

    tahun: Bulat
    nomor: Bulat
    dasar: DaftarDasar


class Peraturan(Nilai):
    """Identity of the regulation."""

    jenis: Teks
    singkatan: Teks
    nomor: Bulat
    tahun: Bulat
    tentang: Teks
    dasar: DaftarDasar
    ditetapkan: Pengesahan
    diundangkan: Pengesahan | None = None
    berlaku: MulaiBerlaku | None = None
    berita_daerah: BeritaDaerah | None = None


class Sumber(Nilai):
    """Provenance of the text; ``penulisan`` says whether Markdown marks in it are no words."""

    berkas: Teks
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    bentuk: Teks
    penulisan: Literal["baris", "markdown"] = "baris"
    diterima: Tanggal
    keterangan: Teks | None = None


class Daerah(Nilai):
    """One regency and its regulation."""

    slug: Slug
    nama: Teks
    nama_singkat: Teks
    jenis: Literal["kabupaten", "kota", "provinsi"]
    provinsi: Teks
    kode_wilayah: Annotated[str, StringConstraints(pattern=r"^\d{2}(?:\.\d{2})?$")]
    peraturan: Peraturan
    sumber: Sumber

    @property
    def judul_peraturan(self) -> str:
        """The regulation's usual name: "Peraturan Bupati Kendal Nomor 37 Tahun 2023"."""
        aturan = self.peraturan
        return f"{aturan.jenis} {self.nama_singkat} Nomor {aturan.nomor} Tahun {aturan.tahun}"
