"""What can be found: clauses, terms, charts, flows, steps, units, roles and pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator import answer, links
from generator.model import Kosakata, Mekanisme
from generator.naskah import Alinea, Klausa
from generator.pages.values import DaerahTerbit, Halaman
from generator.rujukan import define_terms

#: A guide page is found by its words; beyond this many letters they say nothing new.
_ENOUGH = 4000


#: Parts of the frame that people ask for by name, and what else they call them.
_NAMED = {
    "judul": "Nomor peraturan | Tahun peraturan",
    "menimbang": "Pertimbangan",
    "mengingat": "Dasar hukum",
    "memutuskan": "",
    "menetapkan": "",
    "penutup": "Tanggal penetapan dan pengundangan | Penanda tangan",
}


@dataclass(frozen=True)
class Dokumen:
    """One thing to be found.

    ``sebutan`` is its name in the list of hits, ``judul`` the words that weigh more than ``teks``.
    Other names of a term or a unit stand in ``judul`` after a ``|``. ``alamat`` begins with ``~/``;
    ``induk`` is the address of what it belongs to, or nothing.
    """

    jenis: str
    alamat: str
    sebutan: str
    judul: str
    teks: str
    induk: str = ""


def regency_documents(
    daerah: DaerahTerbit, kosakata: Kosakata, pages: Iterable[Halaman]
) -> tuple[Dokumen, ...]:
    """Everything to be found in one regency, each address once, the text first."""
    found = [
        *_clauses(daerah),
        *_charts(daerah),
        *_flows(daerah, kosakata),
        *_letters(daerah, kosakata),
        *_units(daerah, kosakata),
        *_roles(daerah, kosakata),
        *(_page(page, "") for page in pages),
    ]
    return tuple({item.alamat: item for item in reversed(found)}.values())[::-1]


def site_documents(pages: Iterable[Halaman], guide: Mapping[str, str]) -> tuple[Dokumen, ...]:
    """The pages that belong to no regency, and the entries of the glossary."""
    found = []
    for page in pages:
        found.append(_page(page, "Halaman"))
        if page.alamat.startswith(links.GLOSSARY):
            found += [
                Dokumen("istilah", f"{page.alamat}#{entry.jangkar}", "Istilah", entry.judul, "")
                for entry in page.daftar_isi
            ]
    for path, text in guide.items():
        plain = _plain(text)
        title = plain.splitlines()[0] if plain else path
        body = " ".join(plain.split())[:_ENOUGH]
        address = f"~/{path.removesuffix('index.md')}"
        found.append(Dokumen("halaman", address, "Halaman", title, body))
    return tuple({item.alamat: item for item in reversed(found)}.values())[::-1]


def _page(page: Halaman, name: str) -> Dokumen:
    return Dokumen("halaman", page.alamat, name, page.judul.partition(" – ")[0], page.deskripsi)


def _plain(markdown: str) -> str:
    """The words of a Markdown text: without front matter, tags, addresses and marks."""
    text = re.sub(r"\A---\n.*?\n---\n", "", markdown, flags=re.DOTALL)
    text = re.sub(r"<[^>]*>|\]\([^)]*\)|[#*`|\[\]]", " ", text)
    return text.strip()


def _clauses(daerah: DaerahTerbit) -> Iterator[Dokumen]:
    terms = {term.jangkar: term for term in define_terms(daerah.naskah)}
    for root in daerah.naskah.akar:
        for clause, above in _with_parents(root, ""):
            term = terms.get(clause.jangkar)
            yield Dokumen(
                "istilah" if term else "klausa",
                links.clause(daerah.slug, clause.jangkar),
                daerah.naskah.sebutan[clause.jangkar],
                " | ".join(term.nama) if term else _title(clause, daerah),
                " ".join(p.teks for p in clause.isi if isinstance(p, Alinea) and p.is_text),
                links.clause(daerah.slug, above) if above else "",
            )


def _title(clause: Klausa, daerah: DaerahTerbit) -> str:
    """The title of a clause; the parts of the frame are known by their names."""
    if clause.jangkar not in _NAMED:
        return clause.judul
    return " | ".join(filter(None, (daerah.naskah.sebutan[clause.jangkar], _NAMED[clause.jangkar])))


def _with_parents(clause: Klausa, above: str) -> Iterator[tuple[Klausa, str]]:
    for child in clause.anak:
        if child.jangkar:
            yield child, above
        yield from _with_parents(child, child.jangkar or above)


def _charts(daerah: DaerahTerbit) -> Iterator[Dokumen]:
    for chart in daerah.bagan:
        if chart.bagan.jenis == "mekanisme":
            continue
        words = dict.fromkeys(box.judul for box in chart.bagan.kotak)
        yield Dokumen(
            "bagan",
            chart.alamat,
            f"Bagan {chart.bagan.jenis}",
            chart.bagan.judul,
            "; ".join(words),
        )


def _flows(daerah: DaerahTerbit, kosakata: Kosakata) -> Iterator[Dokumen]:
    for flow in daerah.data.mekanisme.mekanisme:
        address = links.flow(daerah.slug, flow.id)
        actors = "; ".join(actor.sebutan for actor in flow.pelaku)
        yield Dokumen("alur", address, "Alur", flow.judul, flow.keterangan or f"Pelaku: {actors}.")
        yield from _steps(daerah.slug, flow, kosakata)


def _letters(daerah: DaerahTerbit, kosakata: Kosakata) -> Iterator[Dokumen]:
    for letter in daerah.data.mekanisme.dokumen:
        for flow in letter.mekanisme[:1]:
            yield Dokumen(
                "surat",
                f"{links.flow(daerah.slug, flow)}#surat-{letter.dokumen}",
                "Surat",
                kosakata.dokumen[letter.dokumen].nama,
                f"Isi: memuat {' '.join(item.isi for item in letter.memuat)}"
                if letter.memuat
                else "Isi surat ini tidak diatur dalam naskah.",
            )


def _steps(slug: str, flow: Mekanisme, kosakata: Kosakata) -> Iterator[Dokumen]:
    address = links.flow(slug, flow.id)
    names = {actor.id: actor.sebutan for actor in flow.pelaku}
    for number, step in enumerate(flow.langkah, 1):
        letter = kosakata.dokumen[step.dokumen].nama if step.dokumen else ""
        told = [f"{names[step.pelaku]}: {step.teks}", letter]
        for word, actors in (("kepada", step.kepada), ("tembusan", step.tembusan)):
            told.append(f"{word} {', '.join(names[a] for a in actors)}" if actors else "")
        yield Dokumen(
            "langkah",
            f"{address}#{links.step_id(flow.id, step.id)}",
            f"Langkah {number}",
            "",
            "; ".join(part for part in told if part),
            address,
        )


def _units(daerah: DaerahTerbit, kosakata: Kosakata) -> Iterator[Dokumen]:
    for one in answer.named(daerah.data, kosakata):
        found = answer.ask(daerah.data, kosakata, daerah.rujuk, one.unit, one.pola)
        offices = dict.fromkeys(
            f"{item.sebutan} ({', '.join(kosakata.jenjang[key].nama for key in item.untuk)})"
            for item in found.penilai
        )
        said = f"Pejabat Penilai Kinerja: {'; '.join(offices) or 'tidak diatur'}."
        name = " | ".join((one.unit.nama, *one.unit.sebutan_lain))
        yield Dokumen("unit", links.unit(daerah.slug, one.id), "Perangkat Daerah", name, said)


def _roles(daerah: DaerahTerbit, kosakata: Kosakata) -> Iterator[Dokumen]:
    page = links.section(daerah.slug, "peran")
    for role in daerah.data.peran.tanggung_jawab:
        yield Dokumen(
            "peran",
            f"{page}#peran-{role.peran}",
            "Tanggung jawab",
            kosakata.peran[role.peran].nama,
            " ".join(item.isi for item in role.butir),
        )
    for line in daerah.data.peran.pertanggungjawaban:
        yield Dokumen(
            "peran",
            f"{page}#pelaporan-{line.id}",
            "Pertanggungjawaban",
            "",
            f"{line.pelapor} melapor kepada {line.kepada}: {line.isi}",
        )
