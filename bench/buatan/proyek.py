"""A project whose regencies are all made up."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

from bench.buatan.asli import Asli, read_real
from bench.buatan.daerah import make_regency
from bench.buatan.nama import TERBANYAK, JatiDiri, places
from generator.regency import list_slugs

#: What a project has beside its regencies.
_SHARED = ("mkdocs.yml", "site_overrides", "regencies/kosakata.yaml")


def make_project(root: Path, out: Path, count: int, seed: int = 1) -> tuple[str, ...]:
    """Write a project of ``count`` made-up regencies into the new folder ``out``; gives the slugs.

    They are made in turn from the real ones of the project at ``root``; the same seed gives the
    same files, and the first of many are the same as those of few.
    """
    if not 0 < count <= TERBANYAK:
        raise ValueError(f"1 to {TERBANYAK} regencies, not {count}")
    _copy_shared(root, out)
    real = list_slugs(root)
    read: dict[str, Asli] = {}
    slugs = []
    for number, place in enumerate(places(seed)[:count]):
        diri = JatiDiri(number, place)
        chance = random.Random(f"{seed}/{number}")
        slug = real[number % len(real)]
        if slug not in read:
            read[slug] = read_real(root, slug)
        for name, text in make_regency(read[slug], diri, chance).items():
            path = out / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
        slugs.append(diri.slug)
    return tuple(sorted(slugs))


def _copy_shared(root: Path, out: Path) -> None:
    out.mkdir(parents=True)
    pages = [path.relative_to(root).as_posix() for path in (root / "content").glob("*.md")]
    for name in (*_SHARED, *pages):
        source, target = root / name, out / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target)
        else:
            shutil.copy(source, target)
