#!/usr/bin/env bash
# A scan without a cloud account: an invented shop in a stand-in of AWS on this machine, judged.
#   scripts/scan-demo.sh [FOLDER]     default scan-demo; gets scan.html, scan.json and the snapshot
# The stand-in (moto) is installed once from PyPI by scripts/stand-ins.sh; after that nothing needs the internet.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
out=${1:-scan-demo}
home=${COFFERDAM_STAND_INS:-$HOME/.cache/cofferdam/stand-ins}
[ -x "$home/moto/bin/python" ] || scripts/stand-ins.sh >&2
./cofferdam --version >/dev/null
if [ -e "$out" ]; then
  echo "scan-demo: $out is there already [a folder that is not there yet]" >&2
  echo "hint: remove it, or name another: scripts/scan-demo.sh FOLDER" >&2
  exit 2
fi
mkdir -p "$out"
port=$("$home/moto/bin/python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
MOTO_ACCOUNT_ID=111122223333 MOTO_EC2_LOAD_DEFAULT_AMIS=false \
  "$home/moto/bin/moto_server" -H 127.0.0.1 -p "$port" >"$out/stand-in.log" 2>&1 &
moto=$!
trap 'kill $moto 2>/dev/null || true' EXIT
for _ in $(seq 150); do (echo >/dev/tcp/127.0.0.1/"$port") 2>/dev/null && break; sleep 0.2; done
"$home/moto/bin/python" scripts/seed_shop.py "http://127.0.0.1:$port"
export AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test
code=0
./cofferdam scan aws --endpoint-url "http://127.0.0.1:$port" --region eu-central-1 --snapshot-out "$out/snapshot" || code=$?
for form in html json; do
  ./cofferdam --quiet scan snapshot "$out/snapshot" --format "$form" --out "$out/scan.$form" || [ $? -eq "$code" ]
done
echo
echo "The page: $out/scan.html   Exit code of the scan: $code (1: something is violated)"
[ "$code" -eq 1 ]
