"""Rows of attacks for the commands that write a line an input, and what they write of them."""

import json
from pathlib import Path

from argue.cli.main import main
from tests.hostile.attacks import ATTACKS

TEXTS = tuple(attack.text for attack in ATTACKS)
PAYOFFS = {"a": {"x": 1}, "b": {"x": 2}}


def case_of(text: str) -> dict[str, object]:
    """A small case in which whatever a stranger may write is this text."""
    return {
        "title": text,
        "source": text,
        "options": {"a": {"text": text}, "b": {"text": text}},
        "standpoints": {"x": {"text": text}},
        "payoffs": PAYOFFS,
        "frameworks": ["welfare"],
    }


SOUND: dict[str, object] = case_of("words")

BATCHED: dict[str, list[dict[str, object]]] = {
    "the case": [case_of(text) for text in TEXTS],
    "the id": [{"case": SOUND, "id": [text, {text: text}]} for text in TEXTS],
    "the file": [{"case": text} for text in TEXTS],
    "a path": [{"case": SOUND, "id": text, "set": {text: 1}} for text in TEXTS],
    "a number": [{"case": SOUND, "id": text, "set": {"payoffs.a.x": text}} for text in TEXTS],
    "a fact": [{"case": SOUND, "id": text, "facts": {text: True}} for text in TEXTS],
    "a source": [{"case": SOUND, "id": text, "frameworks": [text]} for text in TEXTS],
    "a rank": [{"case": SOUND, "id": text, "priorities": [[text, "welfare"]]} for text in TEXTS],
    "a key": [{"case": SOUND, "id": text, text: 1} for text in TEXTS],
    "an option": [{**SOUND, "options": {text: text, "b": "b"}} for text in TEXTS],
}
"""Where in a row for `argue batch` the attack stands -> a row for each."""


def batched(folder: Path, rows: list[dict[str, object]]) -> bytes:
    """What `argue batch` writes of rows."""
    given, made = folder / "given.jsonl", folder / "made.jsonl"
    given.write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    main(["batch", str(given), "-o", str(made), "--overwrite", "--jobs", "1", "-q"])
    return made.read_bytes()


def labelled(folder: Path, rows: Path, *more: str, made: str = "made.jsonl") -> bytes:
    """What `argue label` writes of rows that have a column `n`."""
    (folder / "case.json").write_text(json.dumps(SOUND))
    (folder / "features.json").write_text(json.dumps({"payoffs.a.x": "n"}))
    asked = ["--features", str(folder / "features.json"), "--rows", str(rows), *more]
    output = ["-o", str(folder / made), "--overwrite", "--jobs", "1", "-q"]
    main(["label", str(folder / "case.json"), *asked, *output])
    return (folder / made).read_bytes()
