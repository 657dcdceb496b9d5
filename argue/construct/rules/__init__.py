"""From rules to arguments: the structured layer, in the manner of ASPIC+.

    rule_base -> RuleBase -> rule_graph -> AF -> solve_rules; settled_by_rules for a whole case

Source: [ModgilPrakken13], [ModgilPrakken14].
"""

from argue.construct.rules.attacks import AttackKind, DirectAttack, RuleGraph, rule_graph
from argue.construct.rules.derivations import MAX_DERIVATIONS, Derivation, derivations
from argue.construct.rules.facts import (
    correlated_facts,
    rules_with_facts,
    settled_by_rules,
    with_derived_facts,
)
from argue.construct.rules.reading import TITLES, rule_base
from argue.construct.rules.solving import Conclusion, RuleSolution, Standing, solve_rules
from argue.construct.rules.strict import (
    check_axioms,
    closed_under_transposition,
    strict_closure,
    unmet_conditions,
)

__all__ = [
    "MAX_DERIVATIONS",
    "TITLES",
    "AttackKind",
    "Conclusion",
    "Derivation",
    "DirectAttack",
    "RuleGraph",
    "RuleSolution",
    "Standing",
    "check_axioms",
    "closed_under_transposition",
    "correlated_facts",
    "derivations",
    "rule_base",
    "rule_graph",
    "rules_with_facts",
    "settled_by_rules",
    "solve_rules",
    "strict_closure",
    "unmet_conditions",
    "with_derived_facts",
]
