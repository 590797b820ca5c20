"""What is shown and told of a wheel before it is published."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from mews_audit.installed import EXTRAS
from mews_release import __main__, page
from mews_release.installation import extras_of
from mews_release.readme_hook import ReadmeHook, linked
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


@pytest.mark.parametrize(
    "link", ["[it](docs/it.md", "[it] (docs/it.md)", "[it](docs it.md)", "[it][]"]
)
def test_a_link_that_becomes_none_is_a_fault(link: str) -> None:
    [said] = page.faults(f"Read {link} first.\n")

    assert "shown as it is written, and no link: it]" in said


def test_what_looks_like_a_link_in_code_is_none() -> None:
    assert page.faults("`a[0](b)`\n\n```python\na[0](b\n```\n") == []


def test_only_files_are_out_of_reach_of_a_page() -> None:
    text = "[a](docs/a.md) [b](#b) [c](https://example.com/c) [d](docs/d.md#e) [a](docs/a.md)\n"

    assert page.dead_links(text) == ["docs/a.md", "docs/d.md#e"]


def test_links_lead_to_the_files_once_the_project_says_where_they_are() -> None:
    # given
    urls = {"Source": "https://example.com/project/"}
    metadata: dict[str, Any] = {"version": "1.2.3", "urls": urls}

    # when
    ReadmeHook(str(ROOT), {}).update(metadata)

    # then
    text = metadata["readme"]["text"]
    assert page.dead_links(text) == []
    assert page.faults(text) == []
    assert "(https://example.com/project/blob/v1.2.3/docs/guarantees.md)" in text


def test_nobody_makes_up_where_they_are() -> None:
    metadata: dict[str, Any] = {"version": "1.2.3"}

    ReadmeHook(str(ROOT), {}).update(metadata)

    assert metadata["readme"]["text"] == (ROOT / "README.md").read_text()


def test_code_is_left_as_it_is() -> None:
    text = "[`it`](it.md), `a[0](b)`\n```python\na[0](b)\n```\n"

    assert linked(text, "x:") == text.replace("it.md", "x:/it.md")


@pytest.fixture
def with_a_link(wheel: Path) -> Path:
    with ZipFile(wheel, "w") as archive:
        archive.writestr("some-1.0.dist-info/METADATA", "Metadata-Version: 2.4\n\n[it](it.md)\n")
    return wheel


def test_that_links_lead_nowhere_is_said(
    with_a_link: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert __main__.main(["page", str(with_a_link)]) == 0
    assert "1 files are linked to, which an index does not have" in capsys.readouterr().out


def test_before_a_release_it_is_a_fault(
    with_a_link: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert __main__.main(["page", "--strict", str(with_a_link)]) == 1
    assert "Source under [project.urls]" in capsys.readouterr().err


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
