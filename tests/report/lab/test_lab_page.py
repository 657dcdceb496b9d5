"""The lab page: what it is made of, that nothing in it loads anything, and what it refuses.

Its engine is held against ours in tests/browser/lab.py, which needs node; it is clicked through in
tests/browser/labpages.py.
"""

import gzip
import json
import lzma
import re
from base64 import b64decode
from functools import cache
from hashlib import sha256
from importlib import resources
from pathlib import Path

import pytest

from argue import registry
from argue.cli.exits import Exit
from argue.cli.main import main
from argue.errors import ArgueError
from argue.io.bundled import bundled_ids, bundled_text
from argue.io.case import load_case
from argue.io.upgrade import formats
from argue.model.version import VERSION
from argue.report.inert_html import digest
from argue.report.lab import fitting, vendored
from argue.report.lab.page import ENGINE, SHOWN, TOLD, engine, fitting_cases, lab_page
from argue.report.lab.tables import tables
from frameworks.veil_rules import RULES

MOST_BYTES = 1_800_000
MOST_IN_TREE = 1_000_000


@cache
def page() -> str:
    return lab_page()


def shipped(text: str) -> dict[str, str]:
    found = re.search(r'<script type="application/json" id="lab-data">(.*?)</script>', text)
    assert found is not None
    return json.loads(found[1])


def files() -> list[Path]:
    folder = resources.files("argue.report.lab")
    with resources.as_file(folder) as path:
        return [each for each in path.rglob("*") if each.is_file() and each.suffix != ".pyc"]


def scripts(name: str) -> str:
    return resources.files("argue.report.lab").joinpath(f"{name}.js").read_text(encoding="utf-8")


def test_the_page_is_one_file_that_is_the_same_every_time():
    assert len(page().encode()) <= MOST_BYTES
    assert page() == lab_page()
    assert page().endswith("</html>\n")


def test_nothing_of_the_page_loads_anything():
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page())
    assert policy is not None
    assert policy[1].startswith("default-src &#39;none&#39;; ")
    assert "unsafe-inline" not in policy[1]
    assert "unsafe-eval" not in policy[1].replace("wasm-unsafe-eval", "")
    outside = re.findall(r'(?:src|href)="([^"]*)"', page())
    assert set(outside) == {"data:,"}
    for own in (*re.findall(r"<script>(.*?)</script>", page(), re.DOTALL),):
        assert digest(own) in page()


def test_the_page_carries_the_solver_as_it_came_from_its_package():
    data = shipped(page())
    solver = gzip.decompress(b64decode(data["binary"]))
    assert sha256(solver).hexdigest() == vendored.DIGESTS["clingo.wasm"]
    assert vendored.parser() in page()
    assert data["worker"].startswith(vendored.loader())
    assert "export" not in vendored.loader().split("return Module}")[-1]
    assert "import.meta" not in vendored.loader()
    for notice in ("Apache License", "Roland Kaminski", "Lua.org", "Emscripten", "Vitaly Puzrin"):
        assert notice in page()


def test_a_file_that_is_not_what_was_reviewed_is_not_handed_on(monkeypatch: pytest.MonkeyPatch):
    for name in vendored.DIGESTS:
        monkeypatch.setitem(vendored.DIGESTS, name, "0" * 64)
        with pytest.raises(ArgueError, match="not the file that argue came with"):
            vendored.vendored(name)


def test_no_file_of_the_page_is_large_and_the_solver_is_kept_packed():
    for file in files():
        assert file.stat().st_size <= MOST_IN_TREE, file
    packed = next(file for file in files() if file.name == "clingo.wasm.xz")
    assert len(lzma.decompress(packed.read_bytes())) > MOST_IN_TREE


def test_no_two_parts_of_the_script_define_the_same_name():
    names = [
        name
        for part in (*ENGINE, *SHOWN)
        for name in re.findall(
            r"^(?:async )?(?:function|class|const|let) (\w+)", scripts(part), re.MULTILINE
        )
    ]
    assert sorted(names) == sorted(set(names))
    for name in TOLD.split():
        assert re.search(rf"function {name}\(", engine())


def test_every_script_is_a_part_of_the_page_and_is_short():
    folder = {file.stem for file in files() if file.suffix == ".js" and "vendor" not in file.parts}
    assert folder == {*ENGINE, *SHOWN, "worker"}
    for name in folder:
        assert len(scripts(name).splitlines()) <= 300, name


def test_the_page_reads_what_the_engine_reads():
    found = tables()
    assert set(found["frameworks"]) == set(registry.known_types())
    for name, framework in found["frameworks"].items():
        defaults = registry.framework(name).defaults()
        assert set(framework["defaults"]) == set(defaults)
    encodings = resources.files("argue.asp").joinpath("encodings/positions.lp")
    assert found["positions"] == encodings.read_text(encoding="utf-8")
    assert shipped(page())["tables"] == json.loads(json.dumps(found))


