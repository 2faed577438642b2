"""Every citation holds: its clause exists and its quotation stands there exactly once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.cite import TidakCocok, cite, clause_of, iterate_citations
from generator.model import Kosakata, Mekanisme, Struktur, TanggungJawab
from generator.problems import Problem
from generator.regency import FILES, DaerahTerbaca


def check_citations(daerah: DaerahTerbaca, _kosakata: Kosakata) -> Iterator[Problem]:
    """Resolve every citation of every file, and every clause that a chart is said to come from."""
    for name in FILES:
        for path, dasar in iterate_citations(getattr(daerah.data, name)):
            found = cite(dasar, daerah.naskah)
            if isinstance(found, TidakCocok):
                key = "klausa" if dasar.klausa not in daerah.naskah.klausa else "kutipan"
                place = daerah.berkas.place(name, (*path, key))
                yield Problem(place, found.sebab, found.saran)
    for name, path, anchor in _named_clauses(daerah):
        found_clause = clause_of(anchor, daerah.naskah)
        if isinstance(found_clause, TidakCocok):
            yield Problem(daerah.berkas.place(name, path), found_clause.sebab, found_clause.saran)


def _named_clauses(daerah: DaerahTerbaca) -> Iterator[tuple[str, tuple[str | int, ...], str]]:
    data = daerah.data
    lists: tuple[tuple[str, str, Sequence[Struktur | Mekanisme | TanggungJawab]], ...] = (
        ("kedudukan", "pola", data.kedudukan.pola),
        ("penugasan", "struktur", data.penugasan.struktur),
        ("mekanisme", "mekanisme", data.mekanisme.mekanisme),
        ("peran", "tanggung_jawab", data.peran.tanggung_jawab),
    )
    for file, key, items in lists:
        for index, item in enumerate(items):
            yield file, (key, index, "klausa"), item.klausa
