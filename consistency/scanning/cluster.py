"""The steps of a scan on the workers of a Dask cluster; the one module that asks distributed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextlib import AbstractContextManager, contextmanager
from typing import Any

from consistency.errors import ConsistencyError

PATIENCE = 5  # seconds in which a scheduler answers
TRIES = 5  # times that a step is begun anew when its worker is lost


def cluster(address: str) -> tuple[Callable[[], AbstractContextManager[Executor]], int]:
    """The workers of a scheduler as an executor, and how many steps they run at once.

    They must have this program and see the work folder under the same path. A step that loses its worker is run by
    another one, with the same result: each leaves whole files, or none.
    """
    try:
        from distributed import Client, KilledWorker
    except ImportError:
        raise ConsistencyError("--scheduler needs distributed; pip install 'consistency[dask]'") from None
    try:
        client = Client(address, timeout=PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise ConsistencyError(f"{address}: no scheduler answers ({error}); check the address") from error

    @contextmanager
    def workers() -> Iterator[Executor]:
        with client, client.get_executor(retries=TRIES, pure=False) as executor:  # type: ignore[no-untyped-call]
            plugin = _unpaused()
            client.register_plugin(plugin)
            try:
                yield executor
            except KilledWorker:
                raise ConsistencyError(
                    f"{address}: its workers were ended from outside again and again (too little memory? each needs "
                    "some 300 MB); the same command goes on from here"
                ) from None
            except BaseException:  # Ctrl-C too: what waits for a worker is not begun
                executor.shutdown(wait=False)
                raise
            finally:
                client.unregister_worker_plugin(plugin.name)  # type: ignore[no-untyped-call]

    threads = sum(client.nthreads().values())  # type: ignore[no-untyped-call]
    if not threads:
        client.close()  # type: ignore[no-untyped-call]
        raise ConsistencyError(f"{address}: the scheduler has no worker; start one with dask worker {address}")
    return workers, threads


def _unpaused() -> Any:
    """What keeps the workers from pausing while a scan runs, those that are started in the meantime too.

    Dask pauses a worker at 80% of its memory until results are moved to disk; ours lie there already, what is left are
    tables, and a paused worker would never go on. One that reaches its limit is ended and begun anew by its nanny.
    """
    from distributed import WorkerPlugin

    class Unpaused(WorkerPlugin):
        name = "consistency-unpaused"

        def setup(self, worker: Any) -> None:
            self.fraction = worker.memory_manager.memory_pause_fraction
            worker.memory_manager.memory_pause_fraction = 1.0  # and one that is paused goes on

        def teardown(self, worker: Any) -> None:
            worker.memory_manager.memory_pause_fraction = self.fraction

    return Unpaused()
