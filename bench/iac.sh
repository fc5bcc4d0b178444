#!/usr/bin/env bash
# Cofferdam and Checkov on the same planned resources with planted faults: found, missed, false alarms, time.
#   bench/iac.sh [TIMES]      default 20: each variant twenty times, in a Terraform plan and in a template
# Checkov comes from PyPI into .cofferdam/peers when it is not there (needs the internet once); CHECKOV names another.
# Only checks that both have are counted; PlannedFault names them. The table goes to stdout.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. scripts/find-jdk.sh
require_jdk || exit $?
times=${1:-20}
checkov=${CHECKOV:-$PWD/.cofferdam/peers/checkov/bin/checkov}
if [ ! -x "$checkov" ]; then
  python3 -m venv .cofferdam/peers/checkov
  .cofferdam/peers/checkov/bin/pip install -q --disable-pip-version-check checkov >&2
fi
./cofferdam --version >/dev/null
scripts/maven.sh -q -Dspotless.skip=true -Djacoco.skip=true -pl app -am test-compile >/dev/null
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
beside() {
  "$JDK/bin/java" -cp "app/target/test-classes:app/target/classes:app/target/lib/*" \
    io.cofferdam.app.scan.planted.BesideCheckov "$@"
}
now() { date +%s.%N; }
beside write "$work" "$times"
echo "machine: $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1), $(nproc) cores; commit $(git rev-parse --short HEAD); load $(cut -d' ' -f1 /proc/loadavg)"
for language in terraform cloudformation; do
  framework=$language
  [ "$language" = terraform ] && framework=terraform_plan
  begun=$(now)
  ./cofferdam --quiet scan "$language" "$work/$language.json" --account 111122223333 --region eu-central-1 \
    --format json >"$work/$language.ours.json" || true
  ours=$(echo "$(now) - $begun" | bc)
  begun=$(now)
  "$checkov" -f "$work/$language.json" --framework "$framework" --check "$(beside checks "$language")" \
    --compact --quiet -o json >"$work/$language.theirs.json" 2>"$work/checkov.log" || true
  theirs=$(echo "$(now) - $begun" | bc)
  [ -s "$work/$language.theirs.json" ] || { tail -20 "$work/checkov.log" >&2; exit 3; }
  echo "$language: Cofferdam, all controls: $ours s; Checkov $("$checkov" --version), these checks alone: $theirs s"
done
echo
echo "| language | fault, our control | Checkov's checks | with the fault | look-alikes | ours: found, missed, false alarms | Checkov's |"
echo "|---|---|---|---|---|---|---|"
for language in terraform cloudformation; do
  beside score "$work" "$language" "$times"
done
