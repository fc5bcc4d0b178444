#!/usr/bin/env bash
# Regenerates docs/pictures/scan-* from a scan of a neglected account in moto server: desktop, dark, phone, print.
# Needs chromium, pdftoppm (Debian: apt-get install chromium poppler-utils) and what scripts/stand-ins.sh installs.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
home=${COFFERDAM_STAND_INS:-$HOME/.cache/cofferdam/stand-ins}
program=${COFFERDAM:-./cofferdam}
for tool in chromium pdftoppm "$home/moto/bin/moto_server"; do
  command -v "$tool" >/dev/null || { echo "missing: $tool (see the head of this script)" >&2; exit 3; }
done
work=$(mktemp -d)
export AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test AWS_DEFAULT_REGION=eu-central-1
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
MOTO_ACCOUNT_ID=111122223333 MOTO_EC2_LOAD_DEFAULT_AMIS=false "$home/moto/bin/moto_server" -H 127.0.0.1 -p "$port" \
  >"$work/moto.log" 2>&1 &
moto=$!
trap 'kill "$moto" 2>/dev/null || true; rm -rf "$work"' EXIT
"$home/moto/bin/python" - "http://127.0.0.1:$port" <<'SEED'
import json, sys, time, urllib.request
import boto3
for _ in range(100):
    try:
        urllib.request.urlopen(sys.argv[1] + "/moto-api/").close(); break
    except OSError:
        time.sleep(0.2)
client = lambda name: boto3.client(name, endpoint_url=sys.argv[1], region_name="eu-central-1")
s3, kms, ec2, trail = client("s3"), client("kms"), client("ec2"), client("cloudtrail")
def allow(bucket, principal):
    return json.dumps({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": principal,
        "Action": "s3:GetObject", "Resource": f"arn:aws:s3:::{bucket}/*"}]})
where = {"LocationConstraint": "eu-central-1"}
for name in ("shop-images", "shop-training-set", "shop-prompt-logs"):
    s3.create_bucket(Bucket=name, CreateBucketConfiguration=where)
    s3.put_bucket_policy(Bucket=name, Policy=allow(name, "*"))
for number in range(1, 25):
    s3.create_bucket(Bucket=f"shop-archive-{number:02}", CreateBucketConfiguration=where)
s3.put_bucket_policy(Bucket="shop-archive-01", Policy=allow("shop-archive-01", {"AWS": "arn:aws:iam::444455556666:root"}))
key = kms.create_key(Policy=json.dumps({"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "kms:*", "Resource": "*"}]}))["KeyMetadata"]
kms.create_key()
volume = ec2.create_volume(AvailabilityZone="eu-central-1a", Size=1)["VolumeId"]
shared = ec2.create_snapshot(VolumeId=volume)["SnapshotId"]
ec2.modify_snapshot_attribute(SnapshotId=shared, Attribute="createVolumePermission", OperationType="add", GroupNames=["all"])
trail.create_trail(Name="shop", S3BucketName="shop-archive-02", EnableLogFileValidation=False)
SEED
"$program" --quiet scan aws --endpoint-url "http://127.0.0.1:$port" --region eu-central-1 --snapshot-out "$work/snapshot" \
  --format html --out "$work/scan.html" || [ $? -eq 1 ]
"$program" --quiet scan snapshot "$work/snapshot" > "$work/table.txt" || [ $? -eq 1 ]
[ -z "${KEEP:-}" ] || cp "$work/scan.html" "$work/table.txt" "$KEEP"
shot() { # name, width, height, more
  chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
    --disable-component-update --disable-sync --hide-scrollbars --user-data-dir="$work/profile-$1" ${4:-} \
    --window-size="$2,$3" --screenshot="docs/pictures/scan-$1.png" "file://$work/scan.html" >/dev/null 2>&1
}
shot desktop 1280 1900
shot dark 1280 1300 --blink-settings=preferredColorScheme=0
shot phone 500 2000
chromium --headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update \
  --disable-sync --user-data-dir="$work/profile-print" --no-pdf-header-footer --print-to-pdf="$work/scan.pdf" \
  "file://$work/scan.html" >/dev/null 2>&1
pdftoppm -r 70 -png -f 1 -l 1 "$work/scan.pdf" docs/pictures/scan-print
ls -l docs/pictures
