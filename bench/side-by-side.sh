#!/usr/bin/env bash
# Cofferdam and Prowler on the same planted account of a stand-in (moto): found, missed, false alarms, time, calls.
#   bench/side-by-side.sh [SEED] [TIMES]      default 20261121 10: about 400 resources
# Prowler comes from PyPI into .cofferdam/peers when it is not there (needs the internet once); PROWLER names another.
# The stand-in is that of scripts/stand-ins.sh. The tables go to stdout.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. scripts/find-jdk.sh
require_jdk || exit $?
seed=${1:-20261121} times=${2:-10}
home=${COFFERDAM_STAND_INS:-$HOME/.cache/cofferdam/stand-ins}
[ -x "$home/moto/bin/moto_server" ] || scripts/stand-ins.sh >&2
prowler=${PROWLER:-$PWD/.cofferdam/peers/prowler/bin/prowler}
if [ ! -x "$prowler" ]; then
  python3 -m venv .cofferdam/peers/prowler
  .cofferdam/peers/prowler/bin/pip install -q --disable-pip-version-check prowler >&2
fi
./cofferdam --version >/dev/null
scripts/maven.sh -q -Dspotless.skip=true -Djacoco.skip=true -pl app -am test-compile >/dev/null
work=$(mktemp -d)
port=${PORT:-5077}
MOTO_ACCOUNT_ID=111122223333 MOTO_EC2_LOAD_DEFAULT_AMIS=false "$home/moto/bin/moto_server" -H 127.0.0.1 -p "$port" \
  >"$work/moto.log" 2>&1 &
moto=$!
trap 'kill $moto 2>/dev/null; rm -rf "$work"' EXIT
for _ in $(seq 100); do (echo >/dev/tcp/127.0.0.1/"$port") 2>/dev/null && break; sleep 0.2; done
export AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test AWS_DEFAULT_REGION=eu-central-1
"$JDK/bin/java" -cp "app/target/test-classes:app/target/classes:app/target/lib/*" \
  io.cofferdam.app.scan.planted.PlantAndTell "http://127.0.0.1:$port" "$seed" "$times" "$work/truth.json" "$work/data-map.yaml"
calls() { grep -c 'HTTP/1.1"' "$work/moto.log" || true; }
now() { date +%s.%N; }

before=$(calls) begun=$(now)
./cofferdam --quiet scan aws --endpoint-url "http://127.0.0.1:$port" --region eu-central-1 --data-map "$work/data-map.yaml" --format json >"$work/ours.json" || true
ours="$(echo "$(now) - $begun" | bc) s, $(($(calls) - before)) calls"

before=$(calls) begun=$(now)
AWS_ENDPOINT_URL="http://127.0.0.1:$port" "$prowler" aws --region eu-central-1 --service s3 kms ec2 iam cloudtrail \
  --output-formats json-ocsf --output-directory "$work" --output-filename theirs --no-banner >"$work/prowler.log" 2>&1 || true
theirs="$(echo "$(now) - $begun" | bc) s, $(($(calls) - before)) calls"
[ -f "$work/theirs.ocsf.json" ] || { tail -20 "$work/prowler.log" >&2; exit 3; }

echo "machine: $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1), $(nproc) cores; commit $(git rev-parse --short HEAD); load $(cut -d' ' -f1 /proc/loadavg)"
echo "seed $seed, each kind $times times: $(grep -c '"how"' "$work/truth.json") resources"
echo "Cofferdam, all services of its plan: $ours"
echo "$("$prowler" -v 2>&1 | grep -o 'Prowler [0-9.]*' | head -1), services s3 kms ec2 iam cloudtrail: $theirs"
echo
"$JDK/bin/java" -cp "app/target/test-classes:app/target/classes:app/target/lib/*" \
  io.cofferdam.app.scan.planted.SideBySide "$work/truth.json" "$work/ours.json" "$work/theirs.ocsf.json"
