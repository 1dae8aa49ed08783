"""Webhooks: signed, bounded, tried again, paused and taken up."""

import json
import socket
import threading
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from django.core import mail
from django.utils import timezone
from standardwebhooks.webhooks import Webhook

from accounts.models import AuditEvent
from certificates import outgoing, tasks
from certificates.models import Delivery, Hook
from certificates.problems import NotReady
from certificates.rules.webhooks import PAUSES, HookProblem
from certificates.services import hooks, watching
from tests import cast
from tests.certificates import factories


pytestmark = pytest.mark.django_db
PAGE = "/chung-chi/theo-doi/webhook/"


class Receiver(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.got.append((dict(self.headers), body))
        self.send_response(self.server.code)
        if self.server.code == 302:
            self.send_header("Location", "/elsewhere")
        self.end_headers()

    def log_message(self, *_args):
        return


@pytest.fixture
def receiver():
    server = HTTPServer(("127.0.0.1", 0), Receiver)
    server.got, server.code = [], 204
    threading.Thread(target=server.serve_forever, args=[0.01], daemon=True).start()
    server.url = f"http://127.0.0.1:{server.server_port}/hook?x=1"
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def added(agency, receiver):
    return hooks.add_hook(owner=agency, url=receiver.url, at=timezone.now())


def owed(agency):
    certificate = factories.certificate()
    watching.watch(owner=agency, certificates=[certificate], at=timezone.now())
    factories.changed(certificate, at=timezone.now())
    tasks.tell_watchers()
    return certificate


def test_a_change_arrives_signed_and_names_nobody(agency, receiver, added):
    certificate = owed(agency)
    assert (tasks.deliver_hooks(), tasks.deliver_hooks()) == (1, 0)
    ((headers, body),) = receiver.got
    facts = Webhook(added[1]).verify(body, headers)
    assert facts["type"] == "certificate.status_changed"
    assert (facts["data"]["number"], facts["data"]["event"]) == (certificate.number, "suspended")
    assert certificate.holder_name not in body.decode()
    delivery = Delivery.objects.get()
    assert headers["webhook-id"] == str(delivery.public_id)
    assert (delivery.state, delivery.code, delivery.tries) == ("delivered", 204, 1)


def test_a_new_secret_signs_beside_the_old_one_for_a_day(agency, receiver, added, fixed_day):
    hook, old = added
    new = hooks.rotate(hook=hook, at=timezone.now())
    for _turn in range(2):
        hooks.send_test(hook=hook, at=timezone.now())
        tasks.deliver_hooks()
        fixed_day.shift(timedelta(hours=24))
    first, second = receiver.got
    signatures = [each[0]["webhook-signature"].split() for each in (first, second)]
    assert [len(each) for each in signatures] == [2, 1]
    fixed_day.shift(timedelta(hours=-48))
    for secret in (old, new):
        assert Webhook(secret).verify(first[1], first[0])["type"] == "webhook.test"


def test_secrets_lie_encrypted(added):
    hook, secret = added
    assert secret.startswith("whsec_")
    assert secret[6:] not in hook.secret


@pytest.mark.parametrize("code", [302, 500, 404])
def test_what_is_not_taken_is_sent_again_later_the_same(receiver, added, code, fixed_day):
    receiver.code = code
    hooks.send_test(hook=added[0], at=timezone.now())
    tasks.deliver_hooks()
    assert tasks.deliver_hooks() == 0
    fixed_day.shift(PAUSES[0])
    receiver.code = 200
    assert tasks.deliver_hooks() == 1
    (first, body), (second, again) = receiver.got
    assert (first["webhook-id"], body) == (second["webhook-id"], again)
    assert Delivery.objects.get().state == "delivered"


def test_after_a_day_of_refusals_the_address_is_paused_with_a_letter_and_taken_up_again(
    agency, receiver, added, fixed_day, client, sign_in
):
    receiver.code = 500
    owed(agency)
    mail.outbox.clear()
    for pause in (*PAUSES, timedelta()):
        assert tasks.deliver_hooks() == 1
        fixed_day.shift(pause)
    assert Delivery.objects.get().state == "given_up"
    tasks.tell_watchers()
    tasks.tell_watchers()
    (letter,) = mail.outbox
    assert receiver.url in letter.body
    assert AuditEvent.objects.filter(action="hook.paused").count() == 1
    sign_in(agency)
    url = added[0].get_absolute_url()
    assert "Gửi tiếp" in client.get(url).content.decode()
    receiver.code = 200
    client.post(url + "viec/", {"act": "resume"})
    client.post(url + "viec/", {"act": "resume"})
    assert tasks.deliver_hooks() == 1
    assert Delivery.objects.get().state == "delivered"


def test_a_receiver_that_says_it_is_gone_is_paused_at_once(agency, receiver, added):
    receiver.code = 410
    owed(agency)
    tasks.deliver_hooks()
    assert Hook.objects.get().paused_at
    hooks.send_test(hook=added[0], at=timezone.now())
    assert tasks.deliver_hooks() == 0


def test_a_machine_that_does_not_answer_is_noted(added, receiver):
    receiver.shutdown()
    receiver.server_close()
    hooks.send_test(hook=added[0], at=timezone.now())
    tasks.deliver_hooks()
    assert Delivery.objects.get().problem == "ConnectionRefusedError"


def test_a_receiver_that_trickles_is_hung_up_on(monkeypatch):
    monkeypatch.setattr(outgoing, "WHOLE_TIME", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as server:

        def trickle():
            line, _who = server.accept()
            with line:
                for _turn in range(200):
                    try:
                        line.sendall(b"H")
                    except OSError:
                        return
                    threading.Event().wait(0.02)

        thread = threading.Thread(target=trickle, daemon=True)
        thread.start()
        sent = outgoing.post(f"http://127.0.0.1:{server.getsockname()[1]}/", b"{}", {})
        thread.join(timeout=5)
    assert not sent.is_taken
    assert sent.problem


def names(monkeypatch, *addresses):
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, 443)) for each in addresses]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_a, **_k: found)


