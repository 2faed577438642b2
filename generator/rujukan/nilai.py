"""References as values: where they stand, what they say, and where they lead."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Keadaan(StrEnum):
    """What became of one target; everything but ``ADA`` is a possible finding."""

    ADA = "ada"
    #: The target is there, but it is the clause that speaks: Pasal 16 cites Pasal 16.
    DIRI_SENDIRI = "diri-sendiri"
    #: The target is there under another form of its label: "huruf a)" where "a." is printed.
    LABEL_LAIN = "label-lain"
    TIDAK_ADA = "tidak-ada"
    TIDAK_PASTI = "tidak-pasti"


@dataclass(frozen=True)
class Sasaran:
    """One target of a reference: its own span, the clause, and that clause's name in full.

    ``awal`` and ``akhir`` are offsets in the paragraph. What a range names between its ends
    (``di_antara``) has the span of the words "sampai dengan". Without exactly one candidate
    ``jangkar`` is None, and ``sebab`` says why; ``label`` then names what was looked for.
    """

    awal: int
    akhir: int
    teks: str
    jangkar: str | None
    label: str
    keadaan: Keadaan = Keadaan.ADA
    sebab: str = ""
    di_antara: bool = False


@dataclass(frozen=True)
class RujukanDalam:
    """A reference to clauses of the same regulation, all its targets together.

    It stands in paragraph ``isi[alinea]`` of the clause ``klausa``, from ``awal`` to ``akhir``;
    ``kata_depan`` is the preposition before it, "dalam", "pada", or none.
    """

    klausa: str
    alinea: int
    awal: int
    akhir: int
    teks: str
    kata_depan: str
    sasaran: tuple[Sasaran, ...]


@dataclass(frozen=True)
class RujukanLuar:
    """A reference to another law; ``kunci`` is one identity for a law in every regulation.

    ``bagian`` is the part of that law that is meant ("Pasal 25"). Without a number there is no
    key, and ``sebab`` says so. The span covers the law's title too, not its place in a gazette.
    """

    klausa: str
    alinea: int
    awal: int
    akhir: int
    teks: str
    jenis: str
    lembaga: str
    nomor: str
    tahun: str
    tentang: str
    kunci: str
    nama: str
    bagian: str = ""
    sebab: str = ""
