"""Statements and citations as data of a template: plain strings, which Typst never evaluates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from generator.graph import Sumber
from generator.materi.keterangan import DASAR
from generator.materi.nilai import Poin


def point(one: Poin) -> dict[str, Any]:
    """A statement, with the citations and statements below it."""
    return {
        "teks": one.teks,
        "keadaan": one.keadaan,
        "dasar": [source(at) for at in one.dasar],
        "anak": [point(below) for below in one.anak],
        "uraian": one.uraian,
    }


def quoted_once(points: Sequence[Poin]) -> list[dict[str, Any]]:
    """Statements of one list; a quotation that an earlier one has is only named by its clause."""
    found: list[dict[str, Any]] = []
    seen: set[Sumber] = set()
    for one in points:
        told = [source(at) | ({"kutipan": ""} if at in seen else {}) for at in one.dasar]
        found.append(point(one) | {"dasar": told})
        seen.update(one.dasar)
    return found


def source(at: Sumber) -> dict[str, str]:
    """A citation: where its link goes, how it is called, and the words quoted."""
    return {"jangkar": at.klausa, "sebutan": at.sebutan, "kutipan": at.kutipan}


def said(points: Sequence[Poin], *, close: bool = False) -> Iterator[dict[str, Any]]:
    """Statements as blocks; one that only names its clause is a line.

    ``close``: they stay on the page of what follows.
    """
    bare = [one for one in points if one.teks == DASAR]
    rest = [one for one in points if one.teks != DASAR]
    for one in bare:
        yield {
            "jenis": "menurut",
            "dasar": [source(at) for at in one.dasar],
            "keadaan": one.keadaan,
        }
    if rest:
        yield {"jenis": "butir", "butir": [point(one) for one in rest], "lekat": close}


def table(kind: str, heads: Sequence[str], rows: Sequence[tuple[Poin, ...]]) -> dict[str, Any]:
    """Columns share the width by the square root of their longest words, so that none starves."""
    longest = [max(len(row[i].teks) for row in rows) for i in range(len(heads))]
    return {
        "jenis": kind,
        "kepala": list(heads),
        "lebar": [max(2.5, min(length, 200) ** 0.5) for length in longest],
        "baris": [[point(cell) for cell in row] for row in rows],
    }
