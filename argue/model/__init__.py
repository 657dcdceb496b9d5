"""Frozen data: cases, arguments and graphs, verdicts, and exact numbers. No effects."""
