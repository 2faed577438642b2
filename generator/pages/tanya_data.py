"""What `/tanya/` loads for one regency: every answer as ready HTML, each piece once.

A script that calls ``window.__pk_tanya(slug, data)``, so that it works from ``file://`` too. The
pieces of HTML stand in one list; an answer is a list of places in it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from generator import links
from generator.answer import FILLERS, named, own_words
from generator.bagan.penilaian import appraisal_id
from generator.graph import Sumber
from generator.keadaan import Tempuhan, find_flows, key, situations
from generator.model import DokumenKerja, Kosakata, Mekanisme
from generator.pages.kelompok import grouped, unanswered
from generator.pages.mekanisme import Baris, letters, rows
from generator.pages.rujukan import notes_on
from generator.pages.template import fill
from generator.pages.values import DaerahTerbit

#: The parts of the two kinds of answer, in reading order; the first is the sentence.
_JAWABAN = ("kalimat", "bagan", "penilai", "penugas", "melapor_ke", "catatan")


@dataclass(frozen=True)
class Surat:
    """A letter of a flow: the steps that use it, and what it must contain."""

    nama: str
    langkah: tuple[Baris, ...]
    isi: tuple[DokumenKerja, ...]


@dataclass
class _Pieces:
    """Pieces of HTML, each once; giving one says its place."""

    page: str
    offline: bool
    places: dict[str, int] = field(default_factory=dict)

    def __call__(self, html: str) -> int:
        text = links.relativize(html, self.page, offline=self.offline).strip()
        return self.places.setdefault(text, len(self.places))


def tanya_data(
    daerah: DaerahTerbit, kosakata: Kosakata, *, offline: bool = False
) -> dict[str, str]:
    """The script of a regency by its path in the tree."""
    path = links.ask_data(daerah.slug).removeprefix("~/")
    return {path: _script(daerah.slug, regency_data(daerah, kosakata, offline=offline))}


def regency_data(daerah: DaerahTerbit, kosakata: Kosakata, *, offline: bool = False) -> Any:
    """Everything that can be asked of one regency."""
    piece = _Pieces(links.ASK, offline)
    answers: dict[str, dict[str, list[int]]] = {}
    for (pola, jenjang), _found in daerah.jawaban.items():
        shown = [piece(html) for html in _answer(daerah, kosakata, pola, jenjang)]
        answers.setdefault(pola, {})[jenjang] = shown
    flows = {
        flow.id: piece(_flow(daerah, kosakata, flow))
        for flow in daerah.data.mekanisme.mekanisme
        if kosakata.jenis_mekanisme[flow.jenis].untuk or flow.untuk
    }
    taken = {
        key(one): _situation(daerah, kosakata, find_flows(daerah.data, kosakata, one), piece, flows)
        for one in situations(kosakata)
    }
    address = partial(links.relative, page=links.ASK, offline=offline)
    return {
        "nama": daerah.nama,
        "direktori": address(links.section(daerah.slug, "perangkat-daerah")),
        "abaikan": FILLERS,
        "sendiri": own_words(daerah.data),
        "unit": list(_units(daerah, kosakata)),
        "jawab": answers,
        "alur": taken,
        "potongan": list(piece.places),
    }


def _script(slug: str, data: Any) -> str:
    words = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"window.__pk_tanya({json.dumps(slug)},{words});\n"


def _units(daerah: DaerahTerbit, kosakata: Kosakata) -> Iterator[Mapping[str, Any]]:
    for item in sorted(named(daerah.data, kosakata), key=lambda one: one.unit.nama.casefold()):
        kind = kosakata.jenis_unit[item.unit.jenis].nama
        yield {
            "id": item.id,
            "nama": item.unit.nama,
            "jenis": "" if kind == item.unit.nama else kind,
            "lain": item.unit.sebutan_lain,
            "kata": item.names,
            "jenis_kata": item.kinds,
            "pola": item.pola.id,
        }


def _answer(daerah: DaerahTerbit, kosakata: Kosakata, pola: str, jenjang: str) -> Iterator[str]:
    found = daerah.jawaban[pola, jenjang]
    values = {
        "daerah": daerah,
        "kosakata": kosakata,
        "jawaban": found,
        "jenjang": jenjang,
        "penilai": grouped(found.penilai, kosakata),
        "penugas": grouped(found.penugas, kosakata),
        "melapor_ke": grouped(found.melapor_ke, kosakata),
        "tidak_diatur": () if jenjang else unanswered(found, kosakata),
        "gambar": daerah.penilaian.get(appraisal_id(found.penilai)) if found.penilai else None,
        "terbit": daerah.gambar["kedudukan", pola],
    }
    for part in _JAWABAN:
        yield fill("tanya_jawab.html", bagian=part, **values)


def _flow(daerah: DaerahTerbit, kosakata: Kosakata, flow: Mekanisme) -> str:
    chart = daerah.gambar["mekanisme", flow.id]
    steps = tuple(rows(flow, kosakata, chart.bagan))
    return fill(
        "tanya_alur.html",
        daerah=daerah,
        kosakata=kosakata,
        alur=flow,
        klausa=Sumber(
            flow.klausa,
            daerah.naskah.sebutan[flow.klausa],
            "",
            links.clause(daerah.slug, flow.klausa),
        ),
        terbit=chart,
        baris=steps,
        surat=tuple(_papers(daerah, kosakata, flow, steps)),
        catatan=notes_on(daerah, f"mekanisme:{flow.id}"),
    )


def _papers(
    daerah: DaerahTerbit, kosakata: Kosakata, flow: Mekanisme, steps: tuple[Baris, ...]
) -> Iterator[Surat]:
    contents = tuple(letters(daerah, flow))
    used = [step.langkah.dokumen for step in steps] + [letter.dokumen for letter in contents]
    for paper in dict.fromkeys(name for name in used if name):
        yield Surat(
            kosakata.dokumen[paper].nama,
            tuple(step for step in steps if step.langkah.dokumen == paper),
            tuple(letter for letter in contents if letter.dokumen == paper),
        )


def _situation(
    daerah: DaerahTerbit,
    kosakata: Kosakata,
    found: Tempuhan,
    piece: _Pieces,
    flows: Mapping[str, int],
) -> list[int]:
    names = (kosakata.pilihan[answer] for answer in found.keadaan)
    by_id = {flow.id: flow for flow in daerah.data.mekanisme.mekanisme}
    values = {
        "daerah": daerah,
        "keadaan": [(word.singkat or word.nama) for word in names],
        "tempuhan": found,
        "terkait": {
            note.id: [by_id[flow] for flow in _touched(note.menyentuh) if flow in by_id]
            for note in found.catatan
        },
    }
    sentence = piece(fill("tanya_keadaan.html", bagian="kalimat", **values))
    notes = piece(fill("tanya_keadaan.html", bagian="catatan", **values))
    return [sentence, *(flows[flow.id] for flow in found.alur), notes]


def _touched(targets: tuple[str, ...]) -> Iterator[str]:
    for target in targets:
        if target.startswith("mekanisme:"):
            yield target.removeprefix("mekanisme:")
