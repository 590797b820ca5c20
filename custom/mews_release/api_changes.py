"""What changed of the public names since the last tag, and whether the changelog names it."""

from __future__ import annotations

import io
import re
import subprocess
import tarfile
from pathlib import Path
from tempfile import TemporaryDirectory

from mews_release.public_face import changes

__all__ = ["judged", "last_tag", "unnamed"]

_CODE = re.compile(r"`([^`\n]+)`")


def judged(root: Path) -> tuple[list[str], str]:
    """What the changelog does not name; what to say where it names everything."""
    tag = last_tag(root)
    if tag is None:
        return [], "No version is tagged yet: there is nothing to compare the public names with"
    since = _since(root, tag)
    if since is None:
        return [f"CHANGELOG.md has no section of {tag}"], ""
    with TemporaryDirectory() as folder:
        before = Path(folder)
        _unpack(root, tag, before)
        changed = changes(before, root)
    missing = [f"CHANGELOG.md does not name {it}: {changed[it]}" for it in unnamed(changed, since)]
    return missing, f"{len(changed)} public names changed since {tag}; the changelog names them"


def last_tag(root: Path) -> str | None:
    """The nearest one of a version, such as `v0.1.0`; none without one, or without git."""
    described = ["git", "describe", "--tags", "--abbrev=0", "--match", "v[0-9]*"]
    try:
        run = subprocess.run(described, cwd=root, capture_output=True, text=True, check=False)  # noqa: S603 - as above
    except FileNotFoundError:
        return None
    return run.stdout.strip() if run.returncode == 0 else None


def unnamed(changed: dict[str, str], changelog: str) -> list[str]:
    """Those whose last part is no word of any piece of code in the changelog.

    A parameter is named by its function: whoever reads looks for what they call.
    """
    words = {it for code in _CODE.findall(changelog) for it in re.findall(r"\w+", code)}
    return [it for it in sorted(changed) if _own_name(it) not in words]


def _own_name(path: str) -> str:
    return path.partition("(")[0].removesuffix(".__init__").rpartition(".")[2]


def _since(root: Path, tag: str) -> str | None:
    """What the changelog tells above the section of that version."""
    text = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    above, heading, _ = text.partition(f"\n## [{tag.removeprefix('v')}]")
    return above if heading else None


def _unpack(root: Path, tag: str, folder: Path) -> None:
    """The whole project as it was, into a folder."""
    run = subprocess.run(  # noqa: S603 - a tag that git itself told
        ["git", "archive", "--format=tar", tag],  # noqa: S607 - the git that is installed
        cwd=root,
        capture_output=True,
        check=True,
    )
    with tarfile.open(fileobj=io.BytesIO(run.stdout)) as archive:
        archive.extractall(folder, filter="data")
