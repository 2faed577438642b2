"""Every file that the site offers beside its pages, by its path."""

from __future__ import annotations

from collections.abc import Mapping

from generator.bagan.draw import key
from generator.exports.bagan import chart_schema, export_charts
from generator.exports.compare import compare_schema
from generator.exports.data import data_path, export_index, export_regency
from generator.exports.padanan import export_likeness
from generator.exports.tabel import export_table
from generator.exports.xlsx import export_workbook
from generator.pages.values import BaganTerbit, DaerahTerbit, Situs


def regency_data(daerah: DaerahTerbit) -> Mapping[str, str]:
    """What is for readers of one regency and their programs: its data, its charts."""
    text = export_regency(daerah.data, daerah.naskah, daerah.neraca)
    return {data_path(daerah.slug): text, **export_charts(daerah.bagan)}


def flow_data(situs: Situs) -> Mapping[str, str]:
    """The charts of what is different between flows."""
    return export_charts(
        BaganTerbit(one.bagan, situs.gambar_banding[key(one.bagan)])
        for kind in situs.alur_banding
        for one in kind.selisih
    )


def matrix_data(situs: Situs) -> Mapping[str, str | bytes]:
    """Every aspect of every regulation."""
    return {
        **export_table(situs.matriks),
        "data/bandingkan.xlsx": export_workbook(situs.matriks),
    }


def site_data(situs: Situs) -> Mapping[str, str]:
    """What is told of all regencies: the list, the schemas, how alike the texts are."""
    return {
        **export_index(situs.daerah, situs.kosakata),
        **chart_schema(),
        **export_likeness(situs.mirip),
        **compare_schema(),
    }
