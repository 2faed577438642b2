"""The files of the index: what a browser needs for a query, and no more.

``kata`` holds the words; every regency has a file with its documents, which the browser turns into
an inverted index of its own; ``situs`` has the pages of no regency. Where regencies are many, files
``ringkas-NN`` say for each root how often each regency uses it, so that a query loads the few
regencies that answer it best.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from generator.cari.akar import Morfologi, morphology
from generator.cari.dokumen import Dokumen
from generator.cari.ejaan import slips
from generator.cari.kata import Pengetahuan

FOLDER = "cari/indeks"
#: As many regencies are loaded at once; with more, summaries choose among them.
AT_ONCE = 6
#: Summaries are cut into as many files.
SHARDS = 64

_WORD = re.compile(r"[a-z0-9]+")


def words(text: str) -> list[str]:
    """The words of a text in small letters, as the browser cuts them.

    >>> words("Antar-unit: Pasal 11 ayat (2)")
    ['antar', 'unit', 'pasal', '11', 'ayat', '2']
    """
    return _WORD.findall(text.lower())


def index_files(
    known: Pengetahuan,
    regencies: Mapping[str, tuple[str, str, Sequence[Dokumen]]],
    site: Sequence[Dokumen],
) -> dict[str, str]:
    """Every file of the index by its path; ``regencies`` are names, long and short, by slug."""
    files: dict[str, str] = {}
    used = {}
    for slug, (long, short, documents) in regencies.items():
        files |= regency_index(slug, documents)
        used[slug] = long, short, count(documents)
    return files | shared_index(known, used, site)


def regency_index(slug: str, documents: Sequence[Dokumen]) -> dict[str, str]:
    """The file of one regency, by its path."""
    return {f"{FOLDER}/{slug}.js": _script(slug, _table(documents, f"~/{slug}/"))}


def shared_index(
    known: Pengetahuan,
    regencies: Mapping[str, tuple[str, str, Mapping[str, int]]],
    site: Sequence[Dokumen],
) -> dict[str, str]:
    """The files that all regencies share.

    ``regencies`` are names, long and short, and how often each word occurs (`count`), by slug.
    """
    morph = morphology(known)
    total = count(site)
    for _long, _short, words_of_one in regencies.values():
        total.update(words_of_one)
    roots = _roots(total, morph)
    names = [[slug, long, short] for slug, (long, short, _) in regencies.items()]
    many = len(names) > AT_ONCE
    files = {
        f"{FOLDER}/situs.js": _script("", _table(site, "~/")),
        f"{FOLDER}/kata.js": _script("kata", _lexicon(known, roots, names, many)),
    }
    if many:
        by_root = {slug: _by_root(found, roots) for slug, (_, _, found) in regencies.items()}
        files |= _summaries(by_root)
    return files


def count(documents: Iterable[Dokumen]) -> Counter[str]:
    """How often each word occurs in the titles and texts of documents."""
    return Counter(word for d in documents for word in words(f"{d.judul} {d.teks}"))


def shard_of(root: str) -> int:
    """The file in which a root is summed up; the browser counts the same."""
    value = 0
    for letter in root:
        value = (value * 31 + ord(letter)) % 65_536
    return value % SHARDS


def _table(documents: Sequence[Dokumen], base: str) -> list[Any]:
    """Pages, then documents as rows: kind, page, anchor, name, title, text, parent's row or -1."""
    pages = dict.fromkeys(_page(d.alamat, base) for d in documents)
    page_at = {page: number for number, page in enumerate(pages)}
    row_at = {d.alamat: number for number, d in enumerate(documents)}
    rows = [
        [
            d.jenis,
            page_at[_page(d.alamat, base)],
            d.alamat.partition("#")[2],
            d.sebutan,
            d.judul,
            d.teks,
            row_at.get(d.induk, -1),
        ]
        for d in documents
    ]
    return [list(pages), rows]


def _page(address: str, base: str) -> str:
    return address.partition("#")[0].removeprefix(base)


def _roots(counts: Mapping[str, int], morph: Morfologi) -> dict[str, tuple[str, ...]]:
    """The roots of every form of the texts; a slip of spelling has those of the right form."""
    roots = {form: morph.roots(form) for form in sorted(counts)}
    known = {form for form, found in roots.items() if found != (form,)} | morph.akar
    right = slips(counts, known)
    return {form: roots[right.get(form, form)] for form in roots}


def _lexicon(
    known: Pengetahuan,
    roots: Mapping[str, tuple[str, ...]],
    names: Sequence[Sequence[str]],
    many: bool,
) -> dict[str, Any]:
    families: dict[str, list[str]] = defaultdict(list)
    for form, found in roots.items():
        if found != (form,):
            families[" ".join(found)].append(form)
    return {
        "akar": " ".join(sorted(known.akar)),
        "imbuhan": known.imbuhan,
        "kata": known.kata,
        "keluarga": {root: " ".join(members) for root, members in sorted(families.items())},
        "daerah": list(names),
        "ringkas": SHARDS if many else 0,
    }


def _by_root(counts: Mapping[str, int], roots: Mapping[str, tuple[str, ...]]) -> Counter[str]:
    found: Counter[str] = Counter()
    for form, count in counts.items():
        for root in roots[form]:
            found[root] += count
    return found


def _summaries(counts: Mapping[str, Counter[str]]) -> dict[str, str]:
    """How often each regency uses a root, as one digit each, in the order of the regencies."""
    shards: dict[int, dict[str, str]] = {number: {} for number in range(SHARDS)}
    for root in sorted({root for found in counts.values() for root in found}):
        digits = "".join(_digit(found[root]) for found in counts.values())
        shards[shard_of(root)][root] = digits
    return dict(_summary_files(shards))


def _summary_files(shards: Mapping[int, Mapping[str, str]]) -> Iterator[tuple[str, str]]:
    for number, found in shards.items():
        yield f"{FOLDER}/ringkas-{number}.js", _script(f"ringkas-{number}", found)


def _digit(count: int) -> str:
    """A count from 0 to 9, each twice as many as the one before."""
    return str(min(9, count.bit_length()))


def _script(name: str, value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # These two end a line in older scripts, though not in JSON.
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"window.__pk_cari({json.dumps(name)},{text});\n"
