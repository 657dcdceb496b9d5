"""The sections of a report, one module each: analysis in, content out."""
