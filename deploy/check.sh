#!/usr/bin/env bash
# Every static check. Each prints only what is wrong.
set -uo pipefail
cd "$(dirname "$0")/.."
export PATH="$PWD/.venv/bin:$PATH" PYTHONDONTWRITEBYTECODE=1 SECRET_KEY="${SECRET_KEY:-checks-only-$(printf 'x%.0s' {1..60})}"
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
export VAR_DIR="$work"; mkdir -p "$work/build/static"
failed=0
try() { local name=$1; shift; if ! out=$("$@" 2>&1); then printf '✗ %s\n%s\n' "$name" "$out"; failed=1; else printf '✓ %s\n' "$name"; fi; }
try "ruff" ruff check .
try "ruff format" ruff format --check .
try "imports run one way" lint-imports
try "types" mypy
try "templates" djlint templates --lint --quiet
try "migrations are complete" python manage.py makemigrations --check --dry-run
try "deployment settings" env SITE_URL=https://chuyengia.example ALLOWED_HOSTS=chuyengia.example DEMO=0 python manage.py check --deploy --fail-level WARNING
exit $failed
