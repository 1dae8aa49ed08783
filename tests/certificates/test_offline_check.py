"""What the archive of the log carries with it is enough: a bare Python checks it, with no code of ours."""

import io
import subprocess
import sys
import zipfile
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from certificates.models import Checkpoint
from certificates.selectors.log import credential_of, log_verifiers
from certificates.services.keys import create_key
from tests import cast
from tests.certificates.factories import certificate, changed


pytestmark = pytest.mark.django_db


@pytest.fixture
def copy(worker, store, client, tmp_path, fixed_day):
    """A log over a change of its key, unpacked; with the key and state noted down before, and a credential."""
    noted = log_verifiers()[0].text
    entry = certificate(cast.person("Lê Thị Hoa"))
    worker()
    (tmp_path / "old").write_text(Checkpoint.objects.first().note)
    (tmp_path / "c.json").write_text(credential_of(entry.number).document)
    now = timezone.now()
    create_key(role="log", store=store, at=now, not_before=now + timedelta(days=7))
    worker()
    fixed_day.shift(timedelta(days=8))
    changed(entry, at=timezone.now())
    worker()
    archive = client.get(reverse("certificates:log_bundle")).content
    zipfile.ZipFile(io.BytesIO(archive)).extractall(tmp_path / "log")
    return tmp_path, noted


def run(folder, *options):
    """Run the program of the archive in a bare interpreter, away from our code; return its code and words."""
    program = folder / "log" / "check_log.py"
    done = subprocess.run(
        [sys.executable, "-I", str(program), *map(str, options)],
        cwd=folder,
        env={},
        capture_output=True,
        text=True,
        check=False,
    )
    assert not done.stderr
    return done.returncode, done.stdout


def test_a_whole_copy_is_found_whole_also_by_a_key_of_earlier_years(copy):
    folder, noted = copy
    code, said = run(folder, "--key", noted, "--old", folder / "old", "--file", folder / "c.json")
    assert (code, "The log is whole." in said) == (0, True)
    assert "last event: suspended" in said
    code, said = run(folder)
    assert (code, "only held against itself" in said) == (0, True)


def test_each_falsification_is_named(copy):
    folder, noted = copy
    entries = next((folder / "log" / "tile" / "entries").rglob("*"))
    entries = next(path for path in [entries, *entries.rglob("*")] if path.is_file())
    whole = entries.read_bytes()
    entries.write_bytes(whole.replace(b"2026-05", b"2021-05"))
    assert "FAULT" in run(folder, "--key", noted)[1]
    entries.write_bytes(whole[:-3])
    assert run(folder, "--key", noted)[0] == 1
    entries.write_bytes(whole)
    other = folder / "other"
    other.write_text((folder / "old").read_text().replace("\n5\n", "\n6\n"))
    assert "is wrong" in run(folder, "--key", noted, "--old", other)[1]
    (folder / "c.json").write_text("{}")
    assert "does not know" in run(folder, "--key", noted, "--file", folder / "c.json")[1]
    assert "no verifier key" in run(folder, "--key", noted[:-6] + "AAAAA=")[1]
    for kept in (folder / "log" / "checkpoints").iterdir():
        kept.unlink()
    assert "None of the known keys" in run(folder, "--key", noted)[1]
