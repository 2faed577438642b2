"""The stack of open clauses, and which of them a label belongs to: what each list expects next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from generator.importers.label import Label

#: Deeper than this nobody nests; a damaged source might.
DEEPEST: Final = 30
_JUMP: Final = 5
_FAR: Final = 30
_RANK: Final = {
    **{
        "akar": -1,
        "kerangka": 0,
        "buku": 1,
        "diktum": 2,
        "bab": 2,
        "bagian": 3,
        "paragraf": 4,
        "pasal": 5,
    },
    "butir": 10,
}


@dataclass
class Terbuka:
    """An open clause: its kind, the indentation of its content, and for an item its place.

    ``dikutip``: a heading that an amendment quotes. ``mengubah``: an item that amends.
    """

    jenis: str
    margin: int
    gaya: str = ""
    nilai: tuple[int, int] = (0, 0)
    dikutip: bool = False
    mengubah: bool = False

    @property
    def rank(self) -> int:
        """A heading closes everything of its rank or deeper."""
        return _RANK[self.jenis]


@dataclass(frozen=True)
class Tempat:
    """Where a label belongs: the depth of the stack to keep, and what is odd about it, if so."""

    label: Label
    dalam: int
    janggal: str = ""


@dataclass(frozen=True)
class Suasana:
    """What stands around a label: whether text before it has ended or opens a list, and so on.

    ``ada_lanjutan`` looks ahead for the label's successor; ``mengubah`` is whether the text after
    the label begins like an amendment, ``perubahan`` whether the regulation is one; ``lampiran``
    whether titles may start lists anew.
    """

    selesai: bool
    membuka: bool
    kosong: bool
    mengubah: bool
    perubahan: bool
    lampiran: bool
    ada_lanjutan: Callable[[Label], bool]


def place(labels: Sequence[Label], stack: Sequence[Terbuka], around: Suasana) -> Tempat | None:
    """The clause a label belongs to; None when it is no label but words.

    First what an open list expects, then the beginning of a list, then a number out of order.
    """
    return (
        _expected(labels, stack, around)
        or _beginning(labels, stack, around)
        or _out_of_order(labels, stack, around)
    )


def article(stack: Sequence[Terbuka]) -> int:
    """The depth of the innermost clause that is not an item of a list."""
    return next(depth for depth in range(len(stack) - 1, -1, -1) if stack[depth].jenis != "butir")


def _floor(stack: Sequence[Terbuka]) -> int:
    """Below this depth no list is looked for: the innermost heading that is not quoted."""
    for depth in range(len(stack) - 1, -1, -1):
        if stack[depth].jenis != "butir" and not stack[depth].dikutip:
            return depth
    return 0


def _expected(labels: Sequence[Label], stack: Sequence[Terbuka], around: Suasana) -> Tempat | None:
    found = [
        Tempat(label, depth)
        for label in labels
        for depth in range(len(stack) - 1, _floor(stack), -1)
        if stack[depth].gaya == label.gaya
        and label.follows(stack[depth].nilai)
        and (around.selesai or not label.telanjang)
    ]
    if not found:
        return None
    if around.mengubah:
        # "2. Ketentuan Pasal 5 diubah" goes on with the amendments, not with the quoted list.
        amending = [tempat for tempat in found if stack[tempat.dalam].mengubah]
        if amending:
            return amending[0]
    inside = [tempat for tempat in found if not stack[tempat.dalam].mengubah]
    quoted = any(clause.dikutip for clause in stack[_floor(stack) :])
    best = inside or ([] if quoted and around.membuka else found)
    if not best:
        return None
    # A list that opens right here is likelier than the next item of a list around it.
    firsts = [label for label in labels if label.is_first]
    if around.membuka and firsts and best[0].dalam < len(stack) - 1 and firsts[0].asli:
        return None
    return best[0]


def _beginning(labels: Sequence[Label], stack: Sequence[Terbuka], around: Suasana) -> Tempat | None:
    for label in labels:
        if not label.is_first or label.telanjang:
            continue
        if not (around.membuka or around.kosong or (label.asli and around.ada_lanjutan(label))):
            continue
        if not (around.membuka or around.kosong or around.selesai) and not label.asli:
            continue
        base = article(stack)
        if around.perubahan and around.mengubah and _has_no_change(stack[base:]):
            return Tempat(label, base + 1)
        same = [d for d in range(len(stack) - 1, base, -1) if stack[d].gaya == label.gaya]
        if same and (around.lampiran or not around.membuka):
            return Tempat(label, same[0])
        if label.gaya == "(1)" and not around.membuka and not around.lampiran:
            return Tempat(label, base + 1)
        return Tempat(label, len(stack))
    return None


def _has_no_change(clauses: Sequence[Terbuka]) -> bool:
    """Whether below the Pasal of an amendment no change is open yet: the list of them begins."""
    return not clauses[0].dikutip and not any(clause.mengubah for clause in clauses)


def _out_of_order(
    labels: Sequence[Label], stack: Sequence[Terbuka], around: Suasana
) -> Tempat | None:
    if not (around.selesai or around.kosong):
        return None
    for label in labels:
        if not label.asli or label.gaya[-1] == "I":
            continue
        for depth in range(len(stack) - 1, _floor(stack), -1):
            item = stack[depth]
            if item.gaya != label.gaya:
                continue
            if label.nilai == item.nilai:
                return Tempat(label, depth, "nomor ganda")
            jump = label.nilai[0] - item.nilai[0]
            # A page may be lost; so far ahead only a list that goes on convinces.
            if 0 < jump <= _JUMP or (0 < jump <= _FAR and around.ada_lanjutan(label)):
                return Tempat(label, depth, "nomor melompat")
        opened = any(clause.gaya == label.gaya for clause in stack[_floor(stack) :])
        if not opened and label.nilai[0] <= _JUMP and not label.is_first:
            return _torn_beginning(label, stack)
    return None


def _torn_beginning(label: Label, stack: Sequence[Terbuka]) -> Tempat:
    """A list whose first labels are lost; "(2)" is an ayat of the Pasal, whatever came before."""
    depth = article(stack) + 1 if label.gaya == "(1)" else len(stack)
    return Tempat(label, depth, "nomor sebelumnya tidak ditemukan")
