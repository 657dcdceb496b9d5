"""The lab: a page in which a class edits a case, with the solver inside."""
