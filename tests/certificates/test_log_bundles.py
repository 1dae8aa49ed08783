"""A downloaded log is checked from its own files and a key noted down before, with nobody's help."""

import io
import json
import zipfile

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.core.management import CommandError, call_command

from certificates.rules import checkpoints, merkle, tiles
from certificates.rules.bundles import check_bundle


KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
VERIFIER = checkpoints.Verifier("vidu.example/log", KEY.public_key().public_bytes_raw())


def entry(place, **changes):
    facts = {
        "v": 1,
        "event": "issued",
        "number": f"VNPQ2026{place:06d}",
        "credential": f"sha256:{place:064x}",
        "time": f"2026-11-23T00:{place // 60:02d}:{place % 60:02d}Z",
    }
    return json.dumps({**facts, **changes}).encode()


def note_of(bodies, key=KEY):
    leaves = [merkle.leaf_hash(body) for body in bodies]
    state = checkpoints.State(
        VERIFIER.name, len(leaves), merkle.root(len(leaves), merkle.over(leaves))
    )
    return checkpoints.write(state, verifier=VERIFIER, sign=key.sign)


def files_of(bodies):
    """The files of a log, signed by its own operator."""
    files = {"checkpoint": note_of(bodies).encode()}
    for tile in tiles.tiles_of(len(bodies)):
        if tile.level is None:
            begin = tile.index * tiles.WIDTH
            files[tile.path] = tiles.bundle(bodies[begin : begin + tile.width])
    return files


def said(files, kept=()):
    return list(check_bundle(files, verifier=VERIFIER, kept=kept))


BODIES = [entry(place) for place in range(300)]


def test_a_whole_log_has_no_fault_and_begins_with_what_was_kept():
    assert said(files_of(BODIES), kept=[note_of(BODIES[:7]), note_of(BODIES)]) == []


def test_an_entry_that_was_changed_after_the_signature_is_found():
    files = files_of(BODIES)
    files["tile/entries/001.p/44"] = tiles.bundle(
        [*BODIES[256:299], entry(299, number="VNPQ2021000001")]
    )
    assert said(files) == ["The 300 entries do not have the signed root."]


def test_a_log_that_its_operator_wrote_anew_is_found_by_whoever_kept_a_checkpoint():
    backdated = [entry(0, number="VNPQ2026999999"), *BODIES[1:]]
    assert said(files_of(backdated)) == []
    (found,) = said(files_of(backdated), kept=[note_of(BODIES[:7])])
    assert "rewritten" in found


def test_a_log_that_was_cut_is_found_by_whoever_kept_a_checkpoint():
    (found,) = said(files_of(BODIES[:250]), kept=[note_of(BODIES)])
    assert "it was cut" in found


def test_an_operator_who_contradicts_himself_is_found():
    twice = [*BODIES[:3], entry(4, number="VNPQ2026000001")]
    assert said(files_of(twice)) == [
        "Entry 3 issues VNPQ2026000001, which entry 1 issued already."
    ]
    back = [*BODIES[:3], entry(4, time="2021-01-01T00:00:00Z")]
    assert "before the entry above it" in said(files_of(back))[0]
    same = [*BODIES[:3], entry(4, credential=f"sha256:{1:064x}")]
    assert "which entry 1 issued already" in said(files_of(same))[0]
    assert said(files_of([b"[]", b"no json"])) == [
        "Entry 0 is no entry of a register.",
        "Entry 1 is no entry of a register.",
    ]


def test_another_key_and_missing_or_short_files_are_no_log():
    forger = Ed25519PrivateKey.generate()
    files = files_of(BODIES)
    for broken in (
        {**files, "checkpoint": note_of(BODIES, key=forger).encode()},
        {name: file for name, file in files.items() if name != "tile/entries/000"},
        {**files, "tile/entries/000": files["tile/entries/000"][:-1]},
        {**files, "tile/entries/000": tiles.bundle(BODIES[:255])},
        {},
    ):
        (found,) = said(broken)
        assert found.startswith("The log cannot be read")
    (found,) = said(files, kept=["no note"])
    assert found.startswith("A kept checkpoint cannot be used")


def test_the_key_that_was_noted_down_is_read_back_and_a_mistyped_one_is_refused():
    assert checkpoints.parse_verifier(VERIFIER.text) == VERIFIER
    for wrong in (
        "",
        "vidu.example/log",
        VERIFIER.text[:-4],
        VERIFIER.text.replace("vidu", "khac"),
        "a+b+***",
    ):
        with pytest.raises(checkpoints.NoteError):
            checkpoints.parse_verifier(wrong)


def test_the_command_checks_a_downloaded_archive(tmp_path):
    archive = tmp_path / "log.zip"
    with zipfile.ZipFile(archive, "w") as written:
        for name, file in files_of(BODIES).items():
            written.writestr(name, file)
    told = io.StringIO()
    call_command("verify_log", bundle=archive, verifier=VERIFIER.text, stdout=told)
    assert "whole" in told.getvalue()
    kept = tmp_path / "kept"
    kept.write_text(note_of([*BODIES, entry(301)]))
    with pytest.raises(CommandError, match="Faults"):
        call_command(
            "verify_log", bundle=archive, verifier=VERIFIER.text, against=[kept], stdout=told
        )
    assert "it was cut" in told.getvalue()
    for options in (
        {"bundle": archive},
        {"bundle": archive, "verifier": "x"},
        {"bundle": kept, "verifier": VERIFIER.text},
        {"bundle": tmp_path / "none", "verifier": VERIFIER.text},
    ):
        with pytest.raises(CommandError):
            call_command("verify_log", **options)
