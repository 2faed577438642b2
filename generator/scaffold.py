"""Scaffold: a new regency begins as a copy of the commented example, kept out of the site."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from generator.cakram import disk_errors
from generator.problems import BuildFailed, Place, Problem

EXAMPLE = "_contoh"
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def start_regency(root: Path, slug: str) -> tuple[Path, Path]:
    """Copy the example to ``_<slug>``; gives the folders of the data and of the text.

    The underscore keeps it out of the site until its keeper takes it off. Raises BuildFailed when
    the slug is none, or taken.
    """
    if not _SLUG.fullmatch(slug) or len(slug) > 40:
        raise BuildFailed(
            [
                Problem(
                    Place(f"regencies/{slug}"),
                    f"slug “{slug}” tidak dapat dipakai",
                    "pakai huruf kecil, angka, dan tanda hubung, misalnya “kab-baru”",
                )
            ]
        )
    folders = (root / "regencies", root / "content" / "peraturan")
    for folder in folders:
        for name in (slug, f"_{slug}"):
            if (folder / name).exists():
                raise BuildFailed(
                    [Problem(Place(str(folder / name)), "sudah ada", "pilih slug lain")]
                )
    with disk_errors(root):
        data, text = (
            Path(shutil.copytree(folder / EXAMPLE, folder / f"_{slug}")) for folder in folders
        )
        identity = data / "daerah.yaml"
        written = identity.read_text(encoding="utf-8")
        identity.write_text(re.sub(r"(?m)^slug: \S+", f"slug: {slug}", written), encoding="utf-8")
    return data, text
