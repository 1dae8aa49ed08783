"""`make run`, without starting anything of the site: what it checks, prepares and would start."""

import os
import socket
import sys

import pytest

from config import launch


@pytest.fixture
def root(monkeypatch, tmp_path):
    """A project of two files, as the launcher sees it."""
    for name in ("exams/migrations/0001_initial.py", "static/css/page.css"):
        path = tmp_path / name
        path.parent.mkdir(parents=True)
        path.write_text("first")
    monkeypatch.setattr(launch, "ROOT", tmp_path)
    return tmp_path


@pytest.fixture
def bare(monkeypatch):
    """An environment that says nothing about the house."""
    for name in ("DEMO", "DATABASE_URL", "REDIS_URL", "SITE_URL", "ALLOWED_HOSTS", "VAR_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.delenv("DJANGO_SETTINGS_MODULE")
    return monkeypatch


def _refused(capsys):
    """Return the one sentence on the error output."""
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 1, lines
    return lines[0]


def test_the_fingerprint_is_the_same_while_nothing_changes(root):
    assert launch.fingerprint({"DEMO": "1"}) == launch.fingerprint({"DEMO": "1"})


@pytest.mark.parametrize("name", ["exams/migrations/0001_initial.py", "static/css/page.css"])
def test_the_fingerprint_changes_with_what_preparing_depends_on(root, name):
    before = launch.fingerprint({"DEMO": "1"})
    (root / name).write_text("second")
    assert launch.fingerprint({"DEMO": "1"}) != before


def test_the_fingerprint_changes_with_a_new_migration_and_not_with_a_view(root):
    before = launch.fingerprint({"DEMO": "1"})
    (root / "exams" / "views.py").write_text("x")
    assert launch.fingerprint({"DEMO": "1"}) == before
    (root / "exams" / "migrations" / "0002_more.py").write_text("x")
    assert launch.fingerprint({"DEMO": "1"}) != before


def test_the_fingerprint_changes_with_the_database_and_the_demonstration(root):
    prints = {
        launch.fingerprint({"DEMO": "1"}),
        launch.fingerprint({"DEMO": "0"}),
        launch.fingerprint({"DEMO": "1", "DATABASE_URL": "postgres:///x"}),
    }
    assert len(prints) == 3


def test_without_redis_two_programs_run_and_beat_does_the_work_itself():
    programs = launch.commands({"DEMO": "1"}, "127.0.0.1", 8000, dev=False)
    assert set(programs) == {"web", "background"}
    command, env = programs["background"]
    assert "beat" in command
    assert env["CELERY_EAGER"] == "1"
    assert "CELERY_EAGER" not in programs["web"][1]


def test_with_redis_a_worker_does_the_work_and_beat_only_calls_it():
    env = {"DEMO": "1", "REDIS_URL": "redis://127.0.0.1:6379/0", "WORKERS": "3"}
    programs = launch.commands(env, "127.0.0.1", 8000, dev=False)
    assert set(programs) == {"web", "worker", "signer", "beat"}
    worker = programs["worker"][0]
    assert worker[worker.index("-c") + 1] == "3"
    assert all("CELERY_EAGER" not in program_env for _, program_env in programs.values())


@pytest.mark.parametrize("redis", ["", "redis://127.0.0.1:6379/0"])
def test_only_the_signing_worker_can_open_private_keys(redis):
    programs = launch.commands({"DEMO": "1", "REDIS_URL": redis}, "127.0.0.1", 8000, dev=False)
    signers = {name for name, (_command, env) in programs.items() if env.get("SIGNER") == "1"}
    assert signers == ({"signer"} if redis else {"background"})


def test_the_web_server_listens_where_asked_and_reloads_only_for_builders():
    web = launch.commands({}, "0.0.0.0", 8100, dev=False)["web"][0]  # noqa: S104 - as an operator writes it
    assert web[web.index("--host") + 1] == "0.0.0.0"  # noqa: S104 - as above
    assert web[web.index("--port") + 1] == "8100"
    assert "granian" in web
    dev = launch.commands({}, "127.0.0.1", 8100, dev=True)["web"][0]
    assert dev[-2:] == ["runserver", "127.0.0.1:8100"]


@pytest.mark.usefixtures("bare")
def test_a_start_without_any_variable_is_a_demonstration_on_this_machine():
    env = launch.environment("127.0.0.1", 8100)
    assert env["DEMO"] == "1"
    assert env["SITE_URL"] == "http://127.0.0.1:8100"
    assert env["VAR_DIR"] == str(launch.ROOT / "var")
    assert env["DJANGO_SETTINGS_MODULE"] == "config.settings.base"
    assert "DATABASE_URL" not in env


@pytest.mark.usefixtures("bare")
def test_a_site_that_listens_everywhere_names_an_address_that_opens():
    env = launch.environment("0.0.0.0", 8000)  # noqa: S104 - as an operator writes it
    assert env["SITE_URL"] == "http://127.0.0.1:8000"
    assert socket.gethostname() in env["ALLOWED_HOSTS"].split(",")


def test_what_the_operator_says_comes_before_the_defaults(bare):
    bare.setenv("DEMO", "0")
    bare.setenv("SITE_URL", "https://chuyengia.example")
    env = launch.environment("127.0.0.1", 8000)
    assert (env["DEMO"], env["SITE_URL"]) == ("0", "https://chuyengia.example")


def test_a_taken_port_is_refused_in_one_sentence_that_offers_another(capsys):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(SystemExit) as ended:
            launch.check_port("127.0.0.1", port)
    assert ended.value.code == 1
    sentence = _refused(capsys)
    assert f"Cannot listen on 127.0.0.1:{port}" in sentence
    assert f"PORT={port + 1} make run" in sentence


def test_a_free_port_is_left_free(capsys):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    launch.check_port("127.0.0.1", port)
    launch.check_port("127.0.0.1", port)
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("port", ["abc", "", "0", "65536", "-1", "80.5"])
def test_a_port_that_is_none_is_refused_in_one_sentence(monkeypatch, capsys, port):
    monkeypatch.setenv("PORT", port)
    with pytest.raises(SystemExit) as ended:
        launch.main()
    assert ended.value.code == 1
    assert _refused(capsys) == f"PORT must be a number from 1 to 65535, not {port!r}."


def test_a_missing_library_is_named_in_one_sentence_and_nothing_is_refused(monkeypatch, capsys):
    def load(name):
        if "subset" in name:
            raise OSError(name)

    monkeypatch.setattr(launch.ctypes, "CDLL", load)
    launch.check_libraries()
    sentence = _refused(capsys)
    assert "libharfbuzz-subset.so.0 is missing" in sentence
    assert "apt-get install" in sentence
    assert "Everything else works." in sentence


def test_a_machine_with_all_libraries_hears_nothing(monkeypatch, capsys):
    monkeypatch.setattr(launch.ctypes, "CDLL", lambda name: None)
    launch.check_libraries()
    assert capsys.readouterr().err == ""


def _manage(root, script):
    """Write a `manage.py` that notes how it was called and ends as the script says."""
    (root / "manage.py").write_text(
        f"import os, sys\nopen({str(root / 'calls')!r}, 'a').write(sys.argv[1] + '\\n')\n{script}\n"
    )
    return {**os.environ, "VAR_DIR": str(root / "var"), "DEMO": "1"}


def _calls(root):
    return (root / "calls").read_text().split() if (root / "calls").exists() else []


def test_preparing_happens_once_and_again_after_a_change(root, bare):
    env = _manage(root, "open(os.environ['VAR_DIR'] + '/db.sqlite3', 'w').close()")
    env.pop("DATABASE_URL", None)
    launch.prepare(env)
    assert _calls(root)[0] == "prepare_texts", "the demonstration is written in both languages"
    assert sorted(_calls(root)) == ["prepare_assets", "prepare_data", "prepare_texts"]
    launch.prepare(env)
    assert len(_calls(root)) == 3
    (root / "static" / "css" / "page.css").write_text("second")
    launch.prepare(env)
    assert len(_calls(root)) == 6


def test_a_database_elsewhere_is_brought_up_to_date_at_every_start(root):
    env = {**_manage(root, ""), "DATABASE_URL": "postgres:///x"}
    launch.prepare(env)
    launch.prepare(env)
    assert len(_calls(root)) == 6


def test_preparing_that_fails_is_said_in_one_sentence_and_tried_again(root, capsys):
    env = _manage(root, "sys.exit(3)")
    for _ in range(2):
        with pytest.raises(SystemExit):
            launch.prepare(env)
        assert _refused(capsys).startswith("Preparing failed")
    assert _calls(root) == ["prepare_texts", "prepare_texts"]


def test_a_program_that_falls_is_started_again(tmp_path):
    note = tmp_path / "starts"
    script = f"import time\nopen({str(note)!r}, 'a').write('x')\nif len(open({str(note)!r}).read()) > 1: time.sleep(60)"
    house = launch.House({"web": ([sys.executable, "-c", script], dict(os.environ))})
    house.start("web")
    first = house.running["web"]
    pause, house_sleeps = launch.time.sleep, []

    def until_restarted(seconds):
        house_sleeps.append(seconds)
        pause(seconds)
        if house.running["web"] is not first and note.read_text() == "xx":
            house.close()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(launch.time, "sleep", until_restarted)
        house.watch()
    assert house.running["web"] is not first
    assert house.running["web"].poll() is not None, "closing ends what runs"
    assert house_sleeps


def test_a_program_that_keeps_falling_ends_the_house_in_one_sentence(monkeypatch, capsys):
    monkeypatch.setattr(launch, "STOP_WITHIN", 1.0)
    house = launch.House(
        {"web": ([sys.executable, "-c", "raise SystemExit(3)"], dict(os.environ))}
    )
    house.start("web")
    with pytest.raises(SystemExit):
        house.watch()
    assert "The web process keeps ending (status 3)" in _refused(capsys)


def test_a_program_that_ignores_the_request_to_end_is_ended_by_force(monkeypatch):
    monkeypatch.setattr(launch, "STOP_WITHIN", 0.2)
    script = "import signal, time\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\nprint(flush=True)\ntime.sleep(60)"
    house = launch.House({"web": ([sys.executable, "-c", script], dict(os.environ))})
    house.start("web")
    launch.time.sleep(0.5)
    house.close()
    house.close()
    assert house.running["web"].wait(timeout=5) < 0


def test_the_welcome_names_the_address_and_the_demonstrations_accounts(tmp_path):
    env = {"SITE_URL": "http://127.0.0.1:8000", "DEMO": "1", "VAR_DIR": str(tmp_path)}
    (tmp_path / "demo-accounts.txt").write_text("trainee hocvien@x.vn")
    lines = "\n".join(launch.welcome(env, launch.time.monotonic()))
    assert "http://127.0.0.1:8000/ (0 s)" in lines
    assert "http://127.0.0.1:8000/demo/" in lines
    assert "hocvien@x.vn" in lines
    assert "passkeys: http://localhost:8000/" in lines
    assert "passkeys" not in "\n".join(launch.welcome({**env, "SITE_URL": "https://x.vn"}, 0.0))
    assert "/demo/" not in "\n".join(launch.welcome({**env, "DEMO": "0"}, 0.0))
