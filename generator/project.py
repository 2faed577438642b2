"""A project: every regency read, validated and checked, before anything is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.account import Neraca, take_account
from generator.checks import check_regency
from generator.checks.cakupan import check_coverage
from generator.cite import Naskah, TidakCocok, cite
from generator.graph import Sumber
from generator.model import Dasar, DataDaerah, Kosakata
from generator.problems import BuildFailed, Place, Problem, is_error
from generator.regency import (
    BerkasDaerah,
    DaerahTerbaca,
    is_draft,
    list_slugs,
    read_regency,
    read_vocabulary,
    validate_regency,
)
from generator.temuan import Corpus, warnings


@dataclass(frozen=True)
class Proyek:
    """The shared vocabulary and every regency, validated."""

    kosakata: Kosakata
    daerah: tuple[DaerahTerbaca, ...]


@dataclass(frozen=True)
class DaerahTerperiksa:
    """A regency whose every citation holds, and its account of words."""

    terbaca: DaerahTerbaca
    neraca: Neraca

    @property
    def naskah(self) -> Naskah:
        """Its text."""
        return self.terbaca.naskah

    @property
    def data(self) -> DataDaerah:
        """What was written about it."""
        return self.terbaca.data

    def rujuk(self, dasar: Dasar) -> Sumber:
        """Resolve a citation that the checks have passed."""
        return resolve(dasar, self.terbaca.naskah)


def resolve(dasar: Dasar, naskah: Naskah) -> Sumber:
    """Resolve a citation that the checks have passed; raises BuildFailed if they had not."""
    found = cite(dasar, naskah)
    if isinstance(found, TidakCocok):
        raise BuildFailed([Problem(Place(naskah.slug), found.sebab, found.saran)])
    return found


def read_project(
    root: Path, slugs: Sequence[str] = ()
) -> tuple[Kosakata, tuple[BerkasDaerah, ...]]:
    """Read the vocabulary and the regencies (all of them, or those named)."""
    known = list_slugs(root)
    # A draft, kept out of the site by its underscore, may still be asked for by name.
    unknown = [s for s in slugs if s not in known and not is_draft(root, s)]
    if unknown:
        raise BuildFailed(
            Problem(
                Place(f"regencies/{slug}"),
                f"daerah “{slug}” tidak ada",
                f"pilih salah satu: {', '.join(known) or '(belum ada)'}",
            )
            for slug in unknown
        )
    problems: list[Problem] = []
    files: list[BerkasDaerah] = []
    vocabulary: Kosakata | None = None
    try:
        vocabulary = read_vocabulary(root)
    except BuildFailed as failure:
        problems += failure.problems
    for slug in slugs or known:
        try:
            files.append(read_regency(root, slug))
        except BuildFailed as failure:
            problems += failure.problems
    if problems or vocabulary is None:
        raise BuildFailed(problems)
    return vocabulary, tuple(files)


def validate_project(kosakata: Kosakata, files: Sequence[BerkasDaerah]) -> Proyek:
    """Turn every file into models and trees; raises BuildFailed with the problems of all."""
    problems: list[Problem] = []
    regencies: list[DaerahTerbaca] = []
    for item in files:
        try:
            regencies.append(validate_regency(item))
        except BuildFailed as failure:
            problems += failure.problems
    if problems:
        raise BuildFailed(problems)
    return Proyek(kosakata, tuple(regencies))


def check_project(proyek: Proyek) -> tuple[Problem, ...]:
    """Everything that is wrong with the data of a project."""
    return tuple(
        problem for item in proyek.daerah for problem in check_regency(item, proyek.kosakata)
    )


def advise(proyek: Proyek) -> tuple[Problem, ...]:
    """Clauses that no fact cites, and slips of the drafters: never a reason not to publish."""
    corpus = Corpus.of(proyek.daerah)
    found = set()
    for item in proyek.daerah:
        found |= {*check_coverage(item, proyek.kosakata), *warnings(item, corpus)}
    return tuple(sorted(found))


def approve(proyek: Proyek) -> tuple[DaerahTerperiksa, ...]:
    """Let a project pass when its data has no errors; raises BuildFailed with all of them."""
    problems = check_project(proyek)
    if any(is_error(problem) for problem in problems):
        raise BuildFailed(problems)
    return tuple(
        DaerahTerperiksa(item, take_account(item.kata_sumber, item.data.koreksi, item.naskah))
        for item in proyek.daerah
    )
