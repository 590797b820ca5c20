"""From a request model to the JSON that is sent, checked on the way."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from functools import cache
from typing import Any, cast
from uuid import UUID

import attrs

from . import _json
from ._card_number import holds_card_number
from ._checks import model_faults, value_faults
from ._fields import fields_of
from ._legal_environment import legal_faults
from ._model import Model
from ._operation import Kind, Operation, PagedOperation, Portfolio
from ._options import Options
from ._query import Query, cuttable
from .errors import InvalidRequestError

__all__ = ["prepare_model", "prepare_query", "prepare_values"]

# At the speed of the rate limit, a walk of two days.
_MOST_PARTS = 1_000_000


def prepare_model(
    operation: Operation[Any], request: Model, options: Options, *problems: str
) -> bytes:
    """The JSON object of a request, without credentials and `Limitation`.

    Raises:
        InvalidRequestError: Anything is wrong with it; every fault is named, `problems` included.
    """
    return _encoder(options)(_checked(operation, request, options, *problems))


def prepare_query(
    operation: PagedOperation[Any, Any], request: Model, options: Options, *problems: str
) -> Query:
    """The request of a list, to be cut into legs where it is longer than the API takes.

    Raises:
        InvalidRequestError: Anything is wrong with it; every fault is named, `problems` included.
    """
    cut = frozenset(field.name for field in cuttable(operation.request))
    checked = _checked(operation, request, options, *problems, cut=cut)
    query = Query(checked, _encoder(options))
    if query.legs > _MOST_PARTS:
        raise InvalidRequestError(
            f"it has to be read in {query.legs} parts, every window of each long interval with"
            f" every part of each long list; ask for at most {_MOST_PARTS} at a time",
            operation=operation.path,
        )
    return query


def _checked(
    operation: Operation[Any],
    request: Model,
    options: Options,
    *problems: str,
    cut: Container[str] = (),
) -> Model:
    scoped, scope_faults = _scoped(operation, request, options)
    faults = [
        *problems,
        *model_faults(scoped, cut=cut),
        *legal_faults(scoped, options.legal_environment),
        *scope_faults,
        *options.portfolio_faults(
            operation.portfolio, operation.kind, named=_names_enterprise(scoped)
        ),
        *options.language_faults(),
    ]
    if faults:
        raise InvalidRequestError(*faults, operation=operation.path)
    return scoped


def _encoder(options: Options) -> Callable[[Model], bytes]:
    return lambda request: _with_language(_json.encode(request), options)


def prepare_values(path: str, kind: Kind, values: Mapping[str, object], options: Options) -> bytes:
    """As `prepare_model`, for plain JSON values and an operation that is known by its path only.

    Raises:
        InvalidRequestError: Anything is wrong with it; every fault is named.
    """
    operation = None if holds_card_number(str(path)) else path
    if not isinstance(values, Mapping):  # pyright: ignore[reportUnnecessaryIsInstance] - what callers without a type checker pass
        raise InvalidRequestError("values: pass a dict", *_path_faults(path), operation=operation)
    named = {name: values[name] for name in ("EnterpriseId", "EnterpriseIds") if values.get(name)}
    faults = [
        *_path_faults(path),
        *_value_faults(values),
        *(f"{name} is added by the client; leave it out" for name in _OWN if name in values),
        *options.portfolio_faults(Portfolio.ONE, kind, named=bool(named)),
        *_foreign_values(named, options.enterprise_id),
        *options.language_faults(),
    ]
    if faults:
        raise InvalidRequestError(*faults, operation=operation)
    try:
        text = _json.encode(dict(values))
    except RecursionError:
        raise InvalidRequestError(_TOO_DEEP, operation=operation) from None
    return _with_language(text, options)


def _path_faults(path: object) -> Iterator[str]:
    parts = path.split("/") if isinstance(path, str) else []
    if len(parts) < 2 or not all(
        part.replace("-", "").isalnum() and part.isascii() for part in parts
    ):
        yield "path: give resource and action, such as 'payments/getAll'"
    if holds_card_number(str(path)):
        yield "path: holds what looks like a whole payment card number"


_TOO_DEEP = "values: are nested too deeply, or contain themselves"


def _value_faults(values: Mapping[str, object]) -> list[str]:
    try:
        return list(value_faults(dict(values), ""))
    except RecursionError:
        return [_TOO_DEEP]


def _foreign_values(named: Mapping[str, object], own: UUID | None) -> Iterator[str]:
    """What contradicts the view's enterprise, which plain values have to name by themselves."""
    if own is None:
        return
    if not named:
        yield (
            "within for_enterprise(), say EnterpriseId or EnterpriseIds yourself,"
            " whichever the operation takes"
        )
    for name, value in named.items():
        given = cast("list[object]", value) if isinstance(value, list | tuple) else [value]
        if [str(each).lower() for each in given] != [str(own)]:
            yield f"{name}: differs from the enterprise of for_enterprise()"


_OWN = ("ClientToken", "AccessToken", "Client", "LanguageCode", "CultureCode")


def _scoped(
    operation: Operation[Any], request: Model, options: Options
) -> tuple[Model, Iterator[str]]:
    """The request with the view's enterprise filled in, and what contradicts it."""
    own = options.enterprise_id
    if own is None or operation.portfolio is Portfolio.NONE:
        return request, iter(())
    name, value = _enterprise_field(operation, own)
    given: object = getattr(request, name)
    if given is None:
        return attrs.evolve(request, **{name: value}), iter(())
    faults = [] if given == value else [f"{name}: differs from the enterprise of for_enterprise()"]
    return request, iter(faults)


def _enterprise_field(operation: Operation[Any], own: UUID) -> tuple[str, object]:
    json_name = operation.portfolio.value
    [name] = [field.name for field in fields_of(operation.request) if field.json == json_name]
    return name, [own] if operation.portfolio is Portfolio.MANY else own


def _names_enterprise(request: Model) -> bool:
    model: Any = type(request)
    return any(getattr(request, name) is not None for name in _enterprise_names(model))


@cache
def _enterprise_names(model: Any) -> tuple[str, ...]:
    either = {Portfolio.ONE.value, Portfolio.MANY.value}
    return tuple(field.name for field in fields_of(model) if field.json in either)


def _with_language(payload: bytes, options: Options) -> bytes:
    if options.language_code is None:
        return payload
    language = {"LanguageCode": options.language_code, "CultureCode": options.culture_code}
    return _json.joined(_json.encode(language), payload)
