"""Runs the generator over its view of the document and puts the client where it belongs."""

import json
import os
import shutil
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import TemporaryDirectory

from mews_compiler.faults import CompilerError, Fault
from mews_compiler.generator_view import generator_view
from mews_compiler.tree import Object

PROJECT = Path(__file__).resolve().parents[2]
TEMPLATES = PROJECT / "custom" / "templates"
CONFIG = PROJECT / "generator-config.yaml"
PACKAGE = "mews_connector"
DOCUMENT = "openapi.json"

# Other versions write other code: the generator's templates and ruff's fixes change in any release.
PINNED = {"openapi-python-client": "0.29.1", "ruff": "0.17.5"}


def generate(document: Object, output: Path) -> None:
    """Generates the client package from a joined document, in place of what `output` holds.

    The folder is only touched after the generator succeeded. Raises CompilerError otherwise.
    """
    _check_tools()
    _check_output(output)
    with TemporaryDirectory() as folder:
        # The import sorter reads the folder's name, so it is the package's wherever we write to.
        package = Path(folder) / PACKAGE
        _run_generator(generator_view(document), package)
        # The generator writes one module of this name from a template; ours holds something else.
        (package / "types.py").rename(package / "catalogues.py")
        (package / "py.typed").touch()
        (package / DOCUMENT).write_text(as_json(document), encoding="utf-8")
        if output.exists():
            shutil.rmtree(output)
        shutil.copytree(package, output)


def as_json(document: Object) -> str:
    """The document as a file holds it."""
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _run_generator(view: Object, package: Path) -> None:
    source = package.parent / "view.json"
    source.write_text(as_json(view), encoding="utf-8")
    arguments = {
        "--path": source,
        "--config": CONFIG,
        "--custom-template-path": TEMPLATES,
        "--meta": "none",
        "--output-path": package,
    }
    command = [sys.executable, "-m", "openapi_python_client", "generate"]
    command += [str(part) for pair in arguments.items() for part in pair]
    # The generator looks ruff up on PATH, and passes over a missing one.
    tools = str(Path(sys.executable).parent)
    environment = os.environ | {"PATH": os.pathsep.join([tools, os.environ.get("PATH", "")])}
    run = subprocess.run(  # noqa: S603 - a command of our own, with paths of our own
        [*command, "--overwrite", "--fail-on-warning"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode:
        raise CompilerError(Fault("generator", "run", run.stdout + run.stderr))


def _check_tools() -> None:
    if not TEMPLATES.is_dir():
        # The generator would pass over it and write its stock client.
        raise CompilerError(Fault("custom/templates", "folder", "is missing"))
    for tool, wanted in PINNED.items():
        try:
            found = version(tool)
        except PackageNotFoundError:
            found = "none"
        if found != wanted:
            raise CompilerError(Fault(tool, "version", f"install {wanted}; {found} is installed"))


def _check_output(output: Path) -> None:
    if output.exists() and any(output.iterdir()) and not (output / DOCUMENT).is_file():
        message = f"holds no {DOCUMENT}, so it is no generated client: choose another"
        raise CompilerError(Fault(str(output), "folder", message))
