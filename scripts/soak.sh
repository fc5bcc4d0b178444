#!/usr/bin/env bash
# The long work: fuzzing of all readers, kills, torn writes, worlds, scale. Seeded; goes on where the last run stopped;
# rewrites docs/soak.md after every step. Options by environment:
#   SOAK_SECONDS  seconds of fuzzing (3600); worlds take a sixth of it on top, the other parts what they take
#   SOAK_PARTS    fuzz,kills,torn,journal,playbooks,playbooks-postgres,worlds,access,scale,z3; z3 takes a sixth of the seconds on top
#   SOAK_ACCESS   1000000; worlds of the access engine compared with its reference in one go
#   SOAK_JOBS     1; how many readers are fuzzed side by side (the seconds are those of all together)
#   SOAK_SEED     20261121; a new seed starts the seeded fuzzer and the worlds from the beginning
#   SOAK_EVENTS   "1000000 10000000", the sizes of `scale`; disk: about 0.2 GB for each million, freed afterwards
#   SOAK_KILLS    100
#   SOAK_PLAYBOOK_KILLS 1000, of processes that carry out playbooks; a fifth of it with PostgreSQL
#   SOAK_DOC      docs/soak.md
# State, corpus and findings are kept in .cofferdam/soak. A finding is tried again by
#   scripts/soak.sh replay TARGET FILE
#   scripts/soak.sh world NUMBER
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. scripts/find-jdk.sh
require_jdk || exit $?

seconds=${SOAK_SECONDS:-3600}
parts=,${SOAK_PARTS:-fuzz,kills,torn,journal,playbooks,playbooks-postgres,worlds,access,scale,z3},
access_worlds=${SOAK_ACCESS:-1000000}
jobs=${SOAK_JOBS:-1}
seed=${SOAK_SEED:-20261121}
sizes=${SOAK_EVENTS:-1000000 10000000}
kills=${SOAK_KILLS:-100}
playbook_kills=${SOAK_PLAYBOOK_KILLS:-1000}
doc=${SOAK_DOC:-docs/soak.md}
work=.cofferdam/soak
state=$work/state
jazzer=0.30.0
test_code=app/src/test/java/io/cofferdam/app/soak
worlds_code=app/src/test/java/io/cofferdam/app/worlds
dictionary=app/src/test/resources/io/cofferdam/app/soak/dictionary.txt
commit=$(git rev-parse --short HEAD)$(git diff --quiet HEAD -- '*.java' || echo +)
mkdir -p "$work"/{corpus,findings,logs}
touch "$state"

# target, class, share of the time in percent
targets="logs:LogsTarget:44 archives:ArchivesTarget:16 packs:PackTarget:12 policies:PolicyTarget:10 data-map:DataMapTarget:8 subject-index:SubjectIndexTarget:5 notes:NoteTarget:5"

get() { sed -n "s/^$1 //p" "$state" | head -1; }
put() { # key, value; the state is replaced whole, so a kill leaves the old one
  (
    flock 9
    { grep -v "^$1 " "$state" || true; echo "$1 $2"; } | sort >"$state.new"
    mv "$state.new" "$state"
  ) 9>"$work/lock"
}
add() { put "$1" $(($(get "$1") + $2)); }
largest() { [ "$(get "$1")" != "" ] && [ "$(get "$1")" -ge "$2" ] || put "$1" "$2"; }
has() { [[ $parts == *,$1,* ]]; }
did() { # part: notes the commit under which it ran
  local known
  known=$(get "$1.commits")
  case " $known " in *" $commit "*) ;; *) put "$1.commits" "${known:+$known }$commit" ;; esac
}

