"""What stands in a box, as an HTML-like label of Graphviz made of escaped parts only."""

from __future__ import annotations

from generator.bagan.style import BADGE, BADGES, DETAIL_SIZE, HEAD_SIZE
from generator.bagan.text import DETAIL_WIDTH, TITLE_WIDTH, escape, html, wrap
from generator.graph import Bagan, Kotak
from generator.model import Asal

#: A hexagon loses room at its corners.
DECISION_WIDTH = 22
BRANCH_WIDTH = 18
RECONSTRUCTED = "(rekonstruksi)"


def box(bagan: Bagan, kotak: Kotak) -> str:
    """Title, smaller lines, badges; offices in bold, steps plain."""
    width = DECISION_WIDTH if kotak.jenis == "keputusan" else TITLE_WIDTH
    titles = [escape(line) for line in wrap(kotak.judul, width)]
    if bagan.jenis != "mekanisme" or kotak.jenis == "selesai":
        titles = [f"<B>{line}</B>" for line in titles]
    if kotak.jenis == "tidak_diatur":
        titles = [_small(escape(line)) for line in wrap(kotak.judul, 14)]
    details = [_small(escape(line)) for line in _details(bagan, kotak)]
    badges = [
        _small(f"<B>{escape(line)}</B>", BADGES.get(lencana.peran, BADGE))
        for lencana in kotak.lencana
        for line in wrap(f"✔ {lencana.nama}", DETAIL_WIDTH)
    ]
    return html([*titles, *details, *badges])


def _details(bagan: Bagan, kotak: Kotak) -> list[str]:
    lines = [line for detail in kotak.rincian for line in wrap(detail, DETAIL_WIDTH)]
    if kotak.asal is Asal.REKONSTRUKSI and bagan.asal is not Asal.REKONSTRUKSI:
        lines.append(RECONSTRUCTED)
    return lines


def _small(text: str, colour: str = "") -> str:
    ink = f' COLOR="{colour}"' if colour else ""
    return f'<FONT POINT-SIZE="{DETAIL_SIZE}"{ink}>{text}</FONT>'


def head(title: str) -> str:
    """The title of a lane or a stage."""
    lines = [f"<B>{escape(line)}</B>" for line in wrap(title, TITLE_WIDTH)]
    return html([f'<FONT POINT-SIZE="{HEAD_SIZE}">{line}</FONT>' for line in lines])


def stage(title: str) -> str:
    """The title of a stage, in its narrow strip."""
    return html(f"<B>{escape(line)}</B>" for line in wrap(title, 12))


def branch(text: str) -> str:
    """The words on a line."""
    return html(escape(line) for line in wrap(text, BRANCH_WIDTH))
