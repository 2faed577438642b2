"""The frame: titles that differ, pictures and a Lampiran announced, entry into force, regions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from generator.cite import Naskah
from generator.naskah import Klausa, iterate
from generator.temuan.baca import clauses, name, paragraphs, quote
from generator.temuan.corpus import Corpus, own_texts
from generator.temuan.nilai import Dugaan

_ABOUT = re.compile(r"\btentang\b", re.IGNORECASE)
_PICTURE = re.compile(r"\b[Gg]ambar (?P<nomor>\d+)\b")
_ANNEX = re.compile(r"\btercantum (?:dalam|pada) [Ll]ampiran\b")
_IN_FORCE = re.compile(
    r"Peraturan [^.;]*?\bini (?:mulai )?berlaku (?:pada|sejak|terhitung)\b[^.;]*"
)
_REGION = re.compile(
    r"\b(?P<jenis>Kabupaten|Kota|Bupati|Wali ?[Kk]ota) (?P<nama>[A-Z][a-z]+(?: [A-Z][a-z]+)?)\b"
)
_LAW = re.compile(
    r"(?:Undang-Undang|Peraturan (?:Pemerintah|Menteri|Presiden|Daerah|Bupati|Wali ?[Kk]ota))"
    r"[^;]*?Nomor [^;.]*"
)
#: Offices that exist in some provinces only (their own laws name them so).
JABATAN_SETEMPAT: Final[Mapping[str, tuple[str, ...]]] = {
    "Panewu": ("Daerah Istimewa Yogyakarta",),
    "Mantri Pamong Praja": ("Daerah Istimewa Yogyakarta",),
    "Mantri Anom": ("Daerah Istimewa Yogyakarta",),
    "Kapanewon": ("Daerah Istimewa Yogyakarta",),
    "Kemantren": ("Daerah Istimewa Yogyakarta",),
    "Geuchik": ("Aceh",),
    "Keuchik": ("Aceh",),
    "Gampong": ("Aceh",),
    "Wali Nagari": ("Sumatera Barat",),
    "Kepala Distrik": ("Papua", "Papua Barat", "Papua Barat Daya", "Papua Pegunungan",
                       "Papua Selatan", "Papua Tengah"),
}  # fmt: skip


def titles(naskah: Naskah, _corpus: Corpus) -> Iterator[Dugaan]:
    """The title, the diktum Menetapkan, the consideration and the Lampiran name it differently."""
    title = _after_about(naskah, "judul")
    if not title:
        return
    for anchor, place in (("menetapkan", "Diktum Menetapkan"), ("lampiran-judul", "Lampiran")):
        other = _after_about(naskah, anchor)
        if other and not _same_title(title, other):
            yield Dugaan(
                anchor,
                quote(naskah, anchor, other),
                f"{place} menyebut peraturan ini tentang “{other.rstrip('.')}”, sedangkan judulnya "
                f"“{title}”.",
            )
    yield from _considered(naskah, title)


def pictures(naskah: Naskah, _corpus: Corpus) -> Iterator[Dugaan]:
    """A picture is announced and is not there, or is there and is announced nowhere."""
    shown = dict(_shown(naskah))
    told: dict[str, tuple[Klausa, str, str]] = {}
    for clause, text in paragraphs(naskah):
        for match in _PICTURE.finditer(text):
            told.setdefault(match["nomor"], (clause, match[0], text))
    for number, (clause, passage, text) in told.items():
        if number not in shown:
            yield Dugaan(
                clause.jangkar,
                quote(naskah, clause.jangkar, passage, text),
                f"Gambar {number} disebut di sini, tetapi tidak ada gambar dengan nomor itu.",
                passage,
            )
    for number, (clause, caption) in shown.items():
        if number not in told:
            yield Dugaan(
                clause.jangkar,
                quote(naskah, clause.jangkar, caption),
                f"Gambar {number} tidak disebut di bagian mana pun dalam naskah.",
            )


def annex(naskah: Naskah, _corpus: Corpus) -> Iterator[Dugaan]:
    """A Lampiran is announced and absent, or present and announced nowhere."""
    announced = [
        (clause, match[0], text)
        for clause, text in paragraphs(naskah)
        for match in [_ANNEX.search(text)]
        if match and not clause.jangkar.startswith("lampiran")
    ]
    if naskah.lampiran is None and announced:
        clause, passage, text = announced[0]
        yield Dugaan(
            clause.jangkar,
            quote(naskah, clause.jangkar, passage, text),
            "Lampiran disebut di sini, tetapi naskah ini tidak mempunyai Lampiran.",
        )
    if naskah.lampiran is not None and not any(
        "lampiran" in text.lower()
        for clause, text in paragraphs(naskah, frame=False)
        if not clause.jangkar.startswith("lampiran")
    ):
        first = next(clause for clause in iterate(naskah.lampiran) if clause.jangkar)
        yield Dugaan(
            first.jangkar,
            quote(naskah, first.jangkar, naskah.teks[first.jangkar]),
            "Lampiran ini tidak disebut dalam pasal mana pun.",
        )


def in_force(naskah: Naskah, _corpus: Corpus) -> Iterator[Dugaan]:
    """The entry into force is set twice."""
    found = [
        (clause, match[0], text)
        for clause, text in paragraphs(naskah, frame=False)
        for match in _IN_FORCE.finditer(text)
        if not clause.jangkar.startswith("lampiran")
    ]
    for clause, passage, text in found[1:]:
        first, second = found[0][1], passage
        yield Dugaan(
            clause.jangkar,
            quote(naskah, clause.jangkar, passage, text),
            f"Saat mulai berlaku dinyatakan lebih dari satu kali: “{first}” "
            f"({name(naskah, found[0][0].jangkar)}) dan “{second}”.",
        )


def other_region(naskah: Naskah, corpus: Corpus) -> Iterator[Dugaan]:
    """Another region, its head, or an office that only another province has is named."""
    daerah = corpus.daerah.get(naskah.slug)
    if daerah is None:
        return
    own = daerah.nama_singkat
    for clause, text in paragraphs(naskah, frame=False):
        if clause.jangkar.startswith("menimbang"):
            continue
        bare = _LAW.sub(lambda match: " " * len(match[0]), text)
        for match in _REGION.finditer(bare):
            if match["nama"] != own and match["nama"] in corpus.wilayah:
                yield Dugaan(
                    clause.jangkar,
                    quote(naskah, clause.jangkar, match[0], text, match.start()),
                    f"“{match[0]}” disebut dalam peraturan {daerah.nama}.",
                    match[0],
                )
        for office, provinces in JABATAN_SETEMPAT.items():
            found = re.search(rf"\b{office}(?: [A-Z][a-z]+)?\b", bare)
            if found and daerah.provinsi not in provinces:
                yield Dugaan(
                    clause.jangkar,
                    quote(naskah, clause.jangkar, found[0], text, found.start()),
                    f"“{found[0]}” adalah sebutan di {provinces[0]}, sedangkan {daerah.nama} "
                    f"berada di {daerah.provinsi}.",
                    found[0],
                )


def _considered(naskah: Naskah, title: str) -> Iterator[Dugaan]:
    """The name of the regulation that the considerations say is to be made."""
    for clause, text in paragraphs(naskah):
        if not clause.jangkar.startswith("menimbang"):
            continue
        for match in re.finditer(r"(?:perlu|untuk) menetapkan Peraturan[^;]*? tentang ", text):
            other = text[match.end() :].rstrip(" ;.")
            if not _same_title(title, other):
                yield Dugaan(
                    clause.jangkar,
                    quote(naskah, clause.jangkar, other, text),
                    f"Menimbang menyebut peraturan ini tentang “{other}”, sedangkan judulnya "
                    f"“{title}”.",
                )


def _after_about(naskah: Naskah, anchor: str) -> str:
    """The words of a clause after "TENTANG"; of a Lampiran, its first paragraph there."""
    clause = naskah.klausa.get(anchor)
    if clause is None:
        return ""
    texts = own_texts(clause)
    for index, text in enumerate(texts):
        match = _ABOUT.search(text)
        if match is None:
            continue
        rest = text[match.end() :].strip()
        following = texts[index + 1 :]
        if anchor == "lampiran-judul":
            return rest or (following[0] if following else "")
        return " ".join([rest, *following]).strip()
    return ""


def _same_title(one: str, other: str) -> bool:
    """Case and marks set aside; a title may be split into paragraphs."""
    left, right = (re.sub(r"\W+", " ", text).strip().lower() for text in (one, other))
    return left == right


def _shown(naskah: Naskah) -> Iterator[tuple[str, tuple[Klausa, str]]]:
    for clause in clauses(naskah):
        if clause.jenis == "bagan":
            for text in own_texts(clause):
                match = _PICTURE.match(text)
                if match:
                    yield match["nomor"], (clause, text)


#: A condition that can fail, and the words that show that the text deals with its failing.
_BRANCHES: Final = (
    (
        re.compile(
            r"\b(?:[Aa]pabila|[Jj]ika|[Bb]ilamana|[Dd]alam hal|[Bb]ila)\b[^,;.]*?"
            r"(?<!tidak )\b(?P<kata>menyetujui|disetujui|setuju)\b"
        ),
        re.compile(r"\btidak (?:dapat )?(?:menyetujui|disetujui|setuju)|menolak|ditolak|penolakan"),
    ),
    (
        re.compile(r"\b(?:[Aa]pabila|[Jj]ika|[Bb]ilamana) (?P<kata>tersedia)\b"),
        re.compile(r"\btidak tersedia|ketidaktersediaan"),
    ),
)


def other_branch(naskah: Naskah, _corpus: Corpus) -> Iterator[Dugaan]:
    """A condition that may fail is followed only where it holds."""
    for parent in clauses(naskah):
        items = [child for child in parent.anak if child.jenis in ("huruf", "angka", "butir")]
        if not items or any(child.adalah_judul for child in items):
            continue
        # "Apabila tidak menyetujui" may stand in a paragraph beside the list.
        beside = " ".join(own_texts(parent))
        whole = " ".join([beside, *(naskah.teks[child.jangkar] for child in items)])
        for condition, other in _BRANCHES:
            if other.search(whole):
                continue
            for child in items:
                text = " ".join(own_texts(child))
                match = condition.search(text)
                if match:
                    yield Dugaan(
                        child.jangkar,
                        quote(naskah, child.jangkar, match[0], text, match.start()),
                        f"Yang diatur hanya keadaan “{match['kata']}”; apa yang dilakukan bila "
                        "sebaliknya tidak disebut dalam rincian ini.",
                        match["kata"],
                    )
                    break
