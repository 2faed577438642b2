"""Anchors: the name of a clause in an address, as a reader would cite it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from enum import Enum, auto

from generator.naskah.nomor import is_roman, ordinal, roman
from generator.naskah.pohon import Klausa

_FRAME = frozenset(
    {
        *("judul", "pembukaan", "penutup", "penjelasan"),
        *("menimbang", "mengingat", "memutuskan", "menetapkan"),
    }
)
#: "2 sampai dengan Pasal 4": what the Penjelasan explains together.
_MANY = re.compile(r"(?P<dari>\S+) (?P<kata>sampai dengan|s\.d\.|dan) (?:Pasal )?(?P<ke>\S+)")
_STRUCTURE = frozenset({"buku", "bab", "bagian", "paragraf"})


def assign_anchors(root: Klausa) -> Klausa:
    """Give every clause below the root its anchor; two clauses never share one.

    In the body a Pasal stands alone (``pasal-8``) and its parts follow it; in the Lampiran the
    anchor is the path of labels. What an amendment quotes has the path from its Pasal
    (``pasal-i-angka-2-pasal-12a``), the Penjelasan its own Pasal (``penjelasan-pasal-8``).
    Of clauses with the same number, titles come first, then reading order; the later ones get
    ``--2``, ``--3``.
    """
    if root.jenis == "lampiran":
        return _number_children(root, "lampiran", Counter(), Cara.LABEL)
    return _number_children(root, "", Counter(), Cara.PASAL)


class Cara(Enum):
    """How clauses are cited: by their Pasal, by the path from the clause above, by labels alone."""

    PASAL = auto()
    PENJELASAN = auto()
    JALUR = auto()
    LABEL = auto()


def _number_children(parent: Klausa, prefix: str, taken: Counter[str], way: Cara) -> Klausa:
    children = parent.anak
    if parent.jenis == "penjelasan":
        way = Cara.PENJELASAN
    elif parent.jenis == "pasal" and way is not Cara.LABEL:
        way = Cara.JALUR
    wanted = _wanted(parent, prefix, way)
    order = sorted(range(len(children)), key=lambda index: not children[index].adalah_judul)
    anchors: dict[int, str] = {}
    for index in order:
        anchors[index] = _free(wanted[index], taken)

    numbered = iter(
        _number_children(replace(child, jangkar=anchors[index]), anchors[index], taken, way)
        for index, child in enumerate(children)
    )
    return replace(
        parent,
        isi=tuple(next(numbered) if isinstance(part, Klausa) else part for part in parent.isi),
    )


def _free(anchor: str, taken: Counter[str]) -> str:
    taken[anchor] += 1
    return anchor if taken[anchor] == 1 else f"{anchor}--{taken[anchor]}"


def _wanted(parent: Klausa, prefix: str, way: Cara) -> list[str]:
    ordinals: Counter[str] = Counter()
    anchors = []
    for child in parent.anak:
        ordinals[child.jenis] += 1
        own = _segment(child, ordinals[child.jenis], way)
        # A Pasal, and the parts of the frame, are cited alone: Pasal 8, not BAB II Pasal 8.
        alone = way is Cara.PASAL and (child.jenis == "pasal" or child.jenis in _FRAME)
        above = prefix
        if way is Cara.PENJELASAN and child.jenis == "pasal":
            above = prefix[: prefix.index("penjelasan") + len("penjelasan")]
        anchors.append(own if alone or not above else f"{above}-{own}")
    return anchors


def _segment(clause: Klausa, order: int, way: Cara) -> str:
    if clause.jenis in _FRAME:
        return clause.jenis
    if clause.jenis in ("bagan", "butir"):
        return f"{clause.jenis}-{order}"
    if clause.jenis == "diktum":
        return f"diktum-{ordinal(clause.label.strip(': ')) or order}"
    if clause.jenis in _STRUCTURE or clause.jenis == "pasal":
        return f"{clause.jenis}-{number_of(clause)}"
    core = clause.label.split()[-1].strip("().").lower()
    return core if way is Cara.LABEL else f"{clause.jenis}-{core}"


def number_of(clause: Klausa) -> str:
    """The number of a structural heading in Arabic figures.

    "BAB IV" is 4, "BAB XIV A" 14a, "Bagian Kesatu" 1.
    """
    written = clause.label.partition(" ")[2]
    if many := _MANY.fullmatch(written):
        word = "dan" if many["kata"] == "dan" else "sampai"
        return f"{many['dari']}-{word}-{many['ke']}".lower()
    joined = written.replace(" ", "")
    if clause.jenis == "bab":
        # "XIVA" is BAB XIV A; "XC" is 90.
        end = len(joined) if is_roman(joined) else -1
        core, suffix = joined[:end], "" if end > 0 else joined[-1:]
        return f"{roman(core)}{suffix.lower()}" if is_roman(core) else joined.lower()
    if clause.jenis in ("buku", "bagian", "paragraf") and not joined[:1].isdigit():
        value = roman(joined) if is_roman(joined) else ordinal(written)
        return str(value) if value is not None else "-".join(written.lower().split())
    return joined.lower()
