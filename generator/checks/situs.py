"""The built site: every link and anchor leads somewhere, and nothing comes from another host."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from generator.problems import Place, Problem

_IDS = re.compile(r'\s(?:id|name)="([^"]+)"')
_LINKS = re.compile(r'<(?P<tag>[a-zA-Z]+)\b[^>]*?\s(?:href|src|data-src)="(?P<url>[^"]*)"')
_SCHEME = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
#: A link to another host is for the reader to follow; everything else would be loaded.
_FOLLOWED = re.compile(r"^(?:https?|mailto):", re.IGNORECASE)
_CANONICAL = re.compile(r'<link\b[^>]*\brel="(?:canonical|alternate|prev|next|license)"')


@dataclass(frozen=True)
class Keluar:
    """A link to what is not in the same part of a site, on one of the pages that have it."""

    page: str
    url: str
    target: str
    anchor: str


@dataclass(frozen=True)
class Pengamatan:
    """What was seen in a part of a site: its files, and its links to what is elsewhere.

    ``jangkar`` are the ids of each page, ``masalah`` what is wrong whatever stands elsewhere.
    """

    berkas: frozenset[str]
    keluar: tuple[Keluar, ...]
    jangkar: Mapping[str, frozenset[str]]
    masalah: tuple[Problem, ...]


def check_site(site: Path, base: str = "/") -> Iterator[Problem]:
    """Yield a problem for each dead link, dead anchor, and resource from elsewhere.

    ``base`` is the path below which the site will stand on its host, with slashes at both ends.
    """
    seen = survey(site, base)
    yield from seen.masalah
    yield from check_across({"": (seen.berkas, seen.keluar)}, lambda _part: seen.jangkar)


def survey(site: Path, base: str = "/") -> Pengamatan:
    """Look at every page of a site, or of a part of one; ``base`` as in `check_site`."""
    files = frozenset(
        path.relative_to(site).as_posix() for path in sorted(site.rglob("*")) if path.is_file()
    )
    pages = {
        name: (site / name).read_text(encoding="utf-8")
        for name in sorted(files)
        if name.endswith(".html")
    }
    anchors = {name: frozenset(_IDS.findall(text)) for name, text in pages.items()}
    problems: list[Problem] = []
    leaving: dict[tuple[str, str], Keluar] = {}
    for name, text in pages.items():
        for tag, url in sorted(_links(text)):
            found = _check(name, tag, _from_root(url, base), files, anchors)
            if isinstance(found, Problem):
                problems.append(found)
            elif found is not None:
                leaving.setdefault((found.target, found.anchor), found)
    return Pengamatan(files, tuple(leaving.values()), anchors, tuple(problems))


def check_across(
    parts: Mapping[str, tuple[frozenset[str], Sequence[Keluar]]],
    anchors: Callable[[str], Mapping[str, frozenset[str]]],
) -> Iterator[Problem]:
    """Yield a problem for each link between parts that leads nowhere.

    ``parts`` holds the files and the leaving links of each part by its name; ``anchors`` gives the
    ids of its pages, and is asked once for each part that links lead to.
    """
    place = {file: part for part, (files, _links) in parts.items() for file in files}
    wanted: dict[str, list[Keluar]] = {}
    for _files, links in parts.values():
        for link in links:
            if link.target not in place:
                yield _dead(link.page, link.url)
            elif link.anchor:
                wanted.setdefault(place[link.target], []).append(link)
    for part, links in wanted.items():
        ids = anchors(part)
        for link in links:
            if link.target in ids and link.anchor not in ids[link.target]:
                yield _dead_anchor(link.page, link.url)


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
    page: str,
    tag: str,
    url: str,
    files: frozenset[str],
    anchors: Mapping[str, frozenset[str]],
) -> Problem | Keluar | None:
    if _SCHEME.match(url):
        if (tag == "a" and _FOLLOWED.match(url)) or url.startswith("data:image/"):
            return None
        return Problem(
            Place(page),
            f"alamat {url[:80]} pada <{tag}> keluar dari situs",
            "simpan berkas itu di site_overrides/, atau hapus alamatnya",
        )
    path, _, anchor = url.partition("#")
    target = _target(page, unquote(path.partition("?")[0]))
    if target.startswith(".."):
        return Problem(Place(page), f"tautan {url} keluar dari situs", "perbaiki tautannya")
    if target not in files:
        return Keluar(page, url, target, unquote(anchor))
    # "#" alone, and Material's own "#__…", are for its scripts.
    if anchor and target in anchors and unquote(anchor) not in anchors[target]:
        return _dead_anchor(page, url)
    return None


def _dead(page: str, url: str) -> Problem:
    return Problem(Place(page), f"tautan mati: {url}", "perbaiki tautan atau buat halamannya")


def _dead_anchor(page: str, url: str) -> Problem:
    return Problem(Place(page), f"jangkar mati: {url}", "perbaiki tautan atau jangkarnya")


def _target(page: str, path: str) -> str:
    if path.startswith("/"):
        joined = path.lstrip("/")
    else:
        joined = posixpath.join(posixpath.dirname(page), path) if path else page
    target = posixpath.normpath(joined) if joined else "."
    if path.endswith(("/", ".", "..")) or target == ".":
        target = posixpath.join(target, "index.html")
    return posixpath.normpath(target)
