"""Lines without a label or a heading: they go on with a paragraph, or begin one."""

from __future__ import annotations

from generator.importers.alinea import Keadaan, goes_on, items_to_leave, lacks_number
from generator.importers.nilai import Larik
from generator.importers.papan import Papan


def write_text(board: Papan, line: Larik) -> None:
    """Write a line of text where it belongs."""
    if board.kini is None:
        board.paragraph(line)
        return
    if not board.kini.kata:
        board.join(board.kini, line)
        board.sebelum = line
        return
    around = _around(board)
    titled = board.upper and _is_title(board, line)
    if not titled and goes_on(line, around):
        board.join(board.kini, line)
    else:
        _leave_list(board, line, around)
        board.paragraph(line)
    board.sebelum = line


def _leave_list(board: Papan, line: Larik, around: Keadaan) -> None:
    assert board.kini is not None
    if board.kini.judul or (board.upper and board.kini.bentuk == "alinea"):
        return
    if count := items_to_leave(line, around, board.tumpuk):
        del board.tumpuk[-count:]
        if lacks_number(around.ekor):
            board.doubt(line, f"butir tanpa nomor: “{line.teks[:40]}”", "dibaca sebagai alinea")


def _is_title(board: Papan, line: Larik) -> bool:
    """Whether the text so far is a title: short, alone on its line, and capitals follow."""
    assert board.kini is not None
    if board.kini.bentuk != "label" or board.sebelum is None:
        return False
    if board.bentuk == "penjelasan":
        return board.kini.judul
    if not board.sebelum.pendek:
        return False
    if board.kini.nomor != board.sebelum.nomor or board.kini.tail()[-1:] in ".;:,":
        return False
    gaya = board.kini.label[0].teks[:1]
    if line.kata[0].teks[:1].isupper() or line.terpisah:
        board.kini.judul = gaya.isupper() or line.terpisah
        return True
    return False


def _around(board: Papan) -> Keadaan:
    return Keadaan(
        board.tail,
        board.tumpuk[-1],
        board.sebelum is not None and board.sebelum.pendek,
        board.per_baris,
        lambda item: not board.comes(item.gaya, item.nilai, board.letak),
    )
