"""Sending a webhook to a place that strangers chose: resolved, checked, connected to what was checked, and bounded."""

import socket
import ssl
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from threading import Timer
from urllib.parse import urlsplit

from django.conf import settings

from certificates.rules.webhooks import HookProblem, host_and_port, may_connect


WHOLE_TIME = 5.0  # seconds from connecting to the answer
MOST_ANSWER = 1_024  # bytes of the answer that are read; nobody is shown them


@dataclass(frozen=True)
class Sent:
    """What came of it: the code of the answer, or a word for what went wrong."""

    code: int = 0
    problem: str = ""

    @property
    def is_taken(self) -> bool:
        """Whether the receiver took it; a redirect is a refusal."""
        return 200 <= self.code < 300


def resolve(url: str) -> tuple[str, int, bool, str]:
    """Return host, port, TLS and the address to connect to; raise HookProblem if any of its addresses is inside."""
    loopback = settings.WEBHOOKS_TO_LOOPBACK
    host, port, tls = host_and_port(url, loopback=loopback)
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as problem:
        raise HookProblem("unknown") from problem
    addresses = [str(each[4][0]) for each in found]
    if not addresses or not all(
        may_connect(each, loopback=loopback, tls=tls) for each in addresses
    ):
        raise HookProblem("inside")
    return host, port, tls, addresses[0]


def post(url: str, body: bytes, headers: dict[str, str]) -> Sent:
    """Send the body once and return what came of it; follows no redirect, waits five seconds, raises nothing."""
    try:
        host, port, tls, address = resolve(url)
        plain = socket.create_connection((address, port), timeout=WHOLE_TIME)
    except HookProblem as problem:
        return Sent(problem=problem.code)
    except OSError as problem:
        return Sent(problem=type(problem).__name__)
    # A receiver that sends a letter now and then would never run into the timeout of the socket.
    ending = Timer(WHOLE_TIME, _hang_up, [plain])
    ending.start()
    try:
        with plain:
            line = (
                ssl.create_default_context().wrap_socket(plain, server_hostname=host)
                if tls
                else plain
            )
            return _spoken(line, host, port, url, body, headers)
    except (OSError, HTTPException, ValueError) as problem:
        return Sent(problem=type(problem).__name__)
    finally:
        ending.cancel()


def _spoken(
    line: socket.socket, host: str, port: int, url: str, body: bytes, headers: dict[str, str]
) -> Sent:
    connection = HTTPConnection(host, port, timeout=WHOLE_TIME)
    connection.sock = line
    parts = urlsplit(url)
    try:
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        connection.request("POST", target, body=body, headers=headers)
        answer = connection.getresponse()
        answer.read(MOST_ANSWER)
        return Sent(code=answer.status)
    finally:
        connection.close()


def _hang_up(line: socket.socket) -> None:
    try:
        line.shutdown(socket.SHUT_RDWR)
    except OSError:  # it is over already
        return
