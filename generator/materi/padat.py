"""A PDF in less than half its bytes: its small objects packed into compressed streams.

A tagged book has thousands of objects that say what each word is, and Typst writes every one of
them plainly. Since PDF 1.5 (ISO 32000-1, 7.5.7 and 7.5.8) objects may stand together in a
compressed stream, and the table of all objects may be one.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")
_TABLE = re.compile(
    rb"xref\s+0 (\d+)\s+((?:\d{10} \d{5} [nf]\s\s)+)trailer\s+<<(.*)>>\s", re.DOTALL
)
_OBJECT = re.compile(rb"(\d+) 0 obj\s(.*?)\sendobj\s*\Z", re.DOTALL)
_SIZE = re.compile(rb"/Size \d+")
#: How many objects stand in one stream: a reader unpacks all of them to find one.
_TOGETHER = 200
#: The place of a number that no object has.
_FREE = (0, 0, 65535)


class BukanPdfPolos(ValueError):
    """Not a PDF with one plain table of objects, as Typst writes it."""


@dataclass(frozen=True)
class _Polos:
    """A plain PDF: what stands before its objects, their bodies by number, and the trailer."""

    kepala: bytes
    benda: Mapping[int, bytes]
    ekor: bytes


def pack(pdf: bytes) -> bytes:
    """The same document in fewer bytes; the same input gives the same bytes.

    Raises BukanPdfPolos where the input is built otherwise.
    """
    plain = _read(pdf)
    large = {one: body for one, body in plain.benda.items() if body.endswith(b"endstream")}
    small = [(one, body) for one, body in plain.benda.items() if one not in large]
    packs = [small[at : at + _TOGETHER] for at in range(0, len(small), _TOGETHER)]
    first = max(plain.benda) + 1
    out = bytearray(plain.kepala)
    places: dict[int, tuple[int, int, int]] = {}
    packed = {first + index: _packed(run) for index, run in enumerate(packs)}
    for one, body in (*large.items(), *packed.items()):
        places[one] = (1, len(out), 0)
        out += b"%d 0 obj\n%b\nendobj\n" % (one, body)
    for index, run in enumerate(packs):
        places |= {one: (2, first + index, place) for place, (one, _) in enumerate(run)}
    last = first + len(packs)
    places[last] = (1, len(out), 0)
    start = len(out)
    out += b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF" % (last, _table(plain, places), start)
    return bytes(out)


def _read(pdf: bytes) -> _Polos:
    start = _START.search(pdf)
    table = _TABLE.match(pdf, int(start[1])) if start else None
    if not start or not table:
        raise BukanPdfPolos("tabel bendanya tidak ditemukan")
    rows = table[2].split(b"\n")[:-1]
    offsets = {number: int(row[:10]) for number, row in enumerate(rows) if row[17:18] == b"n"}
    bodies = dict(_objects(pdf, offsets, int(start[1])))
    return _Polos(pdf[: min(offsets.values())], bodies, table[3])


def _objects(pdf: bytes, offsets: Mapping[int, int], end: int) -> Iterator[tuple[int, bytes]]:
    ordered = sorted(offsets.items(), key=lambda entry: entry[1])
    ends = [*(offset for _, offset in ordered[1:]), end]
    for (number, offset), stop in zip(ordered, ends, strict=True):
        found = _OBJECT.match(pdf[offset:stop])
        if not found or int(found[1]) != number:
            raise BukanPdfPolos(f"benda {number} tidak di tempatnya")
        yield number, found[2]


def _packed(run: Sequence[tuple[int, bytes]]) -> bytes:
    """A stream that holds objects: their numbers and places, then their bodies."""
    index, bodies = bytearray(), bytearray()
    for number, body in run:
        index += b"%d %d " % (number, len(bodies))
        bodies += body + b"\n"
    entries = b"/Type/ObjStm/N %d/First %d" % (len(run), len(index))
    return _stream(entries, bytes(index + bodies))


def _table(plain: _Polos, places: Mapping[int, tuple[int, int, int]]) -> bytes:
    """The table of all objects: kind, place (or the stream that holds it), number in it."""
    count = max(places) + 1
    rows = b"".join(
        kind.to_bytes(1, "big") + place.to_bytes(4, "big") + number.to_bytes(2, "big")
        for kind, place, number in (places.get(one, _FREE) for one in range(count))
    )
    size = b"/Size %d" % count
    return _stream(b"/Type/XRef/W[1 4 2]" + _SIZE.sub(size, plain.ekor, count=1), rows)


def _stream(entries: bytes, content: bytes) -> bytes:
    small = zlib.compress(content, 9)
    told = b"<<%b/Filter/FlateDecode/Length %d>>" % (entries, len(small))
    return told + b"\nstream\n" + small + b"\nendstream"
