"""Widgets that show state and post messages."""
