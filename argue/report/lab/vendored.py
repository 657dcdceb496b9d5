"""The work of others that the lab page carries: clingo for browsers, and a parser of YAML.

Each file is as its npm package has it, the solver compressed, and is checked against its digest
whenever a page is written, so that what a class is handed is what was reviewed.
"""

from __future__ import annotations

import lzma
from hashlib import sha256
from importlib import resources

from argue.errors import ArgueError

DIGESTS = {
    "clingo.js": "81a91f26b224594a563fb950029386c1aa6f9b93cfafd0eb1f9772974f37e3e7",
    "clingo.wasm": "dbda5b75289dd891d6af8d97de841654ed1fdaa2eeaf255c9f454292b383822c",
    "js-yaml.umd.min.js": "02970a652376ad653ff069c606ee7440b0514f52ed94a98426cb52426c8e5a02",
}
"""File of clingo-wasm 0.6.0 or js-yaml 5.5.0 -> its SHA-256, as in the package on npm."""

NOTICES = ("NOTICES.txt", "LICENSE-clingo-wasm", "LICENSE-js-yaml")
"""What the licences ask to be handed on with the page."""

MODULE_END = "\n;return Module}export default Module;\n"
MODULE_PLACE = "import.meta.url"


def vendored(name: str) -> bytes:
    """Answers a file of others as it came; raises ArgueError if it is not what was reviewed."""
    folder = resources.files("argue.report.lab").joinpath("vendor")
    if name.endswith(".wasm"):
        found = lzma.decompress(folder.joinpath(f"{name}.xz").read_bytes())
    else:
        found = folder.joinpath(name).read_bytes()
    if sha256(found).hexdigest() != DIGESTS[name]:
        raise ArgueError(f"{name} is not the file that argue came with: install argue again")
    return found


def parser() -> str:
    """Answers the parser of YAML as a script, without the pointer to its source map."""
    return vendored("js-yaml.umd.min.js").decode().partition("//# sourceMappingURL")[0]


def loader() -> str:
    """Answers the solver's loader as a classic script, which defines `Module`."""
    text = vendored("clingo.js").decode()
    if not text.endswith(MODULE_END):
        raise ArgueError("clingo.js does not end as a module that exports Module")
    kept = text.removesuffix("export default Module;\n")
    return kept.replace(MODULE_PLACE, '""') + "\n"


def notices() -> str:
    """Answers the notices and licences of what the page carries."""
    folder = resources.files("argue.report.lab").joinpath("vendor")
    return "\n\n".join(folder.joinpath(name).read_text(encoding="utf-8") for name in NOTICES)
