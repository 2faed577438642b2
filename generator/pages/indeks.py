"""What machines that index the web read, beside the pages: ``robots.txt``."""

from __future__ import annotations


def robots(site_url: str) -> str:
    """Everything may be read; the map of the site is named by its full address, if known.

    >>> robots("https://contoh.id/peta/").splitlines()[-1]
    'Sitemap: https://contoh.id/peta/sitemap.xml'
    """
    lines = ["User-agent: *", "Allow: /"]
    if site_url:
        lines.append(f"Sitemap: {site_url}sitemap.xml")
    return "\n".join(lines) + "\n"
