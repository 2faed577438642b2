"""Words: written twice, run together, or one letter away from a word that all texts use."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from generator.cite import Naskah
from generator.temuan.baca import paragraphs, quote
from generator.temuan.corpus import Corpus
from generator.temuan.nilai import Dugaan

#: Good words that stand one letter from a usual word of these texts.
DIKENAL: Final = frozenset(
    {
        *("aturan", "bahkan", "bantuan", "bentukan", "catatan", "diterapkan", "ditempatkan"),
        *("diturunkan", "haluan", "hambatan", "harian", "jawaban", "keadilan", "kehadiran"),
        *("linear", "masukan", "menerapkan", "mengajukan", "menurunkan", "naungan", "pelantikan"),
        *("pelatihan", "pemantapan", "pemetaan", "pemilihan", "pemulihan", "penambahan"),
        *("pencairan", "pendataan", "penempatan", "penerapan", "pengaduan", "pengisian"),
        *("pengujian", "penjabat", "penurunan", "penyajian", "peradilan", "peralatan"),
        *("peralihan", "perataan", "perawatan", "perkataan", "permintaan", "persatuan"),
        *("pertahanan", "pertemuan", "saluran", "sebutan", "selaras", "selama", "semula"),
        *("setara", "tahanan", "tahunan", "tanggap", "tempat", "tuntunan", "tuntutan"),
        *("turunan", "ukuran", "urutan"),
    }
)

_WORD = re.compile(r"(?<![\w•])[^\W\d_]+(?![\w•])")
_TWICE = re.compile(r"\b(?P<kata>[^\W\d_]{2,}) (?P=kata)\b", re.IGNORECASE)
#: So short a word has too many neighbours.
PALING_PENDEK: Final = 6
#: A word is rare when all texts have it no more often, and usual from so many times on.
JARANG: Final = 2
LAZIM: Final = 8
AWALAN: Final = frozenset({"me", "pe", "di", "be", "te", "ke", "se"})
#: Forms that are written together with the next word: antaranggota, pascabencana.
TERIKAT: Final = frozenset({"antar", "pasca", "multi", "semi", "anti", "infra", "inter", "ultra"})


def doubled(naskah: Naskah, _corpus: Corpus) -> Iterator[Dugaan]:
    """The same word stands twice in a row."""
    for clause, text in paragraphs(naskah, frame=False):
        for match in _TWICE.finditer(text):
            yield Dugaan(
                clause.jangkar,
                quote(naskah, clause.jangkar, match[0], text, match.start()),
                f"Kata “{match['kata'].lower()}” tertulis dua kali berturut-turut.",
                match[0],
            )


def misspelt(naskah: Naskah, corpus: Corpus) -> Iterator[Dugaan]:
    """A rare word is one letter away from a usual one, or is two usual words run together."""
    usual = {word: count for word, count in corpus.kata.items() if count >= LAZIM and len(word) > 3}
    for clause, text in paragraphs(naskah, boxes=True, frame=False):
        words = list(_WORD.finditer(text))
        for at, match in enumerate(words):
            word = match[0].lower()
            if len(word) < PALING_PENDEK or corpus.kata[word] > JARANG:
                continue
            if match[0].isupper() or word in DIKENAL:
                continue
            around = [words[i][0].lower() if 0 <= i < len(words) else "" for i in (at - 1, at + 1)]
            meant = _meant(word, (around[0], around[1]), usual, corpus)
            if meant:
                yield Dugaan(
                    clause.jangkar,
                    quote(naskah, clause.jangkar, match[0], text, match.start()),
                    f"Tertulis “{match[0]}”; mungkin maksudnya “{meant}”.",
                    match[0],
                )


def _meant(word: str, around: tuple[str, str], usual: Mapping[str, int], corpus: Corpus) -> str:
    """The usual word that a rare one probably stands for, "" when there is none.

    It must also be at home between the neighbours of the rare one: "semula" is no slip for "semua"
    where no text has "yang semua".
    """
    before, after = around
    for other in sorted(
        (other for other in set(_neighbours(word)) if other in usual and not _is_form(word, other)),
        key=lambda other: (-usual[other], other),
    ):
        if corpus.pasangan[before, other] > 1 or corpus.pasangan[other, after] > 1:
            return other
    for cut in range(4, len(word) - 3):
        head, tail = word[:cut], word[cut:]
        if head in usual and tail in usual and head not in TERIKAT and corpus.pasangan[head, tail]:
            return f"{head} {tail}"
    return ""


def _neighbours(word: str) -> Iterator[str]:
    """Every word one edit away: a letter dropped, swapped with the next, replaced, or added."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    for at in range(len(word)):
        head, tail = word[:at], word[at:]
        yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in letters:
            yield head + letter + tail[1:]
            yield head + letter + tail
    for letter in letters:
        yield word + letter


def _is_form(word: str, other: str) -> bool:
    """Whether two words differ as two forms of one root do: meninjau, peninjau; tugas, tugasi."""
    if word[1:] == other[1:]:
        return True
    if word[2:] == other[2:] and {word[:2], other[:2]} <= AWALAN:
        return True
    if word[1:] == other or other[1:] == word:
        return True
    return word[:-1] == other or other[:-1] == word
