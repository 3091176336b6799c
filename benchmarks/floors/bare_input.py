"""The smallest Textual app that takes a line of text: what the live screen's speed is measured against."""

from textual.app import App, ComposeResult
from textual.widgets import Input


class BareInput(App[None]):
    """One stock Input and nothing else."""

    def compose(self) -> ComposeResult:
        """The one widget."""
        yield Input(placeholder="type here")


if __name__ == "__main__":
    BareInput().run()
