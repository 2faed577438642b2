"""The built site: every link and anchor leads somewhere, and nothing comes from another host."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote

from generator.problems import Place, Problem

_IDS = re.compile(r'\s(?:id|name)="([^"]+)"')
_LINKS = re.compile(r'<(?P<tag>[a-zA-Z]+)\b[^>]*?\s(?:href|src|data-src)="(?P<url>[^"]*)"')
_SCHEME = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
#: A link to another host is for the reader to follow; everything else would be loaded.
_FOLLOWED = re.compile(r"^(?:https?|mailto):", re.IGNORECASE)
_CANONICAL = re.compile(r'<link\b[^>]*\brel="(?:canonical|alternate|prev|next|license)"')


def check_site(site: Path, base: str = "/") -> Iterator[Problem]:
    """Yield a problem for each dead link, dead anchor, and resource from elsewhere.

    ``base`` is the path below which the site will stand on its host, with slashes at both ends.
    """
    pages = {
        path.relative_to(site).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(site.rglob("*.html"))
    }
    anchors = {name: frozenset(_IDS.findall(text)) for name, text in pages.items()}
    for name, text in pages.items():
        for tag, url in sorted(_links(text)):
            problem = _check(site, name, tag, _from_root(url, base), anchors)
            if problem is not None:
                yield problem


def _from_root(url: str, base: str) -> str:
    """An address from the host's root as one from the site's root; others stay as they are."""
    return f"/{url[len(base) :]}" if url.startswith(base) else url


def _links(text: str) -> set[tuple[str, str]]:
    return {
        (match["tag"].lower(), html.unescape(match["url"]))
        for match in _LINKS.finditer(text)
        if not _CANONICAL.match(match.group())
    }


def _check(
    site: Path, page: str, tag: str, url: str, anchors: Mapping[str, frozenset[str]]
) -> Problem | None:
    if _SCHEME.match(url):
        if (tag == "a" and _FOLLOWED.match(url)) or url.startswith("data:image/"):
            return None
        return Problem(
            Place(page),
            f"alamat {url[:80]} pada <{tag}> keluar dari situs",
            "simpan berkas itu di site_overrides/, atau hapus alamatnya",
        )
    path, _, anchor = url.partition("#")
    path = unquote(path.partition("?")[0])
    target = _target(page, path)
    if target.startswith(".."):
        return Problem(Place(page), f"tautan {url} keluar dari situs", "perbaiki tautannya")
    if target not in anchors and not (site / target).is_file():
        return Problem(Place(page), f"tautan mati: {url}", "perbaiki tautan atau buat halamannya")
    # "#" alone, and Material's own "#__…", are for its scripts.
    if anchor and target in anchors and unquote(anchor) not in anchors[target]:
        return Problem(Place(page), f"jangkar mati: {url}", "perbaiki tautan atau jangkarnya")
    return None


def _target(page: str, path: str) -> str:
    if path.startswith("/"):
        joined = path.lstrip("/")
    else:
        joined = posixpath.join(posixpath.dirname(page), path) if path else page
    target = posixpath.normpath(joined) if joined else "."
    if path.endswith(("/", ".", "..")) or target == ".":
        target = posixpath.join(target, "index.html")
    return posixpath.normpath(target)
