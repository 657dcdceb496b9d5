"""Two Hypothesis profiles, both reproducible: `dev` is quick, `ci` looks harder."""

import os

from hypothesis import settings

settings.register_profile("dev", max_examples=30, derandomize=True, database=None, deadline=None)
settings.register_profile("ci", parent=settings.get_profile("dev"), max_examples=60)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if "CI" in os.environ else "dev"))
