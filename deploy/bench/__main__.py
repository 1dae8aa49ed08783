"""
Measure the house beside yardsticks on the same machine, print a table, write var/bench.json.

Both servers run under granian with the same workers and threads, on loopback only, one after the other;
every load is bounded in count.
"""

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from deploy.bench.inside import DRAWN_ANEW, change
from deploy.bench.load import Load, Request, run
from deploy.bench.report import Figure, table, write


ROOT = Path(__file__).resolve().parents[2]
COUNT, SAVES = 200, 200
FIRST_BUDGET, SECOND_BUDGET, ISSUE_BUDGET, PAPER_BUDGET = 60.0, 6.0, 30.0, 120.0
SEARCH_BUDGET, LIST_BUDGET = 100.0, 30.0
SERVER = ("--workers", "2", "--blocking-threads", "4", "--log-level", "error")


def free_port() -> int:
    """Return a port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(command: list[str], env: dict[str, str], ready: str) -> Iterator[int]:
    """Run a program until the block ends; yield its process id once the address answers."""
    with (Path(env["VAR_DIR"]) / "bench-server.log").open("ab") as log:
        process = subprocess.Popen(command, env=env, cwd=ROOT, stdout=log, stderr=log)
    try:
        until = time.monotonic() + 180
        _await(ready, process, until)
        yield process.pid
    except RuntimeError:
        sys.stderr.write(Path(log.name).read_text(errors="replace")[-4000:])
        raise
    finally:
        process.terminate()
        process.wait(timeout=30)


def _await(ready: str, process: subprocess.Popen[bytes], until: float) -> None:
    while not _answers(ready):
        if process.poll() is not None or time.monotonic() > until:
            raise RuntimeError(f"{process.args!r} did not come up")
        time.sleep(0.05)


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=2) as answer:  # noqa: S310 - loopback, our own
            return bool(answer.status == 200)
    except OSError:
        return False


def start_times(env: dict[str, str], port: int) -> tuple[float, float]:
    """Return the seconds of a start with nothing prepared, and of the next one."""
    seconds = []
    for _turn in range(2):
        began = time.monotonic()
        with running(
            [sys.executable, "-m", "config.launch"], env, f"http://127.0.0.1:{port}/readyz"
        ):
            seconds.append(time.monotonic() - began)
    return seconds[0], seconds[1]


def requests(facts: dict[str, dict[str, str]]) -> dict[str, Request]:
    """Return what to send for each figure."""
    saving = facts["saving"]
    # each page drawn anew, as for somebody signed in; then home as every visitor gets it: from the stored pages
    pages = {name: Request(path, headers=DRAWN_ANEW) for name, path in facts["addresses"].items()}
    pages["page_home_cached"] = Request(facts["addresses"]["page_home"])
    headers = (
        ("Content-Type", "application/json"),
        ("Cookie", saving["cookie"]),
        ("X-CSRFToken", saving["csrf"]),
    )
    return {**pages, "answer_save": Request(saving["save"], "POST", change, headers)}


def measure_bare(env: dict[str, str]) -> Load:
    """Return the load that a view of two letters carries under the same server."""
    port = free_port()
    command = [
        sys.executable,
        "-m",
        "granian",
        "--interface",
        "wsgi",
        "deploy.bench.bare:application",
    ]
    with running(
        [*command, "--port", str(port), *SERVER], env, f"http://127.0.0.1:{port}/"
    ) as pid:
        return run(port, pid, Request("/"), count=1000)


def measure_house(
    env: dict[str, str], port: int, facts: dict[str, dict[str, str]]
) -> dict[str, Load]:
    """Return the load that each page of the house carries."""
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "config.wsgi:application"]
    ready = f"http://127.0.0.1:{port}/readyz"
    with running([*command, "--port", str(port), *SERVER], env, ready) as pid:
        return {
            name: run(port, pid, request, count=SAVES if request.body else COUNT)
            for name, request in requests(facts).items()
        }


def figures(bare: Load, loads: dict[str, Load], statements: dict[str, int]) -> Iterator[Figure]:
    """Yield three figures for every page: requests a second, CPU and SQL a request."""
    how = "granian, 2 workers of 4 threads, 4 clients; yardstick: a bare Django view"
    yield Figure("bare_view", bare.per_second, "requests/s", bare.per_second, how)
    for name, load in loads.items():
        yield Figure(name, load.per_second, "requests/s", bare.per_second, how)
        yield Figure(f"{name}_cpu", load.cpu_ms, "ms CPU/request", bare.cpu_ms, how)
        yield Figure(
            f"{name}_sql", statements[name], "SQL/request", 0, "counted inside, caches warm"
        )


def signing(name: str, env: dict[str, str]) -> dict[str, float]:
    """Return the figures of a program that may open the private keys."""
    command = [sys.executable, "-m", f"deploy.bench.{name}"]
    told = subprocess.run(
        command, env={**env, "SIGNER": "1"}, cwd=ROOT, check=True, stdout=subprocess.PIPE
    ).stdout
    found: dict[str, float] = json.loads(told)
    return found


def searched(register: dict[str, float]) -> Iterator[Figure]:
    """Yield the figure of the public register of experts; none where PostgreSQL is not installed."""
    if "experts_p95_ms" in register:
        how = "p95 of 200 questions to 1,000,000 listed certificates on PostgreSQL; yardstick: the budget"
        yield Figure("register_search_1m", register["experts_p95_ms"], "ms", SEARCH_BUDGET, how)


def main() -> None:
    """Measure, print, write."""
    with tempfile.TemporaryDirectory(prefix="chuyengia-bench-") as folder:
        port = free_port()
        env = {
            **os.environ, "VAR_DIR": folder, "PORT": str(port), "DEMO": "1", "BEHIND_PROXY": "1",
            "DJANGO_SETTINGS_MODULE": "config.settings.base", "LOG_LEVEL": "WARNING",
        }  # fmt: skip
        first, second = start_times(env, port)
        inside = [sys.executable, "-m", "deploy.bench.inside"]
        said = subprocess.run(inside, env=env, cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout
        facts = json.loads(said)
        register = signing("register", env)
        register |= signing("paper", env)
        register |= signing("desk", env)
        register |= signing("experts", env)
        bare = measure_bare(env)
        loads = measure_house(env, port, facts)
    measured = [
        *figures(bare, loads, facts["statements"]),
        Figure("bulk_check_10000", register["bulk_s"], "s", register["bulk_bare_s"], "every line answered and kept; yardstick: reading the same rows and their events alone"),
        Figure("bulk_check_10000_pdf", register["list_paper_s"], "s", LIST_BUDGET, "drawn, some 600 pages; yardstick: the budget"),
        Figure("certificate_pdf", register["pdf_ms"], "ms/PDF", register["pdf_bare_ms"], "drawn and signed; yardstick: WeasyPrint and pyHanko alone, the same words without ornament, code and files"),
        Figure("credential_sign", register["sign_ms"], "ms/credential", register["sign_bare_ms"], "yardstick: openvc-core alone"),
        Figure("credential_verify", register["verify_ms"], "ms/credential", register["verify_bare_ms"], "yardstick: openvc-core alone"),
        Figure("issue_1000", register["thousand_s"], "s", ISSUE_BUDGET, "1,000 signed and logged by one worker; yardstick: the budget"),
        Figure("issue_1000_pdf", register["papers_s"], "s", PAPER_BUDGET, "their PDFs by two workers; yardstick: the budget"),
        Figure("issue_1000_sql", register["thousand_sql"], "SQL/certificate", 0, "statements for each of the 1,000"),
        *searched(register),
        Figure("start_first", first, "s", FIRST_BUDGET, "nothing prepared; yardstick: the budget"),
        Figure("start_second", second, "s", SECOND_BUDGET, "all prepared; yardstick: the budget"),
    ]  # fmt: skip
    print(table(measured))
    write(measured, ROOT / "var" / "bench.json")


if __name__ == "__main__":
    main()
