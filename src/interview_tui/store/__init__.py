"""Workspace folders and the crash-safe session files."""
