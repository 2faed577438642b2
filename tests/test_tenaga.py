"""Work that is spread: over processes, over a cluster, and beside threads of any kind."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
import typst

from generator.tenaga import Setempat, Tenaga, Titipan


def _double(number: int) -> int:
    return 2 * number


def _where(_piece: int) -> int:
    return os.getpid()


def _fail_at_three(number: int) -> int:
    if number == 3:
        raise ValueError("yang ketiga")
    return number


def _compile(number: int) -> bytes:
    return typst.compile(f"Halaman {number}".encode(), format="pdf")


@pytest.fixture(params=["sendiri", "dua", "titipan"])
def tenaga(request: pytest.FixtureRequest) -> Iterator[Tenaga]:
    """Every kind of carrier."""
    if request.param == "titipan":
        with ThreadPoolExecutor(2) as executor:
            yield Titipan(executor, 2)
    else:
        yield Setempat({"sendiri": 1, "dua": 2}[request.param])


def test_results_come_in_the_order_of_the_pieces(tenaga: Tenaga) -> None:
    assert list(tenaga.map(_double, range(20))) == list(range(0, 40, 2))
    assert list(tenaga.map(_double, [])) == []


def test_what_a_piece_raises_is_raised_here(tenaga: Tenaga) -> None:
    with pytest.raises(ValueError, match="yang ketiga"):
        list(tenaga.map(_fail_at_three, range(6)))


def test_a_failure_is_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """No thread that looks after the processes complains that they have gone."""
    complaints: list[threading.ExceptHookArgs] = []
    monkeypatch.setattr(threading, "excepthook", complaints.append)
    for _again in range(5):
        with pytest.raises(ValueError, match="yang ketiga"):
            list(Setempat(2).map(_fail_at_three, range(3, 30)))
    assert complaints == []


def test_several_cores_are_several_processes() -> None:
    assert os.getpid() not in set(Setempat(2).map(_where, range(6)))
    assert set(Setempat(1).map(_where, range(6))) == {os.getpid()}


def test_threads_of_this_process_do_not_hang_the_others() -> None:
    """A typesetter that has run keeps threads of its own, unknown to Python; so does a server."""
    stop = threading.Event()
    other = threading.Thread(target=stop.wait)
    other.start()
    try:
        _compile(0)
        made = list(Setempat(2).map(_compile, range(4)))
    finally:
        stop.set()
        other.join()
    assert all(one.startswith(b"%PDF") for one in made)