@pytest.mark.parametrize(
    "addresses", [["10.0.0.1"], ["1.1.1.1", "169.254.169.254"], ["::ffff:127.0.0.1"], []]
)
def test_a_name_that_leads_inside_even_once_is_never_called(monkeypatch, settings, addresses):
    settings.WEBHOOKS_TO_LOOPBACK = False
    names(monkeypatch, *addresses)
    monkeypatch.setattr(socket, "create_connection", lambda *_a, **_k: pytest.fail("called"))
    assert outgoing.post("https://a.example/", b"{}", {}).problem == "inside"


def test_the_checked_address_is_connected_to_and_no_other(monkeypatch, settings):
    called = []
    names(monkeypatch, "1.1.1.1", "1.0.0.1")

    def connect(address, timeout):
        called.append(address)
        raise TimeoutError

    monkeypatch.setattr(socket, "create_connection", connect)
    assert outgoing.post("https://a.example/x", b"{}", {}).problem == "TimeoutError"
    assert called == [("1.1.1.1", 443)]


def test_a_name_without_a_machine_is_said(monkeypatch):
    def unknown(*_args, **_kwargs):
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(HookProblem, match="unknown"):
        outgoing.resolve("https://a.example/")


def test_a_certificate_that_nobody_vouches_for_is_refused(receiver):
    url = receiver.url.replace("http:", "https:")
    assert "SSL" in outgoing.post(url, b"{}", {}).problem


def test_the_desk_adds_shows_the_secret_once_tests_renews_and_deletes(
    client, sign_in, agency, receiver
):
    sign_in(agency)
    assert "Chưa có địa chỉ nào" in client.get(PAGE).content.decode()
    page = client.post(PAGE, {"url": receiver.url})
    secret = page.context["secret"]
    assert secret in page.content.decode()
    hook = Hook.objects.get()
    url = hook.get_absolute_url()
    assert secret not in client.get(url).content.decode()
    assert receiver.url in client.get(PAGE).content.decode()
    client.post(url + "viec/", {"act": "test"})
    tasks.deliver_hooks()
    assert "204" in client.get(url).content.decode()
    assert json.loads(receiver.got[0][1])["type"] == "webhook.test"
    renewed = client.post(url + "viec/", {"act": "rotate"})
    assert renewed.context["secret"] not in ("", secret)
    assert "vẫn được ký cả bằng khóa cũ" in renewed.content.decode()
    client.post(url + "viec/", {"act": "nothing"})
    client.post(url + "viec/", {"act": "delete"})
    assert not Hook.objects.exists()


@pytest.mark.parametrize(
    ("url", "words"),
    [("ftp://a.example", "https://"), ("https://10.0.0.1/", "mạng nội bộ"), ("https://a.example:22/", "443")],
)  # fmt: skip
def test_an_address_that_is_not_called_is_refused_in_words(client, sign_in, agency, url, words):
    sign_in(agency)
    answer = client.post(PAGE, {"url": url})
    assert answer.status_code == 422
    assert words in answer.content.decode()


def test_five_addresses_and_each_once(agency, receiver, added, monkeypatch):
    with pytest.raises(NotReady, match="đã có trong danh sách"):
        hooks.add_hook(owner=agency, url=receiver.url, at=timezone.now())
    monkeypatch.setattr(hooks, "MOST_HOOKS", 1)
    with pytest.raises(NotReady, match="năm"):
        hooks.add_hook(owner=agency, url=receiver.url + "2", at=timezone.now())


def test_nobody_opens_another_agencys_address(client, sign_in, added):
    sign_in(cast.agency())
    url = added[0].get_absolute_url()
    assert client.get(url).status_code == 404
    assert client.post(url + "viec/", {"act": "delete"}).status_code == 404


def test_a_letter_about_a_pause_that_was_ended_meanwhile_is_not_sent(added):
    assert not hooks._tell(added[0].pk)
