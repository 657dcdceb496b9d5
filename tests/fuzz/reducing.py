"""From the corpus of a run to the few small inputs that reach the most, which are stored."""

import sys
from types import FrameType
from typing import Any

from tests.fuzz.bounds import TooSlow, in_time
from tests.fuzz.readers import READERS, Reader
from tests.fuzz.state import State
from tests.fuzz.stored import store

MOST_BYTES = 6_000
"""Of one reader so much is stored, as JSON."""

Step = tuple[str, int, int]
"""Going from one line of a file of the project to another."""


def reduce(name: str, state: State) -> int:
    """Store of a corpus what goes its own ways, the smallest inputs first; answers 0."""
    reader = READERS[name]
    reached: set[Step] = set()
    for data in reader.begun():
        reached |= steps_of(reader, data)
    kept: list[bytes] = []
    size = 0
    inputs = (place.read_bytes() for place in state.corpus.iterdir())
    for data in sorted(inputs, key=lambda each: (len(each), each)):
        new = steps_of(reader, data) - reached
        if new and size + 2 * len(data) <= MOST_BYTES:
            reached |= new
            kept.append(data)
            size += 2 * len(data)
    print(f"{store(name, kept)}: {len(kept)} inputs")
    return 0


def steps_of(reader: Reader, data: bytes) -> set[Step]:
    """Answers the ways that an input goes through the project; none for one that fails."""
    found: set[Step] = set()

    def enter(frame: FrameType, _: str, __: Any) -> Any:
        file = frame.f_code.co_filename
        if "/argue/" not in file:
            return None
        before = 0

        def step(inner: FrameType, what: str, _: Any) -> Any:
            nonlocal before
            if what == "line":
                found.add((file, before, inner.f_lineno))
                before = inner.f_lineno
            return step

        return step

    sys.settrace(enter)
    try:
        with in_time():
            reader.tried(data)
    except (Exception, TooSlow):
        return set()
    finally:
        sys.settrace(None)
    return found
