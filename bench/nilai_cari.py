"""Judged queries, run by the engine that readers use; and regencies made up to see it grow."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from generator.cari import Dokumen, index_files
from generator.cari.kata import read_knowledge
from generator.read import read_yaml

#: As many hits are looked at.
TOP = 10

_RUN = """async queries => {
    const tools = window.__pk_cari_uji;
    const engine = await tools.siap();
    const out = [];
    for (const query of queries) {
        const options = {daerah: '', jenis: '', milik: query.milik || ''};
        const begun = performance.now();
        const found = engine.search(query.cari, options);
        const roots = found.akar;
        found.hasil.slice(0, 20).forEach(id => engine.excerpt(id, roots));
        const ms = performance.now() - begun;
        out.push({hasil: found.hasil.slice(0, 10).map(tools.alamat), ms});
    }
    return out;
}"""


@dataclass(frozen=True)
class Kueri:
    """A judged query.

    Each of ``harus`` is one address or several, of which one must be in the first ten; ``terbaik``
    are those that deserve the first place; ``milik`` is the reader's own regency.
    """

    cari: str
    harus: tuple[tuple[str, ...], ...]
    terbaik: tuple[str, ...]
    milik: str = ""

    def recall(self, hits: Sequence[str]) -> float:
        """The share of what must be found that stands in the first ten."""
        first = set(hits[:TOP])
        return sum(bool(first & set(options)) for options in self.harus) / len(self.harus)

    def best(self, hits: Sequence[str]) -> bool:
        """Whether the first hit deserves its place."""
        return bool(hits) and hits[0] in self.terbaik

    def on_pages(self) -> Kueri:
        """The same query, content with the page on which a clause stands."""
        return replace(
            self,
            harus=tuple(tuple(a.partition("#")[0] for a in options) for options in self.harus),
            terbaik=tuple(a.partition("#")[0] for a in self.terbaik),
        )


@dataclass(frozen=True)
class Nilai:
    """How well queries were answered, and how long each took in milliseconds."""

    recall: float
    terbaik: float
    ms: tuple[float, ...]
    luput: tuple[str, ...]

    @property
    def p95(self) -> float:
        """As many milliseconds or fewer were enough for 95 of 100 queries."""
        return sorted(self.ms)[int(len(self.ms) * 0.95)]


def read_queries(path: Path) -> tuple[Kueri, ...]:
    """A judged set."""
    return tuple(
        Kueri(
            row["cari"],
            tuple(tuple(a.strip() for a in options.split("|")) for options in row["harus"]),
            tuple(row["terbaik"]),
            row.get("milik", ""),
        )
        for row in read_yaml(path, path.name).nilai
    )


def run_queries(page: Page, queries: Sequence[Kueri]) -> Nilai:
    """Ask the engine of an open page of the site."""
    asked = [{"cari": query.cari, "milik": query.milik} for query in queries]
    answers: list[dict[str, Any]] = page.evaluate(_RUN, asked)
    return judge(queries, [a["hasil"] for a in answers], [a["ms"] for a in answers])


def judge(
    queries: Sequence[Kueri], hits: Sequence[Sequence[str]], ms: Sequence[float] = (0.0,)
) -> Nilai:
    """Compare hits with what must be found."""
    pairs = list(zip(queries, hits, strict=True))
    return Nilai(
        recall=sum(query.recall(found) for query, found in pairs) / len(pairs),
        terbaik=sum(query.best(found) for query, found in pairs) / len(pairs),
        ms=tuple(ms),
        luput=tuple(query.cari for query, found in pairs if query.recall(found) < 1),
    )


def read_documents(site: Path) -> dict[str, tuple[str, str, tuple[Dokumen, ...]]]:
    """The documents of a built site with its regencies' names, read back from its index."""
    folder = site / "cari" / "indeks"
    names = {row[0]: row[1:] for row in _value(folder / "kata.js")["daerah"]}
    return {
        slug: (long, short, tuple(_documents(slug, *_value(folder / f"{slug}.js"))))
        for slug, (long, short) in names.items()
    }


def _documents(slug: str, pages: Sequence[str], rows: Sequence[Sequence[Any]]) -> Iterator[Dokumen]:
    addresses = [
        f"~/{slug}/{pages[page]}" + (f"#{anchor}" if anchor else "") for _, page, anchor, *_ in rows
    ]
    for address, (kind, _, _, name, title, text, parent) in zip(addresses, rows, strict=True):
        above = addresses[parent] if parent >= 0 else ""
        yield Dokumen(kind, address, name, title, text, above)


def _value(path: Path) -> Any:
    inner = path.read_text(encoding="utf-8").removeprefix("window.__pk_cari(")
    return json.loads(f"[{inner.removesuffix(chr(10)).removesuffix(');')}]")[1]


def made_up(
    real: Mapping[str, tuple[str, str, Sequence[Dokumen]]], site: Sequence[Dokumen], count: int
) -> dict[str, str]:
    """The index of as many regencies, made from real ones.

    Each has a name of its own, leaves some clauses out, and says some words of its own in each of
    the others: the text of no two is the same.
    """
    chance = random.Random(count)
    sources = list(real.items())
    regencies = {}
    for number in range(count):
        slug, (_, short, documents) = sources[number % len(sources)]
        name = f"{short} {_syllables(chance)}"
        kept = tuple(
            _own(document, slug, f"daerah-{number}", chance)
            for document in documents
            if chance.random() > 0.06
        )
        regencies[f"daerah-{number}"] = (f"Kabupaten {name}", name, kept)
    return index_files(read_knowledge(), regencies, site)


def _own(document: Dokumen, old: str, new: str, chance: random.Random) -> Dokumen:
    said = document.teks.split()
    for place in range(len(said)):
        if chance.random() < 0.02:
            said[place] = chance.choice(said)
        elif chance.random() < 0.004:
            said[place] = _syllables(chance)
    return replace(
        document,
        alamat=document.alamat.replace(f"~/{old}/", f"~/{new}/"),
        induk=document.induk.replace(f"~/{old}/", f"~/{new}/"),
        teks=" ".join(said),
    )


def _syllables(chance: random.Random) -> str:
    return "".join(chance.choice("bdgklmnprst") + chance.choice("aeiou") for _ in range(3)).title()


def weigh(paths: Sequence[Path]) -> int:
    """How many bytes files are when they are sent, compressed."""
    return sum(len(gzip.compress(path.read_bytes(), 9, mtime=0)) for path in paths)
