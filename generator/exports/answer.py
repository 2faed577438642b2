"""An answer as JSON and as text for a terminal."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from generator.answer import Jawaban, Penjawab
from generator.model import Kosakata


def answer_json(answer: Jawaban) -> str:
    """The answer as one JSON object; its keys are a contract with whoever asks."""
    return json.dumps(
        {
            "daerah": answer.daerah,
            "unit": answer.unit.nama,
            "pola": answer.pola.id,
            "status": answer.status,
            "penilai": [_entry(item) for item in answer.penilai],
            "penugas": [_entry(item) for item in answer.penugas],
            "melapor_ke": [_entry(item) for item in answer.melapor_ke],
        },
        ensure_ascii=False,
        indent=2,
    )


def answer_text(answer: Jawaban, kosakata: Kosakata) -> str:
    """The answer for a reader: each office, its condition, and its clauses with quotations."""
    lines = [f"{answer.unit.nama}, {answer.daerah}", f"Pola: {answer.pola.judul}"]
    lines.append(f"Pejabat Penilai Kinerja: {answer.status}")
    for title, items in (
        ("Yang menilai", answer.penilai),
        ("Yang dapat menugaskan", answer.penugas),
        ("Melapor kepada", answer.melapor_ke),
    ):
        lines += ["", f"{title}:", *_items(items, kosakata)]
    if answer.catatan:
        lines += ["", "Catatan pembaca:", *(f"  - {note.judul}" for note in answer.catatan)]
    return "\n".join(lines)


def _items(items: Sequence[Penjawab], kosakata: Kosakata) -> list[str]:
    if not items:
        return ["  tidak diatur"]
    lines = []
    for item in items:
        kind = kosakata.jenis_simpul[item.jabatan].nama
        name = item.sebutan if item.sebutan == kind else f"{item.sebutan} ({kind})"
        lines.append(f"  - {name}" + (f": {item.syarat}" if item.syarat else ""))
        lines += [f"      {source.sebutan}: “{source.kutipan}”" for source in item.dasar]
    return lines


def _entry(item: Penjawab) -> dict[str, Any]:
    return {
        "jabatan": item.jabatan,
        "sebutan": item.sebutan,
        "syarat": item.syarat,
        "dasar": [{"rujukan": source.klausa, "kutipan": source.kutipan} for source in item.dasar],
    }
