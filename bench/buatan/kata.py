"""Words: which word of the real regulation stands for which in the made-up one."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set

#: A text cut into words, numbers and what stands between them.
Potongan = tuple[str, ...]

#: The share of ordinary words that another stands for.
BAGIAN = 0.6
#: Words change places with words about as frequent, so that a text keeps its size and its shape.
SEPITA = 24
#: Shorter words mostly join others.
TERPENDEK = 5

_WORD = re.compile(r"([A-Za-z]+|\d+)")
#: Words that make a heading, a label or an editor's mark, and those that tell a duty from a right.
TETAP = """
    adalah angka antara bagan bagian bahwa belas berikut buku bupati daerah dalam dapat dengan
    dilarang dimaksud disebut disingkat harus huruf judul kabupaten lampiran memutuskan
    menetapkan mengingat menimbang nomor paragraf pasal pembukaan penjelasan penutup peraturan
    pertama provinsi puluh sampai sebagai sebagaimana secara selanjutnya serta tahun tanggal
    terbaca terdiri tidak undang undangan untuk wajib walikota
"""


def split(text: str) -> Potongan:
    """Cut a text into pieces; together they are the text again."""
    return tuple(_WORD.split(text))


def join(pieces: Iterable[str], words: Mapping[str, str]) -> str:
    """The text with other words in it."""
    return "".join([words.get(piece, piece) for piece in pieces])


def count_ordinary(texts: Iterable[Potongan], names: Iterable[str]) -> Counter[str]:
    """How often each word stands that another may stand for, in small letters."""
    fixed = {*TETAP.split(), *names}
    found = Counter(piece.lower() for pieces in texts for piece in pieces[1::2])
    return Counter({word: n for word, n in found.items() if _is_ordinary(word, fixed)})


def _is_ordinary(word: str, fixed: Set[str]) -> bool:
    # "Bagian Kesatu" is a heading, and so would be any other word that begins like a number.
    return (
        len(word) >= TERPENDEK
        and word.isalpha()
        and word not in fixed
        and not word.startswith("ke")
    )


def stand_ins(ordinary: Counter[str], chance: random.Random) -> dict[str, str]:
    """Which word stands for which, in small letters; no two words become the same.

    >>> words = Counter(["rapat", "surat", "sidang"])
    >>> sorted(stand_ins(words, random.Random(1)).values()) <= sorted(words)
    True
    """
    moved = [word for word, _ in sorted(ordinary.items(), key=_rank) if chance.random() < BAGIAN]
    found: dict[str, str] = {}
    for start in range(0, len(moved), SEPITA):
        band = moved[start : start + SEPITA]
        chance.shuffle(band)
        found |= zip(band, [*band[1:], band[0]], strict=True)
    return found


def _rank(item: tuple[str, int]) -> tuple[int, str]:
    word, count = item
    return -count, word


def as_written(tokens: Iterable[str], pairs: Mapping[str, str]) -> dict[str, str]:
    """Pairs in small letters as pairs as they are written: ``rapat``, ``Rapat``, ``RAPAT``.

    Words of mixed letters are slips of a scan: they stay.
    """
    found = {}
    for token in tokens:
        other = pairs.get(token.lower())
        if other is not None:
            for shape in (str.lower, str.title, str.upper):
                if token == shape(token):
                    found[token] = shape(other)
                    break
    return found


def cross(sentences: Sequence[str], chance: random.Random) -> str:
    """A sentence that no regulation has: the begin of one and the end of another."""
    first, second = chance.sample(range(len(sentences)), 2)
    head, tail = sentences[first].split(), sentences[second].split()
    return " ".join([*head[: len(head) // 2], *tail[len(tail) // 2 :]])
