"""What is depended on: licences, wheels, bounds. `bash .ci/audit` runs this as a program.

    python tests/stability/dependencies.py lowest               # the lowest releases, pinned
    python tests/stability/dependencies.py extras               # the extras a user may ask for
    python tests/stability/dependencies.py check report.json    # what is wrong with a resolved set
    python tests/stability/dependencies.py pinned report.json   # that set as pins

A report is what `pip install --dry-run --report` writes. Only the standard library is needed.
"""

import json
import re
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
OWN = "argue-norms"
TOOLS = ("browser", "dev", "docs", "fuzz", "test")
"""Extras for working on the project, not for using it."""

FREE = re.compile(
    r"(?:0BSD|Apache[- ](?:Software License|2\.0)|BSD(?:-[23]-Clause| License)?|CC0-1\.0"
    r"|GNU Lesser General Public License[^,]*|ISC(?: License \(ISCL\))?|LGPL-[\d.]+-or-later"
    r"|MIT(?:-0|-CMU| License)?|Mozilla Public License[^,]*|MPL-2\.0|PSF-2\.0"
    r"|Python Software Foundation License|Zlib)"
)
"""Licences under which a program of any licence may use a library unchanged."""

_NAME = re.compile(r"[A-Za-z0-9._-]+")
_LOWER = re.compile(r"(?:>=|==|~=)\s*([0-9][0-9a-z.]*)")


def requirements(project: Mapping[str, Any]) -> Iterator[str]:
    """Yields what a user may be asked to install: the default set, and every extra for use."""
    yield from project["dependencies"]
    for extra, wanted in project["optional-dependencies"].items():
        if extra not in TOOLS:
            yield from wanted


def unbounded(wanted: Sequence[str]) -> list[str]:
    """Answers the requirements that do not say from which release on they work."""
    return [requirement for requirement in wanted if not _LOWER.search(requirement)]


def lowest(wanted: Sequence[str]) -> list[str]:
    """Answers requirements as pins of the lowest release each allows."""
    found: list[str] = []
    for requirement in wanted:
        name, bound = _NAME.match(requirement), _LOWER.search(requirement)
        assert name is not None, requirement
        assert bound is not None, f"{requirement} has no lower bound"
        found.append(f"{name[0]}=={bound[1]}")
    return found


def licence_of(metadata: Mapping[str, Any]) -> str:
    """Answers the licence that a distribution declares, empty if it declares none."""
    classified = [c for c in metadata.get("classifier", ()) if c.startswith("License :: ")]
    named = ", ".join(c.rpartition(" :: ")[2] for c in classified)
    text = str(metadata.get("license") or "").strip()
    return str(metadata.get("license_expression") or named or text.partition("\n")[0])


def is_free(licence: str) -> bool:
    """Answers whether one of the licences that can be chosen asks nothing of who only uses it."""
    if " AND " in licence:
        return all(is_free(_bare(part)) for part in licence.split(" AND "))
    return any(FREE.fullmatch(_bare(part)) for part in re.split(r" OR |, ", licence))


def _bare(part: str) -> str:
    """Answers a part of an expression without the brackets it stands in."""
    part = part.strip()
    return part.strip("() ") if part.startswith("(") or "(" not in part else part


def wrong(report: Mapping[str, Any]) -> Iterator[str]:
    """Yields what is wrong with a resolved set: a licence, or a distribution without a wheel."""
    for entry in report["install"]:
        metadata, url = entry["metadata"], entry["download_info"]["url"]
        if metadata["name"] == OWN:
            continue
        named = f"{metadata['name']} {metadata['version']}"
        licence = licence_of(metadata)
        if not is_free(licence):
            yield f"{named}: licence {licence or 'not declared'}"
        if not url.partition("#")[0].endswith(".whl"):
            yield f"{named}: no wheel, {url}"


def pinned(report: Mapping[str, Any]) -> list[str]:
    """Answers a resolved set as pins, but for this project itself."""
    found = (entry["metadata"] for entry in report["install"])
    return sorted(f"{m['name']}=={m['version']}" for m in found if m["name"] != OWN)


def main(command: str, *files: str) -> int:
    """Answers the exit code of one of the commands above."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    if command == "lowest":
        print(*lowest(project["dependencies"]), sep="\n")
        return 0
    if command == "extras":
        print(",".join(e for e in project["optional-dependencies"] if e not in TOOLS))
        return 0
    report = json.loads(Path(files[0]).read_text(encoding="utf-8"))
    if command == "pinned":
        print(*pinned(report), sep="\n")
        return 0
    assert command == "check", command
    bounds = [f"{r}: no lower bound" for r in unbounded(list(requirements(project)))]
    found = [*bounds, *wrong(report)]
    print(*found, f"{len(report['install'])} distributions, {len(found)} problems", sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
