"""Terms: the definitions of a regulation, and where its text uses them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from generator.cite import Naskah
from generator.naskah import Alinea, JenisAlinea, Klausa, iterate, text_of
from generator.rujukan.nilai import RujukanLuar

#: The words before a list of definitions.
_OPENING = re.compile(r"yang\s+dimaksud(?:kan)?\s+dengan\s*(?::\s*)?$")
_NAMED = (
    r"(?:yang\s+)?(?:untuk\s+)?selanjutnya\s+(?:dapat\s+)?(?:disebut|disingkat)"
    r"(?:\s+(?:sebagai|dengan))?"
)
#: How a term is defined; ``istilah`` and ``definisi`` are its two halves.
DEFINISI: Final = re.compile(
    r"""(?P<istilah>\S.{0,200}?)
        ,?\s+(?:adalah|ialah|merupakan)\s+
        (?P<definisi>\S.*)""",
    re.VERBOSE | re.DOTALL,
)
#: Aparatur Sipil Negara yang selanjutnya disingkat ASN; … yang selanjutnya disebut sebagai …
SINGKATAN: Final = re.compile(rf",?\s+{_NAMED}\s+")
#: Parts of the frame, where no term is marked: they stand outside the definitions' reach.
_FRAME = frozenset({"judul", "pembukaan", "penutup"})
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


@dataclass(frozen=True)
class Istilah:
    """A defined term: its name, other names it gives itself, and the words that define it.

    ``awal`` and ``akhir`` are the span of the name in paragraph ``alinea`` of its clause.
    """

    istilah: str
    alias: tuple[str, ...]
    definisi: str
    jangkar: str
    alinea: int
    awal: int
    akhir: int

    @property
    def nama(self) -> tuple[str, ...]:
        """Every name of the term."""
        return (self.istilah, *self.alias)


@dataclass(frozen=True)
class Pemakaian:
    """A defined term in running text: paragraph ``alinea`` of a clause, and its span there."""

    klausa: str
    alinea: int
    awal: int
    akhir: int
    teks: str
    istilah: Istilah


def term_key(term: str) -> str:
    """What a term is compared by, and its anchor: its words without capitals.

    >>> term_key("Aparatur Sipil Negara")
    'aparatur-sipil-negara'
    """
    return "-".join(re.findall(r"[^\W_]+", term.casefold()))


def define_terms(naskah: Naskah) -> tuple[Istilah, ...]:
    """Every definition: the items of a list that opens with "yang dimaksud dengan"."""
    return tuple(
        term
        for clause in iterate(naskah.peraturan)
        if any(isinstance(part, Alinea) and _OPENING.search(part.teks) for part in clause.isi)
        for item in clause.anak
        if (term := _define(item)) is not None
    )


def _define(item: Klausa) -> Istilah | None:
    index, part = next(
        ((i, p) for i, p in enumerate(item.isi) if isinstance(p, Alinea) and p.is_text),
        (0, Alinea("")),
    )
    match = DEFINISI.match(part.teks)
    if match is None:
        return None
    name, *others = SINGKATAN.split(match["istilah"])
    # What stands below the item belongs to its definition.
    rest = text_of(item).partition(part.teks)[2]
    return Istilah(
        istilah=name,
        alias=tuple(others),
        definisi=f"{match['definisi']}{rest}",
        jangkar=item.jangkar,
        alinea=index,
        awal=match.start("istilah"),
        akhir=match.start("istilah") + len(name),
    )


def read_terms(
    naskah: Naskah, terms: Sequence[Istilah], laws: Sequence[RujukanLuar] = ()
) -> tuple[Pemakaian, ...]:
    """Where the text uses its terms: the first use in each clause.

    Never in headings, in the clause that defines the term, or in the title of another law.
    """
    spoken = {name: term for term in terms for name in term.nama}
    pattern = _pattern(spoken)
    titles: dict[tuple[str, int], list[RujukanLuar]] = defaultdict(list)
    for law in laws:
        titles[law.klausa, law.alinea].append(law)
    return tuple(
        use
        for root in naskah.akar
        for clause in _outside_frame(root)
        for use in _first_uses(clause, spoken, pattern, titles)
    )


def _first_uses(
    clause: Klausa,
    spoken: Mapping[str, Istilah],
    pattern: re.Pattern[str],
    titles: Mapping[tuple[str, int], Sequence[RujukanLuar]],
) -> Iterator[Pemakaian]:
    anchor = clause.jangkar or clause.jenis
    seen = {term.jangkar for term in spoken.values() if term.jangkar == anchor}
    for index, part in enumerate(clause.isi):
        if not isinstance(part, Alinea) or part.jenis is not JenisAlinea.ALINEA:
            continue
        for start, end in _spans(part.teks, pattern):
            words = part.teks[start:end]
            term = _term(words, spoken)
            titled = any(
                law.awal < end and start < law.akhir for law in titles.get((anchor, index), ())
            )
            if term.jangkar not in seen and not titled:
                seen.add(term.jangkar)
                yield Pemakaian(anchor, index, start, end, words, term)


def find_terms(text: str, terms: Sequence[Istilah]) -> Iterator[tuple[int, int, Istilah]]:
    """Every use of a term in a text, in order: its span and the term.

    The longest name wins, and only whole words count. Capitals: the first word must begin as
    defined, and later words may be in lower case ("Unit organisasi" is the term, "unit organisasi"
    is not); a name in capitals throughout ("ASN") only as it is. A name of one word is not the term
    where it is part of a longer name: "Bupati" in "Peraturan Bupati", "Daerah" in "Berita Daerah".
    """
    spoken = {name: term for term in terms for name in term.nama}
    for start, end in _spans(text, _pattern(spoken)):
        yield start, end, _term(text[start:end], spoken)


def _term(words: str, spoken: Mapping[str, Istilah]) -> Istilah:
    if words in spoken:
        return spoken[words]
    key = term_key(words)
    return next(term for name, term in spoken.items() if term_key(name) == key)


def _pattern(names: Mapping[str, Istilah]) -> re.Pattern[str]:
    forms = [_form(name) for name in sorted(names, key=len, reverse=True)]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(forms) or '(?!)'})(?![\w-])")


def _form(name: str) -> str:
    words = [re.escape(word) for word in name.split()]
    if name.isupper():
        return r"\s+".join(words)
    first = re.escape(name[0]) + f"(?i:{words[0][len(re.escape(name[0])) :]})"
    return r"\s+".join([first, *(f"(?i:{word})" for word in words[1:])])


def _spans(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    spans = [match.span() for match in pattern.finditer(text)]
    ends = {end for _, end in spans}
    starts = {start for start, _ in spans}
    for start, end in spans:
        if _WORD.fullmatch(text[start:end]) and _in_longer_name(text, start, end, starts, ends):
            continue
        yield start, end


def _in_longer_name(text: str, start: int, end: int, starts: set[int], ends: set[int]) -> bool:
    before = re.search(r"([^\W\d_][\w-]*) $", text[:start])
    after = re.match(r" ([^\W\d_][\w-]*)", text[end:])
    if before and before[1][0].isupper() and start - 1 not in ends:
        return True
    return bool(after and after[1][0].isupper() and end + 1 not in starts)


def _outside_frame(clause: Klausa) -> Iterator[Klausa]:
    if clause.jenis not in _FRAME:
        yield clause
        for child in clause.anak:
            yield from _outside_frame(child)
