"""Temporal logic over finite traces: what norms say about the course of things."""
