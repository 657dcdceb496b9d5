"""What the problem codes of frameworks and of norms mean, with examples that run."""

from __future__ import annotations

from argue.construct.courses import CODE as COURSE
from argue.construct.limits import CODE as LIMIT
from argue.construct.places import UNFIT
from argue.io.codes.code import Code

CONSTRUCT_CODES: dict[str, Code] = {
    UNFIT: Code(
        "a case that a framework cannot judge",
        "Some frameworks ask more of the numbers than others: logarithms need positions above 0,\n"
        "most compare the same people under every option. The message says what is missing; give\n"
        "it, change the framework's parameters, or leave the framework out.",
        "payoffs: {rescue: {worker: -3, viewer: 1}, wait: {worker: 0, viewer: 0}}\n"
        "frameworks: [{id: veil, rule: atkinson}]",
        "payoffs: {rescue: {worker: -3, viewer: 1}, wait: {worker: 0, viewer: 0}}\n"
        "frameworks: [{id: veil, rule: maximin}]",
    ),
    COURSE: Code(
        "a norm over time that cannot be followed",
        "A norm with ltl or a pattern is held against the traces of the options: its formula must\n"
        "be readable, every option needs a trace, and some trace must name each proposition.",
        "options: {rescue: {text: Help, trace: [[asked], []]}, wait: {text: Wait}}\n"
        "norms: {answer: {pattern: {achieve: answered, after: asked}}}",
        "options: {rescue: {text: Help, trace: [[asked], [answered]]}, "
        "wait: {text: Wait, trace: [[asked]]}}\n"
        "norms: {answer: {pattern: {achieve: answered, after: asked}}}",
    ),
    LIMIT: Code(
        "a limit on a feature that an option does not give",
        "A norm with limits compares a feature of every option with a number. A feature that is\n"
        "left out is not read as 0: nothing may stay below a limit for want of data.",
        "options: {rescue: {text: Help, features: {loss: 3}}, wait: {text: Wait}}\n"
        "norms: {impact: {limits: {loss: 2}}}",
        "options: {rescue: {text: Help, features: {loss: 3}}, "
        "wait: {text: Wait, features: {loss: 0}}}\n"
        "norms: {impact: {limits: {loss: 2}}}",
    ),
}
"""Code -> what it means."""
