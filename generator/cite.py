"""Citations: a clause and a quotation become a place in the text, or a reason why not."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pydantic import BaseModel

from generator import links
from generator.graph import Sumber
from generator.model import Dasar
from generator.naskah import Klausa, iterate, name_clause, text_of
from generator.read import Path_

#: The letters of a quotation times those of a clause, above which nearest words are not looked for.
_COMPARABLE = 10_000_000
#: Of so many clauses, and for so long an anchor, the nearest one is not looked for.
_MANY, _LONG = 5_000, 500


@dataclass(frozen=True, eq=False)
class Naskah:
    """The text of one regulation: its trees, and every clause by its anchor.

    Two readings are never compared: each is itself, so that what is derived from one can be kept
    by it.
    """

    slug: str
    peraturan: Klausa
    lampiran: Klausa | None

    def __getstate__(self) -> dict[str, object]:
        # What was cited is found again sooner than it is read from a kept file.
        return {name: value for name, value in self.__dict__.items() if name != "dikutip"}

    @property
    def akar(self) -> tuple[Klausa, ...]:
        """The trees in reading order."""
        return (self.peraturan,) if self.lampiran is None else (self.peraturan, self.lampiran)

    @cached_property
    def klausa(self) -> Mapping[str, Klausa]:
        """Every clause by its anchor, in reading order."""
        return {c.jangkar: c for root in self.akar for c in iterate(root) if c.jangkar}

    @cached_property
    def sebutan(self) -> Mapping[str, str]:
        """The name of every clause by its anchor."""
        return {anchor: name for root in self.akar for anchor, name in name_clause(root).items()}

    @cached_property
    def dikutip(self) -> dict[tuple[str, str], Sumber | TidakCocok]:
        """What `cite` found, by anchor and quotation, so that it looks for each once; only its."""
        return {}

    @cached_property
    def teks(self) -> Mapping[str, str]:
        """The text of every clause, white space folded, by its anchor."""
        return {anchor: text_of(clause) for anchor, clause in self.klausa.items()}


@dataclass(frozen=True)
class TidakCocok:
    """Why a citation does not hold, and what to do."""

    sebab: str
    saran: str


def cite(dasar: Dasar, naskah: Naskah) -> Sumber | TidakCocok:
    """Resolve a citation: the quotation must stand exactly once in the clause.

    White space is folded, nothing else: a passage and its negation are nearly the same string.
    """
    asked = dasar.klausa, dasar.kutipan
    if asked not in naskah.dikutip:
        naskah.dikutip[asked] = _cite(dasar, naskah)
    return naskah.dikutip[asked]


def _cite(dasar: Dasar, naskah: Naskah) -> Sumber | TidakCocok:
    clause = clause_of(dasar.klausa, naskah)
    if isinstance(clause, TidakCocok):
        return clause
    wanted, name = " ".join(dasar.kutipan.split()), naskah.sebutan[dasar.klausa]
    count = _count(wanted, naskah.teks[dasar.klausa])
    if count == 1:
        return clause_source(dasar.klausa, wanted, naskah)
    if count > 1:
        return TidakCocok(
            f"kutipan “{_short(wanted)}” terdapat {count} kali dalam {name}",
            "kutip lebih panjang, atau tunjuk klausa yang lebih dalam",
        )
    return TidakCocok(
        f"kutipan “{_short(wanted)}” tidak terdapat dalam {name}",
        _where_else(wanted, dasar.klausa, naskah),
    )


def clause_of(anchor: str, naskah: Naskah) -> Klausa | TidakCocok:
    """The clause with an anchor, or why there is none."""
    clause = naskah.klausa.get(anchor)
    if clause is not None:
        return clause
    near: Sequence[str] = ()
    if len(naskah.klausa) <= _MANY and len(anchor) <= _LONG:
        near = difflib.get_close_matches(anchor, naskah.klausa, n=1)
    return TidakCocok(
        f"klausa “{anchor}” tidak ada dalam naskah",
        f"mungkin maksudnya “{near[0]}”" if near else "periksa jangkarnya di halaman peraturan",
    )


def clause_source(anchor: str, quotation: str, naskah: Naskah) -> Sumber:
    """A citation that is known to hold."""
    return Sumber(anchor, naskah.sebutan[anchor], quotation, links.clause(naskah.slug, anchor))


def iterate_citations(value: Any, path: Path_ = ()) -> Iterator[tuple[Path_, Dasar]]:
    """Every citation in a model, with its path in the file."""
    if isinstance(value, Dasar):
        yield path, value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from iterate_citations(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from iterate_citations(item, (*path, index))


def _count(wanted: str, text: str) -> int:
    """How often a passage stands in a text, overlapping ones counted too."""
    count, start = 0, text.find(wanted)
    while start >= 0:
        count += 1
        start = text.find(wanted, start + 1)
    return count


def _where_else(wanted: str, anchor: str, naskah: Naskah) -> str:
    """Help for a quotation that is not there: another clause that has it, or the nearest words."""
    elsewhere = [other for other, text in naskah.teks.items() if wanted in text]
    if elsewhere:
        # The deepest clause that has it stands last among those that contain each other.
        return f"kutipan itu terdapat dalam “{max(elsewhere, key=len)}”"
    text = naskah.teks[anchor]
    if len(wanted) * len(text) > _COMPARABLE:
        return "salin kutipan dari naskah, huruf demi huruf"
    match = difflib.SequenceMatcher(None, wanted, text, autojunk=False).find_longest_match()
    if match.size < 12:
        return "salin kutipan dari naskah, huruf demi huruf"
    start = max(0, match.b - match.a)
    return f"dalam naskah tertulis “{_short(text[start : start + len(wanted)])}”"


def _short(text: str) -> str:
    return text if len(text) <= 90 else text[:89] + "…"
