"""Statements and citations as data of a template: plain strings, which Typst never evaluates."""

from __future__ import annotations

from typing import Any

from generator.graph import Sumber
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


def source(at: Sumber) -> dict[str, str]:
    """A citation: where its link goes, how it is called, and the words quoted."""
    return {"jangkar": at.klausa, "sebutan": at.sebutan, "kutipan": at.kutipan}
