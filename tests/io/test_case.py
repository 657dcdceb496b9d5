"""What the keys of a case file mean: every form of every entry, as the case it becomes."""

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from argue.io.bundled import bundled_ids, bundled_text
from argue.io.case import load_case, read_case
from argue.io.not_used import NOT_USED
from argue.model.case import (
    Absent,
    Choice,
    Considered,
    FrameworkUse,
    Interval,
    Literal,
    Lottery,
    Mode,
    Shape,
    Target,
    TargetKind,
    Universal,
    UniversalShape,
)
from tests.io.texts import case_of, problems_of

ROOT = Path(__file__).parents[2]
F = Fraction


def codes_of(lines: str) -> list[str]:
    return [problem.code for problem in problems_of(lines)]


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("0.1", F(1, 10)),
        ("1/3", F(1, 3)),
        ("'-1/3'", F(-1, 3)),
        ("1e-3", F(1, 1000)),
        ("+5.", F(5)),
        (".5", F(1, 2)),
        ("010", F(10)),
        ("-0", F(0)),
        ("123456789012345678901234567890", F(123456789012345678901234567890)),
    ],
)
def test_numbers_are_read_exactly(written: str, number: Fraction):
    assert case_of(f"standpoints: {{k: {{level: {written}}}}}").standpoints["k"].level == number


@pytest.mark.parametrize("written", ["0x1F", "1_000", "1/0", ".inf", ".nan", "1 000", "1,5", "٣"])
def test_other_numbers_are_refused(written: str):
    (code,) = codes_of(f"standpoints: {{k: {{level: '{written}'}}}}")
    assert code in ("C018", "C015")


def test_words_of_yaml_1_1_stay_words():
    case = case_of("options: {no: no, yes: on, off: n}\nconsidered: {no: permissible}")
    assert {option.id: option.text for option in case.options.values()} == {
        "no": "no",
        "yes": "on",
        "off": "n",
    }


def test_cells_have_five_forms():
    case = case_of(
        "payoffs:\n"
        "  rescue: {worker: 1/2, viewer: absent}\n"
        "  wait:\n"
        "    worker: [-1, 2]\n"
        "    viewer:\n"
        "      {if: [surge, not storm], then: {lottery: [[1/3, 1], [2/3, 0]]}, else: [3, 3]}\n"
    )
    assert case.payoffs["rescue"] == {"worker": F(1, 2), "viewer": Absent()}
    assert case.payoffs["wait"]["worker"] == Interval(F(-1), F(2))
    assert case.payoffs["wait"]["viewer"] == Choice(
        (Literal("surge"), Literal("storm", False)),
        Lottery(((F(1, 3), F(1)), (F(2, 3), F(0)))),
        F(3),
    )


def test_general_is_read_from_payoffs_where_it_is_not_given():
    case = case_of(
        "payoffs: {rescue: {worker: 1, viewer: 2}, wait: {worker: 3, viewer: 4}}\n"
        "general: {wait: {viewer: 9}}"
    )
    assert case.general["rescue"] == case.payoffs["rescue"]
    assert case.general["wait"] == {"worker": F(3), "viewer": F(9)}
    assert case_of("payoffs: {default: 1}").general == case_of("payoffs: {default: 1}").payoffs


def test_the_nearest_default_stands_for_a_missing_cell():
    case = case_of("payoffs: {default: 7, rescue: {worker: 1, default: 2}, wait: {worker: 3}}")
    assert case.payoffs["rescue"] == {"worker": F(1), "viewer": F(2)}
    assert case.payoffs["wait"] == {"worker": F(3), "viewer": F(7)}


def test_general_alone_must_be_complete():
    assert codes_of("general: {rescue: {worker: 1, viewer: 2}, wait: {worker: 0}}") == ["C036"]
    assert codes_of("general: {rescue: {worker: 1, viewer: 2}}") == ["C036"]
    assert "C023" in codes_of("general: {default: 0}")
    case = case_of("general: {rescue: {worker: 1, viewer: 2}, wait: {worker: 0, viewer: 0}}")
    assert not case.payoffs
    assert case.general["rescue"]["viewer"] == 2


def test_a_standpoint_without_words_has_the_defaults():
    person = case_of("standpoints: {worker: {}}").standpoints["worker"]
    assert (person.text, person.count, person.general_count, person.level) == ("worker", 1, 1, None)
    assert (person.consent, person.responsible, person.cap) == (frozenset(), {}, {})


