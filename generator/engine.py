"""The site engine: the only module that imports MkDocs. A tree of pages becomes a site."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException
from mkdocs.plugins import BasePlugin
from mkdocs.structure.pages import Page

from generator.problems import BuildFailed, Place, Problem

_TODO = "perbaiki halaman di content/ atau templat di site_overrides/, lalu bangun lagi"


def build(
    tree: Path,
    out: Path,
    config: Path,
    *,
    offline: bool = False,
    site_url: str = "",
    extra: Mapping[str, object] | None = None,
) -> str:
    """Build the site from a tree of pages into ``out``; nothing is fetched from the network.

    ``config`` is the project's ``mkdocs.yml``. Warnings of the engine are errors here: raises
    BuildFailed with all of them. An offline site names ``index.html`` in every link and has no
    Content-Security-Policy, which browsers read differently for files. ``site_url`` is where the
    site will stand, if not where the configuration says; offline, it stands nowhere. ``extra`` is
    what templates know of the whole site. Gives the address used, with a slash at its end, or "".
    """
    with _collected() as records:
        try:
            options = load_config(
                str(config),
                docs_dir=str(tree.absolute()),
                site_dir=str(out.absolute()),
                use_directory_urls=not offline,
            )
            options.site_url = _address("" if offline else site_url or options.site_url or "")
            options.extra |= {**(extra or {}), "luring": offline}
            options.plugins["halaman-jadi"] = _FinishedPages()
            mkdocs_build(options)
        except MkDocsException as error:
            raise BuildFailed(
                [*_problems(config, records), _problem(config, str(error))]
            ) from error
    problems = _problems(config, records)
    if problems:
        raise BuildFailed(problems)
    return options.site_url or ""


def _address(site_url: str) -> str | None:
    return f"{site_url.rstrip('/')}/" if site_url else None


class _FinishedPages(BasePlugin):  # type: ignore[type-arg, no-untyped-call]  # without settings
    """Takes pages that are one block of HTML past the engine's Markdown.

    The tree is complete without it and gives the same site; but a parser of Markdown that looks
    at every tag of a page only to find that it is HTML takes nine tenths of a build.
    """

    def __init__(self) -> None:
        self._finished: dict[str, str] = {}

    def on_page_markdown(self, markdown: str, *, page: Page, **_others: Any) -> str:
        if not page.meta.get("pk"):
            return markdown
        self._finished[page.file.src_uri] = markdown.strip("\n")
        return ""

    def on_page_content(self, html: str, *, page: Page, **_others: Any) -> str:
        return self._finished.pop(page.file.src_uri, html)


class _Keeper(logging.Handler):
    """Keeps warnings and worse."""

    def __init__(self, records: list[logging.LogRecord]) -> None:
        super().__init__(logging.WARNING)
        self.records = records

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@contextmanager
def _collected() -> Iterator[list[logging.LogRecord]]:
    """Keep what the engine logs instead of printing it, for the time of one build."""
    records: list[logging.LogRecord] = []
    logger = logging.getLogger("mkdocs")
    handler = _Keeper(records)
    before = logger.propagate, logger.level
    logger.addHandler(handler)
    logger.propagate = False
    logger.setLevel(logging.WARNING)
    try:
        yield records
    finally:
        logger.removeHandler(handler)
        logger.propagate, level = before
        logger.setLevel(level)


def _problems(config: Path, records: list[logging.LogRecord]) -> list[Problem]:
    return [_problem(config, record.getMessage()) for record in records]


def _problem(config: Path, message: str) -> Problem:
    return Problem(Place(config.name), f"mesin situs melaporkan: {message}", _TODO)
