"""The commands, one module an area: what they are called, what they take, and what they do.

`cli.py` reads the areas to build the parser, so a module imports what a command needs only when it runs.
"""
