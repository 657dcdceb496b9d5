"""Cases of every form, the same in every run, for what is not told as a property."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, Phase, given, settings

from tests.io.drawing import documents

Document = dict[str, Any]


def drawn(count: int) -> list[Document]:
    """The same cases in every run, in order, as the mappings that their files hold."""
    found: list[Document] = []
    quiet = settings(
        max_examples=count,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )

    @quiet
    @given(documents())
    def collect(document: Document) -> None:
        found.append(document)

    collect()
    return found
