"""Items of lists: which clause a label belongs to, and how the item is written."""

from __future__ import annotations

from collections.abc import Sequence

from generator.importers.kalimat import write_text
from generator.importers.label import Label, read_explained, read_labels
from generator.importers.meja import Tulisan
from generator.importers.nilai import Larik, Terbit
from generator.importers.papan import Papan
from generator.importers.tanda import amends, cites, ends, opens
from generator.importers.tumpuk import DEEPEST, Suasana, Tempat, Terbuka, article, place

#: Parts of the Penjelasan, where they have no number.
_PARTS = frozenset({"UMUM", "PASAL DEMI PASAL"})
#: So many words tell whether an item amends.
_TELLING = 12


def write_item_or_text(board: Papan, line: Larik, at: int) -> None:
    """Write a line that is no heading: an item where a label is certain, else text."""
    words = [word.teks for word in line.kata[:6]]
    if board.bentuk == "penjelasan" and line.teks.rstrip(".") in _PARTS:
        del board.tumpuk[2:]
        board.paragraph(line)
        board.kini = None
        return
    if board.bentuk == "penjelasan" and (explained := read_explained(words)):
        _explained(board, line, explained, at)
        return
    labels = read_labels(words, upper=board.upper)
    found = _place(board, line, labels, at) if labels else None
    if found is not None and len(board.tumpuk) < DEEPEST:
        _item(board, line, found)
        return
    if line.butir and not labels and _bullet(board, line):
        return
    if labels and labels[0].asli and (not board.kini or ends(board.tail)):
        board.doubt(line, f"“{' '.join(words[:4])} …” berawal seperti nomor", "dibaca sebagai teks")
    write_text(board, line)


def _place(board: Papan, line: Larik, labels: Sequence[Label], at: int) -> Tempat | None:
    tail = board.tail
    if cites(tail) and not (line.terpisah and ends(tail)):
        return None
    around = Suasana(
        selesai=ends(tail) or board.per_baris or line.terpisah,
        membuka=opens(tail),
        kosong=board.kini is None,
        mengubah=_amends(board, line, labels[0].lebar, at),
        perubahan=board.perubahan,
        lampiran=board.upper,
        ada_lanjutan=lambda label: board.comes(label.gaya, label.nilai, at),
    )
    return place(labels, board.tumpuk, around)


def _amends(board: Papan, line: Larik, width: int, at: int) -> bool:
    """Whether an item amends; its text may stand on the line after the label."""
    words = line.kata[width:]
    if not words and at + 1 < len(board.lines):
        words = board.lines[at + 1].kata
    return amends(" ".join(word.teks for word in words[:_TELLING]))


def _item(board: Papan, line: Larik, found: Tempat) -> None:
    label = found.label
    if found.janggal:
        board.doubt(line, f"{found.janggal}: {label.teks}", "tetap dibaca sebagai nomor")
    del board.tumpuk[found.dalam :]
    margin = board.tumpuk[-1].margin
    written = board.label(line, label.teks, label.lebar, sure=label.asli)
    item = Tulisan(margin, "label", line.nomor, written)
    if label.sisa:
        item.kata.append(Terbit(label.sisa, line.kata[label.lebar - 1].asal))
    item.kata += line.kata[label.lebar :]
    if board.upper and label.gaya in ("I.", "A."):
        item.judul = " ".join(word.teks for word in item.kata).isupper()
    _push(board, item, label, line)


def _push(board: Papan, item: Tulisan, label: Label, line: Larik) -> None:
    in_article = any(clause.jenis == "pasal" for clause in board.tumpuk)
    above = board.tumpuk[-1]
    changes = label.gaya in ("1.", "a.", "Angka") and in_article
    changes = changes and _amends(board, line, label.lebar, board.letak)
    changes = changes and (above.jenis in ("pasal", "kerangka") or above.gaya == "(1)")
    board.tumpuk.append(
        Terbuka("butir", item.indentasi + 2, label.gaya, label.nilai, mengubah=changes)
    )
    board.tulisan.append(item)
    board.kini = item
    board.sebelum = line


def _explained(board: Papan, line: Larik, label: Label, at: int) -> None:
    stack = board.tumpuk
    base = article(stack)
    same = [d for d in range(len(stack) - 1, base, -1) if stack[d].gaya == label.gaya]
    outer = [d for d in range(base, 0, -1) if stack[d].gaya == label.gaya]
    # "Angka 2" goes on after the Pasal that "Angka 1" quotes.
    follows = [d for d in outer if label.follows(stack[d].nilai)]
    inner = [d for d in same if label.follows(stack[d].nilai)]
    if follows and not inner:
        del stack[follows[0] :]
    elif same:
        del stack[same[0] :]
    written = board.label(line, label.teks, label.lebar, sure=label.asli)
    item = Tulisan(stack[-1].margin, "judul", line.nomor, written)
    _push(board, item, label, line)
    stack[-1].mengubah = label.gaya == "Angka" and stack[-2].jenis == "pasal"
    board.kini = None
    rest = line.kata[label.lebar :]
    if rest:
        write_item_or_text(board, Larik(line.nomor, line.halaman, rest, terpisah=True), at)


def _bullet(board: Papan, line: Larik) -> bool:
    gaya = board.tumpuk[-1].gaya
    if not (gaya == "-" or (board.kini and opens(board.tail))):
        return False
    if gaya == "-":
        board.tumpuk.pop()
    item = Tulisan(board.tumpuk[-1].margin, "butir", line.nomor, kata=list(line.kata))
    _push(board, item, Label("-", "-", (1, 0)), line)
    return True
