"""What is deprecated works as before, and its caller is told, at the caller's own line."""

import inspect
import warnings

import pytest

from argue.model.case import Challenge, Target, TargetKind
from argue.model.deprecating import Deprecated, renamed_parameter, warn_deprecated


@renamed_parameter("colour", "color", since="1.2")
def painted(what: str, *, color: str = "none") -> str:
    return f"{color} {what}"


def here() -> int:
    frame = inspect.currentframe()
    assert frame is not None and frame.f_back is not None
    return frame.f_back.f_lineno


def test_a_parameter_by_its_old_name_is_read_and_its_caller_told():
    with pytest.warns(Deprecated) as told:
        line = here() + 1
        assert painted("wall", colour="red") == "red wall"
    (warning,) = told
    assert (warning.filename, warning.lineno) == (__file__, line)
    assert str(warning.message) == (
        "the parameter colour of painted() is deprecated since 1.2; write color"
    )


def test_a_parameter_by_its_new_name_is_told_nothing_about():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert painted("wall", color="red") == "red wall"
        assert painted("wall") == "none wall"
    assert painted.__name__ == "painted"


def test_a_parameter_by_both_names_is_an_error():
    with pytest.raises(TypeError, match="got color twice, once by its old name colour"):
        painted("wall", color="red", **{"colour": "blue"})


def test_an_attribute_by_its_old_name_is_read_and_its_reader_told():
    challenge = Challenge("x", Target(TargetKind.SOURCE, "rejection"), question="generic")
    with pytest.warns(Deprecated, match="cq is deprecated since .*; read question") as told:
        line = here() + 1
        assert challenge.cq == "generic"
    assert (told[0].filename, told[0].lineno) == (__file__, line)


def test_a_warning_blames_the_line_that_gives_it_unless_told_to_look_further():
    with pytest.warns(Deprecated, match=r"^it is deprecated since 1\.2; call another$") as told:
        line = here() + 1
        warn_deprecated("it", instead="call another", since="1.2")
    assert (told[0].filename, told[0].lineno) == (__file__, line)


def test_a_warning_of_ones_own_blames_who_calls():
    def renamed() -> None:
        warn_deprecated("renamed()", instead="call another", since="1.2", stacklevel=2)

    with pytest.warns(Deprecated) as told:
        line = here() + 1
        renamed()
    assert (told[0].filename, told[0].lineno) == (__file__, line)
