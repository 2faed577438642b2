"""What `/tanya/` loads: its links lead somewhere, and it grows with one regency only."""

from __future__ import annotations

import gzip
import html
import json
import posixpath
import re
from pathlib import Path

import pytest


def _data(site: Path) -> dict[str, dict]:
    return {
        path.stem: json.loads(re.sub(r"^window\.__pk_tanya\(\"[^\"]+\",|\);\s*$", "", text))
        for path in sorted((site / "data" / "tanya").glob("*.js"))
        for text in [path.read_text(encoding="utf-8")]
    }


@pytest.mark.parametrize("fixture", ["situs", "situs_luring"])
def test_every_link_of_every_answer_leads_somewhere(
    fixture: str, request: pytest.FixtureRequest
) -> None:
    site: Path = request.getfixturevalue(fixture)
    ids: dict[str, set[str]] = {}
    checked = set()
    for data in _data(site).values():
        for url in {u for piece in data["potongan"] for u in re.findall(r'href="([^"]*)"', piece)}:
            path, _, anchor = html.unescape(url).partition("#")
            file = posixpath.normpath(posixpath.join("tanya", path))
            file = file if file.endswith(".html") else f"{file}/index.html"
            assert (site / file).is_file(), url
            if file not in ids:
                text = (site / file).read_text(encoding="utf-8")
                ids[file] = set(re.findall(r'\sid="([^"]+)"', text))
            assert not anchor or anchor in ids[file], url
            checked.add(url)
    assert len(checked) > 500


def test_a_regency_is_light_and_only_loaded_when_asked(situs: Path) -> None:
    for path in (situs / "data" / "tanya").glob("*.js"):
        assert len(gzip.compress(path.read_bytes())) < 60_000, path.name
        assert f"data/tanya/{path.name}" not in (situs / "tanya" / "index.html").read_text("utf-8")


def test_every_unit_of_the_directory_can_be_asked(situs: Path) -> None:
    for slug, data in _data(situs).items():
        page = (situs / slug / "perangkat-daerah" / "index.html").read_text(encoding="utf-8")
        for unit in data["unit"]:
            assert f'id="unit-{unit["id"]}"' in page
            assert data["jawab"][unit["pola"]]
