"""Plain AFs out of a case's graph: under one ranking, or flattened with rankings as arguments.

Source: [Modgil09] for attacks on attacks; [BenchCapon03] for one AF an audience.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from argue.errors import ArgueError, LimitExceeded
from argue.model.af import AF
from argue.model.argument import Argument, Attack, AttackKind, Graph, Kind

MOST_RANKINGS = 5040
"""Rankings that differ are written out one by one up to so many: all of seven sources."""

SETTLED_KINDS = (
    Kind.FACT,
    Kind.NUMBERS,
    Kind.CHALLENGE,
    Kind.ASIDE,
    Kind.REASON,
    Kind.REPLY,
    Kind.PRIORITY,
)
"""What every position decides one way or the other, given a ranking."""

Pair = tuple[str, str]


def under(graph: Graph, ranking: Sequence[str], *, settled: Mapping[str, bool] | None = None) -> AF:
    """Answers the plain AF of a graph under a full ranking of its sources, highest first.

    `settled` decides two-sided arguments by id (`fact:surge`, `challenge:waived`, each region
    `numbers:1`): what falls no longer attacks its opposites. An extension that holds a priority
    the ranking violates (`violated`) is no position.

    Raises: ArgueError if the ranking leaves out a source or goes against the graph's order.
    """
    place = {source: index for index, source in enumerate(ranking)}
    if set(place) != set(graph.sources) or len(ranking) != len(place):
        raise ArgueError(f"rank every source once: {', '.join(graph.sources)}")
    for high, low in sorted(graph.order):
        if place[high] > place[low]:
            raise ArgueError(f"the ranking puts {low} before {high}, against a priority")
    attacks = [
        attack
        for attack in graph.attacks
        if attack.higher is None or place[attack.higher] < place[str(attack.lower)]
    ]
    falling = {fallen(name, holds) for name, holds in (settled or {}).items()}
    kept = [a for a in attacks if a.attacker not in falling or a.kind not in TWO_SIDED]
    return inherited(graph, kept)


TWO_SIDED = (AttackKind.CONTRARY, AttackKind.SETTING_ASIDE)


def fallen(name: str, holds: bool) -> str | None:
    """Answers which argument falls when one is settled to hold, or not to; None if none does."""
    kind, _, what = name.partition(":")
    if not holds:
        return name
    opposites = {"fact": f"fact:not {what}", "challenge": f"aside:{what}"}
    return opposites.get(kind)


def violated(graph: Graph, ranking: Sequence[str]) -> frozenset[str]:
    """Answers the priorities of a graph, as arguments, that a ranking goes against."""
    place = {source: index for index, source in enumerate(ranking)}
    return frozenset(
        a.id for a in graph.of_kind(Kind.PRIORITY) if place[str(a.better)] > place[str(a.worse)]
    )


def inherited(graph: Graph, attacks: Iterable[Attack]) -> AF:
    """Answers the AF in which an attack on an argument is one on all that rest on it.

    Cost: attacks times the arguments that rest on a target.
    """
    above: dict[str, list[str]] = {}
    for argument in graph.arguments.values():
        for premise in _all_premises(graph, argument.id):
            above.setdefault(premise, []).append(argument.id)
    return AF.of(
        graph.arguments,
        ((a.attacker, top) for a in attacks for top in above[a.target]),
    )


def _all_premises(graph: Graph, name: str) -> Iterator[str]:
    """Yields an argument and everything it rests on, itself included, each once."""
    seen, stack = {name}, [name]
    while stack:
        current = stack.pop()
        yield current
        for premise in graph.arguments[current].premises:
            if premise not in seen:
                seen.add(premise)
                stack.append(premise)


def conflicting(graph: Graph) -> tuple[Pair, ...]:
    """Answers the pairs of sources that attack each other, each once, in the sources' order."""
    place = {source: index for index, source in enumerate(graph.sources)}
    found = {
        (a.higher, a.lower)
        for a in graph.attacks
        if a.higher is not None and a.lower is not None and place[a.higher] < place[a.lower]
    }
    return tuple(sorted(found, key=lambda pair: (place[pair[0]], place[pair[1]])))


def without_sources(graph: Graph, aside: frozenset[str]) -> Graph:
    """Answers the graph in which some sources give no reasons."""
    gone = {a.id for a in graph.of_kind(Kind.REASON, Kind.OBJECTION) if a.source in aside}
    kept = {name: a for name, a in graph.arguments.items() if name not in gone}
    attacks = tuple(a for a in graph.attacks if {a.attacker, a.target} <= kept.keys())
    return replace(graph, arguments=MappingProxyType(kept), attacks=attacks)


def before_ranking(graph: Graph) -> Graph:
    """Answers the part of a graph below objections, without the attacks that need a ranking."""
    kept = {a.id: a for a in graph.of_kind(*SETTLED_KINDS)}
    attacks = tuple(
        a for a in graph.attacks if a.higher is None and {a.attacker, a.target} <= kept.keys()
    )
    return replace(graph, arguments=MappingProxyType(kept), attacks=attacks, order=frozenset())


