"""Serving: the site is built, shown, and built again when a file changes."""

from __future__ import annotations

import contextlib
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

#: Seconds until something that must happen is given up; it is far more than it takes.
PATIENCE = 60


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, "tidak terjadi"
        time.sleep(0.1)


@pytest.mark.skipif(sys.platform == "win32", reason="SIGINT to a child works otherwise there")
def test_a_change_is_seen_and_a_mistake_leaves_the_site(contoh: Path) -> None:
    port = _free_port()
    command = [sys.executable, "-c", "from generator.cli import main; main()", "serve"]
    said = contoh / "keluaran.txt"
    with said.open("w") as output:
        server = subprocess.Popen(
            [*command, "--proyek", str(contoh), "--port", str(port)],
            cwd=Path(__file__).parent.parent,
            stdout=output,
            stderr=subprocess.STDOUT,
            # A test run in the background ignores SIGINT, and its children would too.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
        )
        try:
            _until(lambda: f"http://127.0.0.1:{port}/" in said.read_text())
            page = f"http://127.0.0.1:{port}/contoh/kedudukan/"

            def shows(words: str) -> bool:
                with contextlib.suppress(OSError), urllib.request.urlopen(page) as answer:
                    return words in answer.read().decode()
                return False

            _until(lambda: shows("Dinas yang dipimpin Kepala Dinas"))
            data = contoh / "regencies" / "contoh" / "kedudukan.yaml"
            text = data.read_text(encoding="utf-8")
            data.write_text(text.replace("Dinas yang dipimpin", "Dinas yang baru dipimpin"))
            _until(lambda: shows("Dinas yang baru dipimpin"))

            data.write_text(text.replace("judul:", "judl:"))
            _until(lambda: "Situs yang lama tetap disajikan" in said.read_text())
            assert shows("Dinas yang baru dipimpin")
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(PATIENCE)
    assert "Berhenti." in said.read_text()
    assert "Traceback" not in said.read_text()


def test_a_busy_port_says_what_to_do(contoh: Path) -> None:
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        port = str(busy.getsockname()[1])
        done = subprocess.run(
            [sys.executable, "-c", "from generator.cli import main; main()", "serve",
             "--proyek", str(contoh), "--port", port],
            cwd=Path(__file__).parent.parent,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )  # fmt: skip
    assert done.returncode == 3
    assert f"Porta {port} tidak dapat dipakai" in done.stderr
