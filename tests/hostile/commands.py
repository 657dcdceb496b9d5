"""Every command with hostile files and words, run in this process, and what it prints."""

import io
import json
import re
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from argue.cli.main import main
from tests.hostile.cases import SOURCE, lab_source, quoted
from tests.hostile.rows import case_of

SAYING = (
    "analyze CASE",
    "analyze CASE --json",
    "report CASE",
    "report CASE --format markdown",
    "why CASE good",
    "contest CASE",
    "contest CASE --json",
    "whatif CASE --facts doubt=true",
    "steps CASE",
    "debate CASE --option good --position 1",
    "compare CASE",
    "graph CASE --format dot",
    "graph CASE --format graphml",
    "convert CASE -t aif",
    "convert CASE -t argdown",
    "convert CASE -t node-link",
    "check CASE SMALL",
    "sensitivity CASE --number payoffs.good.people",
    "diff CASE OTHER",
    "merge SMALL OTHER_SMALL",
    "lab LAB -o -",
    "new - --title TEXT",
    "new NEW",
    "upgrade OLD",
    "batch CASE ROWS.jsonl --jobs 1 --columns outcome,options",
    "label SMALL --features FEATURES --rows LABELS.csv --keep who --jobs 1",
    "cases TEXT",
    "frameworks TEXT",
    "roles TEXT",
    "fit STUDY",
    "fit SPOKEN",
    "revise CASES",
    "norm TRACE",
    "solve -p EE-CO -f GRAPH",
    "rules RULES",
    "schema TEXT",
    "validate TEXT",
    "sweep --rivalry TEXT",
    "pack SMALL -o PACK",
    "quiz SMALL --student TEXT --format gift --items scheme,stable",
    "quiz SMALL GRAPH --student TEXT --format json --items stable",
    "grade FOLDER --key KEY",
    "poll SMALL FOLDER",
    "help-code TEXT",
)
"""At least one line for every command that prints something of a stranger's; words in capitals are
files, TEXT is the hostile text itself.
"""

ELSEWHERE = {"serve": "it goes on until it is ended: tests/hostile/test_serving.py asks it"}
"""Commands that are not run here, with the reason."""

DATA = ("solve", "upgrade", "lab")
"""Commands whose results in a pipe are what other programs read: the names and lines themselves."""

UNSAID = ("sensitivity CASE --number payoffs.good.people", "new - --title TEXT")
"""Lines that come to ids and numbers alone, or to an error that does not repeat the text."""

RULES = """
title: ZQ
options: {a: ZQ, b: ZQ}
facts: {seen: {text: ZQ}, odd: {text: ZQ, status: disputed}}
rules:
  defeasible:
    - {id: one, if: [seen], then: holds, text: ZQ}
    - {id: two, if: [odd], then: not one, text: ZQ}
"""
STUDY = """
title: ZQ
examples:
  - {features: [harm], verdict: impermissible}
  - {features: [harm, consent], verdict: permissible}
"""
SPOKEN = """
title: ZQ
case: CASE
roles:
  one: {prior: 0.5, signals: {voice: 0.9}, facts: {doubt: true}}
  two: {prior: 0.5, signals: {voice: 0.3}, facts: {doubt: false}}
observed: {voice: true}
"""
TRACE = """
title: ZQ
options:
  late: {text: ZQ, trace: [[asked], [], [answered]]}
  never: {text: ZQ, trace: [[asked], []]}
norms:
  reply: {text: ZQ, pattern: {achieve: answered, after: asked, within: 1}, reparation: F answered}
"""
OLD = """
schema: argue/case/v1
title: ZQ
options: {a: ZQ, b: B}
standpoints: {me: {}}
payoffs: {a: {me: 0}, b: {me: 1}}
frameworks: [rejection]
challenges:
  - {id: x, cq: generic, against: {framework: rejection}}  # LINE
"""
REVISED = """
title: ZQ
options: {a: ZQ, b: ZQ}
facts: {odd: {text: ZQ}}
norms: {rule: {text: ZQ, breached_by: [a], source: ZQ}}
considered:
  - {option: a, status: permissible, by: people, source: ZQ}
"""


def put_down(folder: Path, text: str) -> dict[str, str]:
    """The words of the lines above in capitals, with the files they stand for written down."""
    small = case_of(text)
    other = {**small, "payoffs": {"a": {"x": 3}, "b": {"x": 2}}, "question": text}
    name = re.sub("[\x00/\ud800-\udfff]", "_", text)[:60]
    yaml = {
        "CASE": SOURCE,
        "OTHER": SOURCE.replace("good: {people: 2", "good: {people: -3"),
        "LAB": lab_source(),
        "OLD": OLD,
        "STUDY": STUDY,
        "SPOKEN": SPOKEN,
        "TRACE": TRACE,
        "RULES": RULES,
    }
    files = {f"{key}.yaml": source.replace("ZQ", quoted(text)) for key, source in yaml.items()}
    files |= {
        f"SMALL{name}.json": json.dumps({**small, "frameworks": ["welfare", "rejection"]}),
        f"OTHER_SMALL{name}.json": json.dumps(other),
        "FEATURES.json": json.dumps({"payoffs.a.x": "n"}),
        "ROWS.jsonl": json.dumps({"case": small, "id": text, "set": {text: 1}}) + "\n",
        "LABELS.csv": f'n,who\n1,"{text.replace(chr(34), "")}"\nx,y\n',
        "GRAPH.apx": 'arg("{0}").\narg(b).\natt("{0}",b).\n'.format(re.sub(r'["\\\s]', "_", text)),
        "KEY.json": json.dumps({"schema": "argue/quiz-key/v1", "papers": []}),
    }
    handed = {"schema": "argue/poll/v1", "case": "x", "name": text, "ranking": [text]}
    (folder / "FOLDER").mkdir()
    (folder / "CASES").mkdir()
    files[f"FOLDER/{name}.json"] = json.dumps(handed)
    files[f"CASES/{name}.yaml"] = REVISED.replace("ZQ", quoted(text))
    files["SPOKEN.yaml"] = files["SPOKEN.yaml"].replace("CASE", quoted(str(folder / "CASE.yaml")))
    files["OLD.yaml"] = files["OLD.yaml"].replace("LINE", re.sub("[\u2028\u2029]", " ", text))
    for place, written in files.items():
        (folder / place).write_text(written, encoding="utf-8", errors="surrogatepass")
    words = {Path(place).stem.removesuffix(name): str(folder / place) for place in files}
    words |= {key: str(folder / key) for key in ("FOLDER", "CASES")}
    words |= {key: str(folder / f"{key}{name}") for key in ("NEW", "PACK")}
    return {**words, "TEXT": text}


def words_of(line: str, files: dict[str, str]) -> list[str]:
    """The words of one of the lines above, with the names of files in the place of capitals."""
    known = "|".join(sorted(files, key=len, reverse=True))
    return [
        files[found[1]] if (found := re.fullmatch(rf"({known})(?:\.\w+)?", word)) else word
        for word in line.split()
    ]


class Stream(io.TextIOWrapper):
    """What is printed, kept; a pipe, or as if it were a terminal."""

    def __init__(self, *, terminal: bool) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", newline="", write_through=True)
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal

    def said(self) -> str:
        self.flush()
        self.seek(0)
        return self.buffer.read().decode("utf-8")


def printed(*arguments: str, terminal: bool = False) -> str:
    """What a command prints, on either stream."""
    out, told = Stream(terminal=terminal), Stream(terminal=terminal)
    with redirect_stdout(out), redirect_stderr(told):
        main(arguments)
    return out.said() + told.said()
