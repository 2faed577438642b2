"""Licences: what a library says of itself, and whether that may be used here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from importlib import metadata

from generator.pasokan.kunci import LOCK, Paket
from generator.problems import Place, Problem

#: What libraries write instead of a name of the SPDX list (https://spdx.org/licenses/).
_OTHER_NAMES = {
    "Apache 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD",
    "ISC License": "ISC",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "PSFL": "PSF-2.0",
    "Python Software Foundation License": "PSF-2.0",
}


def licence(name: str, known: Mapping[str, str]) -> str:
    """The licence of a library as an SPDX expression, or empty.

    Metadata is asked first; ``known`` are those that a person has read, for libraries which say
    nothing there, and for those that not every machine installs.
    """
    try:
        told = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return known.get(name, "")
    classifiers = [
        str(text).rpartition(" :: ")[2]
        for text in told.get_all("Classifier") or ()
        if text.startswith("License ::")
    ]
    fields = [str(told[field]) for field in ("License-Expression", "License") if field in told]
    for text in (*fields, *classifiers):
        if text and text not in ("UNKNOWN", "Dual License") and "\n" not in text:
            return _OTHER_NAMES.get(text, text)
    return known.get(name, "")


def is_allowed(expression: str, allowed: Mapping[str, str]) -> bool:
    """Whether an SPDX expression without brackets leaves a choice that is allowed.

    >>> is_allowed("Apache-2.0 OR GPL-2.0-only", {"Apache-2.0": ""})
    True
    >>> is_allowed("MIT AND GPL-2.0-only", {"MIT": ""})
    False
    """
    choices = [choice.split(" AND ") for choice in expression.split(" OR ")]
    return any(all(part.strip() in allowed for part in choice) for choice in choices)


def check_licences(
    packages: Sequence[Paket], known: Mapping[str, str], allowed: Mapping[str, str]
) -> Iterator[Problem]:
    """A problem for each library of this machine whose licence is unknown or not allowed."""
    for one in packages:
        found = licence(one.nama, known) if one.berlaku else ""
        place = Place(LOCK, one.baris, 1)
        if one.berlaku and not found:
            todo = "baca lisensinya, lalu catat dalam generator/pasokan/pasokan.toml"
            yield Problem(place, f"lisensi `{one.nama}` tidak diketahui", todo)
        elif one.berlaku and not is_allowed(found, allowed):
            todo = "pakai pustaka lain, atau timbang lisensinya dan catat dalam pasokan.toml"
            yield Problem(place, f"lisensi `{one.nama}` ({found}) belum diperbolehkan", todo)
        elif one.berlaku and known.get(one.nama, found) != found:
            what = f"lisensi `{one.nama}` tercatat {known[one.nama]}, padahal {found}"
            yield Problem(place, what, "perbaiki pasokan.toml")
