"""The least that a command on session files must load: what the commands' speed is measured against."""

import pydantic
import tinydb

__all__ = ["pydantic", "tinydb"]
