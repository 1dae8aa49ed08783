"""The arithmetic of the log: trees, proofs, notes and files, against the standards and an independent implementation."""

import base64
import hashlib

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, strategies as st
from pymerkle import InmemoryTree

from certificates.rules import checkpoints, merkle, proofs, tiles


# The eight leaves and roots with which every implementation of RFC 6962 is tried.
LEAVES = [
    "",
    "00",
    "10",
    "2021",
    "3031",
    "40414243",
    "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
]
ROOTS = {
    1: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    8: "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
}
bodies = st.lists(st.binary(max_size=20), min_size=1, max_size=70)


def hashed(leaves):
    return [merkle.leaf_hash(body) for body in leaves]


def root_of(leaves):
    return merkle.root(len(leaves), merkle.over(leaves))


def test_known_roots():
    leaves = hashed(bytes.fromhex(each) for each in LEAVES)
    assert {size: root_of(leaves[:size]).hex() for size in ROOTS} == ROOTS
    assert merkle.root(0, merkle.over([])) == hashlib.sha256(b"").digest()


@given(bodies)
def test_roots_agree_with_an_independent_implementation(leaves):
    other = InmemoryTree(algorithm="sha256")
    for body in leaves:
        other.append(body)
    assert root_of(hashed(leaves)) == other.get_state()


@given(bodies, st.data())
def test_every_leaf_proves_itself_and_no_other_in_its_place(leaves, data):
    leaves = hashed(leaves)
    size = len(leaves)
    index = data.draw(st.integers(0, size - 1))
    path = merkle.inclusion_proof(index, size, merkle.over(leaves))
    merkle.check_inclusion(leaves[index], index, size, path, root_of(leaves))
    stranger = merkle.leaf_hash(b"another leaf that is not in the tree")
    for wrong in (
        (stranger, index, size, path),
        (leaves[index], index, size, [*path, stranger]),
        (leaves[index], size, size, path),
        (leaves[index], -1, size, path),
    ):
        with pytest.raises(merkle.ProofError):
            merkle.check_inclusion(*wrong, root_of(leaves))
    if path:
        with pytest.raises(merkle.ProofError):
            merkle.check_inclusion(leaves[index], index, size, path[:-1], root_of(leaves))


@given(bodies, st.data())
def test_an_older_tree_is_proven_and_a_rewritten_one_is_not(leaves, data):
    leaves = hashed(leaves)
    new = len(leaves)
    old = data.draw(st.integers(1, new))
    proof = merkle.consistency_proof(old, new, merkle.over(leaves))
    merkle.check_consistency(old, new, proof, root_of(leaves[:old]), root_of(leaves))
    rewritten = [merkle.leaf_hash(b"dated back"), *leaves[1:old]]
    with pytest.raises(merkle.ProofError):
        merkle.check_consistency(old, new, proof, root_of(rewritten), root_of(leaves))
    stranger = merkle.leaf_hash(b"an entry that no tree of these has")
    with pytest.raises(merkle.ProofError):
        merkle.check_consistency(
            old, new, [*proof, stranger], root_of(leaves[:old]), root_of(leaves)
        )
    if proof:
        with pytest.raises(merkle.ProofError):
            merkle.check_consistency(old, new, proof[:-1], root_of(leaves[:old]), root_of(leaves))
        with pytest.raises(merkle.ProofError):
            merkle.check_consistency(
                old, new, [*proof[:-1], stranger], root_of(leaves[:old]), root_of(leaves)
            )


def test_sizes_that_cannot_be_are_refused():
    subtrees = merkle.over(hashed([b"a", b"b", b"c"]))
    with pytest.raises(IndexError):
        merkle.inclusion_proof(3, 3, subtrees)
    for old, new in ((0, 3), (3, 2)):
        with pytest.raises(IndexError):
            merkle.consistency_proof(old, new, subtrees)
        with pytest.raises(merkle.ProofError):
            merkle.check_consistency(old, new, [], b"", b"")
    with pytest.raises(merkle.ProofError):
        merkle.check_consistency(3, 5, [], b"", b"")


@pytest.mark.parametrize(
    ("path", "tile"),
    [
        ("tile/0/000", tiles.Tile(0, 0)),
        ("tile/0/x001/x234/067", tiles.Tile(0, 1_234_067)),
        ("tile/2/005.p/17", tiles.Tile(2, 5, 17)),
        ("tile/entries/x001/000.p/1", tiles.Tile(None, 1000, 1)),
    ],
)
def test_paths_of_tiles_are_written_and_read(path, tile):
    assert tile.path == path
    assert tiles.parse_path(path) == tile


@pytest.mark.parametrize(
    "path",
    ["", "tile/0/0", "tile/00/000", "tile/0/x000/001", "tile/0/000.p/0", "tile/0/000.p/256", "tile/64/000",
     "tile/0/001/x002", "tile/-1/000", "tile/0/000/", "../tile/0/000", "tile/entries/1000", "tile/0/000.p/257"],
)  # fmt: skip
def test_other_paths_are_refused(path):
    with pytest.raises(ValueError, match="names no tile"):
        tiles.parse_path(path)


