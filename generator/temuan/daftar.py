"""Lists: their opening, their ends, the word that joins them, their depth."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from generator.cite import Naskah
from generator.naskah import Alinea, Klausa, iterate
from generator.temuan.baca import clauses, ending, opening
from generator.temuan.corpus import Corpus, own_texts
from generator.temuan.deret import Deret, runs
from generator.temuan.nilai import Dugaan

#: Deeper than a. → 1. → a) → 1) a reader loses the place.
PALING_DALAM: Final = 4
_PENGHUBUNG = re.compile(r"\b(?:dan|atau|dan ?/ ?atau|serta|tetapi|sedangkan);?$")
#: Words after which only a list can follow.
_PEMBUKA = re.compile(
    r"""(?:sebagai\ berikut|sebagai\ berikut\ ini|terdiri\ (?:atas|dari)|meliputi|yaitu|yakni
        |antara\ lain|di\ ?antaranya|paling\ sedikit\ memuat|dengan\ (?:ketentuan|tahapan))$""",
    re.VERBOSE,
)
_AKHIR = re.compile(r"(?:,;|;,|[.;:,])?$")


def openings(naskah: Naskah, _corpus: Corpus) -> Iterator[Dugaan]:
    """The words that open a list do not end with a colon."""
    for sequence in _lists(naskah):
        intro = sequence.pengantar
        if intro is None or len(sequence.anggota) < 2 or sequence.anggota[0].nomor.nilai > 1:
            continue
        text = " ".join(intro.teks.split())
        bare = text.rstrip(" .;,")
        in_body = sequence.anggota[0].klausa.jenis == "huruf" and _is_body(sequence)
        if text.endswith(":") or not (_PEMBUKA.search(bare) or (in_body and bare == text)):
            continue
        yield Dugaan(
            sequence.induk.jangkar,
            ending(naskah, sequence.induk.jangkar, text),
            f"Kalimat yang membuka rincian ini {_ends(text)}, bukan dengan titik dua.",
            text.split()[-1],
        )


def middle_marks(naskah: Naskah, _corpus: Corpus) -> Iterator[Dugaan]:
    """An item before the last one ends otherwise than its siblings do."""
    for sequence in _lists(naskah):
        plain = [item for item in sequence.klausa[:-1] if _is_plain(item)]
        # Two marks at once are never the usual way.
        marks = Counter(mark for item in plain if len(mark := _mark(_tail(item))) < 2)
        usual, count = marks.most_common(1)[0] if marks else ("", 0)
        if usual not in (";", ".") or count * 4 < 3 * marks.total():
            usual = ";" if ";" in marks and _is_body(sequence) else ""
        wrong = [item for item in plain if usual and _is_wrong(_tail(item), usual)]
        if wrong:
            yield _odd_ends(naskah, wrong, usual)


def last_marks(naskah: Naskah, _corpus: Corpus) -> Iterator[Dugaan]:
    """The last item ends as if another one followed."""
    for sequence in _lists(naskah):
        last = sequence.klausa[-1]
        ends_here = _is_plain(last) and not sequence.celah and not _goes_on(sequence)
        if not ends_here or len(sequence.klausa) < 2 or not _closes(naskah, last):
            continue
        tail = _tail(last)
        marked = any(_mark(_tail(item)) for item in sequence.klausa[:-1] if _is_plain(item))
        if _mark(tail) in ((";", ",", ",;", ":", "") if marked else (";", ",", ",;", ":")):
            yield Dugaan(
                last.jangkar,
                ending(naskah, last.jangkar, own_texts(last)[-1]),
                f"Butir terakhir {_ends(tail)}, padahal tidak ada butir sesudahnya.",
                tail.split()[-1],
            )


def joining_words(naskah: Naskah, _corpus: Corpus) -> Iterator[Dugaan]:
    """No "dan", "atau" or "dan/atau" stands after the last but one item."""
    for sequence in _lists(naskah):
        items = sequence.klausa
        if len(items) < 2 or sequence.celah or _is_basis(sequence):
            continue
        ends = [_last_text(item) for item in items]
        if not all(_mark(text) == ";" or _PENGHUBUNG.search(text) for text in ends[:-1]):
            continue
        if any(_PENGHUBUNG.search(text) for text in ends[:-1]):
            continue
        before = items[-2]
        yield Dugaan(
            before.jangkar,
            ending(naskah, before.jangkar, ends[-2]),
            f"Rincian {len(items)} butir ini tidak memakai “dan”, “atau”, atau “dan/atau” sesudah "
            "butir kedua dari akhir, sehingga hubungan antarbutir tidak dinyatakan.",
            ends[-2].split()[-1],
        )


def capitals(naskah: Naskah, corpus: Corpus) -> Iterator[Dugaan]:
    """An item begins with a capital though its siblings do not, and its word needs none."""
    for sequence in _lists(naskah):
        firsts = [(item, own_texts(item)[0].split()[0]) for item in sequence.klausa if _has(item)]
        low = [word for _item, word in firsts if word[0].islower()]
        high = [(item, word) for item, word in firsts if word[0].isupper()]
        needless = [
            (item, word)
            for item, word in high
            if corpus.kata_tengah[word.lower()] >= 3 and not corpus.kata_tengah[word]
        ]
        if needless and len(low) >= 2 * len(needless):
            item, word = needless[0]
            labels = _labels([item for item, _word in needless])
            yield Dugaan(
                item.jangkar,
                opening(naskah, item.jangkar, 5),
                f"Butir {labels} diawali huruf besar, sedangkan butir lain dalam rincian ini "
                "diawali huruf kecil.",
                word,
            )


def depth(naskah: Naskah, _corpus: Corpus) -> Iterator[Dugaan]:
    """A list stands more than four levels deep."""
    for clause in clauses(naskah):
        if clause.jenis in ("pasal", "ayat") or not _is_item(clause):
            for child in clause.anak:
                if _is_item(child):
                    yield from _too_deep(naskah, child, 1)


def _too_deep(naskah: Naskah, clause: Klausa, level: int) -> Iterator[Dugaan]:
    for child in clause.anak:
        if not _is_item(child):
            continue
        if level + 1 > PALING_DALAM:
            yield Dugaan(
                child.jangkar,
                opening(naskah, child.jangkar),
                f"Rincian ini berada pada tingkat ke-{level + 1}.",
            )
            return
        yield from _too_deep(naskah, child, level + 1)


@lru_cache(maxsize=2)
def _lists(naskah: Naskah) -> tuple[Deret, ...]:
    """Runs of items, headings and ayat left out, and the law's own basis too."""
    return tuple(
        sequence
        for parent in clauses(naskah)
        if parent.jenis not in ("mengingat", "menimbang", "bagan")
        for sequence in runs(parent)
        if all(_is_item(clause) for clause in sequence.klausa)
    )


