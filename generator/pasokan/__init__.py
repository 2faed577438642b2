"""Pasokan: what others have made and this project uses; where it is from, and under which licence.

`kunci` reads the lock of libraries, `lisensi` what they may be used under, `bawaan` the files that
are kept here, `tabel` writes all of it down, `audit` puts the findings together.
"""
