"""Parts of a regulation: where title, opening, body, closing, Penjelasan and Lampiran begin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from generator.importers.nilai import Larik

MENETAPKAN: Final = re.compile(
    r"(?:M\s?E\s?M\s?U\s?T\s?U\s?S\s?K\s?A\s?N|Memutuskan|Menetapkan|MENETAPKAN)\b"
)
_OPENING: Final = re.compile(
    r"(?:DENGAN RAHMAT|BISMILLAH|ATAS (?:BERKAT )?RAHMAT|Menimbang\b|MENIMBANG\b|Mengingat\b)"
)
_OFFICE: Final = re.compile(r"(?=[^a-z]*[A-Z])[^a-z]{6,80},$")
_FIRST: Final = re.compile(
    r"(?:(?:BUKU|BAB)\s+(?:[I1l]|KESATU|PERTAMA)\b|(?:Pasal|PASAL)\s+[1Il](?:\.|\s|$))"
)
_CLOSING: Final = re.compile(
    r"(?:Agar (?:supaya )?setiap orang|Agar semua orang"
    r"|(?:Ditetapkan|Disahkan|Diundangkan|Dikeluarkan) di\s?:?\s[A-Z])"
)
_PENJELASAN: Final = re.compile(
    r"(?:MEMORI )?P\s?E\s?N\s?J\s?E\s?L\s?A\s?S\s?A\s?N(?:\s+(?:ATAS|TENTANG)\b.*)?$"
    r"|Penjelasan [Aa]tas (?:Undang|Peraturan|Qanun|Rancangan)[^.;]{0,120}$"
)
_ARTICLES: Final = re.compile(r"(?:II\s?[.,]?\s*)?PASAL DEMI PASAL\.?$", re.IGNORECASE)
_LAMPIRAN: Final = re.compile(
    r"(?:SALINAN )?(?:LAMPIRAN|L A M P I R A N)(?:\s*[IVXL\d]{1,6})?\s*[:.]?"
    r"(?:\s*(?:PERATURAN|UNDANG|KEPUTUSAN|QANUN|INSTRUKSI)\b.*)?$"
)
_LAMPIRAN_LOWER: Final = re.compile(
    r"Lampiran(?:\s[IVXL\d]{1,6})?\s*:?\s*(?:Peraturan|Undang|Keputusan|Qanun)\b.*"
)
_ACT: Final = re.compile(r"(?:ATAS|UNDANG|PERATURAN|RANCANGAN|QANUN|PENJELASAN|TENTANG|NOMOR)\b")


@dataclass(frozen=True)
class Ruas:
    """One part: its kind, and the lines from ``dari`` up to ``sampai``."""

    jenis: str
    dari: int
    sampai: int


def split_parts(lines: Sequence[Larik]) -> tuple[Ruas, ...]:
    """Cut a regulation into its parts, in the order of the source; every line is in one."""
    texts = [line.teks if not line.beku else "" for line in lines]
    body = _body(texts)
    # A decision orders without Pasal: "KESATU : …" belongs to the opening.
    orders = body == len(texts)
    closing = _closing(texts, _decided(texts) if orders else body)
    starts: list[tuple[int, str]] = [(0, "judul")]
    opening = _opening(texts, body)
    if opening is not None and opening < body:
        starts.append((opening, "pembukaan"))
    if not orders:
        starts.append((body, "batang"))
    starts += _after(texts, closing, _decided(texts) if orders else body)
    starts.sort(key=lambda start: start[0])
    ends = [*(start for start, _kind in starts[1:]), len(texts)]
    return tuple(
        Ruas(kind, start, end)
        for (start, kind), end in zip(starts, ends, strict=True)
        if start < end
    )


def _body(texts: Sequence[str]) -> int:
    """Where the first BAB or Pasal stands: after MEMUTUSKAN, where that can be read."""
    decided = _decided(texts)
    for start in (decided, 0):
        for index in range(start, len(texts)):
            if _FIRST.match(texts[index]) and _is_heading(texts, index):
                return index
    heading = re.compile(r"(?:BAB\s+[IVXLC]+|(?:Pasal|PASAL)\s+[\dIVX]+[A-Z]?)\.?$")
    found = (i for i in range(decided, len(texts)) if heading.match(texts[i]))
    return next(found, len(texts))


def _decided(texts: Sequence[str]) -> int:
    return next((i for i, text in enumerate(texts) if MENETAPKAN.match(text)), 0)


def _is_heading(texts: Sequence[str], index: int) -> bool:
    """Not "Pasal 1 ayat (2) Undang-Undang Dasar" among the grounds."""
    rest = texts[index].split(maxsplit=2)[2:]
    return not rest or not re.match(r"(?:ayat|huruf|dan|,|Undang|UUD|angka|sampai)", rest[0])


def _opening(texts: Sequence[str], body: int) -> int | None:
    for index in range(min(body, len(texts))):
        if _OPENING.match(texts[index]):
            if index and _OFFICE.fullmatch(texts[index - 1]):
                return index - 1
            return index
        if MENETAPKAN.match(texts[index]):
            return index
    return None


def _closing(texts: Sequence[str], body: int) -> int:
    return next((i for i in range(body + 1, len(texts)) if _CLOSING.match(texts[i])), len(texts))


def _after(texts: Sequence[str], closing: int, body: int) -> list[tuple[int, str]]:
    starts: list[tuple[int, str]] = [(closing, "penutup")] if closing < len(texts) else []
    # Where no closing can be read, the Penjelasan and the Lampiran may follow the body itself.
    start = closing if closing < len(texts) else body + 1
    last = ""
    for index in range(start, len(texts)):
        kind = _kind_after(texts, index)
        if not kind or (kind == last == "penjelasan"):
            continue
        starts.append((index, kind))
        last = kind
    return starts


def _kind_after(texts: Sequence[str], index: int) -> str:
    text = texts[index]
    if _PENJELASAN.match(text):
        near = texts[index : index + 4]
        return "penjelasan" if len(text) > 20 or any(map(_ACT.match, near[1:])) else ""
    if _ARTICLES.match(text) and text.isupper():
        return "penjelasan"
    if _LAMPIRAN.match(text) or _LAMPIRAN_LOWER.fullmatch(text):
        return "lampiran"
    return ""
