"""Regions of numbers in words: the bounds within which they lie."""

from __future__ import annotations

from collections.abc import Sequence

from argue.construct.linear import Box, Region
from argue.construct.words import listed, written


def texts_of(groups: Sequence[Sequence[Region]], box: Box) -> tuple[str, ...]:
    """Answers every region in words: the bounds within which it lies, and if need be a point."""
    said = [_hull(regions, box) for regions in groups]
    return tuple(
        text if said.count(text) == 1 else f"{text}, for example {_example(regions[0])}"
        for text, regions in zip(said, groups, strict=True)
    )


def _hull(regions: Sequence[Region], box: Box) -> str:
    phrases: list[str] = []
    for name, (low, high) in box.items():
        ends = [region.bounds(name) for region in regions]
        least, most = min(e[0] for e in ends), max(e[1] for e in ends)
        if (least, most) == (low, high):
            continue
        if least == most:
            phrases.append(f"{name} is {written(least)}")
        else:
            phrases.append(f"{name} lies between {written(least)} and {written(most)}")
    return listed(phrases) or "the numbers lie anywhere within their bounds"


def _example(region: Region) -> str:
    return listed([f"{name} = {written(value)}" for name, value in region.point().items()])
