"""pydantic's validation of plain dataclasses, without the machinery that derives it from any type.

A `pydantic.TypeAdapter` for our header and events takes 87 ms to come up, where importing pydantic and
TinyDB takes 53, and every command that reads a session would wait for it. The validator itself is in
pydantic_core and only wants a description of what to check; writing that here, for the few forms of type
that a session file is made of, takes 4 ms. Property tests hold the answers to those of a TypeAdapter,
from which the published JSON Schema comes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic_core import SchemaValidator, core_schema
from pydantic_core.core_schema import CoreSchema

_PLAIN: Mapping[Any, CoreSchema] = {
    str: core_schema.str_schema(),
    int: core_schema.int_schema(),
    float: core_schema.float_schema(),
    bool: core_schema.bool_schema(),
}


def validator_of(form: Any) -> SchemaValidator:
    """What checks values of a dataclass, or of another form; raises TypeError for a form it does not know."""
    return SchemaValidator(_schema_of(form))


def tagged_validator_of(union: Any, tag: str) -> SchemaValidator:
    """What checks values of a union of dataclasses that a field with one literal value tells apart."""
    choices = {name: _schema_of(kind) for kind in get_args(union) for name in _names(kind, tag)}
    return SchemaValidator(core_schema.tagged_union_schema(choices, tag))


@cache
def _forms(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


def _names(kind: Any, tag: str) -> tuple[str, ...]:
    form = _forms(kind).get(tag)
    if get_origin(form) is not Literal:
        raise TypeError(f"{kind.__name__} has no literal field {tag!r} to be told by")
    return get_args(form)


def _schema_of(form: Any) -> CoreSchema:
    if plain := _PLAIN.get(form):
        return plain
    if is_dataclass(form):
        return _dataclass(form)
    match get_origin(form), get_args(form):
        case origin, expected if origin is Literal:
            return core_schema.literal_schema(list(expected))
        case origin, choices if origin in (Union, UnionType):
            return _union(choices)
        case origin, (item, end) if origin is tuple and end is Ellipsis:
            return core_schema.tuple_variable_schema(_schema_of(item))
        case origin, (key, item) if origin is Mapping:
            return core_schema.dict_schema(_schema_of(key), _schema_of(item))
    raise TypeError(f"no rule says how {form!r} is checked; add one beside the others")


def _union(choices: tuple[Any, ...]) -> CoreSchema:
    first, *others = [_schema_of(choice) for choice in choices if choice is not NoneType]
    schema = core_schema.union_schema([first, *others]) if others else first
    return core_schema.nullable_schema(schema) if NoneType in choices else schema


def _dataclass(kind: Any) -> CoreSchema:
    if hasattr(kind, "__post_init__"):
        raise TypeError(f"{kind.__name__} has a __post_init__, which no rule runs")
    forms = _forms(kind)
    arguments = [_argument(field, forms[field.name]) for field in fields(kind)]
    return core_schema.dataclass_schema(
        kind,
        core_schema.dataclass_args_schema(kind.__name__, arguments),
        [field.name for field in fields(kind)],
        slots=hasattr(kind, "__slots__"),
    )


def _argument(field: Field[Any], form: Any) -> core_schema.DataclassField:
    if not field.init:
        raise TypeError(f"the field {field.name!r} is not set by its constructor, which no rule allows")
    schema = _schema_of(form)
    if field.default is not MISSING:
        schema = core_schema.with_default_schema(schema, default=field.default)
    elif field.default_factory is not MISSING:
        schema = core_schema.with_default_schema(schema, default_factory=field.default_factory)
    return core_schema.dataclass_field(field.name, schema, kw_only=field.kw_only is True)
