"""Results on disk: a file or folder appears whole or not at all, and nothing that is not ours is lost."""

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from variorum.errors import OutputError

PAGE = "index.html"
STORY = "story.json"
MARK = b'<meta name="generator" content="Variorum">'
"""Stands in the head of every page that we write; a folder is ours when its page has it."""
_HEAD = 4096


def is_ours(folder: Path) -> bool:
    """Whether ``folder`` is an earlier result and nothing else: our page, a story, and folders of further stories."""
    names = sorted(folder.iterdir())
    page = folder / PAGE
    if page not in names or not page.is_file():
        return False
    with page.open("rb") as stream:
        if MARK not in stream.read(_HEAD):
            return False
    return all(p.name in (PAGE, STORY) if p.is_file() else p.is_dir() and is_ours(p) for p in names)


def check_folder(out: Path, *, force: bool = False) -> None:
    """Raise ``OutputError`` when a result cannot go to ``out``: it is a file, or a folder that holds something else."""
    if out.is_dir():
        if not force and any(out.iterdir()) and not is_ours(out):
            raise OutputError(f"{out} holds files not made by Variorum: name another folder, or add --force to write there")
    elif out.exists() or out.is_symlink():
        raise OutputError(f"{out} is a file: name a folder")
    elif nearest := next((p for p in out.absolute().parents if p.exists() and not p.is_dir()), None):
        raise OutputError(f"{nearest} is a file, so {out} cannot be made: name another folder")


def write_folder(files: Mapping[str, str], out: Path, *, force: bool = False) -> None:
    """Write ``files`` (relative name to text) as the folder ``out``, by way of a temporary folder beside it.

    A folder of ours is replaced as a whole. With ``force`` our files are put into a folder that holds others, which stay.
    Raises ``OutputError``.
    """
    check_folder(out, force=force)
    target = out.resolve()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
        try:
            _fill(made, files)
            _put(made, target)
        finally:
            shutil.rmtree(made, ignore_errors=True)
    except OSError as problem:
        raise OutputError(f"{out} cannot be written ({problem.strerror}): name another folder") from None


def _fill(folder: Path, files: Mapping[str, str]) -> None:
    folder.chmod(0o777 & ~_umask())
    for name, text in sorted(files.items()):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _put(made: Path, target: Path) -> None:
    """Rename ``made`` to ``target``; an earlier result gives way only after the new one is complete."""
    if not target.exists():
        made.rename(target)
    elif not any(target.iterdir()) or is_ours(target):
        old = Path(tempfile.mkdtemp(prefix=f".{target.name}-old-", dir=target.parent))
        target.rename(old / target.name)
        try:
            made.rename(target)
        except OSError:
            (old / target.name).rename(target)
            raise
        finally:
            shutil.rmtree(old, ignore_errors=True)
    else:
        for path in sorted(p for p in made.rglob("*") if p.is_file()):
            place = target / path.relative_to(made)
            place.parent.mkdir(parents=True, exist_ok=True)
            path.replace(place)


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """A stream whose content becomes the file ``path`` when the block ends well, and nothing otherwise."""
    if path.is_dir():
        raise OutputError(f"{path} is a folder: name a file")
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.resolve().parent)
    except OSError as problem:
        raise OutputError(f"{path} cannot be written ({problem.strerror}): name another file") from None
    made = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
        made.chmod(0o666 & ~_umask())
        made.replace(path)
    finally:
        made.unlink(missing_ok=True)
