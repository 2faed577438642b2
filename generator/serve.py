"""Serve: build, show on this machine, and build again when something changed."""

from __future__ import annotations

import functools
import multiprocessing
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from generator.cakram import EnvironmentLacks
from generator.petak.dahulu import Dahulu
from generator.pipeline import build_site
from generator.problems import BuildFailed
from generator.tenaga import TenagaHilang, context

#: What a person edits; a change below one of these makes a new build.
WATCHED = ("content", "regencies", "site_overrides", "mkdocs.yml")
#: Seconds between two looks at the files, and how many times longer than a look that is at least.
INTERVAL, EASE = 0.1, 5

Say = Callable[[str], None]


def serve_site(root: Path, port: int, say: Say) -> None:
    """Serve a project's site on the loopback address until interrupted.

    The page that was asked for last is shown first after a change, the rest when all is built.
    A build that fails is reported and leaves the last good site in place.
    """
    out = root / "site"
    seen = snapshot(root)
    with _builder(root, out) as build:
        _report(build(""), say)
        server = _listen(out, port)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        say(f"Situs: http://127.0.0.1:{port}/  (Ctrl-C untuk berhenti)")
        try:
            while True:
                begun = time.monotonic()
                now = snapshot(root)
                looked = time.monotonic() - begun
                if now != seen:
                    seen = now
                    _report(build(server.looked_at), say)
                time.sleep(max(INTERVAL, EASE * looked))
        except KeyboardInterrupt:
            say("Berhenti.")
        finally:
            server.shutdown()
            server.server_close()


def snapshot(root: Path) -> frozenset[tuple[str, int, int]]:
    """Every watched file with its time of change (ns) and size (bytes)."""
    found = set()
    for name in WATCHED:
        start = root / name
        for path in [start, *start.rglob("*")] if start.is_dir() else [start]:
            try:
                state = path.stat()
            except OSError:  # removed while we looked
                continue
            found.add((str(path), state.st_mtime_ns, state.st_size))
    return frozenset(found)


@contextmanager
def _builder(root: Path, out: Path) -> Iterator[Callable[[str], tuple[str, ...]]]:
    """A process that builds whenever it is asked to, and gives the lines to be said about it.

    It keeps what it has learnt from one build to the next. In this process, which has the threads
    of a server, builds could not begin their workers as quick copies.
    """
    here, there = multiprocessing.Pipe()
    process = context().Process(target=_build_when_asked, args=(root, out, there))
    process.start()
    there.close()

    def build(looked_at: str) -> tuple[str, ...]:
        try:
            here.send(looked_at)
            lines: tuple[str, ...] = here.recv()
        except (EOFError, OSError):
            raise EnvironmentLacks(str(TenagaHilang())) from None
        return lines

    try:
        yield build
    finally:
        process.terminate()
        process.join()


def _build_when_asked(root: Path, out: Path, asked: Connection) -> None:
    # Ctrl-C reaches this process too; it ends without a word, since the other one speaks.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)
    parent = multiprocessing.parent_process()
    while parent is not None and parent.is_alive():
        if asked.poll(1):
            asked.send(tuple(rebuild(root, out, Dahulu(asked.recv(), out))))


def rebuild(root: Path, out: Path, first: Dahulu) -> Iterator[str]:
    """Build, a page first, and give the lines to be said about it; what failed leaves no trace."""
    begun = time.monotonic()
    try:
        build_site(root, out, dahulu=first)
    except BuildFailed as failure:
        first.take_back()
        yield from map(str, failure.problems)
        yield "Situs yang lama tetap disajikan."
    except EnvironmentLacks as lack:
        first.take_back()
        yield str(lack)
    else:
        yield f"Dibangun dalam {time.monotonic() - begun:.1f} detik."


def _report(lines: tuple[str, ...], say: Say) -> None:
    for line in lines:
        say(line)


def _listen(out: Path, port: int) -> _Server:
    handler = functools.partial(_Handler, directory=str(out))
    try:
        return _Server(("127.0.0.1", port), handler)
    except OSError as error:
        raise EnvironmentLacks(
            f"Porta {port} tidak dapat dipakai ({error.strerror}). Pilih porta lain dengan --port."
        ) from error


class _Server(ThreadingHTTPServer):
    """Knows which page was asked for last, by its path without the first slash."""

    looked_at = ""


class _Handler(SimpleHTTPRequestHandler):
    """Serves files quietly, and never from a browser's cache."""

    server: _Server

    def do_GET(self) -> None:
        """Answer, and remember which page it was."""
        path = unquote(urlsplit(self.path).path)
        if path.endswith("/"):
            self.server.looked_at = path.removeprefix("/")
        super().do_GET()

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_args: Any) -> None:
        """Say nothing: the terminal is for problems."""
