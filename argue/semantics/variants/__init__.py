"""Graphs that say more than who attacks whom, each brought back to attack graphs."""
