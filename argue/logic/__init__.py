"""Small formal languages that cases are written in, pure: nothing here reads a case."""
