#!/usr/bin/env bash
# Decisions per second of the access engine on one core: whole processes over the managed policies of AWS (fetched: the
# wheel of the PyPI package moto, Apache-2.0, pinned; nothing of it is kept here) and generated bucket policies.
#   bench/access.sh [DECISIONS]      default 1000000
# Options by environment: MOTO (a wheel or an unpacked folder instead of fetching), CORES (0: pins to that core).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. scripts/find-jdk.sh
require_jdk || exit $?
. bench/compiled.sh
version=5.2.5
data=${BENCH_DIR:-bench/data}
wheel=${MOTO:-$data/moto-$version-py3-none-any.whl}
if [ ! -e "$wheel" ]; then
  mkdir -p "$data"
  pip download -q --no-deps -d "$data" "moto==$version" ||
    { echo "bench: moto $version cannot be fetched [set MOTO to its wheel]" >&2; exit 3; }
fi
echo "machine: $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1), $(nproc) cores; commit $(git rev-parse --short HEAD)"
echo "load average now: $(cut -d' ' -f1-3 /proc/loadavg)"
exec taskset -c "${CORES:-0}" "$JDK/bin/java" -Xmx1g -XX:+UseSerialGC -XX:ActiveProcessorCount=1 \
  -cp "access/target/test-classes:access/target/classes:app/target/lib/*" \
  io.cofferdam.access.bench.DecideBenchmark "$wheel" "${1:-1000000}"
