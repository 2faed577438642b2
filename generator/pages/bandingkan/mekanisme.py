"""``/bandingkan/mekanisme/<jenis>/``: one kind of flow in every regulation that has it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator import links
from generator.bagan.svg import prefixed
from generator.banding.alur import Beda, Jodoh, Tapak
from generator.banding.kalimat import listed
from generator.banding.sejajar import Alur, JenisAlur, Selisih
from generator.model import Kosakata
from generator.pages.bandingkan import jajar
from generator.pages.legenda import Legenda
from generator.pages.template import fill
from generator.pages.values import BaganTerbit, Gambar, Halaman, Judul, Situs, Tautan

#: What a difference is called, with the sign that stands in the chart; {} is the base.
BEDA = {
    Beda.SAMA: ("", "sama"),
    Beda.PELAKU: ("≠", "oleh pelaku lain"),
    Beda.DOKUMEN: ("≠", "dengan dokumen lain"),
    Beda.KEDUANYA: ("≠", "oleh pelaku lain dengan dokumen lain"),
    Beda.TAMBAH: ("+", "tidak ada di {}"),
    Beda.HILANG: ("−", "hanya di {}"),
}


@dataclass(frozen=True)
class Isi:
    """A step in the table: its text and where it stands, who does it, with what, how it differs."""

    tapak: Tapak
    alamat: str
    dokumen: str
    tanda: str
    beda: str


@dataclass(frozen=True)
class Perbedaan:
    """A flow beside the base: how alike, how many steps of each difference, and the chart."""

    selisih: Selisih
    jumlah: tuple[tuple[int, str], ...]
    terbit: BaganTerbit


@dataclass(frozen=True)
class _Svg:
    """A drawing with ids of its own."""

    svg: str
    lebar: float
    tinggi: float
    dot: str


def pages(situs: Situs) -> Iterator[Halaman]:
    """One page for each kind of flow that more than one regulation has."""
    for kind in situs.alur_banding:
        yield _page(situs, kind)


def _page(situs: Situs, kind: JenisAlur) -> Halaman:
    word = situs.kosakata.jenis_mekanisme[kind.id]
    base = kind.pembanding
    return Halaman(
        alamat=links.compared_flow(kind.id),
        judul=f"{word.nama} – Bandingkan",
        deskripsi=f"{word.nama} menurut setiap peraturan: bagan berdampingan, langkah yang "
        "sepadan, dan perbedaannya.",
        isi=fill(
            "bandingkan/mekanisme.html",
            kata=word,
            jenis=kind,
            pembanding=base,
            nama=situs.nama,
            mini=tuple(jajar.flows(situs, kind)),
            baris=tuple(_rows(kind, situs.kosakata)),
            perbedaan=tuple(_differences(situs, kind)),
            legenda=tuple(_legend(base.nama)),
            tanpa=_without(situs, kind),
        ),
        daftar_isi=(
            Judul("Bagan berdampingan", "bagan"),
            Judul("Langkah berdampingan", "langkah"),
            Judul(f"Perbedaan dengan {base.nama}", "perbedaan"),
        ),
        remah=(Tautan("Beranda", links.HOME), Tautan("Bandingkan", links.COMPARE)),
        gaya=("bandingkan",),
    )


def _without(situs: Situs, kind: JenisAlur) -> str:
    have = {flow.slug for flow in kind.alur} | {slug for slug, _ in kind.lainnya}
    names = situs.nama
    return listed([slug for slug in names if slug not in have], names)


def _rows(kind: JenisAlur, kosakata: Kosakata) -> Iterator[tuple[Isi | None, ...]]:
    for row in kind.baris:
        first = row[0]
        yield tuple(
            None if step is None else _cell(flow, first, step, kind, kosakata)
            for flow, step in zip(kind.alur, row, strict=True)
        )


def _cell(flow: Alur, first: Tapak | None, step: Tapak, kind: JenisAlur, kosakata: Kosakata) -> Isi:
    what = Jodoh(first, step, 0).beda
    sign, words = BEDA[what]
    letter = step.langkah.dokumen
    step_id = links.step_id(flow.mekanisme.id, step.langkah.id)
    return Isi(
        step,
        f"{links.flow(flow.slug, flow.mekanisme.id)}#{step_id}",
        kosakata.dokumen[letter].nama if letter else "",
        sign,
        "" if what is Beda.SAMA else words.format(kind.pembanding.nama),
    )


def _differences(situs: Situs, kind: JenisAlur) -> Iterator[Perbedaan]:
    base = kind.pembanding.nama
    for number, one in enumerate(kind.selisih):
        counted = Counter(pair.beda for pair in one.jodoh)
        drawn = situs.gambar_banding[one.bagan.slug, "mekanisme", one.bagan.id]
        yield Perbedaan(
            one,
            tuple(
                (counted[key], words.format(base))
                for key, (_, words) in BEDA.items()
                if counted[key]
            ),
            BaganTerbit(one.bagan, _own(drawn, f"beda-{number}")),
        )


def _own(drawn: Gambar, prefix: str) -> Gambar:
    return _Svg(prefixed(drawn.svg, prefix), drawn.lebar, drawn.tinggi, drawn.dot)


def _legend(base: str) -> Iterator[Legenda]:
    signs = {
        "sama": "Sama",
        "pelaku": "≠ Pelaku atau dokumen lain",
        "tambah": f"+ Tidak ada di {base}",
        "hilang": f"− Hanya di {base}",
    }
    for kind, name in signs.items():
        yield Legenda(f"kotak jenis-tindakan beda-{kind}", name, "bidang", "M2 2H32V14H2Z")
