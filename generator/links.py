"""Every address and anchor of the site, in one place.

Pages and charts are written with addresses from the site's root, marked ``~/``; `relativize` turns
them into relative ones at the end, so that the same page works on any host, in a subfolder, and
from ``file://`` (where every link must name a file).
"""

from __future__ import annotations

import re

HOME = "~/"
FINDINGS = "~/temuan/"
ABOUT = "~/tentang/"
GLOSSARY = "~/istilah/"
DATA = "~/data/"

_ADDRESS = re.compile(
    r'(?P<attribute>\b(?:href|src|data-src)=")~/(?P<path>[^"#?]*)(?P<rest>[^"]*)"'
)


def overview(slug: str) -> str:
    """The overview of one regency."""
    return f"~/{slug}/"


def section(slug: str, name: str) -> str:
    """One of a regency's pages: peraturan, lampiran, kedudukan, penugasan, mekanisme, …."""
    return f"~/{slug}/{name}/"


def clause(slug: str, anchor: str) -> str:
    """A clause on the page where its text stands."""
    page = "lampiran" if anchor.split("-", 1)[0] == "lampiran" else "peraturan"
    return f"{section(slug, page)}#{anchor}"


def flow(slug: str, flow_id: str) -> str:
    """The page of one mechanism."""
    return f"~/{slug}/mekanisme/{flow_id}/"


def chart_id(kind: str, chart: str) -> str:
    """The anchor of a chart on its page; ``kind`` is kedudukan, penugasan or mekanisme."""
    return f"bagan-{kind}-{chart}"


def box_id(chart: str, box: str) -> str:
    """The id of a box in an inline SVG: unique on any page that shows several charts."""
    return f"simpul-{chart}-{box}"


def step_id(flow_id: str, step: str) -> str:
    """The anchor of a step in the table of a flow."""
    return f"langkah-{flow_id}-{step}"


def source_file(address: str) -> str:
    """The path in the page tree for an address: ``~/kendal/`` is ``kendal/index.md``."""
    path = address.removeprefix("~/")
    return f"{path}index.md"


def relativize(html: str, page: str, *, offline: bool = False) -> str:
    """Make every ``~/`` address of a page relative to it; offline ones name ``index.html``."""
    depth = page.removeprefix("~/").count("/")
    up = "../" * depth

    def relative(match: re.Match[str]) -> str:
        path = match["path"]
        if offline and (not path or path.endswith("/")):
            path += "index.html"
        return f'{match["attribute"]}{up + path or "./"}{match["rest"]}"'

    return _ADDRESS.sub(relative, html)