def test_formats_and_old_names_are_the_engines_and_no_script_knows_one(
    monkeypatch: pytest.MonkeyPatch,
):
    """A renaming that is added to the engine is one of the page, with no change of its script."""
    found = shipped(page())["tables"]["formats"]
    assert (found["family"], found["version"]) == (formats.FAMILY, VERSION)
    assert tuple(found["known"]) == formats.FORMATS
    assert [tuple(r["under"]) for r in found["renamed"]] == [r.under for r in formats.RENAMED]
    added = formats.Renamed(formats.NEWEST, ("standpoints", "*"), "people", "count")
    before = engine()
    monkeypatch.setattr(formats, "RENAMED", (*formats.RENAMED, added))
    assert engine() == before
    assert tables()["formats"]["renamed"] == [
        *found["renamed"],
        {"since": formats.NEWEST, "under": ["standpoints", "*"], "old": "people", "new": "count"},
    ]
    for renamed in found["renamed"]:
        assert f'"{renamed["old"]}"' not in scripts("renewing")


def test_formulas_and_wordings_are_there_for_what_is_judged():
    for table, part, wanted in (
        ("FORMULAS", "judging", fitting.PARAMETERS),
        ("WORDINGS", "wording", fitting.PARAMETERS),
        ("VEIL_RULES", "formulas", fitting.PARAMETERS["veil"]["rule"]),
        ("VEIL_WORDS", "wording", fitting.PARAMETERS["veil"]["rule"]),
    ):
        body = re.search(rf"const {table} = {{\n(.*?)\n}};", scripts(part), re.DOTALL)
        assert body is not None
        assert set(re.findall(r"^  (\w+):", body[1], re.MULTILINE)) == set(wanted)


def test_rules_of_the_veil_that_are_judged_are_exact():
    assert all(RULES[name].exact for name in fitting.PARAMETERS["veil"]["rule"])


def test_what_the_page_can_do_is_there_in_the_engine():
    """A key or choice that the engine no longer has would be kept by the page for nothing."""
    paths = set(fitting.paths_of_case())
    for parent, keys in fitting.DONE.items():
        for key in keys.split():
            assert (f"{parent}.{key}" if parent else key) in paths
    for name, known in fitting.PARAMETERS.items():
        offered = {p.name: p.choices for p in registry.framework(name).parameters}
        assert known.keys() <= offered.keys()
        assert all(set(choices) <= set(offered[key]) for key, choices in known.items())


def test_what_is_new_to_the_engine_is_beyond_the_page(monkeypatch: pytest.MonkeyPatch):
    """Whatever the page does not list it refuses, so that no key is overlooked."""
    case = load_case(
        "title: t\noptions: {a: A, b: B}\nfacts: {f: {credence: 1/2}}\n"
        "frameworks: [{id: pareto, form: weak}]\n",
        name="new",
    )
    assert not fitting.beyond_page(case)
    monkeypatch.setitem(fitting.DONE, "facts.*", "text status")
    monkeypatch.setitem(fitting.PARAMETERS, "pareto", {"form": ("strong",)})
    fitting.beyond_keys.cache_clear()
    found = fitting.beyond_page(case)
    monkeypatch.undo()
    fitting.beyond_keys.cache_clear()
    assert found == (
        "the key credence (facts.f.credence)",
        "form: weak of pareto (frameworks[0].form)",
    )


def test_most_bundled_cases_are_offered_and_the_others_say_why_not():
    stored = json.loads(gzip.decompress(b64decode(shipped(page())["cases"])))
    assert stored == {name: bundled_text(name) for name in fitting_cases()}
    for name in bundled_ids():
        assert (name in stored) != bool(fitting.beyond_page(load_case(name)))
    assert len(stored) >= 50


def test_a_page_begins_with_the_case_it_is_given(tmp_path: Path):
    file = tmp_path / "gate.yaml"
    file.write_text("title: A gate </script>\noptions: {open: Open it, close: Close it}\n")
    made = lab_page(load_case(file))
    assert shipped(made)["start"] == file.read_text()
    assert made.count("</script>") == page().count("</script>")


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("twin-dilemma", r"payoffs from a game \(game\); the framework kantian"),
        ("animals", r"rules, strict or defeasible \(rules\)"),
        ("home-assistant", r"norms that come with a role \(context\.role\)"),
        ("unwritten-clause", "rule: nash of virtual_bargaining"),
    ],
)
def test_a_case_the_page_cannot_judge_is_refused_by_name(name: str, key: str):
    with pytest.raises(ArgueError, match=key):
        lab_page(load_case(name))


def test_toml_is_refused_since_the_page_reads_none(tmp_path: Path):
    file = tmp_path / "gate.toml"
    file.write_text('title = "A gate"\n[options]\nopen = "Open it"\nclose = "Close it"\n')
    with pytest.raises(ArgueError, match="reads YAML and JSON"):
        lab_page(load_case(file))


def test_the_command_writes_the_page_and_says_where(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    file = tmp_path / "lab.html"
    assert main(["lab", "-o", str(file), "kidney"]) == Exit.DONE
    said = capsys.readouterr()
    assert said.out == ""
    assert f"wrote {file}" in said.err
    assert shipped(file.read_text(encoding="utf-8"))["start"] == bundled_text("kidney")
    assert main(["lab", "-o", str(file), "twin-dilemma"]) != Exit.DONE
    assert "the lab page cannot judge twin-dilemma" in capsys.readouterr().err
