"""Every file that the site offers beside its pages, by its path."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.bagan.draw import key
from generator.exports.bagan import export_charts
from generator.exports.compare import compare_schema
from generator.exports.data import export_data
from generator.exports.padanan import export_alignments
from generator.exports.tabel import export_table
from generator.exports.xlsx import export_workbook
from generator.pages.values import BaganTerbit, Situs
from generator.project import DaerahTerperiksa


def open_data(situs: Situs, regencies: Sequence[DaerahTerperiksa]) -> Mapping[str, str | bytes]:
    """Everything below ``data/`` that is for readers and their programs."""
    return {
        **export_data([(item.terbaca, item.neraca) for item in regencies], situs.kosakata),
        **export_charts(_charts(situs)),
        **export_alignments([item.naskah for item in regencies], situs.selaras),
        **compare_schema(),
        **export_table(situs.matriks),
        "data/bandingkan.xlsx": export_workbook(situs.matriks),
    }


def _charts(situs: Situs) -> Iterator[BaganTerbit]:
    """Every chart that a page offers as a file: of the regencies, and their differences."""
    for item in situs.daerah:
        yield from item.bagan
    for kind in situs.alur_banding:
        for one in kind.selisih:
            yield BaganTerbit(one.bagan, situs.gambar_banding[key(one.bagan)])
