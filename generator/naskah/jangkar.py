"""Anchors: the name of a clause in an address, as a reader would cite it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from generator.naskah.nomor import is_roman, ordinal, roman
from generator.naskah.pohon import Klausa

_FRAME = frozenset(
    {"judul", "pembukaan", "penutup", "menimbang", "mengingat", "memutuskan", "menetapkan"}
)
_STRUCTURE = frozenset({"bab", "bagian", "paragraf"})


def assign_anchors(root: Klausa) -> Klausa:
    """Give every clause below the root its anchor; two clauses never share one.

    In the body a Pasal stands alone (``pasal-8``) and its parts follow it; in the Lampiran the
    anchor is the path of labels. Of clauses with the same number, titles come first, then reading
    order; the later ones get ``--2``, ``--3``.
    """
    prefix = "lampiran" if root.jenis == "lampiran" else ""
    return _number_children(root, prefix, Counter(), in_lampiran=bool(prefix))


def _number_children(
    parent: Klausa, prefix: str, taken: Counter[str], *, in_lampiran: bool
) -> Klausa:
    wanted = _wanted(parent, prefix, in_lampiran=in_lampiran)
    order = sorted(range(len(parent.anak)), key=lambda index: not parent.anak[index].adalah_judul)
    anchors: dict[int, str] = {}
    for index in order:
        anchors[index] = _free(wanted[index], taken)

    numbered = iter(
        _number_children(
            replace(child, jangkar=anchors[index]),
            anchors[index],
            taken,
            in_lampiran=in_lampiran,
        )
        for index, child in enumerate(parent.anak)
    )
    return replace(
        parent,
        isi=tuple(next(numbered) if isinstance(part, Klausa) else part for part in parent.isi),
    )


def _free(anchor: str, taken: Counter[str]) -> str:
    taken[anchor] += 1
    return anchor if taken[anchor] == 1 else f"{anchor}--{taken[anchor]}"


def _wanted(parent: Klausa, prefix: str, *, in_lampiran: bool) -> list[str]:
    ordinals: Counter[str] = Counter()
    anchors = []
    for child in parent.anak:
        ordinals[child.jenis] += 1
        own = _segment(child, ordinals[child.jenis], in_lampiran=in_lampiran)
        # A Pasal, and the parts of the frame, are cited alone: Pasal 8, not BAB II Pasal 8.
        alone = not in_lampiran and (child.jenis == "pasal" or child.jenis in _FRAME)
        anchors.append(own if alone or not prefix else f"{prefix}-{own}")
    return anchors


def _segment(clause: Klausa, order: int, *, in_lampiran: bool) -> str:
    if clause.jenis in _FRAME:
        return clause.jenis
    if clause.jenis in ("bagan", "butir"):
        return f"{clause.jenis}-{order}"
    if clause.jenis in _STRUCTURE or clause.jenis == "pasal":
        return f"{clause.jenis}-{number_of(clause)}"
    core = clause.label.strip("().").lower()
    return core if in_lampiran else f"{clause.jenis}-{core}"


def number_of(clause: Klausa) -> str:
    """The number of a structural heading in Arabic figures: "BAB IV" is 4, "Bagian Kesatu" 1."""
    written = clause.label.partition(" ")[2]
    if clause.jenis == "bab" and is_roman(written):
        return str(roman(written))
    if clause.jenis == "bagian":
        value = ordinal(written)
        return str(value) if value is not None else "-".join(written.lower().split())
    return written.lower()
