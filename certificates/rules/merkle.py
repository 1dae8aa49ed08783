"""
The Merkle tree of the log: RFC 9162, section 2.1, over SHA-256.

Hashes are bytes of length 32. A tree over leaves 0..n-1 splits at the largest power of two below n; its left part
is full, so that hashes of full parts never change and can be kept.
"""

import hashlib
from collections.abc import Callable, Sequence


Hash = bytes
# Answers with the hash of the full subtree of 2**level leaves that begins at index * 2**level.
Subtrees = Callable[[int, int], Hash]


class ProofError(ValueError):
    """The proof does not lead from what is claimed to the root."""


def leaf_hash(body: bytes) -> Hash:
    """Return the hash of a leaf: the byte 0 before the body keeps leaves and nodes apart."""
    return hashlib.sha256(b"\x00" + body).digest()


def node_hash(left: Hash, right: Hash) -> Hash:
    """Return the hash of two neighbours."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def over(leaves: Sequence[Hash]) -> Subtrees:
    """Return the full subtrees of leaves that are all at hand."""

    def subtree(level: int, index: int) -> Hash:
        if level == 0:
            return leaves[index]
        return node_hash(subtree(level - 1, 2 * index), subtree(level - 1, 2 * index + 1))

    return subtree


def root(size: int, subtrees: Subtrees) -> Hash:
    """Return the root of the tree of that size; of the empty tree, the hash of nothing."""
    if size == 0:
        return hashlib.sha256(b"").digest()
    return _range(0, size, subtrees)


def inclusion_proof(index: int, size: int, subtrees: Subtrees) -> list[Hash]:
    """Return the audit path of a leaf, from the leaf upwards; raise IndexError outside the tree."""
    if not 0 <= index < size:
        message = f"There is no leaf {index} in a tree of {size}."
        raise IndexError(message)
    return _path(index, 0, size, subtrees)


def consistency_proof(old: int, new: int, subtrees: Subtrees) -> list[Hash]:
    """Return the proof that the tree of `new` leaves begins with that of `old`; raise IndexError unless 0 < old <= new."""
    if not 0 < old <= new:
        message = f"No tree of {old} leaves can be the beginning of one of {new}."
        raise IndexError(message)
    return _consistency(old, 0, new, subtrees, whole=True)


def check_inclusion(
    leaf: Hash, index: int, size: int, proof: Sequence[Hash], root_hash: Hash
) -> None:
    """Return nothing if the path leads from the leaf to the root (RFC 9162, 2.1.3.2); raise ProofError otherwise."""
    if not 0 <= index < size:
        raise ProofError(f"There is no leaf {index} in a tree of {size}.")
    node, last, found = index, size - 1, leaf
    for step in proof:
        if last == 0:
            raise ProofError("The path is too long.")
        if node & 1 or node == last:
            found = node_hash(step, found)
            node, last = _past_edges(node, last)
        else:
            found = node_hash(found, step)
        node, last = node >> 1, last >> 1
    if last:
        raise ProofError("The path is too short.")
    if found != root_hash:
        raise ProofError("The path leads to another root.")


def check_consistency(
    old: int, new: int, proof: Sequence[Hash], old_root: Hash, new_root: Hash
) -> None:
    """Return nothing if the older tree begins the newer one (RFC 9162, 2.1.4.2); raise ProofError otherwise."""
    if not 0 < old <= new:
        raise ProofError(f"No tree of {old} leaves can be the beginning of one of {new}.")
    if old == new:
        if proof or old_root != new_root:
            raise ProofError("Two trees of one size have two roots.")
        return
    path = [old_root, *proof] if old & (old - 1) == 0 else list(proof)
    if not path:
        raise ProofError("The proof is empty.")
    found_old, found_new = _climb(old - 1, new - 1, path)
    if found_old != old_root:
        raise ProofError("The proof does not lead to the older root.")
    if found_new != new_root:
        raise ProofError("The proof does not lead to the newer root.")


def _climb(node: int, last: int, path: Sequence[Hash]) -> tuple[Hash, Hash]:
    while node & 1:
        node, last = node >> 1, last >> 1
    older = newer = path[0]
    for step in path[1:]:
        if last == 0:
            raise ProofError("The proof is too long.")
        if node & 1 or node == last:
            older, newer = node_hash(step, older), node_hash(step, newer)
            node, last = _past_edges(node, last)
        else:
            newer = node_hash(newer, step)
        node, last = node >> 1, last >> 1
    if last:
        raise ProofError("The proof is too short.")
    return older, newer


def _past_edges(node: int, last: int) -> tuple[int, int]:
    """Skip the levels on which the right edge has no neighbour."""
    while not node & 1 and node:
        node, last = node >> 1, last >> 1
    return node, last


def _split(size: int) -> int:
    return 1 << ((size - 1).bit_length() - 1)


def _range(begin: int, end: int, subtrees: Subtrees) -> Hash:
    size = end - begin
    if size & (size - 1) == 0:
        level = size.bit_length() - 1
        return subtrees(level, begin >> level)
    middle = begin + _split(size)
    return node_hash(_range(begin, middle, subtrees), _range(middle, end, subtrees))


def _path(index: int, begin: int, end: int, subtrees: Subtrees) -> list[Hash]:
    if end - begin == 1:
        return []
    middle = begin + _split(end - begin)
    if index < middle:
        return [*_path(index, begin, middle, subtrees), _range(middle, end, subtrees)]
    return [*_path(index, middle, end, subtrees), _range(begin, middle, subtrees)]


def _consistency(old: int, begin: int, end: int, subtrees: Subtrees, *, whole: bool) -> list[Hash]:
    """Follow RFC 9162, 2.1.4.1: `old` counts leaves from `begin`; `whole` says the older root is known already."""
    size = end - begin
    if old == size:
        return [] if whole else [_range(begin, end, subtrees)]
    middle = _split(size)
    if old <= middle:
        left = _consistency(old, begin, begin + middle, subtrees, whole=whole)
        return [*left, _range(begin + middle, end, subtrees)]
    right = _consistency(old - middle, begin + middle, end, subtrees, whole=False)
    return [*right, _range(begin, begin + middle, subtrees)]
