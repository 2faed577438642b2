"""A letter as a Word document: the letter with its blanks, then a page about how to fill it in."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from docx.shared import Cm, Pt

from generator.graph import Sumber
from generator.materi.kemas import repack
from generator.materi.surat.catatan_kaki import CatatanKaki
from generator.materi.surat.lembar import blank, line, muted, pairs, rule, sheet
from generator.materi.surat.nilai import (
    ALAMAT,
    LAMPIRAN,
    NOMOR,
    PEGAWAI,
    PERANGKAT_DAERAH,
    SIFAT,
    TANGGAL,
    TEMPAT,
    TUJUAN,
    Surat,
    signer,
)
from generator.model import Daerah

#: Above a signature, in points.
_RUANG_TANDA_TANGAN = 52
#: Where the right half of a letter begins, in centimetres.
_KANAN = 8.44
_TAK_DISEBUT = "[jabatan pembuat surat; tidak disebut dalam naskah]"


def write(surat: Surat, daerah: Daerah) -> bytes:
    """The document; the same bytes for the same letter."""
    document = sheet(surat.judul, daerah.judul_peraturan)
    pen = _Pena(document, surat, daerah)
    if surat.tata == "perintah":
        pen.order()
    else:
        pen.letter()
    pen.copies()
    pen.guide()
    pen.notes.attach()
    out = io.BytesIO()
    document.save(out)
    return repack(out.getvalue())


class _Pena:
    """Writes one letter from top to bottom; remembers which clauses its footnotes have quoted."""

    def __init__(self, document: Any, surat: Surat, daerah: Daerah) -> None:
        self.document, self.surat, self.daerah = document, surat, daerah
        self.notes = CatatanKaki(document)
        self._quoted: dict[tuple[str, str], int] = {}

    def letter(self) -> None:
        surat, document = self.surat, self.document
        if surat.tata == "surat":
            self._head()
        self._place_and_day(line(document, align="right"))
        if surat.tata == "surat":
            pairs(document, [("Nomor", NOMOR), ("Sifat", SIFAT), ("Lampiran", LAMPIRAN)], 2.2)
        pairs(document, [("Hal", surat.hal)], 2.2)
        self._addressees()
        line(document, surat.pembuka)
        if surat.tata == "pribadi":
            pairs(document, [(one.nama.removesuffix(" pegawai"), one) for one in PEGAWAI])
            asked = line(document, "dengan ini mengajukan permohonan berikut:")
            asked.paragraph_format.space_before = Pt(6)
        self._contents()
        line(document, surat.penutup)
        self._signatures()

    def order(self) -> None:
        surat, document = self.surat, self.document
        self._head()
        title = line(document, align="center", after=0)
        title.add_run(surat.nama.upper()).bold = True
        number = line(document, "NOMOR ", align="center", after=10)
        blank(number, NOMOR)
        basis = line(document, f"Dasar: {self.daerah.judul_peraturan} tentang ")
        basis.add_run(f"{self.daerah.peraturan.tentang}.")
        self._cite(basis, surat.dasar)
        word = line(document, align="center")
        word.add_run(surat.pembuka.upper()).bold = True
        to = line(document, "Kepada: ", after=2)
        to.add_run("; ".join(surat.kepada))
        pairs(document, [(one.nama.removesuffix(" pegawai"), one) for one in PEGAWAI])
        line(document, "Untuk:", after=2).paragraph_format.space_before = Pt(6)
        self._contents()
        line(document, surat.penutup)
        for words, field, after in (("Ditetapkan di ", TEMPAT, 0), ("pada tanggal ", TANGGAL, 6)):
            place = line(document, words, after=after)
            place.paragraph_format.left_indent = Cm(_KANAN)
            blank(place, field)
        self._signatures()

    def copies(self) -> None:
        if not self.surat.tembusan:
            return
        head = line(self.document, after=0)
        head.add_run("Tembusan:")
        self._cite(head, self.surat.dasar)
        for number, one in enumerate(self.surat.tembusan, 1):
            line(self.document, f"{number}. {one}", after=0)

    def guide(self) -> None:
        """The page that is no part of the letter."""
        document, surat = self.document, self.surat
        document.add_heading("Tentang templat ini", 1).paragraph_format.page_break_before = True
        muted(
            line(document),
            "Halaman ini dan catatan kaki bukan bagian surat; hapus sebelum surat dikirim. "
            "Templat ini bukan formulir resmi.",
        )
        line(document, f"{surat.nama} pada {surat.alur.judul}, {self.daerah.judul_peraturan}.")
        for told in surat.keterangan:
            paragraph = document.add_paragraph(told.teks, style="List Bullet")
            self._cite(paragraph, [one for one in told.dasar if _key(one) not in self._quoted])
        if surat.catatan:
            line(document, "").add_run("Catatan pembaca tentang naskahnya").bold = True
        for note in surat.catatan:
            paragraph = document.add_paragraph(style="List Bullet")
            paragraph.add_run(f"{note.judul}. ").bold = True
            paragraph.add_run(note.uraian)

    def _head(self) -> None:
        name = line(self.document, align="center", after=0)
        run = name.add_run(f"PEMERINTAH {self.daerah.nama.upper()}")
        run.bold, run.font.size = True, Pt(13)
        blank(line(self.document, align="center", after=0), PERANGKAT_DAERAH)
        address = line(self.document, align="center", after=8)
        blank(address, ALAMAT)
        rule(address)

    def _place_and_day(self, paragraph: Any) -> None:
        blank(paragraph, TEMPAT)
        paragraph.add_run(", ")
        blank(paragraph, TANGGAL)

    def _addressees(self) -> None:
        several = len(self.surat.kepada) > 1
        first = line(self.document, after=0)
        first.paragraph_format.space_before = Pt(8)
        first.add_run("Yth. ")
        names = self.surat.kepada or ("[yang dituju; tidak disebut dalam naskah]",)
        first.add_run("" if several else names[0])
        last = first
        for number, one in enumerate(names if several else (), 1):
            last = line(self.document, f"{number}. {one}", after=0)
        self._cite(last, self.surat.dasar)
        blank(line(self.document, "di ", after=10), TUJUAN)

    def _contents(self) -> None:
        for number, one in enumerate(self.surat.memuat, 1):
            paragraph = line(self.document, f"{number}. {one.nama}", after=0)
            paragraph.paragraph_format.keep_with_next = True
            _indent(paragraph, 0.6, -0.6)
            if one.dasar:
                self._cite(paragraph, one.dasar)
            else:
                muted(paragraph, " (usulan)")
            answer = line(self.document, after=5)
            _indent(answer, 0.6)
            blank(answer, one.ruas)

    def _signatures(self) -> None:
        signers = self.surat.tanda_tangan
        table = self.document.add_table(rows=2, cols=2)
        # One signer stands at the right; two stand side by side, their names at one height.
        columns = table.columns if len(signers) > 1 else (table.columns[1],)
        for number, (column, (above, office)) in enumerate(zip(columns, signers, strict=True)):
            upper, lower = column.cells
            upper.paragraphs[0].paragraph_format.space_after = Pt(0)
            upper.paragraphs[0].add_run(above)
            held = line(upper, f"{office or _TAK_DISEBUT},", after=_RUANG_TANDA_TANGAN)
            self._cite(held, self.surat.dasar)
            name, number_of = signer(number)
            lower.paragraphs[0].paragraph_format.space_after = Pt(0)
            blank(lower.paragraphs[0], name)
            blank(line(lower, "NIP ", after=0), number_of)
        line(self.document, after=0)

    def _cite(self, paragraph: Any, sources: Sequence[Sumber]) -> None:
        """A footnote for each clause; one quoted before is named with the number of its note."""
        for index, source in enumerate(sources):
            if index:
                # Two numbers side by side would be read as one: 1 and 2 as 12.
                paragraph.add_run(", ").font.superscript = True
            key = _key(source)
            before = self._quoted.get(key)
            if before is None:
                words = f"{source.sebutan}: “{source.kutipan}”"
                self._quoted[key] = self.notes.cite(paragraph, words)
            else:
                self.notes.cite(paragraph, f"{source.sebutan}, sebagaimana catatan kaki {before}.")


def _key(source: Sumber) -> tuple[str, str]:
    return source.klausa, source.kutipan


def _indent(paragraph: Any, left: float, first: float = 0) -> None:
    paragraph.paragraph_format.left_indent = Cm(left)
    paragraph.paragraph_format.first_line_indent = Cm(first)
