"""Troubles of the machine, each in one sentence."""

import errno


def sentence_of(error: Exception) -> str | None:
    """Say what went wrong with a file, a disk or a port; None for any other error."""
    if isinstance(error, OSError):
        return _of_system(error)
    name = type(error).__module__.partition(".")[0]
    text = str(error)
    if name in ("django", "sqlite3", "psycopg") and ("disk is full" in text or "No space" in text):
        return "The disk is full: free some space and try again; nothing was written."
    if name in ("django", "sqlite3", "psycopg") and "locked" in text:
        return "Another run is writing to this register: wait until it has ended and try again."
    if name in ("django", "sqlite3", "psycopg") and "unable to open" in text:
        return "The register's file cannot be opened: check KOINON_HOME and its permissions."
    return None


def _of_system(error: OSError) -> str:
    place = f" ({error.filename})" if error.filename else ""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return f"The disk is full{place}: free some space and try again; nothing was written."
        case errno.EADDRINUSE:
            return "The port is taken: choose another with --port."
        case errno.ENOENT:
            return f"There is no such file or folder{place}: check the path."
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return f"That may not be read or written{place}: check the permissions."
        case errno.EISDIR:
            return f"That is a folder, not a file{place}: name a file."
    return f"The machine answered: {error.strerror or error}{place}."
