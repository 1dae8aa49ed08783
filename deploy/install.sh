#!/usr/bin/env bash
# Make the environment and bring it to exactly what the lock files say.
# usage: deploy/install.sh PYTHON VENV LOCK...
set -euo pipefail
python=$1 venv=$2; shift 2
command -v "$python" >/dev/null || python=python3
"$python" -c 'import sys; sys.exit(sys.version_info[:2] < (3, 11))' 2>/dev/null \
  || { echo "ChuyenGia needs Python 3.11 or newer; none was found as '$python'." >&2; exit 1; }
[ -x "$venv/bin/python" ] || "$python" -m venv "$venv" 2>/dev/null \
  || { echo "Python's venv module is missing (on Debian: apt-get install python3-venv)." >&2; exit 1; }
files=(); for lock in "$@"; do files+=(-r "$lock"); done
# uv installs the same hashed lock in a tenth of pip's time; pip alone does as well.
if "$venv/bin/uv" --version >/dev/null 2>&1 || "$venv/bin/pip" install -q --disable-pip-version-check uv 2>/dev/null; then
  "$venv/bin/uv" pip install -q --python "$venv/bin/python" --compile-bytecode --require-hashes "${files[@]}"
else
  "$venv/bin/pip" install -q --disable-pip-version-check --require-hashes "${files[@]}"
fi
