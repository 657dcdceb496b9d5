"""A case told step by step: the grounded labelling, and how its arguments come together."""
