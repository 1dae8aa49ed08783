"""The real thing: `python -m config.launch` in a process group of its own, with a fresh demo world."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path


ROOT = Path(__file__).resolve().parents[2]
READY_WITHIN, ENDS_WITHIN = 240, 25
# The suite's own settings, and servers that another part of `make test` may have left in the environment.
NOT_OURS = {
    "DJANGO_SETTINGS_MODULE",
    "SECRET_KEY",
    "SITE_URL",
    "HOST",
    "DATABASE_URL",
    "REDIS_URL",
}


@dataclass(frozen=True)
class Site:
    """A served site: where it answers, where it keeps its files, and its process."""

    url: str
    var: Path
    process: subprocess.Popen

    @property
    def log(self):
        return (self.var.parent / f"{self.var.name}.log").read_text(errors="replace")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def is_ready(url):
    try:
        with urllib.request.urlopen(f"{url}/readyz", timeout=2) as answer:  # noqa: S310 - our own
            return answer.status == 200
    except OSError:
        return False


def start(var):
    """Start the site on a free port with files in `var`; return it once it answers."""
    shutil.rmtree(var, ignore_errors=True)
    var.mkdir(parents=True)
    port = free_port()
    env = {name: value for name, value in os.environ.items() if name not in NOT_OURS}
    with (var.parent / f"{var.name}.log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "config.launch"],
            env={**env, "DEMO": "1", "PORT": str(port), "VAR_DIR": str(var)},
            cwd=ROOT,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    site = Site(f"http://127.0.0.1:{port}", var, process)
    until = time.monotonic() + READY_WITHIN
    while not is_ready(site.url):
        if process.poll() is not None or time.monotonic() > until:
            end(site)
            raise RuntimeError(f"The site did not come up:\n{site.log}")
        time.sleep(0.5)
    return site


def left_over(group):
    """Return whether any process of the group is still there."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def end(site):
    """End the site as Ctrl-C would; return whether something had to be ended by force."""
    group = site.process.pid
    if site.process.poll() is None:
        site.process.send_signal(signal.SIGINT)
    until = time.monotonic() + ENDS_WITHIN
    while time.monotonic() < until:
        if site.process.poll() is not None and not left_over(group):
            return False
        time.sleep(0.2)
    if left_over(group):
        os.killpg(group, signal.SIGKILL)
    site.process.wait(timeout=10)
    return True
