#!/usr/bin/env bash
# All controls on a generated inventory, with a heap of 1.5 GiB.
#   bench/posture.sh [RESOURCES...]      default 5000 50000
# Growth: bench/posture.sh 5000 50000 500000; for the last one HEAP=8g
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. scripts/find-jdk.sh
require_jdk || exit $?
./cofferdam --version >/dev/null
scripts/maven.sh -q -Dspotless.skip=true -Djacoco.skip=true -pl posture -am test-compile >/dev/null
echo "machine: $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1), $(nproc) cores; commit $(git rev-parse --short HEAD)"
[ $# -gt 0 ] || set -- 5000 50000
for size in "$@"; do
  echo "load average now: $(cut -d' ' -f1-3 /proc/loadavg)"
  "$JDK/bin/java" "-Xmx${HEAP:-1536m}" -cp "posture/target/test-classes:posture/target/classes:app/target/lib/*" \
    io.cofferdam.posture.bench.EngineBenchmark "$size"
done
