"""The structured data of one regency, in the regulation's own words, as frozen values.

One class per thing a person writes in ``regencies/<slug>/*.yaml``; `regencies/README.md` is the
dictionary. Values only: no file is read and no citation is looked up here.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Literal, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StrictBool,
    StringConstraints,
    model_validator,
)

#: A target of a branch or a step that is no step itself.
SELESAI = "selesai"
TIDAK_DIATUR = "tidak_diatur"

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:[-_][a-z0-9]+)*$", max_length=80)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+$", max_length=40)]
#: An anchor of the regulation text, such as ``pasal-11-ayat-1-huruf-a`` or ``…-b-2--2``.
Jangkar = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-{1,2}[a-z0-9]+)*$")]
Teks = Annotated[str, StringConstraints(min_length=1, max_length=5000)]
Bulat = Annotated[int, Field(strict=True)]


def _as_sequence(value: Any) -> Any:
    """One citation may be written without the dash of a list."""
    return [value] if isinstance(value, dict | str) else value


class Nilai(BaseModel):
    """A frozen value that refuses keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Dasar(Nilai):
    """A citation: a clause and words that stand in it exactly once."""

    klausa: Jangkar
    kutipan: Teks


DaftarDasar = Annotated[tuple[Dasar, ...], BeforeValidator(_as_sequence), Field(min_length=1)]
DaftarId = Annotated[tuple[Id, ...], BeforeValidator(_as_sequence)]


class Asal(StrEnum):
    """Where a fact comes from: the text, a chart readable in the source, or a reconstruction."""

    TEKS = "teks"
    BAGAN = "bagan"
    REKONSTRUKSI = "rekonstruksi"


# --- daerah.yaml ---------------------------------------------------------------------------


class Penandatangan(Nilai):
    """Who signed, and in which office."""

    nama: Teks
    jabatan: Teks


class Pengesahan(Nilai):
    """An act at the end of a regulation: ditetapkan or diundangkan."""

    tempat: Teks
    tanggal: date
    oleh: Penandatangan
    dasar: DaftarDasar


class MulaiBerlaku(Nilai):
    """From when the regulation is in force, and how it says so."""

    cara: Teks
    tanggal: date
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
    diterima: date
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


# --- kedudukan.yaml, penugasan.yaml --------------------------------------------------------


class PeranSimpul(Nilai):
    """A role that an office has in a structure, such as Pejabat Penilai Kinerja."""

    peran: Id
    dasar: DaftarDasar


class Simpul(Nilai):
    """A box of a structure: an office, a group of people, a team, or another unit.

    ``jenis`` is a key of ``jenis_simpul`` in the shared vocabulary.
    """

    id: Id
    sebutan: Teks
    jenis: Id
    level: Annotated[int, Field(strict=True, ge=1, le=5)] | None = None
    keterangan: Teks | None = None
    peran: tuple[PeranSimpul, ...] = ()
    asal: Asal = Asal.TEKS
    dasar: DaftarDasar


class Garis(Nilai):
    """A line of a structure; ``relasi`` is a key of the shared vocabulary."""

    dari: Id
    ke: Id
    relasi: Id
    label: Teks | None = None
    asal: Asal = Asal.TEKS
    dasar: DaftarDasar


class PerangkatDaerah(Nilai):
    """A unit that a regulation names, its kind, and the other names people call it by."""

    nama: Teks
    jenis: Id
    sebutan_lain: tuple[Teks, ...] = ()
    dasar: DaftarDasar


class Struktur(Nilai):
    """One structure chart: boxes and lines, and the units that are organised so."""

    id: Id
    judul: Teks
    klausa: Jangkar
    asal: Asal
    keterangan: Teks | None = None
    simpul: Annotated[tuple[Simpul, ...], Field(min_length=1)]
    garis: tuple[Garis, ...] = ()
    perangkat_daerah: tuple[PerangkatDaerah, ...] = ()
    #: For a structure of penugasan: the patterns of kedudukan to which it belongs.
    pola: DaftarId = ()


class Perihal(StrEnum):
    """What a rule answers."""

    PENILAI = "penilai"
    PENUGAS = "penugas"
    MELAPOR = "melapor_ke"


class Oleh(Nilai):
    """An office that a rule names: its kind in the shared vocabulary, and its name in the text."""

    jabatan: Id
    sebutan: Teks


