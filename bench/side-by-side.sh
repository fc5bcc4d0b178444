#!/usr/bin/env bash
# Cofferdam and Prowler on the same planted account of a stand-in (moto): found, missed, false alarms, time, calls.
#   bench/side-by-side.sh [SEED] [TIMES]      default 20261121 10: about 400 resources
# Prowler comes from PyPI into .cofferdam/peers when it is not there (needs the internet once); PROWLER names another.
# Which of its checks ask what ours ask stands in prowler-checks.yaml. The tables go to stdout; KEEP names a folder
# that gets what both told.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
seed=${1:-20261121} times=${2:-10}
prowler=${PROWLER:-$PWD/.cofferdam/peers/prowler/bin/prowler}
if [ ! -x "$prowler" ]; then
  python3 -m venv .cofferdam/peers/prowler
  .cofferdam/peers/prowler/bin/pip install -q --disable-pip-version-check prowler >&2
fi
. bench/planted.sh
theirs() {
  AWS_ENDPOINT_URL=$endpoint "$prowler" aws --region eu-central-1 --service s3 kms ec2 iam cloudtrail \
    --output-formats json-ocsf --output-directory "$work" --output-filename theirs --no-banner >"$work/prowler.log" 2>&1
}
timed ours ours
timed theirs theirs
[ -f "$work/theirs.ocsf.json" ] || { tail -20 "$work/prowler.log" >&2; exit 3; }
[ -z "${KEEP:-}" ] || { mkdir -p "$KEEP" && cp -r "$work"/* "$KEEP"; }
machine
echo "Cofferdam: all services of its plan. $("$prowler" -v 2>&1 | grep -o 'Prowler [0-9.]*' | head -1): s3 kms ec2 iam cloudtrail."
echo
"$JDK/bin/java" -cp "$classes" io.cofferdam.app.scan.planted.SideBySide "$work" bench/prowler-checks.yaml
