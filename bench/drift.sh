#!/usr/bin/env bash
# How long one recorded call takes to be judged in a generated inventory of many buckets, on one core.
#   bench/drift.sh [BUCKETS]      default 50000
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. scripts/find-jdk.sh
require_jdk || exit $?
./cofferdam --version >/dev/null
scripts/maven.sh -q -Dspotless.skip=true -Djacoco.skip=true -pl app -am test-compile >/dev/null
echo "machine: $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1), $(nproc) cores; commit $(git rev-parse --short HEAD)"
echo "load average now: $(cut -d' ' -f1-3 /proc/loadavg)"
exec taskset -c "${CORES:-0}" "$JDK/bin/java" -Xmx1g -XX:+UseSerialGC -XX:ActiveProcessorCount=1 \
  -cp "app/target/test-classes:app/target/classes:app/target/lib/*" \
  io.cofferdam.app.drift.DriftBenchmark "${1:-50000}"
