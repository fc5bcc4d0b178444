#!/usr/bin/env bash
# How long one recorded call takes to be judged in a large inventory (that of posture.sh), on one core.
#   bench/drift.sh [RESOURCES] [TIMES]      default 50000 9: so many calls of each of four kinds
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. scripts/find-jdk.sh
require_jdk || exit $?
./cofferdam --version >/dev/null
scripts/maven.sh -q -Dspotless.skip=true -Djacoco.skip=true -pl app -am test-compile >/dev/null
echo "machine: $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1), $(nproc) cores; commit $(git rev-parse --short HEAD)"
echo "load average now: $(cut -d' ' -f1-3 /proc/loadavg)"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
java() { taskset -c "${CORES:-0}" "$JDK/bin/java" -Xmx1g -XX:+UseSerialGC -XX:ActiveProcessorCount=1 "$@"; }
java -cp "posture/target/test-classes:posture/target/classes:app/target/lib/*" \
  io.cofferdam.posture.bench.StoreInventory "${1:-50000}" "$work/inventory.jsonl.gz"
java -cp "app/target/test-classes:app/target/classes:app/target/lib/*" \
  io.cofferdam.app.drift.DriftBenchmark "$work/inventory.jsonl.gz" "${2:-9}"
