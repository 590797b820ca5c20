"""What all operations have in common, so that no fragment repeats it."""

from mews_compiler.tree import Object

EVERY_OPERATION = "x-every-operation"


def add_to_every_operation(document: Object) -> None:
    """Moves the root's common parameters, headers and responses into each operation.

    The headers go to the answer of success; the common responses name their own.
    """
    common = document.pop(EVERY_OPERATION, {})
    for methods in document["paths"].values():
        operation = methods["post"]
        success = operation["responses"]["200"]
        if parameters := common.get("parameters"):
            operation["parameters"] = list(parameters)
        if headers := common.get("headers"):
            success["headers"] = dict(headers)
        operation["responses"] |= common.get("responses", {})