def rankings(graph: Graph) -> Iterator[tuple[str, ...]]:
    """Yields one full ranking for each way the sources that conflict can be ordered.

    Sources that a priority in the graph compares count as well, for it may stand or fall. How many
    there are depends on who conflicts with whom: one source against nine others can be ordered in
    2**9 ways, ten that all conflict in 10!.

    Raises: LimitExceeded once more than MOST_RANKINGS are asked for; the solver's program needs no
    such list.
    """
    pairs = tuple(dict.fromkeys((*conflicting(graph), *_stated(graph))))
    found = _oriented(pairs, _declared(graph))
    for number, lower in enumerate(found, start=1):
        if number > MOST_RANKINGS:
            raise LimitExceeded(
                f"the sources of this case can be ranked in more than {MOST_RANKINGS} ways that "
                "differ, and only so many are listed: declare priorities or set sources aside"
            )
        yield _ranking(graph.sources, lower)


def ranking_of(graph: Graph, high: str, low: str) -> tuple[str, ...] | None:
    """Answers a full ranking with one source above another; None if the graph rules it out.

    Stated priorities are kept to where they can be, the first of them before the others.
    """
    below = _declared(graph)
    if high in below[low]:
        return None
    orders = _oriented(((high, low), *_stated(graph)), below)
    return _ranking(graph.sources, next(orders))


def _declared(graph: Graph) -> dict[str, frozenset[str]]:
    """Answers for each source those that it is declared to rank above."""
    return {
        source: frozenset(low for h, low in graph.order if h == source) for source in graph.sources
    }


def _stated(graph: Graph) -> tuple[Pair, ...]:
    """Answers the pairs of sources that a priority in the graph compares, which may fall."""
    return tuple((str(a.better), str(a.worse)) for a in graph.of_kind(Kind.PRIORITY))


def _oriented(
    pairs: Sequence[Pair], below: Mapping[str, frozenset[str]]
) -> Iterator[Mapping[str, frozenset[str]]]:
    """Yields, for each way to order the pairs, what each source is then above of, transitively.

    `below` is transitive; what follows from it and from the pairs already ordered is not asked.
    """
    waiting = [(0, below)]
    while waiting:
        place, below = waiting.pop()
        if place == len(pairs):
            yield below
            continue
        for high, low in (pairs[place][::-1], pairs[place]):  # of which the last is gone on with
            if high not in below[low]:
                gained = below[low] | {low}
                more = {s: b | gained if s == high or high in b else b for s, b in below.items()}
                waiting.append((place + 1, more))


def _ranking(sources: Sequence[str], below: Mapping[str, frozenset[str]]) -> tuple[str, ...]:
    """Answers a full ranking with all sources above those below them, else in the given order."""
    placed: list[str] = []
    while len(placed) < len(sources):
        free = [s for s in sources if s not in placed]
        placed.append(next(s for s in free if not any(s in below[h] for h in free)))
    return tuple(placed)


def flatten(graph: Graph, orders: Sequence[tuple[str, ...]] | None = None) -> tuple[AF, Graph]:
    """Answers one plain AF with rankings and overrides as arguments, and the graph behind it.

    Every conditional attack becomes an override that rests on the reason and on its source's
    being ranked higher; rankings attack each other and whatever they contradict. `orders` are the
    rankings to have as arguments, all that differ if None.
    """
    arguments = dict(graph.arguments)
    attacks = [a for a in graph.attacks if a.higher is None]
    orders = list(rankings(graph)) if orders is None else orders
    names = [f"ranking:{'>'.join(order)}" for order in orders]
    for name, order in zip(names, orders, strict=True):
        text = f"The sources rank {' before '.join(order)}"
        arguments[name] = Argument(name, Kind.RANKING, text)
        attacks += [Attack(name, other, AttackKind.ORDER) for other in names if other != name]
        attacks += [Attack(p, name, AttackKind.ORDER) for p in violated(graph, order)]
    for high, low in sorted({(str(a.higher), str(a.lower)) for a in graph.attacks if a.higher}):
        ranked = f"ranked:{high}>{low}"
        arguments[ranked] = Argument(ranked, Kind.RANKING, f"{high} is ranked above {low}")
        for name, order in zip(names, orders, strict=True):
            if order.index(high) > order.index(low):
                attacks.append(Attack(name, ranked, AttackKind.ORDER))
    for attack in graph.attacks:
        if attack.higher is not None:
            reason = graph.arguments[attack.attacker]
            over = reason.id.replace("reason:", f"override:{attack.lower}:", 1)
            ranked = f"ranked:{attack.higher}>{attack.lower}"
            arguments[over] = replace(
                reason, id=over, kind=Kind.OVERRIDE, premises=(reason.id, ranked)
            )
            attacks.append(Attack(over, attack.target, AttackKind.OUTRANKS))
    flat = replace(graph, arguments=MappingProxyType(arguments), attacks=tuple(attacks))
    return inherited(flat, attacks), flat
