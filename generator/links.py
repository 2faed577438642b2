"""Every address and anchor of the site, in one place.

Pages and charts are written with addresses from the site's root, marked ``~/``; `relativize` turns
them into relative ones at the end, so that the same page works on any host, in a subfolder, and
from ``file://`` (where every link must name a file).
"""

from __future__ import annotations

import re
from urllib.parse import urlencode

HOME = "~/"
FINDINGS = "~/temuan/"
ABOUT = "~/tentang/"
GLOSSARY = "~/istilah/"
DATA = "~/data/"
SEARCH = "~/cari/"
ASK = "~/tanya/"
COMPARE = "~/bandingkan/"
COMPARE_TEXT = "~/bandingkan/naskah/"
COMPARE_LAWS = "~/bandingkan/dasar-hukum/"
TRAINING = "~/sosialisasi/"
#: The site's own names: a regency called so would stand in the place of its pages or files.
OWN = frozenset(
    (
        *(page.strip("~/") for page in (FINDINGS, ABOUT, GLOSSARY, DATA, SEARCH, ASK, COMPARE)),
        *("sosialisasi", "assets", "perbandingan"),  # its files, and the deck of all regencies
        *("index", "404", "kosakata", "padanan", "bagan", "banding"),  # files of data
        *("kata", "situs"),  # files of the index
    )
)

#: The value of an attribute that is an address; that it begins with fixed letters makes it quick
#: to find.
_ADDRESS = re.compile(r'="~/(?P<path>[^"#?]*)(?P<rest>[^"]*)"')
_ATTRIBUTES = ("href", "src", "data-lain", "action")


def glossary(letter: str = "") -> str:
    """The terms, or of many those that begin with a letter."""
    return f"{GLOSSARY}{letter}/" if letter else GLOSSARY


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


def aspect(aspect_id: str) -> str:
    """The page of one aspect of comparison."""
    return f"{COMPARE}{aspect_id}/"


def compared_flow(kind: str) -> str:
    """The page that compares one kind of mechanism; ``kind`` is of the shared vocabulary."""
    return f"{COMPARE}mekanisme/{kind}/"


def compared_text(base: str, other: str) -> str:
    """The page that puts the text of a regulation beside that of the base."""
    return f"{COMPARE_TEXT}{base}-{other}/"


def compared_unit(kind: str) -> str:
    """The page that compares the structures of one kind of unit."""
    return f"{COMPARE}kedudukan/{kind.replace('_', '-')}/"


def compared_column(slug: str) -> str:
    """The answers of one regency as a script for the page of comparison."""
    return f"{DATA}banding/{slug}.js"


def unit(slug: str, unit_id: str) -> str:
    """A unit in the directory of its regency."""
    return f"{section(slug, 'perangkat-daerah')}#{unit_anchor(unit_id)}"


def unit_anchor(unit_id: str) -> str:
    """The anchor of a unit in the directory."""
    return f"unit-{unit_id}"


def ask(slug: str = "", unit_id: str = "", jabatan: str = "") -> str:
    """The question who appraises, with what is known filled in."""
    given = {"daerah": slug, "unit": unit_id, "jabatan": jabatan}
    query = urlencode({key: value for key, value in given.items() if value})
    return f"{ASK}?{query}" if query else ASK


def ask_flow(slug: str = "", situation: str = "") -> str:
    """The question which flow to take; ``situation`` as `keadaan.key` writes it."""
    given = {"daerah": slug} if slug else {}
    return f"{ASK}?{urlencode({**given, 'alur': situation})}"


def ask_data(slug: str) -> str:
    """The script with every answer of one regency."""
    return f"{DATA}tanya/{slug}.js"


def deck(name: str) -> str:
    """The slides of one deck: a regency's by its slug, or those that compare several."""
    return f"{TRAINING}{name}/"


def chart_id(kind: str, chart: str) -> str:
    """The anchor of a chart on its page; ``kind`` is kedudukan, penugasan or mekanisme."""
    return f"bagan-{kind}-{chart}"


def chart_file(slug: str, kind: str, chart: str, ending: str) -> str:
    """A chart as a file of its own, named for its regency; ``ending`` is svg, dot or json."""
    return f"{DATA}bagan/{slug}/{slug}-{kind}-{chart}.{ending}"


def letter(slug: str, letter_id: str) -> str:
    """The page on which one letter is filled in."""
    return f"~/{slug}/surat/{letter_id}/"


def letter_file(slug: str, letter_id: str) -> str:
    """One letter as a Word document, named for its regency."""
    return f"{TRAINING}{slug}/{slug}-surat-{letter_id}.docx"


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


def relative(address: str, page: str, *, offline: bool = False) -> str:
    """A ``~/`` address as seen from a page; other addresses stay as they are.

    >>> relative("~/kendal/peraturan/#pasal-1", "~/kendal/")
    '../kendal/peraturan/#pasal-1'
    """
    if not address.startswith("~/"):
        return address
    path, mark, rest = _split(address.removeprefix("~/"))
    return _seen_from(path, page, offline=offline) + mark + rest


def relativize(html: str, page: str, *, offline: bool = False) -> str:
    """Make every ``~/`` address of a page relative to it; offline ones name ``index.html``."""

    def seen(match: re.Match[str]) -> str:
        if not match.string.endswith(_ATTRIBUTES, 0, match.start()):
            return match[0]
        address = _seen_from(match["path"], page, offline=offline)
        return f'="{address}{match["rest"]}"'

    return _ADDRESS.sub(seen, html)


def _split(path: str) -> tuple[str, str, str]:
    """A path, then its query or fragment with the mark that begins it."""
    match = re.search(r"[?#]", path)
    if match is None:
        return path, "", ""
    return path[: match.start()], match[0], path[match.end() :]


def _seen_from(path: str, page: str, *, offline: bool) -> str:
    up = "../" * page.removeprefix("~/").count("/")
    if offline and (not path or path.endswith("/")):
        path += "index.html"
    return up + path or "./"
