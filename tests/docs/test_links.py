"""Every link of a page within the project leads to a page, and to a heading that is there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from support.markdown_links import anchors, links
from support.pages_of_docs import DOCS, pages
from support.readme import ROOT

_BESIDE = ("README.md", "CHANGELOG.md", "CONTRIBUTING.md")


@pytest.fixture(scope="module")
def site(made: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """docs/ with the reference in it, amid the project."""
    root = tmp_path_factory.mktemp("project")
    for it in ROOT.iterdir():
        if it != DOCS:
            (root / it.name).symlink_to(it)
    shutil.copytree(DOCS, root / "docs")
    for path, text in made.items():
        file = root / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return root / "docs"


def broken(page: Path) -> list[str]:
    """The links of a page that lead nowhere."""
    found: list[str] = []
    for link in links(page):
        path, _, anchor = link.partition("#")
        target = page.parent / path if path else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            found.append(link)
    return found


@pytest.mark.parametrize("name", _BESIDE)
def test_links_beside_the_site_lead_somewhere(name: str) -> None:
    assert broken(ROOT / name) == []


def test_links_of_a_page_lead_somewhere(site: Path) -> None:
    assert {page: found for page in pages() if (found := broken(site / page))} == {}


def test_links_of_the_reference_lead_somewhere(made: dict[str, str], site: Path) -> None:
    known = {page.resolve(): anchors(page) for page in site.rglob("*.md")}
    missing: list[str] = []
    for path in made:
        page = site / path
        for link in links(page):
            file, _, anchor = link.partition("#")
            there = known.get((page.parent / file).resolve() if file else page.resolve())
            if there is None or (anchor and anchor not in there):
                missing.append(f"{path}: {link}")

    assert missing == []


def test_a_link_that_leads_nowhere_is_found(tmp_path: Path) -> None:
    # given a page with a good link of each kind, and a bad one
    (tmp_path / "other.md").write_text("# Other\n\n## That's it\n\n`x`{ #X.x }\n")
    page = tmp_path / "page.md"
    good = "[a](other.md) [b](other.md#thats-it) [c](other.md#X.x) [d](#page) [e](https://x.test)"
    bad = "[f](no.md) [g](other.md#no) [h](#no) [i](../no/out.md)"
    shown = "`[j](no.md)`\n\n```text\n[k](no.md)\n```\n"
    page.write_text(f"# Page\n\n{good} {bad}\n\n{shown}")

    assert broken(page) == ["no.md", "other.md#no", "#no", "../no/out.md"]
