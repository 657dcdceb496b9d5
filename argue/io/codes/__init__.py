"""What each problem code of a case file means, with examples that run.

The numbers are public: a code keeps its meaning, and a new one gets a new number.
"""

from __future__ import annotations

from argue.io.codes.code import Code
from argue.io.codes.document import DOCUMENT_CODES
from argue.io.codes.fields import FIELD_CODES
from argue.io.codes.meaning import MEANING_CODES

CODES: dict[str, Code] = dict(sorted({**DOCUMENT_CODES, **FIELD_CODES, **MEANING_CODES}.items()))
"""Every code, in order of its number."""
