"""What is known when time runs out: never anything that the whole analysis does not say."""

from collections.abc import Iterator

import pytest
from hypothesis import given

from argue import analysis as module
from argue.analysis import analyze, positions_of
from argue.errors import OutOfBudget
from argue.io.case import load_case
from argue.model.verdict import Status, Word
from argue.verdict.partial import OutOfTime, SoFar
from argue.verdict.settings import Labels
from tests.laws.cases import ALL, SOME, documents
from tests.laws.drawing import Document


@SOME
@given(documents(ALL))
def test_what_some_positions_settle_all_of_them_say(case: Document):
    whole = analyze(load_case(case))
    found = list(positions_of(whole.graph, whole.setup, None).found())
    for number in range(len(found) + 1):
        known = SoFar()
        with pytest.raises(OutOfBudget):
            known.all_of(whole.graph.options, _cut(found[:number]))
        told = known.partial
        assert not told.complete
        assert {o: whole.statuses[o] for o in told.statuses} == dict(told.statuses)
    known = SoFar()
    known.all_of(whole.graph.options, found)
    assert known.partial.statuses == whole.statuses


def _cut(found: list[Labels]) -> Iterator[Labels]:
    yield from found
    raise OutOfBudget("time ran out")


def test_what_is_contested_is_known_before_all_positions_are():
    whole = analyze(load_case("transmitter-room"))
    found = list(positions_of(whole.graph, whole.setup, None).found())
    known = SoFar()
    with pytest.raises(OutOfBudget):
        known.all_of(whole.graph.options, _cut(found))
    assert set(known.partial.statuses.values()) == {Status.CONTESTED}
    assert "there may be more:" in " ".join(known.partial.sentences)


def test_after_the_positions_statuses_and_sources_asked_so_far_are_told(
    monkeypatch: pytest.MonkeyPatch,
):
    case = load_case("transmitter-room")
    whole = analyze(case)
    asked = module.said_alone

    def slow(*given: object) -> dict[str, Word]:
        if given[2] is not None and getattr(given[2], "id", "") == "veil":
            raise OutOfBudget("time ran out")
        return asked(*given)  # type: ignore[arg-type]  (the same three, passed on)

    monkeypatch.setattr(module, "said_alone", slow)
    with pytest.raises(OutOfTime) as raised:
        analyze(case)
    told = raised.value.partial
    assert told.complete
    assert told.statuses == whole.statuses
    assert told.alone == {"welfare": whole.alone["welfare"]}
    assert {p.permitted for p in told.positions} == {p.permissible for p in whole.positions}
