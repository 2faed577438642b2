"""What machines that index the web read, beside the pages: ``robots.txt`` and ``sitemap.xml``."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape


def robots(site_url: str) -> str:
    """Everything may be read; the map of the site is named by its full address, if known.

    >>> robots("https://contoh.id/peta/").splitlines()[-1]
    'Sitemap: https://contoh.id/peta/sitemap.xml'
    """
    lines = ["User-agent: *", "Allow: /"]
    if site_url:
        lines.append(f"Sitemap: {site_url}sitemap.xml")
    return "\n".join(lines) + "\n"


def sitemap(site_url: str, files: Iterable[str]) -> str:
    """The map of a site: the address of every page among its files.

    No page has a date: it is known when the site was built, not when what it says changed.
    """
    pages = sorted(name for name in files if name == "index.html" or name.endswith("/index.html"))
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
            *(
                f"  <url><loc>{escape(site_url + name.removesuffix('index.html'))}</loc></url>"
                for name in pages
            ),
            "</urlset>",
            "",
        ]
    )
