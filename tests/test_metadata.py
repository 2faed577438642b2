"""Metadata for machines: the identity of a regulation, and nothing that could end its element."""

from __future__ import annotations

import json
import re
from pathlib import Path

from generator.pages.metadata import address_of_law, json_ld, legislation
from generator.project import read_project, validate_project


def test_identity_of_kendal(root: Path) -> None:
    daerah = validate_project(*read_project(root, ("kendal",))).daerah[0].data.daerah
    found = legislation(daerah)
    assert found["name"].startswith("Peraturan Bupati Kendal Nomor 37 Tahun 2023 tentang ")
    assert found["legislationDate"] == found["datePublished"] == "2023-09-22"
    assert found["legislationJurisdiction"]["identifier"] == "33.24"
    assert address_of_law(daerah) == "/akn/id-33.24/act/perbup/2023/37/ind@2023-09-22"


def test_no_value_ends_the_element(root: Path) -> None:
    daerah = validate_project(*read_project(root, ("kendal",))).daerah[0].data.daerah
    hostile = daerah.model_copy(update={"nama": "</script><script>alert(1)</script>"})
    element = json_ld(hostile)
    inner = re.fullmatch(r'<script type="application/ld\+json">(.*)</script>', element)
    assert inner is not None
    assert "<" not in inner[1]
    assert json.loads(inner[1])["legislationJurisdiction"]["name"] == hostile.nama


def test_it_stands_on_the_page(situs: Path) -> None:
    page = (situs / "kendal" / "index.html").read_text(encoding="utf-8")
    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    assert json.loads(block)["@type"] == "Legislation"
