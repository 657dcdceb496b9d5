"""From a case to a graph of arguments: worlds, sources of reasons, arguments and attacks."""
