"""For every limit that refuses, inputs that have one more than it allows, and what is said."""

from tests.hostile.trip import Trip
from tests.hostile.trips_of_cases import CASE_FILES
from tests.hostile.trips_of_graphs import GRAPHS, LEARNING
from tests.hostile.trips_of_norms import RULES, TIME
from tests.hostile.trips_of_pages import PAGES, REWARDS
from tests.hostile.trips_of_verdicts import GAMES, VERDICTS

TRIPS: tuple[Trip, ...] = (
    *CASE_FILES,
    *VERDICTS,
    *GAMES,
    *TIME,
    *RULES,
    *GRAPHS,
    *LEARNING,
    *REWARDS,
    *PAGES,
)

WITHOUT: frozenset[str] = frozenset()
"""The limits that nothing trips over yet."""

UNNUMBERED = frozenset(
    {
        "characters of an id looked up among the bundled cases",  # refused as no file of that name
        "requests answered at once",  # told to a browser, which cannot count those of others
    }
)
"""The limits past which it is not said how many there may be."""
