"""The page of roles: what each must do, and to whom work is reported."""

from __future__ import annotations

from generator import links
from generator.model import Kosakata
from generator.pages import menu
from generator.pages.rujukan import notes_on
from generator.pages.struktur import clause
from generator.pages.template import fill
from generator.pages.values import DaerahTerbit, Halaman, Judul


def page(daerah: DaerahTerbit, kosakata: Kosakata) -> Halaman:
    """The responsibilities of the roles, and the lines of reporting."""
    roles = daerah.data.peran.tanggung_jawab
    reports = daerah.data.peran.pertanggungjawaban
    contents = [Judul(kosakata.peran[role.peran].nama, f"peran-{role.peran}") for role in roles]
    contents += [Judul("Pertanggungjawaban", "pertanggungjawaban")] if reports else []
    return Halaman(
        alamat=links.section(daerah.slug, "peran"),
        judul=f"Peran dan tanggung jawab – {daerah.nama}",
        deskripsi="Tanggung jawab Pejabat Penilai Kinerja, Pimpinan Unit Organisasi, Ketua Tim, "
        f"dan Anggota Tim menurut {daerah.data.daerah.judul_peraturan}.",
        isi=fill(
            "peran.html",
            daerah=daerah,
            kosakata=kosakata,
            peran=[(role, clause(daerah, role.klausa)) for role in roles],
            pelaporan=reports,
            catatan=notes_on(daerah, *(f"aturan:{rule.id}" for rule in daerah.data.peran.aturan)),
        ),
        daftar_isi=tuple(contents),
        menu=menu.menu(daerah),
        remah=menu.crumbs(daerah),
    )
