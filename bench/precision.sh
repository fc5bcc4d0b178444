#!/usr/bin/env bash
# Precision and recall of each control that something is planted for, on a planted account of a stand-in (moto).
#   bench/precision.sh [SEED] [TIMES]      default 20261121 10: about 400 resources
# The table goes to stdout; docs/precision.md has it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
seed=${1:-20261121} times=${2:-10}
. bench/planted.sh
timed ours ours
machine
echo
"$JDK/bin/java" -cp "$classes" io.cofferdam.app.scan.planted.PrecisionTable "$work/truth.json" "$work/ours.json"