class Aturan(Nilai):
    """A rule: for whom, in which patterns, which office appraises, assigns, or is reported to.

    ``untuk`` holds keys of ``jenjang`` in the shared vocabulary; ``pola`` the ids of patterns,
    where the single id ``semua`` stands for every pattern of the regency.
    """

    id: Id
    perihal: Perihal
    pola: DaftarId
    untuk: DaftarId
    oleh: Annotated[tuple[Oleh, ...], BeforeValidator(_as_sequence), Field(min_length=1)]
    syarat: Teks | None = None
    asal: Asal = Asal.TEKS
    dasar: DaftarDasar


class Ketentuan(Nilai):
    """A rule in words that is no rule of appraisal: shown beside a chart, with its citation."""

    id: Id
    isi: Teks
    pola: DaftarId = ()
    dasar: DaftarDasar


class Kedudukan(Nilai):
    """``kedudukan.yaml``: where officials sit and who appraises them."""

    pola: tuple[Struktur, ...]
    aturan: tuple[Aturan, ...] = ()
    ketentuan: tuple[Ketentuan, ...] = ()


class Penugasan(Nilai):
    """``penugasan.yaml``: who may give work to whom."""

    struktur: tuple[Struktur, ...]
    aturan: tuple[Aturan, ...] = ()
    ketentuan: tuple[Ketentuan, ...] = ()


# --- mekanisme.yaml ------------------------------------------------------------------------


class Pelaku(Nilai):
    """An actor of a flow: one swim lane."""

    id: Id
    sebutan: Teks
    peran: Id | None = None
    jabatan: Id | None = None


class Cabang(Nilai):
    """One branch of a decision: its label, and a step, ``selesai`` or ``tidak_diatur``."""

    label: Teks
    ke: Id
    dasar: Annotated[tuple[Dasar, ...], BeforeValidator(_as_sequence)] = ()


class Langkah(Nilai):
    """One step of a flow: an action or a decision by one actor.

    ``kepada`` and ``tembusan`` name actors; ``dokumen`` and ``tahap`` are keys of the shared
    vocabulary; ``lalu`` holds the steps that follow (``selesai`` ends the flow).
    """

    id: Id
    pelaku: Id
    tindakan: Teks | None = None
    keputusan: Teks | None = None
    tahap: Id | None = None
    dokumen: Id | None = None
    bersama: DaftarId = ()
    kepada: DaftarId = ()
    tembusan: DaftarId = ()
    setelah: Teks | None = None
    keluaran: Teks | None = None
    lalu: DaftarId = ()
    bila: tuple[Cabang, ...] = ()
    asal: Asal = Asal.TEKS
    dasar: DaftarDasar

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        if (self.tindakan is None) == (self.keputusan is None):
            raise ValueError("isi salah satu: tindakan atau keputusan")
        return self

    @property
    def teks(self) -> str:
        """What is done or decided."""
        return self.tindakan or self.keputusan or ""

    @property
    def tujuan(self) -> tuple[str, ...]:
        """Where the flow goes from here: steps, ``selesai`` or ``tidak_diatur``."""
        return self.lalu + tuple(cabang.ke for cabang in self.bila)


class Mekanisme(Nilai):
    """A flow: actors and steps; ``jenis`` is a key of the shared vocabulary."""

    id: Id
    jenis: Id
    judul: Teks
    klausa: Jangkar
    keterangan: Teks | None = None
    pola: DaftarId = ()
    pelaku: Annotated[tuple[Pelaku, ...], Field(min_length=1)]
    langkah: Annotated[tuple[Langkah, ...], Field(min_length=1)]


class IsiDokumen(Nilai):
    """One thing that a letter must contain."""

    isi: Teks
    dasar: DaftarDasar


class DokumenKerja(Nilai):
    """A letter that flows use, and its minimum contents as the regulation sets them."""

    dokumen: Id
    mekanisme: DaftarId
    memuat: tuple[IsiDokumen, ...] = ()
    dasar: DaftarDasar


class DaftarMekanisme(Nilai):
    """``mekanisme.yaml``: every flow, and the letters they use."""

    mekanisme: tuple[Mekanisme, ...]
    dokumen: tuple[DokumenKerja, ...] = ()


# --- peran.yaml ----------------------------------------------------------------------------


class Butir(Nilai):
    """One responsibility, in the regulation's words."""

    isi: Teks
    dasar: DaftarDasar


class TanggungJawab(Nilai):
    """The responsibilities of one role."""

    peran: Id
    klausa: Jangkar
    butir: Annotated[tuple[Butir, ...], Field(min_length=1)]


