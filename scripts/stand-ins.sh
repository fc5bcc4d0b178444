#!/usr/bin/env bash
# Installs what stands in for a cloud in tests, outside git: moto server, in a Python environment of its own.
# The tests that need it are skipped, and say so, where it is not installed. They start and stop it themselves.
set -euo pipefail
home=${COFFERDAM_STAND_INS:-$HOME/.cache/cofferdam/stand-ins}
if ! command -v python3 >/dev/null 2>&1; then
  echo "stand-ins: python3 is missing [3.10 or newer]" >&2
  echo "hint: Debian: apt-get install python3-venv" >&2
  exit 3
fi
mkdir -p "$home"
[ -x "$home/moto/bin/python" ] || python3 -m venv "$home/moto"
"$home/moto/bin/pip" install --quiet --disable-pip-version-check 'moto[server]==5.2.1'
"$home/moto/bin/python" - <<'CHECK'
import importlib.metadata
print("stand-ins: moto", importlib.metadata.version("moto"))
CHECK
echo "stand-ins: in $home (another place: set COFFERDAM_STAND_INS)"
