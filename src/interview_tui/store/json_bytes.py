"""JSON as bytes, fast, and safe from text that no file can hold."""

from __future__ import annotations

import json
import re

from pydantic_core import PydanticSerializationError, from_json, to_json

_HALF_PAIR = re.compile("[\ud800-\udfff]")
_REPLACEMENT = "\ufffd"


def encode(value: object) -> bytes:
    """The value as compact JSON in UTF-8.

    Nothing that reaches this point may stop a save: half of a surrogate pair, which UTF-8 cannot hold,
    becomes U+FFFD, a number that JSON does not know becomes null, and a foreign object its description.
    """
    try:
        return to_json(value, inf_nan_mode="null", serialize_unknown=True)
    except PydanticSerializationError:
        return to_json(whole_text(value), inf_nan_mode="null", serialize_unknown=True)


def decode(raw: bytes) -> object:
    """The value of JSON bytes; raises ValueError if they are not JSON."""
    try:
        return from_json(raw)
    except ValueError:
        # Python's own writer escapes half pairs, which the fast reader refuses.
        try:
            return whole_text(json.loads(raw))
        except RecursionError as error:
            raise ValueError("nested too deeply") from error


def whole_text(value: object) -> object:
    """The same value with every half of a surrogate pair in its texts replaced."""
    if isinstance(value, str):
        return _HALF_PAIR.sub(_REPLACEMENT, value)
    if isinstance(value, dict):
        return {whole_text(key): whole_text(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [whole_text(item) for item in value]
    return value