def test_short_and_long_forms_of_a_standpoint():
    case = case_of(
        "standpoints:\n"
        "  a: {count: 5, consent: true, responsible: 1/4, agent: true, cap: 3}\n"
        "  b: {count: {payoffs: 2, general: 1/2}, consent: [wait], responsible: {wait: 1}}\n"
        "  c: {count: {payoffs: 0}, consent: false, agent: true, cap: {'*': 2, veil: 1}}\n"
        "frameworks: [veil]"
    )
    a, b, c = case.standpoints.values()
    assert (a.count, a.general_count, b.count, b.general_count) == (5, 5, 2, F(1, 2))
    assert (c.count, c.general_count) == (0, 0)
    assert (a.consent, b.consent, c.consent) == ({"rescue", "wait"}, {"wait"}, frozenset())
    assert a.responsible == {"rescue": F(1, 4), "wait": F(1, 4)}
    assert b.responsible == {"wait": 1}
    assert (a.cap, c.cap) == ({"*": 3}, {"*": 2, "veil": 1})


def test_options_in_both_forms():
    case = case_of(
        "options:\n  rescue: Free the worker\n"
        "  wait: {text: Finish, presume: forbidden, uses_as_means: [worker]}"
    )
    assert case.options["rescue"].text == "Free the worker"
    assert not case.options["rescue"].presume_forbidden
    assert case.options["wait"].presume_forbidden
    assert case.options["wait"].uses_as_means == ("worker",)


def test_universal_in_three_forms():
    case = case_of(
        "options: {a: A, b: B, c: C}\n"
        "universal:\n  a: {all: -1, nobody: {if: surge, then: 0, else: 1}}\n  b: refrain\n"
        "  c: {shape: threshold, population: 20, interested: 8,\n"
        "      threshold: [4, 7], gain: 1, loss: 2}"
    )
    assert case.universal["a"] == Universal(F(-1), Choice((Literal("surge"),), F(0), F(1)))
    assert case.universal["b"] == Universal(F(0), F(0), refrain=True)
    assert case.universal["c"] == UniversalShape(
        Shape.THRESHOLD, F(20), F(8), F(1), F(2), (F(4), F(7))
    )


def test_frameworks_in_both_forms():
    case = case_of(
        "frameworks:\n  - welfare\n  - {id: thin, type: veil, rule: maximin, table: payoffs}\n"
        "  - {type: rejection, mode: {enough: 1/2}, residue_above: 0.5, ties: none}\n"
        "  - {id: universalization, mode: test}"
    )
    assert case.frameworks == (
        FrameworkUse("welfare", "welfare"),
        FrameworkUse("thin", "veil", parameters={"rule": "maximin", "table": "payoffs"}),
        FrameworkUse(
            "rejection",
            "rejection",
            Mode.ENOUGH,
            F(1, 2),
            {"residue_above": F(1, 2), "ties": "none"},
        ),
        FrameworkUse("universalization", "universalization", Mode.TEST),
    )


def test_norms_reasons_and_priorities():
    case = case_of(
        "norms:\n  quota: {breached_by: [wait], when: not surge, exceptions: [storm], rank: 2}\n"
        "  press: {modality: permit, permits: [wait], principles: [veil, welfare]}\n"
        "frameworks: [veil]\n"
        "reasons:\n  - {by: union, favours: rescue, over: wait, because: surge, strength: 2}\n"
        "  - {id: second, by: union, favours: wait, over: rescue}\n"
        "priorities:\n  - [norms, veil]\n"
        "  - {id: first, higher: 'norm:quota', lower: union, because: not surge, by: court}\n"
        "  - {higher: veil, lower: union, because: statute}\n"
    )
    assert case.norms["quota"].when == (Literal("surge", False),)
    assert case.norms["quota"].text == "quota"
    assert case.norms["press"].principles == ("veil", "welfare")
    assert [reason.id for reason in case.reasons] == ["reason1", "second"]
    assert case.reasons[0].because == (Literal("surge"),)
    assert [priority.id for priority in case.priorities] == ["norms>veil", "first", "veil>union"]
    assert [(p.because, p.when) for p in case.priorities] == [
        (None, ()),
        ("not surge", (Literal("surge", False),)),
        ("statute", ()),
    ]


def test_challenges_against_everything():
    case = case_of(
        "frameworks: [rejection]\nnorms: {quota: {}}\npriorities: [[norms, rejection]]\n"
        "reasons: [{by: union, favours: rescue, over: wait}]\n"
        "challenges:\n"
        "  - {against: {framework: rejection, voice: numbers, better: rescue, worse: wait}}\n"
        "  - {against: {norm: quota}, status: accepted, because: [surge, not storm], if: surge}\n"
        "  - {against: {source: union}, because: storm, factor: 1/2}\n"
        "  - {against: {reply: {framework: rejection, by: worker, better: rescue, worse: wait}}}\n"
        "  - {against: {priority: 'norms>rejection'}}\n"
        "  - {against: {reason: reason1}, because: nonsense}\n"
        "  - {id: last, against: {challenge: challenge1}}\n"
    )
    assert list(case.challenges) == [*(f"challenge{n}" for n in range(1, 7)), "last"]
    assert [challenge.against for challenge in case.challenges.values()] == [
        Target(TargetKind.SOURCE, "rejection", "numbers", "rescue", "wait"),
        Target(TargetKind.SOURCE, "norm:quota"),
        Target(TargetKind.SOURCE, "union"),
        Target(TargetKind.REPLY, "rejection", None, "rescue", "wait", "worker"),
        Target(TargetKind.PRIORITY, "norms>rejection"),
        Target(TargetKind.REASON, "reason1"),
        Target(TargetKind.CHALLENGE, "challenge1"),
    ]
    second, third, sixth = (case.challenges[f"challenge{n}"] for n in (2, 3, 6))
    assert second.because == "surge and not storm"
    assert second.condition == (Literal("surge"), Literal("storm", False))
    assert (third.because, third.condition, third.factor) == ("storm", (Literal("storm"),), F(1, 2))
    assert (sixth.because, sixth.condition) == ("nonsense", ())


