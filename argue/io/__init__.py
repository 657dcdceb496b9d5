"""Case files in and out: one table of fields drives the reader, the schema and the docs."""
