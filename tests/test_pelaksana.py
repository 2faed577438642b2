"""Another executor for a build: a real cluster on this machine, and names that open none."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import CancelledError, ThreadPoolExecutor
from pathlib import Path

import pytest
from typer.testing import CliRunner

from generator.bagan import draw as drawing
from generator.bagan.draw import draw
from generator.cli import app
from generator.pelaksana import open_executor
from generator.tenaga import Setempat, TenagaHilang, Titipan
from tests.bagan_contoh import alur


@pytest.fixture(scope="module")
def gugus() -> Iterator[Titipan]:
    with open_executor("tests.gugus:buka") as tenaga:
        yield tenaga


def _fail(number: int) -> int:
    raise ValueError(f"potongan {number}")


def test_a_cluster_draws_the_same_pictures(gugus: Titipan, tmp_path: Path) -> None:
    charts = [
        alur([{"id": "a", "pelaku": "x", "tindakan": f"Langkah {n}"}], f"alur-{n}")
        for n in range(2 * drawing.BATCH)
    ]
    here = draw(charts, tmp_path / "sini", Setempat(1))
    there = draw(charts, tmp_path / "sana", gugus)
    assert there.digambar == len(charts)
    assert there.gambar == here.gambar
    assert draw(charts, tmp_path / "sana").dari_cache == len(charts)


def test_a_piece_of_any_shape_travels(gugus: Titipan) -> None:
    """Some executors look into what they are given; a circle in it must not stop them."""
    circle: list[object] = []
    circle.append(circle)
    assert list(gugus.map(len, [circle, [1, 2]])) == [1, 2]


def test_what_a_piece_raises_comes_back_from_the_cluster(gugus: Titipan) -> None:
    assert gugus.pekerja == 2
    with pytest.raises(ValueError, match="potongan 1"):
        list(gugus.map(_fail, [1, 2]))


def test_a_lost_piece_is_told_in_words() -> None:
    class Lost(ThreadPoolExecutor):
        def map(self, *_arguments: object, **_options: object) -> Iterator[object]:
            raise CancelledError

    with Lost(1) as executor, pytest.raises(TenagaHilang, match="berhenti mendadak"):
        list(Titipan(executor, 1).map(_fail, [1]))


def test_an_executor_without_a_number_of_workers() -> None:
    with open_executor("tests.test_pelaksana:ThreadPoolExecutor") as tenaga:
        assert tenaga.pekerja >= 1
        assert list(tenaga.map(str, [1, 2])) == ["1", "2"]


def no_executor() -> int:
    return 7


WRONG = {
    "gugus": "bukan MODUL:FUNGSI",
    ":buka": "bukan MODUL:FUNGSI",
    "modul.yang.tidak.ada:buka": "modulnya tidak dapat dimuat: No module named 'modul'",
    "tests.gugus:tutup": "tidak ada fungsi `tutup` dalam modul itu",
    "tests.test_pelaksana:no_executor": "memberi int, bukan Executor",
    "contextlib:nullcontext": "memberi NoneType, bukan Executor",
}


@pytest.mark.parametrize("name", WRONG)
def test_a_name_that_opens_no_executor(name: str, contoh: Path) -> None:
    result = CliRunner().invoke(app, ["build", "--proyek", str(contoh), "--pelaksana", name])
    assert result.exit_code == 2
    assert f"--pelaksana {name}: {WRONG[name]}" in result.output
    assert "Tulis MODUL:FUNGSI" in result.output and "PUBLISHING.md" in result.output
    assert not (contoh / "site").exists()
