"""The command ``petakerja``."""

from __future__ import annotations

import json
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Annotated

import typer

from generator import answer
from generator.cakram import EnvironmentLacks, disk_errors
from generator.compare.perubahan import differences
from generator.exports.answer import answer_json, answer_text
from generator.exports.compare import compare_json, compare_text
from generator.exports.data import export_regency, export_text
from generator.importers import import_file, tree_json, write_draft
from generator.kemajuan import Kemajuan
from generator.naskah import print_text
from generator.pasokan.audit import TABLE, write_table
from generator.pasokan.audit import audit as find_problems
from generator.pasokan.kunci import LOCK
from generator.pelaksana import PelaksanaKeliru, open_executor
from generator.pipeline import Ukuran, build_site
from generator.problems import BuildFailed, is_error
from generator.project import (
    DaerahTerperiksa,
    advise,
    approve,
    check_project,
    read_project,
    validate_project,
)
from generator.publish import write_tree
from generator.regency import text_file
from generator.scaffold import start_regency
from generator.serve import serve_site

GOOD, DATA, USAGE, ENVIRONMENT = 0, 1, 2, 3
#: What a shell says of a command that a signal ended is this and the signal's number.
SIGNALLED = 128

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    help="Peta Kerja: penjelajah peraturan sistem kerja.",
    pretty_exceptions_enable=False,
)

Root = Annotated[
    Path, typer.Option("--proyek", help="Folder proyek.", file_okay=False, show_default=False)
]
Slugs = Annotated[list[str] | None, typer.Argument(help="Slug daerah; bawaan: semua.")]
HERE = Path()


@app.command()
def build(  # noqa: PLR0913, PLR0917 - each is an option of the command
    root: Root = HERE,
    out: Annotated[Path | None, typer.Option(help="Folder hasil; bawaan: site.")] = None,
    offline: Annotated[
        bool, typer.Option(help="Situs untuk dibuka dari berkas (file://), tanpa peladen.")
    ] = False,
    site_url: Annotated[
        str, typer.Option(help="Alamat situs kelak, misalnya https://contoh.id/peta/.")
    ] = "",
    materials: Annotated[
        bool, typer.Option("--materials", help="Buat pula berkas bahan sosialisasi.")
    ] = False,
    timings: Annotated[bool, typer.Option(help="Tampilkan waktu setiap tahap.")] = False,
    pelaksana: Annotated[
        str,
        typer.Option(
            metavar="MODUL:FUNGSI", help="Pelaksana lain, misalnya gugus; lihat PUBLISHING.md."
        ),
    ] = "",
) -> None:
    """Bangun situs: baca, periksa, gambar, tulis halaman, periksa hasilnya."""
    with _reported():
        target = out or root / ("site-offline" if offline else "site")
        if site_url and not site_url.startswith(("https://", "http://")):
            typer.echo("--site-url harus dimulai dengan https:// atau http://.", err=True)
            raise typer.Exit(USAGE)
        kabar = Kemajuan(sys.stderr) if materials else None
        with open_executor(pelaksana) if pelaksana else nullcontext() as tenaga:
            result = build_site(
                root, target, offline=offline, site_url=site_url, kabar=kabar, tenaga=tenaga
            )
        typer.echo(
            f"Situs selesai: {target / 'index.html'} "
            f"({result.halaman} halaman, {result.bagan} bagan)."
        )
        if offline:
            typer.echo(f"Arsip untuk dibagikan: {target.with_name(f'{target.name}.zip')}")
        if timings:
            _print_timings(result.waktu)


@app.command()
def check(slugs: Slugs = None, root: Root = HERE) -> None:
    """Periksa semua data; satu baris untuk setiap masalah."""
    with _reported():
        kosakata, files = read_project(root, slugs or ())
        proyek = validate_project(kosakata, files)
        problems = (*check_project(proyek), *advise(proyek))
        for problem in problems:
            typer.echo(str(problem))
        errors = sum(is_error(problem) for problem in problems)
        warnings = len(problems) - errors
        typer.echo(
            f"{len(files)} daerah diperiksa, {errors} galat, {warnings} peringatan.", err=True
        )
        raise typer.Exit(DATA if errors else GOOD)


@app.command(name="format")
def format_text(slugs: Slugs = None, root: Root = HERE) -> None:
    """Tulis ulang naskah dalam tata letak baku; tidak sepatah kata pun berubah."""
    with _reported():
        kosakata, files = read_project(root, slugs or ())
        for item in validate_project(kosakata, files).daerah:
            for tree in item.naskah.akar:
                text = print_text(tree)
                if text != item.berkas.naskah_md[tree.jenis]:
                    write_tree(root, {text_file(item.slug, tree.jenis): text})
                    typer.echo(f"ditata ulang: {text_file(item.slug, tree.jenis)}")


