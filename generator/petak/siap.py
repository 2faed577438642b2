"""Siap: every regency read, validated, checked, composed and drawn, or found ready.

read → validate → check → compose → draw, one regency at a time and several at once. What comes of
it lies in the cabinet until a file of the regency, the vocabulary or this program changes.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.aspek import answer_aspects
from generator.bagan.draw import GAMBAR, GagalMenggambar, PerenderTidakAda, draw
from generator.cakram import EnvironmentLacks, disk_errors
from generator.materi.kolam import offers
from generator.materi.semua import cut_flows
from generator.model import Kosakata
from generator.pages.values import some
from generator.petak.kunci import code
from generator.petak.lemari import BAGIAN, DaerahTersimpan, Lemari
from generator.petak.ringkas import Ringkasan
from generator.problems import BuildFailed, Place, Problem
from generator.project import DaerahTerperiksa, Proyek, approve
from generator.regency import list_slugs, read_regency, read_vocabulary, validate_regency
from generator.sidik import digest, digest_files
from generator.susun import compose
from generator.temuan import Corpus
from generator.tenaga import Setempat, Tenaga

#: The names under which the cabinet keeps what is found of several regencies together: their flows
#: side by side, and the text that all others are put beside.
COMPARED, BASE = "_banding", "_acuan"

#: Where a project keeps its cabinet.
LEMARI = Path("build/siap")


@dataclass(frozen=True)
class Persediaan:
    """All regencies, ready: the cabinet, what each is in short, and how much was drawn for it."""

    kosakata: Kosakata
    lemari: Lemari
    ringkasan: tuple[Ringkasan, ...]
    disiapkan: int
    digambar: int

    @property
    def daerah(self) -> tuple[DaerahTersimpan, ...]:
        """The regencies, in the order of their slugs."""
        return tuple(DaerahTersimpan(self.lemari, one) for one in self.ringkasan)

    @property
    def slugs(self) -> tuple[str, ...]:
        """Their slugs, in order."""
        return tuple(one.slug for one in self.ringkasan)

    @property
    def contoh(self) -> tuple[DaerahTersimpan, ...]:
        """Those from which is learnt what is usual."""
        return some(self.daerah)

    @property
    def bagan(self) -> int:
        """How many charts they have together."""
        return sum(one.bagan for one in self.ringkasan)

    @property
    def potongan(self) -> int:
        """How many parts their long flows are cut into."""
        return sum(one.potongan for one in self.ringkasan)


@dataclass(frozen=True)
class _Tugas:
    """One regency to be made ready, and the key of what it is made from."""

    root: Path
    slug: str
    kosakata: Kosakata
    kunci: str


def prepare_all(root: Path, tenaga: Tenaga) -> Persediaan:
    """Make every regency of a project ready.

    Raises BuildFailed with the problems of all of them, and EnvironmentLacks.
    """
    kosakata, slugs = _vocabulary(root)
    common = digest(code(), digest_files(root, [root / "regencies" / "kosakata.yaml"]))
    lemari = Lemari(root / LEMARI)
    keys = {slug: digest(common, _files(root, slug)) for slug in slugs}
    tasks = [
        _Tugas(root, slug, kosakata, key)
        for slug, key in keys.items()
        if not lemari.holds(slug, key)
    ]
    drawn = 0
    problems: list[Problem] = []
    for made in tenaga.map(_prepare, tasks):
        if isinstance(made, int):
            drawn += made
        else:
            problems += made
    if problems:
        raise BuildFailed(problems)
    lemari.drop_all_but(frozenset({*slugs, COMPARED, BASE}))
    ready = tuple(lemari.load(slug, "ringkasan") for slug in slugs)
    return Persediaan(kosakata, lemari, ready, len(tasks), drawn)


@contextmanager
def drawing_errors() -> Iterator[None]:
    """Turn what goes wrong in drawing into BuildFailed or EnvironmentLacks, for people to read."""
    try:
        yield
    except PerenderTidakAda as lack:
        raise EnvironmentLacks(str(lack)) from None
    except GagalMenggambar as failure:
        raise BuildFailed(
            [Problem(Place(f"regencies/{failure.kunci[0]}"), str(failure), "lihat pesan di atas")]
        ) from None


def _vocabulary(root: Path) -> tuple[Kosakata, tuple[str, ...]]:
    """The vocabulary and the slugs; problems of the regencies are told with those of it."""
    slugs = list_slugs(root)
    try:
        return read_vocabulary(root), slugs
    except BuildFailed as failure:
        problems = list(failure.problems)
    for slug in slugs:
        try:
            read_regency(root, slug)
        except BuildFailed as failure:
            problems += failure.problems
    raise BuildFailed(problems)


def _files(root: Path, slug: str) -> str:
    return digest_files(root, [root / "regencies" / slug, root / "content" / "peraturan" / slug])


def _prepare(task: _Tugas) -> int | tuple[Problem, ...]:
    """Put one regency into the cabinet: how many charts were drawn, or what is wrong with it."""
    try:
        files = read_regency(task.root, task.slug)
        (checked,) = approve(Proyek(task.kosakata, (validate_regency(files),)))
        with disk_errors(task.root / LEMARI):
            return _keep(task, checked)
    except BuildFailed as failure:
        return failure.problems


def _keep(task: _Tugas, checked: DaerahTerperiksa) -> int:
    composed = compose(checked, task.kosakata)
    # Regencies are drawn side by side, so each of them has one core.
    folder, core = task.root / GAMBAR, Setempat(1)
    with drawing_errors():
        drawn = draw(composed.digambar, folder, core)
        cut = tuple(cut_flows(composed.bagan, folder, core))
        parts_drawn = draw([part.bagan for part in cut], folder, core)
    daerah = composed.publish(drawn.gambar)
    texts = [task.root / "content" / "peraturan" / task.slug]
    text_key = digest(daerah.data.daerah, digest_files(task.root, texts))
    parts: dict[str, Any] = {name: getattr(daerah, name) for name in BAGIAN}
    parts["corpus"] = Corpus.of([daerah]).counted()
    parts["tawaran"] = offers(daerah.data, task.kosakata, daerah.rujuk)
    parts["potongan"] = [(part, part.publish(parts_drawn.gambar)) for part in cut]
    parts["aspek"] = answer_aspects(daerah.data, task.kosakata, daerah.rujuk)
    parts["ringkasan"] = Ringkasan.of(daerah, parts["aspek"], len(cut), task.kunci, text_key)
    Lemari(task.root / LEMARI).keep(task.slug, task.kunci, parts)
    return drawn.digambar
