"""The oldest releases that the project says it works with, one pin a line.

python -m tests.sameness.lowest
"""

import re
import subprocess
import sys
import tomllib

from tests.sameness.settings import ROOT


def parts(version: str) -> tuple[int, ...]:
    """The numbers of a release, to be compared."""
    return tuple(int(part) for part in version.split("."))


def published(name: str) -> list[str]:
    """The final releases that there are for this Python, by what pip says."""
    asked = [sys.executable, "-m", "pip", "index", "versions", name]
    done = subprocess.run(asked, check=True, capture_output=True, text=True)
    found = re.search(r"Available versions: (.*)", done.stdout)
    if not found:
        raise SystemExit(f"pip does not say which versions of {name} there are:\n{done.stdout}")
    return [v for v in found[1].split(", ") if re.fullmatch(r"[\d.]+", v)]


def main() -> None:
    """Print what to install."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for requirement in project["dependencies"]:
        found = re.fullmatch(r"([\w-]+)>=([\d.]+)(,<[\d.]+)?", requirement)
        if not found:
            raise SystemExit(f"{requirement!r} names no oldest release: write name>=version")
        least = parts(found[2])
        print(
            f"{found[1]}=={min((v for v in published(found[1]) if parts(v) >= least), key=parts)}"
        )


if __name__ == "__main__":
    main()
