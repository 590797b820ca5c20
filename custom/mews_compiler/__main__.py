"""`python -m mews_compiler`: join the document, check it, or generate the client from it."""

import argparse
import sys
from pathlib import Path

from openapi_spec_validator import OpenAPIV31SpecValidator

from mews_compiler.document import join
from mews_compiler.faults import CompilerError, Fault
from mews_compiler.generation import PACKAGE, PROJECT, as_json, generate
from mews_compiler.generator_view import generator_view
from mews_compiler.tree import Object


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
            case _:
                check(document)
    except CompilerError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def check(document: Object) -> None:
    """Raises CompilerError unless the joined document is valid OpenAPI."""
    faults = [
        Fault("joined document", " > ".join(str(step) for step in error.path), error.message)
        for error in OpenAPIV31SpecValidator(document).iter_errors()
    ]
    if faults:
        raise CompilerError(*faults)


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
    return parser


if __name__ == "__main__":
    sys.exit(main())
