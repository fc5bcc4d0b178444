#!/usr/bin/env bash
# Installs what stands in for a cloud in tests, outside git: moto server and cfn-lint, in a Python environment of their
# own, and azurite and asl-validator, by npm. The tests that need one are skipped, and say so, where it is not installed.
# They start and stop it themselves, on this machine alone.
set -euo pipefail
home=${COFFERDAM_STAND_INS:-$HOME/.cache/cofferdam/stand-ins}
if ! command -v python3 >/dev/null 2>&1; then
  echo "stand-ins: python3 is missing [3.10 or newer]" >&2
  echo "hint: Debian: apt-get install python3-venv" >&2
  exit 3
fi
mkdir -p "$home"
[ -x "$home/moto/bin/python" ] || python3 -m venv "$home/moto"
"$home/moto/bin/pip" install --quiet --disable-pip-version-check 'moto[server]==5.2.1' 'cfn-lint==1.58.0'
"$home/moto/bin/python" - <<'CHECK'
import importlib.metadata
print("stand-ins: moto", importlib.metadata.version("moto"), "cfn-lint", importlib.metadata.version("cfn-lint"))
CHECK
# The last azurite for Node 20. No script of a package is run; the tests switch its telemetry off.
azurite=3.35.0
validator=4.0.0
if ! command -v npm >/dev/null 2>&1; then
  echo "stand-ins: npm is missing [Node 20 or newer]: no azurite and no asl-validator, and the tests of acts on Azure" \
    "containers and of exported state machines are skipped"
else
  mkdir -p "$home/azurite" "$home/asl"
  npm install --prefix "$home/azurite" --ignore-scripts --no-audit --no-fund --no-update-notifier --silent \
    "azurite@$azurite"
  npm install --prefix "$home/asl" --ignore-scripts --no-audit --no-fund --no-update-notifier --silent \
    "asl-validator@$validator"
  node -e 'console.log("stand-ins: azurite", require(process.argv[1]).version)' \
    "$home/azurite/node_modules/azurite/package.json"
  node -e 'console.log("stand-ins: asl-validator", require(process.argv[1]).version)' \
    "$home/asl/node_modules/asl-validator/package.json"
fi
echo "stand-ins: in $home (another place: set COFFERDAM_STAND_INS)"
