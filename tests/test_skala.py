"""Made-up regencies pass every check and say nothing that another of them says."""

from __future__ import annotations

import doctest
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from types import ModuleType

import pytest

from bench import polos, tumbuh
from bench.buatan import kata, make_project, tulis
from generator.account import published_words
from generator.graph import Bagan
from generator.naskah import iterate
from generator.project import DaerahTerperiksa, approve, read_project, validate_project
from generator.regency import list_slugs, validate_regency
from generator.susun import compose

REAL = 5
#: Each real regency has a made-up one, and the first of them a second.
COUNT = REAL + 1
#: A clause of fewer words can only be said in so many ways.
WORDS = 12


@pytest.fixture(scope="module")
def made(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("skala") / "proyek"
    make_project(root, out, COUNT)
    return out


@pytest.fixture(scope="module")
def regencies(made: Path) -> tuple[DaerahTerperiksa, ...]:
    """Raises with every problem there is: quotations, words, names, flows, layout."""
    return approve(validate_project(*read_project(made)))


def test_they_are_whole(regencies: tuple[DaerahTerperiksa, ...], root: Path) -> None:
    assert len(regencies) == COUNT
    assert not {one.terbaca.slug for one in regencies} & set(list_slugs(root))
    for one in regencies:
        assert one.neraca.terbit == len(_published(one))
        assert one.neraca.tetap > 0.9 * one.neraca.terbit


def test_identity_is_their_own(regencies: tuple[DaerahTerperiksa, ...], root: Path) -> None:
    titles = {one.data.daerah.judul_peraturan for one in regencies}
    codes = {one.data.daerah.kode_wilayah for one in regencies}
    assert len(titles) == len(codes) == COUNT
    names = {slug.casefold() for slug in list_slugs(root)}
    for one in regencies:
        assert not names & {word.casefold().strip(".,") for word in _published(one)}


def test_no_clause_is_said_twice(regencies: tuple[DaerahTerperiksa, ...]) -> None:
    long = [{text for text in _clauses(one) if len(text.split()) >= WORDS} for one in regencies]
    assert all(len(texts) > 50 for texts in long)
    for texts, others in combinations(long, 2):
        assert not texts & others


def test_no_chart_is_drawn_twice(regencies: tuple[DaerahTerperiksa, ...], made: Path) -> None:
    vocabulary, _ = read_project(made, [regencies[0].terbaca.slug])
    drawn = [{_shown(c) for c in compose(one, vocabulary).digambar} for one in regencies]
    assert all(len(charts) > 10 for charts in drawn)
    for charts, others in combinations(drawn, 2):
        assert not charts & others


def test_clauses_change_places(regencies: tuple[DaerahTerperiksa, ...], root: Path) -> None:
    """A clause may say what its neighbour says in the real regulation, and has as many words."""
    _, files = read_project(root)
    real = [validate_regency(one).naskah for one in files]
    for one in regencies:
        sizes = {anchor: len(text.split()) for anchor, text in one.naskah.teks.items()}
        origin = next(text for text in real if text.klausa.keys() <= sizes.keys())
        other = {a for a, text in origin.teks.items() if len(text.split()) != sizes[a]}
        assert any(anchor.startswith("pasal-") for anchor in other)


def test_the_same_seed_makes_the_same_files(root: Path, made: Path, tmp_path: Path) -> None:
    make_project(root, tmp_path / "lagi", 2)
    make_project(root, tmp_path / "lain", 1, seed=2)
    again = _files(tmp_path / "lagi")
    assert len(again) > 10
    assert again == {name: text for name, text in _files(made).items() if name in again}
    assert not set(_files(tmp_path / "lain")) & set(again) - {Path("regencies/kosakata.yaml")}


@pytest.mark.parametrize("module", [kata, polos, tulis, tumbuh])
def test_examples_of_the_bench_hold(module: ModuleType) -> None:
    tried = doctest.testmod(module)
    assert tried.attempted > 0
    assert not tried.failed


def _files(project: Path) -> dict[Path, str]:
    paths = [*project.glob("regencies/**/*.*"), *project.glob("content/peraturan/**/*.md")]
    return {path.relative_to(project): path.read_text(encoding="utf-8") for path in paths}


def _published(one: DaerahTerperiksa) -> list[str]:
    return published_words(one.naskah)


def _clauses(one: DaerahTerperiksa) -> Iterator[str]:
    """What stands in each clause itself."""
    for root in one.naskah.akar:
        for clause in iterate(root):
            yield from (part.teks for part in clause.isi if hasattr(part, "teks"))


def _shown(chart: Bagan) -> str:
    """What a chart shows, without whose it is."""
    boxes = [replace(box, dasar=(), lencana=()) for box in chart.kotak]
    lines = [replace(line, dasar=()) for line in chart.panah]
    return repr((boxes, lines, chart.lajur, chart.tahap))
