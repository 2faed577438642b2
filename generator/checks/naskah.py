"""The text: written in the canonical layout, and accounted for word by word."""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Iterator
from itertools import zip_longest

from generator import koreksi
from generator.account import entries, published_words
from generator.model import Kosakata
from generator.naskah import print_text
from generator.problems import Place, Problem
from generator.regency import DaerahTerbaca, data_file, text_file

#: After so many differences the rest follows from the first ones.
MOST = 20
#: Words that are compared at a time: the cost may grow with their square.
WINDOW = 3_000


def check_layout(daerah: DaerahTerbaca, _kosakata: Kosakata) -> Iterator[Problem]:
    """A text file is what printing its tree gives."""
    for root in daerah.naskah.akar:
        file = text_file(daerah.slug, root.jenis)
        written = daerah.berkas.naskah_md[root.jenis].split("\n")
        canonical = print_text(root).split("\n")
        pairs = zip_longest(written, canonical)
        for number, (line, wanted) in enumerate(pairs, start=1):
            if line != wanted:
                yield Problem(
                    Place(file, number, 1),
                    "tata letak tidak baku",
                    f"jalankan “petakerja format {daerah.slug}”",
                )
                break


def check_words(daerah: DaerahTerbaca, _kosakata: Kosakata) -> Iterator[Problem]:
    """Source plus corrections are the published words, in order; the source is as received."""
    yield from _check_source(daerah)
    source = daerah.kata_sumber
    corrected, failed = koreksi.apply(entries(daerah.data.koreksi), source)
    for failure in failed:
        yield Problem(
            daerah.berkas.place("koreksi", (failure.koreksi.letak, "tertulis")),
            f"koreksi “{failure.koreksi.tertulis[:60]}” pada baris {failure.koreksi.baris}: "
            f"{failure.sebab}",
            "samakan “baris”, “tertulis”, dan “ke” dengan sumber.txt",
        )
    if not failed:
        yield from _compare(daerah, corrected)


def _check_source(daerah: DaerahTerbaca) -> Iterator[Problem]:
    wanted = daerah.data.daerah.sumber.sha256
    actual = hashlib.sha256(daerah.berkas.sumber_asli).hexdigest()
    if actual != wanted:
        yield Problem(
            daerah.berkas.place("daerah", ("sumber", "sha256")),
            "sumber.txt tidak lagi seperti saat diterima (sidik sha256 berbeda)",
            "kembalikan sumber.txt; sumber tidak pernah disunting, koreksi ditulis di koreksi.yaml",
        )


def _compare(daerah: DaerahTerbaca, corrected: tuple[koreksi.KataTerbit, ...]) -> Iterator[Problem]:
    left = [word.teks for word in corrected]
    right = published_words(daerah.naskah)
    if left == right:
        return
    file = data_file(daerah.slug, "sumber.txt")
    for _, (start, end, begin, stop) in zip(range(MOST), _differences(left, right), strict=False):
        line = corrected[min(start, len(corrected) - 1)].baris if corrected else 1
        yield Problem(
            Place(file, line, 1),
            f"dalam sumber “{_words(left[start:end])}”, dalam naskah terbit "
            f"“{_words(right[begin:stop])}”",
            "samakan naskah dengan sumber, atau catat bedanya di koreksi.yaml",
        )


def _differences(left: list[str], right: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """Half-open ranges that differ, looked for in a window that opens where the first one is."""
    pairs = zip(left, right, strict=False)
    same = next((at for at, (one, other) in enumerate(pairs) if one != other), None)
    opens = min(len(left), len(right)) if same is None else same
    one, other = left[opens : opens + WINDOW], right[opens : opens + WINDOW]
    matcher = difflib.SequenceMatcher(None, one, other, autojunk=False)
    codes = [code for tag, *code in matcher.get_opcodes() if tag != "equal"]
    cut = len(left) - opens > WINDOW or len(right) - opens > WINDOW
    if cut and len(codes) > 1 and (codes[-1][1], codes[-1][3]) == (len(one), len(other)):
        # Where the window closes, one side may end earlier in the text than the other.
        codes.pop()
    for start, end, begin, stop in codes:
        yield start + opens, end + opens, begin + opens, stop + opens


def _words(words: list[str]) -> str:
    return " ".join(words[:12]) + (" …" if len(words) > 12 else "")
