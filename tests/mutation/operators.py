"""The small changes that mutation testing makes to a module, and where they apply.

Most operators are cosmic-ray's. Of its comparisons and calculations one or two replacements stand
for all, since whichever test notices one notices the rest. Added are changes at what this code is
full of: conditions in comprehensions, membership, parts of conditions, calls for their effect.

Left out, because what they change cannot change an answer: texts and docstrings, annotations,
what stands in a `raise` (the wording of errors), decorators (a property without its decorator
breaks at once, a cache without it is only slower).
"""

from __future__ import annotations

import ast
import difflib
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import parso
from cosmic_ray.ast import get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.operators.operator import Example, Operator
from cosmic_ray.operators.provider import OperatorProvider

Position = tuple[tuple[int, int], tuple[int, int]]

CHOSEN = (
    *(
        f"ReplaceComparisonOperator_{change}"
        for change in (
            *("Eq_NotEq", "NotEq_Eq", "Is_IsNot", "IsNot_Is"),
            *("Lt_LtE", "LtE_Lt", "Gt_GtE", "GtE_Gt"),
            *("Lt_GtE", "LtE_Gt", "Gt_LtE", "GtE_Lt"),
        )
    ),
    *(
        f"ReplaceBinaryOperator_{change}"
        for change in (
            *("Add_Sub", "Sub_Add", "Mul_Add", "Div_Mul", "FloorDiv_Mul", "Mod_Add", "Pow_Mul"),
            *("BitOr_BitAnd", "BitAnd_BitOr", "BitXor_BitOr", "LShift_RShift", "RShift_LShift"),
        )
    ),
    *("ReplaceUnaryOperator_Delete_Not", "ReplaceUnaryOperator_USub_UAdd", "AddNot"),
    *("ReplaceTrueWithFalse", "ReplaceFalseWithTrue", "ReplaceAndWithOr", "ReplaceOrWithAnd"),
    *("ReplaceBreakWithContinue", "ReplaceContinueWithBreak", "ExceptionReplacer"),
    *("NumberReplacer", "ZeroIterationForLoop"),
)
"""The operators of cosmic-ray that are used."""


ANNOTATIONS = {("annassign", ":"), ("tfpdef", ":"), ("funcdef", "->")}
"""What kind of node has an annotation after which sign."""


CHECKING = "TYPE_CHECKING"


class Change(Operator):
    """An operator of our own; it has no arguments."""

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Answers nothing: cosmic-ray's own tests alone read this."""
        return ()


def _span(node: parso.tree.NodeOrLeaf) -> Position:
    return node.start_pos, node.end_pos


class DropFilter(Change):
    """Lets everything through where a comprehension has a condition."""

    def mutation_positions(self, node) -> Iterator[Position]:
        if node.type == "comp_if":
            yield _span(node.children[1])

    def mutate(self, node, index):
        node.children[1] = parso.parse(" True")
        return node


class NegateFilter(DropFilter):
    """Lets through what the condition of a comprehension keeps out, and only that."""

    def mutate(self, node, index):
        node.children[1] = parso.parse(f" not ({node.children[1].get_code()})")
        return node


class DropPart(Change):
    """Leaves out one part of a condition."""

    kinds = ("and_test", "or_test")
    first = 0

    def mutation_positions(self, node) -> Iterator[Position]:
        if node.type in self.kinds:
            yield from map(_span, node.children[2 * self.first :: 2])

    def mutate(self, node, index):
        place = 2 * (index + self.first)
        if place:
            del node.children[place - 1 : place + 1]
            return node
        prefix = node.get_first_leaf().prefix
        del node.children[:2]
        node.get_first_leaf().prefix = prefix
        return node


class DropTerm(DropPart):
    """Leaves out a part of a calculation other than its first."""

    kinds = ("arith_expr", "term", "expr", "and_expr", "xor_expr")
    first = 1


class SwapName(Change):
    """Takes the largest for the smallest, all for any, and the other way round."""

    other = {"min": "max", "max": "min", "any": "all", "all": "any"}

    def mutation_positions(self, node) -> Iterator[Position]:
        if node.type != "name" or node.value not in self.other:
            return
        before, after = node.get_previous_leaf(), node.get_next_leaf()
        called = after is not None and after.value == "("
        if called and (before is None or before.value not in (".", "def")):
            yield _span(node)

    def mutate(self, node, index):
        node.value = self.other[node.value]
        return node


class SwapMembership(Change):
    """Takes what is in a collection for what is not."""

    other = {"in": " not in", "not in": " in"}

    def mutation_positions(self, node) -> Iterator[Position]:
        yield from map(_span, self._words(node))

    def mutate(self, node, index):
        word = self._words(node)[index]
        place = node.children.index(word)
        node.children[place] = parso.parse(self.other[" ".join(word.get_code().split())])
        return node

    def _words(self, node):
        words = node.children[1::2] if node.type == "comparison" else ()
        return [word for word in words if " ".join(word.get_code().split()) in self.other]


