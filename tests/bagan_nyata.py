"""The charts of the regencies in this project, without the rest of a build."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from generator import model
from generator.bagan import build
from generator.graph import Bagan
from tests.bagan_contoh import DAERAH, rujuk

ROOT = Path(__file__).parent.parent


def regency_charts(folder: Path) -> Iterator[Bagan]:
    """All charts of a regency, with citations that need not resolve."""
    shared = yaml.safe_load((ROOT / "regencies" / "kosakata.yaml").read_text(encoding="utf-8"))
    kosakata = model.Kosakata.model_validate(shared)
    found = {file.stem: yaml.safe_load(file.read_text("utf-8")) for file in folder.glob("*.yaml")}
    patterns = model.Kedudukan.model_validate(found["kedudukan"]).pola
    for pola in patterns:
        yield build.struktur(pola, "kedudukan", DAERAH, kosakata, rujuk)
    for one in model.Penugasan.model_validate(found["penugasan"]).struktur:
        placed = [pola for pola in patterns if pola.id in one.pola]
        yield build.struktur(one, "penugasan", DAERAH, kosakata, rujuk, placed)
    for flow in model.DaftarMekanisme.model_validate(found["mekanisme"]).mekanisme:
        yield build.alur(flow, DAERAH, kosakata, rujuk)
