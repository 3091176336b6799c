"""Plain values and rules: no screen, no disk, no clock of their own."""
