"""The document: the root and all fragments joined by a checked union."""

from collections.abc import Iterator
from pathlib import Path

from mews_compiler.enum_names import name_members
from mews_compiler.every_operation import EVERY_OPERATION, add_to_every_operation
from mews_compiler.faults import CompilerError, Fault
from mews_compiler.fragments import Fragment, read_fragments
from mews_compiler.operation_lint import operation_findings
from mews_compiler.reference_lint import cycle_findings, reference_findings
from mews_compiler.schema_lint import schema_findings
from mews_compiler.shape_lint import shape_findings
from mews_compiler.tree import Object, below, child, is_object

OPENAPI = "3.1.0"
FRAGMENT_KEYS = {"paths", "components"}
ROOT_KEYS = {"openapi", "info", "servers", "tags", EVERY_OPERATION} | FRAGMENT_KEYS

# In this order, since each kind of check relies on what the one before proved.
FINDINGS = (
    shape_findings,
    reference_findings,
    cycle_findings,
    schema_findings,
    operation_findings,
)


def join(folder: Path) -> Object:
    """Joins the fragments in a folder into one complete OpenAPI document.

    Raises CompilerError with every fault found, each with its file, its place and what to do.
    """
    root, others = read_fragments(folder)
    fragments = [root, *others]
    _stop_on(_stray_keys(root, others))
    document: Object = {**root.content, "paths": {}, "components": {"schemas": {}}}
    _stop_on(_unite(document, fragments))
    for findings in FINDINGS:
        _stop_on(
            Fault(fragment.file, place, message)
            for fragment in fragments
            for place, message in findings(fragment, document)
        )
    add_to_every_operation(document)
    name_members(document["components"]["schemas"])
    return _sorted(document)


def _stop_on(faults: Iterator[Fault]) -> None:
    if found := tuple(faults):
        raise CompilerError(*found)


def _stray_keys(root: Fragment, others: list[Fragment]) -> Iterator[Fault]:
    if root.content.get("openapi") != OPENAPI:
        yield Fault(root.file, "openapi", f"say {OPENAPI}: that is what the generator reads best")
    for fragment in (root, *others):
        allowed = ROOT_KEYS if fragment is root else FRAGMENT_KEYS
        for key in sorted(FRAGMENT_KEYS & fragment.content.keys()):
            if not is_object(fragment.content[key]) or not fragment.content[key]:
                yield Fault(fragment.file, key, "holds nothing that is read: fill it or drop it")
        for key in sorted(fragment.content.keys() - allowed):
            yield Fault(fragment.file, key, f"does not belong here; {sorted(allowed)} do")


def _unite(document: Object, fragments: list[Fragment]) -> Iterator[Fault]:
    """Puts the paths and components of all fragments into the document."""
    origin: dict[str, str] = {}
    for fragment in fragments:
        kinds = [("components", kind) for kind in fragment.components]
        for section in [("paths",), *kinds]:
            united = document
            for key in section:
                united = united.setdefault(key, {})
            for name, value in child(fragment.content, *section).items():
                place = below(" > ".join(section), name)
                if place in origin:
                    yield Fault(fragment.file, place, f"{origin[place]} has it too: keep one")
                origin[place] = fragment.file
                united[name] = value


def _sorted(document: Object) -> Object:
    """Paths and components by name; within them the order in which they were written."""
    components = document["components"]
    document["paths"] = dict(sorted(document["paths"].items()))
    document["components"] = {
        kind: dict(sorted(components[kind].items())) for kind in sorted(components)
    }
    return document
