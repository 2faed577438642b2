"""Lines of one part become clauses in the canonical layout: headings here, the rest in `butir`."""

from __future__ import annotations

from collections.abc import Sequence

from generator.importers.butir import write_item_or_text
from generator.importers.judul import TITLE_LINES, runs_on, title
from generator.importers.meja import Tulisan
from generator.importers.nilai import Calon, Larik, Terbit
from generator.importers.papan import Papan
from generator.importers.struktur import Kepala, read_heading
from generator.importers.tanda import cites, ends
from generator.importers.tumpuk import Terbuka
from generator.naskah.nomor import is_roman, roman


def write_lines(board: Papan, start: int, end: int) -> None:
    """Write the lines from ``start`` up to ``end``."""
    at = start
    while at < end:
        at = _line(board, at, end)


def write_dictum(board: Papan, line: Larik, label: list[Terbit], rest: tuple[Terbit, ...]) -> None:
    """Open Menimbang, Mengingat, Menetapkan, KESATU …; the rest of its line is content."""
    board.tumpuk = [Terbuka("akar", 0), Terbuka("diktum", 2)]
    board.tulisan.append(Tulisan(0, "judul", line.nomor, label))
    board.kini = None
    if rest:
        write_item_or_text(board, Larik(line.nomor, line.halaman, rest, terpisah=True), 0)


def heading(board: Papan, line: Larik) -> Kepala | None:
    """The structural heading on a line, if the words before it have ended."""
    words = [word.teks for word in line.kata]
    head = read_heading(words, expected_bab=board.bab + 1)
    tail = board.tail
    if head is None or runs_on(tail):
        return None
    if head.lebar == len(words) and not ends(tail) and not line.terpisah:
        return None if cites(tail) else head
    return head


def _line(board: Papan, at: int, end: int) -> int:
    line = board.lines[at]
    board.letak = at
    if line.beku:
        board.paragraph(line)
        board.kini = None
        return at + 1
    candidate = board.calon.get(at)
    if candidate is not None and (at in board.utama or _is_quoted(board, candidate)):
        return _article(board, line, candidate, at)
    head = None if board.bentuk == "pembukaan" else heading(board, line)
    if head is not None:
        return _structure(board, line, head, at, end)
    if candidate is not None and candidate.berdiri:
        board.doubt(line, f"“{line.teks}” di awal baris", "dibaca sebagai rujukan")
    write_item_or_text(board, line, at)
    return at + 1


def _is_quoted(board: Papan, candidate: Calon) -> bool:
    inside = any(clause.jenis == "pasal" for clause in board.tumpuk)
    amended = candidate.mengutip or any(clause.mengubah for clause in board.tumpuk)
    amended = amended or (board.perubahan and not candidate.romawi)
    stands = candidate.berdiri or candidate.mengutip
    return inside and amended and stands and candidate.skor + 5 * candidate.mengutip > 1


def _article(board: Papan, line: Larik, candidate: Calon, at: int) -> int:
    label = board.label(line, candidate.label, candidate.lebar)
    _open_heading(board, "pasal", label, line.nomor, quoted=at not in board.utama)
    rest = () if candidate.berdiri else line.kata[candidate.lebar :]
    if rest:
        write_item_or_text(board, Larik(line.nomor, line.halaman, rest, terpisah=True), at)
    return at + 1


def _structure(board: Papan, line: Larik, head: Kepala, at: int, end: int) -> int:
    quoted = _heads_quotation(board, at)
    label = board.label(line, head.label, head.lebar)
    if head.jenis == "bab" and not quoted:
        core = head.label.split()[1]
        board.bab = roman(core) if is_roman(core) else board.bab + 1
    elif head.jenis == "buku" and not quoted:
        board.bab = 0
    opened = _open_heading(board, head.jenis, label, line.nomor, quoted=quoted)
    begun = line.kata[head.lebar :]
    stop = min(end, at + 1 + TITLE_LINES)
    lines = title(board.lines, at + 1, stop, head.jenis, board.calon, begun=bool(begun))
    _write_title(board, opened, begun, lines)
    board.kini = None
    return at + 1 + len(lines)


def _heads_quotation(board: Papan, at: int) -> bool:
    """Whether a heading is quoted by an amendment: the Pasal that follows it is, too."""
    if not any(clause.mengubah or clause.dikutip for clause in board.tumpuk):
        return False
    following = board.next_article(at)
    return board.perubahan or following is None or following not in board.utama


def _write_title(
    board: Papan, opened: Tulisan, begun: Sequence[Terbit], lines: Sequence[Larik]
) -> None:
    written = Tulisan(opened.indentasi, "alinea", opened.nomor, kata=list(begun))
    for following in lines:
        board.join(written, following)
    board.tulisan.append(written if written.kata else Tulisan(0, "kosong", opened.nomor))


def _open_heading(
    board: Papan, kind: str, label: list[Terbit], number: int, *, quoted: bool
) -> Tulisan:
    clause = Terbuka(kind, 0, dikutip=quoted)
    indent = _leave_quoted(board, clause) if quoted else _leave_own(board, clause)
    opened = Tulisan(indent, "judul", number, label)
    board.tulisan.append(opened)
    board.tumpuk.append(clause)
    board.kini = None
    return opened


def _leave_quoted(board: Papan, clause: Terbuka) -> int:
    """Close what the quoted heading ends; gives its indentation."""
    stack = board.tumpuk
    amending = [d for d, c in enumerate(stack) if c.mengubah or c.jenis == "pasal"]
    base = next((d for d in reversed(amending) if not stack[d].dikutip), 0)
    while len(stack) > base + 1 and (not stack[-1].dikutip or stack[-1].rank >= clause.rank):
        stack.pop()
    indent = max(2, stack[-1].margin)
    clause.margin = indent + 2
    return indent


def _leave_own(board: Papan, clause: Terbuka) -> int:
    stack = board.tumpuk
    body = board.bentuk == "batang"
    while len(stack) > 1 and (
        stack[-1].rank >= clause.rank or (body and stack[-1].jenis in ("kerangka", "diktum"))
    ):
        stack.pop()
    return 0
