"""Values as YAML, written quickly: the form that people write, every text between quotes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from bench.buatan.kata import join


def as_yaml(value: Any, words: Mapping[str, str]) -> str:
    """YAML of mappings, lists, numbers and texts; a text that was cut gets other words.

    >>> print(as_yaml({"a": [{"b": ("ini", " ", "x"), "c": 1}], "d": []}, {"ini": "itu"}), end="")
    a:
      - b: "itu x"
        c: 1
    d: []
    """
    return "".join(f"{line}\n" for line in _lines(value, words, ""))


def _lines(value: Any, words: Mapping[str, str], margin: str) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _entry(f"{margin}{key}:", item, words, margin)
    else:
        for item in value:
            if isinstance(item, dict) and item:
                first, *others = _lines(item, words, f"{margin}  ")
                yield f"{margin}- {first.lstrip()}"
                yield from others
            else:
                yield from _entry(f"{margin}-", item, words, margin)


def _entry(head: str, value: Any, words: Mapping[str, str], margin: str) -> Iterator[str]:
    if isinstance(value, dict | list) and value:
        yield head
        yield from _lines(value, words, f"{margin}  ")
    else:
        text = join(value, words) if isinstance(value, tuple) else value
        yield f"{head} {json.dumps(text, ensure_ascii=False)}"
