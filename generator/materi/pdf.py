"""PDF: the only module that runs Typst. Templates and data become files, without the network."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import typst

from generator.materi.padat import pack

_HERE = Path(__file__).parent
_HURUF = _HERE / "huruf"


class GagalMenyusun(Exception):
    """Typst refused a document: an error of a template, never of a reader's data."""


def compile_pdf(template: str, data: Mapping[str, Any], images: Mapping[str, str]) -> bytes:
    """Fill a template of this folder with data; ``images`` are SVG texts by file name.

    The result is tagged (PDF/UA-1), carries its fonts, and is the same for the same input.
    """
    with TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "data.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        (root / template).write_text(
            (_HERE / template).read_text(encoding="utf-8"), encoding="utf-8"
        )
        for name, svg in images.items():
            (root / name).write_text(svg, encoding="utf-8")
        try:
            result = typst.compile(
                root / template,
                root=root,
                font_paths=[_HURUF],
                ignore_system_fonts=True,
                format="pdf",
                pdf_standards=["ua-1"],
                timestamp=datetime(2000, 1, 1, tzinfo=UTC),
            )
        except typst.TypstError as error:
            raise GagalMenyusun(f"{template}: {error}") from error
    if not isinstance(result, bytes):  # pragma: no cover - one document gives one file
        raise GagalMenyusun(f"{template}: hasilnya bukan satu berkas")
    return pack(result)
