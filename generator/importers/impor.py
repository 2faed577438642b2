"""One import: a source becomes a draft text, a draft ledger and a list of doubts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from generator.importers.baca import read_lines, read_source
from generator.importers.meja import vocabulary
from generator.importers.naskah import compose
from generator.importers.neraca import fits, propose
from generator.importers.nilai import Draf, Larik, Ragu, Sumber, Terbit, Usulan
from generator.importers.perabot import find_furniture
from generator.koreksi import Koreksi, read_words
from generator.naskah import Klausa, iterate, parse, print_text
from generator.problems import BuildFailed, Place, Problem
from generator.slug import refuse_slug

_NONE = "berkas ini tampaknya bukan peraturan"


def import_file(path: Path, slug: str) -> Draf:
    """Read a raw regulation (text as scanned, Markdown-like text, PDF) and propose its text.

    No word is lost: each is in the text or in the ledger, and what could not be told is reported.
    Raises BuildFailed for a file that cannot be read, with what to do.
    """
    if wrong := refuse_slug(slug):
        raise BuildFailed([Problem(Place("slug"), *wrong)])
    return import_source(read_source(path), slug)


def import_source(source: Sumber, slug: str) -> Draf:
    """Propose the text of a source that has been read; see `import_file`."""
    lines = read_lines(source)
    reasons: dict[int, tuple[str, str]] = {}
    kept, doubts = _without_furniture(lines, reasons)
    kept = _without_hashes(kept, reasons)
    parts = [word.teks for line in lines for word in line.kata]
    written = compose(kept, vocabulary(parts), per_line=source.bentuk == "markdown")
    reasons |= written.alasan

    texts, trees = {}, {}
    for name in ("peraturan", "lampiran"):
        if name == "peraturan" or written.baris[name]:
            tree, _problems = parse(written.text(name), name)
            texts[name] = print_text(tree)
            trees[name] = parse(texts[name], name)[0]
    words = written.words()
    strange = _strange(trees["peraturan"], source)
    ledger = _ledger(source, parts, words, reasons)
    return Draf(
        slug,
        source,
        texts,
        trees,
        ledger,
        tuple(sorted({*doubts, *written.ragu, *strange})),
        _unpublished(parts, words),
        next((doubt.apa for doubt in strange if doubt.apa.startswith(_NONE)), ""),
    )


def _strange(tree: Klausa, source: Sumber) -> list[Ragu]:
    """What is odd about the whole file: its encoding, or that it is no regulation."""
    found = []
    if source.pengodean:
        what = f"berkas bukan UTF-8; dibaca sebagai {source.pengodean}"
        found.append(Ragu(1, what, "periksa huruf beraksen dan tanda kutip"))
    kinds = {clause.jenis for clause in iterate(tree)}
    if "pasal" in kinds or "diktum" in kinds:
        return found
    if kinds & {"menimbang", "mengingat", "menetapkan", "bab"}:
        return [*found, Ragu(1, "tidak ada Pasal yang ditemukan", "teksnya disimpan apa adanya")]
    what = f"{_NONE}: tidak ada Menimbang, BAB, atau Pasal"
    return [*found, Ragu(1, what, "teksnya disimpan apa adanya sebagai alinea")]


def _without_furniture(
    lines: Sequence[Larik], reasons: dict[int, tuple[str, str]]
) -> tuple[list[Larik], tuple[Ragu, ...]]:
    furniture, doubts = find_furniture(lines)
    for index, what in furniture.items():
        reasons[lines[index].nomor] = ("bukan-naskah", what)
    return [line for index, line in enumerate(lines) if index not in furniture], doubts


def _without_hashes(lines: Sequence[Larik], reasons: dict[int, tuple[str, str]]) -> list[Larik]:
    """The "##" before a heading of Markdown is no word of the regulation."""
    kept = []
    for line in lines:
        if set(line.kata[0].teks) == {"#"}:
            reasons[line.nomor] = ("bukan-naskah", "tanda judul Markdown")
            if len(line.kata) > 1:
                kept.append(replace(line, kata=line.kata[1:], terpisah=True))
        else:
            kept.append(line)
    return kept


def _ledger(
    source: Sumber,
    parts: Sequence[str],
    words: Sequence[Terbit],
    reasons: dict[int, tuple[str, str]],
) -> tuple[Usulan, ...]:
    received = read_words(source.teks, markdown=source.bentuk == "markdown")
    ledger = propose(received, parts, words, reasons)
    if not fits(received, words, ledger) and received:
        # Never seen; a ledger that replaces everything is still a true one.
        whole = Koreksi(
            received[0].baris,
            " ".join(word.teks for word in received),
            " ".join(word.teks for word in words),
        )
        return (Usulan(whole, "galat-ocr", "usulan: koreksi tidak dapat dirinci"),)
    return ledger


def _unpublished(parts: Sequence[str], words: Sequence[Terbit]) -> tuple[str, ...]:
    """Words of the source that are not published as they stand, in its order."""
    whole = {
        place
        for word in words
        if "".join(parts[place] for place in word.asal) == word.teks
        for place in word.asal
    }
    return tuple(part for place, part in enumerate(parts) if place not in whole)
