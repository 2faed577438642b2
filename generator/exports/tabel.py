"""The comparison as data: CSV for spreadsheets, JSON for programs, a script for each regency."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from generator.banding.matrix import Baris, Matriks, Sel
from generator.exports.tulis import write_json
from generator.graph import Sumber

COLUMNS = (
    *("aspek", "pertanyaan", "slug", "daerah", "status", "kelompok", "tanda"),
    *("jawaban", "rincian", "dasar", "kutipan", "alamat"),
)
#: Where a spreadsheet reads a formula: at the beginning of a cell, and behind what it may take for
#: the end of one. Where decimals have a comma, lines are parted at semicolons, quoted or not.
_FORMULA = re.compile(r'(^|[;\t\r\n])(?="*[=+\-@＝＋－＠])')
#: JSON in a script: these could end it, or a line of it.
_SCRIPT = {"<": "\\u003c", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def export_table(matrix: Matriks) -> Mapping[str, str]:
    """``data/bandingkan.csv``, ``data/bandingkan.json``, and ``data/banding/<slug>.js``."""
    files = {
        "data/bandingkan.csv": to_csv([COLUMNS, *rows(matrix)]),
        "data/bandingkan.json": write_json(_document(matrix)),
    }
    for slug in matrix.nama:
        files[f"data/banding/{slug}.js"] = _script(matrix, slug)
    return files


def rows(matrix: Matriks) -> Iterator[tuple[str, ...]]:
    """One row for each regency and aspect, in the order of `COLUMNS`; lines within a cell."""
    for row in matrix.baris:
        for slug, cell in row.sel.items():
            sources = cited(cell)
            yield (
                *(row.id, row.aspek.nama, slug, matrix.nama[slug]),
                *(str(cell.jawaban.status), str(cell.kelompok + 1), str(cell.tanda), cell.ringkas),
                "\n".join(part.teks for part in cell.jawaban.butir),
                "\n".join(source.sebutan for source in sources),
                "\n".join(source.kutipan for source in sources),
                "\n".join(source.alamat.removeprefix("~/") for source in sources),
            )


def cited(cell: Sel) -> tuple[Sumber, ...]:
    """Every citation of an answer, once."""
    return tuple(dict.fromkeys(s for part in cell.jawaban.butir for s in part.dasar))


def neutral(value: str) -> str:
    """A cell that no spreadsheet takes for a formula, wherever it parts the line.

    >>> neutral("=1+1"), neutral("Pasal 8; -1"), neutral("lihat;@SUM(1)")
    ("'=1+1", 'Pasal 8; -1', "lihat;'@SUM(1)")
    """
    guarded = _FORMULA.sub(r"\1'", value)
    return f"'{guarded}" if guarded.startswith(("\t", "\r")) else guarded


def to_csv(table: list[tuple[str, ...]]) -> str:
    """A table as CSV with a byte order mark, for spreadsheets that guess the encoding."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(
        [neutral(value) for value in line] for line in table
    )
    return f"\ufeff{out.getvalue()}"


def _document(matrix: Matriks) -> dict[str, Any]:
    return {
        "daerah": [{"slug": slug, "nama": name} for slug, name in matrix.nama.items()],
        "aspek": [
            {
                "id": row.id,
                "pertanyaan": row.aspek.nama,
                "menurut_rumusan": row.rumusan,
                "umum": None if row.umum is None else row.umum.nomor + 1,
                "kelompok": [list(group.slug) for group in row.kelompok],
                "jawaban": {slug: _answer(cell) for slug, cell in row.sel.items()},
            }
            for row in matrix.baris
        ],
    }


def _answer(cell: Sel) -> dict[str, Any]:
    return {
        "status": str(cell.jawaban.status),
        "kelompok": cell.kelompok + 1,
        "tanda": str(cell.tanda),
        "ringkas": cell.ringkas,
        "butir": [
            {
                "teks": part.teks,
                "kunci": part.kunci,
                "dasar": [_source(source) for source in part.dasar],
            }
            for part in cell.jawaban.butir
        ],
    }


def _source(source: Sumber) -> dict[str, str]:
    return {
        "klausa": source.klausa,
        "sebutan": source.sebutan,
        "kutipan": source.kutipan,
        "alamat": source.alamat.removeprefix("~/"),
    }


def _script(matrix: Matriks, slug: str) -> str:
    """One column of the matrix for the page, as a classic script: it must load from a file too."""
    column = {row.id: _compact(row, slug) for row in matrix.baris}
    value = {"slug": slug, "nama": matrix.nama[slug], "sel": column}
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for mark, safe in _SCRIPT.items():
        text = text.replace(mark, safe)
    return f"petakerjaBanding({text});\n"


def _compact(row: Baris, slug: str) -> dict[str, Any]:
    cell = row.sel[slug]
    return {
        "status": str(cell.jawaban.status),
        "kelompok": cell.kelompok,
        "tanda": str(cell.tanda),
        "ringkas": cell.ringkas,
        "butir": [part.teks for part in cell.jawaban.butir],
        "dasar": [
            [source.sebutan, source.kutipan, source.alamat.removeprefix("~/")]
            for source in cited(cell)
        ],
    }
