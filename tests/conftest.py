"""What several tests share: the project's root and a project that is small, whole and its own."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The project under test."""
    return ROOT


@pytest.fixture
def contoh(tmp_path: Path) -> Path:
    """A project of its own whose only regency is the example, as ``contoh``."""
    shutil.copytree(ROOT / "regencies" / "_contoh", tmp_path / "regencies" / "contoh")
    shutil.copy(ROOT / "regencies" / "kosakata.yaml", tmp_path / "regencies")
    text = tmp_path / "content" / "peraturan"
    shutil.copytree(ROOT / "content" / "peraturan" / "_contoh", text / "contoh")
    shutil.copytree(ROOT / "site_overrides", tmp_path / "site_overrides")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    for page in (ROOT / "content").glob("*.md"):
        shutil.copy(page, tmp_path / "content")
    return tmp_path
