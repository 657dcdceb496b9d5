"""What a class says about a case, one ballot a person: rankings, facts, considered judgements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from os.path import exists, isdir
from pathlib import Path
from typing import Any, cast

from argue.errors import NoSuchInput
from argue.model.case import Case, nothing
from argue.model.record import field, record
from argue.model.verdict import Status
from argue.seminar.class_files import LONGEST_NAME, Unusable, of_schema, read_json

BALLOT = "argue/poll/v1"
JUDGED = (Status.OBLIGATORY, Status.PERMISSIBLE, Status.IMPERMISSIBLE)
"""The statuses that a considered judgement of a class may give an option."""

Pair = tuple[str, str]
Tiers = tuple[tuple[str, ...], ...]


@record
class Ballot:
    """What one person holds: sources in tiers, highest first; facts; judgements of options.

    What a person leaves out stays as the case has it. `also` are priorities beside the tiers.
    """

    ranking: Tiers = ()
    facts: Mapping[str, bool] = field(default_factory=nothing)
    considered: Mapping[str, Status] = field(default_factory=nothing)
    also: tuple[Pair, ...] = ()

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """The priorities that say the same: each source above those of the next tier."""
        tiers = zip(self.ranking, self.ranking[1:], strict=False)
        stated = ((high, low) for above, below in tiers for high in above for low in below)
        return tuple(dict.fromkeys((*stated, *self.also)))

    def above(self, high: str, low: str) -> bool:
        """Answers whether one source is ranked above another."""
        if (high, low) in self.also:
            return True
        place = {name: number for number, tier in enumerate(self.ranking) for name in tier}
        return high in place and low in place and place[high] < place[low]

    @property
    def key(self) -> tuple[object, ...]:
        """What two ballots have in common that say the same."""
        tiers = tuple(frozenset(tier) for tier in self.ranking)
        return tiers, frozenset(self.facts.items()), frozenset(self.considered.items()), self.also


@record
class Cast:
    """A ballot with its file and the person it is from."""

    file: str
    name: str
    ballot: Ballot


@record
class Box:
    """The ballots of a class, and the files that do not count, each with why.

    `repeated` are files that say the same as another by the same person.
    """

    cast: tuple[Cast, ...]
    refused: tuple[tuple[str, str], ...]
    repeated: tuple[tuple[str, str], ...]


def read_ballots(paths: Sequence[Path], case: Case, sources: Sequence[str]) -> Box:
    """Answers the ballots in files, and in the .json files of folders.

    Of several by one person that differ none counts, and all are named.

    Raises: NoSuchInput for a path that is not there, or where there is no file at all.
    """
    files = list(_files(paths))
    if not files:
        raise NoSuchInput(f"no ballots in {', '.join(map(str, paths))}")
    read: list[Cast] = []
    refused: list[tuple[str, str]] = []
    for file in files:
        try:
            if file.suffix.lower() != ".json":
                raise Unusable("not a .json file")
            read.append(_cast(file, case, sources))
        except (Unusable, NoSuchInput) as error:
            refused.append((file.name, str(error)))
    return _once_each(read, refused)


def _files(paths: Sequence[Path]) -> Iterable[Path]:
    for path in paths:
        if isdir(path):
            yield from sorted(p for p in path.iterdir() if p.is_file())
        elif exists(path):  # which, unlike Path, is false of a name too long
            yield path
        else:
            raise NoSuchInput(f"there is no file or folder {path}")


def _once_each(read: Sequence[Cast], refused: list[tuple[str, str]]) -> Box:
    by: dict[str, list[Cast]] = {}
    for one in read:
        by.setdefault(one.name.casefold(), []).append(one)
    kept: list[Cast] = []
    repeated: list[tuple[str, str]] = []
    for first, *others in by.values():
        if any(other.ballot.key != first.ballot.key for other in others):
            files = [first.file, *(other.file for other in others)]
            why = f"{first.name} says different things in {', '.join(files)}; keep one of them"
            refused += [(file, why) for file in files]
        else:
            kept.append(first)
            repeated += [(other.file, first.file) for other in others]
    return Box(
        tuple(sorted(kept, key=lambda c: c.name.casefold())), tuple(refused), tuple(repeated)
    )


def _cast(file: Path, case: Case, sources: Sequence[str]) -> Cast:
    data = of_schema(read_json(file), BALLOT)
    if data.get("case") != case.id:
        raise Unusable(f"is about the case {data.get('case')!r}, not {case.id!r}")
    if data.get("sha256") not in (None, case.sha256):
        raise Unusable("was filled in on another version of the case; use the form of this one")
    name = data.get("name")
    if not isinstance(name, str) or not name.strip() or len(name) > LONGEST_NAME:
        raise Unusable(f"names nobody; name must be a text of 1 to {LONGEST_NAME} characters")
    known = {"schema", "case", "sha256", "name", "ranking", "facts", "considered"}
    for key in data:
        if key not in known:
            raise Unusable(f"has {key!r}, which is no part of a ballot")
    ballot = Ballot(
        _ranking(data.get("ranking", []), sources),
        _facts(data.get("facts", {}), case),
        _considered(data.get("considered", {}), case),
    )
    return Cast(file.name, " ".join(name.split()), ballot)


def _ranking(found: Any, sources: Sequence[str]) -> Tiers:
    """Answers tiers of sources; a source alone is a tier of its own."""
    if not isinstance(found, list):
        raise Unusable("ranking is no list of sources, highest first")
    tiers: list[tuple[str, ...]] = []
    seen: set[str] = set()
    for entry in cast("list[Any]", found):
        tier = cast("list[Any]", entry) if isinstance(entry, list) else [entry]
        for name in tier:
            _known("source", name, sources)
            if name in seen:
                raise Unusable(f"ranks {name!r} twice")
            seen.add(name)
        if tier:
            tiers.append(tuple(sorted(tier)))
    return tuple(tiers)


def _facts(found: Any, case: Case) -> Mapping[str, bool]:
    facts: dict[str, bool] = {}
    for name, holds in _mapping(found, "facts").items():
        _known("fact", name, case.facts)
        if holds is None:
            continue
        if not isinstance(holds, bool):
            raise Unusable(f"facts: {name} is {holds!r}; write true, false or null")
        facts[name] = holds
    return facts


def _considered(found: Any, case: Case) -> Mapping[str, Status]:
    judged: dict[str, Status] = {}
    for option, status in _mapping(found, "considered").items():
        _known("option", option, case.options)
        if status is None:
            continue
        if status not in [str(known) for known in JUDGED]:
            raise Unusable(f"considered: {option} is {status!r}; write {', '.join(JUDGED)} or null")
        judged[option] = Status(status)
    return judged


def _known(kind: str, name: Any, known: Iterable[str]) -> None:
    if name not in known:
        raise Unusable(f"names the {kind} {name!r}; known: {', '.join(known) or 'none'}")


def _mapping(found: Any, name: str) -> Mapping[str, Any]:
    if not isinstance(found, dict):
        raise Unusable(f"{name} is no object")
    return cast("Mapping[str, Any]", found)
