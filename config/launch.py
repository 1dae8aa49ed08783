"""
`make run`: prepare what is missing, start the web server and the background work, watch over both.

Everything runs in this process's group, so Ctrl-C (or the end of this process) ends all of it. The
embedded default needs neither Redis nor PostgreSQL; DATABASE_URL and REDIS_URL choose them.
"""

import ctypes
import hashlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn


ROOT = Path(__file__).resolve().parents[1]
LIBRARIES = (
    "libpango-1.0.so.0",
    "libpangoft2-1.0.so.0",
    "libharfbuzz.so.0",
    "libharfbuzz-subset.so.0",
)
PREPARED_FROM = (
    "requirements.txt", "*/migrations/*.py", "static/**/*", "locale/**/*.po", "*/content/**/*.yaml",
    "*/data/*", "config/demo/**/*.py", "config/management/**/*.py", "cms/fonts.py", "cms/marks.py", "cms/drum.py",
)  # fmt: skip
READY_WITHIN = 60.0
STOP_WITHIN = 15.0


def stop(sentence: str) -> NoReturn:
    """Print one sentence and leave with status 1."""
    print(sentence, file=sys.stderr)
    sys.exit(1)


def environment(host: str, port: int) -> dict[str, str]:
    """Return the variables that the started programs see, with the defaults of a demonstration."""
    shown = "127.0.0.1" if host in {"0.0.0.0", "::"} else host  # noqa: S104 - compared, not bound
    defaults = {
        "DJANGO_SETTINGS_MODULE": "config.settings.base",
        "DEMO": "1",
        "VAR_DIR": str(ROOT / "var"),
        "SITE_URL": f"http://{shown}:{port}",
        "ALLOWED_HOSTS": f"127.0.0.1,localhost,[::1],{shown},{socket.gethostname()}",
        "PYTHONUNBUFFERED": "1",
    }
    return {**defaults, **os.environ}


def check_port(host: str, port: int) -> None:
    """Leave with a sentence if the port cannot be listened on."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as problem:
            stop(
                f"Cannot listen on {host}:{port} ({problem.strerror}). Choose another: PORT={port + 1} make run"
            )


def check_libraries() -> None:
    """Say in one sentence which system library the certificate PDFs would miss."""
    for name in LIBRARIES:
        try:
            ctypes.CDLL(name)
        except OSError:
            print(
                f"Certificate PDFs will wait: the system library {name} is missing (on Debian: apt-get install "
                "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0). Everything else works.",
                file=sys.stderr,
            )
            return


def fingerprint(env: dict[str, str]) -> str:
    """Return a hash of everything that preparing depends on."""
    digest = hashlib.sha256(f"{env.get('DATABASE_URL', '')}|{env['DEMO']}".encode())
    for pattern in PREPARED_FROM:
        for path in sorted(ROOT.glob(pattern)):
            if path.is_file():
                digest.update(path.relative_to(ROOT).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()


def prepare(env: dict[str, str]) -> None:
    """Bring assets, database and demo world up to date, unless nothing changed since the last time."""
    var = Path(env["VAR_DIR"])
    stamp, now = var / "prepared", fingerprint(env)
    embedded = "DATABASE_URL" not in env
    if embedded and (var / "db.sqlite3").exists() and stamp.exists() and stamp.read_text() == now:
        return
    var.mkdir(parents=True, exist_ok=True)
    manage = [sys.executable, str(ROOT / "manage.py")]
    # The catalogue first: the demo world is written in both languages. Then both cores work at once.
    steps = ([*manage, "prepare_texts"],), ([*manage, "prepare_assets"], [*manage, "prepare_data"])
    for together in steps:
        running = [subprocess.Popen(command, env={**env, "SIGNER": "1"}) for command in together]
        statuses = [process.wait() for process in running]
        if any(statuses):
            stop("Preparing failed; the lines above say why. Nothing was started.")
    stamp.write_text(now)


def commands(
    env: dict[str, str], host: str, port: int, *, dev: bool
) -> dict[str, tuple[list[str], dict[str, str]]]:
    """Return, by name, the programs to run with their environment."""
    celery = [sys.executable, "-m", "celery", "-q", "-A", "config"]
    if dev:
        web = [sys.executable, str(ROOT / "manage.py"), "runserver", f"{host}:{port}"]
    else:
        web = [
            sys.executable, "-m", "granian", "--interface", "wsgi", "config.wsgi:application",
            "--host", host, "--port", str(port), "--workers", env.get("WEB_WORKERS", "2"),
            "--blocking-threads", env.get("WEB_THREADS", "4"), "--respawn-failed-workers",
            "--workers-kill-timeout", "3", "--log-level", "warning",
        ]  # fmt: skip
    if not env.get("REDIS_URL"):
        return {
            "web": (web, env),
            "background": (
                [*celery, "beat", "-l", "warning"],
                {**env, "CELERY_EAGER": "1", "SIGNER": "1"},
            ),
        }
    return {
        "web": (web, env),
        "worker": ([*celery, "worker", "-l", "warning", "-c", env.get("WORKERS", "2")], env),
        "signer": (
            [
                *celery,
                "worker",
                "-l",
                "warning",
                "-c",
                env.get("SIGNERS", "2"),
                "-Q",
                "issue",
                "-n",
                "signer@%h",
            ],
            {**env, "SIGNER": "1"},
        ),
        "beat": ([*celery, "beat", "-l", "warning"], env),
    }


def die_with_parent() -> None:
    """Ask the kernel to end a child when this process ends, however it ends (Linux)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGTERM)  # 1 = PR_SET_PDEATHSIG


