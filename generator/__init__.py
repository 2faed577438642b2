"""Peta Kerja: dari naskah peraturan dan data kabupaten/kota menjadi situs penjelajah."""

__version__ = "0.1.0"