class DropStatement(Change):
    """Leaves out a call made for its effect, or a step of a sum."""

    def mutation_positions(self, node) -> Iterator[Position]:
        if node.type == "simple_stmt" and self._acts(node.children[0]):
            yield _span(node.children[0])

    def mutate(self, node, index):
        prefix = node.get_first_leaf().prefix
        node.children[0] = parso.parse(f"{prefix}pass")
        return node

    @staticmethod
    def _acts(statement) -> bool:
        if statement.type == "expr_stmt":
            return getattr(statement.children[1], "type", "") in ("augassign", "operator") and (
                statement.children[1].get_code().strip() != "="
            )
        return statement.type == "atom_expr"


OURS = {
    kind.__name__: kind
    for kind in (
        *(DropFilter, NegateFilter, DropPart, DropTerm),
        *(SwapName, SwapMembership, DropStatement),
    )
}


@cache
def operators() -> dict[str, Operator]:
    """Answers the operators by name."""
    known = OperatorProvider()
    return {name: known[name]() for name in CHOSEN} | {name: OURS[name]() for name in OURS}


@dataclass(frozen=True)
class Place:
    """Where an operator applies in a module.

    `definition` is the digest of the top-level statement it is in and `rank` counts the places of
    the operator there, so that the pair outlives changes elsewhere in the module.
    """

    module: str
    operator: str
    occurrence: int
    line: int
    definition: str
    rank: int

    @property
    def key(self) -> str:
        """Answers what identifies this place from run to run."""
        return f"{self.module} {self.definition} {self.operator} {self.rank}"


def places(module: str, source: str) -> tuple[Place, ...]:
    """Answers where the operators apply in a module, in order of their lines."""
    owner = _definitions(source)
    occurrences = dict.fromkeys(operators(), 0)
    ranks: dict[tuple[str, str], int] = {}
    found: list[Place] = []
    for node, outside in _walk(get_ast(source)):
        for name, operator in operators().items():
            for start, _ in operator.mutation_positions(node):
                digest = owner[start[0]]
                rank = ranks[name, digest] = ranks.get((name, digest), -1) + 1
                if not outside and not _said_twice(name, node):
                    found.append(Place(module, name, occurrences[name], start[0], digest, rank))
                occurrences[name] += 1
    return tuple(sorted(found, key=lambda place: place.line))


def mutated(source: str, place: Place) -> str:
    """Answers the module with the change made."""
    changed = mutate_code(source, operators()[place.operator], place.occurrence)
    if changed is None:
        raise ValueError(f"{place} is not in the module")
    return changed


def difference(before: str, after: str) -> tuple[str, str]:
    """Answers the lines taken away and the lines put in their place, each as one text."""
    lines = list(difflib.ndiff(before.splitlines(), after.splitlines()))
    parts = ([line[2:].strip() for line in lines if line[0] == sign] for sign in "-+")
    taken, put = (" ".join(filter(None, part)) for part in parts)
    return taken, put


def line_above(before: str, after: str) -> str:
    """Answers the line above the first that differs, empty where nothing differs."""
    lines = [before.splitlines(), after.splitlines()]
    pairs = enumerate(zip(*lines, strict=False))
    first = next((number for number, (old, new) in pairs if old != new), 0)
    return lines[0][first - 1].strip() if first else ""


def _definitions(source: str) -> dict[int, str]:
    lines = source.splitlines()
    owner = dict.fromkeys(range(1, len(lines) + 2), "")
    for statement in ast.parse(source).body:
        last = statement.end_lineno or statement.lineno
        text = "\n".join(lines[statement.lineno - 1 : last])
        digest = hashlib.sha256(text.encode()).hexdigest()[:12]
        owner.update(dict.fromkeys(range(statement.lineno, last + 1), digest))
    return owner


def _said_twice(name: str, node) -> bool:
    """Answers whether another operator makes the change, or nothing can come of it.

    The opposite of a single comparison is said by the comparison. A text put together is wording.
    What stands under TYPE_CHECKING does not run, and `zip(..., strict=True)` only watches over what
    cannot happen.
    """
    if name == "NegateFilter":
        return node.children[1].type in ("comparison", "not_test")
    if name == "ReplaceTrueWithFalse":
        leaves = node.get_previous_leaf(), node.get_previous_leaf().get_previous_leaf()
        return [leaf.value for leaf in leaves] == ["=", "strict"]
    whole = node.parent if node.type == "operator" else node
    if whole.type == "arith_expr" and any(child.type == "string" for child in whole.children):
        return True
    if name != "AddNot":
        return False
    condition = node.children[2 if node.type == "test" else 1]
    return condition.type in ("comparison", "not_test") or condition.get_code().strip() == CHECKING


def _walk(node, outside: bool = False) -> Iterator[tuple[parso.tree.NodeOrLeaf, bool]]:
    """Yields every node in cosmic-ray's order, and whether a change there is left out."""
    yield node, outside
    children = getattr(node, "children", ())
    for number, child in enumerate(children):
        sign = children[number - 1].get_code().strip() if number else ""
        annotation = (node.type, sign) in ANNOTATIONS
        without_effect = child.type in ("raise_stmt", "decorator", "assert_stmt")
        yield from _walk(child, outside or annotation or without_effect)
