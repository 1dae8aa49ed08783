"""The tree of the log over what is stored: leaf hashes, and the roots of full tiles."""

import base64
from functools import cache
from urllib.parse import unquote

from certificates.models.signing import LogEntry, LogTile, SigningKey
from certificates.rules import checkpoints, merkle, tiles


def verifier_of(key: SigningKey) -> checkpoints.Verifier:
    """Return whose signature counts for the log: the issuer's host, and the key."""
    name = unquote(key.controller.removeprefix("did:web:")) + "/log"
    return checkpoints.Verifier(name, base64.b64decode(key.public_key))


def root_of(size: int) -> bytes:
    """Return the root of the first `size` leaves."""
    return merkle.root(size, subtrees())


def subtrees() -> merkle.Subtrees:
    """Return full subtrees, read a whole row of hashes at a time and remembered for one question."""
    leaves, uppers = cache(leaf_row), cache(upper_row)

    def subtree(level: int, index: int) -> bytes:
        floor, rest = divmod(level, 8)
        if rest == 0:
            row, place = divmod(index, tiles.WIDTH)
            return (uppers((floor, row)) if floor else leaves(row))[place]
        return merkle.node_hash(subtree(level - 1, 2 * index), subtree(level - 1, 2 * index + 1))

    return subtree


def leaf_row(row: int) -> list[bytes]:
    """Return the leaf hashes of a tile, as many as there are."""
    begin = row * tiles.WIDTH
    leaves = LogEntry.objects.filter(index__gte=begin, index__lt=begin + tiles.WIDTH)
    return [bytes.fromhex(each) for each in leaves.values_list("leaf_hash", flat=True)]


def upper_row(place: tuple[int, int]) -> list[bytes]:
    """Return the hashes of a tile above the leaves, given by level and index, as many as there are."""
    level, row = place
    begin = row * tiles.WIDTH
    below = LogTile.objects.filter(
        level=level - 1, index__gte=begin, index__lt=begin + tiles.WIDTH
    ).order_by("index")
    return [bytes.fromhex(each) for each in below.values_list("root", flat=True)]


def root_of_tile(level: int, index: int) -> bytes:
    """Return the root of a full tile of 256 hashes."""
    row = upper_row((level, index)) if level else leaf_row(index)
    return merkle.root(tiles.WIDTH, merkle.over(row))
