"""What is kept is of the libraries that made it: another version, and it is made again."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import pipeline
from generator.petak import kunci
from generator.pustaka import versions
from generator.tenaga import Setempat

USED = """
import sys
before = set(sys.modules)
import generator.pipeline
after = set(sys.modules) - before
from importlib.metadata import packages_distributions
owners = packages_distributions()
for name in {module.partition(".")[0] for module in after}:
    print(*owners.get(name, ()), sep="\\n")
"""


@pytest.fixture
def fresh() -> Iterator[None]:
    """Keys are taken anew, as by a program that has just begun."""
    kunci.code.cache_clear()
    yield
    kunci.code.cache_clear()


def _install(folder: Path, name: str, version: str, *needs: str) -> None:
    place = folder / f"{name}-{version}.dist-info"
    place.mkdir(parents=True)
    wanted = "".join(f"Requires-Dist: {one}\n" for one in needs)
    head = f"Metadata-Version: 2.4\nName: {name}\nVersion: {version}\n{wanted}"
    (place / "METADATA").write_text(f"{head}\nVersion: 0 is told here.\n", encoding="utf-8")


def test_all_that_a_library_needs_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    extras = "uji; extra == 'uji'", 'uji<2;python_version>"3" and extra=="x"'
    _install(tmp_path, "Kue_Lapis", "1.2", "santan.kelapa (>=2)", "tepung[halus]>1", *extras)
    _install(tmp_path, "santan_kelapa", "2.0.post1", "kue-lapis")
    monkeypatch.syspath_prepend(tmp_path)
    found = (("kue-lapis", "1.2"), ("santan-kelapa", "2.0.post1"), ("tepung", ""))
    assert versions(["kue.lapis"]) == found


def test_every_library_that_a_build_loads_counts(root: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-c", USED], cwd=root, capture_output=True, text=True, check=True
    )
    loaded = {line.lower().replace("_", "-") for line in told.stdout.split()} - {"petakerja"}
    assert {"mkdocs", "pydantic", "jinja2"} <= loaded
    counted = {name for name, version in versions(kunci.PUSTAKA) if version}
    assert {"markdown", "pymdown-extensions", *kunci.PUSTAKA} <= counted
    assert loaded <= counted


@pytest.mark.usefixtures("fresh")
def test_another_version_makes_a_site_again(
    contoh: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def build() -> list[str]:
        kunci.code.cache_clear()
        made = pipeline.build_site(contoh, contoh / "site", tenaga=Setempat(1)).waktu
        told = {stage.tahap: stage.keterangan for stage in made}
        return [told["daerah"], told["petak"].partition(",")[0]]

    assert build() == ["1 disiapkan, 1 seluruhnya", "daerah 1 dari 1"]
    assert build() == ["0 disiapkan, 1 seluruhnya", "daerah 0 dari 1"]
    _install(tmp_path / "pustaka", "markdown", "99")
    monkeypatch.syspath_prepend(tmp_path / "pustaka")
    assert build() == ["1 disiapkan, 1 seluruhnya", "daerah 1 dari 1"]


@pytest.mark.usefixtures("fresh")
@pytest.mark.parametrize("which", ["python_version", "_drawing_program"])
def test_another_python_or_graphviz_is_another_key(
    which: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = kunci.code()
    kunci.code.cache_clear()
    monkeypatch.setattr(kunci, which, lambda: "99")
    assert kunci.code() != before