class House:
    """The running programs: started together, restarted when one falls, ended together."""

    def __init__(self, programs: dict[str, tuple[list[str], dict[str, str]]]) -> None:
        self.programs = programs
        self.running: dict[str, subprocess.Popen[bytes]] = {}
        self.falls: list[float] = []
        self.closing = False

    def start(self, name: str) -> None:
        """Start one program."""
        command, env = self.programs[name]
        self.running[name] = subprocess.Popen(
            command, env=env, cwd=ROOT, preexec_fn=die_with_parent
        )

    def watch(self) -> None:
        """Restart what falls until asked to close; leave if it falls too often."""
        while not self.closing:
            time.sleep(0.3)
            for name, process in list(self.running.items()):
                if process.poll() is None or self.closing:
                    continue
                self.falls = [at for at in self.falls if time.monotonic() - at < 60] + [
                    time.monotonic()
                ]
                if len(self.falls) > 5:
                    self.close()
                    stop(
                        f"The {name} process keeps ending (status {process.returncode}); its last lines say why."
                    )
                self.start(name)

    def close(self, *_signal: object) -> None:
        """Ask all programs to end, wait, and end by force what does not."""
        if self.closing:
            return
        self.closing = True
        for process in self.running.values():
            process.terminate()
        until = time.monotonic() + STOP_WITHIN
        for process in self.running.values():
            try:
                process.wait(timeout=max(0.1, until - time.monotonic()))
            except subprocess.TimeoutExpired:
                process.kill()


def answers(url: str) -> bool:
    """Return whether the address answers 200."""
    try:
        with urllib.request.urlopen(url, timeout=2) as response:  # noqa: S310 - our own http address
            return bool(response.status == 200)
    except OSError:
        return False


def wait_for(question: Callable[[], bool], seconds: float) -> bool:
    """Ask until the answer is yes or time is up; return the last answer."""
    until = time.monotonic() + seconds
    while not (yes := question()) and time.monotonic() < until:
        time.sleep(0.1)
    return yes


def welcome(env: dict[str, str], began: float) -> Iterator[str]:
    """Yield the lines that greet the operator."""
    yield f"\nChuyenGia is ready at {env['SITE_URL']}/ ({time.monotonic() - began:.0f} s). Ctrl-C stops it."
    named = env["SITE_URL"].replace("//127.0.0.1", "//localhost")
    if named != env["SITE_URL"]:
        yield f"To try passkeys: {named}/ - browsers make them for names only."
    if env["DEMO"] == "1":
        yield f"First contact: {env['SITE_URL']}/demo/ - one click signs you in as anyone. Accounts:"
        listing = Path(env["VAR_DIR"]) / "demo-accounts.txt"
        if listing.exists():
            yield listing.read_text()


def main() -> None:
    """Run the house."""
    began = time.monotonic()
    host = os.environ.get("HOST", "127.0.0.1")
    port_text = os.environ.get("PORT", "8000")
    if not port_text.isdigit() or not 0 < int(port_text) < 65536:
        stop(f"PORT must be a number from 1 to 65535, not {port_text!r}.")
    port, dev = int(port_text), "--dev" in sys.argv
    env = environment(host, port)
    if dev:
        env["DJANGO_SETTINGS_MODULE"] = "config.settings.dev"
    check_port(host, port)
    check_libraries()
    prepare(env)
    house = House(commands(env, host, port, dev=dev))
    for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(name, house.close)
    for program in house.programs:
        house.start(program)
    local = env["SITE_URL"] if "SITE_URL" not in os.environ else f"http://127.0.0.1:{port}"
    if not wait_for(lambda: house.closing or answers(f"{local}/readyz"), READY_WITHIN):
        house.close()
        stop(f"The server did not answer within {READY_WITHIN:.0f} s; the lines above say why.")
    if not house.closing:
        print("\n".join(welcome(env, began)), flush=True)
    house.watch()


if __name__ == "__main__":
    main()
