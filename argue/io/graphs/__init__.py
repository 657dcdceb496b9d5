"""Bare attack graphs in files: one module a format, each a pair of `load` and `dump`."""

from argue.io.graphs.files import FORMATS, dump_af, format_of, load_af, parse_af

__all__ = ["FORMATS", "dump_af", "format_of", "load_af", "parse_af"]
