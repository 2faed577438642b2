"""The check of the built site: dead links, dead anchors, other hosts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.checks.situs import check_site


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ('<a href="../tiada/">x</a>', "tautan mati: ../tiada/"),
        ('<a href="#tiada">x</a>', "jangkar mati: #tiada"),
        ('<a href="../b/#tiada">x</a>', "jangkar mati: ../b/#tiada"),
        ('<svg><a id="s" href="../b/#tiada"><path/></a></svg>', "jangkar mati"),
        ('<img alt="" src="hilang.png">', "tautan mati: hilang.png"),
        ('<script src="https://contoh.id/x.js"></script>', "alamat https://contoh.id/x.js pada"),
        ('<link rel="stylesheet" href="//contoh.id/x.css">', "alamat //contoh.id/x.css"),
        ('<a href="javascript:alert(1)">x</a>', "alamat javascript:alert(1)"),
        ('<a href="../../../etc/passwd">x</a>', "keluar dari situs"),
    ],
)
def test_what_is_dead_is_told(body: str, words: str, tmp_path: Path) -> None:
    _write(tmp_path, body)
    problems = [str(problem) for problem in check_site(tmp_path)]
    assert any(words in problem for problem in problems), problems


@pytest.mark.parametrize(
    "body",
    [
        '<a href="../b/#ada">x</a>',
        '<a href="../b/index.html#ada">x</a>',
        '<a href="../b/?q=1#ada">x</a>',
        '<a href="#">x</a><a href=".">x</a><a href="..">x</a>',
        '<a href="https://peraturan.go.id/">x</a><a href="mailto:a@b.id">x</a>',
        '<svg><a href="../b/#ada"><path/></a></svg>',
        '<img alt="" src="data:image/png;base64,AA==">',
    ],
)
def test_what_is_alive_is_not(body: str, tmp_path: Path) -> None:
    _write(tmp_path, body)
    assert list(check_site(tmp_path)) == []


def test_what_may_be_kept_for_ever_is_named_after_its_content(situs: Path) -> None:
    """PUBLISHING.md lets browsers keep these two folders without ever asking again."""
    for folder in ("javascripts", "stylesheets"):
        names = [path.name for path in (situs / "assets" / folder).rglob("*") if path.is_file()]
        assert names and all(re.search(r"\.[0-9a-f]{8}\.min\.(?:js|css)$", name) for name in names)


def test_the_header_for_servers_is_the_policy_of_the_pages(situs: Path, root: Path) -> None:
    page = (situs / "index.html").read_text(encoding="utf-8")
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]+)"', page)
    told = (root / "PUBLISHING.md").read_text(encoding="utf-8")
    headers = re.findall(r"default-src 'none'[^\"\n]*", told)
    assert len(headers) == 4
    assert set(headers) == {f"{policy}; frame-ancestors 'self'"}


def _write(site: Path, body: str) -> None:
    for name, text in (
        ("index.html", ""),
        ("a/index.html", body),
        ("b/index.html", '<p id="ada">'),
    ):
        (site / name).parent.mkdir(exist_ok=True)
        (site / name).write_text(f"<html>{text}</html>", encoding="utf-8")
