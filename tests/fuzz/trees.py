"""Small inputs as plain data, written by hand: rules, games, norms, rows, what was saved."""

from tests.fuzz.written import CASES

COMPLETIONS = ("I choose rescue.", [{"role": "assistant", "content": "wait"}], [{"content": 1}])
RULES = (
    {
        "facts": {"penguin": {"status": "agreed"}, "snows": {"status": "disputed"}},
        "rules": {
            "axioms": ["bird"],
            "premises": {"p1": "sings", "p2": "not snows"},
            "assumptions": ["awake"],
            "strict": ["s1: penguin -> bird", {"id": "s2", "if": ["bird"], "then": "animal"}],
            "defeasible": [
                "d1: bird, awake => flies",
                {
                    "id": "d2",
                    "if": "penguin",
                    "then": "not flies",
                    "by": "Ana",
                    "kind": "regulative",
                },
                "d3: snows => not d1",
            ],
            "contraries": [["married", "bachelor"], {"awake": ["snows"]}],
            "preferences": [["d2", "d1"]],
            "principle": "last-link",
            "comparison": "elitist",
            "rebut": "restricted",
            "transposition": True,
        },
    },
    {"rules": {"premises": ["a", "not a"], "defeasible": ["=> b"], "principle": "weakest-link"}},
)
_FISH = {"fishers": {"count": 4}, "town": {"count": 10}}
GAMES = (
    {
        "options": {
            "rescue": {"text": "Both", "plays": "cooperate"},
            "wait": {"text": "None", "plays": "defect, cooperate"},
        },
        "standpoints": {"ann": {}, "bob": {}, "child": {}},
        "game": {
            "players": ["ann", "bob"],
            "strategies": ["cooperate", "defect"],
            "payoffs": {
                "cooperate, cooperate": [3, 3],
                "cooperate, defect": [0, 5],
                "defect, cooperate": [5, 0],
                "defect, defect": ["1/2", 1],
            },
            "outsiders": {
                "child": {
                    "cooperate, cooperate": 1,
                    "cooperate, defect": 0,
                    "defect, cooperate": 0,
                    "defect, defect": -1,
                }
            },
        },
    },
    {
        "options": {
            "rescue": {"text": "A", "plays": "nash"},
            "wait": {"text": "B", "plays": "a/4"},
        },
        "standpoints": _FISH,
        "game": {
            "players": ["fishers"],
            "strategy": [0, "unbounded"],
            "payoff": "a*x - x*X/n - y*Y^2",
            "where": {"a": 10, "b": "1/2"},
            "outsiders": {"town": "ln(X + n)"},
            "unit": "fish",
            "weight": "1/2",
        },
    },
    {
        "options": {
            "rescue": {"text": "A", "plays": "multiplicative"},
            "wait": {"text": "B", "plays": 2},
        },
        "standpoints": {"fishers": {"count": 3}},
        "game": {"family": "commons", "a": 10, "b": "1/2", "c": 1, "status_quo": "nash"},
    },
)
NORMS = (
    {
        "options": {
            "rescue": {"text": "A", "trace": [["asked"], [], ["answered", "paid"]]},
            "wait": {"text": "B", "trace": [["asked"], ["late"]]},
        },
        "facts": {"urgent": {"status": "disputed"}},
        "norms": {
            "reply": {"ltl": "G(asked -> F<=2 answered)", "reparation": "F paid", "when": "urgent"},
            "soon": {"pattern": {"achieve": "answered", "within": 2}, "rank": 2},
            "kind": {
                "text": "Be kind",
                "breached_by": ["wait"],
                "modality": "require",
                "purpose": "kindness",
                "frustrates_purpose": ["wait"],
                "interpretations": {
                    "wide": {"text": "To all", "breached_by": []},
                    "narrow": {"text": "To one", "breached_by": ["wait"], "over": ["wide"]},
                },
                "special_to": ["soon"],
                "since": 2001,
                "authority": "act",
                "rank": 2,
            },
        },
        "compliance": "wilful",
    },
    {"context": {"role": "public-interest", "domain": "health"}, "norms": {"own": {"by": "law"}}},
)
_ANALYSIS = {
    "schema": "argue/analysis/v1",
    "version": "1",
    "outcome": "decided",
    "case": {"sha256": "0" * 64},
    "settings": {
        "facts": {"surge": True},
        "priorities": [["rejection", "welfare"]],
        "frameworks": None,
        "semantics": "preferred",
        "flat": False,
        "compliance": "mere",
    },
    "options": {"rescue": {"status": "permissible"}, "wait": {"status": "impermissible"}},
    "graph": {
        "arguments": [
            {"id": "permission:wait", "text": "W", "premises": [], "label": "out"},
            {"id": "objection:x", "text": "O", "premises": ["reason:x"], "label": "in"},
            {"id": "reason:x", "text": "R", "premises": [], "label": "varies"},
        ],
        "attacks": [{"from": "objection:x", "to": "permission:wait"}],
    },
}
SAVED = (
    _ANALYSIS,
    {
        "schema": "argue/report/v1",
        "reproduce": {"case": {"file": "case.yaml", "text": CASES[0]}},
        "analysis": _ANALYSIS,
        "audience": "full",
        "sections": [{"key": "answer", "title": "The answer"}],
    },
)
BATCH = (
    {"case": "base.yaml", "id": 7, "set": {"payoffs.wait.viewers": "1/3"}},
    {"case": "base.yaml", "facts": {"surge": True}, "priorities": [["rejection", "welfare"]]},
    {"case": "base.yaml", "frameworks": ["welfare"], "x-note": None},
    {"case": {"title": "T", "options": {"a": "A", "b": "B"}}, "set": {}},
)
_BALLOT = {"schema": "argue/poll/v1", "case": "base", "name": "Ana"}
BALLOTS = (
    {
        **_BALLOT,
        "ranking": [["rejection"], "welfare"],
        "facts": {"surge": True},
        "considered": {"rescue": "permissible", "wait": None},
    },
    {**_BALLOT, "sha256": None, "ranking": []},
)
