"""Forms of the names of laws, as a table of patterns; an example stands above each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_UU = r"Undang-\s?Undang"
#: A name of an office or a place: never across another law, a figure, or the end of a sentence.
_NAMA = (
    r"(?P<lembaga>(?:(?!\b(?:Peraturan|Undang|Keputusan|Qanun|Instruksi|tentang|ini)\b)"
    r"[^\d;:.()]){2,90}?)"
)
_NOMOR = (
    r"(?:\s+Republik\s+Indonesia)?\s+(?:Nomor|No\.?|Nr\.?)\s*"
    r"(?P<nomor>\d+[A-Z]?(?:/[\w.\-/]+)?)\s+Tahun\s+(?P<tahun>\d{4})"
)


def _forms(table: Mapping[str, tuple[str, str]]) -> Mapping[str, tuple[str, re.Pattern[str]]]:
    return MappingProxyType(
        {
            kind: (name, re.compile(rf"(?<!\w){pattern}(?!\w)", re.VERBOSE))
            for kind, (name, pattern) in table.items()
        }
    )


#: By its key: the name of each kind of law, and how it is written. The first that fits counts.
HUKUM: Final = _forms(
    {
        # Undang-Undang Dasar Negara Republik Indonesia Tahun 1945; the year is at times left out
        "uud": (
            "Undang-Undang Dasar Negara Republik Indonesia",
            rf"{_UU}\s+Dasar(?:\s+Negara)?(?:\s+Republik\s+Indonesia)?"
            r"(?:\s+Tahun\s+(?P<tahun>1945))?",
        ),
        # Peraturan Pemerintah Pengganti Undang-Undang Nomor 2 Tahun 2022
        "perppu": (
            "Peraturan Pemerintah Pengganti Undang-Undang",
            rf"Peraturan\s+Pemerintah\s+Pengganti\s+{_UU}{_NOMOR}",
        ),
        # Undang-Undang Nomor 23 Tahun 2014; Undang-Undang Republik Indonesia Nomor 9 Tahun 2015
        "uu": ("Undang-Undang", rf"(?:{_UU}|UU){_NOMOR}"),
        # Peraturan Pemerintah Nomor 18 Tahun 2016
        "pp": ("Peraturan Pemerintah", rf"Peraturan\s+Pemerintah{_NOMOR}"),
        # Peraturan Presiden Republik Indonesia Nomor 18 Tahun 2020
        "perpres": ("Peraturan Presiden", rf"Peraturan\s+Presiden{_NOMOR}"),
        # Peraturan Menteri Dalam Negeri Nomor 80 Tahun 2015; "Meteri" is a slip that was printed
        "permen": ("Peraturan Menteri", rf"Peraturan\s+Men?teri\s+{_NAMA}{_NOMOR}"),
        # Peraturan Daerah Kabupaten Kendal Nomor 8 Tahun 2016
        "perda": ("Peraturan Daerah", rf"Peraturan\s+Daerah(?:\s+{_NAMA})?{_NOMOR}"),
        # Qanun Kota Langsa Nomor 10 Tahun 2016
        "qanun": ("Qanun", rf"Qanun\s+{_NAMA}{_NOMOR}"),
        # Peraturan Gubernur Aceh Nomor 1 Tahun 2020
        "pergub": ("Peraturan Gubernur", rf"Peraturan\s+Gubernur(?:\s+{_NAMA})?{_NOMOR}"),
        # Peraturan Bupati Bombana Nomor 111 Tahun 2020
        "perbup": ("Peraturan Bupati", rf"Peraturan\s+Bupati(?:\s+{_NAMA})?{_NOMOR}"),
        # Peraturan Wali Kota Magelang Nomor 25 Tahun 2023; Peraturan Walikota Langsa Nomor …
        "perwali": (
            "Peraturan Wali Kota",
            rf"Peraturan\s+Wali\s?[Kk]ota(?:\s+{_NAMA})?{_NOMOR}",
        ),
        # Peraturan Badan Kepegawaian Negara Nomor 3 Tahun 2023; Peraturan Kepala Lembaga …
        "perban": (
            "Peraturan",
            rf"Peraturan\s+(?=(?:Kepala|Badan|Lembaga|Komisi|Dewan)\b){_NAMA}{_NOMOR}",
        ),
        # Keputusan Presiden Nomor 5 Tahun 2001; Keputusan Menteri Dalam Negeri Nomor 5 Tahun 2001
        "keputusan": ("Keputusan", rf"Keputusan\s+{_NAMA}{_NOMOR}"),
        # Instruksi Presiden Nomor 3 Tahun 2003
        "instruksi": ("Instruksi", rf"Instruksi\s+{_NAMA}{_NOMOR}"),
    }
)
#: A law that is named without its number, after a clause of it: Pasal 3 Undang-Undang tentang …
#: But "Pasal 9 Peraturan Bupati ini" is this regulation itself.
TANPA_NOMOR: Final = re.compile(
    rf"""(?:{_UU}|(?:Peraturan|Keputusan|Instruksi)\s+[A-Z]\w+|Qanun)\b
         (?!(?:\s+[\w-]+){{0,2}}\s+(?:ini|tersebut)\b)
         [^;,.(]*""",
    re.VERBOSE,
)
#: Between a clause and the law it belongs to: Pasal 25 Peraturan Menteri; Pasal 25 dari Peraturan …
PENGHUBUNG: Final = re.compile(r"\s+(?:(?:dari|dalam|pada)\s+)?")

#: Ministries whose names are written in several ways, by the short name in the key.
LEMBAGA: Final = MappingProxyType(
    {
        # Pendayagunaan Aparatur Negara dan Reformasi Birokrasi; PAN RB; PANRB
        "panrb": (
            "Pendayagunaan Aparatur Negara dan Reformasi Birokrasi",
            re.compile(r"Pendayagunaan\s+Aparatur\s+Negara|PAN\s?-?\s?(?:dan\s+)?RB"),
        ),
        # Dalam Negeri
        "dagri": ("Dalam Negeri", re.compile(r"Dalam\s+Negeri")),
    }
)
