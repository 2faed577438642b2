"""The values of an import: the source as lines, the words it publishes, what is in doubt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.koreksi import Koreksi
from generator.naskah import Klausa


@dataclass(frozen=True)
class Sumber:
    """A source as received: its text, how it is written (``ocr``, ``markdown``, ``pdf``), pages.

    ``pengodean`` is empty for UTF-8, else the encoding that was guessed.
    """

    teks: str
    bentuk: str
    halaman: int
    pengodean: str = ""


@dataclass(frozen=True, slots=True)
class Terbit:
    """One published word and the words of the source it stands for, by their order in the source.

    ``asal`` is empty for a word that the source does not have.
    """

    teks: str
    asal: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Larik:
    """A line at work: its words, its line and page in the source, how it stands there.

    ``terpisah``: a blank line or a new page before it. ``pendek``: it ends well before the margin.
    ``butir``: a dash before it, which is a mark and no word.
    ``beku``: words that are kept as they stand and never read as a label or a heading.
    """

    nomor: int
    halaman: int
    kata: tuple[Terbit, ...]
    terpisah: bool = False
    pendek: bool = False
    butir: bool = False
    beku: bool = False

    @property
    def tertulis(self) -> str:
        """The line as it looks in the source, its dash included."""
        return f"- {self.teks}" if self.butir else self.teks

    @property
    def teks(self) -> str:
        """The words with one blank between them."""
        return " ".join([word.teks for word in self.kata])


@dataclass(frozen=True)
class Calon:
    """A line that may be the heading of a Pasal.

    ``label`` is canonical; ``lebar`` the words it takes, ``sisa`` how many letters of the last of
    them belong to the text; ``nilai`` its place, and ``romawi`` whether it is a Roman numeral.
    """

    letak: int
    label: str
    lebar: int
    nilai: tuple[int, str]
    romawi: bool
    berdiri: bool
    skor: float
    mengutip: bool


@dataclass(frozen=True, order=True)
class Ragu:
    """A doubt for a person to settle: the line of the source, what was found, what was done."""

    baris: int
    apa: str
    tindakan: str


@dataclass(frozen=True)
class Usulan:
    """A proposed entry of the ledger, with the reason that the importer supposes."""

    koreksi: Koreksi
    alasan: str
    catatan: str


@dataclass(frozen=True)
class Draf:
    """An import: texts and trees by name (``peraturan``, ``lampiran``), ledger, doubts, pages.

    ``peringatan`` says so when the whole file seems to be no regulation.
    """

    slug: str
    sumber: Sumber
    naskah: Mapping[str, str]
    pohon: Mapping[str, Klausa]
    koreksi: tuple[Usulan, ...]
    ragu: tuple[Ragu, ...]
    hilang: tuple[str, ...] = field(default=())
    peringatan: str = ""

    @property
    def halaman(self) -> int:
        """The number of pages of the source."""
        return self.sumber.halaman
