"""Settings from the environment: what is understood, and what is refused with which sentence."""

import pytest
from cryptography.fernet import Fernet
from django.core.exceptions import ImproperlyConfigured

from config import env


@pytest.mark.parametrize(
    ("raw", "means"),
    [
        *((word, True) for word in ("1", "TRUE", " yes ", "on")),
        *((word, False) for word in ("0", "False", "no", "off", "")),
    ],
)
def test_a_flag_is_read_in_the_usual_words(monkeypatch, raw, means):
    monkeypatch.setenv("LAMP", raw)
    assert env.flag("LAMP", default=not means) is means


@pytest.mark.parametrize("default", [True, False])
def test_a_flag_that_is_not_set_has_its_default(monkeypatch, default):
    monkeypatch.delenv("LAMP", raising=False)
    assert env.flag("LAMP", default=default) is default


def test_a_flag_in_any_other_word_is_refused_by_name(monkeypatch):
    monkeypatch.setenv("LAMP", "maybe")
    with pytest.raises(ImproperlyConfigured, match="LAMP must be 1 or 0, not 'maybe'"):
        env.flag("LAMP", default=True)


def test_words_are_separated_by_commas_and_empty_ones_left_out(monkeypatch):
    monkeypatch.setenv("HOSTS", " a.vn, ,b.vn,")
    assert env.words("HOSTS") == ["a.vn", "b.vn"]
    monkeypatch.delenv("HOSTS")
    assert env.words("HOSTS") == []
    assert env.words("HOSTS", default="c.vn") == ["c.vn"]


def test_a_given_secret_is_used_and_none_is_stored(monkeypatch, tmp_path):
    monkeypatch.setenv("KEY", "from-outside")
    assert env.secret("KEY", store=tmp_path / "key") == "from-outside"
    assert not (tmp_path / "key").exists()


def test_a_secret_is_made_once_and_only_its_owner_may_read_it(monkeypatch, tmp_path):
    monkeypatch.delenv("KEY", raising=False)
    store = tmp_path / "new" / "key"
    made = env.secret("KEY", store=store)
    assert len(made) >= 50
    assert store.stat().st_mode & 0o777 == 0o600
    assert env.secret("KEY", store=store) == made


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("sqlite:////var/lib/cg/db.sqlite3", "/var/lib/cg/db.sqlite3"),
        ("sqlite:///db.sqlite3", "db.sqlite3"),
    ],
)
def test_sqlite_is_durable_and_takes_its_write_lock_at_once(url, name):
    database = env.database(url)
    assert database["ENGINE"] == "django.db.backends.sqlite3"
    assert database["NAME"] == name
    assert database["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=WAL" in database["OPTIONS"]["init_command"]
    assert "synchronous=FULL" in database["OPTIONS"]["init_command"]


@pytest.mark.parametrize("scheme", ["postgres", "postgresql"])
def test_postgresql_has_a_pool_and_its_escaped_parts_are_read(scheme):
    database = env.database(f"{scheme}://cg:m%40t%2Fkh@db.vn:5433/chuyen%20gia")
    assert database["ENGINE"] == "django.db.backends.postgresql"
    assert (database["USER"], database["PASSWORD"]) == ("cg", "m@t/kh")
    assert (database["HOST"], database["PORT"]) == ("db.vn", "5433")
    assert database["NAME"] == "chuyen gia"
    assert database["OPTIONS"]["pool"]["max_size"] == 8


def test_postgresql_may_be_used_by_socket_and_without_a_pool():
    database = env.database("postgres:///chuyengia?pool=0")
    assert (database["HOST"], database["PORT"], database["USER"]) == ("", "", "")
    assert database["OPTIONS"] == {}


def test_another_database_is_refused_by_name():
    with pytest.raises(ImproperlyConfigured, match=r"DATABASE_URL must begin with .*'mysql'"):
        env.database("mysql://u@h/n")


def test_mail_may_go_into_a_folder():
    assert env.mail("file:///var/mail") == {
        "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
        "EMAIL_FILE_PATH": "/var/mail",
    }


def test_mail_may_go_to_a_server_with_encryption():
    mail = env.mail("smtp://cg%40x.vn:b%3Am@mail.vn:587?tls=1")
    assert mail["EMAIL_BACKEND"].endswith("smtp.EmailBackend")
    assert (mail["EMAIL_HOST"], mail["EMAIL_PORT"]) == ("mail.vn", 587)
    assert (mail["EMAIL_HOST_USER"], mail["EMAIL_HOST_PASSWORD"]) == ("cg@x.vn", "b:m")
    assert mail["EMAIL_USE_TLS"] is True


def test_mail_to_a_plain_server_has_the_usual_place():
    mail = env.mail("smtp://")
    assert (mail["EMAIL_HOST"], mail["EMAIL_PORT"]) == ("localhost", 25)
    assert mail["EMAIL_USE_TLS"] is False


def test_mail_by_anything_else_is_refused_by_name():
    with pytest.raises(ImproperlyConfigured, match=r"EMAIL_URL must begin with .*'carrier'"):
        env.mail("carrier://pigeon")


def test_a_secret_made_by_two_programs_at_once_is_the_same(monkeypatch, tmp_path):
    monkeypatch.delenv("KEY", raising=False)
    store = tmp_path / "key"

    def make():
        store.write_text("the other was first")
        return "mine"

    assert env.secret("KEY", store=store, make=make) == "the other was first"
    assert [each.name for each in tmp_path.iterdir()] == ["key"]


def test_a_key_for_second_factors_is_one_that_fernet_takes():
    assert Fernet(env.cipher_key())


def test_providers_of_identities_are_read_from_json(monkeypatch):
    monkeypatch.setenv(
        "IDS",
        '[{"id": "a", "name": "A", "server_url": "https://a.example:8443/x", "client_id": "1", "secret": "s"}]',
    )
    (app,) = env.providers("IDS")
    assert (app["provider_id"], app["client_id"], app["secret"]) == ("a", "1", "s")
    assert env.origins([app]) == ["https://a.example:8443"]
    monkeypatch.delenv("IDS")
    assert env.providers("IDS") == []


@pytest.mark.parametrize("given", ["{", '[{"id": "a"}]', '"x"'])
def test_a_provider_that_lacks_something_is_named_at_the_start(monkeypatch, given):
    monkeypatch.setenv("IDS", given)
    with pytest.raises(ImproperlyConfigured, match="IDS"):
        env.providers("IDS")


@pytest.mark.parametrize(
    ("url", "local"),
    [("http://localhost:8000", True), ("http://127.0.0.1", True), ("https://localhost", False), ("http://a.example", False)],
)  # fmt: skip
def test_passkeys_go_without_https_on_this_machine_only(url, local):
    assert env.is_local(url) is local
