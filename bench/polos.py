"""A plain site of the same text: what MkDocs and Material make of it without a generator."""

from __future__ import annotations

import json
from collections.abc import Iterable
from html.parser import HTMLParser
from pathlib import Path

#: Tags whose text is a line of its own, with the mark that Markdown has for it.
_LINES = {
    **{f"h{level}": f"{'#' * level} " for level in range(1, 7)},
    **dict.fromkeys(("p", "div", "dd", "dt", "tr", "summary", "figcaption", "blockquote"), ""),
    "li": "- ",
}
#: Tags whose text stands apart from the text before.
_CELLS = frozenset({"td", "th", "br"})
#: What is drawn, run or only offered to a machine; a page of plain text has none of it.
_SILENT = frozenset({"svg", "script", "style", "template", "button", "select", "noscript"})


class _Text(HTMLParser):
    """Gathers the lines of what stands in the page's article."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self._inside = self._silent = 0
        self._mark = ""
        self._words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self._inside += tag == "article"
        self._silent += tag in _SILENT
        if tag in _LINES:
            self._end_line(_LINES[tag])
        elif tag in _CELLS:
            self._words.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _LINES or tag == "article":
            self._end_line("")
        self._inside -= tag == "article"
        self._silent -= tag in _SILENT

    def handle_data(self, data: str) -> None:
        if self._inside and not self._silent:
            self._words.append(data)

    def _end_line(self, mark: str) -> None:
        if text := " ".join("".join(self._words).split()).replace("<", "&lt;"):
            self.lines.append(f"{self._mark}{text}")
        self._words, self._mark = [], mark


def as_markdown(html: str) -> str:
    r"""The words of a page's article as Markdown.

    >>> as_markdown("<p>no</p><article><h1>Judul</h1><p>Satu <b>dua</b>.</p></article>")
    '# Judul\n\nSatu dua.\n'
    """
    reader = _Text()
    reader.feed(html)
    return "\n\n".join(reader.lines) + "\n"


def write_plain(site: Path, folder: Path) -> int:
    """Write the pages of a built site as Markdown into ``folder``/docs; gives how many there are.

    Beside them stand two configurations: ``polos.yml`` with every page in the navigation and the
    search of the theme, and ``sendiri.yml``, which only renders the pages.
    """
    names = []
    for path in sorted(site.rglob("index.html")):
        name = path.relative_to(site).with_suffix(".md").as_posix()
        target = folder / "docs" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(as_markdown(path.read_text(encoding="utf-8")), encoding="utf-8")
        names.append(name)
    _write_config(folder / "polos.yml", "polos", names, "material", ["search"])
    _write_config(folder / "sendiri.yml", "sendiri", names[:1], "mkdocs", [])
    return len(names)


def _write_config(
    path: Path, out: str, names: Iterable[str], theme: str, plugins: list[str]
) -> None:
    """A configuration; JSON is YAML."""
    value = {
        "site_name": "Peraturan",
        "site_dir": out,
        "theme": {"name": theme, **({"font": False} if theme == "material" else {})},
        "plugins": plugins,
        "nav": _tree(names),
    }
    path.write_text(json.dumps(value), encoding="utf-8")


def _tree(names: Iterable[str]) -> list[object]:
    """The navigation: a section for every folder."""
    sections: dict[str, list[object]] = {}
    found: list[object] = []
    for name in names:
        head, _, rest = name.partition("/")
        if rest in ("", "index.md"):
            found.append(name)
        else:
            sections.setdefault(head, []).append(name)
    return [*found, *({head: items} for head, items in sections.items())]
