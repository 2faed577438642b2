"""The pipeline, read aloud: gather everything, then write."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Ukuran:
    tahap: str
    detik: float
    keterangan: str = ""


def build_site(root, out, *, offline=False):  # type: ignore
    raise NotImplementedError
