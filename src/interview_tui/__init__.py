"""interview-tui: a terminal companion for live customer interviews."""

__version__ = "0.1.0"
