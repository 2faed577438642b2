"""Forms of references to clauses, as a table of patterns; an example stands above each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_ORDINAL: Final = r"""Ke(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas)
    (?:\ Belas|\ Puluh(?:\ (?:Satu|Dua|Tiga|Empat|Lima|Enam|Tujuh|Delapan|Sembilan))?)?"""

#: How each kind of clause is named in running text; ``nomor`` is its number as written.
UNSUR: Final[Mapping[str, re.Pattern[str]]] = MappingProxyType(
    {
        kind: re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.VERBOSE)
        for kind, pattern in {
            # tercantum dalam Lampiran; dalam lampiran; pada Lampiran Romawi III
            "lampiran": r"""(?:Lampiran|(?<=dalam\ )lampiran|(?<=pada\ )lampiran)
                            (?:\s+(?:Romawi\s+)?(?P<nomor>[IVXLC]+)(?!\w))?""",
            # BAB II; Bab II
            "bab": r"(?:BAB|Bab|bab)\s+(?P<nomor>[IVXLC]+)",
            # Bagian Kedua; Bagian Kedua Puluh Satu
            "bagian": rf"[Bb]agian\s+(?P<nomor>{_ORDINAL})",
            # Paragraf 1
            "paragraf": r"[Pp]aragraf\s+(?P<nomor>\d{1,3})",
            # Pasal 7; pasal 12A
            "pasal": r"[Pp]asal\s+(?P<nomor>\d{1,3}[A-Z]?)",
            # ayat (1); Ayat (1a); ayat 1
            "ayat": r"[Aa]yat\s+(?:\((?P<nomor>\d{1,3}[a-z]?)\)|(?P<polos>\d{1,3}[a-z]?))",
            # huruf a; huruf aa; huruf a)
            "huruf": r"[Hh]uruf\s+(?P<nomor>(?P<satu>[A-Za-z])(?P=satu)?)(?!\w)\)?",
            # angka 1; angka 1)
            "angka": r"[Aa]ngka\s+(?P<nomor>\d{1,3}[a-z]?)(?!\w)\)?",
            # Gambar 2; gambar 2
            "gambar": r"[Gg]ambar\s+(?P<nomor>\d{1,3})",
        }.items()
    }
)
#: The next number after a list has begun, without the word before it.
LANJUTAN: Final[Mapping[str, re.Pattern[str]]] = MappingProxyType(
    {
        # ayat (1) dan (2)
        "ayat": re.compile(r"\((?P<nomor>\d{1,3}[a-z]?)\)"),
        # huruf a, b, dan c
        "huruf": re.compile(r"(?P<nomor>(?P<satu>[a-z])(?P=satu)?)(?!\w)\)?"),
        # angka 1, 2, dan 3; Pasal 7, 8 dan 9; but not: Pasal 7, 2 (dua) orang
        **dict.fromkeys(
            ("angka", "pasal"),
            re.compile(
                r"(?P<nomor>\d{1,3}[A-Z]?)(?=\s*(?:[,.;:)]|$)|\s+(?:dan|atau|serta|sampai)\b)"
            ),
        ),
    }
)
#: What stands between two parts of one reference; the first that fits counts.
SAMBUNGAN: Final[Mapping[str, re.Pattern[str]]] = MappingProxyType(
    {
        # Pasal 7 ayat (2)
        "dalam": re.compile(r"\s+(?=[A-Za-z])"),
        # Pasal 7 sampai dengan Pasal 9; ayat (1) s.d. ayat (3)
        "rentang": re.compile(
            r"\s+(?P<kata>sampai\s+dengan|sampai|hingga|s\.?\s?d\.?|s/d)\s+(?:(?:pada|dalam)\s+)?"
        ),
        # ayat (1), ayat (2) dan ayat (3); Pasal 7 dan/atau dalam Pasal 8
        "daftar": re.compile(
            r"""(?: \s*,\s*(?:(?:dan\s?/\s?atau|dan|atau|serta|maupun)\s+)?
                  | \s+(?:dan\s?/\s?atau|dan|atau|serta|maupun)\s+
                )(?:(?:pada|dalam)\s+)?""",
            re.VERBOSE,
        ),
    }
)
#: The level of a kind: a reference goes from lower to higher. In the Lampiran huruf and angka
#: stand below each other in either order.
TINGKAT: Final[Mapping[str, int]] = MappingProxyType(
    {
        "lampiran": 0, "bab": 1, "bagian": 2, "paragraf": 3, "pasal": 4, "ayat": 5,
        "huruf": 6, "angka": 6, "gambar": 9,
    }
)  # fmt: skip
#: sebagaimana dimaksud dalam Pasal 7; pada ayat (1)
KATA_DEPAN: Final = re.compile(r"(?<!\w)(?P<kata>dalam|pada)\s+(?:ketentuan\s+)?$", re.IGNORECASE)
