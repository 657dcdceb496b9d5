"""What a stranger may be told: the project's own errors, but not that the project has a bug."""

from collections.abc import Generator
from contextlib import contextmanager

from argue.cli.exits import Exit, code_of
from argue.errors import ArgueError

UNNAMED = " object at 0x"
"""What stands in a text for an object that has no words of its own."""


@contextmanager
def refusing() -> Generator[None]:
    """Go on after an error that says what to mend; any other escapes."""
    try:
        yield
    except ArgueError as error:
        if is_bug(error) or UNNAMED in str(error):
            raise


def is_bug(error: Exception) -> bool:
    """Answers whether a command would say of this error that it is a bug."""
    return isinstance(error, ArgueError) and code_of(error) is Exit.BUG
