"""Bytes of a stream up to a bound, in as much memory as there are."""

from __future__ import annotations

from io import BytesIO
from typing import BinaryIO

BLOCK = 1 << 20
"""Bytes read at once; what is asked for at once is allocated, whether it comes or not."""


def read_up_to(stream: BinaryIO, most: int) -> bytes:
    """Answers the bytes of a stream; where there are more, one more than the bound."""
    found = BytesIO()
    while block := stream.read(min(BLOCK, most + 1 - found.tell())):
        found.write(block)
    return found.getvalue()
