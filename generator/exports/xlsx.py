"""The comparison as a workbook: the matrix, and a sheet of all citations; the same bytes always."""

from __future__ import annotations

import io
from datetime import datetime

import xlsxwriter

from generator.banding.matrix import Matriks, Tanda
from generator.exports.tabel import COLUMNS, rows

#: A workbook says when it was made; a fixed day makes equal data equal files.
DIBUAT = datetime(2000, 1, 1)
_MARKS = {Tanda.SAMA: "", Tanda.BEDA: "≠ ", Tanda.BERAGAM: "± "}
_WIDE = {"rincian": 60, "kutipan": 70, "jawaban": 40, "pertanyaan": 40}
#: What Excel lets stand in one cell.
_LIMIT = 32_000


def export_workbook(matrix: Matriks) -> bytes:
    """``data/bandingkan.xlsx``: heads stay in sight, cells are wrapped, no cell is a formula."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"title": "Perbandingan peraturan sistem kerja", "created": DIBUAT})
    _matrix(book, matrix)
    _citations(book, matrix)
    book.close()
    return out.getvalue()


def _matrix(book: xlsxwriter.Workbook, matrix: Matriks) -> None:
    """Aspects down, regencies across; ≠ differs from more than half, ± where no half agrees."""
    sheet = book.add_worksheet("Matriks")
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    marked = book.add_format({"text_wrap": True, "valign": "top", "bg_color": "#FDF1E7"})
    sheet.write_string(0, 0, "Pertanyaan", head)
    for column, name in enumerate(matrix.nama.values(), 1):
        sheet.write_string(0, column, name, head)
    for number, row in enumerate(matrix.baris, 1):
        sheet.write_string(number, 0, row.aspek.nama, head)
        for column, slug in enumerate(matrix.nama, 1):
            cell = row.sel[slug]
            look = marked if cell.tanda is Tanda.BEDA else plain
            sheet.write_string(number, column, _MARKS[cell.tanda] + cell.ringkas, look)
    sheet.set_column(0, len(matrix.nama), 34)
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)


def _citations(book: xlsxwriter.Workbook, matrix: Matriks) -> None:
    sheet = book.add_worksheet("Kutipan")
    head = book.add_format({"bold": True, "bottom": 1})
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    for column, name in enumerate(COLUMNS):
        sheet.write_string(0, column, name, head)
        sheet.set_column(column, column, _WIDE.get(name, 18))
    last = 0
    for last, line in enumerate(rows(matrix), 1):
        for column, value in enumerate(line):
            sheet.write_string(last, column, value[:_LIMIT], plain)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, last, len(COLUMNS) - 1)
