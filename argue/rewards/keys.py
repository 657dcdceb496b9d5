"""Keys of rows: bits packed into numbers, and a table of what those met before came to."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from argue.rewards.ranks import Array

FEW = 64
"""Rows up to this many are packed and looked up one by one."""
MOST_KEYS = 1 << 15
"""Keys are remembered up to this many; then all are forgotten, and met again as new."""
SPARSE = 16
"""Places in a table for each key, so that keys seldom meet."""
MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
"""The golden ratio of 64 bits, after Knuth: multiplying by it spreads keys over a table."""


class Table:
    """A map from whole numbers to small ones, for arrays of them."""

    def __init__(self) -> None:
        """Start empty."""
        self.known: dict[int, int] = {}
        self._resize()

    def _resize(self) -> None:
        order = max(8, (SPARSE * max(1, len(self.known)) - 1).bit_length())
        self._shift = np.uint64(64 - order)
        self._last = np.intp((1 << order) - 1)
        self._keys: Array = np.zeros(1 << order, dtype=np.uint64)
        self._values: Array = np.full(1 << order, -1, dtype=np.intp)
        for key, value in self.known.items():
            self._write(key, value)

    def _write(self, key: int, value: int) -> None:
        place = int((key * int(MULTIPLIER)) % (1 << 64)) >> int(self._shift)
        while self._values[place] >= 0:
            place = (place + 1) & int(self._last)
        self._keys[place], self._values[place] = key, value

    def add(self, key: int, value: int) -> None:
        """Adds a key that is new."""
        self.known[key] = value
        if SPARSE * len(self.known) > 2 * len(self._keys):
            self._resize()
        else:
            self._write(key, value)

    def find(self, keys: Array) -> Array:
        """Answers the value of every key, -1 where it is new."""
        if len(keys) <= FEW:
            known = self.known
            return np.array([known.get(key, -1) for key in keys.tolist()], dtype=np.intp)
        places = ((keys * MULTIPLIER) >> self._shift).astype(np.intp)
        values = np.take(self._values, places)
        missed = np.flatnonzero((np.take(self._keys, places) != keys) & (values >= 0))
        while len(missed):
            places[missed] = (places[missed] + 1) & self._last
            values[missed] = self._values[places[missed]]
            again = (self._keys[places[missed]] != keys[missed]) & (values[missed] >= 0)
            missed = missed[again]
        return values


class Keys:
    """Rows of bits, looked up by what rows with the same bits came to before.

    Up to 64 bits are one number. Beyond, the first 64 are replaced by the place in which they
    were first met, which with the next 48 makes a number again, and so on: no two rows of bits
    ever share a key.
    """

    def __init__(self, bits: int) -> None:
        """Look up rows of so many bits."""
        self.bits = bits
        self.lines = -(-bits // 8) * 8
        self._bytes = self.lines // 8
        self._stages = 1 + max(0, -(-(self._bytes - 8) // 6))
        self._tables = [Table() for _ in range(self._stages)]

    def find(self, bits: Array, resolve: Callable[[int], int]) -> Array:
        """Answers what every row comes to; `resolve` is asked with the number of one that is new.

        `bits` are booleans, a line each and a column a row, filled up to `lines` with False.
        """
        if any(len(table.known) > MOST_KEYS for table in self._tables):
            self._tables = [Table() for _ in range(self._stages)]
        packed = self._packed(bits)
        keys = self._first(packed)
        for stage in range(1, self._stages):
            keys = self._joined(self._found(stage - 1, keys, None), packed, stage)
        return self._found(self._stages - 1, keys, resolve)

    def _packed(self, bits: Array) -> Array:
        rows = bits.shape[1]
        packed = np.zeros((rows, 8 * max(1, -(-self._bytes // 8))), dtype=np.uint8)
        if rows <= FEW:
            packed[:, : self._bytes] = np.packbits(bits, axis=0).T
            return packed
        lines = bits.view(np.uint8)
        for group in range(self._bytes):
            found = lines[8 * group].copy()
            for line in lines[8 * group + 1 : 8 * group + 8]:
                np.add(found, found, out=found)
                np.bitwise_or(found, line, out=found)
            packed[:, group] = found
        return packed

    def _first(self, packed: Array) -> Array:
        if packed.shape[1] == 8:
            return packed.view(np.uint64).ravel()
        return np.ascontiguousarray(packed[:, :8]).view(np.uint64).ravel()

    def _joined(self, places: Array, packed: Array, stage: int) -> Array:
        start = 8 + 6 * (stage - 1)
        part = packed[:, start : min(start + 6, self._bytes)]
        joined = np.zeros((len(packed), 8), dtype=np.uint8)
        joined[:, : part.shape[1]] = part
        joined[:, 6:] = places.astype(np.uint16)[:, None].view(np.uint8)
        return joined.view(np.uint64).ravel()

    def _found(self, stage: int, keys: Array, resolve: Callable[[int], int] | None) -> Array:
        table = self._tables[stage]
        found = table.find(keys)
        new = np.flatnonzero(found < 0)
        if not len(new):
            return found
        distinct, first = np.unique(keys[new], return_index=True)
        for key, row in zip(distinct.tolist(), new[first].tolist(), strict=True):
            table.add(key, len(table.known) if resolve is None else resolve(row))
        return self._found(stage, keys, resolve)
