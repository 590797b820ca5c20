"""`python -m mews_compiler`: join the document, check it, compare it, or generate from it."""

import argparse
import sys
from pathlib import Path

from openapi_spec_validator import OpenAPIV31SpecValidator

from mews_compiler.comparison import drift, facts
from mews_compiler.comparison.drift import check_drift
from mews_compiler.comparison.facts import check_facts
from mews_compiler.comparison.report import Report
from mews_compiler.document import join
from mews_compiler.faults import CompilerError, Fault
from mews_compiler.generation import PACKAGE, PROJECT, as_json, generate
from mews_compiler.generator_view import generator_view
from mews_compiler.operation_table import write_table
from mews_compiler.tree import Object

# Beside the project and not in it: the facts are not ours to hand out.
REFERENCE = PROJECT.parent / "shared" / "reference"


def main(arguments: list[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    try:
        document = join(options.document)
        match options.command:
            case "join":
                options.output.write_text(as_json(document), encoding="utf-8")
            case "view":
                options.output.write_text(as_json(generator_view(document)), encoding="utf-8")
            case "generate":
                generate(document, options.output)
            case "table":
                write_table(document, options.readme)
            case "facts":
                return _told(check_facts(document, options.reference, options.accepted))
            case "drift":
                return _told(check_drift(document, options.spec, options.accepted))
            case _:
                check(document)
    except CompilerError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def check(document: Object) -> None:
    """Raises CompilerError unless the joined document is valid OpenAPI."""
    faults = [
        # The first line: after it some validators print all that they looked at.
        Fault("joined document", " > ".join(map(str, error.path)), error.message.partition("\n")[0])
        for error in OpenAPIV31SpecValidator(document).iter_errors()
    ]
    if faults:
        raise CompilerError(*faults)


def _told(report: Report) -> int:
    for line in report.lines:
        print(line)
    return report.status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m mews_compiler", description=__doc__)
    parser.add_argument(
        "--document", type=Path, default=PROJECT / "openapi", help="folder with the fragments"
    )
    commands = parser.add_subparsers(dest="command", required=True)
    for name, what in (("join", "the joined document"), ("view", "what the generator reads")):
        command = commands.add_parser(name, help=f"write {what} to a file")
        command.add_argument("-o", "--output", type=Path, required=True)
    commands.add_parser("check", help="check the document and change nothing")
    command = commands.add_parser("generate", help="write the client package")
    command.add_argument("--output", type=Path, default=PROJECT / PACKAGE)
    command = commands.add_parser("table", help="write the table of operations into a README")
    command.add_argument("readme", type=Path)
    command = commands.add_parser("facts", help="compare the document with the facts")
    command.add_argument("--reference", type=Path, default=REFERENCE, help="folder with the facts")
    command.add_argument("--accepted", type=Path, default=facts.ACCEPTED)
    command = commands.add_parser("drift", help="compare the document with the vendor's")
    command.add_argument("spec", help="file or URL of the vendor's OpenAPI document")
    command.add_argument("--accepted", type=Path, default=drift.ACCEPTED)
    return parser


if __name__ == "__main__":
    sys.exit(main())
