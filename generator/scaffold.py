"""Scaffold: a new regency begins as a copy of the commented example, kept out of the site."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from generator.cakram import disk_errors
from generator.problems import BuildFailed, Place, Problem
from generator.slug import refuse_slug

EXAMPLE = "_contoh"


def start_regency(root: Path, slug: str) -> tuple[Path, Path]:
    """Copy the example to ``_<slug>``; gives the folders of the data and of the text.

    The underscore keeps it out of the site until its keeper takes it off. Raises BuildFailed when
    the slug is none, or taken.
    """
    if wrong := refuse_slug(slug):
        raise BuildFailed([Problem(Place("slug"), *wrong)])
    folders = (root / "regencies", root / "content" / "peraturan")
    for folder in folders:
        for name in (slug, f"_{slug}"):
            if (folder / name).exists():
                raise BuildFailed(
                    [Problem(Place(str(folder / name)), "sudah ada", "pilih slug lain")]
                )
        if not (folder / EXAMPLE).is_dir():
            todo = "jalankan dari folder proyek, atau ambil lagi folder itu dari paketnya"
            raise BuildFailed([Problem(Place(str(folder / EXAMPLE)), "contoh tidak ada", todo)])
    data, text = (folder / f"_{slug}" for folder in folders)
    try:
        with disk_errors(root):
            for folder, new in zip(folders, (data, text), strict=True):
                shutil.copytree(folder / EXAMPLE, new)
            identity = data / "daerah.yaml"
            written = identity.read_text(encoding="utf-8")
            written = re.sub(r"(?m)^slug: \S+", f"slug: {slug}", written)
            identity.write_text(written, encoding="utf-8")
    except BaseException:
        # Half a draft would be in the way of the next try.
        for new in (data, text):
            shutil.rmtree(new, ignore_errors=True)
        raise
    return data, text
