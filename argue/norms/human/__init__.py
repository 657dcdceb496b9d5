"""What people judge, against what the models of their judgement predict.

So far: universalization (Levine et al. 2020). The figures are the study's, the models are its
formulas, the fits are made here, and the comparison says where a simpler model does better.
"""

from argue.norms.human.validation import Validation, validate

__all__ = ["Validation", "validate"]
