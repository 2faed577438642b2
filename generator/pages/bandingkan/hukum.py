"""``/bandingkan/dasar-hukum/``: which laws each regulation cites, and where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator import links
from generator.banding.sejajar import TERCETAK
from generator.model import Catatan, JenisCatatan
from generator.pages import alinea
from generator.pages.banding import Banding
from generator.pages.dasar_hukum import Hukum, laws
from generator.pages.template import fill
from generator.pages.values import DaerahTerbit, Halaman, Judul, Situs, Tautan
from generator.rujukan.hukum import HUKUM

#: The kinds of law by rank; kinds that are not named here come after all of these.
PERINGKAT = (
    *("uud", "uu", "perppu", "pp", "perpres", "permen", "perban"),
    *("perda", "qanun", "pergub", "perbup", "perwali"),
)
TANPA_NOMOR = "Tanpa nomor"


@dataclass(frozen=True)
class Sebutan:
    """A law in one regulation, and the notes on the clauses that cite it."""

    hukum: Hukum
    catatan: tuple[Catatan, ...]


@dataclass(frozen=True)
class Baris:
    """A law, with what each regulation (by slug) says of it; ``banyak`` is how many cite it."""

    kunci: str
    nama: str
    tentang: str
    sebutan: Mapping[str, Sebutan]
    banyak: int


def page(situs: Situs, silang: Banding) -> Halaman:
    """The laws down, by rank and year; the regulations across, the first few of many."""
    shown = situs.daerah[:TERCETAK]
    found = {
        daerah.slug: {law.kunci or law.nama: law for law in laws(alinea.read(daerah.naskah))}
        for daerah in shown
    }
    keys = sorted({key for of_one in found.values() for key in of_one}, key=_order)
    rows = [_row(key, found, shown, silang) for key in keys]
    groups: dict[str, list[Baris]] = {}
    for row in rows:
        groups.setdefault(_kind(row.kunci), []).append(row)
    return Halaman(
        alamat=links.COMPARE_LAWS,
        judul="Dasar hukum – Bandingkan",
        deskripsi=f"{len(rows)} peraturan lain yang disebut dalam setiap peraturan, berdampingan, "
        "dengan klausa yang menyebutnya.",
        isi=fill(
            "bandingkan/dasar_hukum.html",
            kelompok=groups,
            daerah=shown,
            jumlah=len(rows),
            bersama=[row for row in rows if row.banyak == len(shown)],
            lainnya=len(situs.daerah) - len(shown),
        ),
        daftar_isi=tuple(Judul(name, f"hukum-{n}") for n, name in enumerate(groups, 1)),
        remah=(Tautan("Beranda", links.HOME), Tautan("Bandingkan", links.COMPARE)),
        gaya=("bandingkan",),
    )


def _row(
    key: str,
    found: Mapping[str, Mapping[str, Hukum]],
    shown: tuple[DaerahTerbit, ...],
    silang: Banding,
) -> Baris:
    cited = {
        daerah.slug: Sebutan(found[daerah.slug][key], _notes(daerah, found[daerah.slug][key]))
        for daerah in shown
        if key in found[daerah.slug]
    }
    of_all = [one.hukum for one in cited.values()]
    return Baris(
        of_all[0].kunci,
        of_all[0].nama,
        next((law.tentang for law in of_all if law.tentang), ""),
        cited,
        silang.penyebut[key].banyak if key in silang.penyebut else 1,
    )


def _notes(daerah: DaerahTerbit, law: Hukum) -> tuple[Catatan, ...]:
    """The notes on references or wording that quote a clause where this law is named."""
    at = {one.klausa.alamat for one in law.disebut}
    return tuple(
        note
        for note in daerah.data.catatan
        if note.jenis in (JenisCatatan.RUJUKAN, JenisCatatan.REDAKSI, JenisCatatan.BERTENTANGAN)
        and any(_names(daerah, cited.klausa, cited.kutipan, at, law) for cited in note.dasar)
    )


def _names(daerah: DaerahTerbit, anchor: str, quoted: str, at: set[str], law: Hukum) -> bool:
    """Whether a quotation stands where the law is named and holds its number or its title."""
    if links.clause(daerah.slug, anchor) not in at:
        return False
    number = law.nama.rsplit(" Nomor ", 1)[-1]
    return number in quoted or bool(law.tentang and law.tentang.casefold() in quoted.casefold())


def _kind(key: str) -> str:
    kind = key.split("/", 1)[0]
    return HUKUM[kind][0] if key else TANPA_NOMOR


def _order(key: str) -> tuple[int, tuple[str, ...]]:
    """By rank, then by year and number; within local regulations by the place first."""
    kind, *rest = key.split("/")
    if kind not in HUKUM:
        return len(PERINGKAT) + 1, (key,)
    rank = PERINGKAT.index(kind) if kind in PERINGKAT else len(PERINGKAT)
    return rank, tuple(part.zfill(6) if part.isdigit() else part for part in rest)
