"""What the problem code of upgrading means."""

from __future__ import annotations

from argue.io.codes.code import Code
from argue.io.upgrade.rewriting import CANNOT

UPGRADE_CODES: dict[str, Code] = {
    CANNOT: Code(
        "something that argue upgrade cannot rewrite in its place",
        "The file can be read, but the key at this place cannot be renamed without changing what\n"
        "else the file says. Write the new name by hand; everything else is left as it is.",
        "a TOML file with an old name in more than 200 places that are not keys of a case",
        "the same file with the new name written by hand",
        runs=False,
    ),
}
"""Code -> what it means."""
