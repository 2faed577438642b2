"""The index of a whole site: every document of every regency, and the pages of none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from generator.cari.dokumen import regency_documents, site_documents
from generator.cari.kata import read_knowledge
from generator.cari.pecahan import index_files
from generator.pages.values import Halaman, Situs


def index_site(situs: Situs, pages: Iterable[Halaman], guide: Mapping[str, str]) -> dict[str, str]:
    """Every file of the search index by its path.

    ``pages`` are the generated pages, ``guide`` the Markdown of those written by hand, by path.
    """
    slugs = {daerah.slug for daerah in situs.daerah}
    by_regency: dict[str, list[Halaman]] = defaultdict(list)
    for page in pages:
        slug = page.alamat.removeprefix("~/").partition("/")[0]
        by_regency[slug if slug in slugs else ""].append(page)
    regencies = {
        daerah.slug: (
            daerah.nama,
            daerah.data.daerah.nama_singkat,
            regency_documents(daerah, situs.kosakata, by_regency[daerah.slug]),
        )
        for daerah in situs.daerah
    }
    return index_files(read_knowledge(), regencies, site_documents(by_regency[""], guide))
