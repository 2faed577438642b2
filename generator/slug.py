"""The slug of a regency: its part of every address, and the name of its folders."""

from __future__ import annotations

import re
from typing import Final

from generator import links

MAX_LENGTH: Final = 40
_FORM: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
#: Files of the search index, and what Windows calls devices: no folder can have such a name there.
_TAKEN: Final = re.compile(r"ringkas-.*|con|prn|aux|nul|(?:com|lpt)[0-9]")


def refuse_slug(slug: str) -> tuple[str, str] | None:
    """Why a slug cannot be used, and what to do; None when it can.

    >>> refuse_slug("kab-baru")
    >>> refuse_slug("../kab")[0]
    'slug “../kab” tidak sah'
    >>> refuse_slug("ringkas-1")[0]
    'slug “ringkas-1” sudah dipakai untuk hal lain'
    """
    shown = slug if len(slug) <= MAX_LENGTH else f"{slug[:MAX_LENGTH]}…"
    if len(slug) > MAX_LENGTH:
        return f"slug “{shown}” terlalu panjang", f"paling panjang {MAX_LENGTH} huruf"
    if not _FORM.fullmatch(slug):
        todo = "pakai huruf kecil a sampai z, angka, dan tanda hubung, misalnya “kab-baru”"
        return f"slug “{shown}” tidak sah", todo
    if slug in links.OWN or _TAKEN.fullmatch(slug):
        todo = "pilih slug lain, misalnya dengan “kab-” atau “kota-” di depannya"
        return f"slug “{slug}” sudah dipakai untuk hal lain", todo
    return None
