"""Peta Kerja: dari naskah peraturan dan data kabupaten/kota menjadi situs penjelajah."""