def test_a_log_consists_of_these_tiles():
    assert list(tiles.tiles_of(0)) == []
    assert [tile.path for tile in tiles.tiles_of(257)] == [
        "tile/0/000", "tile/entries/000", "tile/0/001.p/1", "tile/entries/001.p/1", "tile/1/000.p/1",
    ]  # fmt: skip


@given(st.lists(st.binary(max_size=50)))
def test_a_bundle_gives_back_its_entries(entries):
    assert tiles.unbundle(tiles.bundle(entries)) == entries


def test_a_cut_bundle_and_a_cut_tile_are_refused():
    file = tiles.bundle([b"abc"])
    for cut in (file[:1], file[:-1]):
        with pytest.raises(ValueError, match="cut"):
            tiles.unbundle(cut)
    with pytest.raises(ValueError, match="too long"):
        tiles.bundle([bytes(65_536)])
    with pytest.raises(ValueError, match="whole number"):
        tiles.hashes(bytes(33))
    assert tiles.hashes(bytes(64)) == [bytes(32), bytes(32)]


@pytest.fixture
def key():
    return Ed25519PrivateKey.from_private_bytes(bytes(range(32)))


@pytest.fixture
def verifier(key):
    return checkpoints.Verifier("vidu.example/log", key.public_key().public_bytes_raw())


@pytest.fixture
def note(key, verifier):
    state = checkpoints.State("vidu.example/log", 7, bytes(32))
    return checkpoints.write(state, verifier=verifier, sign=key.sign)


def test_a_note_is_read_back_among_signatures_of_others(note, verifier):
    other = base64.b64encode(b"abcd" + bytes(64)).decode()
    witnessed = f"{note}\u2014 witness.example {other}\n"
    assert checkpoints.read(witnessed, verifier=verifier).size == 7
    assert verifier.text.startswith("vidu.example/log+")


@pytest.mark.parametrize(
    "change",
    [
        lambda note: note.replace("\n7\n", "\n8\n"),
        lambda note: note.replace("\n7\n", "\n07\n"),
        lambda note: note.replace("vidu.example/log\n7", "khac.example/log\n7"),
        lambda note: note.split("\n\n")[0],
        lambda note: note.rstrip("\n"),
        lambda note: note.replace("\u2014 ", "- "),
        lambda note: note.replace("\u2014 vidu", "\u2014 khac"),
        lambda note: note[:-6] + "*****\n",
        lambda note: note + "one word\n",
    ],
)
def test_a_note_with_one_change_is_refused(note, verifier, change):
    with pytest.raises(checkpoints.NoteError):
        checkpoints.read(change(note), verifier=verifier)


@pytest.mark.parametrize(
    "body",
    ["vidu.example/log\n", "vidu.example/log\nx\nAAAA\n", "vidu.example/log\n7\n***\n", "vidu.example/log\n7\nAAAA\n",
     "vidu.example/log\n07\nAAAA\n", "khac.example/log\n7\n" + base64.b64encode(bytes(32)).decode() + "\n"],
)  # fmt: skip
def test_a_signed_text_that_is_no_state_of_this_log_is_refused(key, verifier, body):
    signature = base64.b64encode(verifier.key_id + key.sign(body.encode())).decode()
    with pytest.raises(checkpoints.NoteError):
        checkpoints.read(f"{body}\n\u2014 {verifier.name} {signature}\n", verifier=verifier)


def proof_of(leaves, index, key, verifier):
    hashes = hashed(leaves)
    state = checkpoints.State(verifier.name, len(leaves), root_of(hashes))
    note = checkpoints.write(state, verifier=verifier, sign=key.sign)
    path = merkle.inclusion_proof(index, len(leaves), merkle.over(hashes))
    return proofs.Proof(index, path, note)


def test_a_proof_in_a_file_proves_its_leaf_and_no_other(key, verifier):
    leaves = [b"a", b"b", b"c", b"d", b"e"]
    text = proof_of(leaves, 2, key, verifier).text
    found = proofs.read(text)
    assert found.text == text
    assert proofs.check(found, b"c", verifier=verifier).size == 5
    with pytest.raises(merkle.ProofError):
        proofs.check(found, b"b", verifier=verifier)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: "",
        lambda text: text.replace("@v1", "@v9"),
        lambda text: text.replace("index 2", "index 02"),
        lambda text: text.replace("index 2", "index x"),
        lambda text: text.replace("index 2", "place 2"),
        lambda text: text.replace("index 2\n", "index 2\n***\n"),
        lambda text: text.replace("index 2\n", "index 2\nAAAA\n"),
    ],
)
def test_a_file_that_is_no_proof_is_refused(key, verifier, change):
    text = proof_of([b"a", b"b", b"c"], 2, key, verifier).text
    with pytest.raises(proofs.ProofFileError):
        proofs.read(change(text))
