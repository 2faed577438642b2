"""Libraries: which versions are installed of those that have a part in what is made."""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib import metadata

#: In the head of a library's metadata: its version, or what it needs even without its extras.
_TOLD = re.compile(
    r"^(?:Version: (?P<versi>.+)|Requires-Dist: (?P<butuh>[\w.-]+)(?!.*\bextra *==))", re.MULTILINE
)


def versions(names: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """The version of each of these libraries and of all that they need; in order, by name.

    What is not installed has an empty one.
    """
    found: dict[str, str] = {}
    waiting = list(names)
    while waiting:
        name = re.sub(r"[-_.]+", "-", waiting.pop()).lower()
        if name not in found:
            found[name], needed = _told(name)
            waiting += needed
    return tuple(sorted(found.items()))


def _told(name: str) -> tuple[str, list[str]]:
    """The version of a library, and the libraries that it needs."""
    try:
        installed = metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return "", []
    # Not by `metadata.version` and `metadata.requires`: each of them reads the long description
    # too, which takes a quarter of a second for all libraries together.
    words = installed.read_text("METADATA") or installed.read_text("PKG-INFO") or ""
    told = list(_TOLD.finditer(words.partition("\n\n")[0]))
    version = "".join(one["versi"] or "" for one in told)
    return version, [one["butuh"] for one in told if one["butuh"]]
