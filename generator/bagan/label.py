"""What stands in a box, as an HTML-like label of Graphviz made of escaped parts only."""

from __future__ import annotations

from collections.abc import Iterable

from generator.bagan import style
from generator.bagan.style import DETAIL_SIZE, HEAD_SIZE, TITLE_SIZE
from generator.bagan.text import DETAIL_WIDTH, TITLE_WIDTH, escape, html, wrap
from generator.graph import Bagan, Kotak
from generator.model import Asal

#: A hexagon loses room at its corners.
DECISION_WIDTH = 22
BRANCH_WIDTH = 14
WORDS_WIDTH = 20
UNREGULATED_WIDTH = 14
STAGE_WIDTH = 12
RECONSTRUCTED = "(rekonstruksi)"


def box(bagan: Bagan, kotak: Kotak) -> str:
    """Title, smaller lines, badges; offices in bold, steps plain."""
    width = DECISION_WIDTH if kotak.jenis == "keputusan" else TITLE_WIDTH
    strong = bagan.jenis != "mekanisme" or kotak.jenis == "selesai"
    if kotak.jenis in ("tidak_diatur", "tidak_terbaca"):
        return _table(_rows(wrap(kotak.judul, UNREGULATED_WIDTH), DETAIL_SIZE))
    rows = _rows(wrap(kotak.judul, width), TITLE_SIZE, strong=strong)
    details = _details(bagan, kotak)
    rows += [_SPACE, *_rows(details, DETAIL_SIZE)] if details else []
    for lencana in kotak.lencana:
        rows += [_SPACE, _badge(lencana.peran, wrap(lencana.nama, DETAIL_WIDTH))]
    return _table(rows)


_SPACE = '<TD HEIGHT="3"></TD>'


def _table(rows: Iterable[str]) -> str:
    cells = "".join(f"<TR>{row}</TR>" for row in rows)
    return f'<<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0">{cells}</TABLE>>'


def _rows(lines: Iterable[str], size: float, *, strong: bool = False) -> list[str]:
    """A cell a line: lines of one cell would stand too close where they are bold."""
    marks = ("<B>", "</B>") if strong else ("", "")
    return [
        f'<TD><FONT POINT-SIZE="{size}">{marks[0]}{escape(line)}{marks[1]}</FONT></TD>'
        for line in lines
    ]


def _badge(role: str, lines: Iterable[str]) -> str:
    """A role on a ground of its own."""
    look = style.badge_style(role)
    text = "<BR/>".join(escape(line) for line in lines)
    return (
        f'<TD BGCOLOR="{look.fill}" STYLE="rounded" CELLPADDING="2">'
        f'<FONT POINT-SIZE="{DETAIL_SIZE}" COLOR="{look.line}"><B>{text}</B></FONT></TD>'
    )


def _details(bagan: Bagan, kotak: Kotak) -> list[str]:
    """The smaller lines, and a mark where this box is reconstructed and the chart is not."""
    lines = [line for detail in kotak.rincian for line in wrap(detail, DETAIL_WIDTH)]
    if kotak.asal is Asal.REKONSTRUKSI and bagan.asal is not Asal.REKONSTRUKSI:
        lines.append(RECONSTRUCTED)
    return lines


def head(title: str, height: int) -> str:
    """The title of a lane, filled up to ``height`` lines so that all lanes start level."""
    lines = head_lines(title)
    return _table(_rows([*lines, *[" "] * (height - len(lines))], HEAD_SIZE, strong=True))


def head_lines(title: str) -> tuple[str, ...]:
    """The lines of a lane's title."""
    return wrap(title, TITLE_WIDTH)


def stage(title: str) -> str:
    """The title of a stage, in its narrow strip."""
    return _table(_rows(wrap(title, STAGE_WIDTH), TITLE_SIZE, strong=True))


def branch_lines(text: str) -> tuple[str, ...]:
    """The words on a line, broken early: room beside a decision is dear."""
    return wrap(text, BRANCH_WIDTH)


def branch(text: str) -> str:
    """The words on a line, as a label."""
    return html(escape(line) for line in branch_lines(text))


def words(parts: Iterable[tuple[str, str]]) -> str:
    """What relations are called, standing in their lines: (relation, text), one below the other."""
    return _table(_rows((line for _, text in parts for line in word_lines(text)), DETAIL_SIZE))


def word_lines(text: str) -> tuple[str, ...]:
    """The lines of what a relation is called."""
    return wrap(text, WORDS_WIDTH)
