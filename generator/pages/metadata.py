"""Metadata of a regulation for machines: schema.org ``Legislation`` as JSON-LD."""

from __future__ import annotations

import json
from typing import Any

from generator.model import Daerah


def legislation(daerah: Daerah) -> dict[str, Any]:
    """What search engines read; only what the regulation itself says of its identity."""
    aturan = daerah.peraturan
    found: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Legislation",
        "name": f"{daerah.judul_peraturan} tentang {aturan.tentang}",
        "legislationIdentifier": address_of_law(daerah),
        "legislationType": aturan.jenis,
        "legislationDate": aturan.ditetapkan.tanggal.isoformat(),
        "legislationPassedBy": {
            "@type": "GovernmentOrganization",
            "name": aturan.ditetapkan.oleh.jabatan,
        },
        "legislationJurisdiction": {
            "@type": "AdministrativeArea",
            "name": daerah.nama,
            "identifier": daerah.kode_wilayah,
        },
        # A transcript is never the official text.
        "legislationLegalValue": "https://schema.org/UnofficialLegalValue",
        "inLanguage": "id",
    }
    if aturan.diundangkan is not None:
        found["datePublished"] = aturan.diundangkan.tanggal.isoformat()
    if aturan.berlaku is not None:
        found["temporalCoverage"] = f"{aturan.berlaku.tanggal.isoformat()}/.."
    if aturan.berita_daerah is not None:
        gazette = aturan.berita_daerah
        found["publication"] = {
            "@type": "PublicationEvent",
            "name": f"Berita Daerah {daerah.nama} Tahun {gazette.tahun} Nomor {gazette.nomor}",
        }
    return found


def address_of_law(daerah: Daerah) -> str:
    """The address of the regulation in the manner of Akoma Ntoso.

    ``/akn/id-33.24/act/perbup/2023/37/ind@2023-09-22``
    """
    aturan = daerah.peraturan
    kind = aturan.singkatan.lower().replace(" ", "")
    dated = aturan.ditetapkan.tanggal.isoformat()
    return f"/akn/id-{daerah.kode_wilayah}/act/{kind}/{aturan.tahun}/{aturan.nomor}/ind@{dated}"


def json_ld(daerah: Daerah) -> str:
    """The element for a page; ``<`` is escaped, so that no value can end it."""
    text = json.dumps(legislation(daerah), ensure_ascii=False).replace("<", "\\u003c")
    return f'<script type="application/ld+json">{text}</script>'
