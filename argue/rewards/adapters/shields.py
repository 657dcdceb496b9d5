"""Shields: which actions breach no norm over time now, and leave a way to breach none later.

A finite model says where an action may lead. An action is safe if no outcome of it breaches a norm
or leads to where every action could. This is the safety game of the model with the monitors, won
by backward search. Source: [Alshiekh18].
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from argue.errors import ArgueError, LimitExceeded
from argue.rewards.adapters.machines import Norms, States

MOST_NODES = 1_000_000
"""States of the model joined with states of the monitors, at most so many."""

Node = tuple[int, States]


@dataclass(frozen=True)
class Model:
    """Where actions may lead, over numbered states.

    `successors[state][action]` are the states that may come next, none if the action is not to be
    had there; `labels[state]` is what holds there; at `ends` an episode is over. `locate` answers
    the state from an observation and its info, for environments.
    """

    successors: Sequence[Sequence[Sequence[int]]]
    labels: Sequence[AbstractSet[str]]
    ends: AbstractSet[int] = frozenset()
    locate: Callable[[Any, Mapping[str, Any]], int] | None = None

    def __post_init__(self) -> None:
        states = len(self.labels)
        if len(self.successors) != states:
            raise ArgueError(
                f"a model needs successors for each of its {states} labelled states, and there are "
                f"{len(self.successors)}"
            )
        if len({len(row) for row in self.successors}) > 1:
            raise ArgueError("a model needs the same number of actions in every state")
        for state, row in enumerate(self.successors):
            if any(not 0 <= after < states for targets in row for after in targets):
                raise ArgueError(
                    f"an action in state {state} leads to a state that is not labelled"
                )
            if state not in self.ends and not any(row):
                raise ArgueError(f"no action leads on from state {state}: name it among `ends`")


class Shield:
    """The safe actions of every state of a model and of the monitors."""

    def __init__(self, norms: Norms, model: Model) -> None:
        """Search the game; quick up to some hundred thousand joined states.

        Raises: LimitExceeded for a model that is too large with these norms.
        """
        self.norms, self.model = norms, model
        self._outcomes: dict[Node, tuple[tuple[frozenset[Node], int], ...]] = {}
        self._explore()
        self._safe = self._won()

    def mask(self, state: int, standings: States) -> tuple[bool, ...]:
        """Answers which actions are safe; if none is, those that at worst breach the fewest norms.

        Raises: ArgueError for a state that cannot be come to.
        """
        node = state, standings
        if node not in self._outcomes:
            raise ArgueError(
                f"state {state} of the model with the norms at {standings} is not reached"
            )
        outcomes = self._outcomes[node]
        if self._safe[node]:
            return tuple(action in self._safe[node] for action in range(len(outcomes)))
        worst = [breaches for targets, breaches in outcomes if targets]
        return tuple(bool(t) and breaches == min(worst) for t, breaches in outcomes)

    def safe(self, state: int, standings: States) -> bool:
        """Answers whether from here on every norm can be kept, whatever happens."""
        return bool(self._safe.get((state, standings))) or state in self.model.ends

    def _explore(self) -> None:
        waiting: list[Node] = [(s, self.norms.start) for s in range(len(self.model.labels))]
        seen = set(waiting)
        while waiting:
            node = waiting.pop()
            self._outcomes[node] = tuple(
                self._outcome(node, targets) for targets in self._actions(node[0])
            )
            found = {after for targets, _ in self._outcomes[node] for after in targets} - seen
            seen |= found
            waiting += found
            if len(seen) > MOST_NODES:
                raise LimitExceeded(
                    f"model and norms have over {MOST_NODES:,} states together: shield fewer norms "
                    "at a time, or use a coarser model"
                )

    def _actions(self, state: int) -> Sequence[Sequence[int]]:
        row = self.model.successors[state]
        return [()] * len(row) if state in self.model.ends else row

    def _outcome(self, node: Node, targets: Sequence[int]) -> tuple[frozenset[Node], int]:
        """Where an action may lead, and how many norms it breaches at worst."""
        reached, worst = set[Node](), 0
        for target in targets:
            last = target in self.model.ends
            change = self.norms.step(node[1], self.model.labels[target], last=last)
            reached.add((target, change.states))
            worst = max(worst, len(change.breached))
        return frozenset(reached), worst

    def _won(self) -> dict[Node, set[int]]:
        """Answers every node's safe actions: those that breach nothing and lead nowhere lost."""
        safe: dict[Node, set[int]] = {}
        sources: dict[Node, list[tuple[Node, int]]] = {}
        for node, outcomes in self._outcomes.items():
            safe[node] = {a for a, (targets, worst) in enumerate(outcomes) if targets and not worst}
            for action, (targets, _) in enumerate(outcomes):
                for target in targets:
                    sources.setdefault(target, []).append((node, action))
        lost = [node for node, open_ in safe.items() if not open_ and not self._over(node)]
        while lost:
            for node, action in sources.get(lost.pop(), ()):
                if action in safe[node]:
                    safe[node].remove(action)
                    if not safe[node]:
                        lost.append(node)
        return safe

    def _over(self, node: Node) -> bool:
        return node[0] in self.model.ends
