"""Opens a zip file from a stranger: what it claims is checked first, and each part is unpacked to a limit."""

from __future__ import annotations

import stat
import zlib
from functools import lru_cache
from io import BytesIO
from typing import IO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from models.errors import KnownError
from models.imports.limits import MOST_MEMBERS, MOST_UNPACKED, MOST_UNPACKED_PART

_ODD = ("..", "\\", ":", "//")  # one of them stands in every name that could mean harm
_HEADER = 30  # bytes before the name of a part in its own header


class ZipParts:
    """The parts of a zip file by name; capitals and backslashes of odd writers make no difference."""

    def __init__(self, name: str, content: bytes) -> None:
        self.name, self.content = name, content
        try:
            self._zip = ZipFile(BytesIO(content))
        except (BadZipFile, NotImplementedError, ValueError, OSError) as error:
            raise KnownError("slip_damaged", name=name) from error
        members = self._zip.infolist()
        self.claimed = sum([member.file_size for member in members])  # bytes, once all is unpacked
        if len(members) > MOST_MEMBERS or self.claimed > MOST_UNPACKED:
            raise KnownError("slip_unpacks_too_large", name=name)
        for member in members:
            _refuse_unsafe(name, member)
        self._members = {_key(member.filename): member for member in members}
        self.is_plain = len(self._members) == len(members)  # no name twice, which each reader would take its own way

    def __contains__(self, part: str) -> bool:
        return _key(part) in self._members

    def names(self) -> tuple[str, ...]:
        """The names of all parts, in small letters."""
        return tuple(self._members)

    def size(self, part: str) -> int:
        """How large a part is once unpacked, as the file claims."""
        return self._members[_key(part)].file_size

    def read(self, part: str) -> bytes:
        """A part, unpacked; empty where the file has none of that name."""
        if part not in self:
            return b""
        member = self._members[_key(part)]
        if member.file_size > MOST_UNPACKED_PART:
            raise KnownError("slip_unpacks_too_large", name=self.name)
        unpacked = self._unpacked(member)
        if unpacked is not None:
            return unpacked
        with self.open(part) as stream:
            return take(self.name, stream, MOST_UNPACKED_PART + 1)

    def _unpacked(self, member: ZipInfo) -> bytes | None:
        """A part as it usually is, at once; None where anything is odd, for zipfile to say what."""
        begins = member.header_offset
        header = self.content[begins : begins + _HEADER]
        if member.compress_type != ZIP_DEFLATED or member.flag_bits & 1 or header[:4] != b"PK\3\4":
            return None
        begins += _HEADER + int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
        packed = self.content[begins : begins + member.compress_size]
        try:
            unpacked = zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, member.file_size or 1)
        except zlib.error:
            return None
        return unpacked if len(unpacked) == member.file_size and zlib.crc32(unpacked) == member.CRC else None

    def open(self, part: str) -> IO[bytes]:
        """A part to be unpacked piece by piece. It never gives more bytes than the file claims."""
        try:
            return self._zip.open(self._members[_key(part)])
        except (BadZipFile, NotImplementedError, ValueError, OSError) as error:
            raise KnownError("slip_damaged", name=self.name) from error
        except RuntimeError as error:  # zipfile's way to say that a password is needed
            raise KnownError("slip_locked_otherwise", name=self.name) from error


def take(name: str, stream: IO[bytes], most: int) -> bytes:
    """So many bytes of a part, or a clear word if it is broken."""
    try:
        return stream.read(most)
    except Exception as error:  # zlib, lzma and bz2 raise errors of their own, and none says more than this
        raise KnownError("slip_damaged", name=name) from error


@lru_cache(maxsize=2_000)
def _key(part: str) -> str:
    return part.replace("\\", "/").lstrip("/").lower()


def _refuse_unsafe(name: str, member: ZipInfo) -> None:
    """Nothing is ever unpacked to the disk, yet such a name says that somebody means harm."""
    written = member.orig_filename
    link = stat.S_ISLNK(member.external_attr >> 16)
    if not link and not any(sign in written for sign in _ODD):
        return
    path = written.replace("\\", "/")
    if link or ".." in path.split("/") or path[1:2] == ":" or path.startswith("//"):
        raise KnownError("slip_unsafe", name=name)
