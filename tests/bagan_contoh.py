"""Small charts for tests, made from data of their own: no regency, no shared vocabulary."""

from __future__ import annotations

from typing import Any

from generator import links, model
from generator.bagan import build
from generator.graph import Bagan, Sumber

KOSAKATA = model.Kosakata.model_validate(
    {
        "jenis_simpul": {
            "pimpinan": {"nama": "Pejabat Pimpinan Tinggi", "singkat": "JPT", "bentuk": "jabatan"},
            "administrator": {"nama": "Administrator", "bentuk": "jabatan"},
            "kelompok": {"nama": "Kelompok JF", "bentuk": "kelompok"},
            "tim": {"nama": "Tim kerja", "bentuk": "tim"},
            "luar": {"nama": "Perangkat Daerah lain", "bentuk": "luar"},
        },
        "jenjang": {},
        "jenis_unit": {},
        "peran": {"penilai": {"nama": "Pejabat Penilai Kinerja"}},
        "relasi": {
            "kedudukan": {"nama": "Kedudukan", "arah": False},
            "penilaian": {"nama": "Penilaian kinerja"},
            "penugasan": {"nama": "Penugasan"},
            "kolaborasi": {"nama": "Kolaborasi", "arah": False},
        },
        "dokumen": {"permohonan": {"nama": "Surat permohonan"}},
        "jenis_mekanisme": {"contoh": {"nama": "Contoh", "kelompok": "umum"}},
        "aspek": {},
        "tahap": {"awal": {"nama": "Tahap awal"}, "akhir": {"nama": "Tahap akhir"}},
    }
)

_ORANG = {"nama": "A", "jabatan": "B"}
_DASAR = {"klausa": "pasal-1", "kutipan": "bunyi pasal"}
DAERAH = model.Daerah.model_validate(
    {
        "slug": "contoh",
        "nama": "Kabupaten Contoh",
        "nama_singkat": "Contoh",
        "jenis": "kabupaten",
        "provinsi": "Contoh",
        "kode_wilayah": "99.99",
        "peraturan": {
            "jenis": "Peraturan Bupati",
            "singkatan": "Perbup",
            "nomor": 1,
            "tahun": 2024,
            "tentang": "Sistem Kerja",
            "dasar": _DASAR,
            "ditetapkan": {
                "tempat": "Contoh",
                "tanggal": "2024-01-02",
                "oleh": _ORANG,
                "dasar": _DASAR,
            },
        },
        "sumber": {
            "berkas": "sumber.txt",
            "sha256": "0" * 64,
            "bentuk": "teks",
            "diterima": "2026-01-01",
        },
    }
)


def rujuk(dasar: model.Dasar) -> Sumber:
    """Every citation resolves."""
    name = dasar.klausa.replace("-", " ").capitalize()
    return Sumber(dasar.klausa, name, dasar.kutipan, links.clause("contoh", dasar.klausa))


def alur(langkah: list[dict[str, Any]], ident: str = "contoh") -> Bagan:
    """A flow of these steps; their actors become its lanes."""
    actors = dict.fromkeys(actor for step in langkah for actor in _actors(step))
    data = {
        "id": ident,
        "jenis": "contoh",
        "judul": "Alur contoh",
        "klausa": "pasal-1",
        "pelaku": [{"id": actor, "sebutan": f"Pejabat {actor}"} for actor in actors],
        "langkah": [{"dasar": _DASAR, **step} for step in langkah],
    }
    return build.alur(model.Mekanisme.model_validate(data), DAERAH, KOSAKATA, rujuk)


def _actors(step: dict[str, Any]) -> list[str]:
    return [step["pelaku"], *step.get("tembusan", []), *step.get("kepada", [])]


def struktur(
    simpul: list[tuple[str, str, str]], garis: list[tuple[str, ...]], **boxes: dict[str, Any]
) -> Bagan:
    """A structure of boxes (id, title, kind) and lines (from, to, relation, label or nothing)."""
    data = {
        "id": "contoh",
        "judul": "Struktur contoh",
        "klausa": "pasal-1",
        "asal": "bagan",
        "simpul": [
            {"id": i, "sebutan": s, "jenis": j, "dasar": _DASAR, **boxes.get(i, {})}
            for i, s, j in simpul
        ],
        "garis": [
            {"dari": g[0], "ke": g[1], "relasi": g[2], "label": (*g, None)[3], "dasar": _DASAR}
            for g in garis
        ],
    }
    value = model.Struktur.model_validate(data)
    return build.struktur(value, "penugasan", DAERAH, KOSAKATA, rujuk)


PENILAI = {"peran": [{"peran": "penilai", "dasar": _DASAR}]}

#: Two lanes, two stages, a decision with an open end, a copy, a way back, an end.
ALUR = alur(
    [
        {
            "id": "minta",
            "pelaku": "pemohon",
            "tahap": "awal",
            "tindakan": "Mengirimkan surat permohonan pelibatan",
            "dokumen": "permohonan",
            "tembusan": ["penilai"],
            "lalu": "jawab",
        },
        {
            "id": "jawab",
            "pelaku": "dituju",
            "tahap": "awal",
            "keputusan": "Menyetujui pelibatan?",
            "setelah": "rekomendasi",
            "bila": [
                {"label": "setuju", "ke": "kerja"},
                {"label": "menolak", "ke": "tidak_diatur"},
            ],
        },
        {
            "id": "kerja",
            "pelaku": "pemohon",
            "tahap": "akhir",
            "tindakan": "Melaksanakan tugas",
            "lalu": "tinjau",
        },
        {
            "id": "tinjau",
            "pelaku": "dituju",
            "tahap": "akhir",
            "keputusan": "Hasil sesuai?",
            "bila": [
                {"label": "sesuai", "ke": "selesai"},
                {"label": "tidak sesuai", "ke": "kerja"},
            ],
        },
    ]
)

#: Three levels, a badge, lines that run along others, words of one line only, a partner.
STRUKTUR = struktur(
    [
        ("kepala", "Kepala Dinas", "pimpinan"),
        ("bidang", "Kepala Bidang", "administrator"),
        ("sekretaris", "Sekretaris", "administrator"),
        ("jf", "Kelompok JF", "kelompok"),
        ("tim", "Tim kerja", "tim"),
        ("lain", "Perangkat Daerah lain", "luar"),
    ],
    [
        ("kepala", "bidang", "kedudukan"),
        ("kepala", "sekretaris", "kedudukan", "atau"),
        ("bidang", "jf", "kedudukan"),
        ("bidang", "jf", "penilaian"),
        ("bidang", "tim", "penugasan"),
        ("tim", "lain", "kolaborasi"),
    ],
    bidang=PENILAI,
)
