"""Read: files become plain values that remember where they stood. The only reader of YAML.

YAML is read strictly: duplicate keys, tags and aliases are refused, and scalars follow YAML 1.2
(``no`` is a word, ``08`` is a word, only ``true`` and ``false`` are booleans).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

import yaml

from generator.problems import BuildFailed, Place, Problem
from generator.salah_yaml import explain

#: Far above any real file (the largest is about 200 KB); a larger one is a mistake or an attack.
MAX_BYTES = 5_000_000
MAX_DEPTH = 40
#: Values in one YAML file, keys included; the largest real one has about 6,000.
MAX_NODES = 50_000
#: Nobody reads further; the rest shows when these are mended.
MAX_PROBLEMS = 500
_LONGEST_NUMBER = 20
#: Ends of lines for the parser, but not for an editor: places after them would be wrong.
_ODD_BREAK = re.compile("[\x85\u2028\u2029]")

Path_ = tuple[str | int, ...]

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INT = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)(?:[eE][-+]?[0-9]+)?")
#: Tags that say no more than that a text is a text.
_TAGS = frozenset({"!", "tag:yaml.org,2002:str"})


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
    raw = read_bytes(path, file, MAX_BYTES)
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


def read_bytes(path: Path, file: str, most: int) -> bytes:
    """Read a file of at most so many bytes; never waits for a pipe, never reads on without end.

    Raises BuildFailed when it is not there, no file, too large, or not allowed to be read.
    """
    try:
        if not path.is_file() and path.exists():
            raise _failed(file, 0, 0, "ini bukan berkas biasa", "ganti dengan sebuah berkas")
        with path.open("rb") as opened:
            raw = opened.read(most + 1)
    except FileNotFoundError:
        raise _failed(file, 0, 0, "berkas tidak ada", "buat berkas ini") from None
    except OSError as error:
        raise _failed(
            file, 0, 0, f"berkas tidak dapat dibaca ({error.strerror})", "periksa hak aksesnya"
        ) from None
    if len(raw) > most:
        what = f"berkas terlalu besar (lebih dari {most} bita)"
        raise _failed(file, 0, 0, what, "bagi menjadi beberapa berkas, atau periksa isinya")
    return raw


def read_yaml(path: Path, file: str) -> Dokumen:
    """Read a YAML file; raises BuildFailed with every duplicate key, tag and alias it has."""
    return parse_yaml(read_text(path, file), file)


def parse_yaml(text: str, file: str) -> Dokumen:
    """Read YAML from a text; see `read_yaml`."""
    if odd := _ODD_BREAK.search(text):
        line = text.count("\n", 0, odd.start()) + 1
        column = odd.start() - text.rfind("\n", 0, odd.start())
        what = f"ada pemisah baris yang tidak tampak (U+{ord(odd[0]):04X})"
        raise _failed(file, line, column, what, "ganti dengan spasi")
    reader = _Reader(file, yaml.parse(text, Loader=_LOADER))
    try:
        value = reader.document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file, 1, 1)
        what = f"bukan YAML yang benar ({explain(error.problem or error.context or '')})"
        reader.refuse(place, what, "periksa indentasi, titik dua, dan tanda kutip di baris ini")
    except yaml.reader.ReaderError as error:
        place = Place(file, text.count("\n", 0, error.position) + 1, 1)
        reader.refuse(place, "ada karakter yang tidak boleh ada dalam YAML", "hapus karakter itu")
    if reader.problems:
        raise BuildFailed(reader.problems)
    return Dokumen(file, value, reader.places, reader.keys)


@dataclass
class _Reader:
    """Turns what the parser reports into values, one thing after the other.

    No tree is made first: a tree of a million brackets breaks the parser's own stack, and one of
    a million words takes a gigabyte, before anyone could refuse it.
    """

    file: str
    events: Iterator[yaml.Event]
    places: dict[Path_, Place] = field(default_factory=dict)
    keys: dict[Path_, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    nodes: int = 0

    def document(self) -> Any:
        """The value of the file's only document, None when there is none."""
        next(self.events)
        if isinstance(next(self.events), yaml.StreamEndEvent):
            return None
        value = self._value(self._next(), (), 0)
        next(self.events)
        after = next(self.events)
        if isinstance(after, yaml.DocumentStartEvent):
            todo = "hapus baris “---”, atau bagi menjadi beberapa berkas"
            self.refuse(self._place(after), "berkas berisi lebih dari satu dokumen YAML", todo)
        return value

    def refuse(self, place: Place, what: str, todo: str) -> None:
        """Note a problem; reading goes on, until there are too many."""
        self.problems.append(Problem(place, what, todo))
        if len(self.problems) >= MAX_PROBLEMS:
            raise BuildFailed(self.problems)

    def _next(self) -> yaml.Event:
        event = next(self.events)
        self.nodes += 1
        if self.nodes > MAX_NODES:
            self._stop(event, f"lebih dari {MAX_NODES} nilai dalam satu berkas", "bagi berkasnya")
        return event

    def _stop(self, event: yaml.Event, what: str, todo: str) -> NoReturn:
        """Note a problem after which the rest of the file is not read."""
        raise BuildFailed([*self.problems, Problem(self._place(event), what, todo)])

    def _value(self, event: yaml.Event, path: Path_, depth: int) -> Any:
        place = self._place(event)
        self.places[path] = place
        if isinstance(event, yaml.AliasEvent):
            return self.refuse(place, "rujukan YAML (*nama) tidak dipakai", "tulis nilainya")
        if depth > MAX_DEPTH:
            self._stop(event, "susunan terlalu dalam", "ratakan susunannya")
        if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent):
            self._check_tag(event.tag, place)
        if isinstance(event, yaml.ScalarEvent):
            return _scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path, depth)
        return self._mapping(path, depth)

    def _check_tag(self, tag: str | None, place: Place) -> None:
        if tag is not None and tag not in _TAGS:
            self.refuse(place, f"tanda jenis {_short(tag)} tidak dipakai", "hapus tandanya")

    def _sequence(self, path: Path_, depth: int) -> list[Any]:
        result: list[Any] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            result.append(self._value(event, (*path, len(result)), depth + 1))
        return result

    def _mapping(self, path: Path_, depth: int) -> dict[str, Any]:
        result: dict[str, Any] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = self._key(event, path, depth)
            if key is None or key in result:
                # What stands below is read only to be passed over.
                self._value(self._next(), (*path, "?"), depth + 1)
                continue
            self.keys[(*path, key)] = self._place(event)
            result[key] = self._value(self._next(), (*path, key), depth + 1)
            if key == "<<":
                self.refuse(self._place(event), "gabungan YAML (<<) tidak dipakai", "tulis isinya")
        return result

    def _key(self, event: yaml.Event, path: Path_, depth: int) -> str | None:
        place = self._place(event)
        if not isinstance(event, yaml.ScalarEvent):
            self.refuse(place, "kunci harus berupa kata", "tulis kunci sebagai satu kata")
            self._value(event, (*path, "?"), depth + 1)
            return None
        key: str = event.value
        if first := self.keys.get((*path, key)):
            self.refuse(
                place,
                f"kunci “{_short(key)}” ditulis dua kali (pertama pada baris {first.line})",
                "hapus salah satu",
            )
        return key

    def _place(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        return Place(self.file, mark.line + 1, mark.column + 1) if mark else Place(self.file, 1, 1)


def _scalar(event: yaml.ScalarEvent) -> Any:
    text: str = event.value
    if event.style or event.tag is not None:
        return text
    if text in ("", "~", "null", "Null", "NULL"):
        return None
    if text in ("true", "True", "TRUE"):
        return True
    if text in ("false", "False", "FALSE"):
        return False
    # No number of a regulation is as long; a longer one is a word, and refused where it stands.
    if len(text) <= _LONGEST_NUMBER:
        if _INT.fullmatch(text):
            return int(text)
        if _FLOAT.fullmatch(text):
            return float(text)
    return text


def _shorter(path: Path_) -> list[Path_]:
    """The path, then each path around it; a list of one may be written without its dash."""
    around = [path[:length] for length in range(len(path), -1, -1)]
    bare = tuple(part for part in path if part != 0)
    return [path, bare, *around]


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"


def _failed(file: str, line: int, column: int, what: str, todo: str) -> BuildFailed:
    return BuildFailed([Problem(Place(file, line, column), what, todo)])
