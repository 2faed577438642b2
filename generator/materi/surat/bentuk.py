"""How each kind of letter begins and ends, and what it usually says: our words, no regulation's."""

from __future__ import annotations

from dataclasses import dataclass

from generator.materi.surat.nilai import Tata


@dataclass(frozen=True)
class Bentuk:
    """The wording of one kind of letter.

    ``usulan`` names what such a letter usually says, offered where the regulation sets no contents;
    ``selalu`` is offered in any case.
    """

    tata: Tata
    hal: str
    pembuka: str
    penutup: str
    usulan: tuple[str, ...] = ()
    selalu: tuple[str, ...] = ()


_TERIMA_KASIH = (
    "Demikian disampaikan. Atas perhatian dan kerja sama Saudara, kami ucapkan terima kasih."
)
_TANGGUNG_JAWAB = "Surat ini dibuat untuk dilaksanakan dengan penuh tanggung jawab."

#: By the key of ``dokumen`` in the shared vocabulary; a kind that is not here is no letter.
BENTUK: dict[str, Bentuk] = {
    "surat_permohonan_pelibatan": Bentuk(
        "surat",
        "Permohonan pelibatan pegawai",
        "Bersama ini kami sampaikan permohonan pelibatan pegawai, dengan keterangan berikut:",
        _TERIMA_KASIH,
        (
            "Maksud dan tujuan permohonan",
            "Kompetensi, keahlian, atau keterampilan yang dibutuhkan",
            "Target kinerja yang diharapkan",
            "Jangka waktu pelibatan",
        ),
    ),
    "surat_jawaban": Bentuk(
        "surat",
        "Jawaban atas permohonan pelibatan pegawai",
        "Menjawab surat permohonan pelibatan pegawai, bersama ini kami sampaikan persetujuan, "
        "dengan keterangan berikut:",
        _TERIMA_KASIH,
        ("Daftar pegawai yang dapat dilibatkan",),
        ("Nomor dan tanggal surat permohonan yang dijawab",),
    ),
    "surat_penolakan": Bentuk(
        "surat",
        "Jawaban atas permohonan pelibatan pegawai",
        "Menjawab surat permohonan pelibatan pegawai, bersama ini kami sampaikan bahwa permohonan "
        "tersebut tidak dapat kami setujui, dengan keterangan berikut:",
        _TERIMA_KASIH,
        ("Alasan tidak menyetujui permohonan",),
        ("Nomor dan tanggal surat permohonan yang dijawab",),
    ),
    "surat_penugasan": Bentuk(
        "perintah",
        "Penugasan pegawai",
        "Menugaskan:",
        _TANGGUNG_JAWAB,
        ("Uraian tugas", "Target kinerja", "Jangka waktu penugasan"),
    ),
    "surat_tugas": Bentuk(
        "perintah",
        "Penugasan pegawai",
        "Menugaskan:",
        _TANGGUNG_JAWAB,
        ("Uraian tugas", "Target kinerja", "Jangka waktu penugasan"),
    ),
    "instruksi": Bentuk(
        "surat",
        "Instruksi penugasan pegawai",
        "Sehubungan dengan surat permohonan pelibatan pegawai yang telah kami setujui, kami "
        "instruksikan Saudara untuk menugaskan pegawai, dengan keterangan berikut:",
        "Demikian untuk dilaksanakan.",
        (),
        ("Nomor dan tanggal surat permohonan yang disetujui",),
    ),
    "surat_permohonan_sukarela": Bentuk(
        "pribadi",
        "Pengajuan sukarela",
        "Yang bertanda tangan di bawah ini:",
        "Demikian permohonan ini saya ajukan. Atas perhatian Bapak/Ibu, saya ucapkan terima kasih.",
        ("Kinerja yang ingin saya bantu", "Kompetensi, keahlian, atau keterampilan saya"),
    ),
    "surat_persetujuan_sukarela": Bentuk(
        "pribadi",
        "Permohonan persetujuan pengajuan sukarela",
        "Yang bertanda tangan di bawah ini:",
        "Demikian permohonan ini saya ajukan. Atas perhatian Bapak/Ibu, saya ucapkan terima kasih.",
        ("Kinerja yang ingin saya bantu",),
    ),
}

_GIVES = ("surat_penugasan", "surat_tugas", "instruksi")

#: What the words of a quotation ask for, in which kinds of letter.
DIMINTA: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (r"\balasan\b", "Alasan tidak menyetujui permohonan", ("surat_penolakan",)),
    (r"\bkriteria\b", "Kesesuaian dengan kriteria dalam surat permohonan", _GIVES),
    (r"\bdaftar\b", "Daftar pegawai yang ditugaskan", ("surat_jawaban",)),
    (
        r"\brekomendasi\b",
        "Rekomendasi yang mendasari: pemberi, nomor, dan tanggal",
        ("surat_jawaban", "surat_penolakan", "surat_penugasan"),
    ),
    (
        r"\btelah disetujui\b",
        "Persetujuan yang telah diperoleh: pemberi, nomor, dan tanggal",
        ("surat_persetujuan_sukarela",),
    ),
)
