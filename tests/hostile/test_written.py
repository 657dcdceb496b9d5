"""Pictures, graphs, tables, data and programs of a hostile case hold its texts and nothing more."""

import csv
import io
import json
import re
import shutil
import subprocess
from pathlib import Path

import networkx
import pytest

from argue.asp.session import Session
from argue.errors import ArgueError, CaseError
from argue.io.graphs.files import FORMATS, dump_af
from argue.io.interchange.formats import MAPS, load_map
from argue.io.interchange.maps import map_of_graph
from argue.model.af import AF
from argue.report.inert import inert
from argue.report.pictures.formats import draw
from argue.report.tex import escaped
from tests.hostile.attacks import ATTACKS, Attack
from tests.hostile.cases import analysis_with
from tests.hostile.outputs import DATA, GRAPHS, TABLES
from tests.hostile.shown import COMMANDS
from tests.hostile.tried import named, pairs

FORMULA = re.compile(r"\s*[=+\-@\t\r]")
"""How a cell begins that a spreadsheet would compute."""


each_attack = pytest.mark.parametrize("attack", ATTACKS, ids=named)


@each_attack
def test_dot_is_nodes_and_arrows_whatever_is_written_in_them(attack: Attack):
    string = r'"(?:[^"\\]|\\.)*"'
    line = re.compile(
        rf"  (?:graph|node|edge) \[[^\"]*(?:{string}[^\"]*)*\];"
        rf"|  {string} \[label={string}, [a-z]+=[\"\w]+\];"
        rf"|  \{{ rank=max; {string}(?:; {string})*; \}}"
        rf"|  {string} -> {string}(?: \[[^\"]*(?:{string})?[^\"]*\])?;"
    )
    source = draw(analysis_with(attack.text), "dot", full=True)
    written = source.splitlines()
    assert (written[0], written[-1]) == ("digraph argue {", "}")
    assert [text for text in written[1:-1] if not line.fullmatch(text)] == []
    assert not COMMANDS.search(source)


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed")
@pytest.mark.parametrize("group", range(4))
def test_graphviz_reads_as_many_nodes_and_arrows_as_there_are(group: int):
    for attack in ATTACKS[group::4]:
        analysis = analysis_with(attack.text)
        source = draw(analysis, "dot", full=True)
        done = subprocess.run(
            ["dot", "-Tplain"], input=source.encode(), capture_output=True, check=True
        )
        said = done.stdout.decode()
        assert said.count("\nnode ") == len(analysis.graph.arguments), attack.name
        assert done.stderr == b"", attack.name


@each_attack
def test_graphml_gives_back_every_argument(attack: Attack):
    analysis = analysis_with(attack.text)
    source = draw(analysis, "graphml", full=True)
    graph = networkx.parse_graphml(source)
    assert set(graph) == set(analysis.graph.arguments)
    assert not COMMANDS.search(source)
    texts = "\n".join(data["text"] for _, data in graph.nodes(data=True))
    assert inert(attack.text).strip()[1:] in texts or attack.text.strip()[1:] in texts


@each_attack
@pytest.mark.parametrize("form", sorted(GRAPHS))
def test_a_map_of_arguments_is_read_back_whole(form: str, attack: Attack, tmp_path: Path):
    analysis = analysis_with(attack.text)
    file = tmp_path / f"map{FORMATS[form].suffixes[0]}"
    file.write_text(GRAPHS[form](analysis), encoding="utf-8")
    found, wanted = load_map(str(file), form), map_of_graph(analysis.graph, attack.text)
    assert len(found.points) == len(wanted.points)
    assert len(found.conflicts) == len(wanted.conflicts)
    assert len(found.inferences) == len(wanted.inferences)
    assert MAPS[form].dump(found)
    assert not COMMANDS.search(file.read_text(encoding="utf-8"))


@each_attack
def test_a_bare_graph_refuses_names_that_its_format_cannot_hold(attack: Attack):
    af = AF.of([attack.text, "b"], [(attack.text, "b")])
    for form in sorted(FORMATS):
        try:
            written = dump_af(af, form)
        except Exception as error:  # noqa: BLE001  (which one is asserted below)
            assert type(error).__module__ == "argue.errors", (form, error)
            continue
        try:
            read = FORMATS[form].load(written.encode("utf-8", "surrogatepass"), "graph")
        except CaseError:  # an id that no case file could give, which the reader refuses
            assert attack.refused, form
            continue
        assert len(read.arguments) == 2 and len(read.attacks) == 1, form


@pytest.mark.parametrize(("name", "attack"), pairs(TABLES, 8), ids=named)
def test_no_cell_of_a_table_is_a_formula(name: str, attack: Attack):
    rows = list(csv.reader(io.StringIO(TABLES[name](analysis_with(attack.text)))))
    assert len({len(row) for row in rows if row}) == 1
    for cell in (cell for row in rows for cell in row):
        number = re.fullmatch(r"-?[0-9.]+", cell)
        assert number or not FORMULA.match(cell), cell


@pytest.mark.parametrize(("name", "attack"), pairs(DATA, 16), ids=named)
def test_json_holds_the_texts_themselves(name: str, attack: Attack):
    read = json.loads(DATA[name](analysis_with(attack.text)))
    assert "schema" in read
    held = json.dumps(read, ensure_ascii=False)
    assert json.dumps(attack.text, ensure_ascii=False)[1:-1].strip()[1:] in held


@each_attack
def test_a_program_is_given_names_as_they_are_or_refuses_them(attack: Attack):
    facts = [("arg", (attack.text,)), ("arg", ("b",)), ("att", (attack.text, "b"))]
    try:
        session = Session(("grounded",), facts)
    except ArgueError:
        assert attack.refused
        return
    assert list(session.models()) == [frozenset({("in", (attack.text,))})]


@each_attack
def test_tex_has_no_command_that_is_not_ours(attack: Attack):
    source = escaped(attack.text)
    for name in re.findall(r"\\([A-Za-z]+)", source):
        assert name.startswith(("text", "argue")) or name in OURS, name
    bare = re.sub(r"\\[&%$#_{}]", "", source)
    assert not re.search(r"(?<!\\)[%#~&]", bare)
    assert bare.count("{") == bare.count("}")


OURS = {
    *("allowbreak", "checkmark", "times", "cdot", "rightleftarrows", "rightarrow", "geq", "leq"),
    "ldots",
}
