"""A cluster on this machine, as somebody with a large archive would lend it to a build."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from distributed import Client, LocalCluster

from generator.tenaga import Titipan


@contextmanager
def buka() -> Iterator[Titipan]:
    """Two processes of one thread each, without a web page about them."""
    with (
        LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=None, memory_limit=0
        ) as cluster,
        Client(cluster) as client,
        client.get_executor() as executor,
    ):
        yield Titipan(executor, sum(client.ncores().values()))
