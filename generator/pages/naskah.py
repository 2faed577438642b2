"""The pages of the text: every word in its place, every clause with its anchor."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from generator import links
from generator.account import JUDUL, LABEL
from generator.naskah import Alinea, JenisAlinea, Klausa, iterate
from generator.pages import alinea, dasar_hukum, menu
from generator.pages.bacaan import Koreksi
from generator.pages.banding import Banding
from generator.pages.pratinjau import previews, term_link
from generator.pages.rujukan import Sebutan, correction_id, mentions
from generator.pages.template import fill
from generator.pages.values import DaerahTerbit, Halaman, Judul

#: Clauses that stand in a list, their label hanging before their text.
_ITEMS = frozenset({"ayat", "huruf", "angka", "romawi", "butir"})
#: Clauses that are always shown in one way; of the others, headings and items of lists remain.
_KINDS = {
    **dict.fromkeys(("judul", "pembukaan", "penutup"), "kerangka"),
    "penjelasan": "penjelasan",
    **dict.fromkeys(("menimbang", "mengingat", "memutuskan", "menetapkan", "diktum"), "diktum"),
    "bagan": "bagan",
}
#: The deepest heading of HTML.
_DEEPEST = 6

#: What the reader steps over, and an example of what the jump box understands.
_STEPS = {
    "peraturan": {"satuan": "Pasal", "contoh_loncat": "ps 11 ay 2"},
    "lampiran": {"satuan": "Judul", "contoh_loncat": "bab 2 d"},
}

#: A run of parts that are shown together: one paragraph, the boxes of a chart, items of a list.
Kelompok = tuple[str, tuple[Alinea | Klausa, ...]]


def pages(daerah: DaerahTerbit, banding: Banding | None = None) -> Iterator[Halaman]:
    """The page of the body, and of the Lampiran where there is one.

    With ``banding`` the terms and laws that other regulations share lead there.
    """
    spoken = mentions(daerah)
    read = alinea.read(daerah.naskah)
    for root in daerah.naskah.akar:
        name = menu.PAGES[root.jenis]
        laws = dasar_hukum.laws(read) if root.jenis == "peraturan" else ()
        yield Halaman(
            alamat=links.section(daerah.slug, root.jenis),
            judul=f"{name} – {daerah.nama}",
            deskripsi=f"{name} {daerah.data.daerah.judul_peraturan}, naskah lengkap per klausa.",
            isi=fill(
                "naskah.html",
                daerah=daerah,
                akar=root,
                nama=name,
                groups=groups,
                sebutan=daerah.naskah.sebutan,
                disebut=spoken,
                sunyi=Sebutan(),
                correction_id=correction_id,
                koreksi=Koreksi(daerah.neraca),
                ada_koreksi=_is_corrected(daerah, root),
                lain=_other_page(daerah, root),
                **_STEPS[root.jenis],
                LABEL=LABEL,
                JUDUL=JUDUL,
                deepest=_DEEPEST,
                bacaan=read,
                takrif={
                    term.jangkar: term_link(read, term.jangkar, banding) for term in read.istilah
                },
                pratinjau=previews(root, read, banding),
                di_sini=links.section(daerah.slug, root.jenis),
                hukum=laws,
                penyebut=banding.penyebut if banding else {},
                penjelas=_explanations(root),
            ),
            daftar_isi=(
                *_contents(root),
                *([Judul("Dasar hukum dan rujukan", dasar_hukum.ANCHOR)] if laws else []),
            ),
            menu=menu.menu(daerah),
            remah=menu.crumbs(daerah),
            gaya=("rujukan", "bacaan"),
            skrip=("rujukan", "bacaan"),
        )


def _explanations(root: Klausa) -> Mapping[str, str]:
    """The clauses of a page that its Penjelasan explains, each with the anchor of its words."""
    anchors = {clause.jangkar for clause in iterate(root)}
    pairs = ((anchor, anchor.partition("penjelasan-")[2]) for anchor in anchors)
    return {body: anchor for anchor, body in pairs if body and body in anchors}


def _is_corrected(daerah: DaerahTerbit, root: Klausa) -> bool:
    anchors = {clause.jangkar or clause.jenis for clause in iterate(root)}
    return any(anchor in anchors for anchor, _part in daerah.neraca.letak)


def _other_page(daerah: DaerahTerbit, root: Klausa) -> str:
    """The page of the other half of the text, "" where there is none."""
    others = [other for other in daerah.naskah.akar if other is not root]
    return links.section(daerah.slug, others[0].jenis) if others else ""


def groups(clause: Klausa) -> list[Kelompok]:
    """The content of a clause in reading order, what belongs together in one run.

    The kinds are alinea, kotak, hilang, daftar, judul, diktum, bagan, penjelasan and kerangka.
    """
    return [(kind, tuple(parts)) for kind, parts in groupby(clause.isi, key=_kind)]


def _kind(part: Alinea | Klausa) -> str:
    if isinstance(part, Alinea):
        kinds = {JenisAlinea.KOTAK: "kotak", JenisAlinea.TIDAK_TERBACA: "hilang"}
        return kinds.get(part.jenis, "alinea")
    if part.jenis in _KINDS:
        return _KINDS[part.jenis]
    return "judul" if part.adalah_judul or part.jenis not in _ITEMS else "daftar"


def _contents(clause: Klausa) -> Iterator[Judul]:
    """The headings below a clause, with those below them."""
    for child in clause.anak:
        if _kind(child) == "judul":
            title = " ".join(part for part in (child.label, child.judul) if part)
            yield Judul(title, child.jangkar, tuple(_contents(child)))
        elif child.jenis == "penjelasan":
            yield Judul("Penjelasan", child.jangkar, tuple(_contents(child)))
        else:
            # Headings can stand below an item of a list, in a Lampiran.
            yield from _contents(child)
