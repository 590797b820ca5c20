"""What is shown and told of a wheel before it is published."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from mews_audit.installed import EXTRAS
from mews_release import page
from mews_release.installation import extras_of
from mews_release.type_information import PACKAGES, told

ROOT = Path(__file__).parents[2]
INSTALLED = Path("environment")


@pytest.fixture
def wheel(tmp_path: Path) -> Path:
    path = tmp_path / "some-1.0.whl"
    told = "Metadata-Version: 2.4\nProvides-Extra: cli\nProvides-Extra: dev\n\n# Über\n"
    with ZipFile(path, "w") as archive:
        archive.writestr("some-1.0.dist-info/METADATA", told)
    return path


# The page.


def test_the_readme_renders() -> None:
    assert page.faults((ROOT / "README.md").read_text()) == []


def test_the_page_is_what_the_wheel_has(wheel: Path) -> None:
    assert page.description(wheel).strip() == "# Über"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("text\n| a | b |\n|---|\n| 1 | 2 |\n", "1 tables are written, 0 shown"),
        ("<div>\n# Title\n</div>\n", "1 headings are written, 0 shown"),
        ("<!--\n```sh\nls\n```\n-->\n", "1 blocks of code are written, 0 shown"),
    ],
    ids=["table", "heading", "code"],
)
def test_what_is_written_and_not_shown_is_a_fault(text: str, said: str) -> None:
    assert page.faults(text) == [f"README: {said}"]


def test_a_comment_in_code_is_no_heading() -> None:
    assert page.faults("# One\n\n```sh\n# none\n```\n") == []


# The extras.


def test_every_extra_of_a_wheel_but_that_of_developers_is_tried(wheel: Path) -> None:
    assert extras_of(wheel) == ["cli"]


def test_there_is_a_trial_of_every_extra() -> None:
    tree = ast.parse((ROOT / "tests" / "wheel" / "extra.py").read_text())
    trials = {it.name for it in tree.body if isinstance(it, ast.FunctionDef)}

    assert trials == {*EXTRAS}


# Type information.


def completeness(
    score: float, *symbols: dict[str, Any], modules: int = 1, folder: Path = INSTALLED
) -> dict[str, Any]:
    """As pyright tells it."""
    return {
        "typeCompleteness": {
            "packageName": "mews_connector",
            "modules": [{}] * modules,
            "packageRootDirectory": str(folder / "mews_connector"),
            "symbols": symbols,
            "completenessScore": score,
        }
    }


def symbol(*said: str, known: bool = True, ambiguous: bool = False) -> dict[str, Any]:
    return {
        "name": "mews_connector.pay",
        "isTypeKnown": known,
        "isTypeAmbiguous": ambiguous,
        "diagnostics": [{"message": it} for it in said],
    }


def test_complete_type_information_is_no_fault() -> None:
    assert told(completeness(1, symbol()), INSTALLED) == []


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (
            completeness(0.9, symbol(), symbol("No annotation", ambiguous=True)),
            "mews_connector.pay: No annotation",
        ),
        (completeness(0.9, symbol(known=False)), "mews_connector.pay: its type is not known"),
        (completeness(0.995, symbol()), "mews_connector: 99.5% complete"),
        (completeness(0, modules=0), "mews_connector: pyright finds no public module"),
        (
            completeness(1, symbol(), folder=Path("elsewhere")),
            f"mews_connector: pyright looked at {Path('elsewhere', 'mews_connector')}",
        ),
    ],
    ids=["ambiguous", "unknown", "score", "not installed", "another one"],
)
def test_anything_less_is_told(answer: dict[str, Any], said: str) -> None:
    assert told(answer, INSTALLED) == [said]


def test_all_packages_of_the_wheel_are_looked_at() -> None:
    assert {*PACKAGES} == {
        it.parent.name for folder in (ROOT, ROOT / "custom") for it in folder.glob("*/py.typed")
    }
