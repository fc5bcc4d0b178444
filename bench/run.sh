#!/usr/bin/env bash
# The figures of docs/benchmarks.md: whole processes on generated logs; prints every run, median and spread.
#   bench/run.sh [EVENTS...]      default: 1000000; growth: bench/run.sh 100000 1000000 10000000
# Options by environment: RUNS (3), BENCH_DIR (kept between runs, default bench/data), CORES (0: pins to that core),
# LEDGER (1000000 entries; 0 leaves the ledger out).
# Two rates are told: by processor time (what one core does when nobody else uses it) and by the clock (what was seen).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. scripts/find-jdk.sh
require_jdk || exit $?
runs=${RUNS:-3}
data=${BENCH_DIR:-bench/data}
cores=${CORES:-0}
ledger=${LEDGER:-1000000}
events=("$@")
[ ${#events[@]} -gt 0 ] || events=(1000000)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

./cofferdam --version >/dev/null # builds what is older than its sources
machine="$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1), $(nproc) cores, $(free -g | awk '/Mem:/{print $2}') GiB"
echo "machine: $machine; $(./cofferdam --version | sed -n 2p); commit $(git rev-parse --short HEAD)"
load() { echo "  load average now: $(cut -d' ' -f1-3 /proc/loadavg)"; }
seconds() { date +%s.%N; }

echo; echo "start-up (--help), 10 runs"; load
for _ in $(seq 10); do
  a=$(seconds)
  /usr/bin/env time -f '%U %S' -o "$work/time" ./cofferdam --help >/dev/null
  b=$(seconds)
  read -r user system <"$work/time"
  echo "$(echo "$b - $a" | bc) $(echo "$user + $system" | bc)"
done | sort -n | awk '{a[NR]=$1; c[NR]=$2} END{m=int((NR+1)/2); printf "  wall median %.3f s, from %.3f to %.3f; cpu %.2f s\n", a[m], a[1], a[NR], c[m]}'

if [ "$ledger" -gt 0 ]; then
  echo; echo "ledger of $ledger entries, sealed and verified on one core"; load
  classes=evidence/target/test-classes
  if [ ! -f "$classes/io/cofferdam/evidence/verify/LedgerVerifyBenchmark.class" ]; then
    scripts/maven.sh -q -DskipTests -Dspotless.skip=true -pl evidence -am test-compile
  fi
  /usr/bin/env time -f '  %e s wall, %U s user, %S s system, %M KiB resident' taskset -c "$cores" \
    "$JDK/bin/java" -Xmx1g -XX:ActiveProcessorCount=1 -Djava.io.tmpdir="$work" -cp "$classes:app/target/lib/*" \
    io.cofferdam.evidence.verify.LedgerVerifyBenchmark "$ledger"
fi

for n in "${events[@]}"; do
  folder=$data/public-training-bucket-$n
  if [ ! -f "$folder/truth.json" ]; then
    rm -rf "$folder"
    mkdir -p "$data"
    ./cofferdam --quiet drill generate public-training-bucket --seed 11 --events "$n" --out "$folder" >/dev/null
  fi
  bytes=$(find "$folder/logs" -name '*.gz' -path '*CloudTrail/*' -exec zcat {} + | wc -c)
  echo; echo "investigate $n CloudTrail events, $((bytes / n)) bytes each, pinned to core $cores, heap 1 GiB, $runs runs"; load
  for i in $(seq "$runs"); do
    out=$work/out-$i
    a=$(seconds)
    /usr/bin/env time -f '%U %S %M' -o "$work/time" taskset -c "$cores" \
      ./cofferdam --quiet investigate "$folder/logs" --data-map "$folder/data-map.yaml" --out "$out/report" >"$work/summary"
    b=$(seconds)
    read -r user system rss <"$work/time"
    ./cofferdam drill score "$folder/truth.json" "$out/report/report.json" >"$work/score" || true
    verdict=$(grep '^verdict' "$work/score" || echo "no verdict")
    wall=$(echo "$b - $a" | bc)
    echo "  run $i: $wall s wall, $user s user, $system s system, $((rss / 1024)) MiB resident; $verdict" >&2
    echo "$(echo "$user + $system" | bc) $wall $rss"
    rm -rf "$out"
  done | sort -n | awk -v n="$n" '{c[NR]=$1; t[NR]=$2; r=($3>r?$3:r)}
    END{m=int((NR+1)/2); printf "  cpu median %.1f s (from %.1f to %.1f): %.0f events per processor second; wall of that run %.1f s: %.0f events/s; peak resident %.0f MiB\n", c[m], c[1], c[NR], n/c[m], t[m], n/t[m], r/1024}'
done
load
