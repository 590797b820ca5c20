"""What an operation takes and gives, and the operations of a document."""

from dataclasses import dataclass

from mews_compiler.comparison.shape import Shape

PREFIX = "/api/connector/v1/"


@dataclass(frozen=True, slots=True)
class Contract:
    """An operation as one document tells of it."""

    request: Shape
    response: Shape
    deprecated: bool


# By the operation's name, such as `payments/getAll`.
Contracts = dict[str, Contract]


def operation_name(path: str) -> str:
    return path.removeprefix(PREFIX)


def resource(operation: str) -> str:
    """The resource of an operation by its name."""
    return operation.split("/", 1)[0]
