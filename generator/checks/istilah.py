"""Every key that data takes from the shared vocabulary is in it."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping

from generator.model import Aturan, Ketentuan, Kosakata, Struktur
from generator.problems import Problem
from generator.read import Path_
from generator.regency import DaerahTerbaca

_Use = tuple[str, Path_, str, str]


def check_vocabulary(daerah: DaerahTerbaca, kosakata: Kosakata) -> Iterator[Problem]:
    """Look up every key in the list it belongs to."""
    for file, path, wordlist, key in _uses(daerah):
        words: Mapping[str, object] = getattr(kosakata, wordlist)
        if key not in words:
            near = difflib.get_close_matches(key, words, n=1)
            yield Problem(
                daerah.berkas.place(file, path),
                f"“{key}” tidak ada dalam kosakata {wordlist}",
                f"mungkin maksudnya “{near[0]}”"
                if near
                else f"pilih salah satu: {', '.join(words)}; atau tambahkan di kosakata.yaml",
            )


def _uses(daerah: DaerahTerbaca) -> Iterator[_Use]:
    data = daerah.data
    yield from _structures("kedudukan", "pola", data.kedudukan.pola)
    yield from _structures("penugasan", "struktur", data.penugasan.struktur)
    yield from _rules("kedudukan", data.kedudukan.aturan)
    yield from _rules("penugasan", data.penugasan.aturan)
    yield from _rules("peran", data.peran.aturan)
    yield from _provisions("kedudukan", data.kedudukan.ketentuan)
    yield from _provisions("penugasan", data.penugasan.ketentuan)
    yield from _flows(daerah)
    for index, duty in enumerate(data.peran.tanggung_jawab):
        yield "peran", ("tanggung_jawab", index, "peran"), "peran", duty.peran
    for index, report in enumerate(data.peran.pertanggungjawaban):
        path = ("pertanggungjawaban", index, "jabatan")
        yield "peran", path, "jenis_simpul", report.jabatan


def _structures(file: str, key: str, items: tuple[Struktur, ...]) -> Iterator[_Use]:
    for index, item in enumerate(items):
        for at, box in enumerate(item.simpul):
            path: Path_ = (key, index, "simpul", at)
            yield file, (*path, "jenis"), "jenis_simpul", box.jenis
            for which, role in enumerate(box.peran):
                yield file, (*path, "peran", which, "peran"), "peran", role.peran
        for at, line in enumerate(item.garis):
            yield file, (key, index, "garis", at, "relasi"), "relasi", line.relasi
        for at, unit in enumerate(item.perangkat_daerah):
            yield file, (key, index, "perangkat_daerah", at, "jenis"), "jenis_unit", unit.jenis


def _rules(file: str, rules: tuple[Aturan, ...]) -> Iterator[_Use]:
    for index, rule in enumerate(rules):
        for at, level in enumerate(rule.untuk):
            yield file, ("aturan", index, "untuk", at), "jenjang", level
        for at, office in enumerate(rule.oleh):
            yield file, ("aturan", index, "oleh", at, "jabatan"), "jenis_simpul", office.jabatan
        if rule.aspek:
            yield file, ("aturan", index, "aspek"), "aspek", rule.aspek


def _provisions(file: str, items: tuple[Ketentuan, ...]) -> Iterator[_Use]:
    for index, item in enumerate(items):
        if item.aspek:
            yield file, ("ketentuan", index, "aspek"), "aspek", item.aspek


def _flows(daerah: DaerahTerbaca) -> Iterator[_Use]:
    file = "mekanisme"
    for index, flow in enumerate(daerah.data.mekanisme.mekanisme):
        path: Path_ = ("mekanisme", index)
        yield file, (*path, "jenis"), "jenis_mekanisme", flow.jenis
        for at, actor in enumerate(flow.pelaku):
            if actor.peran:
                yield file, (*path, "pelaku", at, "peran"), "peran", actor.peran
            if actor.jabatan:
                yield file, (*path, "pelaku", at, "jabatan"), "jenis_simpul", actor.jabatan
        for at, step in enumerate(flow.langkah):
            if step.tahap:
                yield file, (*path, "langkah", at, "tahap"), "tahap", step.tahap
            if step.dokumen:
                yield file, (*path, "langkah", at, "dokumen"), "dokumen", step.dokumen
    for index, letter in enumerate(daerah.data.mekanisme.dokumen):
        yield file, ("dokumen", index, "dokumen"), "dokumen", letter.dokumen
