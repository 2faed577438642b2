"""The pages that put texts side by side: one for all pairs, and one for each pair and base."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator import links
from generator.compare import (
    Beda,
    Jenis,
    Kata,
    Kelompok,
    Padanan,
    Selaras,
    SemuaKemiripan,
    group,
    mirror,
)
from generator.pages.bandingkan.kemiripan import Sel, heat_map
from generator.pages.template import fill
from generator.pages.values import DaerahTerbit, Halaman, Judul, Situs, Tautan

#: Below this share of common words a reader is helped more by the two texts than by marks in one.
BERDAMPINGAN = 0.5
_LAMPIRAN = "lampiran"
#: The order in which kinds are counted for the reader.
_KINDS = (
    Jenis.SAMA,
    Jenis.BERUBAH,
    Jenis.PINDAH,
    Jenis.DIPECAH,
    Jenis.DIGABUNG,
    Jenis.TIDAK_ADA,
    Jenis.TAMBAHAN,
)


@dataclass(frozen=True)
class Potong:
    """A run of words as shown: ``beda``, its words (``lama`` where both are told), its blank."""

    beda: Beda
    teks: str
    lama: str
    jarak: str


@dataclass(frozen=True)
class Baris:
    """A match as shown; ``utuh`` holds the two texts when they are told whole, side by side."""

    id: str
    jenis: Jenis
    pindah: bool
    beda: bool
    kiri: tuple[Tautan, ...]
    kanan: tuple[Tautan, ...]
    kemiripan: float
    potong: tuple[Potong, ...]
    utuh: tuple[str, str] | None


@dataclass(frozen=True)
class Bagian:
    """A Pasal or heading as shown: its name on both sides, and its matches."""

    jenis: Jenis
    beda: bool
    kiri: tuple[Tautan, ...]
    kanan: tuple[Tautan, ...]
    judul: str
    baris: tuple[Baris, ...]


@dataclass(frozen=True)
class Pokok:
    """A chapter of the base and what stands in it."""

    jangkar: str
    judul: str
    bagian: tuple[Bagian, ...]


def index(situs: Situs, mirip: SemuaKemiripan) -> Halaman:
    """Choose a base and another regulation; how alike each two are, in numbers and a picture."""
    names = situs.nama
    both = [*mirip.pasangan.items(), *(((b, a), one) for (a, b), one in mirip.pasangan.items())]
    cells = [Sel(a, b, one.seluruh, links.compared_text(a, b)) for (a, b), one in both]
    return Halaman(
        alamat=links.COMPARE_TEXT,
        judul="Bandingkan naskah",
        deskripsi="Naskah peraturan sistem kerja dua daerah berdampingan, klausa demi klausa dan "
        "kata demi kata, dengan ukuran kemiripannya.",
        isi=fill(
            "bandingkan/naskah.html",
            nama=names,
            acuan=mirip.acuan,
            peta=heat_map(names, cells) if not mirip.acuan else None,
            pasangan=sorted(
                ((a, b, one) for (a, b), one in mirip.pasangan.items()),
                key=lambda item: (-item[2].seluruh, item[:2]),
            ),
        ),
        daftar_isi=(Judul("Kemiripan", "kemiripan"), Judul("Cara mengukur", "cara")),
        remah=_crumbs(),
        gaya=("banding-naskah",),
        skrip=("banding-naskah",),
    )


def pair_pages(kiri: DaerahTerbit, kanan: DaerahTerbit, aligned: Selaras) -> Iterator[Halaman]:
    """Two regulations side by side, each as the base once."""
    yield pair_page(kiri, kanan, aligned)
    yield pair_page(kanan, kiri, mirror(aligned))


def pair_page(dasar: DaerahTerbit, lain: DaerahTerbit, aligned: Selaras) -> Halaman:
    """One regulation beside the base, in the order of the base."""
    chapters = tuple(_chapters(group(aligned), dasar, lain))
    own, theirs = dasar.data.daerah.nama_singkat, lain.data.daerah.nama_singkat
    return Halaman(
        alamat=links.compared_text(dasar.slug, lain.slug),
        judul=f"Naskah {own} dan {theirs}",
        deskripsi=f"{dasar.data.daerah.judul_peraturan} dan {lain.data.daerah.judul_peraturan} "
        "berdampingan, kata demi kata.",
        isi=fill(
            "bandingkan/pasangan.html",
            dasar=dasar,
            lain=lain,
            selaras=aligned,
            pokok=chapters,
            hitungan=_counts(aligned.padanan),
        ),
        daftar_isi=tuple(Judul(chapter.judul, chapter.jangkar) for chapter in chapters),
        remah=(*_crumbs(), Tautan("Bandingkan naskah", links.COMPARE_TEXT)),
        gaya=("banding-naskah",),
        skrip=("banding-naskah",),
    )


def _crumbs() -> tuple[Tautan, ...]:
    return (Tautan("Beranda", links.HOME), Tautan("Bandingkan", links.COMPARE))


def _counts(matches: Sequence[Padanan]) -> list[tuple[Jenis, int]]:
    found = Counter(match.jenis for match in matches)
    return [(kind, found[kind]) for kind in _KINDS if found[kind]]


def _chapters(
    groups: Sequence[Kelompok], dasar: DaerahTerbit, lain: DaerahTerbit
) -> Iterator[Pokok]:
    """The groups by chapter of the base; what only the other has stands where it follows."""
    here = ""
    keyed: list[tuple[str, Kelompok]] = []
    first = next((one.pokok for one in groups if one.kiri), "")
    for one in groups:
        here = one.pokok if one.kiri else here or first
        keyed.append((here, one))
    for anchor, members in groupby(keyed, key=lambda pair: pair[0]):
        yield Pokok(
            f"pokok-{anchor}",
            _title(dasar, anchor),
            tuple(_section(one, dasar, lain) for _anchor, one in members),
        )


def _title(daerah: DaerahTerbit, anchor: str) -> str:
    """A chapter's own label and title."""
    clause = daerah.naskah.klausa.get(anchor)
    if clause is None:
        return anchor.capitalize()
    if clause.jenis in ("pembukaan", "menimbang"):
        return "Menimbang"
    part = "Lampiran " if anchor.startswith(_LAMPIRAN) else ""
    return f"{part}{clause.label} {clause.judul}".strip()


