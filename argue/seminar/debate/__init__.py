"""Discussion games played in words: one side by a person, the other by the engine."""
