"""Serve: build, show on this machine, and build again when something changed."""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from generator.cakram import EnvironmentLacks
from generator.pipeline import build_site
from generator.problems import BuildFailed

#: What a person edits; a change below one of these makes a new build.
WATCHED = ("content", "regencies", "site_overrides", "mkdocs.yml")
#: Seconds between two looks at the files.
INTERVAL = 0.3

Say = Callable[[str], None]


def serve_site(root: Path, port: int, say: Say) -> None:
    """Serve a project's site on the loopback address until interrupted.

    A build that fails is reported and leaves the last good site in place.
    """
    out = root / "site"
    seen = snapshot(root)
    _rebuild(root, out, say)
    server = _listen(out, port)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    say(f"Situs: http://127.0.0.1:{port}/  (Ctrl-C untuk berhenti)")
    try:
        wait = threading.Event()
        while not wait.wait(INTERVAL):
            now = snapshot(root)
            if now != seen:
                seen = now
                _rebuild(root, out, say)
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


def _rebuild(root: Path, out: Path, say: Say) -> None:
    try:
        result = build_site(root, out)
    except BuildFailed as failure:
        for problem in failure.problems:
            say(str(problem))
        say("Situs yang lama tetap disajikan.")
    except EnvironmentLacks as lack:
        say(str(lack))
    else:
        say(f"Dibangun dalam {sum(stage.detik for stage in result.waktu):.1f} detik.")


def _listen(out: Path, port: int) -> ThreadingHTTPServer:
    handler = functools.partial(_Handler, directory=str(out))
    try:
        return ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError as error:
        raise EnvironmentLacks(
            f"Porta {port} tidak dapat dipakai ({error.strerror}). Pilih porta lain dengan --port."
        ) from error


class _Handler(SimpleHTTPRequestHandler):
    """Serves files quietly, and never from a browser's cache."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_args: Any) -> None:
        """Say nothing: the terminal is for problems."""
