"""What surrounds a run and must not show in what it writes."""

import os
import sys
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
NEUTRAL = {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8", "COLUMNS": "80"}
"""What the first run has, with which the others are compared."""
DROPPED = ("LANG", "LANGUAGE", "LC_ALL", "LC_CTYPE", "NO_COLOR", "PYTHONUTF8", "TERM", "TZ")
LOCALES = ("de_DE.UTF-8", "tr_TR.UTF-8")
"""Commas for points, and an i whose capital is another letter."""
ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


@dataclass(frozen=True)
class Setting:
    """A way to run the commands: by some Python, with additions to the environment.

    `plain`: stdout shows no more than ASCII, so that only files are compared. `alike`: whatever
    else draws pictures is the same as for the first run, so that these are compared too. `fake` is
    the time that the clock shows, by faketime.
    """

    name: str
    environment: dict[str, str] = field(default_factory=dict[str, str])
    python: str = sys.executable
    options: tuple[str, ...] = ()
    plain: bool = False
    alike: bool = True
    fake: str = ""

    def command(self, *arguments: str) -> list[str]:
        """What is to be run."""
        faketime = ["faketime", self.fake] if self.fake else []
        return [*faketime, self.python, *self.options, "-m", "tests.sameness.outputs", *arguments]

    def surrounding(self) -> dict[str, str]:
        """The environment to run it in."""
        kept = {k: v for k, v in os.environ.items() if k not in DROPPED and k[:3] != "LC_"}
        return {**kept, **NEUTRAL, "PYTHONPATH": str(ROOT), **self.environment}


FIRST = Setting("as it is")
QUICK = (
    Setting(
        "another hash seed, time zone and width",
        {"PYTHONHASHSEED": "4321", "TZ": "Pacific/Kiritimati", "COLUMNS": "211", "TERM": "dumb"},
    ),
    Setting("the C locale, ASCII", ASCII | {"PYTHONHASHSEED": "1"}, plain=True),
)
"""What every run of the tests goes through."""
AROUND = (
    *QUICK,
    *(Setting(f"hash seed {seed}", {"PYTHONHASHSEED": str(seed)}) for seed in (1, 2, 4294967295)),
    Setting("the C locale as Python mends it", {"LC_ALL": "C"}),
    *(Setting(f"the locale {name}", {"LC_ALL": name, "LANGUAGE": name[:2]}) for name in LOCALES),
    *(Setting(f"{n}, no UTF-8 mode", {"LC_ALL": n, "PYTHONUTF8": "0"}) for n in LOCALES),
    *(
        Setting(f"the time zone {zone}", {"TZ": zone})
        for zone in ("America/St_Johns", "Asia/Tokyo")
    ),
    *(Setting(f"{n} columns", {"COLUMNS": n, "LINES": "5"}) for n in ("20", "400")),
    Setting("a terminal of colours", {"TERM": "xterm-256color", "COLORTERM": "truecolor"}),
    Setting("python -O", options=("-O",)),
    Setting("python -OO, warnings as errors", options=("-OO", "-W", "error")),
    Setting("python -X dev", options=("-X", "dev")),
)
CLOCKS = ("1999-12-31 23:59:59", "2024-02-29 12:00:00", "2038-01-20 00:00:00")
"""Times that the clock is made to show where faketime is installed."""
