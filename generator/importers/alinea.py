"""Lines without a label: do they go on with the paragraph before them, and whose are they."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from generator.importers.nilai import Larik
from generator.importers.tanda import closes
from generator.importers.tumpuk import Terbuka

_BULLETS: Final = frozenset("-–—•·▪●○■□")
#: Alone on a line, what says whether items add up ends the item before it.
_CONJUNCTIONS: Final = frozenset({"dan", "atau", "dan/atau", "serta"})
_ANOTHER: Final = ("; dan", "; atau", "; dan/atau")
#: A paragraph after these is their own: an ayat may have more than one.
_WHOLE: Final = ("Ayat", "Huruf", "Angka", "(1)")
#: After the list of what changed the regulation before: "… diubah sebagai berikut:".
_CHANGED: Final = re.compile(r"diubah (?:lagi )?(?:sebagai|sehingga)\b")


@dataclass(frozen=True)
class Keadaan:
    """What stands before a line: the last words, the open clause, how the last line ended.

    ``terakhir`` tells of an open item whether it is the last of its list.
    """

    ekor: str
    puncak: Terbuka
    pendek: bool
    per_baris: bool
    terakhir: Callable[[Terbuka], bool]


def goes_on(line: Larik, around: Keadaan) -> bool:
    """Whether a line without label goes on with the paragraph before it."""
    if line.kata[0].teks in _BULLETS or line.teks in _CONJUNCTIONS:
        return line.teks in _CONJUNCTIONS
    tail = around.ekor
    if _starts_small(line):
        return not (tail.endswith((";", ":", *_ANOTHER)) or _closes_list(line, around))
    if tail.endswith((".", ":", ";")):
        apart = line.terpisah or around.pendek or around.per_baris
        return not (apart or tail.endswith(":"))
    return True


def items_to_leave(line: Larik, around: Keadaan, stack: list[Terbuka]) -> int:
    """How many open items a new paragraph leaves: it belongs to the clause their list stood in."""
    ended = (";", ",", ".") if _starts_small(line) else (".", ";")
    if not _is_item(around.puncak) or not around.ekor.endswith((*ended, *_ANOTHER)):
        return 0
    count = 1
    while closes(line.teks) and _is_item(stack[-1 - count]) and around.terakhir(stack[-1 - count]):
        count += 1
    return count


def lacks_number(tail: str) -> bool:
    """Whether another item must follow: "…; dan"."""
    return tail.endswith(_ANOTHER)


def _closes_list(line: Larik, around: Keadaan) -> bool:
    """Whether the sentence goes on in which the list stood: "…," / "dipidana dengan …"."""
    if _CHANGED.match(line.teks) and around.puncak.gaya and around.ekor[-1] in ",;":
        return True
    if not (line.terpisah or around.pendek) or not around.puncak.gaya or line.teks[-1] == ":":
        return False
    if not around.ekor.endswith((".", ",")):
        return False
    item = around.puncak
    return closes(line.teks) or (around.pendek and item.nilai > (1, 0) and around.terakhir(item))


def _is_item(clause: Terbuka) -> bool:
    return clause.jenis == "butir" and clause.gaya not in _WHOLE


def _starts_small(line: Larik) -> bool:
    first = line.kata[0].teks[0]
    return first.islower() or not first.isalpha()
