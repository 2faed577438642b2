"""A page that shows one chart with the site's own style sheet."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

CSS = Path(__file__).parent.parent / "site_overrides" / "assets" / "css" / "bagan.css"

_PAGE = """<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="{css}">
<style>body {{ background: #fff; }} body[data-md-color-scheme="slate"] {{ background: #11191d; }}
@media print {{ body[data-md-color-scheme] {{ background: #fff; }} }}</style>
<body data-md-color-scheme="default">{svg}</body>"""


def show(page: Page, svg: str, folder: Path) -> None:
    """Open the chart from a file in ``folder``, with its font loaded."""
    file = folder / "bagan.html"
    file.write_text(_PAGE.format(css=CSS.as_uri(), svg=svg), encoding="utf-8")
    page.goto(file.as_uri())
    assert page.evaluate("document.fonts.ready.then(() => document.fonts.check('12px Arimo'))")
