#!/usr/bin/env bash
# Whole-estate questions of the access engine on one core, over a generated estate of twenty accounts.
#   bench/estate.sh [PRINCIPALS BUCKETS [0]]     default 5000 2000; a third argument leaves the matrix out
# Ten times as many principals: bench/estate.sh 50000 2000
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. scripts/find-jdk.sh
require_jdk || exit $?
. bench/compiled.sh
echo "machine: $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1), $(nproc) cores; commit $(git rev-parse --short HEAD)"
echo "load average now: $(cut -d' ' -f1-3 /proc/loadavg)"
[ $# -gt 0 ] || set -- 5000 2000
exec taskset -c "${CORES:-0}" "$JDK/bin/java" -Xmx2g -XX:+UseSerialGC -XX:ActiveProcessorCount=1 \
  -cp "access/target/test-classes:access/target/classes:app/target/lib/*" \
  io.cofferdam.access.bench.EstateBenchmark "$@"
