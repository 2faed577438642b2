"""What the words before a line tell about it: a reference running on, a list opening, an end."""

from __future__ import annotations

import re
from typing import Final

#: The line goes on with a reference: "… pada ayat" / "(2) dilaksanakan …".
_CITES: Final = re.compile(
    r"""(?:\b(?:ayat|huruf|angka|pasal|nomor|no\.|tahun|tanggal|butir|lampiran|halaman|rp\.?)
      | \b(?:ayat\s\(\w+\)|huruf\s\w{1,2}|angka\s\d+)   # ayat (1), (2) dan
        (?:,?\s?(?:\(\w{1,3}\)|\w{1,2}\b))*
        (?:,|\sdan|,\sdan|\satau|,\satau|\ss\.?d\.?|\ssampai\sdengan|\sdan/atau)
      | \b(?:sampai\sdengan|dan\sayat|dan\shuruf)
    )$""",
    re.VERBOSE | re.IGNORECASE,
)
_ENDS: Final = re.compile(
    r"[.;:!?”\"]$|[;,.:]\s(?:dan|atau|dan/atau|dan\s?/\s?atau)\s?[;,]?$|[;.]\s\S{1,2}$"
)
_OPENS: Final = re.compile(
    r":[-–]?$|\b(?:sebagai berikut|terdiri (?:atas|dari)|meliputi|yaitu|adalah)$"
)
#: The items of an amending Pasal.
_AMENDS: Final = re.compile(
    r"(?:Ketentuan|Di ?antara|Setelah|Sesudah|Sebelum|Judul|BAB|Bab|Bagian|Paragraf|Pasal"
    r"|Penjelasan|Lampiran|Mengubah|Menambah|Menghapus|Diantara|Dalam|Diubah|Beberapa|Nomenklatur|Frasa|Kata"
    r"|Pada|Substansi|Huruf|Ayat|Menyisipkan|Angka|Rumusan)\b"
)
#: What they amend, or how.
_AMENDED: Final = re.compile(
    r"\b(?:Pasal|pasal|BAB|Bab|Bagian|Paragraf|ayat|huruf|angka|Lampiran|Penjelasan|Judul|judul"
    r"|[Ff]rasa|kata|[Dd]iubah|[Dd]ihapus|[Dd]isisipkan|[Dd]itambah(?:kan)?|[Dd]icabut|[Dd]iganti)\b"
)
#: With these words a sentence goes on after the items of a list.
_CLOSES: Final = re.compile(
    r"(?:diubah|dipidana|dikenai|dikenakan|diancam|wajib|dilarang|harus|maka|ditetapkan|dilakukan"
    r"|dilaksanakan|diberikan|dinyatakan|diatur|sepanjang|berlaku)\b"
)


def cites(tail: str) -> bool:
    """Whether the words before say that a label-like word goes on with a reference."""
    return bool(_CITES.search(tail))


def ends(tail: str) -> bool:
    """Whether a sentence or an item ends here."""
    return not tail or bool(_ENDS.search(tail))


def opens(tail: str) -> bool:
    """Whether a list opens here."""
    return bool(_OPENS.search(tail))


def amends(text: str) -> bool:
    """Whether a text begins like the items of an amendment: "Ketentuan Pasal 5 diubah …"."""
    return bool(_AMENDS.match(text) and _AMENDED.search(text))


def closes(text: str) -> bool:
    """Whether a line goes on with the sentence that its list stood in."""
    return bool(_CLOSES.match(text))
