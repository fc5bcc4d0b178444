#!/usr/bin/env bash
# Regenerates docs/pictures from the demo's report: desktop, phone and print, by headless Chromium.
# Needs chromium, pdftoppm (Debian: apt-get install chromium poppler-utils) and no network.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
for tool in chromium pdftoppm; do
  command -v "$tool" >/dev/null || { echo "missing: $tool (apt-get install chromium poppler-utils)" >&2; exit 3; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
./cofferdam --quiet demo --out "$work/demo" >/dev/null
page=$work/demo/report/report.html
shot() { # name, width, height
  chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
    --disable-component-update --disable-sync --hide-scrollbars --user-data-dir="$work/profile-$1" \
    --window-size="$2,$3" --screenshot="docs/pictures/report-$1.png" "file://$page" >/dev/null 2>&1
}
shot desktop 1280 2600
shot phone 500 2400
chromium --headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update \
  --disable-sync --user-data-dir="$work/profile-print" --no-pdf-header-footer --print-to-pdf="$work/report.pdf" "file://$page" >/dev/null 2>&1
pdftoppm -r 70 -png -f 1 -l 2 "$work/report.pdf" docs/pictures/report-print
ls -l docs/pictures
