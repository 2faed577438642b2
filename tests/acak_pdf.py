"""PDF files made by hand, so that each can be wrong in a way of its own."""

from __future__ import annotations

import random
import zlib
from collections.abc import Callable, Iterator, Sequence

from generator.importers.pdf import _pages
from generator.problems import BuildFailed

CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
ONE_PAGE = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
PAGE = (
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R"
    b" /Resources << /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >> >>"
)
TEXT = b"BT /F1 12 Tf 50 700 Td (Pasal 1 Pasar dibuka setiap hari oleh petugas.) Tj ET\n"


def pdf(objects: Sequence[bytes], trailer: bytes = b"/Root 1 0 R") -> bytes:
    """A file of objects, numbered from 1."""
    parts, places, length = [b"%PDF-1.7\n"], [], 9
    for number, value in enumerate(objects, start=1):
        places.append(b"%010d 00000 n \n" % length)
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, value))
        length += len(parts[-1])
    count = len(objects) + 1
    parts += [b"xref\n0 %d\n0000000000 65535 f \n" % count, *places]
    parts.append(b"trailer\n<< /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n" % (count, trailer, length))
    return b"".join(parts)


def stream(data: bytes, extra: bytes = b"") -> bytes:
    """A stream object."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), extra, data)


def page(content: bytes, extra: bytes = b"", *more: bytes) -> bytes:
    """A file of one page; ``more`` are objects from the sixth on."""
    return pdf([CATALOG, ONE_PAGE, PAGE, stream(content, extra), FONT, *more])


def pages(count: int) -> bytes:
    """A file of many pages, each with the same sentence."""
    kids = b" ".join(b"%d 0 R" % (number + 7) for number in range(count))
    tree = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count)
    return pdf([CATALOG, tree, PAGE, stream(TEXT), FONT, FONT, *[PAGE] * count])


def tree(depth: int, times: int) -> bytes:
    """A tree of pages in which each branch names the next one several times."""
    branches = [
        b"<< /Type /Pages /Kids [%s] /Count 1 >>" % (b"%d 0 R " % (number + 3) * times)
        for number in range(depth)
    ]
    return pdf([CATALOG, *branches, b"<< /Type /Page /MediaBox [0 0 600 800] >>"])


def forms(depth: int, times: int) -> bytes:
    """A page that draws a form several times, which draws the next one, and so on."""
    kind = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << "
    objects = [
        stream(b"/X Do " * times, kind + b"/XObject << /X %d 0 R >> >>" % (number + 7))
        for number in range(depth)
    ]
    last = stream(TEXT, kind + b"/Font << /F1 5 0 R >> >>")
    return page(b"/X Do " * times, b"", *objects, last)


def flate(data: bytes) -> bytes:
    """Compressed as streams are."""
    return zlib.compress(data, 9)


_FLATE = b"/Filter /FlateDecode"
#: A bomb, and the words that the answer to it holds.
BOMS: dict[str, tuple[Callable[[], bytes], str]] = {
    "dua ratus juta spasi": (
        lambda: page(flate(b" " * 200_000_000), _FLATE),
        "mengembang terlalu besar",
    ),
    "pemampatan dalam pemampatan": (
        lambda: page(
            flate(flate(b" " * 200_000_000)), b"/Filter [/FlateDecode /FlateDecode]"
        ),
        "mengembang terlalu besar",
    ),
    "lima ratus saringan": (
        lambda: page(flate(b"x"), b"/Filter [" + b"/FlateDecode " * 500 + b"]"),
        "terlalu dalam",
    ),
    "satu halaman seratus ribu baris": (lambda: page(flate(TEXT * 100_000), _FLATE), "waktunya"),
    "peramal kolom": (
        lambda: page(
            flate(b"\0" * 50_000_000), _FLATE + b" /DecodeParms << /Predictor 15 /Columns 1 >>"
        ),
        "halaman 1",
    ),
    "kolom tak berhingga": (
        lambda: page(
            flate(b"\0" * 1000), _FLATE + b" /DecodeParms << /Predictor 15 /Columns 99999999999 >>"
        ),
        "mengembang",
    ),
    "pohon halaman berputar": (
        lambda: pdf([CATALOG, b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 1 >>"]),
        "PDF rusak",
    ),
    "pohon halaman sedalam lima ribu": (lambda: tree(5_000, 1), "terlalu dalam"),
    "pohon halaman beranak sepuluh": (lambda: tree(12, 10), "mengembang"),
    "semiliar halaman yang diakui": (
        lambda: pdf(
            [CATALOG, ONE_PAGE.replace(b"Count 1", b"Count 999999999"), PAGE, stream(TEXT), FONT]
        ),
        "jadi",
    ),
    "sepuluh ribu halaman": (lambda: pages(10_000), "PDF terlalu panjang (10000 halaman)"),
    "bentuk dalam bentuk": (lambda: forms(900, 2), "PDF"),
    "kurung bersarang": (
        lambda: pdf([CATALOG, b"<< /Kids %s%s >>" % (b"[" * 100_000, b"]" * 100_000)]),
        "PDF rusak",
    ),
    "kamus bersarang dalam isi": (lambda: page(b"<<" * 1_000_000), "hanya gambar"),
    "daftar isi tak berhingga": (
        lambda: b"%PDF-1.7\nxref\n0 999999999\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF",
        "PDF",
    ),
    "letak di luar berkas": (
        lambda: b"%PDF-1.7\nstartxref\n99999999999999999999\n%%EOF",
        "PDF rusak",
    ),
    "lima juta baris kosong": (
        lambda: b"%PDF-1.7\n" + b"\n" * 5_000_000 + b"%%EOF",
        "PDF rusak",
    ),
    "peta huruf empat miliar": (
        lambda: pdf(
            [CATALOG, ONE_PAGE, PAGE, stream(TEXT),
             b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H"
             b" /ToUnicode 6 0 R >>",
             stream(b"1 beginbfrange <0000> <FFFFFFFF> <0041> endbfrange")]
        ),
        "PDF",
    ),
}  # fmt: skip


def spoilt(seed: int) -> bytes:
    """A whole PDF with a few bytes changed, cut out, doubled or moved."""
    rnd = random.Random(seed)
    raw = page(flate(TEXT * 3), _FLATE) if seed % 2 else pages(2)
    for _ in range(rnd.randint(1, 6)):
        at, length = rnd.randrange(len(raw)), rnd.randint(1, 20)
        other = rnd.choice(
            [b"", rnd.randbytes(length), raw[at : at + length] * 2, b"%d 0 R" % rnd.randint(0, 9),
             b"<<", b">>", b"[", b"]", b"999999999", b"-1", b"/Kids [2 0 R]", b"/Filter /LZWDecode",
             b"/Length 0", b"null", b"(", b")"]
        )  # fmt: skip
        raw = raw[:at] + other + raw[at + length :]
    return raw if rnd.random() < 0.1 else raw + b"\n%%EOF\n"


def read_spoilt(seeds: Sequence[int]) -> Iterator[str]:
    """What is said of each spoilt file: that it was read, or the problems with it."""
    for seed in seeds:
        try:
            yield f"jadi: {len(list(_pages((spoilt(seed), 'a.pdf'))))}"
        except BuildFailed as failure:
            yield str(failure)
