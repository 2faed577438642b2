"""Dahulu: the page that somebody is looking at is shown before the rest of the site is built."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator import engine, links
from generator.engine import Setelan
from generator.pages.values import Halaman
from generator.petak.cetak import POHON, SITUS
from generator.petak.isi import Cara
from generator.petak.siap import Persediaan
from generator.publish import write_tree
from generator.render import Bersama, section_pages, write_pages


@dataclass
class Dahulu:
    """Shows one page of a regency in a site that stands, and can take it back.

    ``alamat`` is the page's path in the site, such as ``kendal/kedudukan/``; ``situs`` is the
    folder of the site.
    """

    alamat: str
    situs: Path
    _before: dict[Path, bytes] = field(default_factory=dict)

    def show(self, cara: Cara, ready: Persediaan, bersama: Bersama, setelan: Setelan) -> None:
        """Make the page from regencies that are ready, if it is one that needs no more than that.

        Its links are not looked at here: the build that follows does that.
        """
        pages = tuple(self._pages(cara, ready, bersama))
        if not pages or not self.situs.is_dir():
            return
        with tempfile.TemporaryDirectory() as temporary:
            tree, made = Path(temporary, POHON), Path(temporary, SITUS)
            write_tree(tree, write_pages(pages))
            engine.build(tree, made, setelan, part=True)
            for page in made.rglob("index.html"):
                self._put(page, self.situs / page.relative_to(made))

    @property
    def shown(self) -> bool:
        """Whether the page was shown."""
        return bool(self._before)

    def take_back(self) -> None:
        """Put back what was there, because the build that follows has failed."""
        for path, data in self._before.items():
            _write(path, data)

    def _pages(self, cara: Cara, ready: Persediaan, bersama: Bersama) -> Iterator[Halaman]:
        slug, _, rest = self.alamat.partition("/")
        for daerah in ready.daerah:
            if daerah.slug == slug:
                section = rest.partition("/")[0]
                for page in section_pages(cara.kosakata, daerah.whole(), bersama, section):
                    if page.alamat == links.HOME + self.alamat:
                        yield page

    def _put(self, page: Path, there: Path) -> None:
        if there.is_file():
            self._before[there] = there.read_bytes()
            _write(there, page.read_bytes())


def _write(path: Path, data: bytes) -> None:
    """Put a new file in place of one: the old one has other names too, in what builds keep."""
    new = path.with_name(f".{path.name}.baru")
    new.write_bytes(data)
    shutil.copymode(path, new)
    os.replace(new, path)