def test_considered_judgements_in_both_forms():
    assert case_of("considered: {wait: impermissible}").considered == (
        Considered("wait", "impermissible"),
    )
    case = case_of("considered: [{option: wait, status: allowed, by: veil, source: Rawls 1971}]")
    assert case.considered == (Considered("wait", "allowed", "veil", "Rawls 1971"),)


@pytest.mark.parametrize(
    ("lines", "path"),
    [
        ("game: {family: commons}", "game"),
        ("rules: {strict: [a -> b]}", "rules"),
        ("frameworks: [veil]\ncredences: {veil: 1/2}", "credences"),
        ("context: {role: corporate}", "context.role"),
        ("options: {a: {text: A, plays: defect}}", "options.a.plays"),
        ("options: {a: {text: A, deceives: [worker]}}", "options.a.deceives"),
        ("options: {a: {text: A, coerces: [worker]}}", "options.a.coerces"),
        ("options: {a: {text: A, irreversible: true}}", "options.a.irreversible"),
        ("standpoints: {k: {role: nurse}}", "standpoints.k.role"),
        ("norms: {n: {reparation: apologise}}", "norms.n.reparation"),
        ("norms: {n: {principles: [veil]}}", "norms.n.principles"),
        ("norms: {n: {authority: act}}", "norms.n.authority"),
        ("compliance: wilful", "compliance"),
    ],
)
def test_a_key_without_effect_is_read_and_named(lines: str, path: str):
    """Each pattern of the table of keys without effect is among these."""
    pattern = ".".join(
        "*" if i == 1 and path.count(".") == 2 else part for i, part in enumerate(path.split("."))
    )
    unused = case_of(lines).not_used
    if pattern in NOT_USED or path in ("compliance", "context.role"):
        assert [entry.path for entry in unused] == [path]
        assert all(entry.why for entry in unused)
    else:
        assert unused == ()


def test_what_has_an_effect_is_not_named():
    case = case_of("norms: {n: {purpose: order, rank: 1}}\ncompliance: wilful\nscale: {unit: a}")
    assert case.not_used == ()


def test_x_keys_are_free_in_the_case_and_its_entries():
    case = case_of(
        "x-note: {any: [1]}\nnorms: {quota: {x-note: 1}}\nscale: {x-a: b}\n"
        "frameworks: [{id: veil, x-note: [1]}]"
    )
    plain = case_of("norms: {quota: {}}\nscale: {}\nframeworks: [{id: veil}]")
    assert replace(case, sha256="") == replace(plain, sha256="")


def test_lines_are_kept_by_path_and_by_id():
    case = case_of(
        "frameworks:\n  - veil\n  - {id: thin, type: veil}\n"
        "challenges:\n  - id: waived\n    against: {framework: thin}"
    )
    assert case.lines["options.wait"] == 2
    assert case.lines["frameworks.veil"] == case.lines["frameworks[0]"] == 6
    assert case.lines["frameworks.thin"] == 7
    assert case.lines["challenges.waived"] == 9
    assert case.lines["challenges[0].against"] == 10


def test_a_case_knows_its_id_file_and_hash(tmp_path: Path):
    path = tmp_path / "My Case_2.yaml"
    path.write_text("title: T\noptions: {a: A}\n", encoding="utf-8")
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    case = load_case(path)
    assert (case.id, case.file, case.sha256) == ("my-case-2", str(path), digest)
    assert load_case(str(path), name="other").id == "other"
    assert read_case("title: T\noptions: {a: A}").id == "case"
    assert load_case('{"title": "T", "options": {"a": "A"}}').title == "T"


@pytest.mark.parametrize("name", bundled_ids())
def test_a_bundled_case_is_read_by_its_id(name: str):
    case = load_case(name)
    assert (case.id, case.file) == (name, f"{name}.yaml")
    assert case == load_case(bundled_text(name), name=name)


def test_reading_loads_nothing_heavy():
    """The command line starts with a reader: these packages would more than double its time."""
    heavy = ["jsonschema", "networkx", "numpy", "jinja2", "rich", "click", "clingo", "json"]
    program = (
        "import sys; from argue.io.case import load_case; load_case('mask-mandate'); "
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        text=True,
    )
    assert done.stdout == "[]\n"
