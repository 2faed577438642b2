"""One made-up regency: its files, from a real one's."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Mapping, Sequence
from typing import Any

from bench.buatan.asli import Asli
from bench.buatan.nama import JatiDiri
from bench.buatan.tambahan import moved, with_provisions
from bench.buatan.tulis import as_yaml
from bench.buatan.ucapan import say

#: Lists whose order says nothing, each with the file it is in.
_UNORDERED = (
    ("kedudukan", ("pola", "aturan", "ketentuan")),
    ("penugasan", ("struktur", "aturan", "ketentuan")),
    ("mekanisme", ("mekanisme", "dokumen")),
    ("peran", ("pertanggungjawaban",)),
)


def make_regency(asli: Asli, diri: JatiDiri, chance: random.Random) -> dict[str, str]:
    """Every file of a made-up regency by its path in the project."""
    said = say(asli, diri, chance)
    source = said.sumber(asli)
    data = _shuffled(asli.data, chance)
    data["kedudukan"] = with_provisions(data["kedudukan"], said.tambahan)
    data["koreksi"] = moved(asli.data["koreksi"], asli.sisip, len(said.tambahan))
    data["daerah"] = _identity(asli.data["daerah"], diri, said.kata, source)
    _sign_charts(data, diri.tempat)
    return {
        f"regencies/{diri.slug}/sumber.txt": source,
        **{
            f"regencies/{diri.slug}/{name}.yaml": as_yaml(value, said.kata)
            for name, value in data.items()
        },
        **{f"content/peraturan/{diri.slug}/{name}.md": text for name, text in said.naskah.items()},
    }


def _shuffled(data: Mapping[str, Any], chance: random.Random) -> dict[str, Any]:
    """The data with an order of its own in every list whose order says nothing."""
    found = dict(data)
    for file, keys in _UNORDERED:
        found[file] = dict(data[file])
        for key in keys:
            items = list(data[file].get(key, ()))
            chance.shuffle(items)
            found[file][key] = [_with_units(item, chance) for item in items]
    found["catatan"] = chance.sample(data["catatan"], len(data["catatan"]))
    return found


def _with_units(item: Mapping[str, Any], chance: random.Random) -> dict[str, Any]:
    units = list(item.get("perangkat_daerah", ()))
    if not units:
        return dict(item)
    chance.shuffle(units)
    return {**item, "perangkat_daerah": units}


def _sign_charts(data: Mapping[str, Any], place: str) -> None:
    """Name the place in the first box or lane of every chart, so that no two charts are alike."""
    for file, list_key, part in (
        ("kedudukan", "pola", "simpul"),
        ("penugasan", "struktur", "simpul"),
        ("mekanisme", "mekanisme", "pelaku"),
    ):
        for item in data[file][list_key]:
            item[part] = _signed(item[part], place)
    # Who appraises whom has charts of its own.
    for file in ("kedudukan", "penugasan"):
        for rule in data[file].get("aturan", ()):
            offices = rule["oleh"]
            rule["oleh"] = _signed(offices if isinstance(offices, list) else [offices], place)


def _signed(items: Sequence[Mapping[str, Any]], place: str) -> list[Mapping[str, Any]]:
    first, *others = items
    return [{**first, "sebutan": (*first["sebutan"], f" {place}")}, *others]


def _identity(
    data: Mapping[str, Any], diri: JatiDiri, words: Mapping[str, str], source: str
) -> dict[str, Any]:
    found = dict(_dated(data, words))
    found |= {"slug": diri.slug, "kode_wilayah": diri.kode}
    found["peraturan"] = {**found["peraturan"], "nomor": diri.nomor}
    digest = hashlib.sha256(source.encode()).hexdigest()
    found["sumber"] = {**found["sumber"], "sha256": digest}
    return found


def _dated(value: Any, words: Mapping[str, str]) -> Any:
    """The same value with its years and dates in the years that the text says now."""
    if isinstance(value, dict):
        return {key: _dated(item, words) for key, item in value.items()}
    if isinstance(value, list):
        return [_dated(item, words) for item in value]
    if isinstance(value, int):
        return int(words.get(str(value), value))
    if isinstance(value, str):
        year, dash, rest = value.partition("-")
        return f"{words.get(year, year)}{dash}{rest}" if year.isdigit() else value
    return value
