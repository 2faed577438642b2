"""What a letter is, before it is a document or a form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from generator.graph import Sumber
from generator.model import Catatan, Langkah, Mekanisme

#: How a letter is laid out: an official letter, an order, or the letter of one person.
Tata = Literal["surat", "perintah", "pribadi"]


@dataclass(frozen=True)
class Ruas:
    """A blank: its key in the form, its name, and whether an answer is longer than a line."""

    kunci: str
    nama: str
    panjang: bool = False

    @property
    def petunjuk(self) -> str:
        """What stands in the blank until it is filled in."""
        return "[diisi]" if self.panjang else f"[{self.nama}]"


@dataclass(frozen=True)
class Isian:
    """Something that the letter says and a person fills in.

    ``dasar`` holds the clauses that ask for it; without any it is a proposal of ours.
    """

    nama: str
    ruas: Ruas
    dasar: tuple[Sumber, ...] = ()


@dataclass(frozen=True)
class Keterangan:
    """What a reader must know about a template, with the clauses that it rests on."""

    teks: str
    dasar: tuple[Sumber, ...] = ()


@dataclass(frozen=True)
class Surat:
    """A letter that a step of a flow asks for.

    ``dari`` is who makes it, empty where the text does not say; ``tanda_tangan`` holds who stands
    below it, each with the words above the name ("" for the sender). ``memuat`` is what it says;
    ``isi_diatur`` and ``bentuk`` tell what of that the regulation sets. ``kenyataan`` is the step
    and its flow.
    """

    id: str
    nama: str
    judul: str
    hal: str
    tata: Tata
    alur: Mekanisme
    langkah: Langkah
    dari: str
    kepada: tuple[str, ...]
    tembusan: tuple[str, ...]
    tanda_tangan: tuple[tuple[str, str], ...]
    pembuka: str
    memuat: tuple[Isian, ...]
    penutup: str
    dasar: tuple[Sumber, ...]
    isi_diatur: bool
    keterangan: tuple[Keterangan, ...]
    catatan: tuple[Catatan, ...]

    @property
    def ruas(self) -> tuple[Ruas, ...]:
        """Every blank in reading order, each once."""
        return tuple({one.kunci: one for one in self._blanks()}.values())

    def _blanks(self) -> Iterator[Ruas]:
        if self.tata != "pribadi":
            yield from (PERANGKAT_DAERAH, ALAMAT, NOMOR)
        if self.tata == "surat":
            yield from (SIFAT, LAMPIRAN)
        yield from (TEMPAT, TANGGAL)
        if self.tata != "perintah":
            yield TUJUAN
        if self.tata != "surat":
            yield from PEGAWAI
        yield from (one.ruas for one in self.memuat)
        for number in range(len(self.tanda_tangan)):
            yield from signer(number)


PERANGKAT_DAERAH = Ruas("perangkat-daerah", "Nama Perangkat Daerah")
ALAMAT = Ruas("alamat", "Alamat, telepon, dan laman")
NOMOR = Ruas("nomor", "Nomor surat")
SIFAT = Ruas("sifat", "Sifat")
LAMPIRAN = Ruas("lampiran", "Lampiran")
TEMPAT = Ruas("tempat", "Tempat")
TANGGAL = Ruas("tanggal", "Tanggal")
TUJUAN = Ruas("tujuan", "Tempat tujuan")
#: Who is assigned, or who asks to be.
PEGAWAI = (
    Ruas("pegawai-nama", "Nama pegawai"),
    Ruas("pegawai-nip", "NIP pegawai"),
    Ruas("pegawai-pangkat", "Pangkat/golongan"),
    Ruas("pegawai-jabatan", "Jabatan"),
    Ruas("pegawai-unit", "Unit kerja"),
)


def signer(number: int) -> tuple[Ruas, Ruas]:
    """The blanks below a signature: name and NIP; signers count from 0."""
    which = f" penanda tangan {number + 1}" if number else " penanda tangan"
    return Ruas(f"tanda-{number}-nama", f"Nama{which}"), Ruas(f"tanda-{number}-nip", f"NIP{which}")


@dataclass(frozen=True)
class TanpaSurat:
    """A place in a flow where one would look for a letter and the text has none."""

    alur: Mekanisme
    langkah: Langkah
    teks: str
    dasar: tuple[Sumber, ...]
