"""Puts what was made into a file, so that whatever fails the file is the old one or the new one."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from os import PathLike

_ANY = os.O_WRONLY | os.O_CREAT | getattr(os, "O_BINARY", 0)
NEW, AGAIN = _ANY | os.O_EXCL, _ANY | os.O_TRUNC
"""How a file is opened that must not be there, and one that is written where it stands."""

FOLDER_IS_CLOSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS, errno.EBUSY, errno.EXDEV})
"""Why nothing may be put beside a file or in its place, though the file itself may be written."""


def save(
    path: str | PathLike[str],
    data: bytes | Iterable[bytes],
    *,
    new: bool = False,
    only_at_once: bool = False,
) -> None:
    """Writes a file at once: until all of it is written, what stood there before stands there.

    A link is followed. Devices, pipes and what this process writes to already are written as they
    are, and so is a file whose folder takes no other, unless it is to be `only_at_once`. With
    `new` there must be no such file.

    Raises: OSError naming the file, which is then as it was.
    """
    name = _name(path)
    chunks = (data,) if isinstance(data, bytes) else data
    try:
        if new:
            _write_new(name, chunks)
        elif _may_be_replaced(name):
            _put(os.path.realpath(name), chunks, only_at_once=only_at_once)
        else:
            _write(_opened(name), chunks)
    except OSError as error:
        raise OSError(error.errno, f"{name}: {error.strerror or error}") from error


def _name(path: str | PathLike[str]) -> str:
    """Answers the name of a file; raises OSError for one that no file can have."""
    name = os.fspath(path)
    try:
        with suppress(OSError):
            os.lstat(name)
    except ValueError as error:
        raise OSError(errno.EINVAL, f"{name!r}: {error}") from error
    return name


def check_place(path: str | PathLike[str]) -> None:
    """Raises OSError naming the file, if it is a folder or there is none that it can stand in."""
    name = _name(path)
    folder = os.path.dirname(os.path.realpath(name) if os.path.islink(name) else name) or "."
    if os.path.isdir(name):
        raise IsADirectoryError(errno.EISDIR, f"{name}: {os.strerror(errno.EISDIR)}")
    if not os.path.isdir(folder):
        number = errno.ENOTDIR if os.path.exists(folder) else errno.ENOENT
        raise OSError(number, f"{name}: there is no folder {folder!r}; make it first")


def make_folder(path: str | PathLike[str]) -> None:
    """Makes a folder and those it is in, as far as there are none; raises OSError naming it."""
    name = _name(path)
    try:
        os.makedirs(name, exist_ok=True)
    except FileExistsError as error:
        raise NotADirectoryError(errno.ENOTDIR, f"{name} is a file; name a folder") from error
    except OSError as error:
        raise OSError(error.errno, f"{name}: {error.strerror}") from error


def _may_be_replaced(name: str) -> bool:
    """Answers whether another file may take this one's place, which nobody then misses."""
    if not os.path.basename(name):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    try:
        there = os.stat(name)
    except FileNotFoundError:
        return True
    if stat.S_ISDIR(there.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not os.access(name, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    named = name.startswith(("/dev/fd/", "/proc/"))
    return stat.S_ISREG(there.st_mode) and not named and _stream(there) is None


def _stream(there: os.stat_result) -> int | None:
    """Answers which of stdout and stderr goes into a file already, None if neither."""
    for stream in (1, 2):
        with suppress(OSError):
            if os.path.samestat(there, os.fstat(stream)):
                return stream
    return None


def _opened(name: str) -> int:
    """Answers a file opened to be written where it stands; stdout goes on where it is."""
    with suppress(FileNotFoundError):
        stream = _stream(os.stat(name))
        if stream is not None:
            return os.dup(stream)
    return os.open(name, AGAIN, 0o666)


def _put(name: str, data: Iterable[bytes], *, only_at_once: bool) -> None:
    """Writes another file beside this one, and has it take its place."""
    part = f".argue-{os.getpid()}-{os.urandom(4).hex()}.part"
    part = os.path.join(os.path.dirname(name), part)
    try:
        file = os.open(part, NEW, 0o666)
    except OSError as error:
        if only_at_once or error.errno not in FOLDER_IS_CLOSED or not os.path.exists(name):
            raise
        _write(_opened(name), data)
        return
    try:
        _write(file, data)
        with suppress(FileNotFoundError):
            _take_after(part, os.stat(name))
        os.replace(part, name)
    except BaseException as error:
        if only_at_once or not _is_in_the_way(error, name):
            raise
        _copy(part, name)
    finally:
        with suppress(OSError):
            os.unlink(part)


def _is_in_the_way(error: BaseException, name: str) -> bool:
    """Answers whether a file could not be replaced for what it is, as one that is mounted."""
    closed = isinstance(error, OSError) and error.errno in FOLDER_IS_CLOSED
    return closed and os.path.exists(name)


def _copy(part: str, name: str) -> None:
    with open(part, "rb") as stream:
        _write(_opened(name), iter(lambda: stream.read(1 << 20), b""))


def _take_after(part: str, old: os.stat_result) -> None:
    """Gives a file the mode of the one whose place it takes, and its owner as far as it may.

    What it takes the place of is lost with it, so that it is had on the disk before.
    """
    made = os.stat(part)
    if (made.st_uid, made.st_gid) != (old.st_uid, old.st_gid):
        with suppress(OSError):
            os.chown(part, old.st_uid, old.st_gid)
    if stat.S_IMODE(made.st_mode) != stat.S_IMODE(old.st_mode):
        os.chmod(part, stat.S_IMODE(old.st_mode))
    file = os.open(part, os.O_RDWR)
    try:
        os.fsync(file)
    finally:
        os.close(file)


def _write(file: int, data: Iterable[bytes]) -> None:
    with os.fdopen(file, "wb") as stream:
        for chunk in data:
            stream.write(chunk)


def _write_new(name: str, data: Iterable[bytes]) -> None:
    """Writes a file where there is none; what was begun is not left there."""
    file = os.open(name, NEW, 0o666)
    try:
        _write(file, data)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise
