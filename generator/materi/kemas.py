"""Packing office files: the same parts give the same bytes, whatever day it is."""

from __future__ import annotations

import io
import zipfile

#: The earliest day that a zip file knows.
_HARI = (1980, 1, 1, 0, 0, 0)
#: Read first by whoever opens such a file.
_AWAL = "[Content_Types].xml"
#: Readable by all, written on Unix: what the machine that writes would say of itself is left out.
_HAK, _UNIX = 0o644 << 16, 3

#: What a title or a subject of such a file may hold, in letters.
_SIFAT = 255


def as_property(text: str) -> str:
    """A text as a title or a subject of an office file: its beginning, where it is too long."""
    return text if len(text) <= _SIFAT else f"{text[: _SIFAT - 1]}…"


def repack(data: bytes) -> bytes:
    """A zip file again, its entries in order of name, without days of their own.

    The list of kinds of parts comes first, as office programs expect.
    """
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as new,
    ):
        for name in sorted(old.namelist(), key=lambda name: (name != _AWAL, name)):
            entry = zipfile.ZipInfo(name, _HARI)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr, entry.create_system = _HAK, _UNIX
            new.writestr(entry, old.read(name))
    return packed.getvalue()
