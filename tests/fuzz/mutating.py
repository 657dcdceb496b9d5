"""Changes to inputs that keep what they are made of, so that most get past the outermost syntax.

A tree of JSON is changed at a node: a piece of a bundled case under the same key, an odd value,
one node in place of another. A text is changed at a word, a line or a block of lines; what is
typed, at an option of its command.
"""

import json
import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from tests.fuzz.odd import NUMBERS, WORDS
from tests.fuzz.seeds import as_json, pieces

if TYPE_CHECKING:
    from tests.fuzz.readers import Reader

Plain = Callable[[bytes, int], bytes]
"""How libFuzzer changes bytes, given the most it may make."""

AFRESH = 0.15
"""How often what a run began with is changed instead: most of a corpus is refused early."""

_TOKEN = re.compile(rb"[A-Za-z_][\w.:-]*|[0-9.]+|\s+|[^\w\s]|.", re.DOTALL)


class Mutator:
    """Changes inputs of one reader; the same seed makes the same change."""

    def __init__(self, reader: "Reader", plain: Plain) -> None:
        self.reader, self.plain = reader, plain
        self.begun = tuple(reader.begun())
        self.tokens = tuple({t: None for text in self.begun for t in _TOKEN.findall(text)}) or (
            b" ",
        )
        self.lines = tuple({line: None for text in self.begun for line in text.split(b"\n")})
        self.options: dict[bytes, set[bytes]] = defaultdict(set)
        for text in self.begun if reader.form == "typed" else ():
            command, *words = text.split(b"\n")
            self.options[command].update(words)
        self.pieces: dict[str, list[bytes]] = defaultdict(list)
        for key, value in pieces():
            self.pieces[key].append(as_json(value))
        for text in self.begun if reader.form == "tree" else ():
            self._gather(_loaded(text))
        self.values = [value for values in self.pieces.values() for value in values]

    def __call__(self, data: bytes, most: int, seed: int) -> bytes:
        """Answers a changed input of at most so many bytes.

        What it comes to follows from what is given, and not from what was changed before.
        """
        chance = random.Random(seed)
        form = self.reader.form
        if self.begun and chance.random() < AFRESH:
            data = chance.choice(self.begun)[:most]
        if form == "bytes" or chance.random() < 0.25:
            return self.plain(data, most)
        if form == "tree" and (tree := _loaded(data)) is not None:
            for _ in range(chance.choice((1, 1, 1, 2, 3))):
                tree = self._changed(tree, chance)
            made = as_json(tree)
        elif form == "typed":
            made = self._as_typed(data, chance)
        elif form == "text" or chance.random() < 0.5:
            made = self._in_words(data, chance)
        else:
            made = self._in_lines(data, chance)
        return made[:most]

    def crossed(self, one: bytes, other: bytes, most: int, seed: int) -> bytes:
        """Answers an input made of two."""
        chance = random.Random(seed)
        if self.reader.form == "tree":
            first, second = _loaded(one), _loaded(other)
            if isinstance(first, dict) and isinstance(second, dict):
                keys = [key for key in second if chance.random() < 0.5]
                return as_json({**first, **{key: second[key] for key in keys}})[:most]
        cuts = one.split(b"\n"), other.split(b"\n")
        at = [chance.randrange(len(lines) + 1) for lines in cuts]
        return b"\n".join((*cuts[0][: at[0]], *cuts[1][at[1] :]))[:most]

    def _gather(self, value: Any) -> None:
        if isinstance(value, dict):
            for key, inner in value.items():
                self.pieces[key].append(as_json(inner))
                self._gather(inner)
        elif isinstance(value, list):
            for inner in value:
                self._gather(inner)

    def _changed(self, tree: Any, chance: random.Random) -> Any:
        places = list(_places(tree))
        if not places:
            return self._value("", chance)
        within, key = chance.choice(places)
        way = chance.randrange(8)
        if way == 0:
            del within[key]
        elif way == 1 and isinstance(within, dict):
            within[self._key(chance)] = within.pop(key)
        elif way == 2 and isinstance(within, dict):
            new = self._key(chance)
            within[new] = self._value(new, chance)
        elif way == 3 and isinstance(within, list):
            within.insert(key, self._value("", chance))
        elif way == 4:
            other, place = chance.choice(places)
            within[key] = json.loads(json.dumps(other[place]))
        else:
            within[key] = self._value(str(key), chance)
        return tree

    def _key(self, chance: random.Random) -> str:
        return chance.choice(list(self.pieces)) if chance.random() < 0.9 else chance.choice(WORDS)

    def _value(self, key: str, chance: random.Random) -> Any:
        way = chance.random()
        if way < 0.45 and self.pieces.get(key):
            return json.loads(chance.choice(self.pieces[key]))
        if way < 0.6:
            return chance.choice(NUMBERS)
        if way < 0.75:
            return chance.choice(WORDS)
        if way < 0.85:
            return chance.choice(({}, [], None, True, False, "", [[]], {"": {}}))
        return json.loads(chance.choice(self.values))

    def _in_words(self, data: bytes, chance: random.Random) -> bytes:
        tokens = _TOKEN.findall(data)
        for _ in range(chance.choice((1, 1, 2, 4))):
            at = chance.randrange(len(tokens) + 1)
            end = min(len(tokens), at + chance.choice((0, 1, 1, 1, 2, 5)))
            tokens[at:end] = self._tokens(tokens, chance)
        return b"".join(tokens)

    def _tokens(self, there: Sequence[bytes], chance: random.Random) -> Sequence[bytes]:
        way = chance.random()
        if way < 0.5:
            return [chance.choice(self.tokens)]
        if way < 0.65 and there:
            at = chance.randrange(len(there))
            return there[at : at + chance.randrange(1, 6)] * chance.choice((1, 1, 1, 2, 20))
        if way < 0.75:
            return []
        odd = chance.choice(NUMBERS if way < 0.9 else WORDS)
        return [str(odd).encode("utf-8", "surrogatepass")]

    def _as_typed(self, data: bytes, chance: random.Random) -> bytes:
        command, *words = data.split(b"\n")
        for _ in range(chance.choice((1, 1, 2, 3))):
            known = sorted(self.options.get(command, ())) or self.lines
            at = chance.randrange(len(words) + 1)
            way = chance.randrange(8)
            if way == 0:
                command = chance.choice(sorted(self.options))
            elif way == 1:
                del words[at : at + 1]
            elif way == 2 and words[at:]:
                name, sign, _ = words[at].partition(b"=")
                words[at] = (name + sign if sign else b"") + self._odd(chance)
            elif way == 3:
                words.insert(at, self._odd(chance))
            else:
                words.insert(at, chance.choice(known))
        return b"\n".join((command, *words))

    def _odd(self, chance: random.Random) -> bytes:
        kinds = (NUMBERS, WORDS, self.tokens)
        found = chance.choice(chance.choice(kinds))
        return found if isinstance(found, bytes) else str(found).encode("utf-8", "surrogatepass")

    def _in_lines(self, data: bytes, chance: random.Random) -> bytes:
        lines = data.split(b"\n")
        at = chance.randrange(len(lines))
        end = at + chance.choice((0, 1, 1, 2))
        way = chance.randrange(5)
        if way == 0:
            del lines[at:end]
        elif way == 1:
            lines[at:end] = [b" " * chance.choice((0, 1, 2, 4)) + chance.choice(self.lines)]
        elif way == 2:
            lines[at:at] = lines[at:end] * chance.choice((1, 1, 3))
        elif way == 3 and b":" in lines[at]:
            key, _, _ = lines[at].partition(b":")
            value = self._value(key.strip().decode("utf-8", "replace"), chance)
            lines[at] = key + b": " + as_json(value)
        else:
            other = chance.randrange(len(lines))
            lines[at], lines[other] = lines[other], lines[at]
        return b"\n".join(lines)


def _loaded(data: bytes) -> Any:
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return None


def _places(tree: Any) -> Iterator[tuple[Any, Any]]:
    """Yields every place of a tree: the list or mapping it is in, and its index or key."""
    if not isinstance(tree, dict | list):
        return
    entries = list(tree.items()) if isinstance(tree, dict) else list(enumerate(tree))
    for key, inner in entries:
        yield tree, key
        yield from _places(inner)
