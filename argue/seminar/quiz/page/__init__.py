"""The pages of quizzes and polls: one file each, offline, with a script of their own."""
