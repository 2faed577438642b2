"""YAML that nobody meant well: whatever stands in a file, it is read or its fault is told."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.problems import BuildFailed
from generator.project import advise, check_project, read_project, validate_project
from generator.read import MAX_DEPTH, MAX_NODES, Dokumen, parse_yaml, read_yaml
from tests.acak_kamar import in_room, share, told

_READ = """
from pathlib import Path
from generator.read import read_yaml
def run(path):
    return len(str(read_yaml(Path(path), "uji.yaml").nilai))
"""
#: Each made so that reading it takes all memory, all time, or the parser's own stack.
BOMS = {
    "kurung siku terbuka": ("[" * 4_900_000, "terlalu dalam"),
    "kurung kurawal terbuka": ("{a: " * 1_200_000, "terlalu dalam"),
    "daftar dalam daftar": ("- " * 2_400_000 + "x", "terlalu dalam"),
    "kunci dalam kunci": ("? " * 2_400_000, "kunci harus berupa kata"),
    "kunci makin menjorok": (
        "".join(" " * depth + "a:\n" for depth in range(3000)),
        "terlalu dalam",
    ),
    "dua juta butir": ("[" + "1," * 2_400_000 + "1]", f"lebih dari {MAX_NODES} nilai"),
    "sejuta baris butir": ("- 1\n" * 1_200_000, f"lebih dari {MAX_NODES} nilai"),
    "kunci tanpa akhir": ("".join(f"k{n}: 1\n" for n in range(400_000)), "lebih dari"),
    "satu kunci berulang": ("a: 1\n" * 900_000, "ditulis dua kali"),
    "semiliar tawa": (
        "a0: &a0 [ha]\n"
        + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 50)),
        "rujukan YAML",
    ),
    "sejuta rujukan": ("a: &a 1\nb: [" + "*a," * 1_500_000 + "]", "rujukan YAML"),
    "sejuta jangkar": ("".join(f"- &a{n} x\n" for n in range(390_000)), "lebih dari"),
    "rujukan ke diri sendiri": ("a: &a [*a]", "rujukan YAML"),
    "gabungan ke diri sendiri": ("a: &a {<<: *a}", "gabungan YAML"),
    "seratus ribu tanda jenis": ("- !!python/object x\n" * 100_000, "tanda jenis"),
    "teks lima juta huruf": ("a: " + "x" * 4_900_000, "jadi"),
    "angka lima juta angka": ("a: " + "9" * 4_900_000, "jadi"),
    "pecahan lima juta angka": ("a: " + "9" * 4_900_000 + ".5", "jadi"),
    "pangkat tak berhingga": ("a: 1.0e999999999", "jadi"),
    "enam juta bita": ("x" * 6_000_000, "terlalu besar"),
    "sejuta dokumen": ("---\n" * 1_000_000, "lebih dari satu dokumen"),
}


@pytest.mark.parametrize("name", BOMS)
def test_a_bomb_is_refused_or_read_within_limits(name: str, tmp_path: Path) -> None:
    text, words = BOMS[name]
    (tmp_path / "uji.yaml").write_text(text, encoding="utf-8")
    assert words in in_room(_READ, tmp_path / "uji.yaml")


def test_what_never_ends_is_not_waited_for(tmp_path: Path) -> None:
    for path in (Path("/dev/zero"), tmp_path):
        with pytest.raises(BuildFailed, match="ini bukan berkas biasa"):
            read_yaml(path, "uji.yaml")


def _read(text: str) -> Dokumen | None:
    """Read, and see that a place that is named is there."""
    try:
        return parse_yaml(text, "uji.yaml")
    except BuildFailed as failure:
        assert failure.problems
        assert told(failure.problems)
        lines = text.split("\n")
        for problem in failure.problems:
            assert 1 <= problem.place.line <= len(lines) + 1
        return None


FRAGMENTS = st.sampled_from(
    [*"abc-:?[]{},&*!|>'\"%@`#~\\ \n\t", "\n  ", "\n    ", ": ", "- ", "<<", "*a", "&a", "!!str",
     "---", "...", "\r\n", "\ufeff", "\0", "\x85", "\u2028", "1e9", "2023-02-30", "0x1F", "yes",
     ".inf", "é", "🙂", '"\\u0000"', "=", "key"]
)  # fmt: skip


@share(2)
@given(st.lists(FRAGMENTS, max_size=60).map("".join))
@example("? ")
@example("{? [a]: b}")
@example("a: 1\na: {b: [c, d]}")
@example("- !!int 3\n- ! 3\n- !<tag:yaml.org,2002:str> 3")
@example("\ufeffa: 1")
@example("a: 1\n---\n")
@example("- \x85a")
def test_any_text_is_read_or_refused(text: str) -> None:
    _read(text)


@share()
@given(st.binary(max_size=200))
@example(b"pola: caf\xe9")
@example("pola: 1".encode("utf-16"))
def test_any_bytes_are_read_or_refused(tmp_path_factory: Any, raw: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "bita.yaml"
    path.write_bytes(raw)
    try:
        read_yaml(path, "uji.yaml")
    except BuildFailed as failure:
        assert told(failure.problems)


SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=30)
    | st.sampled_from(["", "2023-13-45", "2023-09-22", "-", "a" * 6000, 10**30, 0, "pasal-1"])
)
TREES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=12,
)


@share()
@given(st.recursive(st.text(max_size=20), lambda i: st.lists(i) | st.dictionaries(st.text(), i)))
def test_what_is_written_in_quotes_is_read_as_it_was(value: object) -> None:
    read = _read(json.dumps(value))
    assert read is None or read.nilai == value
    if json.dumps(value).count("[") + json.dumps(value).count("{") <= MAX_DEPTH:
        assert read is not None or "\\ud" in json.dumps(value) or "<<" in json.dumps(value)


def _paths(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    yield path
    if isinstance(value, dict | list):
        for key, below in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _paths(below, (*path, key))


def _changed(value: Any, path: tuple[str | int, ...], change: tuple[str, Any]) -> Any:
    """A copy in which what stands at a path is replaced, taken out, or given a key or an item."""
    if path:
        copy: Any = dict(value) if isinstance(value, dict) else list(value)
        if len(path) == 1 and change[0] == "hapus":
            del copy[path[0]]
        else:
            copy[path[0]] = _changed(copy[path[0]], path[1:], change)
        return copy
    if change[0] == "tambah" and isinstance(value, list):
        return [*value, change[1]]
    if change[0] == "tambah" and isinstance(value, dict):
        return {**value, "kunci_asing": change[1]}
    if change[0] == "gandakan" and isinstance(value, list):
        return value + value
    return change[1]


NAMES = (
    "../kosakata", "daerah", "kedudukan", "penugasan", "mekanisme", "peran", "koreksi", "catatan"
)  # fmt: skip
CHANGES = st.tuples(st.sampled_from(["ganti", "hapus", "tambah", "gandakan"]), TREES)


@share()
@given(st.data(), st.sampled_from(NAMES), st.lists(CHANGES, min_size=1, max_size=3))
def test_any_value_anywhere_is_checked(
    contoh_bersama: Path, data: st.DataObject, name: str, changes: list[tuple[str, Any]]
) -> None:
    path = contoh_bersama / "regencies" / "contoh" / f"{name}.yaml"
    written = path.read_text(encoding="utf-8")
    value = parse_yaml(written, "uji.yaml").nilai
    for change in changes:
        value = _changed(value, data.draw(st.sampled_from(list(_paths(value)))), change)
    try:
        path.write_text(json.dumps(value), encoding="utf-8")
        problems = _check(contoh_bersama)
    finally:
        path.write_text(written, encoding="utf-8")
    assert told(problems)
    assert all((contoh_bersama / problem.place.file).exists() for problem in problems)


def _check(root: Path) -> tuple[Any, ...]:
    try:
        proyek = validate_project(*read_project(root))
        return (*check_project(proyek), *advise(proyek))
    except BuildFailed as failure:
        return failure.problems


@pytest.mark.parametrize("written", ["0", "86400", "1695340800", "2023-9-2", "22-09-2023", "true"])
def test_a_date_is_only_what_is_written_as_one(contoh_bersama: Path, written: str) -> None:
    path = contoh_bersama / "regencies" / "contoh" / "daerah.yaml"
    text = path.read_text(encoding="utf-8")
    value = parse_yaml(text, "uji.yaml").nilai
    value["sumber"]["diterima"] = written if "-" in written else json.loads(written)
    try:
        path.write_text(json.dumps(value), encoding="utf-8")
        problems = _check(contoh_bersama)
    finally:
        path.write_text(text, encoding="utf-8")
    assert [str(p) for p in problems if "bukan tanggal" in str(p)], problems
