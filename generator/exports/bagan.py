"""Charts as files of their own: SVG to be opened alone, DOT, and the graph as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from xml.etree import ElementTree as ET

from pydantic import TypeAdapter

from generator import links
from generator.exports.tulis import write_json
from generator.graph import Bagan
from generator.pages.values import BaganTerbit

SCHEMA = "data/bagan.schema.json"
_SPACE = "http://www.w3.org/2000/svg"
_SVG = f"{{{_SPACE}}}"
_GRAPH = TypeAdapter(Bagan)
#: What only a page's style sheet and script have a use for.
_OF_THE_PAGE = ("class", "role", "href")
#: The edge of what was reconstructed; on a page the style sheet draws it so.
_RECONSTRUCTED = "5,2.5"

ET.register_namespace("", _SPACE)


def export_charts(charts: Iterable[BaganTerbit], site_url: str | None = None) -> Mapping[str, str]:
    """Every file below ``data/bagan/`` by its path.

    ``site_url`` is the address where the site will stand, with a slash at its end; without it
    the links of a file would lead nowhere and are left out.
    """
    files = {}
    for chart in charts:
        for ending, text in _forms(chart, site_url):
            bagan = chart.bagan
            address = links.chart_file(bagan.slug, bagan.jenis, bagan.id, ending)
            files[address.removeprefix(links.HOME)] = text
    return files


def chart_schema() -> Mapping[str, str]:
    """The schema of the graphs, by its path."""
    return {SCHEMA: write_json(_GRAPH.json_schema())}


def _forms(chart: BaganTerbit, site_url: str | None) -> Iterator[tuple[str, str]]:
    yield "svg", alone(chart.gambar.svg, site_url)
    yield "dot", chart.gambar.dot
    yield "json", graph_json(chart.bagan)


def graph_json(bagan: Bagan) -> str:
    """A chart's boxes, lines, lanes and stages with their citations; addresses from the root."""
    return write_json(_plain(_GRAPH.dump_python(bagan, mode="json", exclude_none=True)))


def alone(svg: str, site_url: str | None = None) -> str:
    """An inline SVG as a file: light colours on white, nothing that needs the page around it."""
    root = ET.fromstring(svg)
    for element in root.iter():
        if {"kotak", "asal-rekonstruksi"} <= set(element.get("class", "").split()):
            _dash(element)
    for element in root.iter():
        _detach(element, site_url)
    size = {"width": root.get("width", "0"), "height": root.get("height", "0")}
    _, _, width, height = root.get("viewBox", "0 0 {width} {height}".format(**size)).split()
    ground = ET.Element(f"{_SVG}rect", {"width": width, "height": height, "fill": "#ffffff"})
    words = [child for child in root if child.tag in (f"{_SVG}title", f"{_SVG}desc")]
    root.insert(len(words), ground)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _dash(box: ET.Element) -> None:
    for shape in box:
        if shape.get("class") == "bidang":
            shape.set("stroke-dasharray", _RECONSTRUCTED)


def _detach(element: ET.Element, site_url: str | None) -> None:
    """Take from an element what belongs to the page; its link stays only if it can be followed."""
    address = element.get("href")
    for name in list(element.attrib):
        if name in _OF_THE_PAGE or name.startswith("data-"):
            del element.attrib[name]
    if element.tag == f"{_SVG}a":
        if site_url and address:
            element.set("href", address.replace(links.HOME, site_url, 1))
        else:
            element.tag = f"{_SVG}g"


def _plain(value: Any) -> Any:
    """The same value with addresses from the site's root, as in the other open data."""
    if isinstance(value, dict):
        return {
            key: item.removeprefix(links.HOME) if key == "alamat" else _plain(item)
            for key, item in value.items()
        }
    return [_plain(item) for item in value] if isinstance(value, list) else value
