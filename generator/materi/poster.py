"""Posters of one regency: every flow on one page of A3, with its steps and their clauses.

A flow whose drawn chart prints with letters of ten points above its steps shows that chart; a
longer one has its steps in their lanes instead, on two pages if need be, so that either can be read
on a wall.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.bahasa import daftar, tanggal
from generator.materi.buku_bagan import HURUF, PIKSEL, file_name, sample
from generator.model import (
    SELESAI,
    TIDAK_DIATUR,
    TIDAK_TERBACA,
    Kosakata,
    Langkah,
    Mekanisme,
)
from generator.pages.legenda import legend
from generator.pages.values import BaganTerbit, DaerahTerbit

#: The smallest letters of a poster, in points, and how far its chart may be enlarged.
TERKECIL, BESAR = 10.0, 2.0
#: Room for a chart on A3 in CSS pixels, upright and across.
TEGAK, MELINTANG = (1015.0, 860.0), (1480.0, 560.0)

_ENDS = {SELESAI: "selesai", TIDAK_DIATUR: "tidak diatur", TIDAK_TERBACA: "tidak terbaca"}


@dataclass(frozen=True)
class Poster:
    """The data of the template: one entry a flow; charts and signs by file name."""

    data: dict[str, Any]
    bagan: dict[str, BaganTerbit]
    contoh: dict[str, str]


def compose_posters(daerah: DaerahTerbit, kosakata: Kosakata) -> Poster:
    """A poster for each flow of a regency, in the order of its data."""
    charts: dict[str, BaganTerbit] = {}
    signs: dict[str, str] = {}
    posters = []
    for flow in daerah.data.mekanisme.mekanisme:
        chart = daerah.gambar["mekanisme", flow.id]
        poster = _poster(daerah, kosakata, flow) | _drawing(chart)
        if poster["berkas"]:
            charts[file_name(chart)] = chart
            poster["legenda"] = []
            for sign in legend(chart.bagan, kosakata):
                name = f"{flow.id}-tanda-{len(signs) + 1}.svg"
                signs[name] = sample(sign)
                poster["legenda"].append({"berkas": name, "nama": sign.nama})
        posters.append(poster)
    identity = daerah.data.daerah
    data = {
        "judul": f"Poster mekanisme kerja {identity.nama}",
        "daerah": identity.nama,
        "peraturan": identity.judul_peraturan,
        "sumber": f"Bukan publikasi resmi. Peta Kerja, menurut {identity.judul_peraturan}, sumber "
        f"yang diterima {tanggal(identity.sumber.diterima)}.",
        "poster": posters,
    }
    return Poster(data, charts, signs)


def _drawing(chart: BaganTerbit) -> dict[str, Any]:
    """The larger of upright and across; no file where the letters would be too small."""
    width, height = chart.gambar.lebar, chart.gambar.tinggi
    scales = {
        across: min(BESAR, room[0] / width, room[1] / height)
        for across, room in ((False, TEGAK), (True, MELINTANG))
    }
    across = scales[True] > scales[False]
    fits = scales[across] * HURUF * PIKSEL >= TERKECIL
    return {
        "melintang": across and fits,
        "berkas": file_name(chart) if fits else "",
        "alt": f"{chart.bagan.judul}. {chart.bagan.keterangan}".strip(),
        "lebar": width * scales[across] * PIKSEL,
        "lebar_terkecil": width * TERKECIL / HURUF,
        "legenda": [],
    }


def _poster(daerah: DaerahTerbit, kosakata: Kosakata, flow: Mekanisme) -> dict[str, Any]:
    names = {actor.id: actor.sebutan for actor in flow.pelaku}
    numbers = {step.id: str(number) for number, step in enumerate(flow.langkah, 1)}
    used = [actor for actor in flow.pelaku if any(s.pelaku == actor.id for s in flow.langkah)]
    clause = daerah.naskah.sebutan[flow.klausa]
    letters = [one for one in daerah.data.mekanisme.dokumen if flow.id in one.mekanisme]
    return {
        "judul": flow.judul,
        "klausa": clause,
        "keterangan": flow.keterangan or "",
        "lajur": [actor.sebutan for actor in used],
        "langkah": [
            {
                "nomor": numbers[step.id],
                "tahap": kosakata.tahap[step.tahap].nama if step.tahap else "",
                "teks": step.teks,
                "keputusan": step.keputusan is not None,
                "rekonstruksi": step.asal == "rekonstruksi",
                "pelaku": names[step.pelaku],
                "lajur": [actor.id for actor in used].index(step.pelaku),
                "rincian": [*_details(kosakata, step, names), *_onward(flow, step, numbers)],
                "klausa": daftar(_clauses(daerah, step)),
                "klausa_ringkas": daftar(_below(one, clause) for one in _clauses(daerah, step)),
            }
            for step in flow.langkah
        ],
        "surat": [
            {
                "nama": kosakata.dokumen[one.dokumen].nama,
                "isi": [
                    {"teks": item.isi, "klausa": daerah.rujuk(item.dasar[0]).sebutan}
                    for item in one.memuat
                ],
            }
            for one in letters
        ],
    }


def _clauses(daerah: DaerahTerbit, step: Langkah) -> list[str]:
    return list(dict.fromkeys(daerah.rujuk(one).sebutan for one in step.dasar))


def _below(clause: str, whole: str) -> str:
    """A clause below that of the flow without the words that the poster's head has.

    >>> _below("Lampiran BAB II huruf B angka 2", "Lampiran BAB II huruf B")
    '… angka 2'
    """
    rest = clause.removeprefix(f"{whole} ")
    return clause if rest == clause else f"… {rest}"


def _details(kosakata: Kosakata, step: Langkah, names: dict[str, str]) -> Iterator[str]:
    if step.bersama:
        yield f"bersama {daftar([names[one] for one in step.bersama])}"
    if step.dokumen:
        yield kosakata.dokumen[step.dokumen].nama
    if step.kepada:
        yield f"kepada {daftar([names[one] for one in step.kepada])}"
    if step.tembusan:
        yield f"tembusan {daftar([names[one] for one in step.tembusan])}"


def _onward(flow: Mekanisme, step: Langkah, numbers: dict[str, str]) -> Iterator[str]:
    """Where a step leads, unless it is simply the next one."""
    ends = {key: f"langkah {number}" for key, number in numbers.items()} | _ENDS
    following = str(flow.langkah.index(step) + 2)
    if [numbers.get(one, one) for one in step.lalu] not in ([], [following]):
        yield f"lalu {daftar([ends[one] for one in step.lalu])}"
    for branch in step.bila:
        yield f"{branch.label}: {ends[branch.ke]}"
