"""The fallback: a Graphviz of the system draws every chart too, and says so when it is missing."""

from __future__ import annotations

import os
import shutil
from itertools import combinations
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from typer.testing import CliRunner

from generator.bagan import renderer as rendering
from generator.bagan.draw import draw, layouts
from generator.bagan.tata import KotakTata
from generator.cli import app
from generator.graph import Bagan
from generator.regency import list_slugs
from tests.bagan_contoh import ALUR, STRUKTUR
from tests.bagan_muka import show
from tests.bagan_nyata import regency_charts
from tests.bagan_ukur import unreadable

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def dot() -> str:
    """The real ``dot`` of the system; where tests must be complete, its absence is a failure."""
    found = shutil.which("dot")
    if found is None:
        if os.environ.get("PETAKERJA_WAJIB"):
            pytest.fail("`dot` tidak ada; pasang paket graphviz")
        pytest.skip("`dot` tidak ada; pasang paket graphviz")
    return found


@pytest.fixture
def only_dot(dot: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A Python without a renderer beside it, and the system's ``dot`` on PATH."""
    monkeypatch.setattr(rendering.sys, "executable", str(tmp_path / "kosong" / "python"))
    monkeypatch.setenv("PATH", str(Path(dot).parent))
    assert rendering.renderer() == dot
    return dot


def test_without_any_renderer_the_build_says_how_to_get_one(
    contoh: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rendering.sys, "executable", str(tmp_path / "python"))
    monkeypatch.setenv("PATH", str(tmp_path))
    result = CliRunner().invoke(app, ["build", "--proyek", str(contoh)])
    assert result.exit_code == 3
    words = " ".join(result.output.split())
    assert "graphviz-pure" in words and "run.py site" in words and "graphviz.org" in words


@pytest.mark.usefixtures("only_dot")
def test_every_chart_is_drawn_by_the_system_too(tmp_path: Path) -> None:
    for slug in (*list_slugs(ROOT), "_contoh"):
        charts = list(regency_charts(ROOT / "regencies" / slug))
        drawn = layouts(charts, tmp_path / slug)
        for chart, tata in zip(charts, drawn.values(), strict=True):
            assert [one.id for one in tata.kotak] == [one.id for one in chart.kotak]
            assert all(_apart(one, two) for one, two in combinations(tata.kotak, 2))


def _apart(one: KotakTata, two: KotakTata) -> bool:
    """Whether two boxes do not lie on each other."""
    level = one.x + one.lebar <= two.x or two.x + two.lebar <= one.x
    return level or one.y + one.tinggi <= two.y or two.y + two.tinggi <= one.y


@pytest.mark.peramban
@pytest.mark.usefixtures("only_dot")
@pytest.mark.parametrize("bagan", [ALUR, STRUKTUR], ids=["alur", "struktur"])
def test_what_the_system_drew_can_be_read(bagan: Bagan, peramban: Browser, tmp_path: Path) -> None:
    picture = next(iter(draw([bagan], tmp_path / "cache").gambar.values()))
    page = peramban.new_page()
    show(page, picture.svg, tmp_path)
    assert unreadable(page) == []
    page.close()
