"""Where a webhook may go, and when it is tried again. Pure."""

from datetime import datetime, timedelta
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Final
from urllib.parse import urlsplit


Address = IPv4Address | IPv6Address
# The pauses of Standard Webhooks' own example: 28 hours in all.
PAUSES: Final = (
    timedelta(seconds=5),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=5),
    timedelta(hours=10),
    timedelta(hours=10),
)
NAT64: Final = IPv6Network("64:ff9b::/96")
LONGEST: Final = 500
LOWEST_FREE_PORT: Final = 1024


class HookProblem(Exception):  # noqa: N818 - it names what happened
    """The address cannot be a webhook's; `code` says why: scheme, shape, port or inside."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def next_try(tries: int, *, at: datetime) -> datetime | None:
    """Return when to try again after so many tries, the last of them at that moment, or None when it was the last."""
    return at + PAUSES[tries - 1] if tries <= len(PAUSES) else None


def host_and_port(url: str, *, loopback: bool) -> tuple[str, int, bool]:
    """
    Return host, port and whether TLS is used; raise HookProblem for an address that is not a webhook's.

    `loopback` allows plain http, for trying things out on one machine; where it leads is asked of `may_connect`.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError as problem:
        raise HookProblem("shape") from problem
    if parts.scheme != "https" and not (loopback and parts.scheme == "http"):
        raise HookProblem("scheme")
    if (
        not host
        or parts.username is not None
        or parts.fragment
        or len(url) > LONGEST
        or not url.isascii()
    ):
        raise HookProblem("shape")
    if any(letter.isspace() or not letter.isprintable() for letter in url):
        raise HookProblem("shape")
    tls = parts.scheme == "https"
    found = port if port is not None else (443 if tls else 80)
    if found != 443 and found < LOWEST_FREE_PORT:
        raise HookProblem("port")
    return host, found, tls


def may_connect(text: str, *, loopback: bool, tls: bool = True) -> bool:
    """
    Return whether a resolved address may be connected to: public ones with TLS, and loopback where it is allowed.

    Addresses inside others (mapped, 6to4, Teredo, NAT64) count as what they lead to.
    """
    address = _inner(ip_address(text.partition("%")[0]))
    if address.is_loopback:
        return loopback
    return tls and address.is_global and not address.is_multicast and not address.is_reserved


def _inner(address: Address) -> Address:
    if isinstance(address, IPv4Address):
        return address
    if address in NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    teredo = address.teredo[1] if address.teredo else None
    return address.ipv4_mapped or address.sixtofour or teredo or address
