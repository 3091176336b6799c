"""Markdown in, Guide out: the reader of guide files."""
