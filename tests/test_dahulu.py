"""The page that somebody is looking at: shown first, as it will be, and taken back on failure."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import pipeline, serve
from generator.petak.dahulu import Dahulu
from generator.tenaga import Setempat

ONE = Setempat(1)
LOOKED_AT = "contoh/kedudukan/"


def _edit(root: Path) -> None:
    data = root / "regencies" / "contoh" / "kedudukan.yaml"
    text = data.read_text(encoding="utf-8")
    assert "Dinas yang dipimpin" in text
    data.write_text(text.replace("Dinas yang dipimpin", "Dinas yang baru dipimpin"), "utf-8")


def test_it_is_there_before_the_rest_and_stays_as_it_was_shown(
    contoh: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = contoh / "site"
    pipeline.build_site(contoh, out, tenaga=ONE)
    page, other = out / LOOKED_AT / "index.html", out / "contoh" / "penugasan" / "index.html"
    old = other.read_bytes()
    _edit(contoh)
    early: list[bytes] = []
    beside = pipeline.beside

    def watched(*given):
        early.extend(path.read_bytes() for path in (page, other))
        return beside(*given)

    monkeypatch.setattr(pipeline, "beside", watched)
    pipeline.build_site(contoh, out, tenaga=ONE, dahulu=Dahulu(LOOKED_AT, out))
    assert early == [page.read_bytes(), old]
    assert b"Dinas yang baru dipimpin" in early[0]


def test_a_failure_of_the_rest_takes_it_back(contoh: Path) -> None:
    out = contoh / "site"
    pipeline.build_site(contoh, out, tenaga=ONE)
    page = out / LOOKED_AT / "index.html"
    before = page.read_bytes()
    _edit(contoh)
    guide = contoh / "content" / "tentang.md"
    guide.write_text(f'{guide.read_text("utf-8")}\n<a href="../tiada/">tiada</a>\n', "utf-8")
    first = Dahulu(LOOKED_AT, out)
    lines = tuple(serve.rebuild(contoh, out, first))
    assert lines[-1] == "Situs yang lama tetap disajikan."
    assert first.shown
    assert page.read_bytes() == before


@pytest.mark.parametrize("address", ["contoh/", "contoh/peraturan/", "contoh/lampiran/"])
def test_text_is_shown_first_too(
    address: str, contoh: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = contoh / "site"
    pipeline.build_site(contoh, out, tenaga=ONE)
    _edit(contoh)
    page = out / address / "index.html"
    old = page.stat().st_ino
    first = Dahulu(address, out)
    early: list[int] = []
    beside = pipeline.beside

    def watched(*given):
        early.append(page.stat().st_ino)
        return beside(*given)

    monkeypatch.setattr(pipeline, "beside", watched)
    pipeline.build_site(contoh, out, tenaga=ONE, dahulu=first)
    assert first.shown
    assert early != [old]


@pytest.mark.parametrize("address", ["", "temuan/", "contoh/kuis/", "tiada/kedudukan/", "../x/"])
def test_other_pages_wait_for_the_rest(address: str, contoh: Path) -> None:
    out = contoh / "site"
    pipeline.build_site(contoh, out, tenaga=ONE)
    _edit(contoh)
    first = Dahulu(address, out)
    pipeline.build_site(contoh, out, tenaga=ONE, dahulu=first)
    assert not first.shown
    page = out / LOOKED_AT / "index.html"
    assert "Dinas yang baru dipimpin" in page.read_text(encoding="utf-8")
