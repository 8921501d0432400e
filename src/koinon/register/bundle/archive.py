"""The files of a bundle as bytes, from a folder or a zip."""

import zipfile
import zlib
from pathlib import Path, PurePosixPath

from koinon.register.bundle.files import FILES, HEAD
from koinon.register.bundle.problem import BadBundle, BadFile

LARGEST = 200_000_000
"""How many bytes a file may hold."""


def files_in(path: Path) -> dict[str, bytes]:
    """Read the files of a bundle by name; raises BadBundle, BadFile."""
    try:
        files = _of_folder(path) if path.is_dir() else _of_zip(path)
    except FileNotFoundError as error:
        raise BadBundle("bundle.problem.not-there", path=str(path)) from error
    except OSError as error:
        raise BadBundle("bundle.problem.not-readable", path=str(path)) from error
    for name in files:
        if name not in FILES and name != HEAD:
            raise BadFile(name, "bundle.problem.unknown-file", names=", ".join(FILES))
    if HEAD not in files:
        raise BadBundle("bundle.problem.no-head", path=str(path), head=HEAD)
    return files


def _is_part(name: str) -> bool:
    """Tell a file of the bundle from what merely lies beside it."""
    return name.endswith((".csv", ".toml")) and not name.startswith(".")


def _of_folder(path: Path) -> dict[str, bytes]:
    files = {}
    for entry in sorted(path.iterdir()):
        if entry.is_file() and _is_part(entry.name):
            if entry.stat().st_size > LARGEST:
                raise BadFile(entry.name, "bundle.problem.too-large")
            files[entry.name] = entry.read_bytes()
    return files


def _of_zip(path: Path) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(path) as archive:
            return dict(_members(archive))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise BadBundle("bundle.problem.not-a-zip", path=str(path)) from error


def _members(archive: zipfile.ZipFile) -> list[tuple[str, bytes]]:
    """Read the members at the top of a zip, or in the one folder at its top."""
    names = [info for info in archive.infolist() if not info.is_dir()]
    depth = min((len(PurePosixPath(info.filename).parts) for info in names), default=1)
    members = []
    for info in names:
        member = PurePosixPath(info.filename)
        if len(member.parts) == depth and _is_part(member.name):
            if info.file_size > LARGEST:
                raise BadFile(member.name, "bundle.problem.too-large")
            members.append((member.name, archive.read(info)))
    if len({name for name, _ in members}) < len(members):
        raise BadBundle("bundle.problem.twice", path=str(archive.filename))
    return members
