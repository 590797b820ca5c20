"""Follows references within a document."""

from urllib.parse import unquote

from mews_compiler.comparison.unreadable import UnreadableError
from mews_compiler.tree import Object, is_list, is_object


def resolved(document: Object, pointer: object) -> Object:
    """The object that a reference leads to. Raises UnreadableError unless there is one."""
    if not isinstance(pointer, str):
        raise UnreadableError(f"the reference {pointer!r} is no text")
    address, _, fragment = pointer.partition("#")
    if address:
        raise UnreadableError(f"the reference {pointer} leads out of the document")
    node: object = document
    for key in unquote(fragment).split("/")[1:]:
        node = _step(node, key.replace("~1", "/").replace("~0", "~"))
    if not is_object(node) or not fragment.startswith("/"):
        raise UnreadableError(f"the reference {pointer} leads nowhere")
    return node


def followed(document: Object, node: Object) -> Object:
    """The object that is meant, behind however many references."""
    passed = {id(node)}
    while "$ref" in node:
        pointer = node["$ref"]
        node = resolved(document, pointer)
        if id(node) in passed:
            raise UnreadableError(f"the reference {pointer} leads back to itself")
        passed.add(id(node))
    return node


def _step(node: object, key: str) -> object:
    if is_object(node):
        return node.get(key)
    if is_list(node) and key.isdecimal() and int(key) < len(node):
        return node[int(key)]
    return None
