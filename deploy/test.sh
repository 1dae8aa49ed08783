#!/usr/bin/env bash
# Run the tests: `all`, `fast` (SQLite, no servers, no browser) or `browser` (the journeys only).
# Starts its own PostgreSQL and Redis on free loopback ports and stops them afterwards.
set -euo pipefail
cd "$(dirname "$0")/.."
export PATH="$PWD/.venv/bin:$PATH" PYTHONDONTWRITEBYTECODE=1
python manage.py prepare_texts

if [ "${1:-all}" = fast ]; then
  exec python -m pytest -q -n 2 -m "not journey and not postgres and not broker" "${@:2}"
fi

need() {  # need PROGRAM PACKAGE...: install by apt where allowed, else one clear sentence
  command -v "$1" >/dev/null && return
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    [ -n "${updated:-}" ] || { apt-get update -qq; updated=1; }
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${@:2}" >/dev/null
  fi
  command -v "$1" >/dev/null || { echo "The tests need $1: install ${*:2} and run again." >&2; exit 1; }
}
export PATH="$PATH:$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)"
need chromium chromium
need pdftotext poppler-utils
need xgettext gettext
pango='from ctypes import CDLL; [CDLL(n) for n in ("libpango-1.0.so.0", "libpangoft2-1.0.so.0", "libharfbuzz-subset.so.0")]'
if ! python -c "$pango" 2>/dev/null; then
  need pango-view pango1.0-tools libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
fi
if [ "${1:-all}" = all ]; then
  need redis-server redis-server
  command -v initdb >/dev/null || need pg_lsclusters postgresql
  export PATH="$PATH:$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)"
  need pg_dump postgresql-client  # the restore drill
fi

work=$(mktemp -d "${TMPDIR:-/tmp}/chuyengia-test.XXXXXX"); chmod 755 "$work"
export TEST_VAR="$work/var"; mkdir -p "$TEST_VAR"
port() { python -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
cleanup() {
  [ -z "${redis_pid:-}" ] || kill "$redis_pid" 2>/dev/null || true
  [ -z "${pg_data:-}" ] || as_postgres pg_ctl -D "$pg_data" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$work"
}
trap cleanup EXIT
as_postgres() {  # PostgreSQL refuses to run as root
  if [ "$(id -u)" = 0 ]; then (cd / && setpriv --reuid=postgres --regid=postgres --clear-groups env PATH="$PATH" "$@"); else "$@"; fi
}
start_servers() {
  pg_port=$(port) redis_port=$(port) pg_data="$work/postgres"
  mkdir "$pg_data"; [ "$(id -u)" != 0 ] || chown postgres "$pg_data"
  as_postgres initdb -D "$pg_data" -U chuyengia -A trust -E UTF8 --locale=C.UTF-8 >/dev/null
  as_postgres pg_ctl -D "$pg_data" -w -l "$pg_data/log" \
    -o "-p $pg_port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$pg_data -c fsync=off" start >/dev/null
  redis-server --port "$redis_port" --bind 127.0.0.1 --save "" --appendonly no --dir "$work" >/dev/null & redis_pid=$!
  export PG_URL="postgres://chuyengia@127.0.0.1:$pg_port/chuyengia" REDIS_TEST_URL="redis://127.0.0.1:$redis_port/0"
}

step() { printf '\n== %s\n' "$*"; }
if [ "${1:-all}" = browser ]; then
  exec python -m pytest -q -m journey "${@:2}"
fi
step "Static checks"; deploy/check.sh
step "Unit, property and house tests on SQLite"
python -m pytest -q -n 2 -m "not journey and not postgres and not broker" --cov --cov-report=
step "Coverage"
python -m coverage report --fail-under=95
python -m coverage report --include='*/rules/*,*/rules.py' --fail-under=100
start_servers
step "The same suite on PostgreSQL with Redis and a Celery worker"  # not traced: what it alone runs is not counted
DATABASE_URL="$PG_URL" REDIS_URL="$REDIS_TEST_URL" TEST_VAR="$work/var-pg" \
  python -m pytest -q -n 2 -m "not journey"
step "Journeys in Chromium"
python -m pytest -q -m journey