@app.command()
def ask(
    slug: Annotated[str, typer.Argument(help="Slug daerah, misalnya kendal.")],
    unit: Annotated[str, typer.Argument(help="Nama Perangkat Daerah, misalnya Puskesmas.")],
    jabatan: Annotated[
        str | None, typer.Option(help="Jenjang, misalnya “ahli muda” atau “pelaksana”.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Cetak sebagai JSON.")] = False,
    root: Root = HERE,
) -> None:
    """Siapa menilai, siapa menugaskan, kepada siapa melapor, dengan kutipannya."""
    with _reported():
        kosakata, files = read_project(root, (slug,))
        (item,) = approve(validate_project(kosakata, files))
        jenjang: tuple[str, ...] = ()
        if jabatan is not None:
            jenjang = answer.find_jenjang(kosakata, jabatan)
            if not jenjang:
                names = ", ".join(word.nama for word in kosakata.jenjang.values())
                typer.echo(f"Jabatan “{jabatan}” tidak dikenal; pilih: {names}.", err=True)
                raise typer.Exit(USAGE)
        found = answer.find_unit(item.terbaca.data, kosakata, unit)
        if isinstance(found, answer.UnitTidakDikenal):
            _print_unknown(found, as_json=as_json)
            raise typer.Exit(DATA)
        result = answer.ask(item.terbaca.data, kosakata, item.rujuk, *found, jenjang)
        typer.echo(answer_json(result) if as_json else answer_text(result, kosakata))


@app.command()
def compare(
    dasar: Annotated[str, typer.Argument(metavar="A", help="Slug daerah yang menjadi dasar.")],
    dengan: Annotated[str, typer.Argument(metavar="B", help="Slug daerah pembandingnya.")],
    aspek: Annotated[list[str] | None, typer.Option(help="Hanya aspek ini; boleh diulang.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Cetak sebagai JSON.")] = False,
    root: Root = HERE,
) -> None:
    """Bandingkan dua peraturan: jawaban, struktur, dan naskah, dengan kutipannya."""
    with _reported():
        if dasar == dengan:
            typer.echo("Pilih dua daerah yang berbeda.", err=True)
            raise typer.Exit(USAGE)
        kosakata, files = read_project(root, (dasar, dengan))
        unknown = [key for key in aspek or () if key not in kosakata.aspek]
        if unknown:
            typer.echo(
                f"Aspek “{unknown[0]}” tidak dikenal; pilih: {', '.join(kosakata.aspek)}.", err=True
            )
            raise typer.Exit(USAGE)
        items = {item.terbaca.slug: item for item in approve(validate_project(kosakata, files))}
        found = differences(items[dasar], items[dengan], kosakata, aspek or ())
        names = {slug: item.data.daerah.nama_singkat for slug, item in items.items()}
        typer.echo(compare_json(found) if as_json else compare_text(found, names))


@app.command()
def export(
    form: Annotated[str, typer.Argument(metavar="FORMAT", help="text atau json.")],
    slug: Annotated[str, typer.Argument(help="Slug daerah.")],
    root: Root = HERE,
) -> None:
    """Cetak naskah (text) atau seluruh data (json) satu daerah."""
    forms = {
        "text": lambda item: export_text(item.terbaca.naskah),
        "json": lambda item: export_regency(item.data, item.naskah, item.neraca),
    }
    with _reported():
        if form not in forms:
            typer.echo(f"Format “{form}” tidak dikenal; pilih: {', '.join(forms)}.", err=True)
            raise typer.Exit(USAGE)
        kosakata, files = read_project(root, (slug,))
        item: DaerahTerperiksa = approve(validate_project(kosakata, files))[0]
        typer.echo(forms[form](item), nl=False)


@app.command(name="import")
def import_regulation(
    file: Annotated[Path, typer.Argument(help="Teks mentah, Markdown, atau PDF berlapis teks.")],
    slug: Annotated[str, typer.Option(help="Slug daerah.")],
    out: Annotated[Path | None, typer.Option(help="Folder hasil; bawaan: draf proyek.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Cetak pohonnya sebagai JSON.")] = False,
    root: Root = HERE,
) -> None:
    """Ubah peraturan mentah menjadi draf naskah, draf koreksi, dan laporan keraguan."""
    with _reported():
        draft = import_file(file, slug)
        if draft.peringatan:
            typer.echo(f"{draft.peringatan[0].upper()}{draft.peringatan[1:]}.", err=True)
        if as_json:
            typer.echo(tree_json(draft), nl=False)
            return
        for path in write_draft(draft, root, out):
            typer.echo(f"ditulis: {path}")
        typer.echo(f"{len(draft.ragu)} keraguan; baca laporan.md.", err=True)


