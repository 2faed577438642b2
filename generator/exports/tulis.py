"""Tulis: open data as JSON that people can read too, written quickly."""

from __future__ import annotations

from typing import Any

from pydantic_core import to_json


def write_json(value: Any) -> str:
    """A value as JSON, a line for each part; dates as ISO 8601.

    The standard library writes indented JSON twenty times slower.
    """
    return to_json(value, indent=1).decode("utf-8") + "\n"
