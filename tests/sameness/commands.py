"""A fixed list of commands that come to every kind of output, and the files that they are given.

Each writes under its own name into the folder that is current; `{out}` stands for that folder. Help
is not among them, for it is laid out for the width of the terminal.
"""

import json
import random
from dataclasses import dataclass
from pathlib import Path

from argue.io.bundled import bundled_text

SEMANTICS = ("CF", "NA", "AD", "CO", "GR", "PR", "ST", "SST", "STG", "ID", "EA")
MASK = "mask-mandate-exemptions"


@dataclass(frozen=True)
class Command:
    """What is written by `argue`: under a name, with some arguments.

    `quick`: it is part of what every run of the tests goes through. `drawn`: a library draws it,
    and other releases of that library may draw it otherwise. `extra` is what it cannot do without.
    """

    name: str
    arguments: tuple[str, ...]
    quick: bool = False
    drawn: bool = False
    extra: str = ""


def _one(name: str, line: str, *, quick: bool = False) -> Command:
    return Command(name, tuple(line.split()), quick=quick)


def _reports() -> tuple[Command, ...]:
    kinds = {"text": "txt", "markdown": "md", "html": "html", "latex": "tex", "json": "json"}
    asked = [(MASK, "analyst", ("html", "json")), ("fishing-commons", "student", ())]
    asked += [("hiring-screening", "engineer", ()), ("queue-restroom", "analyst", ())]
    asked += [("tax", "student", ("text", "markdown", "latex"))]
    return tuple(
        _one(
            f"report-{case}-{form}",
            f"report {case} --audience {audience} -o {{out}}/report.{suffix}",
            quick=form in quick,
        )
        for case, audience, quick in asked
        for form, suffix in kinds.items()
    )


def _graphs() -> tuple[Command, ...]:
    found = [
        _one(f"graph-{form}-{case}", f"graph {case} -o {{out}}/graph.{form}", quick=case == MASK)
        for form in ("svg", "dot", "graphml", "tikz")
        for case in (MASK, "windfall-sharing")
    ]
    found.append(_one("graph-full", f"graph {MASK} --full -o {{out}}/graph.svg"))
    found.append(_one("graph-position", f"graph {MASK} --position 1 -o {{out}}/graph.svg"))
    found += [
        Command(f"graph-{form}", ("graph", MASK, "-o", f"{{out}}/graph.{form}"), False, True, extra)
        for form, extra in (("png", "cairosvg"), ("pdf", "cairosvg"))
    ]
    return tuple(found)


def _solved() -> tuple[Command, ...]:
    return tuple(
        _one(
            f"solve-{task}-{semantics}",
            f"solve -p {task}-{semantics} -f given/graph.apx",
            quick=task == "EE",
        )
        for semantics in SEMANTICS
        for task in ("EE", "SE")
    )


def _converted() -> tuple[Command, ...]:
    maps = [("aif", "aif.json"), ("argdown", "argdown"), ("node-link", "json")]
    found = [_one(f"convert-{f}", f"convert {MASK} -t {f} -o {{out}}/map.{s}") for f, s in maps]
    bare = ("i23", "apx", "tgf")
    found += [_one(f"convert-{f}", f"convert given/graph.apx -t {f}", quick=True) for f in bare]
    return (*found, _one("convert-rules", "convert given/home.jiminy.yaml -t rules"))


def _scaled() -> tuple[Command, ...]:
    label = "label given/commons.json --features given/features.json --rows given/rows.csv -q"
    batch = "batch given/cases.jsonl given/mask.yaml -q"
    return (
        _one("label", f"{label} --jobs 1 --pairs --alone -o {{out}}/labels.jsonl", quick=True),
        _one("label-jobs", f"{label} --jobs 2 --pairs --alone -o {{out}}/labels.jsonl"),
        _one("batch", f"{batch} --jobs 1 -o {{out}}/verdicts.jsonl"),
        _one("batch-jobs", f"{batch} --jobs 2 -o {{out}}/verdicts.jsonl"),
    )


ALIKE = (("label", "label-jobs"), ("batch", "batch-jobs"))
"""Commands that write the same files."""

