"""What is in the wheel and the source distribution, and what is not."""

import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

import argue

ROOT = Path(__file__).parents[1]
CASES = {path.name for path in (ROOT / "cases").iterdir()}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with a wheel and a source distribution of this checkout."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)],
        check=True,
        capture_output=True,
    )
    return folder


def test_the_wheel_holds_both_packages_and_the_cases_and_no_tests(built: Path):
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        names = wheel.namelist()
    assert {name.split("/")[0] for name in names if ".dist-info/" not in name} == {
        "argue",
        "frameworks",
    }
    packaged = {Path(name).name for name in names if name.startswith("argue/_cases/")}
    assert packaged == CASES
    assert any(name.startswith("argue/asp/encodings/") for name in names)
    assert not any(part.startswith("test") for name in names for part in name.split("/"))


def test_the_source_distribution_holds_what_a_wheel_is_built_from(built: Path):
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {f"cases/{name}" for name in CASES} <= names
    assert {"pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md"} <= names


def test_the_version_is_the_same_everywhere():
    assert "version" in tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dynamic"]
    assert f"\nversion: {argue.__version__}\n" in (ROOT / "CITATION.cff").read_text()
