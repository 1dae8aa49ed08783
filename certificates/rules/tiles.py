"""The log as static files: C2SP tlog-tiles. Tiles are 256 hashes wide; level 0 holds leaf hashes."""

import re
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


WIDTH = 256
HASH = 32
PATH = re.compile(r"tile/(entries|[0-9]{1,2})/((?:x[0-9]{3}/)*[0-9]{3})(?:\.p/([1-9][0-9]{0,2}))?")


@dataclass(frozen=True)
class Tile:
    """One file: `level` is None for the bundle of entries; `width` below 256 is a part that will grow."""

    level: int | None
    index: int
    width: int = WIDTH

    @property
    def path(self) -> str:
        """Where the file is, below the log's address."""
        level = "entries" if self.level is None else str(self.level)
        part = "" if self.width == WIDTH else f".p/{self.width}"
        return f"tile/{level}/{_numbered(self.index)}{part}"


def parse_path(path: str) -> Tile:
    """Return the tile that a path names; raise ValueError for a path that no log writes."""
    found = PATH.fullmatch(path)
    if not found:
        message = f"{path!r} names no tile."
        raise ValueError(message)
    level = None if found[1] == "entries" else int(found[1])
    index = int(re.sub(r"\D", "", found[2]))
    tile = Tile(level, index, int(found[3] or WIDTH))
    if tile.path != path or (level or 0) > 63 or tile.width > WIDTH:
        message = f"{path!r} names no tile."
        raise ValueError(message)
    return tile


def width_of(level: int | None, index: int, size: int) -> int:
    """Return how many of its 256 places a tile has filled in a log of that size; 0 where it does not exist."""
    filled = (size >> (8 * (level or 0))) - index * WIDTH
    return max(0, min(WIDTH, filled))


def tiles_of(size: int) -> Iterator[Tile]:
    """Yield the tiles, and the bundles of entries, that a log of that size consists of."""
    level = 0
    while size >> (8 * level):
        count = -(-(size >> (8 * level)) // WIDTH)
        for index in range(count):
            width = width_of(level, index, size)
            yield Tile(level, index, width)
            if level == 0:
                yield Tile(None, index, width)
        level += 1


def bundle(bodies: Iterable[bytes]) -> bytes:
    """Return entries as one file, each behind its length in two bytes; raise ValueError for one over 65,535 bytes."""
    written = []
    for body in bodies:
        if len(body) > 0xFFFF:
            message = f"An entry of {len(body)} bytes is too long for the log."
            raise ValueError(message)
        written.append(struct.pack(">H", len(body)) + body)
    return b"".join(written)


def unbundle(file: bytes) -> list[bytes]:
    """Return the entries of a bundle; raise ValueError if it is cut."""
    bodies, at = [], 0
    while at < len(file):
        if at + 2 > len(file):
            raise ValueError("The bundle is cut within a length.")
        (length,) = struct.unpack_from(">H", file, at)
        body = file[at + 2 : at + 2 + length]
        if len(body) != length:
            raise ValueError("The bundle is cut within an entry.")
        bodies.append(body)
        at += 2 + length
    return bodies


def hashes(file: bytes) -> list[bytes]:
    """Return the hashes of a tile; raise ValueError unless the file is a whole number of them."""
    if len(file) % HASH:
        raise ValueError("The tile is no whole number of hashes.")
    return [file[at : at + HASH] for at in range(0, len(file), HASH)]


def _numbered(index: int) -> str:
    groups = [f"{index % 1000:03d}"]
    while index := index // 1000:
        groups.append(f"x{index % 1000:03d}")
    return "/".join(reversed(groups))
