"""A report that follows its file: watched, judged again when it is saved, and shown on a page."""
