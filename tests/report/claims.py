"""What a sentence of a report claims, read on its own and held against the JSON of the analysis.

Nothing of the code that writes reports is used: a sentence is matched against the forms below, and
what it claims is looked up in plain data. A sentence of another form is an error.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise, product
from typing import Any

Data = dict[str, Any]
Rule = tuple[str, Callable[["Claims", re.Match[str]], bool]]

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
STATUSES = "obligatory|permissible|contested|unresolved|impermissible|undefined"


OPENINGS = (
    "it is challenged",
    "it rests on a disputed fact",
    "it rests on the denial of a disputed fact",
    "it rests on numbers known only within bounds",
    "the challenge it rests on may fall",
)
"""How an answer to a reason may begin before the text of an argument."""


class Unreadable(Exception):
    """A sentence of a form that nothing is known of."""


class Claims:
    """The JSON of one analysis, and whether it bears out what is said."""

    def __init__(self, data: Data) -> None:
        self.data = data
        self.statuses = {o: entry["status"] for o, entry in data["options"].items()}
        self.positions: Sequence[Data] = data["positions"]
        self.arguments: Mapping[str, Data] = {a["id"]: a for a in data["graph"]["arguments"]}
        self.attacks: Sequence[Data] = data["graph"]["attacks"]
        self.sources = {spoken(s["id"]): s["id"] for s in data["sources"]}
        self.families = data["shared"]["table"]
        self.conditions = {said: name for name in self.arguments if (said := condition(name))}

    def hold(self, rules: Sequence[Rule], text: str) -> bool:
        """Whether the JSON bears out a text; raises Unreadable where no rule matches it."""
        matching = [(check, m) for form, check in rules if (m := re.fullmatch(form, text, re.S))]
        if not matching:
            raise Unreadable(text)
        return any(check(self, match) for check, match in matching)

    def reasons(self, said: str, kinds: Sequence[str] = ("reason",)) -> list[Data]:
        """The arguments that a text tells, given with what they need in brackets or without."""
        found = [a for a in self.arguments.values() if a["kind"] in kinds]
        said = said.removesuffix(".")
        whole = [a for a in found if same(a["text"], said)]
        bracket = re.fullmatch(r"(.*) \(((?:if|unless) .*)\)", said, re.S)
        if bracket is not None:
            wanted = self.needed(bracket[2])
            whole += [a for a in found if same(a["text"], bracket[1]) and wanted == needs_of(a)]
        return whole

    def objection(self, reason: Data) -> Data:
        """The objection that a reason grounds."""
        return self.arguments[reason["id"].replace("reason:", "objection:", 1)]

    def needed(self, said: str) -> set[str]:
        """The premises told as conditions such as `if "a" holds and unless ... is upheld`."""
        found: set[str] = set()
        rest = said
        while rest:
            ways = [c for c in self.conditions if re.match(rf"{re.escape(c)}(?=$|, | and )", rest)]
            if not ways:
                raise Unreadable(said)
            longest = max(ways, key=len)
            found.add(self.conditions[longest])
            rest = re.sub(r"^(?:, | and )", "", rest[len(longest) :])
        return found

    def moves(self, said: str) -> set[tuple[str, str, bool]]:
        """What is to be done to settle a case, told as requests."""
        found: set[tuple[str, str, bool]] = set()
        said = re.sub(r" \((?:[^()]|\([^()]*\))*\)", "", said)
        for part in re.split(
            r", (?=set |agree |uphold |dismiss )| and (?=set |agree |uphold |dismiss )", said
        ):
            if match := re.fullmatch(r"set (.+) aside", part):
                found.add(("set aside", self.sources[match[1]], False))
            elif match := re.fullmatch(r'agree that "(.+)" (holds|does not hold)', part):
                found.add(("settle", match[1], match[2] == "holds"))
            elif match := re.fullmatch(r'(uphold|dismiss) the challenge "(.+)"', part):
                found.add((match[1], match[2], match[1] == "uphold"))
            else:
                raise Unreadable(part)
        return found

    def move(self, entry: Data) -> tuple[str, str, bool]:
        """A move of the JSON as `moves` tells it."""
        kind = entry["kind"]
        name = entry["name"] if kind == "set aside" else plain(entry["name"])
        return kind, name, kind == "uphold" or (kind == "settle" and entry["holds"])

    def settled_in(self, position: Data, said: str) -> bool:
        """Whether a phrase tells just what suffices for a position."""
        clauses, order = self.clauses(said)
        wanted = {f"{worded(n, so)}" for n, so in position["facts"].items()}
        wanted |= {ruled(n, so) for n, so in position["challenges"].items()}
        wanted |= {self.arguments[name]["text"] for name in position["numbers"]}
        pairs = {tuple(pair.split(">")) for pair in position["rankings"]}
        return clauses == wanted and (pairs in self.ranked(order) if order else not pairs)

    def clauses(self, said: str) -> tuple[set[str], str]:
        """The clauses on facts, challenges and numbers that a phrase begins with, and the rest."""
        known = {
            worded(a["source"], so)
            for a in self.arguments.values()
            for so in (True, False)
            if a["kind"] == "fact"
        }
        known |= {
            ruled(a["source"], so)
            for a in self.arguments.values()
            for so in (True, False)
            if a["kind"] == "challenge"
        }
        known |= {a["text"] for a in self.arguments.values() if a["kind"] == "numbers"}
        found: set[str] = set()
        rest = said
        while ways := [k for k in known if re.match(rf"{re.escape(k)}(?=$|, | and )", rest)]:
            longest = max(ways, key=len)
            found.add(longest)
            rest = re.sub(r"^(?:, | and )", "", rest[len(longest) :])
        return found, rest

    def always_ruled_out(self, option: str) -> bool:
        """Whether one and the same objection to an option is accepted in every position."""
        return any(
            a["kind"] == "objection" and a["claim"]["worse"] == option and a["label"] == "in"
            for a in self.arguments.values()
        )

    def answers(self, reason: Data, said: str) -> bool:
        """Whether what is said defeats a reason or its objection in some position."""
        better = reason["claim"]["better"]
        label = self.arguments[f"permission:{better}"]["label"]
        if said == f'"{better}" is itself ruled out':
            return label == "out"
        if said == f'"{better}" is itself ruled out in some position':
            return label == "varies"
        if match := re.fullmatch(r"(.*?) (?:may outrank|outranks) it: (.*)", said, re.S):
            return any(
                spoken(self.arguments[a["from"]]["source"]) == match[1]
                and same(self.arguments[a["from"]]["text"], match[2])
                for a in self.attacks
                if a["to"] == reason["id"] and a["if"]
            )
        text = re.sub(rf"^(?:{'|'.join(OPENINGS)}): ", "", said)
        against = {
            a["from"]
            for a in self.attacks
            if a["to"] in (reason["id"], self.objection(reason)["id"])
        }
        against |= {p.replace("aside:", "challenge:") for p in reason["premises"]}
        against |= {p.replace("fact:not ", "fact:") for p in reason["premises"]}
        return any(
            same(self.arguments[name]["text"], text) for name in against if name in self.arguments
        )

    def cuts(self, form: str, text: str) -> list[tuple[re.Match[str], str]]:
        """Every way to cut a text after a full stop so that the part before has a form."""
        ends = [m.start() + 1 for m in re.finditer(r"\.(?= |$)", text)]
        tried = [(re.fullmatch(form, text[:end], re.S), text[end:].strip()) for end in ends]
        return [(match, rest) for match, rest in tried if match is not None]

    def ranked(self, said: str) -> list[set[tuple[str, str]]]:
        """Each reading of a phrase such as `a and b rank above c`: pairs of sources, higher first.

        `a above b and c and d above e` can be read in two ways, as one sees of the names alone.
        """
        parts = re.split(r"(, | and | ranks? above | above )", said)
        names_, signs = parts[::2], [sign.strip() for sign in parts[1::2]]
        if any(name not in self.sources for name in names_):
            raise Unreadable(said)
        above = [n for n, sign in enumerate(signs) if sign.endswith("above")]
        found: list[set[tuple[str, str]]] = []
        for cuts in product(*(range(a + 2, b + 1) for a, b in pairwise(above))):
            starts, ends = (0, *cuts), (*cuts, len(names_))
            pairs: set[tuple[str, str]] = set()
            for start, middle, end in zip(starts, above, ends, strict=True):
                highs, lows = names_[start : middle + 1], names_[middle + 1 : end]
                pairs |= {(self.sources[h], self.sources[low]) for h in highs for low in lows}
            found.append(pairs)
        return found


def spoken(source: str) -> str:
    """A source as it is named in a sentence."""
    kind, _, name = source.partition(":")
    return f"the norm {plain(name)}" if kind == "norm" and name else plain(source)


def worded(fact: str, so: bool) -> str:
    """A fact, or that it is not so, as a clause."""
    return f'"{plain(fact)}" {"holds" if so else "does not hold"}'


def ruled(challenge: str, so: bool) -> str:
    """A challenge settled, as a clause."""
    return f'the challenge "{plain(challenge)}" is {"upheld" if so else "dismissed"}'


def plain(name: str) -> str:
    """An id as words."""
    return name.replace("_", " ")


def condition(argument: str) -> str:
    """How it is told that a reason rests on an argument; empty for one that none is told to."""
    kind, _, name = argument.partition(":")
    if kind == "fact":
        denied = name.startswith("not ")
        said = plain(name.removeprefix("not "))
        return f'if "{said}" {"does not hold" if denied else "holds"}'
    if kind in ("challenge", "aside"):
        return (
            f'{"if" if kind == "challenge" else "unless"} the challenge "{plain(name)}" is upheld'
        )
    return ""


def needs_of(argument: Data) -> set[str]:
    """The premises of an argument that are told with it."""
    return {name for name in argument["premises"] if condition(name)}


def names(said: str) -> list[str]:
    """The ids quoted in a phrase such as `"a", "b" and "c"`."""
    if re.fullmatch(r'"[^"]*"(?:(?:, | and | or )"[^"]*")*', said) is None:
        raise Unreadable(said)
    return re.findall(r'"([^"]*)"', said)


def number(said: str) -> int:
    """A number in letters or digits."""
    return NUMBERS.index(said) if said in NUMBERS else int(said)


def same(text: str, said: str) -> bool:
    """Whether a text is told, from its first letter to where it may be cut."""
    one, other = (" ".join(t.rstrip(".").split()) for t in (text, said))
    if other.endswith(" …"):
        one, other = one[: len(other) - 2], other[:-2]
    return one[:1].lower() + one[1:] == other[:1].lower() + other[1:]


def stated(said: str) -> dict[str, str]:
    """Statuses told as a phrase such as `"a" and "b" are contested and "c" is obligatory`."""
    found: dict[str, str] = {}
    form = rf'((?:"[^"]*"(?:, | and )?)+) (?:is|are) ({STATUSES})(?:, | and |$)'
    rest = said
    while rest:
        match = re.match(form, rest)
        if match is None:
            raise Unreadable(said)
        found |= dict.fromkeys(names(match[1]), match[2])
        rest = rest[match.end() :]
    return found
