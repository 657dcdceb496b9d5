"""What a browser sends: all of it by some time, and no more of it than a request has."""

from __future__ import annotations

import time
from io import RawIOBase
from socket import MSG_PEEK, socket
from typing import Any

READING = 10.0
"""Seconds in which all of a request must have come."""
MOST_BYTES = 1 << 18
"""Bytes of a request, its headers included: browsers send all cookies that any port was given."""


class Arriving(RawIOBase):
    """What comes by a connection, read until it is late or too much.

    A bound on every single read alone would let a browser that sends one byte at a time keep a
    connection for as long as it likes.
    """

    def __init__(self, connection: socket) -> None:
        """Wait from now on."""
        self._connection, self._left = connection, MOST_BYTES
        self._end = time.monotonic() + READING

    def readable(self) -> bool:
        """Answers that it is there to be read."""
        return True

    def readinto(self, buffer: Any, /) -> int:
        """Answers how many bytes came.

        Raises: TimeoutError if the time is over; ConnectionAbortedError if there were too many.
        """
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeoutError("the request did not come in time")
        self._connection.settimeout(left)
        count = self._connection.recv_into(buffer)
        self._left -= count
        if self._left < 0:
            raise ConnectionAbortedError(f"the request has more than {MOST_BYTES} bytes")
        return count


def has_left(connection: socket) -> bool:
    """Answers whether the other end has closed a connection."""
    connection.settimeout(0)
    try:
        return connection.recv(1, MSG_PEEK) == b""
    except BlockingIOError:
        return False
    except OSError:
        return True