COMMANDS = (
    _one("analyze", f"analyze {MASK} --no-color", quick=True),
    _one("analyze-json", f"analyze {MASK} -o {{out}}/analysis.json", quick=True),
    _one("analyze-game-json", "analyze power-seeking -o {out}/analysis.json"),
    _one("analyze-flat-json", f"analyze {MASK} --flat -o {{out}}/analysis.json"),
    _one("analyze-wrong", "analyze given/wrong.yaml", quick=True),
    *_reports(),
    *_graphs(),
    *_converted(),
    *_solved(),
    *_scaled(),
    _one("why", f"why {MASK} exempt --json -o {{out}}/why.json", quick=True),
    _one("whatif", f"whatif {MASK} --facts surge=true --json -o {{out}}/whatif.json"),
    _one("whatif-flip", "whatif kidney --flip kidney -o {out}/flip.txt"),
    _one("sensitivity", "sensitivity kidney -o {out}/numbers.svg"),
    _one("sensitivity-json", "sensitivity kidney -o {out}/numbers.json"),
    _one("diff", "diff fishing-hook-below fishing-hook-above -o {out}/diff.json"),
    _one("merge", "merge given/ana.yaml given/ben.yaml -o {out}/merged.yaml --report {out}/m.html"),
    _one("contest", f"contest {MASK} -o {{out}}/contest.json"),
    _one("compare", f"compare {MASK} -o {{out}}/compare.json"),
    _one("norm", "norm given/requests.yaml --json -o {out}/norm.json"),
    _one("norm-dot", "norm given/requests.yaml --dot -o {out}/norm.dot"),
    _one("fit", "fit given/study.yaml -o {out}/fit.json"),
    _one("rules", "rules given/home.jiminy.yaml"),
    _one("sweep", "sweep -o {out}/sweep.json"),
    Command("sweep-svg", ("sweep", "--plot", "{out}/p.svg"), False, True, "matplotlib"),
    Command("sweep-pdf", ("sweep", "--plot", "{out}/p.pdf"), False, True, "matplotlib"),
    Command("sweep-png", ("sweep", "--plot", "{out}/p.png"), False, True, "matplotlib"),
    Command("pack", ("pack", MASK, "-o", "{out}/pack"), False, True),
    Command("pack-de", ("pack", "kidney", "--language", "de", "-o", "{out}/pack"), False, True),
    _one("steps", f"steps {MASK} -o {{out}}/steps.html"),
    _one("debate", f"debate {MASK} --option exempt"),
    _one("quiz", f"quiz {MASK} --student Ana --seed s -o {{out}}/q.json --key {{out}}/k.json"),
    _one("quiz-html", f"quiz {MASK} --bare --student Ana -o {{out}}/q.html"),
    _one("quiz-gift", f"quiz {MASK} -o {{out}}/q.gift"),
    _one("poll-form", f"poll {MASK} --form {{out}}/form.html"),
    _one("lab", "lab kidney -o {out}/lab.html"),
    *(_one(f"schema-{s}", f"schema {s}") for s in ("case", "analysis", "quiz", "poll")),
    _one("frameworks", "frameworks --json", quick=True),
    _one("roles", "roles --json"),
    _one("cases", "cases --json"),
    _one("help-code", "help-code C014", quick=True),
)


def give(folder: Path) -> None:
    """Write the files that the commands are given."""
    folder.mkdir()
    for name, text in _given().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def _given() -> dict[str, str]:
    text = bundled_text(MASK)
    other = text.replace("sensory_disabled: -6", "sensory_disabled: -2")
    commons = {
        "title": "How much to take",
        "options": {"little": "take one", "much": "take five", "all": "take it all"},
        "standpoints": {"me": {}, "others": {"count": 5}},
        "payoffs": {
            o: {"me": n, "others": -n // 3} for n, o in enumerate(("little", "much", "all"))
        },
        "frameworks": ["welfare", "rejection", "veil"],
    }
    features = {
        f"payoffs.{o}.others": {"x": w, "const": 0.25} for o, w in (("much", -0.5), ("all", -3))
    }
    drawn = random.Random(7)
    rows = [f"r{n},{drawn.choice(['', '-'])}{drawn.randint(0, 9)}.{n}" for n in range(300)]
    sets = [{"case": "mask.yaml", "id": f"İ{n}", "facts": {"surge": bool(n % 2)}} for n in range(6)]
    return {
        "mask.yaml": text,
        "ana.yaml": text,
        "ben.yaml": other.replace("status: disputed", "status: denied"),
        "commons.json": json.dumps(commons),
        "features.json": json.dumps(features),
        "rows.csv": "\n".join(["id,x", *rows, "bad,nan"]) + "\n",
        "cases.jsonl": "".join(json.dumps(row) + "\n" for row in (*sets, {"title": "Wrong"})),
        "wrong.yaml": "title: Größe\noptionz: {}\nİ: 1\npayoffs: 3\n",
        "graph.apx": _graph(drawn),
        "requests.yaml": REQUESTS,
        "study.yaml": STUDY,
        "home.jiminy.yaml": SCENARIO,
    }


def _graph(drawn: random.Random) -> str:
    """A random graph with many extensions, in no order."""
    names = [f"{letter}{n}" for n in range(4) for letter in "iIhH"]
    attacks = {(drawn.choice(names), drawn.choice(names)) for _ in range(6)}
    for one, other in zip(names[::2], names[1::2], strict=True):
        attacks |= {(one, other), (other, one)}
    lines = [f"arg({name})." for name in names]
    lines += [f"att({a},{b})." for a, b in sorted(attacks)]
    drawn.shuffle(lines)
    return "\n".join(lines) + "\n"


REQUESTS = """title: Requests
options:
  answer: {text: Answer at once, trace: [[asked, answered], []]}
  late: {text: Answer late, trace: [[asked], [], [answered]]}
  never: {text: Never answer, trace: [[asked], []]}
norms:
  reply:
    text: Who asks gets an answer
    pattern: {achieve: answered, after: asked, within: 1}
    reparation: F answered
"""
SCENARIO = """context: [{id: w1}, {id: w2}]
base_priorities: {Law: 5, Household: 2}
norms:
  - {id: c1, body: [w2], conclusion: i_risk, type: c, stakeholder: Law}
  - {id: r1, body: [i_risk, w1], conclusion: d_disclose, type: r, stakeholder: Law}
  - {id: r2, body: [i_risk, w1], conclusion: d_quiet, type: r, stakeholder: Household}
contrariness:
  d_disclose: {opposes: [d_quiet]}
  d_quiet: {opposes: [d_disclose]}
"""
STUDY = """title: How much may a boat take?
norm: {steps: 10, exceptions: [need], rivals: [promise]}
judgements:
  - {amount: 0.2, verdict: permissible}
  - {amount: 0.6, verdict: impermissible}
  - {amount: 0.8, holds: [need], verdict: permissible}
  - {id: y, amount: 0.9, favours: [promise], verdict: permissible}
"""
