"""All that the site is built from, in one folder: the pages, the reference, the settings."""

from __future__ import annotations

import json
import posixpath
import re
import shutil
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from mews_docs.reference import reference

__all__ = ["SiteError", "lay_out", "listed", "settings", "within"]

Entry = dict[str, Any]

_SETTINGS = "zensical.toml"
_SETTINGS_MADE = "zensical.json"
_REFERENCE = "reference/index.md"
_LINK = re.compile(r"\[(?P<text>[^\]]+)\]\((?P<target>\.[^)\s]*)\)")
_GROUPS = {"operations": "Operations", "models": "Models", "enums": "Enums", "toolkit": "Toolkit"}


class SiteError(Exception):
    """The pages and the settings do not fit together."""


def lay_out(root: Path, folder: Path) -> None:
    """Puts everything into the folder, in the place of what was there.

    Raises:
        SiteError: A page is not in the navigation, or the navigation names one that is not there.
    """
    pages = folder / "pages"
    for before in (pages, folder / "site"):
        shutil.rmtree(before, ignore_errors=True)
    shutil.copytree(root / "docs", pages, ignore=shutil.ignore_patterns(_SETTINGS))
    for page in pages.rglob("*.md"):
        text = page.read_text(encoding="utf-8")
        page.write_text(within(text, page.relative_to(pages).as_posix()), encoding="utf-8")
    made = reference(root).pages
    for path, text in made.items():
        file = pages / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    told = settings(root, made)
    there = {file.relative_to(pages).as_posix() for file in pages.rglob("*.md")}
    if wrong := there ^ set(listed(told["nav"])):
        raise SiteError(f"not both a page and in the navigation: {', '.join(sorted(wrong))}")
    (folder / _SETTINGS_MADE).write_text(json.dumps(told, indent=1), encoding="utf-8")


def within(text: str, page: str) -> str:
    """The text of a page without links to files of the project that are no part of the site.

    Those who read it in the project have use for them.
    """

    def kept(link: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page), link["target"]))
        return link["text"] if target.startswith("..") else link[0]

    return _LINK.sub(kept, text)


def settings(root: Path, made: dict[str, str]) -> Entry:
    """Those of docs/, with every page of the reference in the navigation."""
    told: Entry = tomllib.loads((root / "docs" / _SETTINGS).read_text(encoding="utf-8"))["project"]
    told["nav"] = [
        {title: list(_reference(made))} if target == _REFERENCE else {title: target}
        for each in told["nav"]
        for title, target in each.items()
    ]
    return told


def listed(entries: Iterable[Entry | str]) -> Iterator[str]:
    """Every page that a navigation leads to."""
    for each in entries:
        if isinstance(each, str):
            yield each
        else:
            for target in each.values():
                yield from [target] if isinstance(target, str) else listed(target)


def _reference(made: dict[str, str]) -> Iterator[Entry | str]:
    """The pages that stand alone, then a group for each folder."""
    titles = {path: _title(text) for path, text in made.items()}
    yield _REFERENCE
    yield from ({titles[it]: it} for it in made if it.count("/") == 1 and it != _REFERENCE)
    for folder, group in _GROUPS.items():
        inside = [it for it in made if it.startswith(f"reference/{folder}/")]
        yield {group: [{titles[it]: it} for it in inside]}


def _title(page: str) -> str:
    heading = next(it for it in page.splitlines() if it.startswith("# "))
    heading = heading.removeprefix("# ").partition(" {")[0]
    return heading.removeprefix("mews.").removeprefix("mews_toolkit.").partition(":")[0]
