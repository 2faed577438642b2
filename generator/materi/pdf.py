"""PDF: the only module that runs Typst. Templates and data become files, without the network."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import typst

from generator.materi.padat import pack

_HERE = Path(__file__).parent
_HURUF = _HERE / "huruf"
#: How Typst says that no font has a letter, which a tagged PDF must not hold: `"漢"`, `"\\u{7}"`.
_TANPA_HURUF = re.compile(r'the text `"(?P<teks>.*?)"` could not be displayed')
_SANDI = re.compile(r"\\u\{(?P<angka>[0-9a-f]+)\}")
#: Marks that join a letter, private letters, and those that are none.
_TANPA_RUPA = frozenset({"Mn", "Mc", "Me", "Co", "Cn"})
#: What readers know as a letter that is not there.
PENGGANTI = "\ufffd"


class GagalMenyusun(Exception):
    """Typst refused a document: an error of a template, never of a reader's data."""


def compile_pdf(template: str, data: Mapping[str, Any], images: Mapping[str, str]) -> bytes:
    """Fill a template of this folder with data; ``images`` are SVG texts by file name.

    The result is tagged (PDF/UA-1), carries its fonts, and is the same for the same input. Letters
    that these fonts lack are shown as `PENGGANTI`.
    """
    try:
        return _compile(template, data, images)
    except typst.TypstError as error:
        lacking = _lacking(error)
        if not lacking:
            raise GagalMenyusun(f"{template}: {error}") from error
    try:
        return _compile(template, *_shown((data, images), lacking))
    except typst.TypstError as error:
        raise GagalMenyusun(f"{template}: {error}") from error


def _compile(template: str, data: Mapping[str, Any], images: Mapping[str, str]) -> bytes:
    with TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "data.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        (root / template).write_text(
            (_HERE / template).read_text(encoding="utf-8"), encoding="utf-8"
        )
        for name, svg in images.items():
            (root / name).write_text(svg, encoding="utf-8")
        result = typst.compile(
            root / template,
            root=root,
            font_paths=[_HURUF],
            ignore_system_fonts=True,
            format="pdf",
            pdf_standards=["ua-1"],
            timestamp=datetime(2000, 1, 1, tzinfo=UTC),
        )
    if not isinstance(result, bytes):  # pragma: no cover - one document gives one file
        raise GagalMenyusun(f"{template}: hasilnya bukan satu berkas")
    return pack(result)


def _lacking(error: typst.TypstError) -> frozenset[str]:
    """The letters that no font has, of all complaints at once."""
    found = "".join(match["teks"] for match in _TANPA_HURUF.finditer(str(error.diagnostic)))
    return frozenset(_SANDI.sub(lambda match: chr(int(match["angka"], 16)), found))


def _shown(value: Any, lacking: frozenset[str]) -> Any:
    """The same data in letters that can be shown.

    Marks above and below letters go together with the lacking ones: with their letter they need a
    font that has both. So do letters that show nothing.
    """
    if isinstance(value, str):
        return "".join(_sign(letter, lacking) for letter in value)
    if isinstance(value, Mapping):
        return {key: _shown(item, lacking) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_shown(item, lacking) for item in value]
    return value


def _sign(letter: str, lacking: frozenset[str]) -> str:
    if letter.isascii() and letter.isprintable():
        return letter
    kind = unicodedata.category(letter)
    if kind == "Cf":
        return ""
    return PENGGANTI if letter in lacking or kind in _TANPA_RUPA else letter
