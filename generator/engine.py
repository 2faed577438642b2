"""The site engine: the only module that imports MkDocs. A tree of pages becomes a site."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.theme import Theme

from generator.problems import BuildFailed, Place, Problem
from generator.templat import TERKOMPILASI

_TODO = "perbaiki halaman di content/ atau templat di site_overrides/, lalu bangun lagi"


@dataclass(frozen=True)
class Setelan:
    """How a site is built: ``config`` is the project's ``mkdocs.yml``.

    An offline site names ``index.html`` in every link and has no Content-Security-Policy, which
    browsers read differently for files. ``site_url`` is where the site will stand, if not where the
    configuration says; offline, it stands nowhere. ``extra`` is what templates know of the whole
    site.
    """

    config: Path
    offline: bool = False
    site_url: str = ""
    extra: Mapping[str, object] = field(default_factory=dict)

    @cached_property
    def alamat(self) -> str:
        """Where the site will stand, with a slash at its end, or ""."""
        # Where pages come from does not matter here, only that it exists.
        configured = load_config(str(self.config), docs_dir=str(Path(__file__).parent)).site_url
        url = "" if self.offline else self.site_url or configured or ""
        return f"{url.rstrip('/')}/" if url else ""


def build(tree: Path, out: Path, setelan: Setelan, *, part: bool = False) -> None:
    """Build the site from a tree of pages into ``out``; nothing is fetched from the network.

    Pages that the navigation names may be built elsewhere. Of a ``part`` what the theme brings is
    left out too. Warnings of the engine are errors here: raises BuildFailed with all of them.
    """
    config = setelan.config
    with _collected() as records:
        try:
            options = load_config(
                str(config),
                docs_dir=str(tree.absolute()),
                site_dir=str(out.absolute()),
                use_directory_urls=not setelan.offline,
            )
            options.site_url = setelan.alamat or None
            options.extra |= {**setelan.extra, "luring": setelan.offline}
            options.plugins["halaman-jadi"] = _FinishedPages()
            options.plugins["di-tempat-lain"] = _Elsewhere()
            if part:
                options.theme.static_templates.clear()
            options.theme.get_env = _compiled(options.theme, alone=part)  # type: ignore[method-assign]
            mkdocs_build(options)
        except MkDocsException as error:
            raise BuildFailed(
                [*_problems(config, records), _problem(config, str(error))]
            ) from error
    problems = _problems(config, records)
    if problems:
        raise BuildFailed(problems)


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


class _Elsewhere(BasePlugin):  # type: ignore[type-arg, no-untyped-call]  # without settings
    """Lets the navigation name pages that are built elsewhere."""

    def __init__(self) -> None:
        self._elsewhere: list[File] = []

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        for entry in config.nav or ():
            for path in entry.values():
                if files.get_file_from_path(path) is None:
                    self._elsewhere.append(File.generated(config, path, content=""))
                    files.append(self._elsewhere[-1])
        return files

    def on_nav(self, nav: Navigation, **_others: Any) -> Navigation:
        for file in self._elsewhere:
            file.inclusion = InclusionLevel.EXCLUDED
        return nav


def _compiled(theme: Theme, *, alone: bool) -> Callable[[], Environment]:
    """The theme's templates, compiled once; ``alone`` without the files that are beside them."""
    at = tuple(theme.dirs), alone
    if at not in _ENVIRONMENTS:
        environment = theme.get_env()
        environment.bytecode_cache = TERKOMPILASI
        if alone:
            # The engine asks for templates only to copy what is none.
            environment.list_templates = lambda *_a, **_k: []  # type: ignore[method-assign]
        _ENVIRONMENTS[at] = environment
    return lambda: _ENVIRONMENTS[at]


_ENVIRONMENTS: dict[tuple[tuple[str, ...], bool], Environment] = {}


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
