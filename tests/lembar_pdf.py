"""The pages of a PDF as runs of letters with their places, for tests of printed material."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Any

from pypdf import PageObject, PdfReader

_Matrix = tuple[float, float, float, float, float, float]
_UNIT: _Matrix = (1, 0, 0, 1, 0, 0)
#: Operators that place letters otherwise than this reader understands.
_UNKNOWN = frozenset({b"Tc", b"Tw", b"Tz", b"TL", b"T*", b"Td", b"TD", b"'", b'"'})
#: A string may hold brackets that are closed again: so deep at most, or codes go wrong loudly.
_STRING = rb"\((?:[^\\()]|\\.)*\)"
for _ in range(4):
    _STRING = rb"\((?:[^\\()]|\\.|" + _STRING + rb")*\)"
#: Strings in either notation, names, and whatever stands between spaces and brackets.
_TOKEN = re.compile(_STRING + rb"|<[0-9A-Fa-f]*>|/[^\s<>\[\]()/]+|[^\s<>\[\]()/]+", re.DOTALL)
_ESCAPED = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_SHORT = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


@dataclass(frozen=True)
class Lari:
    """Letters drawn at once: from ``kiri`` to ``kanan``, on a line ``atas`` above the page's foot.

    All in points; ``ukuran`` is how large the letters are, ``huruf`` the name of their font.
    """

    kiri: float
    kanan: float
    atas: float
    ukuran: float
    huruf: str


@dataclass(frozen=True)
class Halaman:
    """A page: its sides in points, and its letters."""

    lebar: float
    tinggi: float
    lari: tuple[Lari, ...]


@dataclass(frozen=True)
class Lembar:
    """A document: its pages, and the title and page (from 0) of each bookmark with its depth."""

    halaman: tuple[Halaman, ...]
    penanda: tuple[tuple[int, str, int], ...]


def read_pages(data: bytes) -> Lembar:
    """Read a PDF whose letters are those of Typst: fonts with codes of two bytes."""
    pdf = PdfReader(BytesIO(data))
    pages = tuple(
        Halaman(float(page.mediabox.width), float(page.mediabox.height), tuple(_runs(page)))
        for page in pdf.pages
    )
    return Lembar(pages, tuple(_bookmarks(pdf, pdf.outline, 0)))


def _bookmarks(pdf: PdfReader, items: list[Any], depth: int) -> Iterator[tuple[int, str, int]]:
    for item in items:
        if isinstance(item, list):
            yield from _bookmarks(pdf, item, depth + 1)
        else:
            page = pdf.get_destination_page_number(item)
            assert page is not None, item.title
            yield depth, str(item.title), page


def _runs(page: PageObject) -> Iterator[Lari]:
    contents = page.get_contents()
    if contents is not None:
        yield from _drawn(contents.get_data(), page["/Resources"], _UNIT)


def _drawn(content: bytes, resources: Any, matrix: _Matrix) -> Iterator[Lari]:
    kept: list[_Matrix] = []
    text, font, size = _UNIT, _Huruf("", {}), 0.0
    for operator, given in _operations(content):
        if operator == b"q":
            kept.append(matrix)
        elif operator == b"Q":
            matrix = kept.pop()
        elif operator == b"cm":
            matrix = _times(_six(given), matrix)
        elif operator == b"BT":
            text = _UNIT
        elif operator == b"Tm":
            text = _six(given)
        elif operator == b"Tf":
            font, size = _font(resources["/Font"].raw_get(given[0].decode())), float(given[1])
        elif operator in (b"Tj", b"TJ"):
            width = sum(_width(one, font.lebar) for one in given) * size / 1000
            yield _run(_times(text, matrix), width, size, font.nama)
        elif operator == b"Do":
            form = resources["/XObject"][given[0].decode()].get_object()
            if form["/Subtype"] == "/Form":
                inner = _times(_six(form.get("/Matrix", _UNIT)), matrix)
                yield from _drawn(form.get_data(), form.get("/Resources", resources), inner)


def _operations(content: bytes) -> Iterator[tuple[bytes, list[bytes]]]:
    """Each operator with what stands before it; brackets of lists are left out."""
    given: list[bytes] = []
    for token in _TOKEN.findall(content):
        if token[:1].isalpha() or token in b"'\"":
            assert token not in _UNKNOWN, token
            yield token, given
            given = []
        else:
            given.append(token)


def _run(matrix: _Matrix, width: float, size: float, font: str) -> Lari:
    a, b, _, d, x, y = matrix
    ends = sorted((x, x + a * width))
    return Lari(ends[0], ends[1], y + max(0.0, b * width), abs(d) * size, font)


def _six(given: Any) -> _Matrix:
    a, b, c, d, e, f = map(float, given)
    return a, b, c, d, e, f


def _times(one: _Matrix, other: _Matrix) -> _Matrix:
    a, b, c, d, e, f = one
    k, m, n, o, p, q = other
    return (
        a * k + b * n,
        a * m + b * o,
        c * k + d * n,
        c * m + d * o,
        e * k + f * n + p,
        e * m + f * o + q,
    )


@dataclass(frozen=True)
class _Huruf:
    """A font: its name, and how wide each letter is in thousandths of its size (-1: others)."""

    nama: str
    lebar: dict[int, float]


def _font(reference: Any) -> _Huruf:
    return _read_font(reference.idnum, reference.pdf)


@cache
def _read_font(number: int, pdf: PdfReader) -> _Huruf:
    whole = pdf.get_object(number)
    kin = whole["/DescendantFonts"][0].get_object()
    widths = {-1: float(kin.get("/DW", 1000))} | dict(_told(kin.get("/W", [])))
    return _Huruf(str(whole["/BaseFont"]), widths)


def _told(widths: Any) -> Iterator[tuple[int, float]]:
    rest = iter(widths)
    for first in rest:
        then = next(rest).get_object()
        if isinstance(then, list):
            yield from ((int(first) + at, float(one)) for at, one in enumerate(then))
        else:
            width = float(next(rest))
            yield from ((code, width) for code in range(int(first), int(then) + 1))


def _width(shown: bytes, font: dict[int, float]) -> float:
    """The width of letters, or what a number between them takes back."""
    if shown[:1] == b"(":
        codes = _ESCAPED.sub(_plain, shown[1:-1])
    elif shown[:1] == b"<":
        codes = bytes.fromhex(shown[1:-1].decode())
    else:
        return -float(shown)
    assert len(codes) % 2 == 0, shown
    pairs = (int.from_bytes(codes[at : at + 2], "big") for at in range(0, len(codes), 2))
    return sum(font.get(code, font[-1]) for code in pairs)


def _plain(escaped: re.Match[bytes]) -> bytes:
    told = escaped[1]
    return bytes([int(told, 8)]) if told.isdigit() else _SHORT.get(told, told)
