"""Values of the linter: a suspicion of a rule, a rule, and a finding with its origin."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from generator.cite import Naskah
from generator.model import AsalCatatan, JenisCatatan
from generator.temuan.corpus import Corpus


class Rentan(Enum):
    """What a scan would have to damage to cause such a finding: what decides its origin."""

    SUSUNAN = "susunan"  #: whole words or sentences: a scan does not write them
    KETIADAAN = "ketiadaan"  #: something is not there: it may have stood in what was lost
    NOMOR = "nomor"  #: a number, a label or a clause: a scan loses them
    TANDA = "tanda"  #: a comma, a semicolon: a scan loses or swaps them
    HURUF = "huruf"  #: a letter: a scan drops, doubles or swaps it


@dataclass(frozen=True)
class Dugaan:
    """What a rule sees: a clause, words in it, and one or two plain sentences.

    ``kata`` are the very words or marks in doubt, where ``kutipan`` had to quote more than them.
    """

    klausa: str
    kutipan: str
    uraian: str
    kata: str = ""


Periksa = Callable[[Naskah, Corpus], Iterator[Dugaan]]


@dataclass(frozen=True)
class Kaidah:
    """A drafting rule: its id, the kind of note it gives, one sentence, and how it is looked for.

    ``nasihat`` is advice: true, but no fault; pages show it folded. ``seluruh_naskah`` is said of
    rules about a word wherever it stands: a note on the word covers them all.
    """

    id: str
    jenis: JenisCatatan
    bunyi: str
    rentan: Rentan
    periksa: Periksa
    nasihat: bool = False
    seluruh_naskah: bool = False


@dataclass(frozen=True)
class Temuan:
    """One finding: ``kutipan`` stands exactly once in ``klausa``; ``kaidah`` is the rule in words.

    ``id`` is the id of the rule, ``dasar_asal`` says how the origin was decided, and ``kata`` are
    the very words or marks in doubt.
    """

    id: str
    jenis: JenisCatatan
    klausa: str
    kutipan: str
    uraian: str
    kaidah: str
    asal: AsalCatatan
    dasar_asal: str
    kata: str = ""
    nasihat: bool = False
    seluruh_naskah: bool = False
