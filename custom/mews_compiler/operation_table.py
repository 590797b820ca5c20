"""The table of operations in README.md, made from the document."""

from pathlib import Path

from mews_compiler.faults import CompilerError, Fault
from mews_compiler.operations import Operation, operations
from mews_compiler.python_names import python_name
from mews_compiler.tree import Object, child

BEGINNING = "<!-- Made by `make generate`: operations -->\n\n"
END = "\n<!-- Made until here -->\n"
HEAD = (
    "| Operation of the API | Method | Kind | Paginated | Portfolio token | Deprecated |\n"
    "|---|---|---|---|---|---|\n"
)
PORTFOLIO = {"many": "`enterprise_ids`", "one": "`enterprise_id`", "none": "not supported"}


def write_table(document: Object, readme: Path) -> None:
    """Puts the table in the place of the one between the marks.

    Raises CompilerError where a mark is missing.
    """
    text = readme.read_text(encoding="utf-8")
    before, beginning, rest = text.partition(BEGINNING)
    _, end, after = rest.partition(END)
    if not beginning or not end:
        marks = f"is to stand between {BEGINNING.strip()} and {END.strip()}"
        raise CompilerError(Fault(str(readme), "table of operations", marks))
    readme.write_text(before + beginning + operation_table(document) + end + after, "utf-8")


def operation_table(document: Object) -> str:
    """How many operations there are, and a row for each in the order of the document."""
    rows = [f"| {' | '.join(_cells(each))} |\n" for each in operations(document)]
    counted = (
        f"It covers {len(rows)} payments and finance operations, each as one typed method.\n\n"
    )
    return counted + HEAD + "".join(rows)


def _cells(operation: Operation) -> tuple[str, ...]:
    return (
        f"[`{operation.short_path}`]({operation.node['externalDocs']['url']})",
        f"`mews.{python_name(operation.resource)}.{python_name(operation.action)}`",
        operation.node["x-kind"],
        "yes" if operation.is_paged else "",
        PORTFOLIO[operation.portfolio],
        _deprecation(operation.node),
    )


def _deprecation(node: Object) -> str:
    if not node.get("deprecated"):
        return ""
    told = child(node, "x-deprecated")
    parts = (("since", "since {}"), ("until", "off on {}"), ("use", "use {}"))
    return ", ".join(words.format(told[word]) for word, words in parts if word in told)