def _section(one: Kelompok, dasar: DaerahTerbit, lain: DaerahTerbit) -> Bagian:
    title = _heading(dasar, one.kiri) or _heading(lain, one.kanan)
    return Bagian(
        one.jenis,
        one.beda,
        _links(dasar, one.kiri),
        _links(lain, one.kanan),
        title,
        tuple(_row(match, dasar, lain) for match in one.padanan),
    )


def _heading(daerah: DaerahTerbit, anchors: Sequence[str]) -> str:
    clauses = [daerah.naskah.klausa[anchor] for anchor in anchors]
    return next((clause.judul for clause in clauses if clause.judul), "")


def _links(daerah: DaerahTerbit, anchors: Sequence[str]) -> tuple[Tautan, ...]:
    return tuple(
        Tautan(daerah.naskah.sebutan[anchor], links.clause(daerah.slug, anchor))
        for anchor in anchors
    )


def _row(match: Padanan, dasar: DaerahTerbit, lain: DaerahTerbit) -> Baris:
    both = bool(match.kiri and match.kanan)
    apart = both and match.kemiripan < BERDAMPINGAN
    first = (dasar.slug, match.kiri[0]) if match.kiri else (lain.slug, match.kanan[0])
    return Baris(
        id="-".join(first),
        jenis=match.jenis,
        pindah=match.pindah,
        beda=match.beda,
        kiri=_links(dasar, match.kiri),
        kanan=_links(lain, match.kanan),
        kemiripan=match.kemiripan,
        potong=() if apart else tuple(_pieces(match.kata)),
        utuh=_whole(match.kata) if apart else None,
    )


def _whole(words: Sequence[Kata]) -> tuple[str, str]:
    left, right = "".join(run.lama for run in words), "".join(run.baru for run in words)
    return left.strip(), right.strip()


def _pieces(words: Sequence[Kata]) -> Iterator[Potong]:
    """Runs with their last blank outside, so that marks do not reach over it.

    What is gone stands on one line with what takes its place.
    """
    runs = [
        run
        for kind, members in groupby(words, key=lambda run: _shown(run.beda))
        for run in _merged(kind, list(members))
    ]
    for run, after in zip(runs, [*runs[1:], None], strict=True):
        text = run.baru or run.lama
        bare = text.rstrip()
        replaced = run.beda is Beda.HILANG and after is not None and after.beda is Beda.TAMBAH
        yield Potong(run.beda, bare, run.lama.strip(), " " if replaced else text[len(bare) :])


def _shown(kind: Beda) -> Beda:
    return Beda.SAMA if kind is Beda.BENTUK else kind


def _merged(kind: Beda, runs: Sequence[Kata]) -> list[Kata]:
    """Words that differ in form alone are shown as the others are, in one run."""
    if kind is not Beda.SAMA:
        return list(runs)
    return [Kata(kind, "".join(r.lama for r in runs), "".join(r.baru for r in runs))]