@app.command()
def new(
    slug: Annotated[str, typer.Argument(help="Slug daerah baru, misalnya kab-baru.")],
    root: Root = HERE,
) -> None:
    """Mulai daerah baru dari contoh; belum ikut terbit sampai garis bawahnya dihapus."""
    with _reported():
        data, text = start_regency(root, slug)
        typer.echo(f"Isi berkas di {data} dan {text}; setiap kuncinya dijelaskan di sana.")
        typer.echo(
            f"Periksa dengan “petakerja check _{slug}”. "
            "Bila sudah selesai, hapus garis bawah dari nama kedua folder itu."
        )


@app.command()
def audit(
    root: Root = HERE,
    tulis: Annotated[bool, typer.Option("--tulis", help="Tulis ulang tabelnya.")] = False,
) -> None:
    """Periksa karya pihak lain: kunci pustaka, lisensi, sidik berkas bawaan."""
    with _reported():
        if not (root / LOCK).is_file():
            raise EnvironmentLacks(f"{root / LOCK} tidak ada; jalankan dalam folder Peta Kerja.")
        if tulis:
            write_tree(root, {TABLE: write_table(root)})
        problems = tuple(find_problems(root))
        for problem in problems:
            typer.echo(str(problem))
        typer.echo(f"{len(problems)} masalah.", err=True)
        raise typer.Exit(DATA if problems else GOOD)


@app.command()
def serve(
    root: Root = HERE,
    port: Annotated[int, typer.Option(help="Nomor porta.", min=1, max=65535)] = 8000,
) -> None:
    """Bangun, sajikan di komputer ini, dan bangun lagi setiap kali data berubah."""
    with _reported():
        serve_site(root, port, typer.echo)


@contextmanager
def _reported() -> Iterator[None]:
    """Print what went wrong and leave with the exit code that says whose turn it is."""
    try:
        with disk_errors(HERE):
            yield
    except BuildFailed as failure:
        for problem in failure.problems:
            typer.echo(str(problem), err=True)
        typer.echo(f"{len(failure.problems)} masalah; tidak ada yang ditulis.", err=True)
        raise typer.Exit(DATA) from None
    except EnvironmentLacks as lack:
        typer.echo(str(lack), err=True)
        raise typer.Exit(ENVIRONMENT) from None
    except PelaksanaKeliru as wrong:
        typer.echo(str(wrong), err=True)
        raise typer.Exit(USAGE) from None
    except KeyboardInterrupt as stopped:
        typer.echo(
            "\nDihentikan. Situs yang sudah ada tetap utuh; perintah yang sama dapat diulangi "
            "kapan saja.",
            err=True,
        )
        raise typer.Exit(SIGNALLED + getattr(stopped, "sinyal", signal.SIGINT)) from None
    except BrokenPipeError:
        # The reader of our output has seen enough ("petakerja check | head").
        sys.stderr.close()
        raise typer.Exit(GOOD) from None


def _print_unknown(found: answer.UnitTidakDikenal, *, as_json: bool) -> None:
    if as_json:
        typer.echo(
            json.dumps(
                {"galat": "unit tidak dikenal", "unit": found.nama, "terdekat": found.terdekat},
                ensure_ascii=False,
            )
        )
    near = "; ".join(found.terdekat)
    hint = f" Yang paling dekat: {near}." if near else ""
    typer.echo(f"“{found.nama}” tidak disebut dalam peraturan ini.{hint}", err=True)


def _print_timings(stages: tuple[Ukuran, ...]) -> None:
    for stage in stages:
        typer.echo(f"{stage.tahap:<12} {stage.detik * 1000:8.0f} ms  {stage.keterangan}".rstrip())


class Diakhiri(KeyboardInterrupt):
    """The system asks to end (SIGTERM, a closed terminal): as with Ctrl-C, in good order."""

    def __init__(self, sinyal: int) -> None:
        self.sinyal = sinyal


def _end(sinyal: int, _frame: object) -> None:
    raise Diakhiri(sinyal)


def main() -> None:
    """Run the command."""
    for name in ("SIGTERM", "SIGHUP"):
        # A terminal that nohup has taken off stays off.
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _end)
    app()