class Pelaporan(Nilai):
    """A line of reporting: who reports, to whom, when."""

    id: Id
    cara: Literal["individu", "tim"]
    pelapor: Teks
    kepada: Teks
    jabatan: Id
    waktu: Teks | None = None
    isi: Teks
    dasar: DaftarDasar


class DaftarPeran(Nilai):
    """``peran.yaml``: responsibilities of the roles, and who reports to whom."""

    tanggung_jawab: tuple[TanggungJawab, ...]
    pertanggungjawaban: tuple[Pelaporan, ...]
    aturan: tuple[Aturan, ...] = ()


# --- koreksi.yaml, catatan.yaml ------------------------------------------------------------


class AlasanKoreksi(StrEnum):
    """Why a reading of the source was changed."""

    GALAT_OCR = "galat-ocr"
    NOMOR_TERLEPAS = "nomor-terlepas"
    PINDAH_LETAK = "pindah-letak"
    BUKAN_NASKAH = "bukan-naskah"
    BAGAN = "bagan"
    DATA_PRIBADI = "data-pribadi"


class EntriKoreksi(Nilai):
    """One difference between the source and the published text."""

    baris: Annotated[int, Field(strict=True, ge=1)]
    tertulis: Teks
    terbit: Annotated[str, StringConstraints(max_length=5000)]
    ke: Annotated[int, Field(strict=True, ge=1)] = 1
    alasan: AlasanKoreksi
    catatan: Teks | None = None


class JenisCatatan(StrEnum):
    """What a note by a careful reader is about."""

    BERTENTANGAN = "bertentangan"
    TIDAK_DIATUR = "tidak-diatur"
    RUJUKAN = "rujukan"
    PENOMORAN = "penomoran"
    ISTILAH = "istilah"
    REDAKSI = "redaksi"
    BACAAN = "bacaan-ragu"
    HILANG = "hilang-dalam-sumber"


class AsalCatatan(StrEnum):
    """Whose slip it is; the three are kept apart."""

    PERANCANG = "perancang"
    PINDAIAN = "pindaian"
    TIDAK_DAPAT_DIPASTIKAN = "tidak-dapat-dipastikan"


class Catatan(Nilai):
    """A gap, a contradiction or a doubtful reading, found by reading.

    ``menyentuh`` names what it bears on, as ``pola:<id>``, ``struktur:<id>``, ``aturan:<id>``,
    ``mekanisme:<id>`` or ``langkah:<id mekanisme>/<id langkah>``: it is shown there too.
    """

    id: Id
    jenis: JenisCatatan
    asal: AsalCatatan
    judul: Teks
    uraian: Teks
    kaidah: Teks | None = None
    menyentuh: tuple[
        Annotated[
            str,
            StringConstraints(
                pattern=r"^(?:pola|struktur|aturan|mekanisme|langkah):[a-z0-9_-]+(?:/[a-z0-9_-]+)?$"
            ),
        ],
        ...,
    ] = ()
    dasar: DaftarDasar


# --- kosakata.yaml -------------------------------------------------------------------------


class Kata(Nilai):
    """A word of the shared vocabulary: its full and its short name."""

    nama: Teks
    singkat: Teks | None = None
    keterangan: Teks | None = None


class KataSimpul(Kata):
    """A kind of box; ``bentuk`` says how it is drawn: an office, a group, a team, another unit."""

    bentuk: Literal["jabatan", "kelompok", "tim", "luar"]


class KataJenjang(Kata):
    """A class of officials that rules speak about."""

    jabatan: Literal["fungsional", "pelaksana"]
    sebutan_lain: tuple[Teks, ...] = ()


class KataRelasi(Kata):
    """A kind of line in a structure."""

    arah: StrictBool = True


class KataMekanisme(Kata):
    """A kind of flow; ``kelompok`` says which of the three lists it belongs to."""

    kelompok: Literal["penugasan", "kinerja", "umum"]


class Kosakata(Nilai):
    """``regencies/kosakata.yaml``: what makes regulations comparable."""

    jenis_simpul: dict[Id, KataSimpul]
    jenjang: dict[Id, KataJenjang]
    jenis_unit: dict[Id, Kata]
    peran: dict[Id, Kata]
    relasi: dict[Id, KataRelasi]
    dokumen: dict[Id, Kata]
    jenis_mekanisme: dict[Id, KataMekanisme]
    tahap: dict[Id, Kata]


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
