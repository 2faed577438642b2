"""The engine: what it is spared must make no difference to what it builds."""

from __future__ import annotations

from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from generator import engine
from generator.pipeline import build_site


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        # The engine stamps these with the day of the build.
        if path.is_file() and path.name not in ("sitemap.xml", "sitemap.xml.gz")
    }


def test_the_tree_is_complete_without_our_engine(contoh: Path) -> None:
    build_site(contoh, contoh / "site")
    tree, config = contoh / "build" / "docs", contoh / "mkdocs.yml"
    engine.build(tree, contoh / "cepat", engine.Setelan(config))
    plain = load_config(str(config), docs_dir=str(tree), site_dir=str(contoh / "biasa"))
    build(plain)
    assert _files(contoh / "cepat") == _files(contoh / "biasa")
    assert (contoh / "cepat" / "contoh" / "peraturan" / "index.html").is_file()
