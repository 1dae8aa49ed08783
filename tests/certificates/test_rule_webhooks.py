"""Where webhooks may go, and when they go again."""

from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address

import pytest
from hypothesis import given, strategies as st

from certificates.rules.webhooks import (
    PAUSES,
    HookProblem,
    host_and_port,
    may_connect,
    next_try,
)


AT = datetime(2026, 11, 23, 10, tzinfo=UTC)
INSIDE = (
    "0.1.2.3", "10.0.0.1", "100.64.0.1", "169.254.169.254", "172.16.0.1", "192.0.0.1", "192.168.1.1",
    "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "fc00::1", "fe80::1", "fe80::1%eth0",
    "ff02::1", "2001:db8::1", "::ffff:10.0.0.1", "::ffff:100.64.0.1", "2002:0a00:0001::",
    "2001:0:4136:e378:8000:63bf:f5ff:fffe", "64:ff9b::a9fe:a9fe",
)  # fmt: skip
LOOPBACK = ("127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1")


@pytest.mark.parametrize("address", INSIDE)
def test_no_inner_address_is_called_not_even_where_loopback_is_allowed(address):
    assert not may_connect(address, loopback=False)
    assert not may_connect(address, loopback=True)


@pytest.mark.parametrize("address", LOOPBACK)
def test_loopback_is_called_only_where_it_is_allowed(address):
    assert not may_connect(address, loopback=False)
    assert may_connect(address, loopback=True, tls=False)


@pytest.mark.parametrize("address", ["1.1.1.1", "2606:4700:4700::1111", "::ffff:1.1.1.1"])
def test_public_addresses_are_called_with_tls_only(address):
    assert may_connect(address, loopback=False)
    assert not may_connect(address, loopback=True, tls=False)


@given(st.ip_addresses(v=4))
def test_an_address_mapped_into_the_next_protocol_is_judged_as_itself(address):
    mapped = f"::ffff:{address}"
    nat64 = f"64:ff9b::{int(address):x}" if int(address) < 65536 else (
        f"64:ff9b::{int(address) >> 16:x}:{int(address) & 0xFFFF:x}"
    )  # fmt: skip
    plain = may_connect(str(address), loopback=False)
    assert may_connect(mapped, loopback=False) == plain == may_connect(nat64, loopback=False)
    assert not (plain and IPv4Address(address).is_private)


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://a.example/x?y=1", ("a.example", 443, True)),
        ("https://a.example:8443/", ("a.example", 8443, True)),
    ],
)
def test_an_address_is_read(url, found):
    assert host_and_port(url, loopback=False) == found


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("http://a.example/", "scheme"),
        ("ftp://a.example/", "scheme"),
        ("javascript:alert(1)", "scheme"),
        ("https://", "shape"),
        ("https://[::1", "shape"),
        ("https://a.example:99999/", "shape"),
        ("https://me:secret@a.example/", "shape"),
        ("https://a.example/#x", "shape"),
        ("https://a.example/ x", "shape"),
        ("https://a.example/\x7f", "shape"),
        ("https://ví-dụ.example/", "shape"),
        ("https://a.example/" + "x" * 500, "shape"),
        ("https://a.example:22/", "port"),
        ("https://a.example:0/", "port"),
    ],
)
def test_what_is_no_address_of_a_webhook_is_refused_for_its_own_reason(url, code):
    with pytest.raises(HookProblem) as problem:
        host_and_port(url, loopback=False)
    assert problem.value.code == code


def test_plain_http_is_for_trying_out_on_a_port_of_ones_own():
    assert host_and_port("http://localhost:8000/", loopback=True) == ("localhost", 8000, False)
    with pytest.raises(HookProblem, match="port"):
        host_and_port("http://localhost/", loopback=True)


def test_the_pauses_grow_and_end_after_a_day():
    moments = [next_try(tries, at=AT) for tries in range(1, len(PAUSES) + 2)]
    assert moments[-1] is None
    assert moments[:-1] == sorted(moments[:-1])
    assert sum(PAUSES, timedelta()) > timedelta(hours=24)
