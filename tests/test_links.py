"""Addresses: where things stand, and how a page reaches them."""

from __future__ import annotations

import pytest

from generator import links


@pytest.mark.parametrize(
    ("anchor", "address"),
    [
        ("pasal-8-ayat-1", "~/kendal/peraturan/#pasal-8-ayat-1"),
        ("judul", "~/kendal/peraturan/#judul"),
        ("lampiran-bab-2-d-1-a", "~/kendal/lampiran/#lampiran-bab-2-d-1-a"),
        ("lampiran-judul", "~/kendal/lampiran/#lampiran-judul"),
    ],
)
def test_a_clause_stands_on_the_page_of_its_text(anchor: str, address: str) -> None:
    assert links.clause("kendal", anchor) == address


@pytest.mark.parametrize(
    ("page", "address", "online", "offline"),
    [
        ("~/", "~/", "./", "index.html"),
        ("~/", "~/kendal/", "kendal/", "kendal/index.html"),
        ("~/kendal/", "~/", "../", "../index.html"),
        ("~/kendal/", "~/kendal/", "../kendal/", "../kendal/index.html"),
        (
            "~/kendal/mekanisme/umum/",
            "~/kendal/peraturan/#pasal-8",
            "../../../kendal/peraturan/#pasal-8",
            "../../../kendal/peraturan/index.html#pasal-8",
        ),
        ("~/kendal/", "~/data/kendal.json", "../data/kendal.json", "../data/kendal.json"),
    ],
)
def test_addresses_become_relative(page: str, address: str, online: str, offline: str) -> None:
    html = f'<a class="x" href="{address}">~/</a>'
    assert links.relativize(html, page) == f'<a class="x" href="{online}">~/</a>'
    assert links.relativize(html, page, offline=True) == f'<a class="x" href="{offline}">~/</a>'


def test_other_addresses_stay() -> None:
    html = '<a href="#pasal-1">x</a><a href="https://peraturan.go.id/~/x">y</a>'
    assert links.relativize(html, "~/kendal/") == html


@pytest.mark.parametrize(
    ("address", "path"),
    [("~/", "index.md"), ("~/kendal/mekanisme/umum/", "kendal/mekanisme/umum/index.md")],
)
def test_the_file_of_an_address(address: str, path: str) -> None:
    assert links.source_file(address) == path
