"""The desk: the canonical layout as it is being written, each word with where it comes from."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from generator.importers.nilai import Terbit
from generator.naskah.baris import needs_escape

_HYPHEN = re.compile(r"\w-$")
_EDGES = ".,;:()“”\"'"


@dataclass
class Tulisan:
    """A line being written: its indentation, its label (with "# " for a title), and its words."""

    indentasi: int
    bentuk: str
    nomor: int
    label: list[Terbit] = field(default_factory=list)
    kata: list[Terbit] = field(default_factory=list)
    judul: bool = False

    def tail(self, count: int = 6) -> str:
        """Its last words."""
        words = self.kata[-count:] if self.kata else self.label[-count:]
        return " ".join([word.teks for word in words])

    @property
    def words(self) -> Iterator[Terbit]:
        """Label and words in order; an editor's mark has none."""
        if self.bentuk != "tanda":
            yield from self.label
            yield from self.kata

    def line(self) -> str:
        """The line of the file."""
        blanks = " " * self.indentasi
        label = " ".join(word.teks for word in self.label)
        text = " ".join(word.teks for word in self.kata)
        if self.bentuk == "alinea":
            mark = "\\" if needs_escape(text, at_margin=self.indentasi == 0) else ""
            return f"{blanks}{mark}{text}"
        if self.bentuk == "butir":
            return f"{blanks}- {text}"
        return f"{blanks}{'# ' if self.judul else ''}{label} {text}".rstrip()


def append(line: Tulisan, words: Iterable[Terbit], known: Collection[str]) -> str:
    """Continue a line; gives a joined word whose hyphen may be the printer's, for a doubt.

    A word hyphenated at the line's end is joined; its hyphen is dropped when the regulation writes
    the word without one elsewhere (``known``), as in "penu-" "gasan".
    """
    words = list(words)
    doubt = ""
    if line.kata and words and _HYPHEN.search(line.kata[-1].teks):
        first, second = line.kata.pop(), words.pop(0)
        hyphened, plain = first.teks + second.teks, first.teks[:-1] + second.teks
        if _core(plain) in known and _core(hyphened) not in known:
            text = plain
        else:
            text = hyphened
            doubt = "" if _core(hyphened) in known or _is_double(text) else text
        line.kata.append(Terbit(text, first.asal + second.asal))
    line.kata += words
    return doubt


def vocabulary(words: Iterable[str]) -> frozenset[str]:
    """The words a regulation writes, in lower case and without punctuation."""
    return frozenset(_core(word) for word in set(words))


def _core(word: str) -> str:
    return word.strip(_EDGES).lower()


def _is_double(text: str) -> bool:
    """Whether a hyphen is the word's own: "masing-masing", "perundang-undangan"."""
    left, _, right = _core(text).rpartition("-")
    return left[-4:] == right[:4] or left[-4:] in right or "undang" in left
