"""Read: files become plain values that remember where they stood. The only reader of YAML.

YAML is read strictly: duplicate keys, tags and aliases are refused, and scalars follow YAML 1.2
(``no`` is a word, ``08`` is a word, only ``true`` and ``false`` are booleans).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from generator.problems import BuildFailed, Place, Problem

#: Far above any real file (the largest is about 200 KB); a larger one is a mistake or an attack.
MAX_BYTES = 5_000_000
MAX_DEPTH = 40

Path_ = tuple[str | int, ...]

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INT = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)(?:[eE][-+]?[0-9]+)?")
_CORE_TAGS = frozenset(
    f"tag:yaml.org,2002:{name}"
    for name in ("null", "bool", "int", "float", "str", "seq", "map", "timestamp", "merge", "value")
)


@dataclass(frozen=True)
class Dokumen:
    """A YAML file as plain values, with the place of every value and of every key."""

    file: str
    nilai: Any
    places: Mapping[Path_, Place]
    keys: Mapping[Path_, Place]

    def place(self, path: Path_) -> Place:
        """The place of a value, or of the nearest thing around it that was written."""
        for known in _shorter(path):
            if known in self.places:
                return self.places[known]
        return Place(self.file, 1, 1)

    def key(self, path: Path_) -> Place:
        """The place of a key; of its value's surroundings when there is no such key."""
        return self.keys.get(path) or self.place(path)


def read_text(path: Path, file: str) -> str:
    """Read a text file as UTF-8; a byte order mark and CR LF are taken off.

    Raises BuildFailed with the place of what cannot be read.
    """
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise _failed(file, 0, 0, "berkas tidak ada", "buat berkas ini") from None
    except OSError as error:
        raise _failed(
            file, 0, 0, f"berkas tidak dapat dibaca ({error.strerror})", "periksa hak aksesnya"
        ) from None
    if len(raw) > MAX_BYTES:
        raise _failed(
            file,
            0,
            0,
            f"berkas terlalu besar ({len(raw):,} bita)",
            f"paling besar {MAX_BYTES:,} bita; bagi atau periksa isinya",
        )
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - raw.rfind(b"\n", 0, error.start)
        raise _failed(
            file, line, column, "bukan teks UTF-8", "simpan ulang berkas dengan pengodean UTF-8"
        ) from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise _failed(file, line, 1, "ada bita NUL", "hapus bita itu; berkas mungkin rusak")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_yaml(path: Path, file: str) -> Dokumen:
    """Read a YAML file; raises BuildFailed with every duplicate key, tag and alias it has."""
    return parse_yaml(read_text(path, file), file)


def parse_yaml(text: str, file: str) -> Dokumen:
    """Read YAML from a text; see `read_yaml`."""
    try:
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise _failed(
            file,
            line,
            column,
            f"bukan YAML yang benar ({error.problem or error.context})",
            "periksa indentasi, titik dua, dan tanda kutip di baris ini",
        ) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise _failed(
            file, line, 1, "ada karakter yang tidak boleh ada dalam YAML", "hapus karakter itu"
        ) from None
    except RecursionError:
        raise _failed(file, 1, 1, "susunan terlalu dalam", "ratakan susunannya") from None
    reader = _Reader(file)
    value = reader.convert(node, (), 0) if node is not None else None
    if reader.problems:
        raise BuildFailed(reader.problems)
    return Dokumen(file, value, reader.places, reader.keys)


@dataclass
class _Reader:
    """Turns nodes into values; gathers places and problems on the way."""

    file: str
    places: dict[Path_, Place] = field(default_factory=dict)
    keys: dict[Path_, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    seen: set[int] = field(default_factory=set)

    def convert(self, node: yaml.Node, path: Path_, depth: int) -> Any:
        place = self._place(node)
        self.places[path] = place
        if id(node) in self.seen:
            return self._refuse(place, "rujukan YAML (*nama) tidak dipakai", "tulis nilainya")
        self.seen.add(id(node))
        if depth > MAX_DEPTH:
            return self._refuse(place, "susunan terlalu dalam", "ratakan susunannya")
        if node.tag not in _CORE_TAGS:
            return self._refuse(place, f"tanda jenis {node.tag} tidak dipakai", "hapus tandanya")
        if isinstance(node, yaml.ScalarNode):
            return _scalar(node)
        if isinstance(node, yaml.SequenceNode):
            return [
                self.convert(item, (*path, index), depth + 1)
                for index, item in enumerate(node.value)
            ]
        return self._mapping(node, path, depth)

    def _mapping(self, node: yaml.Node, path: Path_, depth: int) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            place = self._place(key_node)
            if not isinstance(key_node, yaml.ScalarNode):
                self._refuse(place, "kunci harus berupa kata", "tulis kunci sebagai satu kata")
                continue
            key = key_node.value
            if key in result:
                first = self.keys[(*path, key)]
                self._refuse(
                    place,
                    f"kunci “{key}” ditulis dua kali (pertama pada baris {first.line})",
                    "hapus salah satu",
                )
                continue
            self.keys[(*path, key)] = place
            result[key] = self.convert(value_node, (*path, key), depth + 1)
        return result

    def _place(self, node: yaml.Node) -> Place:
        return Place(self.file, node.start_mark.line + 1, node.start_mark.column + 1)

    def _refuse(self, place: Place, what: str, todo: str) -> None:
        self.problems.append(Problem(place, what, todo))


def _scalar(node: yaml.ScalarNode) -> Any:
    text = node.value
    if node.style is not None and node.style != "":
        return text
    if text in ("", "~", "null", "Null", "NULL"):
        return None
    if text in ("true", "True", "TRUE"):
        return True
    if text in ("false", "False", "FALSE"):
        return False
    if _INT.fullmatch(text) and len(text) <= 20:
        return int(text)
    if _FLOAT.fullmatch(text):
        return float(text)
    return text


def _shorter(path: Path_) -> list[Path_]:
    """The path, then each path around it; a list of one may be written without its dash."""
    around = [path[:length] for length in range(len(path), -1, -1)]
    bare = tuple(part for part in path if part != 0)
    return [path, bare, *around]


def _failed(file: str, line: int, column: int, what: str, todo: str) -> BuildFailed:
    return BuildFailed([Problem(Place(file, line, column), what, todo)])
