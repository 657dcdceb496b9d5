"""What may be disputed: every challenge offered is valid, and reaches what it is aimed at."""

from hypothesis import given

from argue.analysis import analyze
from argue.explain.contestable import contest
from argue.io.bundled import bundled_text
from argue.io.case import load_case
from tests.laws.cases import ALL, SOME, documents
from tests.laws.changes import with_entry


@SOME
@given(documents(ALL, options=(2, 3), people=(1, 2), sources=2))
def test_a_challenge_offered_can_be_added_and_attacks_its_target(document: dict[str, object]):
    analysis = analyze(load_case(document))
    offered = [entry for entry in contest(analysis).entries if entry.challenge]
    for entry in offered[:4]:
        again = analyze(load_case(with_entry(document, "challenges", dict(entry.challenge))))
        challenge = f"challenge:{entry.challenge['id']}"
        aimed = {a.target for a in again.graph.attacks if a.attacker == challenge}
        assert entry.id in aimed


def test_the_yaml_can_be_added_to_a_case_file():
    text = bundled_text("mask-mandate")
    offered = [e for e in contest(analyze(load_case("mask-mandate"))).entries if e.challenge]
    assert offered
    for entry in offered:
        case = load_case(f"{text}\n{entry.yaml}\n")
        assert entry.challenge["id"] in case.challenges


def test_every_fact_and_cell_is_listed():
    analysis = analyze(load_case("mask-mandate"))
    entries = contest(analysis).entries
    assert [e.id for e in entries if e.kind == "fact"] == ["fact:surge"]
    assert len([e for e in entries if e.kind == "number"]) == 8
