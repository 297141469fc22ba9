"""The steps of a scan on the workers of a Dask cluster; the one module that asks distributed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextlib import AbstractContextManager, contextmanager

from consistency.errors import ConsistencyError

PATIENCE = 5  # seconds in which a scheduler answers
TRIES = 5  # times that a step is begun anew when its worker is lost


def cluster(address: str) -> tuple[Callable[[], AbstractContextManager[Executor]], int]:
    """The workers of a scheduler as an executor, and how many steps they run at once.

    They must have this program and see the work folder under the same path. A step that loses its worker is run by
    another one, with the same result: each leaves whole files, or none.
    """
    try:
        from distributed import Client
    except ImportError:
        raise ConsistencyError("--scheduler needs distributed; pip install 'consistency[dask]'") from None
    try:
        client = Client(address, timeout=PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise ConsistencyError(f"{address}: no scheduler answers ({error}); check the address") from error

    @contextmanager
    def workers() -> Iterator[Executor]:
        with client, client.get_executor(retries=TRIES, pure=False) as executor:  # type: ignore[no-untyped-call]
            yield executor

    threads = sum(client.nthreads().values())  # type: ignore[no-untyped-call]
    if not threads:
        client.close()  # type: ignore[no-untyped-call]
        raise ConsistencyError(f"{address}: the scheduler has no worker; start one with dask worker {address}")
    return workers, threads
