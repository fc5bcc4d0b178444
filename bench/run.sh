#!/usr/bin/env bash
# The figures of docs/benchmarks.md: whole-process runs on generated logs, three each; prints median and spread.
#   bench/run.sh [EVENTS...]      default: 1000000
# Options by environment: RUNS (3), BENCH_DIR (kept between runs, default bench/data), CORES (0: pins to one core).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
runs=${RUNS:-3}
data=${BENCH_DIR:-bench/data}
cores=${CORES:-0}
events=("$@")
[ ${#events[@]} -gt 0 ] || events=(1000000)
machine="$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1), $(nproc) cores, $(free -g | awk '/Mem:/{print $2}') GiB"
echo "machine: $machine; $(./cofferdam --version | sed -n 2p); commit $(git rev-parse --short HEAD)"

seconds() { date +%s.%N; }

echo; echo "start-up (--help), 10 runs"
for _ in $(seq 10); do
  a=$(seconds); ./cofferdam --help >/dev/null; b=$(seconds); echo "$b - $a" | bc
done | sort -n | awk '{a[NR]=$1} END{printf "  median %.3f s, from %.3f to %.3f\n", a[int((NR+1)/2)], a[1], a[NR]}'

for n in "${events[@]}"; do
  folder=$data/public-training-bucket-$n
  if [ ! -f "$folder/truth.json" ]; then
    rm -rf "$folder"; mkdir -p "$data"
    ./cofferdam --quiet drill generate public-training-bucket --seed 11 --events "$n" --out "$folder" >/dev/null
  fi
  bytes=$(find "$folder/logs" -name '*.gz' -path '*CloudTrail*' -exec zcat {} + | wc -c)
  echo; echo "investigate $n CloudTrail events, $((bytes / n)) bytes each, pinned to core $cores, heap 1 GiB, $runs runs"
  for _ in $(seq "$runs"); do
    out=$(mktemp -d)
    a=$(seconds)
    /usr/bin/env time -f '%U %S %M' -o "$out/time" taskset -c "$cores" \
      ./cofferdam --quiet investigate "$folder/logs" --data-map "$folder/data-map.yaml" --out "$out/report" >"$out/summary"
    b=$(seconds)
    read -r user system rss <"$out/time"
    echo "$(echo "$b - $a" | bc) $user $system $rss"
    ./cofferdam drill score "$folder/truth.json" "$out/report/report.json" >"$out/score"
    tail -n 1 "$out/score" >&2
    rm -rf "$out"
  done | sort -n | awk -v n="$n" '{t[NR]=$1; c[NR]=$2+$3; r=($4>r?$4:r)} END{m=int((NR+1)/2); printf "  wall median %.1f s (from %.1f to %.1f), cpu %.1f s, %.0f events/s per core, peak resident %.0f MiB\n", t[m], t[1], t[NR], c[m], n/t[m], r/1024}'
done
