"""Terms: defined and unused, used and undefined, written in two ways, elsewhere defined so."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from typing import Final

from generator.cite import Naskah
from generator.naskah import Klausa
from generator.rujukan import Istilah
from generator.temuan.baca import name, paragraphs, quote
from generator.temuan.corpus import Corpus
from generator.temuan.kata import JARANG, LAZIM
from generator.temuan.nilai import Dugaan

#: A term in capitals is worth a definition when the Pasal use it so often.
PALING_SEDIKIT: Final = 4
_CAPITALS = re.compile(
    r"(?<=[a-z,] )(?P<istilah>[A-Z][a-z]+(?:-[A-Z][a-z]+)?(?: [A-Z][a-z]+| yang [A-Z][a-z]+)+)"
)
#: Names of laws, of bodies that laws name, and parts of a regulation: no terms to be defined.
_NAMES = re.compile(
    r"^(?:Undang|Peraturan|Berita|Lembaran|Tambahan|Dewan|Republik|Negara|Keputusan|Lampiran|Pasal"
    r"|Bagian|Kabupaten|Kota|Provinsi|Dinas|Badan|Bupati|Wali)\b"
)
_LAW = re.compile(r"(?:Undang-Undang|Peraturan (?!ini)\w+)[^;.]*?Nomor [^;.]*")
_WORD = re.compile(r"[^\W\d_]+")
#: Spellings that stand side by side in these texts; the first is the one the dictionary gives.
EJAAN: Final[tuple[tuple[str, str], ...]] = (
    ("penunjukan", "penunjukkan"),
    ("pasca", "paska"),
    ("konkret", "konkrit"),
    ("insidental", "insidentil"),
    ("sinergi", "sinergisitas"),
    ("sinergitas", "sinergisitas"),
    ("kasubbag", "kasubag"),
    ("kasubbid", "kasubid"),
    ("provinsi", "propinsi"),
    ("reviu", "review"),
    ("izin", "ijin"),
    ("standar", "standard"),
)
#: Forms that are written as one with the word after them, and words with an affix on both sides.
_BOUND = ("antar", "pasca", "multi", "non", "pra", "maha")
_CONFIXED = re.compile(r"(?:per|pe|ke)\w+an")


def unused(naskah: Naskah, corpus: Corpus) -> Iterator[Dugaan]:
    """A term is defined, and no clause outside the definitions uses it."""
    defined = _defined(naskah, corpus)
    rest = " ".join(
        text for clause, text in paragraphs(naskah, frame=False) if not _is_general(clause, defined)
    ).lower()
    for item in defined:
        if any(re.search(rf"\b{re.escape(term.lower())}\b", rest) for term in item.nama):
            continue
        inside = [
            other
            for other in defined
            if other is not item and any(term in other.definisi for term in item.nama)
        ]
        users = " dan ".join(other.istilah for other in inside)
        where = f"; hanya definisi {users} yang memakainya" if inside else ""
        yield Dugaan(
            item.jangkar,
            quote(naskah, item.jangkar, item.istilah),
            f"“{item.istilah}” didefinisikan, tetapi tidak dipakai di luar ketentuan umum{where}.",
        )


def undefined(naskah: Naskah, corpus: Corpus) -> Iterator[Dugaan]:
    """A term is written in capitals again and again, and nowhere defined."""
    defined = _defined(naskah, corpus)
    known = {term.lower() for item in defined for term in item.nama}
    places: dict[str, list[tuple[Klausa, str]]] = defaultdict(list)
    for clause, text in paragraphs(naskah, frame=False):
        if clause.jangkar.startswith("menimbang") or _is_general(clause, defined):
            continue
        bare = _LAW.sub(lambda match: "." * len(match[0]), text)
        for match in _CAPITALS.finditer(bare):
            places[match["istilah"]].append((clause, text))
    for term, found in places.items():
        in_body = any(clause.jangkar.startswith("pasal-") for clause, _text in found)
        if not in_body or len(found) < PALING_SEDIKIT or _NAMES.search(term):
            continue
        if any(term.lower() == name or term.lower().endswith(f" {name}") for name in known):
            # "Kepala Perangkat Daerah" explains itself where "Perangkat Daerah" is defined.
            continue
        clause, text = found[0]
        yield Dugaan(
            clause.jangkar,
            quote(naskah, clause.jangkar, term, text),
            f"“{term}” ditulis dengan huruf besar {len(found)} kali, tetapi tidak didefinisikan "
            "dalam ketentuan umum.",
            term,
        )


def capital_variants(naskah: Naskah, corpus: Corpus) -> Iterator[Dugaan]:
    """A defined term of several words is also written with other capitals."""
    for item in _defined(naskah, corpus):
        term = item.istilah
        if " " not in term or term[0].islower():
            continue
        pattern = re.compile(rf"(?<![\w-]){re.escape(term)}(?![\w-])", re.IGNORECASE)
        counts: Counter[str] = Counter()
        first: tuple[Klausa, str, str, int] | None = None
        for clause, text in paragraphs(naskah, frame=False):
            if clause.jangkar.startswith("menimbang"):
                # What comes before the definitions need not keep to them.
                continue
            for match in pattern.finditer(text):
                if match[0].isupper() or _inside_longer(text, match, term, naskah, corpus):
                    continue
                written = match[0]
                if match.start() == 0 or text[match.start() - 2] in ".:":
                    # At the beginning of a sentence the first capital says nothing.
                    if written[1:] == term[1:]:
                        written = term
                    elif written[1:].islower():
                        written = written.lower()
                counts[written] += 1
                if written != term and first is None:
                    first = (clause, match[0], text, match.start())
        if first is not None and counts[term]:
            yield _variant(naskah, item, counts, first)


def spellings(naskah: Naskah, corpus: Corpus) -> Iterator[Dugaan]:
    """One word is written in two ways: in two words and in one, or in two spellings."""
    words: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    for _clause, text in paragraphs(naskah, frame=False):
        found = [word.lower() for word in _WORD.findall(text)]
        words.update(found)
        pairs.update(" ".join(pair) for pair in _adjacent(text))
    for apart, count in sorted(pairs.items()):
        joined = apart.replace(" ", "")
        shortest = min(len(part) for part in apart.split())
        # "pelaksanaankegiatan" is a slip, which another rule tells.
        usual = min(corpus.kata[part] for part in apart.split()) >= LAZIM
        slip = usual and shortest > 3 and corpus.kata[joined] <= JARANG
        if words[joined] and shortest >= 2 and not slip:
            yield _two_ways(naskah, (apart, count), (joined, words[joined]))
    for one, other in EJAAN:
        if words[one] and words[other]:
            yield _two_ways(naskah, (one, words[one]), (other, words[other]))


def differing(naskah: Naskah, corpus: Corpus) -> Iterator[Dugaan]:
    """A term is defined otherwise than in most regulations, or than in any where none agree."""
    for item in _defined(naskah, corpus):
        forms = {
            slug: _essence(other.definisi, corpus)
            for slug, theirs in corpus.definisi.items()
            for other in theirs
            if other.istilah.lower() == item.istilah.lower() and slug in corpus.daerah
        }
        own = forms.pop(naskah.slug, "")
        same = [slug for slug, form in forms.items() if _is_same(form, own)]
        others = [slug for slug in forms if slug not in same]
        if not own or not others or len(same) + 1 > len(others):
            continue
        regions = ", ".join(corpus.daerah[slug].nama for slug in others)
        yield Dugaan(
            item.jangkar,
            quote(naskah, item.jangkar, item.definisi),
            f"“{item.istilah}” didefinisikan dengan kata-kata lain dalam peraturan {regions}.",
        )


def _is_same(one: str, other: str) -> bool:
    """Whether two definitions say the same; a letter more or less is a slip, no other wording."""
    if one == other:
        return True
    if abs(len(one) - len(other)) > 1:
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return (
        sum(size for *_at, size in matcher.get_matching_blocks()) >= max(len(one), len(other)) - 1
    )


def _defined(naskah: Naskah, corpus: Corpus) -> tuple[Istilah, ...]:
    return corpus.definisi.get(naskah.slug, ())


def _is_general(clause: Klausa, defined: tuple[Istilah, ...]) -> bool:
    """Whether a clause is one of the definitions."""
    return any(
        clause.jangkar == item.jangkar or clause.jangkar.startswith(f"{item.jangkar}-")
        for item in defined
    )


def _inside_longer(
    text: str, match: re.Match[str], term: str, naskah: Naskah, corpus: Corpus
) -> bool:
    """Whether the words are part of a longer defined term: "Unit Organisasi" in "Pimpinan …"."""
    low = text.lower()
    for item in _defined(naskah, corpus):
        longer = item.istilah.lower()
        at = longer.find(term.lower())
        if at >= 0 and longer != term.lower():
            start = match.start() - at
            if start >= 0 and low[start : start + len(longer)] == longer:
                return True
    return False


def _variant(
    naskah: Naskah, item: Istilah, counts: Mapping[str, int], first: tuple[Klausa, str, str, int]
) -> Dugaan:
    clause, written, text, start = first
    term = item.istilah
    others = ", ".join(
        f"“{form}” {count} kali"
        for form, count in sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
        if form != term
    )
    return Dugaan(
        clause.jangkar,
        quote(naskah, clause.jangkar, written, text, start),
        f"“{term}” didefinisikan dengan huruf besar ({name(naskah, item.jangkar)}) dan ditulis "
        f"demikian {counts[term]} kali, tetapi juga ditulis {others}.",
        written,
    )


def _two_ways(naskah: Naskah, one: tuple[str, int], other: tuple[str, int]) -> Dugaan:
    """Quote the spelling that is not standard; where none is known, the rarer."""
    rare = one if one[1] < other[1] else other
    quoted = _not_standard(one[0], other[0]) or rare[0]
    pattern = re.compile(rf"\b{re.escape(quoted)}\b", re.IGNORECASE)
    clause, match, text = next(
        (clause, match, text)
        for clause, text in paragraphs(naskah, frame=False)
        if (match := pattern.search(text))
    )
    return Dugaan(
        clause.jangkar,
        quote(naskah, clause.jangkar, match[0], text, match.start()),
        f"Ditulis “{one[0]}” ({one[1]} kali) dan “{other[0]}” ({other[1]} kali).",
        match[0],
    )


def _not_standard(one: str, other: str) -> str:
    """Of a word written as one and as two, the form that the spelling rules do not know."""
    joined, apart = sorted((one, other), key=lambda form: " " in form)
    if " " in joined or apart.replace(" ", "").lower() != joined.lower():
        return ""
    # "antarunit", "pertanggungjawaban" are one word; "di bawah", "sumber daya" are two.
    whole = joined.lower().startswith(_BOUND) or _CONFIXED.fullmatch(joined.lower())
    return apart if whole else joined


def _adjacent(text: str) -> Iterator[tuple[str, str]]:
    for match in re.finditer(r"(?=\b([^\W\d_]+) ([^\W\d_]+)\b)", text.lower()):
        yield match[1], match[2]


def _essence(text: str, corpus: Corpus) -> str:
    """A definition without case, marks, and the names of its own region and its head."""
    low = text.lower()
    for daerah in corpus.daerah.values():
        for own in (daerah.nama, daerah.nama_singkat):
            low = low.replace(own.lower(), "#")
    low = re.sub(r"wali ?kota|bupati|kepala daerah", "#", low)
    for short, full in corpus.singkatan.items():
        low = re.sub(rf"\b{re.escape(short)}\b", full, low)
    return re.sub(r"[\W_]+", "", low)
