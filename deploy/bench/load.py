"""A bounded load on a server of ours on the loopback, and what it cost the server."""

import http.client
import os
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Request:
    """What to send."""

    path: str
    method: str = "GET"
    body: Callable[[int], bytes] | None = None
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Load:
    """What came of it: requests per second and milliseconds of the server's CPU per request."""

    per_second: float
    cpu_ms: float


def cpu_seconds(root: int) -> float:
    """Return the CPU time used so far by a process and all its descendants (Linux: /proc)."""
    parents: dict[int, list[int]] = {}
    used: dict[int, float] = {}
    tick = os.sysconf("SC_CLK_TCK")
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            fields = (entry / "stat").read_text().rsplit(")", 1)[1].split()
        except OSError:  # it ended while we looked
            continue
        parents.setdefault(int(fields[1]), []).append(int(entry.name))
        used[int(entry.name)] = (int(fields[11]) + int(fields[12])) / tick
    family, queue = 0.0, [root]
    while queue:
        pid = queue.pop()
        family += used.get(pid, 0.0)
        queue += parents.get(pid, [])
    return family


def _worker(port: int, request: Request, count: int, first: int, failures: list[str]) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    for number in range(first, first + count):
        body = request.body(number) if request.body else None
        # each as from a client of its own, as a proxy would note it: the register answers 60 a minute to one
        headers = {
            **dict(request.headers),
            "X-Forwarded-For": f"10.1.{number // 250 % 250}.{number % 250}",
        }
        connection.request(request.method, request.path, body=body, headers=headers)
        response = connection.getresponse()
        response.read()
        if response.status >= 400:
            failures.append(f"{response.status} {request.path}")
            return
    connection.close()


def run(port: int, pid: int, request: Request, *, count: int = 400, threads: int = 4) -> Load:
    """
    Send `count` requests from a few threads and return the load.

    :raises RuntimeError: if any answer is an error
    """
    failures: list[str] = []
    _worker(port, request, 20, -20, failures)  # warm up
    share = count // threads
    crew = [
        threading.Thread(target=_worker, args=(port, request, share, number * share, failures))
        for number in range(threads)
    ]
    cpu, began = cpu_seconds(pid), time.perf_counter()
    for thread in crew:
        thread.start()
    for thread in crew:
        thread.join()
    wall, cpu = time.perf_counter() - began, cpu_seconds(pid) - cpu
    if failures:
        raise RuntimeError(f"The server answered {failures[0]}")
    return Load(per_second=share * threads / wall, cpu_ms=1000 * cpu / (share * threads))
