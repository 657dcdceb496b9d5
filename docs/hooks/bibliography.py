"""The bibliography, which stands in the README, as a page; and source keys as links into it."""

import re
from pathlib import Path
from posixpath import dirname, relpath
from typing import Any

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

PAGE = "theory/bibliography.md"
KEY = re.compile(r"(?<![\[\w`])\[([A-Z][A-Za-z]+\d\d[a-z]?)\](?![\(\[])")
BLOCK = re.compile(r"(^```.*?^```$)", re.MULTILINE | re.DOTALL)


def entries(config: Any) -> dict[str, str]:
    """Answers every entry of the README's bibliography, by its key."""
    readme = Path(config["config_file_path"]).with_name("README.md").read_text(encoding="utf-8")
    section = readme.partition("\n## Bibliography\n")[2].partition("\n## ")[0]
    found = re.findall(r"^- \*\*\[(\w+)\]\*\* (.*?)(?=^- |\Z)", section, re.MULTILINE | re.DOTALL)
    if not found:
        raise PluginError("README.md has no section Bibliography with entries '- **[Key]** ...'")
    return dict(found)


def on_files(files: Files, config: Any) -> Files:
    """Add the page."""
    lines = [
        f'- <span id="{key.lower()}">**{key}**</span> {text}'
        for key, text in sorted(entries(config).items(), key=lambda entry: entry[0].lower())
    ]
    text = "# Bibliography\n\n" + "".join(line.rstrip() + "\n" for line in lines)
    files.append(File.generated(config, PAGE, content=text))
    return files


def on_page_markdown(markdown: str, page: Any, config: Any, files: Files) -> str:
    """Answers the page with every key, outside of code, linked to its entry.

    Raises: PluginError for a key that the bibliography lacks.
    """
    here = page.file.src_uri
    if here == PAGE:
        return markdown
    known = entries(config)
    place = relpath(PAGE, dirname(here) or ".")

    def link(match: re.Match[str]) -> str:
        key = match[1]
        if key not in known:
            raise PluginError(f"{here} cites [{key}], which README.md's bibliography lacks")
        return f"[\\[{key}\\]]({place}#{key.lower()})"

    parts = BLOCK.split(markdown)
    return "".join(part if k % 2 else KEY.sub(link, part) for k, part in enumerate(parts))
