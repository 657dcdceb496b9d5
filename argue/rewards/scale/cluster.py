"""Work on a cluster of Dask, by the optional library distributed."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from argue.errors import ArgueError
from argue.model.version import VERSION
from argue.rewards.scale.hands import Given, Hands, deaths_of

PATIENCE = 10.0
"""Seconds in which a scheduler must answer."""


@contextmanager
def cluster(scheduler: str) -> Generator[Hands]:
    """Gives the workers of a cluster; `scheduler` is its address, such as tcp://10.0.0.1:8786.

    A chunk whose worker dies goes to another; the scheduler's `allowed-failures` says how often.

    Raises: ArgueError without distributed, if nobody answers, if there are no workers, or if they
    have another version of argue than this one.
    """
    try:
        distributed = import_module("distributed")
    except ModuleNotFoundError as error:
        raise ArgueError(
            "a cluster needs distributed: pip install 'argue-norms[cluster]'"
        ) from error
    try:
        client = distributed.Client(scheduler, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ArgueError(f"no scheduler of Dask answers at {scheduler!r}: {error}") from error
    try:
        width = _width(client, scheduler)
        executor = client.get_executor(pure=False)
        yield Given(executor, width=width, deaths=deaths_of(executor))
    finally:
        client.close()


def version() -> str:
    """Answers the version of argue that runs here."""
    return VERSION


def _width(client: Any, scheduler: str) -> int:
    """Answers how many chunks the workers can run at once, all of them of this version."""
    threads = sum(client.nthreads().values())
    if not threads:
        raise ArgueError(f"the scheduler at {scheduler!r} has no workers: start some")
    try:
        found = client.run(version)
    except ModuleNotFoundError as error:
        raise ArgueError(f"a worker lacks a package: {error}; install argue-norms there") from error
    for worker, has in found.items():
        if has != VERSION:
            raise ArgueError(f"the worker {worker} has argue {has}, and this is {VERSION}")
    return threads
