"""One file a format: what goes out of a session, and what comes in."""
