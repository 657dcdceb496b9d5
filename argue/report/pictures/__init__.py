"""The graph of a case as a picture: what is drawn, where, and in which format."""