def _is_item(clause: Klausa) -> bool:
    return clause.jenis in ("huruf", "angka", "butir") and not clause.adalah_judul


def _is_body(sequence: Deret) -> bool:
    return not sequence.induk.jangkar.startswith("lampiran")


def _is_basis(sequence: Deret) -> bool:
    """Whether these are definitions, which are not joined."""
    return any("dimaksud dengan" in text for text in own_texts(sequence.induk))


def _is_plain(item: Klausa) -> bool:
    """Whether an item ends with its own paragraph, and not with something that was lost."""
    return bool(item.isi) and isinstance(item.isi[-1], Alinea) and item.isi[-1].is_text


def _has(item: Klausa) -> bool:
    return bool(own_texts(item)) and bool(own_texts(item)[0].strip())


def _tail(item: Klausa) -> str:
    return own_texts(item)[-1]


def _last_text(item: Klausa) -> str:
    """The last words of an item, those of its last sub-item if it has one."""
    texts = [text for clause in iterate(item) for text in own_texts(clause)]
    last = item.isi[-1] if item.isi else None
    if isinstance(last, Klausa):
        return _last_text(last)
    return texts[-1] if last is None and texts else (_tail(item) if own_texts(item) else "")


def _mark(text: str) -> str:
    """The mark at the end of an item, "dan" and its like left out."""
    bare = _PENGHUBUNG.sub("", text).rstrip()
    match = _AKHIR.search(bare)
    return match[0] if match else ""


def _is_wrong(text: str, usual: str) -> bool:
    """Whether an item in the middle ends otherwise; one that opens a list of its own does not."""
    mark = _mark(text)
    if len(mark) > 1:
        return True
    return mark not in (usual, ":") and not (usual == ";" and _PENGHUBUNG.search(text))


def _goes_on(sequence: Deret) -> bool:
    """Whether the sentence of a list ends after it, in a paragraph of its own."""
    return sequence.penutup is not None and sequence.penutup.teks[:1].islower()


def _closes(naskah: Naskah, item: Klausa) -> bool:
    """Whether no list around the item goes on after it: 1. under a. is followed by b."""
    open_items = _followed(naskah)
    return not any(
        prefix in open_items and not rest.startswith("-")
        for prefix, rest in _prefixes(item.jangkar)
    )


@lru_cache(maxsize=2)
def _followed(naskah: Naskah) -> frozenset[str]:
    """The anchors of all items after which their list goes on."""
    return frozenset(item.jangkar for sequence in _lists(naskah) for item in sequence.klausa[:-1])


def _prefixes(anchor: str) -> Iterator[tuple[str, str]]:
    """Every beginning of an anchor that ends before a hyphen, and what follows the hyphen."""
    for index, letter in enumerate(anchor):
        if letter == "-":
            yield anchor[:index], anchor[index + 1 :]


def _odd_ends(naskah: Naskah, wrong: list[Klausa], usual: str) -> Dugaan:
    first = wrong[0]
    tail = _tail(first)
    sign = {";": "titik koma", ".": "titik"}[usual]
    alike = len({_mark(_tail(item)) for item in wrong}) == 1
    how = _ends(tail) if alike else f"tidak diakhiri {sign}"
    what = f"Butir {_labels(wrong)} {how}"
    return Dugaan(
        first.jangkar,
        ending(naskah, first.jangkar, tail),
        f"{what}, sedangkan butir lain dalam rincian ini diakhiri {sign}.",
        tail.split()[-1],
    )


def _labels(items: list[Klausa]) -> str:
    labels = [
        item.label.removesuffix(".") if item.label != "-" else "tanpa nomor" for item in items
    ]
    if len(set(labels)) == 1:
        return labels[0]
    return ", ".join(labels[:-1]) + " dan " + labels[-1]


def _ends(text: str) -> str:
    signs = {
        ".": "diakhiri titik",
        ";": "diakhiri titik koma",
        ",": "diakhiri koma",
        ":": "diakhiri titik dua",
        ",;": "diakhiri koma dan titik koma",
        ";,": "diakhiri titik koma dan koma",
        "": "tidak diakhiri tanda baca",
    }
    if _PENGHUBUNG.search(text):
        return f"diakhiri “{text.rsplit(maxsplit=1)[-1]}”"
    return signs[_mark(text)]
