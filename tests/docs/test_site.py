"""What the site is built from: the pages, the reference, and settings that fit to them."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from mews_docs import site
from mews_docs.__main__ import main
from mews_docs.reference import Reference
from mews_docs.site import SiteError, lay_out, listed, settings, within
from support.pages_of_docs import DOCS, pages
from support.readme import ROOT

SETTINGS = """
[project]
site_name = "Something"
nav = [{ "Start" = "index.md" }, { "Reference" = "reference/index.md" }]
"""
MADE = {
    "reference/index.md": "# Reference\n",
    "reference/client.md": "# The client\n",
    "reference/operations/bills.md": "# mews.bills { #Bills }\n",
}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """One with a page, and a reference of three."""

    def reference(_: Path) -> Reference:
        return Reference(MADE, [])

    monkeypatch.setattr(site, "reference", reference)
    root = tmp_path / "project"
    (root / "docs").mkdir(parents=True)
    (root / "docs" / "index.md").write_text("# Something\n")
    (root / "docs" / "zensical.toml").write_text(SETTINGS)
    return root


def test_the_reference_stands_in_the_navigation_page_by_page(project: Path) -> None:
    told = settings(project, MADE)

    entries = told["nav"][-1]["Reference"]
    assert entries[0] == "reference/index.md"
    assert entries[1:3] == [
        {"The client": "reference/client.md"},
        {"Operations": [{"bills": "reference/operations/bills.md"}]},
    ]


def test_the_folder_has_pages_and_settings_and_nothing_from_before(
    project: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "made"
    for before in ("pages/old.md", "site/old/index.html"):
        (folder / before).parent.mkdir(parents=True)
        (folder / before).touch()

    lay_out(project, folder)

    assert sorted(it.relative_to(folder / "pages").as_posix() for it in folder.rglob("*.md")) == [
        "index.md",
        *sorted(MADE),
    ]
    assert not (folder / "site").exists()
    assert json.loads((folder / "zensical.json").read_text())["site_name"] == "Something"


def test_what_lies_beside_the_site_is_named_and_no_link() -> None:
    text = "[a](../examples/x.py) [b](../README.md#c) [c](../index.md) [d](./e.md) [e](https://e)"

    assert within(text, "page.md") == "a b c [d](./e.md) [e](https://e)"
    assert within(text, "how-to/page.md") == text


def test_a_page_that_nobody_finds_is_refused(project: Path, tmp_path: Path) -> None:
    (project / "docs" / "lost.md").write_text("# Lost\n")

    with pytest.raises(SiteError, match=r"lost\.md"):
        lay_out(project, tmp_path / "made")


def test_a_page_that_is_not_there_is_refused(
    project: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (project / "docs" / "index.md").unlink()
    monkeypatch.setattr("mews_docs.__main__._ROOT", project)

    assert main([str(tmp_path / "made")]) == 1

    assert "index.md" in capsys.readouterr().err


def told() -> dict[str, Any]:
    read: dict[str, Any] = tomllib.loads((DOCS / "zensical.toml").read_text())["project"]
    return read


def test_the_navigation_has_every_page() -> None:
    assert sorted(listed(told()["nav"])) == sorted([*pages(), "reference/index.md"])


def test_nothing_is_asked_of_others() -> None:
    settings_ = told()

    assert settings_["theme"]["font"] is False
    assert "extra_javascript" not in settings_
    assert not re.search(r"https?:", (DOCS / "zensical.toml").read_text())
    assert "url(" not in (DOCS / settings_["extra_css"][0]).read_text()


def test_whoever_prefers_it_dark_has_it_dark() -> None:
    schemes = {it["media"]: it.get("scheme") for it in told()["theme"]["palette"]}

    assert schemes["(prefers-color-scheme: dark)"] == "slate"
    assert schemes["(prefers-color-scheme: light)"] == "default"


def test_what_builds_the_site_is_pinned() -> None:
    pinned = {it.partition("==")[0] for it in (ROOT / "constraints.txt").read_text().split("\n")}
    install = r"\$\(DOCS\)/bin/python -m pip install .*constraints\.txt (.+)"
    [installed] = re.findall(install, (ROOT / "Makefile").read_text())

    assert installed
    assert set(installed.split()) <= pinned
