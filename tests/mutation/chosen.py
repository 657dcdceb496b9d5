"""A pytest plug-in that runs the tests named in a file, in that order, and no others."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


@pytest.hookimpl(trylast=True)
def pytest_sessionstart() -> None:
    """Does not look for the simplest example that fails: that one fails is enough."""
    import hypothesis  # pytest wants to see the plug-in of hypothesis imported

    kept = [hypothesis.Phase.explicit, hypothesis.Phase.generate]
    hypothesis.settings.register_profile("mutation", parent=hypothesis.settings(), phases=kept)
    hypothesis.settings.load_profile("mutation")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keeps the chosen tests, in the order they were chosen in."""
    names = Path(os.environ["MUTATION_CHOSEN"]).read_text(encoding="utf-8").splitlines()
    order = {name: number for number, name in enumerate(names)}
    items[:] = sorted(
        (item for item in items if item.nodeid in order), key=lambda item: order[item.nodeid]
    )
