"""Fails the build if a page would load anything from a network."""

import re
from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError

LOADED = re.compile(
    r"<(?:script|img|iframe|source|video|audio)\b[^>]*\bsrc=[\"']?(?:https?:)?//[^\"'\s>]+"
    r"|<link\b(?=[^>]*\brel=[\"']?(?:stylesheet|preload|icon|preconnect))[^>]*"
    r"\bhref=[\"']?(?:https?:)?//[^\"'\s>]+"
    r"|@import\s+(?:url\()?[\"']?(?:https?:)?//[^\"')\s]+"
    r"|url\([\"']?(?:https?:)?//[^\"')\s]+",
    re.IGNORECASE,
)
"""What makes a browser fetch something by itself; links that a reader follows are not among it."""


def on_post_build(config: Any) -> None:
    """Raises: PluginError that names each page and what it would load."""
    site = Path(config["site_dir"])
    found = [
        f"{path.relative_to(site)}: {match[0]}"
        for path in sorted(site.rglob("*"))
        if path.suffix in (".html", ".css")
        for match in LOADED.finditer(path.read_text(encoding="utf-8"))
    ]
    if found:
        raise PluginError("these would need a network:\n" + "\n".join(found))
