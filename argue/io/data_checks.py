"""What must hold of the data that only some theories read: credences, readings of a maxim."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from argue import registry
from argue.io.reading import HERE, Reader

Values = Mapping[str, Any]


def credences_add_up(reader: Reader, values: Values) -> None:
    """All credences together are above 0 and at most 1; what is left is in none of the sources."""
    given = values.get("credences", {})
    whole = sum(given.values(), Fraction(0))
    if given and not 0 < whole <= 1:
        message = f"the credences add up to {whole}"
        advice = "write credences above 0 that add up to 1 at most"
        reader.problem("C055", message, "credences", advice=advice)


def readings_fit(reader: Reader, values: Values) -> None:
    """Only of an option that universalization tests can a challenge say what to read instead."""
    types = {use.id: use.type for use in values.get("frameworks", ())}
    for challenge in values.get("challenges", ()):
        if "universal" not in challenge:
            continue
        target: Values = challenge.get("against", {})
        name = types.get(target.get("framework", ""))
        tests = name is not None and registry.framework(name).reads == "universal"
        if tests and "worse" in target and "better" not in target and "voice" not in target:
            continue
        path = f"{challenge[HERE]}.universal"
        message = f"{path}: the challenge is not against a test of one option by universalization"
        advice = "against: {framework: universalization, worse: the option}, and nothing more"
        reader.problem("C056", message, path, advice=advice)


def influence_is_complete(reader: Reader, values: Values) -> None:
    """How much say people have is given for every option and standpoint, or not at all."""
    if "influence" not in reader.marks:
        return
    given = values.get("influence", {})
    for option in values.get("options", ()):
        row = f"influence.{option}"
        mark = reader.marks.get(row, reader.marks["influence"])
        for standpoint in values.get("standpoints", ()):
            cell = f"{row}.{standpoint}"
            if cell not in reader.marks:
                advice = "give how much say one person of this kind has; 0 for none"
                reader.problem("C036", f"{cell} is missing", cell, mark=mark, advice=advice)
        if option in given and values.get("standpoints") and not any(given[option].values()):
            message = f"{row} leaves nobody any say"
            advice = "give at least one standpoint more than 0"
            reader.problem("C057", message, row, mark=mark, advice=advice)
