"""Two Hypothesis profiles, both reproducible: `quick`, and `long`, which looks ten times as hard.

HYPOTHESIS_PROFILE says which; .ci/heavy takes the long one.
"""

import os

from hypothesis import settings

settings.register_profile("quick", max_examples=30, derandomize=True, database=None, deadline=None)
settings.register_profile("long", parent=settings.get_profile("quick"), max_examples=300)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))
