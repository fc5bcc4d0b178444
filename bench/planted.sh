# Sourced by side-by-side.sh and precision.sh: a stand-in (moto as the tests start it) with a planted account, behind a proxy that counts.
# Wants `seed` and `times`; gives `work` (truth.json, data-map.yaml), `endpoint`, `calls` (where calls are counted),
# and `classes`. All it started ends with the script.
. scripts/find-jdk.sh
require_jdk || exit $?
home=${COFFERDAM_STAND_INS:-$HOME/.cache/cofferdam/stand-ins}
[ -x "$home/moto/bin/moto_server" ] || scripts/stand-ins.sh >&2
./cofferdam --version >/dev/null
scripts/maven.sh -q -Dspotless.skip=true -Djacoco.skip=true -pl app -am test-compile >/dev/null
classes="app/target/test-classes:app/target/classes:app/target/lib/*"
work=$(mktemp -d)
port=${PORT:-5077}
endpoint=http://127.0.0.1:$((port + 1)) calls=$work/calls
MOTO_ACCOUNT_ID=111122223333 MOTO_EC2_LOAD_DEFAULT_AMIS=false "$home/moto/bin/python" \
  app/src/test/resources/io/cofferdam/app/scan/stand_in.py -H 127.0.0.1 -p "$port" \
  >"$work/moto.log" 2>&1 &
started=$!
python3 bench/counting-proxy.py $((port + 1)) "$port" "$calls" 2>"$work/proxy.log" &
trap 'kill $started $! 2>/dev/null; rm -rf "$work"' EXIT
for each in "$port" $((port + 1)); do
  for _ in $(seq 300); do (echo >/dev/tcp/127.0.0.1/"$each") 2>/dev/null && break; sleep 0.2; done
done
export AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test AWS_DEFAULT_REGION=eu-central-1
"$JDK/bin/java" -cp "$classes" io.cofferdam.app.scan.planted.PlantAndTell \
  "http://127.0.0.1:$port" "$seed" "$times" "$work/truth.json" "$work/data-map.yaml"

# timed NAME COMMAND...: runs it, keeps its calls and seconds as NAME.calls and NAME.seconds
timed() {
  local name=$1 begun
  shift
  : >"$calls"
  begun=$(date +%s.%N)
  "$@" || true
  LC_ALL=C printf '%.0f\n' "$(echo "$(date +%s.%N) - $begun" | bc)" >"$work/$name.seconds"
  mv "$calls" "$work/$name.calls"
}

ours() {
  ./cofferdam --quiet scan aws --endpoint-url "$endpoint" --region eu-central-1 --data-map "$work/data-map.yaml" \
    --format json >"$work/ours.json"
}

machine() {
  echo "machine: $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1), $(nproc) cores; commit" \
    "$(git rev-parse --short HEAD); load $(cut -d' ' -f1 /proc/loadavg)"
  echo "seed $seed, each kind $times times: $(grep -c '"how"' "$work/truth.json") resources"
}
