"""What a class needs around a case: packs, debates, quizzes, polls, and steps to show."""
