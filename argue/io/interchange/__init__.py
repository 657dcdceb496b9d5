"""Formats of other programs: maps of arguments, and bases of norms or arguments as rules."""
