"""The real `python -m config.launch`: how soon it answers, and that nothing outlives it."""

import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager

import pytest

from tests.journey.served import (
    ENDS_WITHIN,
    NOT_OURS,
    READY_WITHIN,
    ROOT,
    free_port,
    is_ready,
    left_over,
)


pytestmark = pytest.mark.journey


def _until(question, seconds):
    until = time.monotonic() + seconds
    while not (yes := question()) and time.monotonic() < until:
        time.sleep(0.1)
    return yes


@contextmanager
def _house(var):
    """Start the house on a free port; yield its process and the seconds until it answered."""
    port, began = free_port(), time.monotonic()
    env = {name: value for name, value in os.environ.items() if name not in NOT_OURS}
    with (var / "log").open("ab") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "config.launch"],
            env={**env, "DEMO": "1", "PORT": str(port), "VAR_DIR": str(var)},
            cwd=ROOT, stdout=log, stderr=log, start_new_session=True,
        )  # fmt: skip
    url = f"http://127.0.0.1:{port}"
    try:
        _until(lambda: is_ready(url) or process.poll() is not None, READY_WITHIN)
        assert is_ready(url), (var / "log").read_text()[-3000:]
        yield process, time.monotonic() - began
    finally:
        if left_over(process.pid):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait(timeout=10)


def _nothing_left(process):
    return _until(lambda: process.poll() is not None and not left_over(process.pid), ENDS_WITHIN)


def test_the_house_starts_again_without_preparing_and_leaves_nothing_behind(tmp_path, capsys):
    with _house(tmp_path) as (process, first):
        os.killpg(process.pid, signal.SIGINT)  # as the terminal does on Ctrl-C: to the whole group
        assert _nothing_left(process), "something outlived Ctrl-C"
    prepared = (tmp_path / "prepared").stat().st_mtime_ns
    with _house(tmp_path) as (process, second):
        process.kill()
        assert _nothing_left(process), "something outlived the launcher that was killed"
    with capsys.disabled():
        print(f"\nready after {first:.1f} s, the second time after {second:.1f} s")  # noqa: T201 - the figures are wanted
    # The clock is bench's business (start_second); here: the second start had nothing to prepare.
    assert (tmp_path / "prepared").stat().st_mtime_ns == prepared
