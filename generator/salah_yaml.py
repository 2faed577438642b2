"""What the parser of YAML complains of, in the words of the keeper of the data."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

#: The parser's words, or how they begin, and ours.
_MAKNA: Final[Mapping[str, str]] = MappingProxyType(
    {
        "mapping values are not allowed": "titik dua di tempat yang tidak boleh",
        "could not find expected ':'": "titik dua sesudah kunci tidak ada",
        "did not find expected key": "kunci tidak sejajar dengan kunci di atasnya",
        "did not find expected '-' indicator": "butir daftar tidak sejajar dengan butir di atasnya",
        "did not find expected ',' or ']'": "kurung siku [ tidak ditutup",
        "did not find expected ',' or '}'": "kurung kurawal { tidak ditutup",
        "did not find expected node content": "nilai tidak ada",
        "did not find expected <document start>": "ada isi sesudah akhir dokumen",
        "did not find expected alphabetic": "nama sesudah & atau * tidak ada",
        "did not find expected comment": "ada isi yang tidak dikenal sesudah tanda | atau >",
        "did not find expected hexdecimal": "kode huruf sesudah \\ tidak lengkap",
        "did not find expected whitespace": "spasi tidak ada",
        "block sequence entries are not allowed": "butir daftar di tempat yang tidak boleh",
        "found a tab character": "ada tab; indentasi ditulis dengan spasi",
        "found character that cannot start": "ada tanda yang tidak boleh mengawali nilai",
        "found unexpected ':'": "titik dua di tempat yang tidak boleh",
        "found unexpected document indicator": "tanda kutip tidak ditutup",
        "found unexpected end of stream": "tanda kutip tidak ditutup sampai akhir berkas",
        "found unknown escape character": "huruf sesudah \\ tidak dikenal",
        "found invalid Unicode": "kode huruf sesudah \\ tidak sah",
        "found undefined tag handle": "tanda jenis tidak dikenal",
        "found duplicate %": "baris % ditulis dua kali",
        "found unknown directive": "baris % tidak dikenal",
        "found incompatible YAML": "versi YAML tidak dikenal",
        "found an indentation indicator": "indentasi sesudah | atau > tidak boleh 0",
        "control characters are not allowed": "ada karakter kendali",
        "invalid": "ada karakter yang tidak sah",
    }
)


def explain(words: str) -> str:
    """What the parser's words mean; a general word for those that are rare.

    >>> explain("mapping values are not allowed in this context")
    'titik dua di tempat yang tidak boleh'
    """
    return next(
        (meaning for begun, meaning in _MAKNA.items() if words.startswith(begun)),
        "susunannya tidak dikenal",
    )
