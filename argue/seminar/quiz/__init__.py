"""Quizzes: items drawn for every student, keys found by the engine, feedback, and grading."""
