"""The shell in which pages are run is that of the README."""

from tests.test_readme import shell as shell
