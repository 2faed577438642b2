"""The stack machine: lines of one part become clauses in the canonical layout."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from generator.importers.alinea import Keadaan, goes_on, items_to_leave, lacks_number
from generator.importers.judul import TITLE_LINES, runs_on, title
from generator.importers.label import Label, read_explained, read_labels
from generator.importers.meja import Tulisan, append
from generator.importers.nilai import Larik, Ragu, Terbit
from generator.importers.pasal import Calon
from generator.importers.struktur import Kepala, read_heading
from generator.importers.tanda import amends, cites, ends, opens
from generator.importers.tumpuk import DEEPEST, Suasana, Tempat, Terbuka, article, place
from generator.naskah.nomor import is_roman, roman

#: Parts of the Penjelasan, where they have no number.
_PARTS = frozenset({"UMUM", "PASAL DEMI PASAL"})
_AHEAD = 400
_STRUCTURE = ("bab", "bagian", "paragraf", "pasal")


@dataclass
class Penyusun:
    """Writes the clauses of one part.

    ``calon`` are the headings of Pasal by line, ``utama`` those of the part itself: the others may
    be quoted by an amendment. ``bentuk`` is batang, lampiran, penjelasan or pembukaan.
    """

    lines: Sequence[Larik]
    calon: Mapping[int, Calon]
    utama: Collection[int]
    bentuk: str
    kosakata: Collection[str]
    per_baris: bool = False
    tulisan: list[Tulisan] = field(default_factory=list)
    ragu: list[Ragu] = field(default_factory=list)
    alasan: dict[int, tuple[str, str]] = field(default_factory=dict)
    tumpuk: list[Terbuka] = field(default_factory=lambda: [Terbuka("akar", 0)])
    kini: Tulisan | None = None
    sebelum: Larik | None = None
    bab: int = 0
    letak: int = 0

    def run(self, start: int, end: int) -> None:
        """Write the lines from ``start`` up to ``end``."""
        at = start
        while at < end:
            at = self._line(at, end)

    def mark(self, name: str) -> None:
        """Open a part of the frame that only the editor marks."""
        self.tumpuk = [Terbuka("akar", 0), Terbuka("kerangka", 0)]
        label = [Terbit(f"[{name}]", ())]
        self.tulisan.append(Tulisan(0, "tanda", 0, label))
        self.kini = None

    def diktum(self, line: Larik, label: list[Terbit], rest: tuple[Terbit, ...]) -> None:
        """Open Menimbang, Mengingat, Memutuskan or Menetapkan; the rest of its line is content."""
        self.tumpuk = [Terbuka("akar", 0), Terbuka("diktum", 2)]
        self.tulisan.append(Tulisan(0, "judul", line.nomor, label))
        self.kini = None
        if rest:
            self._item_or_text(Larik(line.nomor, line.halaman, rest, terpisah=True), 0)

    # --- one line ---

    def _line(self, at: int, end: int) -> int:
        line = self.lines[at]
        self.letak = at
        if line.beku:
            self._paragraph(line)
            self.kini = None
            return at + 1
        candidate = self.calon.get(at)
        if candidate is not None and (at in self.utama or self._is_quoted(candidate)):
            return self._article(line, candidate, quoted=at not in self.utama, at=at)
        head = None if self.bentuk == "pembukaan" else self._heading(line)
        if head is not None:
            return self._structure(line, head, at, end)
        if candidate is not None and candidate.berdiri:
            self._doubt(line, f"“{line.teks}” di awal baris", "dibaca sebagai rujukan")
        self._item_or_text(line, at)
        return at + 1

    def _heading(self, line: Larik) -> Kepala | None:
        words = [word.teks for word in line.kata]
        head = read_heading(words, expected_bab=self.bab + 1)
        tail = self.kini.tail() if self.kini else ""
        if head is None or (head.lebar == len(words) and not ends(tail) and not line.terpisah):
            return None if head is None or cites(tail) or runs_on(tail) else head
        return None if runs_on(tail) else head

    def _is_quoted(self, candidate: Calon) -> bool:
        inside = any(clause.jenis == "pasal" for clause in self.tumpuk)
        amended = candidate.mengutip or any(clause.mengubah for clause in self.tumpuk)
        return inside and amended and candidate.berdiri and candidate.skor + 5 > 1

    # --- headings ---

    def _article(self, line: Larik, candidate: Calon, *, quoted: bool, at: int) -> int:
        label = self._label(line, candidate.label, candidate.lebar)
        self._open_heading("pasal", label, line.nomor, quoted=quoted)
        rest = () if candidate.berdiri else line.kata[candidate.lebar :]
        if rest:
            self._item_or_text(Larik(line.nomor, line.halaman, rest, terpisah=True), at)
        return at + 1

    def _structure(self, line: Larik, head: Kepala, at: int, end: int) -> int:
        quoted = any(clause.mengubah or clause.dikutip for clause in self.tumpuk)
        label = self._label(line, head.label, head.lebar)
        if head.jenis == "bab" and not quoted:
            core = head.label.split()[1]
            self.bab = roman(core) if is_roman(core) else self.bab + 1
        heading = self._open_heading(head.jenis, label, line.nomor, quoted=quoted)
        begun = list(line.kata[head.lebar :])
        at += 1
        stop = min(end, at + TITLE_LINES)
        lines = title(self.lines, at, stop, head.jenis, self.calon, begun=bool(begun))
        written = Tulisan(heading.indentasi, "alinea", line.nomor, kata=begun)
        for following in lines:
            self._join(written, following)
        if written.kata:
            self.tulisan.append(written)
        else:
            self.tulisan.append(Tulisan(0, "kosong", line.nomor))
        self.kini = None
        return at + len(lines)

    def _open_heading(
        self, kind: str, label: list[Terbit], number: int, *, quoted: bool
    ) -> Tulisan:
        clause = Terbuka(kind, 0, dikutip=quoted)
        if quoted:
            amending = [d for d, c in enumerate(self.tumpuk) if c.mengubah or c.jenis == "pasal"]
            base = next((d for d in reversed(amending) if not self.tumpuk[d].dikutip), 0)
            while len(self.tumpuk) > base + 1 and (
                not self.tumpuk[-1].dikutip or self.tumpuk[-1].rank >= clause.rank
            ):
                self.tumpuk.pop()
            indent = max(2, self.tumpuk[-1].margin)
            clause.margin = indent + 2
        else:
            keep = 1 if self.bentuk == "batang" else 0
            while len(self.tumpuk) > 1 and (
                self.tumpuk[-1].rank >= clause.rank
                or (keep and self.tumpuk[-1].jenis in ("kerangka", "diktum"))
            ):
                self.tumpuk.pop()
            indent = 0
        heading = Tulisan(indent, "judul", number, label)
        self.tulisan.append(heading)
        self.tumpuk.append(clause)
        self.kini = None
        return heading

    # --- items and text ---

    def _item_or_text(self, line: Larik, at: int) -> None:
        words = [word.teks for word in line.kata[:6]]
        if self.bentuk == "penjelasan" and line.teks.rstrip(".") in _PARTS:
            del self.tumpuk[2:]
            self._paragraph(line)
            self.kini = None
            return
        if self.bentuk == "penjelasan" and (explained := read_explained(words)):
            self._explained(line, explained)
            return
        labels = read_labels(words, upper=self.bentuk in ("lampiran", "penjelasan"))
        found = self._place(line, labels, at) if labels else None
        if found is not None and len(self.tumpuk) < DEEPEST:
            self._item(line, found)
            return
        if line.butir and not labels and self._bullet(line):
            return
        if labels and labels[0].asli and (not self.kini or ends(self.kini.tail())):
            self._doubt(
                line, f"“{' '.join(words[:4])} …” berawal seperti nomor", "dibaca sebagai teks"
            )
        self._text(line)

    def _place(self, line: Larik, labels: Sequence[Label], at: int) -> Tempat | None:
        tail = self.kini.tail() if self.kini else ""
        if cites(tail) and not (line.terpisah and ends(tail)):
            return None
        around = Suasana(
            selesai=ends(tail) or self.per_baris or line.terpisah,
            membuka=opens(tail),
            kosong=self.kini is None,
            mengubah=amends(" ".join(w.teks for w in line.kata[labels[0].lebar :][:3])),
            lampiran=self.bentuk in ("lampiran", "penjelasan"),
            ada_lanjutan=lambda label: self._comes(label, at),
        )
        return place(labels, self.tumpuk, around)

    def _comes(self, label: Label, at: int) -> bool:
        """Whether the next label of its kind stands ahead, before this one comes again."""
        upper = self.bentuk in ("lampiran", "penjelasan")
        for index in range(at + 1, min(len(self.lines), at + _AHEAD)):
            if index in self.utama:
                return False
            words = [word.teks for word in self.lines[index].kata[:3]]
            if len(words[0]) > 12:
                continue
            for other in read_labels(words, upper=upper):
                if other.gaya == label.gaya and other.asli:
                    if other.follows(label.nilai):
                        return True
                    if other.nilai == label.nilai:
                        return False
        return False

    def _item(self, line: Larik, found: Tempat) -> None:
        label = found.label
        if found.janggal:
            self._doubt(line, f"{found.janggal}: {label.teks}", "tetap dibaca sebagai nomor")
        del self.tumpuk[found.dalam :]
        margin = self.tumpuk[-1].margin
        written = self._label(line, label.teks, label.lebar, sure=label.asli)
        item = Tulisan(margin, "label", line.nomor, written)
        if label.sisa:
            item.kata.append(Terbit(label.sisa, line.kata[0].asal))
        item.kata += line.kata[label.lebar :]
        if self.bentuk == "penjelasan" and label.gaya in ("I.", "A."):
            item.judul = " ".join(word.teks for word in item.kata).isupper()
        self._push(item, label, line)

    def _push(self, item: Tulisan, label: Label, line: Larik) -> None:
        text = " ".join(word.teks for word in item.kata[:3])
        in_article = any(clause.jenis == "pasal" for clause in self.tumpuk)
        above = self.tumpuk[-1]
        changes = label.gaya in ("1.", "a.", "Angka") and in_article and amends(text)
        changes = changes and (above.jenis in ("pasal", "kerangka") or above.gaya == "(1)")
        self.tumpuk.append(
            Terbuka("butir", item.indentasi + 2, label.gaya, label.nilai, mengubah=changes)
        )
        self.tulisan.append(item)
        self.kini = item
        self.sebelum = line

    def _explained(self, line: Larik, label: Label) -> None:
        base = article(self.tumpuk)
        same = [
            d for d in range(len(self.tumpuk) - 1, base, -1) if self.tumpuk[d].gaya == label.gaya
        ]
        outer = [d for d in range(base, 0, -1) if self.tumpuk[d].gaya == label.gaya]
        # "Angka 2" goes on after the Pasal that "Angka 1" quotes.
        follows = [d for d in outer if label.follows(self.tumpuk[d].nilai)]
        inner = [d for d in same if label.follows(self.tumpuk[d].nilai)]
        if follows and not inner:
            del self.tumpuk[follows[0] :]
        elif same:
            del self.tumpuk[same[0] :]
        written = self._label(line, label.teks, label.lebar, sure=label.asli)
        item = Tulisan(self.tumpuk[-1].margin, "judul", line.nomor, written)
        self._push(item, label, line)
        self.tumpuk[-1].mengubah = label.gaya == "Angka" and self.tumpuk[-2].jenis == "pasal"
        self.kini = None
        if rest := line.kata[label.lebar :]:
            self._text(Larik(line.nomor, line.halaman, rest, terpisah=True))

    def _bullet(self, line: Larik) -> bool:
        gaya = self.tumpuk[-1].gaya
        if not (gaya == "-" or (self.kini and opens(self.kini.tail()))):
            return False
        if gaya == "-":
            self.tumpuk.pop()
        item = Tulisan(self.tumpuk[-1].margin, "butir", line.nomor, kata=list(line.kata))
        self._push(item, Label("-", "-", (1, 0)), line)
        return True

    def _text(self, line: Larik) -> None:
        if self.kini is None:
            self._paragraph(line)
            return
        if not self.kini.kata:
            self._join(self.kini, line)
            self.sebelum = line
            return
        around = self._around()
        titled = self.bentuk in ("lampiran", "penjelasan") and self._is_title(line)
        if not titled and goes_on(line, around):
            self._join(self.kini, line)
        else:
            self._leave_list(line, around)
            self._paragraph(line)
        self.sebelum = line

    def _leave_list(self, line: Larik, around: Keadaan) -> None:
        assert self.kini is not None
        if self.kini.judul or (self.bentuk == "lampiran" and self.kini.bentuk == "alinea"):
            return
        if count := items_to_leave(line, around, self.tumpuk):
            del self.tumpuk[-count:]
            if lacks_number(around.ekor):
                self._doubt(line, f"butir tanpa nomor: “{line.teks[:40]}”", "dibaca sebagai alinea")

    def _is_title(self, line: Larik) -> bool:
        """Whether the text so far is a title: short, alone on its line, and capitals follow."""
        assert self.kini is not None
        if self.kini.bentuk != "label" or self.sebelum is None:
            return False
        if self.bentuk == "penjelasan":
            return self.kini.judul
        if not self.sebelum.pendek:
            return False
        if self.kini.nomor != self.sebelum.nomor or self.kini.tail()[-1:] in ".;:,":
            return False
        gaya = self.kini.label[0].teks[:1]
        if line.kata[0].teks[:1].isupper() or line.terpisah:
            self.kini.judul = gaya.isupper() or line.terpisah
            return True
        return False

    def _around(self) -> Keadaan:
        assert self.kini is not None
        return Keadaan(
            self.kini.tail(),
            self.tumpuk[-1],
            self.sebelum is not None and self.sebelum.pendek,
            self.per_baris,
            lambda item: not self._comes(Label("", item.gaya, item.nilai), self.letak),
        )

    def _paragraph(self, line: Larik) -> None:
        self.kini = Tulisan(self.tumpuk[-1].margin, "alinea", line.nomor)
        self.kini.kata += line.kata
        self.tulisan.append(self.kini)
        self.sebelum = line

    # --- words ---

    def _join(self, written: Tulisan, line: Larik) -> None:
        if doubt := append(written, line.kata, self.kosakata):
            self._doubt(line, f"“{doubt}” dipenggal di akhir baris", "tanda hubungnya dibiarkan")

    def _label(
        self, line: Larik, label: str, width: int, *, sure: bool | None = None
    ) -> list[Terbit]:
        """The words of a label: the source's own, or corrected ones that stand for them."""
        own = list(line.kata[:width])
        if sure or [word.teks for word in own] == label.split():
            return own
        source = tuple(place for word in own for place in word.asal)
        written = " ".join(word.teks for word in own)
        self.alasan.setdefault(line.nomor, ("galat-ocr", f"“{written}” dibaca “{label}”"))
        self._doubt(line, f"“{written}” dibaca “{label}”", "periksa pada pindaian")
        return [Terbit(text, source) for text in label.split()]

    def _doubt(self, line: Larik, what: str, done: str) -> None:
        self.ragu.append(Ragu(line.nomor, what, done))
