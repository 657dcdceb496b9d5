"""From a graph to a verdict: positions, statuses, and what the verdict hangs on."""
