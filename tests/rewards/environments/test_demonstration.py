"""The demonstration on a commons: its learners, and that its page shows what was found."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[3] / "docs"
FOLDER = DOCS / "commons"

LEARNING = """
import json
import sys

sys.path[:0] = [{folder!r}, {root!r}]
import numpy as np
from learning import Condition, Group, Walk, evaluate, learn
from rules import Judges, nothing_ruled_out, quota

from argue.rewards.environments.commons import Commons
from argue.rewards.environments.universal import Universal

commons = Commons(capacity=20, people=3, most=3, growth=0.4, steps=30)
universal, judges = Universal(commons, 0.98), Judges(0.2)
rule = judges.policy(universal, 0.05)
budget = judges.budget(universal, 0.02)
conditions = [
    Condition("free", nothing_ruled_out(commons)),
    Condition("rule", rule),
    Condition("budget", budget),
    Condition("quota", quota(commons, 1, 0.5)),
    Condition("rebel", rule, rebels=1),
]


def run():
    random = np.random.default_rng(5)
    group = Group(commons, conditions, rule, replicas=2, discount=0.98)
    learn(group, dict(episodes=30, rate=0.1, discount=0.98, explore=0.7, least=0.02), random)
    walk = Walk(group, random)
    for _ in range(commons.steps):
        here = walk.worth(walk.places(), walk.mask_places(group.rule))
        walk.step(here.argmax(axis=-1))
    fares = evaluate(group, 3, random)
    return {{
        "ruled_out": fares["ruled_out"].mean(axis=1).tolist(),
        "harvest": fares["harvest"].mean(axis=1).tolist(),
        "spent": float(walk.spent[4:6].max()),
        "budget": budget.budget,
    }}


print(json.dumps([run(), run()]))
"""


def test_learners_keep_to_their_masks_and_budgets_and_learn_the_same_again():
    code = LEARNING.format(folder=str(FOLDER), root=str(DOCS.parent))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    first, second = json.loads(done.stdout)
    assert first == second
    free, rule, _, _, rebel = first["ruled_out"]
    assert rule == 0 and free > 0.05 and rebel > 0
    assert 0 < first["spent"] <= first["budget"] + 1e-9


@pytest.fixture(scope="module")
def results():
    return json.loads((FOLDER / "results.json").read_text(encoding="utf-8"))


def test_the_results_are_of_the_settings_that_stand_beside_them(results):
    settings = (FOLDER / "settings.toml").read_bytes()
    assert results["settings"] == hashlib.sha256(settings).hexdigest()


def test_the_tables_of_the_page_are_those_of_the_results(results):
    from docs.commons.tables import TABLES, inserted

    page = (DOCS / "commons.md").read_text(encoding="utf-8")
    assert inserted(page, results) == page
    assert all(f"<!-- table {name} -->" in page for name in TABLES)


def test_every_picture_stands_on_the_page():
    page = (DOCS / "commons.md").read_text(encoding="utf-8")
    pictures = sorted(path.name for path in FOLDER.glob("*.svg"))
    assert pictures and all(f"(commons/{name})" in page for name in pictures)