build() {
  ./cofferdam --version >/dev/null
  rm -rf "$work/program" "$work/classes"
  mkdir -p "$work/program" "$work/classes"
  cp -r app/target/cofferdam.jar app/target/lib "$work/program/"
  classes=$work/classes:$work/program/cofferdam.jar:$(echo "$work"/program/lib/*.jar | tr ' ' ':')
  find "$test_code" "$worlds_code" -name '*.java' ! -name '*Test.java' -print0 |
    xargs -0 "$JDK/bin/javac" -d "$work/classes" -cp "$classes"
}

fetch_jazzer() { # Apache-2.0, from Maven Central, checked by Maven; without it the seeded fuzzer works alone
  [ -f "$work/lib/jazzer-$jazzer.jar" ] && return 0
  local artifact
  for artifact in jazzer jazzer-api; do
    mkdir -p "$work/lib"
    (require_maven && cd "$work/lib" && JAVA_HOME=$JDK mvn -B -ntp -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
      -Dartifact="com.code-intelligence:$artifact:$jazzer" -DoutputDirectory="$PWD") >"$work/logs/fetch" 2>&1 ||
      { echo "soak: the coverage-guided fuzzer cannot be fetched; the seeded one runs alone" >&2; return 1; }
  done
}

soak() { "$JDK/bin/java" -Xmx512m -XX:+UseSerialGC -cp "$classes" io.cofferdam.app.soak.Soak "$@"; }

shapes() { # target, seconds: the seeded fuzzer
  local target=$1 from out status=0 started=$SECONDS
  from=$(get "fuzz.$target.position")
  out=$(soak shapes "$target" "$seed" "${from:-0}" "$2" "$work/corpus/seeds/$target" "$dictionary" "$work/findings" \
    2>"$work/logs/shapes-$target") || status=$?
  local position slowest
  position=$(sed -n 's/^SHAPES position=\([0-9]*\).*/\1/p' <<<"$out")
  slowest=$(sed -n 's/^SHAPES .*slowest=\([0-9]*\).*/\1/p' <<<"$out")
  if [ -z "$position" ]; then
    echo "soak: the seeded fuzzer of $target died with status $status [$work/logs/shapes-$target]" >&2
    cp "$work/logs/shapes-$target" "$work/findings/$target-died-$from.txt"
    position=$((from + 1000))
  fi
  put "fuzz.$target.position" "$position"
  add "fuzz.$target.shapes" $((position - from))
  largest "fuzz.$target.slowest" "${slowest:-10000}"
  add "fuzz.$target.seconds" $((SECONDS - started))
}

guided() { # target, class, seconds: the coverage-guided fuzzer
  local target=$1 log=$work/logs/guided-$1 started=$SECONDS runs
  mkdir -p "$work/corpus/grown/$target"
  local number=$(($(get "fuzz.$target.slices") + 1))
  "$JDK/bin/java" -Xmx512m -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED \
    -cp "$work/lib/jazzer-$jazzer.jar:$work/lib/jazzer-api-$jazzer.jar:$classes" com.code_intelligence.jazzer.Jazzer \
    --target_class="io.cofferdam.app.soak.$2" --instrumentation_includes='io.cofferdam.**' --keep_going=50 \
    --disabled_hooks='com.code_intelligence.jazzer.sanitizers.FilePathTraversal' --reproducer_path="$work/findings" \
    -artifact_prefix="$work/findings/$target-" -dict="$dictionary" -seed=$((seed + number)) -max_total_time="$3" \
    -timeout=60 -rss_limit_mb=2048 -max_len=32768 -len_control=0 -print_final_stats=1 \
    "$work/corpus/grown/$target" "$work/corpus/seeds/$target" >"$log" 2>&1 || true
  put "fuzz.$target.slices" "$number"
  runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log" | tail -1)
  [ -n "$runs" ] || runs=$(sed -n 's/^#\([0-9]*\).*/\1/p' "$log" | tail -1)
  [ -n "$runs" ] || echo "soak: the coverage-guided fuzzer of $target did not run [$log]" >&2
  add "fuzz.$target.guided" "${runs:-0}"
  put "fuzz.$target.coverage" "$(sed -n 's/.* cov: \([0-9]*\) .*/\1/p' "$log" | tail -1)"
  sed -n 's/^DEDUP_TOKEN: //p' "$log" | sort -u | while read -r token; do
    [ -f "$work/findings/$target-guided-$token.txt" ] || grep -B 60 -F "$token" "$log" >"$work/findings/$target-guided-$token.txt"
  done
  if grep -qE '^==.*ERROR: libFuzzer: (timeout|out-of-memory)' "$log"; then
    cp "$log" "$work/findings/$target-guided-limit-$number.txt"
  fi
  add "fuzz.$target.seconds" $((SECONDS - started))
}

fuzz() {
  rm -rf "$work/corpus/seeds"
  soak seeds . "$work/corpus/seeds"
  [ "$(get fuzz.seed)" = "$seed" ] || { for each in $targets; do put "fuzz.${each%%:*}.position" 0; done; put fuzz.seed "$seed"; }
  add fuzz.elapsed "$(($(get fuzz.elapsed.now)))" # of a run that was stopped
  put fuzz.elapsed.now 0
  local guided=1 each job lightest queues=() loads=()
  fetch_jazzer || guided=0
  for job in $(seq 0 $((jobs - 1))); do loads[job]=0; queues[job]=''; done
  for each in $targets; do
    lightest=0
    for job in $(seq 0 $((jobs - 1))); do [ "${loads[job]}" -ge "${loads[lightest]}" ] || lightest=$job; done
    loads[lightest]=$((loads[lightest] + ${each##*:}))
    queues[lightest]+=" $each"
  done
  began=$SECONDS
  for job in $(seq 0 $((jobs - 1))); do queue "$guided" ${queues[job]} & done
  wait
  add fuzz.elapsed $((SECONDS - began))
  put fuzz.elapsed.now 0
  write_doc
}

queue() { # guided, targets: one after the other, in rounds, so that a stopped run has seen them all
  local guided=$1 rounds each target class share slice
  rounds=$((seconds >= 2400 ? 3 : seconds >= 1200 ? 2 : 1))
  for round in $(seq "$rounds"); do
    for each in "${@:2}"; do
      IFS=: read -r target class share <<<"$each"
      slice=$((seconds * share / 100 / rounds / (1 + guided)))
      [ "$slice" -ge 1 ] || slice=1
      echo "soak: fuzz $target, round $round of $rounds, $slice s each" >&2
      shapes "$target" "$slice"
      [ "$guided" = 0 ] || guided "$target" "$class" "$slice"
      did fuzz
      put fuzz.elapsed.now $((SECONDS - began))
      write_doc
    done
  done
}

tests() { # module, test, more: runs one test of a module by Maven, soak-tagged ones too; prints its output
  scripts/maven.sh -o test -pl "$1" -am -Dtest="$2" -Dsoak=true -Dexcluded.groups=never -Dsurefire.failIfNoSpecifiedTests=false \
    -Dspotless.skip=true -Djacoco.skip=true "${@:3}" 2>&1
}

killed() {
  local started=$SECONDS log=$work/logs/kills now=$((seed + $(get kills.runs) + 0))
  echo "soak: $kills kills" >&2
  if tests evidence 'KilledWriterTest#killedAHundredTimesLosesNoAcknowledgedEntry' -Dsoak.seed="$now" -Dsoak.kills="$kills" >"$log"; then
    put kills.result "$(grep -ho 'seed [0-9]*: [0-9]* kills.*' "$log" | tail -1)"
    add kills.kills "$kills"
  else
    add kills.findings 1
    cp "$log" "$work/findings/kills-$now.txt"
  fi
  add kills.runs 1
  add kills.seconds $((SECONDS - started))
  did kills
  write_doc
}

journal() { # processes that append to a case store are killed; SQLite and PostgreSQL
  local started=$SECONDS log=$work/logs/journal now=$((seed + $(get journal.runs) + 0))
  echo "soak: $kills kills of appends to each case store" >&2
  if tests store 'KilledAppendsTest#killedManyTimes' -Dsoak.seed="$now" -Dsoak.kills="$kills" >"$log"; then
    put journal.result "$(grep -ho 'seed [0-9]*: [0-9]* kills each.*' "$log" | tail -1)"
    add journal.kills $((3 * kills))
  else
    add journal.findings 1
    cp "$log" "$work/findings/journal-$now.txt"
  fi
  add journal.runs 1
  add journal.seconds $((SECONDS - started))
  did journal
  write_doc
}

playbooks() { # part, store, kills: processes that carry out playbooks are killed, from where the last run ended
  local part=$1 started=$SECONDS log=$work/logs/$1 now=$((seed + $(get "$1.runs") + 0)) position=$(($(get "$1.position") + 0))
  echo "soak: $3 kills of playbooks with $2, from number $position on" >&2
  tests store "KilledRunsTest#killedManyTimesIn$2" -Dsoak.seed="$now" -Dsoak.kills="$3" -Dsoak.from="$position" >"$log" ||
    { add "$part.findings" 1; cp "$log" "$work/findings/$part-$now.txt"; }
  local told
  told=$(grep -ho 'KILLED position=.*' "$log" | tail -1 || true)
  put "$part.position" "$(sed -n 's/^KILLED position=\([0-9]*\).*/\1/p' <<<"$told" | grep . || echo "$position")"
  put "$part.result" "${told#KILLED position=* }"
  add "$part.kills" $(($(sed -n 's/.*: \([0-9]*\) kills in.*/\1/p' <<<"$told") + 0))
  add "$part.runs" 1
  add "$part.seconds" $((SECONDS - started))
  did "$part"
  write_doc
}

torn() {
  local started=$SECONDS log=$work/logs/torn
  echo "soak: torn writes" >&2
  tests evidence TornWriteTest >"$log" || { add torn.findings 1; cp "$log" "$work/findings/torn-$(get torn.runs).txt"; }
  put torn.result "$(grep -o 'Tests run: [0-9]*, Failures: [0-9]*, Errors: [0-9]*' "$log" | tail -1)"
  add torn.runs 1
  add torn.seconds $((SECONDS - started))
  did torn
  write_doc
}

worlds() {
  local started=$SECONDS log=$work/logs/worlds
  [ "$(get worlds.seed)" = "$seed" ] || { put worlds.seed "$seed"; put worlds.position 0; }
  local from position
  from=$(get worlds.position)
  echo "soak: worlds from number $from on" >&2
  "$JDK/bin/java" -Xmx1g -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -cp "$classes" io.cofferdam.app.soak.WorldSoak \
    "$seed" "$from" $((seconds / 6 > 20 ? seconds / 6 : 20)) "$work/findings" >"$log" 2>&1 || true
  position=$(sed -n 's/^WORLDS position=\([0-9]*\).*/\1/p' "$log" | tail -1)
  if [ -z "$position" ]; then
    cp "$log" "$work/findings/worlds-died-$from.txt"
    position=$((from + 1))
  fi
  put worlds.result "$(sed -n 's/^WORLDS position=[0-9]* //p' "$log" | tail -1)"
  put worlds.position "$position"
  add worlds.executions $((position - from))
  add worlds.seconds $((SECONDS - started))
  did worlds
  write_doc
}

access() {
  local started=$SECONDS log=$work/logs/access from
  [ "$(get access.seed)" = "$seed" ] || { put access.seed "$seed"; put access.position 0; }
  from=$((seed * 1000000000 + $(get access.position) + 0))
  echo "soak: access, $access_worlds worlds from number $from on" >&2
  if tests access SmallWorldsTest -Daccess.from="$from" -Daccess.worlds="$access_worlds" >"$log"; then
    put access.result "product and reference agree"
  else
    add access.findings 1
    put access.result "$(grep -o 'world [0-9]*' "$log" | head -1) differs"
    cp "$log" "$work/findings/access-$from.txt"
  fi
  put access.position $(($(get access.position) + access_worlds))
  add access.executions "$access_worlds"
  add access.seconds $((SECONDS - started))
  did access
  write_doc
}

z3() { # policy comparisons against Z3, from a new place at each run
  local started=$SECONDS log=$work/logs/z3
  local now=$((seed + $(get z3.runs) + 0))
  echo "soak: comparisons against Z3, seed $now" >&2
  if tests access 'Z3OracleTest#agreesWithZ3OverMany' -Dsoak.seed="$now" \
    -Dz3.seconds=$((seconds / 6 > 20 ? seconds / 6 : 20)) >"$log"; then
    put z3.result "$(grep -ho 'seed [0-9]*: [0-9]* comparisons.*' "$log" | tail -1)"
  else
    add z3.findings 1
    cp "$log" "$work/findings/z3-$now.txt"
  fi
  add z3.comparisons "$(grep -ho 'seed [0-9]*: [0-9]* comparisons' "$log" | tail -1 | cut -d' ' -f3)"
  add z3.runs 1
  add z3.seconds $((SECONDS - started))
  did z3
  write_doc
}

scale() {
  local n folder started out
  for n in $sizes; do
    folder=$work/scale-$n
    rm -rf "$folder"
    if [ "$(df -k --output=avail "$work" | tail -1)" -lt $((n / 4)) ]; then
      echo "soak: scale $n needs $((n / 4000)) MB of disk" >&2
      put "scale.$n.result" "not run: too little disk"
      continue
    fi
    echo "soak: scale, $n events" >&2
    ./cofferdam --quiet drill generate public-training-bucket --seed 11 --events "$n" --out "$folder" >/dev/null
    put "scale.$n.megabytes" "$(du -sm "$folder" | cut -f1)"
    out=$work/scale-$n-report
    rm -rf "$out"
    started=$SECONDS
    local status=0 score
    COFFERDAM_HEAP=1g ./cofferdam --quiet investigate "$folder/logs" --data-map "$folder/data-map.yaml" --out "$out" \
      >"$work/logs/scale-$n" 2>&1 || status=$?
    put "scale.$n.seconds" $((SECONDS - started))
    if [ "$status" = 0 ] && score=$(./cofferdam drill score "$folder/truth.json" "$out/report.json" 2>&1 | grep -o 'verdict:.*'); then
      put "scale.$n.result" "completed in 1 GiB; $score"
    else
      put "scale.$n.result" "failed with status $status"
      cp "$work/logs/scale-$n" "$work/findings/scale-$n.txt"
    fi
    rm -rf "$folder" "$out"
    did scale
    write_doc
  done
}

n() { local v; v=$(get "$1"); printf "%'d" "${v:-0}"; }
found() { find "$work/findings" -name "$1-*.txt" | wc -l; }

write_doc() {
  local remarks='' each target class share
  [ ! -f "$doc" ] || remarks=$(sed -n '/^## Remarks/,$p' "$doc")
  mkdir -p "$(dirname "$doc")"
  {
    echo "# The long work"
    echo
    echo "Written by \`scripts/soak.sh\` (\`make soak\`); figures add up over all runs of one checkout. Last written at commit"
    echo "\`$commit\` on $(date -u +%Y-%m-%d). Machine: $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1), $(nproc) cores,"
    echo "$(free -g | awk '/Mem:/{print $2}') GiB, shared with other work; JDK $(sed -n 's/^JAVA_RUNTIME_VERSION="\(.*\)"/\1/p' "$JDK/release"). A mark \`+\` behind a commit means uncommitted Java changes."
    echo
    echo "## Fuzzing"
    echo
    echo "Command: \`SOAK_SECONDS=$seconds SOAK_JOBS=$jobs SOAK_PARTS=fuzz SOAK_SEED=$seed scripts/soak.sh\`, heap 512 MiB. Elapsed: $(($(get fuzz.elapsed) + $(get fuzz.elapsed.now) + 0)) s."
    echo "Commits: $(get fuzz.commits). \"Seeded\" are inputs of our own structure-aware fuzzer, number 0 up to the position,"
    echo "each told by seed and number alone; \"guided\" are those of Jazzer $jazzer (coverage-guided) with the seeds of its slices"
    echo "following from the same seed. Checked for each input: no exception but the documented refusals, no more than 10 s"
    echo "of processor time, no more memory than the heap, every byte read and every record accounted for."
    echo
    echo "| reader | what goes in | seeded | guided | edges covered | seconds | slowest seeded | findings |"
    echo "|---|---|---:|---:|---:|---:|---:|---:|"
    for each in $targets; do
      IFS=: read -r target class share <<<"$each"
      echo "| $target | $(what "$target") | $(n "fuzz.$target.shapes") | $(n "fuzz.$target.guided") | $(n "fuzz.$target.coverage") | $(n "fuzz.$target.seconds") | $(n "fuzz.$target.slowest") ms | $(found "$target") |"
    done
    echo
    echo "## Other parts"
    echo
    echo "| part | what | seed | times | seconds | result | findings | commits |"
    echo "|---|---|---|---:|---:|---|---:|---|"
    echo "| kills | the ledger's writer is killed (SIGKILL) at random moments; no acknowledged entry may be missing | $seed + run | $(n kills.kills) kills | $(n kills.seconds) | $(get kills.result) | $(n kills.findings) | $(get kills.commits) |"
    echo "| torn | a batch cut off or filled with rubbish at the bytes of each of its files | none, all states | $(n torn.runs) | $(n torn.seconds) | $(get torn.result) | $(n torn.findings) | $(get torn.commits) |"
    [ -z "$(get journal.runs)" ] || echo "| journal | processes that append to a case store (SQLite, PostgreSQL, SQLite with its ledger), one or two at once, are killed (SIGKILL); no acknowledged event lost, none doubled, each in the ledger once | $seed + run | $(n journal.kills) kills | $(n journal.seconds) | $(get journal.result) | $(n journal.findings) | $(get journal.commits) |"
    for each in playbooks playbooks-postgres; do
      [ -z "$(get "$each.runs")" ] || echo "| $each | processes that carry out each shipped playbook, forward, back, on again, are killed (SIGKILL) at their boundaries: before and after each commit, ledger write, effect, work of people, timer; what is left is that of a run nobody killed, and a timer that came due meanwhile rings within 5 s | $seed + run | $(n "$each.kills") kills | $(n "$each.seconds") | $(get "$each.result") | $(n "$each.findings") | $(get "$each.commits") |"
    done
    echo "| worlds | random drill worlds, losses 0 to 1, sources missing: every promise about the truth | $seed + number | $(n worlds.executions) worlds | $(n worlds.seconds) | $(get worlds.result) | $(found worlds) | $(get worlds.commits) |"
    echo "| access | random policy sets of all layers, decided by the engine and by its slow reference | $seed + number | $(n access.executions) worlds | $(n access.seconds) | $(get access.result) | $(n access.findings) | $(get access.commits) |"
    [ -z "$(get z3.runs)" ] || echo "| z3 | comparisons of random small policies, against Z3 with a translation of its own | $seed + run | $(n z3.comparisons) comparisons | $(n z3.seconds) | $(get z3.result) | $(n z3.findings) | $(get z3.commits) |"
    for each in $sizes; do
      [ -z "$(get "scale.$each.result")" ] || echo "| scale | investigate of $(printf "%'d" "$each") events, $(get "scale.$each.megabytes") MB packed | 11 | 1 | $(n "scale.$each.seconds") | $(get "scale.$each.result") | $(found "scale-$each") | $(get scale.commits) |"
    done
    echo
    if [ -n "$remarks" ]; then echo "$remarks"; else echo "## Remarks"; fi
  } >"$doc.$BASHPID"
  mv "$doc.$BASHPID" "$doc"
}

what() {
  case $1 in
    logs) echo "any bytes as a log of any format" ;;
    archives) echo "any bytes as zip, tar, gz or plain file, nested; members read as logs" ;;
    packs) echo "hostile zips, and edits to a sealed pack, which must not pass" ;;
    policies) echo "bucket policies, ACLs, blocks; who gets in is asked" ;;
    data-map) echo "YAML" ;;
    subject-index) echo "CSV, gz" ;;
    notes) echo "signed notes and tree heads; no forgery may be valid" ;;
  esac
}

export LC_ALL=C.UTF-8
case "${1:-}" in
  replay | world)
    build
    soak "$@"
    exit
    ;;
esac
if has fuzz || has worlds; then build; fi
if has torn; then torn; fi
if has kills; then killed; fi
if has journal; then journal; fi
if has playbooks; then playbooks playbooks Sqlite "$playbook_kills"; fi
if has playbooks-postgres; then playbooks playbooks-postgres Postgres $((playbook_kills / 5)); fi
if has worlds; then worlds; fi
if has access; then access; fi
if has z3; then z3; fi
if has scale; then scale; fi
if has fuzz; then fuzz; fi
write_doc
echo "soak: $(find "$work/findings" -name '*.txt' | wc -l) findings in $work/findings; $doc is written" >&2
[ -z "$(find "$work/findings" -name '*.txt' -print -quit)" ]
