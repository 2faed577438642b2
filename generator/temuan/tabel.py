"""The drafting rules, in the order in which a person would look."""

from __future__ import annotations

from typing import Final

from generator.model import JenisCatatan
from generator.temuan.daftar import (
    capitals,
    depth,
    joining_words,
    last_marks,
    middle_marks,
    openings,
)
from generator.temuan.istilah import capital_variants, differing, spellings, undefined, unused
from generator.temuan.kata import doubled, misspelt
from generator.temuan.kerangka import annex, in_force, other_branch, other_region, pictures, titles
from generator.temuan.nilai import Kaidah, Rentan
from generator.temuan.penomoran import dress, duplicates, gaps, repeated_lists
from generator.temuan.rujukan import bare, forward, itself, missing, other_label, prepositions

_PENOMORAN = JenisCatatan.PENOMORAN
_RUJUKAN = JenisCatatan.RUJUKAN
_ISTILAH = JenisCatatan.ISTILAH
_REDAKSI = JenisCatatan.REDAKSI

KAIDAH: Final[tuple[Kaidah, ...]] = (
    Kaidah(
        "penomoran-terputus",
        _PENOMORAN,
        "Nomor dalam satu tingkat berurutan tanpa terputus.",
        Rentan.NOMOR,
        gaps,
    ),
    Kaidah(
        "penomoran-ganda",
        _PENOMORAN,
        "Satu nomor dipakai satu kali dalam satu urutan.",
        Rentan.SUSUNAN,
        duplicates,
    ),
    Kaidah(
        "nomor-berulang",
        _PENOMORAN,
        "Dua rincian di bawah satu ketentuan dibedakan nomornya, agar dapat dirujuk.",
        Rentan.SUSUNAN,
        repeated_lists,
        nasihat=True,
    ),
    Kaidah(
        "bentuk-nomor",
        _PENOMORAN,
        "Nomor dalam satu rincian ditulis dengan satu bentuk.",
        Rentan.TANDA,
        dress,
    ),
    Kaidah(
        "terlalu-dalam",
        _PENOMORAN,
        "Rincian paling banyak empat tingkat.",
        Rentan.SUSUNAN,
        depth,
    ),
    Kaidah(
        "rujukan-tanpa-sasaran",
        _RUJUKAN,
        "Rujukan harus menunjuk ketentuan yang ada.",
        Rentan.SUSUNAN,
        missing,
    ),
    Kaidah(
        "rujukan-diri",
        _RUJUKAN,
        "Rujukan menunjuk ketentuan lain, bukan ketentuan yang sedang dibaca.",
        Rentan.SUSUNAN,
        itself,
    ),
    Kaidah(
        "rujukan-maju",
        _RUJUKAN,
        "Rujukan sedapat mungkin menunjuk ketentuan yang sudah disebut.",
        Rentan.SUSUNAN,
        forward,
        nasihat=True,
    ),
    Kaidah(
        "dalam-pada",
        _REDAKSI,
        "Ketentuan dalam pasal yang sama dirujuk dengan “pada”, pasal lain dengan “dalam”.",
        Rentan.SUSUNAN,
        prepositions,
    ),
    Kaidah(
        "bentuk-rujukan",
        _PENOMORAN,
        "Nomor dirujuk dalam bentuk yang tertulis padanya.",
        Rentan.SUSUNAN,
        other_label,
    ),
    Kaidah(
        "tanpa-kata-depan",
        _REDAKSI,
        "Sesudah “sebagaimana dimaksud” ada kata “dalam” atau “pada”.",
        Rentan.SUSUNAN,
        bare,
    ),
    Kaidah(
        "istilah-tidak-dipakai",
        _ISTILAH,
        "Istilah yang didefinisikan dipakai dalam pasal-pasal berikutnya.",
        Rentan.SUSUNAN,
        unused,
    ),
    Kaidah(
        "istilah-tanpa-definisi",
        _ISTILAH,
        "Istilah yang dipakai berulang dengan huruf besar didefinisikan dalam ketentuan umum.",
        Rentan.SUSUNAN,
        undefined,
        nasihat=True,
        seluruh_naskah=True,
    ),
    Kaidah(
        "istilah-huruf-besar",
        _ISTILAH,
        "Istilah yang didefinisikan ditulis sama di seluruh naskah.",
        Rentan.SUSUNAN,
        capital_variants,
        seluruh_naskah=True,
    ),
    Kaidah(
        "dua-ejaan",
        _REDAKSI,
        "Satu kata ditulis dengan satu ejaan.",
        Rentan.SUSUNAN,
        spellings,
        seluruh_naskah=True,
    ),
    Kaidah(
        "definisi-berbeda",
        _ISTILAH,
        "Istilah yang sama dirumuskan sama dalam peraturan-peraturan yang sejenis.",
        Rentan.SUSUNAN,
        differing,
        nasihat=True,
    ),
    Kaidah(
        "judul-tidak-sama",
        _REDAKSI,
        "Nama peraturan dalam Menimbang, Menetapkan, dan Lampiran sama dengan judulnya.",
        Rentan.SUSUNAN,
        titles,
    ),
    Kaidah(
        "dua-mulai-berlaku",
        _REDAKSI,
        "Saat mulai berlaku dinyatakan satu kali.",
        Rentan.SUSUNAN,
        in_force,
    ),
    Kaidah(
        "gambar",
        _REDAKSI,
        "Setiap gambar disebut dalam naskah, dan setiap gambar yang disebut ada.",
        Rentan.SUSUNAN,
        pictures,
    ),
    Kaidah(
        "lampiran",
        _REDAKSI,
        "Lampiran yang ada disebut dalam pasal, dan Lampiran yang disebut ada.",
        Rentan.SUSUNAN,
        annex,
    ),
    Kaidah(
        "daerah-lain",
        _REDAKSI,
        "Jabatan dan daerah yang disebut adalah milik daerah yang diatur.",
        Rentan.SUSUNAN,
        other_region,
    ),
    Kaidah(
        "cabang-lain",
        JenisCatatan.TIDAK_DIATUR,
        "Syarat yang dapat terpenuhi atau tidak diatur untuk kedua keadaan.",
        Rentan.KETIADAAN,
        other_branch,
    ),
    Kaidah(
        "pengantar-rincian",
        _REDAKSI,
        "Kalimat yang membuka rincian diakhiri dengan titik dua.",
        Rentan.TANDA,
        openings,
    ),
    Kaidah(
        "akhir-butir",
        _REDAKSI,
        "Butir rincian diakhiri dengan tanda baca yang sama.",
        Rentan.TANDA,
        middle_marks,
    ),
    Kaidah(
        "akhir-rincian",
        _REDAKSI,
        "Butir terakhir suatu rincian diakhiri dengan titik.",
        Rentan.TANDA,
        last_marks,
    ),
    Kaidah(
        "dan-atau",
        _REDAKSI,
        "Sesudah butir kedua dari akhir ada kata “dan”, “atau”, atau “dan/atau”.",
        Rentan.KETIADAAN,
        joining_words,
    ),
    Kaidah(
        "huruf-awal-butir",
        _REDAKSI,
        "Butir dalam satu rincian diawali dengan cara yang sama, yaitu huruf kecil.",
        Rentan.SUSUNAN,
        capitals,
    ),
    Kaidah(
        "kata-ganda",
        _REDAKSI,
        "Kata tidak tertulis dua kali berturut-turut tanpa maksud.",
        Rentan.HURUF,
        doubled,
    ),
    Kaidah(
        "salah-ketik",
        _REDAKSI,
        "Kata ditulis menurut ejaannya.",
        Rentan.HURUF,
        misspelt,
        seluruh_naskah=True,
    ),
)
